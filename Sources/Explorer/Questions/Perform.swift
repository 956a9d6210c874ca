import CorpusStore
import TextModel

/// Asks the corpus what an effect wants to know; nil for effects that the loop handles itself.
///
/// A plain function: the terminal's loop calls it on a worker, `render` and tests call it in place.
public func perform(_ effect: Effect, _ store: some CorpusStore) -> Event? {
  guard case .ask(let question, let slot, let generation, _) = effect else { return nil }
  return .answer(answer(question, store), slot: slot, generation: generation)
}

/// Actors of the corpus that the sidebar lists; the rest of a large corpus is counted and found with the
/// actor filter, so that drawing does not grow with the corpus.
private let shownStandings = 100

/// Statements that the page of an actor or a concept lists; Enter on its lines lists all of them.
private let shownStatements = 40

private func answer(_ question: Question, _ store: some CorpusStore) -> Answer {
  switch question {
  case .summary: return .summary(store.summary())
  case .list(let filter, let article, let margin):
    let position = article.flatMap { store.position(of: $0, in: filter) }
    let first = max(0, (position ?? 0) - margin)
    return .list(
      ListAnswer(
        counts: store.counts(filter), rows: store.rows(filter, in: first..<first + 2 * margin),
        first: first, position: position, top: store.rows(filter, in: 0..<1).first?.key,
        row: article.flatMap { store.row($0) }))
  case .rows(let filter, let range):
    return .rows(store.rows(filter, in: range), first: range.lowerBound)
  case .reading(let key, let filter): return reading(key, filter, store)
  case .histogram(let filter): return .histogram(store.histogram(filter))
  case .standings(let filter):
    let standings = store.standings(of: nil, filter)
    let shown = Array(standings.prefix(shownStandings))
    return .standings(
      shown, more: standings.count - shown.count, names: groupNames(of: shown, store))
  case .related(let ref): return related(ref, store)
  case .facet(let field, let filter): return .facet(store.facet(field, filter))
  case .statements(let refs): return statements(store.digests(refs), store)
  case .statementsInside(let filter, let limit):
    return statements(store.digests(filter, in: 0..<limit), store)
  case .marked(let marks): return marked(marks, store)
  case .problems: return .problems(store.diagnostics())
  case .matrix(let filter, let actors, let concepts):
    return .matrix(store.matrix(filter, actors: actors, concepts: concepts))
  case .actorProfile(let id, let filter):
    let profile = store.profile(of: id, filter)
    let state = profile?.actor.metonymOf.map { state -> ActorIdentity in
      var known = store.identity(of: state)
      known.name = name(of: state, store)
      return known
    }
    var own = filter
    own.actors = [id]
    return .actorProfile(profile, state: state, said: store.digests(own, in: 0..<shownStatements))
  case .conceptProfile(let id, let filter):
    var about = filter
    about.concepts = [id]
    return .conceptProfile(
      store.profile(of: id, filter), said: store.digests(about, in: 0..<shownStatements))
  case .step(let from, let filter, let backwards):
    return .step(store.statement(after: from, filter, backwards: backwards))
  case .neighbour(let article, let filter, let backwards):
    return .neighbour(neighbour(of: article, filter, backwards: backwards, store))
  case .document(let name):
    return .document(store.key(ofDocument: name) ?? store.key(ofDocument: withoutEnding(name)))
  }
}

private func reading(_ key: ArticleKey, _ filter: CorpusFilter, _ store: some CorpusStore) -> Answer
{
  guard let row = store.row(key) else {
    return .unreadable(
      key, Diagnostic(.failure, path: "", message: "This article is no longer in the corpus."))
  }
  do {
    let analysed = try store.article(key)
    let standings = store.standings(of: key, filter)
    var names = groupNames(of: standings, store)
    for actor in analysed.actors { names[actor.id] = actor.name }
    for statement in analysed.statements {
      let actors = statement.actors + statement.via + (statement.onBehalfOf.map { [$0] } ?? [])
      for actor in actors where names[actor] == nil { names[actor] = name(of: actor, store) }
    }
    return .reading(
      Reading(
        key: key, analysed: analysed, row: row, position: store.position(of: key, in: filter),
        inside: store.statements(of: key, filter), standings: standings, actorNames: names,
        conceptLabels: labels(analysed.statements.flatMap { $0.stances.map(\.concept) }, store)))
  } catch {
    return .unreadable(key, error)
  }
}

private func related(_ ref: StatementRef, _ store: some CorpusStore) -> Answer {
  // Those of other articles first: what stands in this one is a glance or a J away.
  let found = store.related(to: ref)
  let all = found.prefix(RelatedStatement.most)
  let relations =
    all.filter { $0.ref.article != ref.article } + all.filter { $0.ref.article == ref.article }
  let entries = relations.compactMap { relation -> RelatedEntry? in
    guard let digest = store.digests([relation.ref]).first else { return nil }
    return RelatedEntry(relation: relation, statement: entry(digest, store))
  }
  let concepts = entries.flatMap { $0.statement.digest.stances.map(\.concept) }
  return .related(
    entries, hasMore: found.count > all.count,
    names: CorpusNames(
      concepts: labels(concepts + relations.compactMap(\.concept), store)))
}

private func statements(_ digests: [StatementDigest], _ store: some CorpusStore) -> Answer {
  .statements(
    digests.map { entry($0, store) },
    names: CorpusNames(concepts: labels(digests.flatMap { $0.stances.map(\.concept) }, store)))
}

private func entry(_ digest: StatementDigest, _ store: some CorpusStore) -> StatementEntry {
  let row = store.row(digest.ref.article)
  return StatementEntry(digest: digest, title: row?.title ?? "", document: row?.document ?? "")
}

/// The statements that marks mean; those of other archives and of texts that have changed are left out.
private func marked(_ marks: [Mark], _ store: some CorpusStore) -> Answer {
  statements(
    store.digests(
      marks.compactMap { mark in
        guard let key = store.key(ofDocument: mark.document),
          let statement = (try? store.article(key)).flatMap({
            mark.statement(among: $0.statements)
          })
        else { return nil }
        return StatementRef(article: key, ordinal: statement.ordinal)
      }), store)
}

private func labels(_ concepts: [ConceptID], _ store: some CorpusStore) -> [ConceptID: String] {
  var labels: [ConceptID: String] = [:]
  for concept in concepts where labels[concept] == nil {
    let label = store.concept(concept)?.labelGerman ?? ""
    labels[concept] = label.isEmpty ? concept.rawValue : label
  }
  return labels
}

/// Names of the states under which metonyms are grouped.
private func groupNames(
  of standings: [ActorStanding], _ store: some CorpusStore
) -> [ActorID: String] {
  var names: [ActorID: String] = [:]
  for state in standings.compactMap(\.metonymOf) where names[state] == nil {
    names[state] = name(of: state, store)
  }
  return names
}

/// An actor's name; a state that no text names is called by its id ("russland" → "Russland").
private func name(of actor: ActorID, _ store: some CorpusStore) -> String {
  store.actor(actor)?.name
    ?? actor.rawValue.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }
    .joined(separator: " ")
}

/// A path without its last extension.
private func withoutEnding(_ path: String) -> String {
  let name = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
  guard let dot = path[name...].lastIndex(of: "."), dot > name else { return path }
  return String(path[..<dot])
}

private func neighbour(
  of article: ArticleKey?, _ filter: CorpusFilter, backwards: Bool, _ store: some CorpusStore
) -> ArticleKey? {
  let count = store.counts(filter).articles
  guard count > 0 else { return nil }
  var row = backwards ? count - 1 : 0
  if let here = article.flatMap({ store.position(of: $0, in: filter) }) {
    row = (here + (backwards ? count - 1 : 1)) % count
  }
  return store.rows(filter, in: row..<row + 1).first?.key
}

import TextModel

/// Matrix and pages from the store's simpler answers; a store that knows a shorter way has its own.
extension CorpusStore {
  /// From the standings of the whole filter.
  public func matrix(_ filter: CorpusFilter, actors: Int, concepts: Int) -> StanceMatrix {
    var tally: [ActorID?: [ConceptID: StanceCounts]] = [:]
    var known: [ActorID?: ActorStanding] = [:]
    for standing in standings(of: nil, filter)
    where filter.actors.isEmpty || filter.actors.contains(standing.actor) {
      known[standing.actor] = standing
      for position in standing.positions {
        var counts = StanceCounts()
        func kept(_ side: Polarity, _ number: Int) -> Int {
          filter.counts(ConceptPolarity(concept: position.concept, polarity: side)) ? number : 0
        }
        counts.support = kept(.support, position.support)
        counts.oppose = kept(.oppose, position.oppose)
        counts.neutral = kept(.neutral, position.neutral)
        counts.ambivalent = kept(.ambivalent, position.ambivalent)
        let sum = counts.support + counts.oppose + counts.neutral + counts.ambivalent
        counts.statements = min(sum, position.statements.count)
        if sum > 0 { tally[standing.actor, default: [:]][position.concept] = counts }
      }
    }
    return StanceMatrix(
      tally: tally,
      actor: { id in
        (known[id]?.name ?? id?.rawValue ?? "", known[id]?.kind, known[id]?.metonymOf)
      }, label: label, limits: (actors, concepts))
  }

  /// From the digests of the actor's statements.
  public func profile(of actor: ActorID, _ filter: CorpusFilter) -> ActorProfile? {
    guard self.actor(actor) != nil else { return nil }
    var own = filter
    own.actors = [actor]
    let statements = digests(own, in: 0..<Int.max).map(DatedStances.init)
    return profile(
      of: actor, filter, statements, articles: counts(own).articles, names: names(of: actor),
      metonyms: [])
  }

  /// From the digests of the statements about the concept.
  public func profile(of concept: ConceptID, _ filter: CorpusFilter) -> ConceptProfile? {
    var about = filter
    about.concepts = [concept]
    let statements = digests(about, in: 0..<Int.max).map(DatedStances.init)
    guard !statements.isEmpty || self.concept(concept) != nil else { return nil }
    return profile(of: concept, filter, statements, articles: counts(about).articles)
  }

  /// Nothing but the name, for a store that keeps no mentions.
  public func names(of actor: ActorID) -> ActorNames { ActorNames() }

  /// The page of an actor, made of its statements inside the filter.
  public func profile(
    of actor: ActorID, _ filter: CorpusFilter, _ statements: [DatedStances], articles: Int,
    names: ActorNames, metonyms: [ActorIdentity]
  ) -> ActorProfile {
    var all = StanceTally<ActorID>()
    var byConcept = StanceTally<ConceptID>()
    for statement in statements {
      all.add(statement, [statement.polarity], to: actor)
      let kept = statement.stances.filter(filter.counts)
      for concept in Set(kept.map(\.concept)) {
        byConcept.add(
          statement, Set(kept.filter { $0.concept == concept }.map(\.polarity)), to: concept)
      }
    }
    let positions = byConcept.histories
      .map { ConceptHistory(concept: $0.subject, label: label($0.subject), history: $0.history) }
      .sorted {
        $0.history.total.statements != $1.history.total.statements
          ? $0.history.total.statements > $1.history.total.statements
          : ($0.label, $0.concept) < ($1.label, $1.concept)
      }
    let identity = identity(of: actor)
    let changes = byConcept.changes(inOrder: <)
    let quotes = quotes(changes)
    return ActorProfile(
      actor: identity, names: names, metonyms: metonyms, articles: articles,
      statements: all.histories.first?.history ?? StanceHistory(), positions: positions,
      changes: changes.compactMap { change($0, quotes, identity, $0.subject) })
  }

  /// The page of a concept, made of the statements about it inside the filter.
  public func profile(
    of concept: ConceptID, _ filter: CorpusFilter, _ statements: [DatedStances], articles: Int,
    limit: Int = 200
  ) -> ConceptProfile {
    var all = StanceTally<Int>()
    // Speakers by the order of their first statement, so that a name is looked at once a statement.
    var byActor = StanceTally<Int>()
    var speakers: [ActorID?] = []
    var numbers: [ActorID?: Int] = [:]
    func number(_ actor: ActorID?) -> Int {
      if let known = numbers[actor] { return known }
      numbers[actor] = speakers.count
      speakers.append(actor)
      return speakers.count - 1
    }
    var narrowed = filter
    narrowed.concepts = [concept]
    let single = Dictionary(uniqueKeysWithValues: Polarity.allCases.map { ($0, Set([$0])) })
    for statement in statements {
      let sides: Set<Polarity>
      if statement.stances.count == 1, let stance = statement.stances.first {
        sides = narrowed.counts(stance) ? single[stance.polarity] ?? [] : []
      } else {
        sides = Set(statement.stances.filter(narrowed.counts).map(\.polarity))
      }
      all.add(statement, sides, to: 0)
      func add(_ speaker: ActorID?) {
        if filter.actors.isEmpty || filter.actors.contains(speaker) {
          byActor.add(statement, sides, to: number(speaker))
        }
      }
      switch statement.actors.count {
      case 0: add(nil)
      case 1: add(statement.actors[0])
      default: for speaker in Set(statement.actors) { add(speaker) }
      }
    }
    let actors = byActor.histories
      .map { ActorHistory(actor: identity(of: speakers[$0.subject]), history: $0.history) }
      .sorted { a, b in
        if (a.actor.id == nil) != (b.actor.id == nil) { return b.actor.id == nil }
        return a.history.total.statements != b.history.total.statements
          ? a.history.total.statements > b.history.total.statements
          : (a.actor.name, a.actor.id?.rawValue ?? "") < (b.actor.name, b.actor.id?.rawValue ?? "")
      }
    let changes = byActor.changes(inOrder: {
      (speakers[$0]?.rawValue ?? "") < (speakers[$1]?.rawValue ?? "")
    }).filter { speakers[$0.subject] != nil }
    let quotes = quotes(changes)
    var identities: [Int: ActorIdentity] = [:]
    return ConceptProfile(
      concept: self.concept(concept)
        ?? Concept(id: concept, labelGerman: concept.rawValue, labelEnglish: ""),
      articles: articles, statements: all.histories.first?.history ?? StanceHistory(),
      actors: Array(actors.prefix(limit)), moreActors: max(0, actors.count - limit),
      changes: changes.compactMap { found in
        let actor = identities[found.subject] ?? identity(of: speakers[found.subject])
        identities[found.subject] = actor
        return change(found, quotes, actor, concept)
      })
  }

  /// What the corpus knows of an actor.
  public func identity(of id: ActorID?) -> ActorIdentity {
    guard let id else { return ActorIdentity(id: nil, name: "unknown speaker") }
    let known = actor(id)
    return ActorIdentity(
      id: id, name: known?.name ?? id.rawValue, kind: known?.kind, country: known?.country,
      metonymOf: known?.metonymOf)
  }

  /// A concept's German label, else its id.
  public func label(_ id: ConceptID) -> String {
    guard let label = concept(id)?.labelGerman, !label.isEmpty else { return id.rawValue }
    return label
  }

  /// The statements of all changes, asked for at once.
  private func quotes<Subject>(
    _ changes: [StanceTally<Subject>.Change]
  ) -> [StatementRef: StatementDigest] {
    let refs = Set(changes.flatMap { [$0.before, $0.after] })
    let found = digests(refs.sorted())
    return Dictionary(found.map { ($0.ref, $0) }, uniquingKeysWith: { first, _ in first })
  }

  private func change<Subject>(
    _ found: StanceTally<Subject>.Change, _ quotes: [StatementRef: StatementDigest],
    _ actor: ActorIdentity, _ concept: ConceptID
  ) -> PositionChange? {
    guard let before = quotes[found.before], let after = quotes[found.after] else { return nil }
    return PositionChange(
      actor: actor, concept: concept, label: label(concept), to: found.to, before: before,
      after: after)
  }
}

extension DatedStances {
  /// What a digest says of a statement.
  public init(_ digest: StatementDigest) {
    self.init(
      ref: digest.ref, days: digest.edtf?.days, actors: digest.actors, polarity: digest.polarity,
      stances: digest.stances)
  }
}

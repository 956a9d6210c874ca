import TextModel

extension MemoryStore {
  /// Of one article all statements count, whatever the filter says: its sidebar tells the whole article.
  public func standings(of article: ArticleKey?, _ filter: CorpusFilter) -> [ActorStanding] {
    var tally = StandingsTally()
    if let article {
      guard articles.indices.contains(article.rawValue) else { return [] }
      for facts in statementFacts[statementRanges[article.rawValue]] { tally.add(facts) }
    } else {
      let conditions = conditions(filter)
      for entry in cachedList(filter).entries {
        for facts in statementFacts[statementRanges[entry.article]] where conditions.holds(facts) {
          tally.add(facts)
        }
      }
    }
    return tally.actors.map { number, count in
      let id = number.map { actorIDs[$0] }
      let actor = id.flatMap { actors[$0] }
      return ActorStanding(
        actor: id, name: id.map { actor?.name ?? $0.rawValue } ?? "unknown speaker",
        kind: actor?.kind, metonymOf: actor?.metonymOf, statements: count.statements,
        positions: positions(count))
    }.sorted {
      $0.statements != $1.statements
        ? $0.statements > $1.statements
        : ($0.name, $0.actor?.rawValue ?? "") < ($1.name, $1.actor?.rawValue ?? "")
    }
  }

  private func positions(_ tally: StandingsTally.Actor) -> [ConceptStanding] {
    tally.concepts.map { number, count in
      ConceptStanding(
        concept: conceptIDs[number], label: label(of: conceptIDs[number]),
        support: count.by[.support] ?? 0, oppose: count.by[.oppose] ?? 0,
        neutral: count.by[.neutral] ?? 0, ambivalent: count.by[.ambivalent] ?? 0,
        statements: count.statements)
    }.sorted {
      $0.statements.count != $1.statements.count
        ? $0.statements.count > $1.statements.count
        : ($0.label, $0.concept) < ($1.label, $1.concept)
    }
  }
}

/// Counts statements by actor and concept; a joint statement counts for each of its speakers.
private struct StandingsTally {
  struct Actor {
    var statements = 0
    var concepts: [Int: Concept] = [:]
  }
  struct Concept {
    var by: [Polarity: Int] = [:]
    var statements: [StatementRef] = []

    mutating func add(_ ref: StatementRef, _ polarity: Polarity) {
      by[polarity, default: 0] += 1
      if statements.last != ref { statements.append(ref) }
    }
  }

  /// By number; nil for unknown speakers.
  var actors: [Int?: Actor] = [:]

  mutating func add(_ facts: StatementFacts) {
    let ref = StatementRef(article: ArticleKey(rawValue: facts.article), ordinal: facts.ordinal)
    let speakers: Set<Int?> = facts.actors.isEmpty ? [nil] : Set(facts.actors)
    for speaker in speakers {
      // In place throughout: a copy of a growing array per statement would be quadratic.
      actors[speaker, default: Actor()].statements += 1
      for stance in facts.stances {
        actors[speaker, default: Actor()].concepts[stance.concept, default: Concept()]
          .add(ref, stance.polarity)
      }
    }
  }
}

import CorpusStore
import TextModel

extension IndexStore {
  /// Of one article all statements count, whatever the filter says: its sidebar tells the whole article.
  public func standings(of article: ArticleKey?, _ filter: CorpusFilter) -> [ActorStanding] {
    var tally = NumberedTally()
    if let article {
      guard let place = place(article) else { return [] }
      let piece = piece(place)
      var actor = 0
      var stance = 0
      for index in piece.ordinals.indices {
        tally.add(
          StatementRef(article: article, ordinal: Int(piece.ordinals[index])),
          actors: piece.actors[actor..<piece.actorEnds[index]],
          stances: piece.stances[stance..<piece.stanceEnds[index]])
        actor = piece.actorEnds[index]
        stance = piece.stanceEnds[index]
      }
    } else {
      guard let list = list(filter), let columns = statementColumns else { return [] }
      let test = test(filter)
      let isOpen = !filter.asksAboutStatements
      for row in 0..<list.count {
        if row & 0xFFF == 0, reader.isCancelled { return [] }
        let place = list.place(row)
        for statement in columns.range(place, articles)
        where isOpen || test.holds(statement, columns) {
          tally.add(
            StatementRef(article: key(place), ordinal: Int(columns.ordinals[statement])),
            actors: columns.actors(statement), stances: columns.stances(statement))
        }
      }
      names.load(tally.statements.keys)
    }
    return standings(tally)
  }

  private func standings(_ tally: NumberedTally) -> [ActorStanding] {
    var positions: [Int32: [ConceptStanding]] = [:]
    for (pair, count) in tally.positions {
      guard let concept = names.concept(Int(pair.concept)) else { continue }
      positions[pair.actor, default: []].append(
        ConceptStanding(
          concept: concept.id, label: names.label(ofConcept: Int(pair.concept)),
          support: count.by[IndexCodes.code(Polarity.support)],
          oppose: count.by[IndexCodes.code(Polarity.oppose)],
          neutral: count.by[IndexCodes.code(Polarity.neutral)],
          ambivalent: count.by[IndexCodes.code(Polarity.ambivalent)], statements: count.statements))
    }
    return tally.statements.compactMap { number, count -> ActorStanding? in
      let actor = number == NumberedTally.unknown ? nil : names.actor(number)?.actor
      if number != NumberedTally.unknown, actor == nil { return nil }
      let own = (positions[number] ?? []).sorted {
        $0.statements.count != $1.statements.count
          ? $0.statements.count > $1.statements.count
          : ($0.label, $0.concept) < ($1.label, $1.concept)
      }
      return ActorStanding(
        actor: actor?.id, name: actor?.name ?? "unknown speaker", kind: actor?.kind,
        metonymOf: actor?.metonymOf, statements: count, positions: own)
    }.sorted {
      $0.statements != $1.statements
        ? $0.statements > $1.statements
        : ($0.name, $0.actor?.rawValue ?? "") < ($1.name, $1.actor?.rawValue ?? "")
    }
  }
}

/// Counts statements by actor and concept; a joint statement counts for each of its speakers.
private struct NumberedTally {
  static let unknown: Int32 = -1

  struct Pair: Hashable {
    var actor: Int32
    var concept: Int32
  }
  struct Position {
    /// By the polarity's code.
    var by = [0, 0, 0, 0]
    var statements: [StatementRef] = []
  }

  var statements: [Int32: Int] = [:]
  var positions: [Pair: Position] = [:]

  mutating func add(_ ref: StatementRef, actors: ArraySlice<Int32>, stances: ArraySlice<Int32>) {
    if actors.isEmpty { add(ref, Self.unknown, stances) }
    forEachOnce(actors) { add(ref, $0, stances) }
  }

  private mutating func add(_ ref: StatementRef, _ actor: Int32, _ stances: ArraySlice<Int32>) {
    statements[actor, default: 0] += 1
    for stance in stances {
      let pair = Pair(actor: actor, concept: stance >> 2)
      positions[pair, default: Position()].add(ref, Int(stance & 3))
    }
  }
}

extension NumberedTally.Position {
  mutating func add(_ ref: StatementRef, _ polarity: Int) {
    by[polarity] += 1
    if statements.last != ref { statements.append(ref) }
  }
}

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
          index, actors: piece.actors[actor..<piece.actorEnds[index]],
          stances: piece.stances[stance..<piece.stanceEnds[index]],
          ref: StatementRef(article: article, ordinal: Int(piece.ordinals[index])))
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
            statement, actors: columns.actors(statement), stances: columns.stances(statement),
            ref: StatementRef(article: key(place), ordinal: Int(columns.ordinals[statement])))
        }
      }
      names.load(tally.actors)
    }
    return standings(tally)
  }

  private func standings(_ tally: NumberedTally) -> [ActorStanding] {
    var positions: [Int32: [ConceptStanding]] = [:]
    for position in tally.positions {
      guard let concept = names.concept(Int(position.concept)) else { continue }
      func count(_ side: Polarity) -> Int { Int(position.by[IndexCodes.code(side)]) }
      positions[position.actor, default: []].append(
        ConceptStanding(
          concept: concept.id, label: names.label(ofConcept: Int(position.concept)),
          support: count(.support), oppose: count(.oppose), neutral: count(.neutral),
          ambivalent: count(.ambivalent), statements: position.statements))
    }
    return tally.actors.compactMap { number -> ActorStanding? in
      let actor = number == NumberedTally.unknown ? nil : names.actor(number)?.actor
      if number != NumberedTally.unknown, actor == nil { return nil }
      let own = (positions[number] ?? []).sorted {
        $0.statements.count != $1.statements.count
          ? $0.statements.count > $1.statements.count
          : ($0.label, $0.concept) < ($1.label, $1.concept)
      }
      return ActorStanding(
        actor: actor?.id, name: actor?.name ?? "unknown speaker", kind: actor?.kind,
        metonymOf: actor?.metonymOf, statements: Int(tally.statements[Int(number)]), positions: own)
    }.sorted {
      $0.statements != $1.statements
        ? $0.statements > $1.statements
        : ($0.name, $0.actor?.rawValue ?? "") < ($1.name, $1.actor?.rawValue ?? "")
    }
  }
}

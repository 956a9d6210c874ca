import CorpusStore
import Testing
import TextModel

/// Matrix and pages: every number is the length of a list that the reader can open.
@Suite struct ProfileTests {
  @Test(arguments: 1...20) func cellsCountTheStatementsThatTheyOpen(seed: Int) {
    var dice = Dice(UInt64(seed) &* 31)
    let store = MemoryStore(articles: (0..<dice.roll(25)).map { dice.article($0) })
    let plain = PlainStore(store: store)
    for _ in 0..<10 {
      let filter = dice.filter()
      let matrix = store.matrix(filter, actors: 9, concepts: 9)
      #expect(matrix == plain.matrix(filter, actors: 9, concepts: 9), "\(filter)")
      for (row, actor) in matrix.actors.enumerated() {
        for (column, concept) in matrix.concepts.enumerated() {
          let cell = matrix.cells[row][column]
          let behind = store.digests(
            filter.narrowed(to: actor.id, on: concept.id), in: 0..<1000)
          #expect(cell.statements == behind.count, "\(actor.name), \(concept.id), \(filter)")
          let opposed = behind.count {
            $0.stances.contains(ConceptPolarity(concept: concept.id, polarity: .oppose))
          }
          #expect(cell.oppose == opposed)
        }
      }
      for actor in matrix.actors.compactMap(\.id) {
        let page = store.profile(of: actor, filter)
        #expect(page == plain.profile(of: actor, filter))
        #expect(page?.positions.first?.history.total.statements ?? 0 > 0)
      }
      for concept in matrix.concepts {
        let page = store.profile(of: concept.id, filter)
        #expect(page == plain.profile(of: concept.id, filter))
      }
    }
  }

  @Test func theRestOfALargeMatrixIsCounted() {
    var dice = Dice(3)
    let store = MemoryStore(articles: (0..<25).map { dice.article($0) })
    let whole = store.matrix(CorpusFilter(), actors: 9, concepts: 9)
    let part = store.matrix(CorpusFilter(), actors: 1, concepts: 1)
    #expect(whole.actors.last?.id == nil)
    // Unknown speakers are a class of their own, beside the limit.
    #expect(part.actors.map(\.id) == [whole.actors[0].id, nil])
    #expect(part.moreActors == whole.actors.count - 2)
    #expect(part.moreConcepts == whole.concepts.count - 1)
    #expect(part.cells[0][0] == whole.cells[0][0])
    #expect(part.actors[0].total == whole.actors[0].total)
  }

  /// Statements of one actor on one concept: date and side of each.
  private func store(_ said: [(String?, Polarity)]) -> MemoryStore {
    var dice = Dice(1)
    let articles = said.enumerated().map { index, turn in
      var article = dice.article(index, edtf: .some(turn.0))
      var statement = dice.statement(1, in: article.article.text)
      statement.actors = [ActorID("anna")]
      statement.stances = [
        Stance(concept: ConceptID("peace"), polarity: turn.1, confidence: 1, evidence: [])
      ]
      article.statements = [statement]
      return article
    }
    return MemoryStore(articles: articles)
  }

  private func changes(_ said: [(String?, Polarity)]) -> [String] {
    let page = store(said).profile(of: ActorID("anna"), CorpusFilter())
    return (page?.changes ?? []).map {
      "\($0.before.edtf.map { "\($0)" } ?? "?") → \($0.after.edtf.map { "\($0)" } ?? "?") \($0.to)"
    }
  }

  @Test func aChangeOfPositionIsLaterForCertain() {
    #expect(
      changes([("2023-01", .support), ("2023-03-04", .oppose)]) == ["2023-01 → 2023-03-04 oppose"])
    // In the same month, or on no known day, nobody can say what came first.
    #expect(changes([("2023-03", .support), ("2023-03-04", .oppose)]).isEmpty)
    #expect(changes([(nil, .support), ("2023-03-04", .oppose)]).isEmpty)
    #expect(changes([("2023/..", .support), ("2024", .oppose)]).isEmpty)
    // What is neutral or on both sides is no turn.
    #expect(changes([("2022", .support), ("2023", .neutral), ("2024", .ambivalent)]).isEmpty)
  }

  @Test func eachTurnCountsOnce() {
    #expect(
      changes([
        ("2021", .support), ("2022-01", .oppose), ("2022-02", .oppose), ("2024", .support),
      ]) == ["2021 → 2022-01 oppose", "2022-02 → 2024 support"])
  }

  @Test func periodsAreMonthsOrYearsInOrder() {
    let page = store([
      (nil, .oppose), ("2023-03-04", .support), ("2023-03", .oppose), ("2023", .neutral),
      ("2022-12-31/2023-01-01", .support),
    ]).profile(of: ConceptID("peace"), CorpusFilter())
    let periods = page?.statements.periods ?? []
    #expect(
      periods.map(\.period) == [
        StatementPeriod(year: 2023), StatementPeriod(year: 2023, month: 3), StatementPeriod(nil),
      ])
    #expect(periods.map(\.counts.statements) == [1, 2, 2])
    #expect(page?.statements.total.statements == 5)
    #expect(page?.actors.map(\.camp) == [.ambivalent])
  }

  @Test func namesAndRolesAreCounted() {
    var dice = Dice(1)
    var article = dice.article(0, edtf: .some("2023"))
    let words = "Der Bürgermeister Alt sprach. Alts Plan gilt. Altmann kam."
    article.article.text = SourceText(words)
    // "Der Bürgermeister" takes 18 bytes; "Alt" stands behind it, "Alts" begins the next sentence.
    func mention(_ begin: Int, _ count: Int, _ kind: Mention.Kind) -> Mention {
      Mention(span: TextSpan(begin, begin + count), kind: kind)
    }
    article.actors = [
      NewsActor(
        id: ActorID("alt"), name: "Alt", kind: .person,
        mentions: [mention(0, 18, .title), mention(19, 3, .name), mention(31, 4, .name)])
    ]
    let names = MemoryStore(articles: [article]).names(of: ActorID("alt"))
    #expect(names.roles == [CountedWords("Der Bürgermeister", mentions: 1)])
    #expect(names.aliases == [CountedWords("Alt", mentions: 2)])
  }
}

import CorpusStore
import Testing
import TextModel

/// The store against a slow and obvious reading of its contract, on small random corpora.
@Suite struct MemoryStoreTests {
  @Test(arguments: 1...30) func agreesWithTheObviousModel(seed: Int) throws {
    var dice = Dice(UInt64(seed))
    let articles = (0..<dice.roll(25)).map { dice.article($0) }
    let store = MemoryStore(articles: articles)
    let model = SlowModel(articles: articles)
    for _ in 0..<12 {
      let filter = dice.filter()
      let expected = model.rows(filter)
      let rows = store.rows(filter, in: 0..<1000)
      #expect(rows.map(\.key) == expected.map(\.key), "\(filter)")
      #expect(rows.map(\.match) == expected.map(\.match))
      #expect(rows.map(\.matchingStatements) == expected.map(\.statements.count))
      let counts = store.counts(filter)
      #expect(counts.articles == expected.count)
      #expect(counts.possible == expected.count { $0.match == .possible })
      #expect(counts.statements == expected.reduce(0) { $0 + $1.statements.count })
      for (index, row) in expected.enumerated() {
        #expect(store.position(of: row.key, in: filter) == index)
        #expect(store.statements(of: row.key, filter) == row.statements)
      }
      // Walking forwards meets every statement once, in order; backwards the same.
      let all = expected.flatMap { row in
        row.statements.map { StatementRef(article: row.key, ordinal: $0) }
      }
      #expect(walk(store, filter, backwards: false) == all)
      #expect(walk(store, filter, backwards: true) == all.reversed())
      let range = dice.roll(5)..<5 + dice.roll(9)
      #expect(
        store.digests(filter, in: range).map(\.ref)
          == Array(all.dropFirst(range.lowerBound).prefix(range.count)))
      #expect(
        store.rows(filter, in: 3..<5).map(\.key) == expected.dropFirst(3).prefix(2).map(\.key))
      let standings = store.standings(of: nil, filter)
      for standing in standings {
        let said = all.filter { ref in
          let actors = model.statement(ref).actors
          return standing.actor.map(actors.contains) ?? actors.isEmpty
        }
        #expect(standing.statements == said.count)
        for position in standing.positions {
          #expect(
            Set(position.statements)
              == Set(
                said.filter {
                  model.statement($0).stances.contains { $0.concept == position.concept }
                }))
        }
      }
      var byActor: [ActorID?: Int] = [:]
      var open = filter
      open.actors = []
      for row in model.rows(open) {
        for ordinal in row.statements {
          let actors = model.statement(StatementRef(article: row.key, ordinal: ordinal)).actors
          for actor in actors.isEmpty ? [nil] : Set(actors.map(Optional.some)) {
            byActor[actor, default: 0] += 1
          }
        }
      }
      let facet = store.facet(.actor, filter)
      #expect(
        Dictionary(
          uniqueKeysWithValues: facet.map { ($0.value.map { ActorID($0) }, $0.statements) })
          == byActor)
      #expect(facet.map(\.statements) == facet.map(\.statements).sorted(by: >))
    }
  }

  private func walk(_ store: MemoryStore, _ filter: CorpusFilter, backwards: Bool) -> [StatementRef]
  {
    var walked: [StatementRef] = []
    var here = store.statement(after: nil, filter, backwards: backwards)
    while let ref = here, walked.count < 1000 {
      walked.append(ref)
      here = store.statement(after: ref, filter, backwards: backwards)
    }
    return walked
  }

  @Test func anOpenEndIsNewestAndUndatedComeLast() {
    var dice = Dice(1)
    let articles = ["2024-05", nil, "2023/..", "2024-05-30", "../2022"].enumerated().map {
      dice.article($0, edtf: .some($1))
    }
    let keys = MemoryStore(articles: articles).rows(CorpusFilter(), in: 0..<9).map(\.key.rawValue)
    #expect(keys == [2, 0, 3, 4, 1])
  }

  @Test func fromOutsideTheWalkGoesOnWhereTheArticleWouldStand() {
    var dice = Dice(3)
    let articles = ["2021", "2022", "2023"].enumerated().map { index, date in
      var article = dice.article(index, edtf: date)
      article.statements = [dice.statement(1, in: article.article.text)]
      article.statements[0].type = index == 1 ? .direct : .indirect
      return article
    }
    let store = MemoryStore(articles: articles)
    var filter = CorpusFilter()
    filter.types = [.indirect]
    let outside = StatementRef(article: ArticleKey(rawValue: 1), ordinal: 1)
    #expect(store.statement(after: outside, filter, backwards: false)?.article.rawValue == 0)
    #expect(store.statement(after: outside, filter, backwards: true)?.article.rawValue == 2)
  }

  @Test func monthsAreCountedAndLongIntervalsLeftOut() {
    var dice = Dice(5)
    let articles = ["2023-03-31", "2023-03", "2023-03-30/2023-04-02", "2010/2020", "2023/..", nil]
      .enumerated().map { dice.article($0, edtf: .some($1)) }
    let months = MemoryStore(articles: articles).histogram(CorpusFilter())
    #expect(
      months == [
        MonthCount(year: 2023, month: 3, certain: 2, possible: 1),
        MonthCount(year: 2023, month: 4, certain: 0, possible: 1),
      ])
  }

  @Test func relationsToUnknownDocumentsAreLeftOut() {
    var dice = Dice(7)
    var article = dice.article(0, edtf: "2023")
    article.statements = (1...2).map { dice.statement($0, in: article.article.text) }
    let document = article.article.document
    @Sendable func relation(_ to: StatementID) -> StatementRelation {
      StatementRelation(
        from: StatementID(document: document, ordinal: 1), to: to, kinds: [.opposing], concept: nil,
        score: 1, reason: "")
    }
    let store = MemoryStore(
      articles: [article],
      relations: { _ in
        [
          relation(StatementID(document: "elsewhere", ordinal: 1)),
          relation(StatementID(document: document, ordinal: 9)),
          relation(StatementID(document: document, ordinal: 2)),
        ]
      })
    let found = store.related(to: StatementRef(article: ArticleKey(rawValue: 0), ordinal: 1))
    #expect(found.map(\.ref.ordinal) == [2])
    #expect(store.key(ofDocument: document)?.rawValue == 0)
  }
}

import CorpusStore
import TextModel

/// What the contract of `CorpusStore` says, word by word.
struct SlowModel {
  var articles: [AnalysedArticle]

  struct Row {
    var key: ArticleKey
    var match: DateMatch
    var statements: [Int]
  }

  func statement(_ ref: StatementRef) -> Statement {
    articles[ref.article.rawValue].statements[ref.ordinal - 1]
  }

  func rows(_ filter: CorpusFilter) -> [Row] {
    var rows: [Row] = []
    for (index, analysed) in articles.enumerated() {
      guard let match = DateMatch(analysed.article.date.days, window: filter.window) else {
        continue
      }
      if filter.hidesUncertain, match != .certain { continue }
      let passing = analysed.statements.filter { passes($0, filter) }.map(\.ordinal)
      if filter.asksAboutStatements, passing.isEmpty { continue }
      if !filter.text.isEmpty, !analysed.article.text.string.lowercased().contains(filter.text) {
        continue
      }
      rows.append(Row(key: ArticleKey(rawValue: index), match: match, statements: passing))
    }
    return rows.sorted { a, b in
      if a.match != b.match { return a.match < b.match }
      let x = end(a.key)
      let y = end(b.key)
      if x != y { return x > y }
      return document(a.key) < document(b.key)
    }
  }

  private func end(_ key: ArticleKey) -> Int {
    articles[key.rawValue].article.date.days?.upperBound ?? .min
  }

  private func document(_ key: ArticleKey) -> String { articles[key.rawValue].article.document }

  private func passes(_ statement: Statement, _ filter: CorpusFilter) -> Bool {
    if !filter.types.isEmpty, !filter.types.contains(statement.type) { return false }
    if !filter.actors.isEmpty {
      let actors: [ActorID?] = statement.actors.isEmpty ? [nil] : statement.actors
      if !actors.contains(where: filter.actors.contains) { return false }
    }
    if !filter.concepts.isEmpty {
      return statement.stances.contains {
        filter.concepts.contains($0.concept)
          && (filter.polarities.isEmpty || filter.polarities.contains($0.polarity))
      }
    }
    return filter.polarities.isEmpty
      || ([statement.polarity] + statement.stances.map(\.polarity)).contains(
        where: filter.polarities.contains)
  }
}

/// Random articles and filters from a seed.
struct Dice {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 }

  mutating func roll(_ limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(max(1, limit)))
  }

  mutating func pick<Value>(_ values: [Value]) -> Value { values[roll(values.count)] }

  private static let dates: [String?] = [
    nil, "2022", "2022-03", "2022-03-04", "2022-12-31", "2023/..", "../2022-06", "2022-03/2022-05",
    "2021-11", "2023-01-01T10:00:00", "2020/2024",
  ]
  private static let actors = ["anna", "bert", "kreml"].map { ActorID($0) }
  private static let concepts = ["peace", "tolls"].map { ConceptID($0) }

  /// An article with a random date, or a given one.
  mutating func article(_ number: Int, edtf: String?? = .none) -> AnalysedArticle {
    let date = edtf ?? pick(Self.dates)
    let text = SourceText(pick(["Die Ruhe kommt.", "Der Streit bleibt.", "Ruhe und Streit."]))
    let article = Article(
      document: "doc-\(roll(9))-\(number)", path: "doc-\(number).txt", text: text,
      anatomy: ArticleAnatomy(),
      date: ArticleDate(edtf: date.flatMap { EDTF($0) }, basis: .explicit, reason: ""))
    return AnalysedArticle(
      article: article,
      actors: Self.actors.map { NewsActor(id: $0, name: $0.rawValue, kind: .person) },
      statements: (0..<roll(4)).map { statement($0 + 1, in: text) })
  }

  mutating func statement(_ ordinal: Int, in text: SourceText) -> Statement {
    var statement = Statement(
      ordinal: ordinal, zone: .body, type: pick(ReportedSpeech.allCases), medium: .speech,
      quote: [TextSpan(0, 3)], rule: "random", confidence: 1)
    statement.actors = pick([
      [], [Self.actors[0]], [Self.actors[1]], [Self.actors[2], Self.actors[0]],
    ])
    statement.polarity = pick(Polarity.allCases)
    statement.stances = (0..<roll(3)).map {
      Stance(
        concept: Self.concepts[$0], polarity: pick(Polarity.allCases), confidence: 1, evidence: [])
    }
    return statement
  }

  mutating func filter() -> CorpusFilter {
    var filter = CorpusFilter()
    if roll(2) == 0 {
      filter.window = pick(["2022", "2022-03", "2022-03-04", "2023", "2019"]).split(separator: " ")
        .first.flatMap { EDTF($0)?.days }
    }
    filter.hidesUncertain = roll(4) == 0
    if roll(3) == 0 { filter.actors = pick([[nil], [Self.actors[0]], [Self.actors[1], nil]]) }
    if roll(4) == 0 { filter.concepts = [pick(Self.concepts)] }
    if roll(4) == 0 { filter.polarities = [pick(Polarity.allCases)] }
    if roll(4) == 0 { filter.types = [pick(ReportedSpeech.allCases)] }
    if roll(4) == 0 { filter.text = pick(["ruhe", "streit", "nichts"]) }
    return filter
  }
}

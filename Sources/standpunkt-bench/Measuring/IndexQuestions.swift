import ArticleAnalysis
import CorpusIndex
import CorpusStore
import GermanLanguage
import NewsArchive
import TextModel

/// What the explorer asks of an index, timed without a screen. Each round asks a store that was opened anew, so
/// that no answer is remembered; the least of the rounds counts.
struct IndexQuestions {
  private var least: [String: Double] = [:]
  private var names: [(what: String, budget: Double?)] = []
  private(set) var hits: [(text: String, articles: Int)] = []
  /// Texts to type in the explorer, with the articles that it is to show; only those that there are any of.
  private(set) var shown: [(text: String, articles: Int)] = []
  /// Of the first article in the list.
  private(set) var firstTitle = ""

  /// A part of compounds, beginnings of one to four letters that many German words have, stop words, phrases, words near
  /// each other, and what can be put together of them. All have hits in a large archive of `generate`.
  private static let texts = [
    "hafen", "bund*", "der", "d*", "s*", "ge*", "de*", "der*", "ver*", "sch*", "mini*", "eine*",
    "regierung land", "s* AND ver*", "a* e*", "der die das und", "der OR die OR und",
    "der NOT regierung", "-polizei", "ver* -polizei", "\"am Montag\"", "\"in der\"", "\"und vor\"",
    "\"die Regierung\"", "\"um die\"", "die NEAR/3 regierung", "der NEAR und",
    "der NEAR/5 die NEAR/5 und", "NEAR(ver* der, 4)", "NEAR(s* der, 3)",
  ]
  private static let typed = ["die", "der", "mini", "ver", "bun", "in der reg", "\"am mon"]
  private static let inTerminal = ["hafen", "bund*", "der"]

  /// - Parameter only: searches to ask instead of all questions; empty for all.
  init(_ index: String, rounds: Int, only: [String] = []) throws {
    for _ in 0..<max(1, rounds) { try ask(index, only) }
  }

  var figures: [Figure] {
    names.map { Figure($0.what, least[$0.what] ?? 0, .milliseconds, budget: $0.budget) }
  }

  private mutating func time(_ what: String, _ budget: Double?, _ work: () throws -> Void) rethrows
  {
    let begin = processorSeconds()
    try work()
    let milliseconds = (processorSeconds() - begin) * 1000
    if least[what] == nil { names.append((what, budget)) }
    least[what] = min(least[what] ?? .infinity, milliseconds)
  }

  private mutating func ask(_ index: String, _ only: [String]) throws {
    let texts = ArticleTexts {
      ArticleAnalysing(reader: ArticleReader(), analyser: ArticleAnalyser(lexicon: .embedded))
    }
    var opened: IndexStore?
    try time("open, first rows and counts", 300) {
      let store = try IndexStore(.named(index), texts: texts)
      _ = store.rows(CorpusFilter(), in: 0..<50)
      _ = store.counts(CorpusFilter())
      opened = store
    }
    guard let store = opened else { return }
    if only.isEmpty {
      time("read all statements, behind", nil) { _ = store.prepareCounts() }
    }
    var found: [(String, Int)] = []
    for text in only.isEmpty ? Self.texts : only {
      var filter = CorpusFilter()
      filter.text = text
      found.append((text, first(filter, "first 50 of `\(text)`", store)))
    }
    for text in only.isEmpty ? Self.typed : [] {
      var filter = CorpusFilter()
      filter.text = text
      filter.isTextBegun = true
      found.append((text, first(filter, "while typing `\(text)`", store)))
    }
    hits = found
    firstTitle = store.rows(CorpusFilter(), in: 0..<1).first?.title ?? ""
    shown = Self.inTerminal.map {
      var filter = CorpusFilter()
      filter.text = $0
      filter.isTextBegun = true
      return ($0, store.counts(filter).articles)
    }.filter { $0.1 > 0 }
    guard only.isEmpty else { return }
    askNarrowed(store)
    askCounts(store)
    askStatements(store)
  }

  /// The first fifty hits, and how many there are. No word of the text was asked for before.
  private mutating func first(_ filter: CorpusFilter, _ what: String, _ store: IndexStore) -> Int {
    var count = 0
    store.forgetAnswers()
    time(what, 50) {
      _ = store.rows(filter, in: 0..<50)
      count = store.counts(filter).articles
    }
    return count
  }

  /// Texts on top of other conditions.
  private mutating func askNarrowed(_ store: IndexStore) {
    var month = CorpusFilter()
    month.window = EDTF("2021-03")?.days
    time("date window moved", 30) { _ = store.rows(month, in: 0..<50) }
    month.text = "die NEAR/4 und"
    _ = first(month, "`die NEAR/4 und` in a month", store)
    var spoken = CorpusFilter()
    let actor = store.facet(.actor, CorpusFilter()).first { $0.value != nil }
    spoken.actors = [actor?.value.map { ActorID($0) }]
    spoken.text = "sie"
    _ = first(spoken, "`sie`, one actor", store)
    spoken.window = EDTF("2021")?.days
    spoken.text = "ver"
    spoken.isTextBegun = true
    _ = first(spoken, "while typing `ver`, one actor, a year", store)
    var relevant = CorpusFilter()
    relevant.text = "regierung land"
    relevant.byRelevance = true
    time("`regierung land` by relevance", nil) { _ = store.rows(relevant, in: 0..<50) }
  }

  private mutating func askCounts(_ store: IndexStore) {
    var filter = CorpusFilter()
    filter.polarities = [.oppose]
    filter.window = EDTF("2021")?.days
    time("new filter: list", 200) { _ = store.rows(filter, in: 0..<50) }
    for (name, filter) in [("a new filter", filter), ("no filter", CorpusFilter())] {
      for field in FacetField.allCases {
        time("facet of \(field.rawValue), \(name)", 200) { _ = store.facet(field, filter) }
      }
      time("histogram, \(name)", 200) { _ = store.histogram(filter) }
      time("standings, \(name)", 200) { _ = store.standings(of: nil, filter) }
      time("matrix, \(name)", 200) { _ = store.matrix(filter, actors: 40, concepts: 20) }
    }
    let actors = store.facet(.actor, CorpusFilter()).compactMap(\.value)
    let concepts = store.facet(.concept, CorpusFilter()).compactMap(\.value)
    if let actor = actors.first {
      time("page of the actor with most statements", 200) {
        _ = store.profile(of: ActorID(actor), CorpusFilter())
      }
    }
    if let concept = concepts.first {
      time("page of the concept with most statements", 200) {
        _ = store.profile(of: ConceptID(concept), CorpusFilter())
      }
    }
  }

  private mutating func askStatements(_ store: IndexStore) {
    let refs = store.digests(CorpusFilter(), in: 0..<40).map(\.ref)
    for (number, ref) in refs.enumerated() {
      let begin = processorSeconds()
      _ = store.related(to: ref)
      least["related \(number)"] = min(
        least["related \(number)"] ?? .infinity, (processorSeconds() - begin) * 1000)
    }
    let worst = refs.indices.compactMap { least["related \($0)"] }.max() ?? 0
    let what = "related statements, worst of 40"
    if least[what] == nil { names.append((what, 30)) }
    least[what] = worst
    guard let key = store.rows(CorpusFilter(), in: 0..<1).first?.key else { return }
    _ = try? store.article(key)
    time("an article with its text", 150) { _ = try? store.article(key) }
  }
}

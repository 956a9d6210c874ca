import CorpusIndex
import CorpusStore
import NewsArchive
import Relations
import Testing
import TextModel

/// The same archive answered from memory and from its index: every question has one answer.
@Suite struct ParityTests {
  @Test(arguments: 1...4) func indexAndMemoryAgree(seed: Int) throws {
    var dice = ArticleDice(UInt64(seed))
    let archive = TestArchive()
    for number in 0..<(6 + dice.roll(30)) {
      let (name, text) = dice.article(number)
      archive.write(name, text)
    }
    if dice.roll(2) == 0 { archive.write("broken.txt", "a\u{0}b") }
    try archive.refresh { $0.jobs = 1 + dice.roll(2) }
    let pair = try StorePair(archive)
    try pair.compareWhole()
    for _ in 0..<25 { try pair.compare(dice.filter(pair.memory)) }
  }

  @Test func anIndexBuiltInStepsAgrees() throws {
    var dice = ArticleDice(99)
    let archive = TestArchive()
    for step in 0..<6 {
      for number in 0..<6 {
        let (name, text) = dice.article(step * 6 + number)
        archive.write(name, text)
      }
      if step == 3 { archive.remove(try #require(archive.walk().inputs.first).path) }
      try archive.refresh()
    }
    let pair = try StorePair(archive)
    try pair.compareWhole()
    for _ in 0..<40 { try pair.compare(dice.filter(pair.memory)) }
  }

  @Test func aChangedFileIsNotShownAsItWas() throws {
    let archive = TestArchive()
    archive.write("a.txt", "Der Rat tagt. „Wir bauen“, sagte Anna Huber.")
    archive.write("b.txt", "Die Brücke bleibt zu.")
    try archive.refresh()
    let store = try StorePair.open(archive)
    let a = try #require(store.key(ofDocument: "a"))
    let b = try #require(store.key(ofDocument: "b"))
    #expect(try store.article(a).article.document == "a")
    archive.write("a.txt", "Ganz anders.")
    archive.remove("b.txt")
    #expect { try store.article(a) } throws: {
      ($0 as? Diagnostic)?.message.contains("has changed") == true
    }
    #expect { try store.article(b) } throws: {
      ($0 as? Diagnostic)?.message == "The file is no longer there."
    }
  }

  /// A store shows one moment of the index, and its keys hold in the next.
  @Test func aStoreShowsOneMoment() throws {
    let archive = TestArchive()
    archive.write("2024-01-02 a.txt", "Der Rat tagt.")
    try archive.refresh()
    let before = try StorePair.open(archive)
    let key = try #require(before.rows(CorpusFilter(), in: 0..<9).first?.key)
    archive.write("2024-01-03 b.txt", "Die Brücke bleibt zu.")
    try archive.refresh()
    #expect(before.rows(CorpusFilter(), in: 0..<9).map(\.document) == ["2024-01-02 a"])
    var text = CorpusFilter()
    text.text = "brücke"
    #expect(before.counts(text).articles == 0)
    let after = try StorePair.open(archive)
    #expect(after.counts(CorpusFilter()).articles == 2)
    #expect(after.counts(text).articles == 1)
    #expect(after.row(key)?.document == "2024-01-02 a")
  }

  @Test func aCancelledQuestionEndsAndTheNextIsAnswered() throws {
    let archive = TestArchive()
    archive.write("a.txt", "Der Rat tagt.")
    try archive.refresh()
    let store = try StorePair.open(archive)
    var filter = CorpusFilter()
    filter.text = "rat"
    let cancelled = store.answering(7) {
      store.cancel(7)
      return store.counts(filter)
    }
    #expect(cancelled.articles <= 1)
    #expect(store.answering(8) { store.counts(filter) }.articles == 1)
    store.cancel(8)
    #expect(store.counts(filter).articles == 1)
  }
}

/// The two stores of one archive.
struct StorePair {
  let memory: MemoryStore
  let index: IndexStore

  static func open(_ archive: TestArchive) throws -> IndexStore {
    try IndexStore(
      archive.index,
      texts: ArticleTexts {
        ArticleAnalysing(reader: TestArchive.reader, analyser: TestArchive.analyser)
      })
  }

  init(_ archive: TestArchive) throws {
    index = try Self.open(archive)
    var articles: [AnalysedArticle] = []
    for input in archive.walk().inputs {
      guard let article = try? TestArchive.reader.read(input) else { continue }
      articles.append(TestArchive.analyser.analyse(article))
    }
    let maker = RelationItemMaker()
    var names = RelationNames()
    for concept in TestArchive.analyser.concepts {
      names.concepts[concept.id] = concept.labelGerman
    }
    let relations = RelationIndex(
      articles.enumerated().flatMap { maker.items(of: $1, article: $0) }, names: names)
    memory = MemoryStore(
      articles: articles, concepts: TestArchive.analyser.concepts,
      relations: { relations.relations(of: $0, limit: RelatedStatement.most + 1) })
  }

  private func name(_ ref: StatementRef, _ store: some CorpusStore) -> String {
    "\(store.row(ref.article)?.document ?? "?")#\(ref.ordinal)"
  }

  func compareWhole() throws {
    let a = memory.summary()
    let b = index.summary()
    #expect(a.articles == b.articles && a.statements == b.statements && a.days == b.days)
    for row in index.rows(CorpusFilter(), in: 0..<1000) {
      let key = try #require(memory.key(ofDocument: row.document))
      #expect(index.key(ofDocument: row.document) == row.key)
      #expect(try memory.article(key) == index.article(row.key))
      #expect(
        describe(memory.standings(of: key, CorpusFilter()), memory)
          == describe(index.standings(of: row.key, CorpusFilter()), index))
      for ordinal in index.statements(of: row.key, CorpusFilter()) {
        let one = memory.related(to: StatementRef(article: key, ordinal: ordinal))
        let other = index.related(to: StatementRef(article: row.key, ordinal: ordinal))
        // From a posting with many statements of about one time both take the nearest, by the middle and
        // by the end of an interval; what weighs most is the same.
        #expect(weights(one).first == weights(other).first, "\(row.document)#\(ordinal)")
        #expect(one.count == other.count)
      }
    }
  }

  func compare(_ filter: CorpusFilter) throws {
    let comment = Comment(rawValue: "\(filter)")
    #expect(memory.counts(filter) == index.counts(filter), comment)
    let one = memory.rows(filter, in: 0..<1000)
    let other = index.rows(filter, in: 0..<1000)
    #expect(one.map(describe) == other.map(describe), comment)
    for (row, found) in other.enumerated() {
      #expect(index.position(of: found.key, in: filter) == row)
      #expect(
        index.statements(of: found.key, filter) == memory.statements(of: one[row].key, filter))
    }
    for field in FacetField.allCases {
      #expect(memory.facet(field, filter) == index.facet(field, filter), comment)
    }
    #expect(memory.histogram(filter) == index.histogram(filter), comment)
    #expect(
      describe(memory.standings(of: nil, filter), memory)
        == describe(index.standings(of: nil, filter), index), comment)
    let digests = memory.digests(filter, in: 2..<40)
    let others = index.digests(filter, in: 2..<40)
    #expect(digests.map { describe($0, memory) } == others.map { describe($0, index) }, comment)
    for backwards in [false, true] {
      #expect(walk(memory, filter, backwards) == walk(index, filter, backwards), comment)
    }
    // From articles outside the filter the walk goes on at the same place.
    for row in memory.rows(CorpusFilter(), in: 0..<5) {
      let key = try #require(index.key(ofDocument: row.document))
      for backwards in [false, true] {
        let a = memory.statement(
          after: StatementRef(article: row.key, ordinal: 1), filter, backwards: backwards)
        let b = index.statement(
          after: StatementRef(article: key, ordinal: 1), filter, backwards: backwards)
        #expect(a.map { name($0, memory) } == b.map { name($0, index) }, comment)
      }
    }
    let matrix = memory.matrix(filter, actors: 5, concepts: 4)
    #expect(matrix == index.matrix(filter, actors: 5, concepts: 4), comment)
    for actor in matrix.actors.compactMap(\.id) {
      let one = memory.profile(of: actor, filter)
      let other = index.profile(of: actor, filter)
      #expect(one?.actor == other?.actor && one?.articles == other?.articles, comment)
      #expect(one?.statements == other?.statements, comment)
      #expect(one?.positions == other?.positions, comment)
    }
    for concept in matrix.concepts {
      let one = memory.profile(of: concept.id, filter)
      let other = index.profile(of: concept.id, filter)
      #expect(one?.articles == other?.articles && one?.statements == other?.statements, comment)
      #expect(one?.actors == other?.actors, comment)
    }
  }

  private func walk(_ store: some CorpusStore, _ filter: CorpusFilter, _ backwards: Bool)
    -> [String]
  {
    var names: [String] = []
    var here: StatementRef?
    while names.count < 60, let next = store.statement(after: here, filter, backwards: backwards) {
      names.append(name(next, store))
      here = next
    }
    return names
  }

  private func describe(_ row: ArticleRow) -> String {
    "\(row.document) \(row.title) \(row.hasTitle) \(row.edtf?.description ?? "-") \(row.match) \(row.matchingStatements)/\(row.statements)"
  }

  private func describe(_ digest: StatementDigest, _ store: some CorpusStore) -> String {
    "\(name(digest.ref, store)) \(digest.type) \(digest.speaker ?? "-") \(digest.actors) \(digest.edtf?.description ?? "-") \(digest.text) \(digest.polarity) \(digest.stances)"
  }

  private func describe(_ standings: [ActorStanding], _ store: some CorpusStore) -> [String] {
    standings.map { standing in
      let positions = standing.positions.map { position in
        "\(position.label) \(position.support) \(position.oppose) \(position.neutral) \(position.ambivalent) "
          + position.statements.map { name($0, store) }.joined(separator: ",")
      }
      return
        "\(standing.actor?.rawValue ?? "?") \(standing.name) \(standing.kind?.rawValue ?? "") \(standing.statements) \(positions)"
    }
  }

  private func weights(_ related: [RelatedStatement]) -> [Int] {
    related.map { Int(($0.score * 1000).rounded()) }
  }

}

/// Random articles of our own, and filters, from a seed.
struct ArticleDice {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 }

  mutating func roll(_ limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(max(1, limit)))
  }

  mutating func pick<Value>(_ values: [Value]) -> Value { values[roll(values.count)] }

  private static let sentences = [
    "„Wir brauchen eine Waffenruhe“, sagte Außenministerin Anna Huber am Freitag.",
    "Bürgermeister Jens Krause lehnte eine Waffenruhe ab.",
    "Moskau sei zu Verhandlungen bereit, teilte Kremlsprecher Peskow mit.",
    "Die Bundesregierung fordert schärfere Sanktionen gegen Russland.",
    "Huber warnte: „Ohne Verhandlungen gibt es keinen Frieden.“",
    "Der Bundestag berät über die Friedensverhandlungen und das Kriegsende.",
    "Österreich zögere noch, hieß es in Wien.",
    "Waffen seien keine Lösung, sagte Krause.",
    "Die Ruhe in der Straße währte nur kurz.",
    "Nach Angaben der Polizei wurde niemand verletzt.",
    "Laut Krause ist der Krieg noch lange nicht zu Ende.",
  ]

  /// A file name and a text.
  mutating func article(_ number: Int) -> (name: String, text: String) {
    var name = "text-\(roll(50))-\(number).txt"
    if roll(3) > 0 { name = "2023-0\(1 + roll(9))-1\(roll(9)) \(number).txt" }
    if roll(4) == 0 { name = "unter/\(name)" }
    var text = roll(5) == 0 ? "" : "Streit um die \(pick(["Brücke", "Waffenruhe", "Straße"]))\n\n"
    if roll(6) == 0 { text += "Stand: 0\(1 + roll(8)).04.2022\n\n" }
    for _ in 0..<roll(6) { text += pick(Self.sentences) + pick([" ", " ", "\n\n"]) }
    return (name, text)
  }

  mutating func filter(_ store: some CorpusStore) -> CorpusFilter {
    var filter = CorpusFilter()
    if roll(3) == 0 { filter.window = EDTF(pick(["2023", "2023-04", "2022", "2023-05-12"]))?.days }
    filter.hidesUncertain = roll(4) == 0
    if roll(3) == 0 {
      let actors = store.facet(.actor, CorpusFilter()).map { $0.value.map { ActorID($0) } }
      if !actors.isEmpty { filter.actors = [pick(actors), pick(actors)] }
    }
    if roll(4) == 0 {
      let concepts = store.facet(.concept, CorpusFilter()).compactMap(\.value)
      if !concepts.isEmpty { filter.concepts = [ConceptID(pick(concepts))] }
    }
    if roll(4) == 0 { filter.polarities = [pick(Polarity.allCases)] }
    if roll(4) == 0 { filter.types = [pick(ReportedSpeech.allCases)] }
    if roll(2) == 0 {
      filter.text = pick([
        "ruhe", "waffenruhe", "waffen", "bund*", "friede*", "\"keine Waffenruhe\"", "huber krause",
        "huber OR peskow", "NOT krause", "strasse -brücke", "reich", "ende", "verhandlungen",
        "huber NEAR/4 waffenruhe", "NEAR(krieg ende, 5)", "(ruhe OR krieg) NOT huber",
        "\"es in Wi\"*",
        "der", "unbekannt",
      ])
    }
    if roll(6) == 0 {
      filter.text = pick(["waffenr", "ru", "huber wa", "\"keine Wa", "ruhe NOT", "verh", "frie"])
      filter.isTextBegun = true
    }
    return filter
  }
}

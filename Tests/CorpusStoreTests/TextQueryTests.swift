import CorpusStore
import Testing
import TextModel

@Suite struct TextQueryTests {
  /// Five articles; each query with the ones that it finds.
  static let texts = [
    "Die Waffenruhe hält. Peskow sprach von einem Bündnis.",
    "Ruhe, sagte die Ministerin; keine Waffen mehr!",
    "Die Friedensverhandlungen in Österreich: der Bundestag zögert.",
    "Frieden und Verhandlungen. Das Reich der Straße.",
    "Kriegsende? Der Krieg hat kein Ende, das Bundeskabinett berät.",
  ]

  @Test(arguments: [
    ("ruhe", [0, 1]), ("RUHE", [0, 1]), ("\"ruhe\"", [1]), ("ruhe waffen", [0, 1]),
    ("ruhe AND minist*", [1]), ("ruhe NOT waffenruhe", [1]), ("ruhe -peskow", [1]),
    ("NOT der", [0, 1]), ("bund*", [2, 4]), ("bündnis", [0]), ("buendnis", [0]), ("bundnis", []),
    ("strasse", [3]), ("Straße", [3]), ("frieden", [2, 3]), ("verhandlungen", [2, 3]),
    ("reich", [3]), ("krieg", [4]), ("ende NOT krieg", []), ("bundestag OR peskow", [0, 2]),
    ("(ruhe OR reich) -minist*", [0, 3]), ("der AND (tag OR bundestag)", [2]),
    ("\"keine waffen\"", [1]), ("\"waffen keine\"", []), ("\"kein End\"*", [4]),
    ("peskow NEAR bündnis", [0]), ("die NEAR/3 peskow", [0]), ("die NEAR/2 peskow", [0]),
    ("die NEAR/1 peskow", []),
    ("peskow NEAR/3 die", [0]), ("NEAR(hat ende, 1)", [4]), ("NEAR(krieg ende kabinett)", []),
    ("NEAR(krieg ende bundesk*)", [4]), ("„keine Waffen“", [1]), ("and", []), ("und", [3]),
    ("sagte die Ministerin;", [1]), ("waffen-ruhe", []),
  ])
  func finds(query: String, expected: [Int]) throws {
    #expect(hits(try TextQuery(query)) == expected)
  }

  @Test(arguments: [
    ("ruhe AND", "AND needs a word on both sides"), ("AND ruhe", "AND needs a word on both sides"),
    ("ruhe OR", "OR needs a word on both sides"), ("OR ruhe", "OR needs a word on both sides"),
    ("a OR OR b", "OR needs a word on both sides"), ("NOT", "NOT needs a word after it"),
    ("die \"ruhe", "the quotation mark at letter 5 is not closed"), ("(ruhe", "a ( is not closed"),
    ("ruhe)", "there is a ) without its ("),
    ("bu*nd", "a * stands at the end of a word only, as in bund*"),
    ("a NEAR", "NEAR needs a word or a \"phrase\" on both sides"),
    ("(a b) NEAR c", "NEAR joins words and \"phrases\" only"),
    ("a NEAR/x b", "NEAR/ needs a number of words, as in NEAR/5"),
    ("…", "there is no word in it to search for"),
    ("NEAR(a)", "NEAR(…) needs two words at least"),
  ])
  func saysWhatIsWrong(query: String, sentence: String) {
    #expect { try TextQuery(query) } throws: { ($0 as? TextQueryError)?.message == sentence }
  }

  @Test(arguments: [
    ("ruh", [1]), ("waffenr", [0]), ("ru", [0, 1, 2, 3, 4]), ("peskow ru", [0]),
    ("peskow bün", [0]), ("ruhe ", [0, 1]), ("ruhe AND", [0, 1]), ("ruhe NOT wa", [0, 1]),
    ("ruhe NOT waf", []), ("\"keine wa", [1]), ("(ruhe OR rei", [0, 1, 3]), ("ruhe)", [0, 1]),
    ("die NEAR pes", [0]), ("die NEAR", [0, 1, 2]), ("OR reich", [3]), ("ruhe -", [0, 1]),
    ("krieg", [4]),
  ])
  func findsWhileTyping(query: String, expected: [Int]) {
    #expect(hits(TextQuery(typing: query)) == expected)
  }

  /// What a cat or a pasted file types ends neither on the stack nor in a query without end.
  @Test(arguments: [
    "NOT ", "NEAR ", "NEAR NOT ", "NOT NEAR ", "-", "- ", "\"\" ", "„“ ", "… ", "NEAR() ", "(", ")",
    "OR ",
    "AND ", "NOT (", "-(", "* ", "NEAR(\"\" ",
  ])
  func endlessQueriesEnd(piece: String) {
    let text = String(repeating: piece, count: 20_000)
    for query in [text, text + "ruhe", "ruhe " + text] {
      _ = hits(TextQuery(typing: query))
      if let query = try? TextQuery(query) { _ = hits(query) }
    }
  }

  @Test func severalNotsAreOne() throws {
    #expect(try TextQuery("NOT NOT NOT ruhe").root == .not(.word(Array("ruhe".utf8))))
    #expect(TextQuery(typing: "NEAR NOT ruhe ").root == .not(.word(Array("ruhe".utf8))))
    #expect(try TextQuery("\"\" … ruhe").root == .word(Array("ruhe".utf8)))
  }

  /// Whatever is typed is a query at every letter.
  @Test(arguments: 1...200) func neverErrsWhileTyping(seed: Int) {
    var dice = Dice(UInt64(seed))
    let pieces = [
      "ruhe", " ", "AND", "OR", "NOT", "NEAR", "NEAR/", "3", "(", ")", "\"", "*", "-", "ä", "„",
      ",",
    ]
    var text = ""
    for _ in 0..<dice.roll(14) {
      text += dice.pick(pieces)
      _ = hits(TextQuery(typing: text))
      if let query = try? TextQuery(text) { _ = hits(query) }
    }
  }

  @Test(arguments: [
    ("waffenruhe", "waffen ruhe", ["waffen", "ruhe"]),
    ("kriegsende", "krieg ende", ["krieg", "ende"]),
    ("waffenruhe", "waffe ruhe", ["waffe", "ruhe"]), ("oesterreich", "reich", []),
    ("unruhe", "ruhe", []), ("ruhe", "ruhe", []),
    ("friedensverhandlungsende", "frieden verhandlung ende", ["frieden", "verhandlung", "ende"]),
    ("friedensverhandlungsende", "frieden ende", []),
  ])
  func takesCompoundsApart(word: String, archive: String, expected: [String]) {
    let words = Set(archive.split(separator: " ").map { Array($0.utf8) })
    let letters = Array(word.utf8)
    let parts = CompoundParts { words.contains(Array($0)) }
    #expect(
      parts.parts(of: letters).map { String(decoding: letters[$0], as: UTF8.self) } == expected)
  }

  @Test func wordsKnowWhereTheyStand() {
    let text = "„Größe“ – U-Boot, 2.5 €"
    let words = SearchWords(Array(text.utf8))
    #expect(
      words.ranges.indices.map { String(decoding: words[$0], as: UTF8.self) } == [
        "groesse", "u", "boot", "2", "5",
      ])
    #expect(SourceText(text)[words.span(0..<1)] == "Größe")
    #expect(SourceText(text)[words.span(1..<3)] == "U-Boot")
    #expect(
      String(decoding: searchableText(Array(text.utf8)), as: UTF8.self) == "groesse u boot 2 5")
  }

  private func hits(_ query: TextQuery) -> [Int] {
    let index = MemoryStore(
      articles: Self.texts.enumerated().map { number, text in
        AnalysedArticle(
          article: Article(
            document: "\(number)", path: "\(number)", text: SourceText(text),
            anatomy: ArticleAnatomy(), date: ArticleDate(edtf: nil, basis: nil, reason: "")),
          actors: [], statements: [])
      })
    return index.articles(matching: query).map(\.rawValue)
  }
}

import CaseFiles
import Dating
import NewsArchive
import Testing
import TextModel

/// When articles appeared, by example.
@Suite struct ArticleDaterTests {
  static let cases = CaseFile.cases("artikel.txt")

  @Test func casesAreFound() {
    #expect(Self.cases.count > 15)
  }

  private func article(_ text: String, path: String = "artikel.txt") -> Article {
    articleReader.article(document: "artikel", path: path, text: SourceText(text))
  }

  @Test(arguments: cases) func date(_ example: CaseFile) {
    let article = article(example.text)
    let date = articleDater.date(of: article)
    #expect([date.edtf?.description ?? "unknown"] == example.values("date"), "\(date.reason)")
    let basis = example.values("basis")
    if !basis.isEmpty { #expect(basis == [date.basis?.rawValue ?? "none"]) }
    let evidence = example.values("evidence")
    if !evidence.isEmpty { #expect(date.evidence.map { article.text[$0] } == evidence) }
    #expect(date.reason.hasSuffix("."))
    #expect(!date.reason.contains("\n"))
  }

  @Test(arguments: [
    ("Erdbeben (2006-03-27).txt", "2006-03-27"), ("2023-03-31 Rede.txt", "2023-03-31"),
    ("20230331_rede.txt", "2023-03-31"), ("rede_2023_03_31.txt", "2023-03-31"),
    ("31.03.2023 Rede.txt", "2023-03-31"), ("2023-03 Rede.txt", "2023-03"),
    ("2023/03/31/rede.txt", "2023-03-31"), ("2023/rede.txt", "2023"),
    ("2023-03/rede.txt", "2023-03"),
  ])
  func fileName(path: String, expected: String) {
    let date = articleDater.date(of: article("Die Stadt sucht einen Platz.", path: path))
    #expect(date.edtf?.description == expected)
    #expect(date.basis == .filename)
  }

  @Test(arguments: [
    "Wahl 2021.txt", "000_b47f18414b72a5c6.txt", "20231345.txt", "12345678901.txt",
    "2023-03-31 und 2024-03-31.txt",
  ])
  func whatIsNoDateInAName(path: String) {
    #expect(
      articleDater.date(of: article("Die Stadt sucht einen Platz.", path: path)).edtf == nil)
  }

  @Test func aLaterDayInTheTextRefutesTheName() {
    let text = "Am 5. Mai 2024 beschloss der Rat den Plan. Nun wird gebaut."
    let date = articleDater.date(of: article(text, path: "2024-05-01.txt"))
    #expect(date.edtf?.description == "2024-05-05/..")
    #expect(date.basis == .inferred)
  }

  @Test(arguments: [
    ("2023-03-31", "2023-03-31"), ("2023-03-31T13:46:00+02:00", "2023-03-31T13:46:00"),
    ("2023-03", "2023-03"), ("31.03.2023", "2023-03-31"), ("31.03.2023, 13:46", "2023-03-31"),
  ])
  func metadata(text: String, expected: String) {
    let date = articleDater.date(of: article("Die Stadt sucht einen Platz."), metadataDate: text)
    #expect(date.edtf?.description == expected)
    #expect(date.basis == .metadata)
  }

  @Test(arguments: ["", "gestern", "2023-13-45", "31.02.2023", "null"])
  func uselessMetadata(text: String) {
    #expect(articleDater.date(of: article("Die Stadt sucht."), metadataDate: text).edtf == nil)
  }

  /// The text's own day wins over metadata, which often tell when a copy was made.
  @Test func statedBeforeMetadata() {
    let text = "Neues Museum\n\nStand: 31.03.2023\n\nDie Stadt sucht einen Platz. Der Rat berät."
    let date = articleDater.date(of: article(text), metadataDate: "2024-01-01")
    #expect(date.edtf?.description == "2023-03-31")
    #expect(date.basis == .explicit)
  }

  @Test(arguments: 1...20) func anyTextGetsADateOrNone(seed: UInt64) {
    var state = seed &* 0x9E37_79B9_7F4A_7C15
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let pieces = [
      "am ", "Montag", " (", "24. November", ")", "2022", "31.03.2023", " 13:46 Uhr", "seit ",
      "vor gut ",
      "zehn Monaten", "wurde ", ", ", ". ", "\n\n", "Stand: ", "heute ", "99999999", "31.2.2023",
      "1.1.",
      "Ukraine-Krieg überfallen", "soll ", "bis Anfang Dezember", "„", "“", "Ä", "date 0000-00 ",
      "9999",
      "Bundeskanzler Scholz", "im Sommer 2020", "vergangene Woche", "-", "/", "0.0.0000",
    ]
    let dater = articleDater
    for _ in 0..<50 {
      let text = (0..<next(30)).map { _ in pieces[next(pieces.count)] }.joined()
      let article = article(text)
      let date = dater.date(of: article)
      let inside = date.evidence.allSatisfy {
        $0.end <= article.text.count && article.text.isCodePointBoundary($0.begin)
          && article.text.isCodePointBoundary($0.end)
      }
      #expect(inside, "\(text)")
      if let edtf = date.edtf { #expect(EDTF(edtf.description) == edtf, "\(text)") }
      _ = dater.date(in: article.text.span, of: article, reference: date)
    }
  }
}

/// Texts that are hard on loops which look around.
@Suite struct DatingFloodTests {
  @Test(arguments: [
    "2022 ", "31.03.2023, ", "am Montag (1. Mai), ", "vor zehn Monaten überfallen Ukraine-Krieg ",
    "Bundeskanzler Scholz ", "wurde 1. ", "Stand: 31.03.2023\n", "99999999999", "1.",
  ])
  func time(unit: String) {
    let text = SourceText(String(repeating: unit, count: 400_000 / unit.utf8.count))
    let article = articleReader.article(document: "d", path: "d.txt", text: text)
    let time = ContinuousClock().measure { _ = articleDater.date(of: article) }
    #expect(time < .seconds(10))
  }
}

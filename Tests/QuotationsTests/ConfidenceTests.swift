import GermanLanguage
import Quotations
import Testing
import TextModel

/// How far statements are trusted: `confidence.tsv` and what is read of each statement.
@Suite("Confidence")
struct ConfidenceTests {
  static let finder = StatementFinder()

  private func article(_ words: String) -> Article {
    let text = SourceText(words)
    var anatomy = ArticleAnatomy()
    anatomy.blocks = [TextBlock(zone: .body, span: TextSpan(0, text.count))]
    return Article(document: "a", path: "a.txt", text: text, anatomy: anatomy)
  }

  private func confidence(_ words: String) throws -> Double {
    try #require(Self.finder.statements(in: article(words)).first).confidence
  }

  @Test("a named source is trusted more than hearsay")
  func sourceAndHearsay() throws {
    let source = try confidence("Laut Polizei wurde bei dem Brand niemand verletzt.")
    let hearsay = try confidence("Der Mann soll ein Auto gestohlen haben.")
    #expect(source > 0.85)
    #expect(hearsay < 0.5)
  }

  @Test("one rule is trusted by what is seen of its statement, not by its name alone")
  func spread() throws {
    let named = try confidence("Bürgermeisterin Petra Rehling sagte, dass die Brücke hält.")
    let nobody = try confidence(
      "Es hieß in langen und zähen Runden, wie man sie aus früheren Jahren kennt, nicht, dass sie hält."
    )
    #expect(named > nobody + 0.3)
  }

  @Test("every sign of the table is one that statements can have")
  func signsOfTheTable() {
    let rows = TabSeparatedTable(LexiconFiles.embedded.bytes("confidence.tsv")).rows
    #expect(rows.count > 100)
    let verbs = GermanLexicon(files: .embedded).verbs
    for row in rows {
      let sign = row["sign"]
      #expect(Double(row["weight"]) != nil, "\(sign)")
      if sign.hasPrefix("verb: ") { #expect(verbs.number(String(sign.dropFirst(6))) != nil) }
    }
    #expect(rows.contains { $0["sign"] == "always" })
  }

  @Test("what is read of a statement names its rule, its verb and its speaker")
  func evidence() throws {
    let found = Self.finder.evidence(
      in: article("Der Wirt sagte, dass die Küche geschlossen bleibt."))
    let signs = try #require(found.first).signs
    for wanted in [
      "always", "rule: dass.frame-before", "verb: sagen", "cue: right before or behind the quote",
    ] {
      #expect(signs.contains(wanted))
    }
  }
}

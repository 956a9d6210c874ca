import Explorer
import Testing
import TextModel

@Suite struct ArticleParagraphTests {
  private func article(_ words: String, _ change: (inout ArticleAnatomy, SourceText) -> Void)
    -> Article
  {
    let text = SourceText(words)
    var anatomy = ArticleAnatomy()
    change(&anatomy, text)
    return Article(document: "a", path: "a.txt", text: text, anatomy: anatomy)
  }

  private func shown(_ article: Article) -> [String] {
    paragraphs(of: article).map { "\($0.kind): \(article.text[$0.span])" }
  }

  @Test func partsOfOneLineStandOnRowsOfTheirOwn() {
    let one = article(" date 2023-03 Lindenau Bahn kommt Stand: heute\n\nDer Rat stimmt zu.") {
      anatomy, _ in
      anatomy.nonProse = [
        NonProse(kind: .metaPrefix, span: TextSpan(1, 13)),
        NonProse(kind: .dateLine, span: TextSpan(34, 46)),
      ]
      anatomy.kicker = TextSpan(14, 22)
      anatomy.title = TextSpan(23, 33)
      anatomy.blocks = [
        TextBlock(zone: .headline, span: TextSpan(23, 33)),
        TextBlock(zone: .body, span: TextSpan(48, 66)),
      ]
    }
    #expect(
      shown(one) == [
        "nonProse: date 2023-03", "kicker: Lindenau", "title: Bahn kommt", "nonProse: Stand: heute",
        "body: Der Rat stimmt zu.",
      ])
  }

  @Test func aDatelineAndASignOffStayWithTheirParagraph() {
    let one = article("Minsk - Der Rat stimmt zu. (bsp)\n") { anatomy, _ in
      anatomy.blocks = [TextBlock(zone: .body, span: TextSpan(8, 26))]
    }
    #expect(shown(one) == ["body: Minsk - Der Rat stimmt zu. (bsp)"])
  }

  @Test func noTextIsLost() {
    for words in ["", "\n\n", "eins", "eins\r\nzwei\n\n drei ", "ä\nö"] {
      let one = article(words) { anatomy, text in
        anatomy.blocks = text.count > 2 ? [TextBlock(zone: .body, span: TextSpan(0, 2))] : []
      }
      let all = shown(one).joined().filter { !$0.isWhitespace }
      for letter in words where !letter.isWhitespace { #expect(all.contains(letter)) }
    }
  }

  @Test func manyParagraphsTakeLinearTime() {
    let lines = 20_000
    let one = article(String(repeating: "Der Rat tagt.\n", count: lines)) { anatomy, _ in
      anatomy.blocks = (0..<lines).map {
        TextBlock(zone: .body, span: TextSpan($0 * 14, $0 * 14 + 13))
      }
    }
    let started = ContinuousClock.now
    #expect(paragraphs(of: one).count == lines)
    #expect(started.duration(to: .now) < .seconds(20), "quadratic work takes minutes")
  }
}

import Quotations
import Testing
import TextModel

/// The learned weights correct the rules; built without them, the rules speak alone, and these tests
/// hold all the same.
@Suite struct LearnedReadingTests {
  private static let text = SourceText(
    """
    Die Landrätin Greta Wollner sagte am Montag, der neue Radweg werde im Herbst fertig. Die Kosten \
    seien niedriger als geplant. „Wir haben gut gerechnet“, erklärte sie.
    Der Verein „Freie Fahrt“ fordert dagegen eine breitere Straße.
    """)

  private func article() -> Article {
    var anatomy = ArticleAnatomy()
    let end = Self.text.string.utf8.firstIndex(of: UInt8(ascii: "\n"))
    let line = end.map { Self.text.string.utf8.distance(from: Self.text.string.startIndex, to: $0) }
    anatomy.blocks = [
      TextBlock(zone: .body, span: TextSpan(0, line ?? 0)),
      TextBlock(zone: .body, span: TextSpan((line ?? 0) + 1, Self.text.count)),
    ]
    return Article(document: "radweg", path: "radweg.txt", text: Self.text, anatomy: anatomy)
  }

  @Test("the model finds what was said, who said it, and names its reasons")
  func statements() throws {
    let found = StatementFinder(learned: true).statements(in: article())
    let indirect = try #require(found.first { $0.type == .indirect })
    #expect(Self.text.joined(indirect.quote) == "der neue Radweg werde im Herbst fertig")
    #expect(Self.text.joined(indirect.speaker) == "Die Landrätin Greta Wollner")
    let direct = try #require(found.first { $0.type == .direct })
    #expect(Self.text.joined(direct.quote) == "„Wir haben gut gerechnet“")
    #expect(Self.text.joined(direct.speaker) == "sie")
    for statement in found {
      #expect(!statement.rule.isEmpty)
      #expect(statement.confidence >= 0 && statement.confidence <= 1)
      for span in statement.quote + statement.speaker + statement.frame {
        #expect(Self.text.isCodePointBoundary(span.begin))
        #expect(Self.text.isCodePointBoundary(span.end))
      }
    }
    #expect(found.map(\.ordinal) == Array(1...found.count))
  }

  @Test("a name in quotation marks is no statement")
  func scareQuotes() {
    let found = StatementFinder(learned: true).statements(in: article())
    #expect(!found.contains { Self.text.joined($0.quote) == "„Freie Fahrt“" })
  }

  @Test("the same text gives the same statements")
  func deterministic() {
    let finder = StatementFinder(learned: true)
    #expect(finder.statements(in: article()) == finder.statements(in: article()))
  }

  @Test("without weights no statement names the model")
  func rulesOnly() {
    let found = StatementFinder(learned: false).statements(in: article())
    #expect(!found.isEmpty)
    #expect(!found.contains { $0.rule.hasPrefix("model.") })
  }
}

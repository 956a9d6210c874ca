import Testing
import TextModel

@Suite(.enabled(if: SharedArticles.arePresent))
struct SharedArticlesTests {
  /// Each verbatim statement of four words or more is found, with a speaker that shares the gold's head.
  @Test(arguments: SharedArticles.names)
  func findsEveryLongDirectStatementWithItsSpeaker(_ name: String) throws {
    let analysed = try SharedArticles.analysed(name)
    let offsets = CodePointOffsets(analysed.article.text)
    func points(_ spans: [TextSpan]) -> Set<Int> {
      Set(spans.flatMap { offsets.codePoint(ofUTF8: $0.begin)..<offsets.codePoint(ofUTF8: $0.end) })
    }
    for gold in try SharedArticles.gold(name).statements where gold.type == "Direct" {
      let words = gold.quote.map(\.text).joined(separator: " ").split(separator: " ").count
      guard words >= 4 else { continue }
      let quote = Set(gold.quote.flatMap { $0.begin..<$0.end })
      let speaker = Set(gold.speaker.flatMap { $0.begin..<$0.end })
      let found = analysed.statements.filter { statement in
        let own = points(statement.quote)
        return statement.type == .direct
          && Double(2 * own.intersection(quote).count) >= Double(own.count + quote.count) * 0.8
      }
      #expect(!found.isEmpty, "\(gold.id) is not found")
      #expect(
        found.contains { !points($0.speaker).isDisjoint(with: speaker) || speaker.isEmpty },
        "\(gold.id) has another speaker")
    }
  }

  /// Captions, bylines and other non-prose yield nothing.
  @Test(arguments: SharedArticles.names)
  func findsNothingInNonProse(_ name: String) throws {
    let analysed = try SharedArticles.analysed(name)
    let offsets = CodePointOffsets(analysed.article.text)
    for part in try SharedArticles.gold(name).nonProse {
      let span = TextSpan(
        offsets.utf8Offset(ofCodePoint: part.begin), offsets.utf8Offset(ofCodePoint: part.end))
      for statement in analysed.statements {
        #expect(!statement.quote.contains { $0.overlaps(span) })
      }
    }
  }
}

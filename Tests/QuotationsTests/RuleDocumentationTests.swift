import NewsArchive
import Quotations
import Testing
import TextModel

/// `docs/rules.md` tells what the rules do, and no rule is left out.
@Suite("Documentation of the rules")
struct RuleDocumentationTests {
  static let finder = StatementFinder()
  static let documentation = RuleDocumentation.written

  @Test(
    "a rule finds in its example what the documentation says", arguments: documentation.examples)
  func example(_ example: RuleDocumentation.Example) {
    let isHeadline = example.expected.contains(" · in: headline")
    let wanted =
      example.expected.contains(" · rule: ")
      ? example.expected : example.expected + " · rule: \(example.heading)"
    let text = SourceText(example.text.split(separator: " ¶ ").joined(separator: "\n"))
    let found = Self.finder.statements(in: Self.article(text, isHeadline ? .headline : .body))
      .map { Self.fields($0, text, isHeadline) }
    #expect(found.contains(Set(wanted.split(separator: " · ").map(String.init))))
  }

  @Test("every rule has an example, and no name stands twice")
  func complete() {
    #expect(Self.documentation.examples.count > 50)
    #expect(Self.documentation.withoutExample == [])
    #expect(Set(Self.documentation.names).count == Self.documentation.names.count)
  }

  @Test("every rule that finds something in the sample corpus and in the cases is documented")
  func nothingIsLeftOut() throws {
    var rules = Set<String>()
    let reader = ArticleReader()
    let inputs = ArticleWalker(paths: [packageFolder + "corpus"]).walk().inputs
    #expect(inputs.count > 20)
    for input in inputs {
      let text = try TextDecoder.decode(bytes(ofFile: "corpus/" + input.path)).text
      let article = reader.article(document: input.document, path: input.path, text: text)
      rules.formUnion(Self.finder.statements(in: article).map(\.rule))
    }
    for kind in KindCase.kinds {
      for one in try KindCase.read(kind) {
        rules.formUnion(Self.finder.statements(in: one.article).map(\.rule))
      }
    }
    for text in caseTexts(inFolder: "Tests/QuotationsTests/Cases") {
      rules.formUnion(
        Self.finder.statements(in: Self.article(SourceText(text), .body)).map(\.rule))
    }
    #expect(rules.count > 20)
    #expect(rules.filter { !Self.documentation.covers($0) }.sorted() == [])
  }

  @Test("what the learned weights make of it has a documented name too")
  func learnedNames() throws {
    let finder = StatementFinder(learned: true)
    var rules = Set<String>()
    for kind in KindCase.kinds {
      for one in try KindCase.read(kind) {
        rules.formUnion(finder.statements(in: one.article).map(\.rule))
      }
    }
    #expect(rules.filter { !Self.documentation.covers($0) }.sorted() == [])
  }

  /// A statement as the documentation writes it, in any order.
  private static func fields(
    _ statement: Statement, _ text: SourceText, _ isHeadline: Bool
  ) -> Set<String> {
    var fields: Set = ["type: \(statement.type.rawValue)", "rule: \(statement.rule)"]
    for (name, spans) in [
      ("quote", statement.quote), ("speaker", statement.speaker), ("cue", statement.cue),
    ] where !spans.isEmpty {
      fields.insert("\(name): " + spans.map { text[$0] }.joined(separator: " … "))
    }
    if isHeadline { fields.insert("in: headline") }
    return fields
  }

  /// An article whose lines are blocks of one zone.
  private static func article(_ text: SourceText, _ zone: Zone) -> Article {
    var anatomy = ArticleAnatomy()
    var begin = 0
    for end in 0...text.count where end == text.count || text.utf8[end] == 0x0A {
      if end > begin { anatomy.blocks.append(TextBlock(zone: zone, span: TextSpan(begin, end))) }
      begin = end + 1
    }
    return Article(document: "example", path: "example.txt", text: text, anatomy: anatomy)
  }
}

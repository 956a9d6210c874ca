import CaseFiles
import NewsArchive
import Testing
import TextModel

/// What the layout of a text says, by example.
@Suite struct AnatomyTests {
  static let cases = ["kopf.txt", "ortsmarke.txt", "kasten-und-ende.txt"].flatMap {
    CaseFile.cases($0)
  }

  @Test func casesAreFound() {
    #expect(Self.cases.count > 30)
  }

  @Test(arguments: cases) func anatomy(_ example: CaseFile) {
    let text = SourceText(example.text)
    let anatomy = AnatomyReader().anatomy(of: text)
    func words(_ spans: [TextSpan]) -> [String] { spans.map { text[$0] } }
    func optional(_ span: TextSpan?) -> [String] { span.map { [text[$0]] } ?? [] }

    #expect(optional(anatomy.title) == example.values("title"))
    #expect(optional(anatomy.kicker) == example.values("kicker"))
    #expect(optional(anatomy.byline) == example.values("byline"))
    #expect(words(anatomy.standfirst) == example.values("standfirst"))
    #expect(words(anatomy.keyPoints) == example.values("key-point"))
    #expect(words(anatomy.subheadings) == example.values("subheading"))
    let places = example.values("dateline").flatMap { $0.split(separator: ";").map(trimmed) }
    #expect(words(anatomy.dateline) == places)
    let agencies = example.values("agencies").flatMap { $0.split(separator: ";").map(trimmed) }
    if !agencies.isEmpty { #expect(words(anatomy.agencies) == agencies) }

    for kind in NonProse.Kind.allCases {
      let expected = example.values("nonprose \(kind.rawValue)")
      let found = anatomy.nonProse.filter { $0.kind == kind }.map { text[$0.span] }
      if !expected.isEmpty { #expect(found == expected) }
    }
    let bodies = anatomy.blocks.filter { $0.zone == .body }.map { text[$0.span] }
    let expected = example.values("body")
    if !expected.isEmpty { #expect(Array(bodies.prefix(expected.count)) == expected) }
    let joined = example.values("wrapped-body")
    if !joined.isEmpty { #expect(bodies.map { oneLine($0) } == joined) }
    checkInvariants(anatomy, text)
  }
}

private func trimmed(_ text: Substring) -> String {
  text.split(separator: " ").joined(separator: " ")
}

/// What holds of every anatomy: spans inside the text and on character boundaries, blocks in order,
/// disjoint from one another and from what is no prose, nothing empty.
func checkInvariants(
  _ anatomy: ArticleAnatomy, _ text: SourceText, _ comment: Comment? = nil,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  var spans = anatomy.standfirst + anatomy.keyPoints + anatomy.dateline + anatomy.agencies
  spans += anatomy.subheadings + anatomy.nonProse.map(\.span) + anatomy.blocks.map(\.span)
  spans += [anatomy.title, anatomy.kicker, anatomy.byline].compactMap { $0 }
  let allFit = spans.allSatisfy {
    !$0.isEmpty && $0.begin >= 0 && $0.end <= text.count && text.isCodePointBoundary($0.begin)
      && text.isCodePointBoundary($0.end)
  }
  #expect(allFit, comment, sourceLocation: sourceLocation)
  let inOrder = zip(anatomy.blocks, anatomy.blocks.dropFirst()).allSatisfy {
    $0.span.end <= $1.span.begin
  }
  #expect(inOrder, comment, sourceLocation: sourceLocation)
  let disjoint = anatomy.blocks.allSatisfy { block in
    !anatomy.nonProse.contains { $0.span.overlaps(block.span) }
  }
  #expect(disjoint, comment, sourceLocation: sourceLocation)
}

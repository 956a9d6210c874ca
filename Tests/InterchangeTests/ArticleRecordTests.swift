import FoundationEssentials
import Interchange
import Testing
import TextModel

/// An article with an umlaut before everything else, so that UTF-8 offsets and code points differ.
private func sample() -> AnalysedArticle {
  let text = SourceText("Über Nacht: „Das reicht“, sagte Huber.\u{85}\u{1B}[31m\n")
  var article = Article(
    document: "a/\"b\"", path: "a/\"b\".txt", text: text, anatomy: ArticleAnatomy(),
    date: ArticleDate(
      edtf: EDTF("2023-03-31T13:46:00"), basis: .explicit, evidence: [TextSpan(0, 5)], reason: "r"))
  article.anatomy.nonProse = [NonProse(kind: .credit, span: TextSpan(0, 5))]
  func span(_ words: String) -> TextSpan {
    let start = text.string.utf8.firstRange(of: words.utf8)
    let begin = text.string.utf8.distance(
      from: text.string.startIndex, to: start?.lowerBound ?? text.string.startIndex)
    return TextSpan(begin, begin + words.utf8.count)
  }
  var statement = Statement(
    ordinal: 1, zone: .body, type: .direct, medium: .speech, quote: [span("„Das reicht“")],
    speaker: [span("Huber")], cue: [span("sagte")], frame: [span(", sagte Huber")],
    rule: "direct.frame-after", confidence: 0.925)
  statement.actors = [ActorID("maria-huber"), ActorID("karl-huber")]
  statement.stances = [
    Stance(
      concept: ConceptID("x"), polarity: .oppose, confidence: 0.7, evidence: [span("reicht")])
  ]
  return AnalysedArticle(article: article, actors: [], statements: [statement])
}

@Suite struct ArticleRecordTests {
  @Test func countsCodePoints() throws {
    let line = String(decoding: jsonLine(sample()), as: UTF8.self)
    #expect(line.contains("\"quote\":[[12,24]]"))
    #expect(line.contains("\"speaker\":[[32,37]]"))
    #expect(line.contains("\"evidence\":[[0,4]]"))
  }

  @Test func keepsTheOrderOfTheContract() throws {
    let line = String(decoding: jsonLine(sample()), as: UTF8.self)
    let keys = [
      "{\"document\":", "\"path\":", "\"title\":", "\"kicker\":", "\"standfirst\":",
      "\"keyPoints\":",
      "\"subheadings\":", "\"byline\":", "\"dateline\":", "\"agencies\":", "\"nonProse\":",
      "\"date\":", "\"actors\":", "\"statements\":", "\"id\":", "\"zone\":", "\"type\":",
      "\"medium\":", "\"quote\":", "\"speaker\":", "\"cue\":", "\"frame\":", "\"addressee\":",
      "\"actor\":", "\"onBehalfOf\":", "\"via\":", "\"parent\":", "\"date\":", "\"act\":",
      "\"polarity\":", "\"target\":", "\"confidence\":", "\"stances\":", "\"rule\":", "\"text\":",
    ]
    var rest = line[...]
    for key in keys {
      let found = rest.firstRange(of: key)
      #expect(found != nil, "\(key) is missing or too early")
      if let found { rest = rest[found.upperBound...] }
    }
  }

  @Test func roundsToTwoDecimals() {
    let line = String(decoding: jsonLine(sample()), as: UTF8.self)
    #expect(line.contains("\"confidence\":0.93,"))
    #expect(line.contains("\"confidence\":0.70,"))
  }

  @Test func writesNothingThatATerminalObeys() throws {
    let bytes = jsonLine(sample(), options: RecordOptions(withText: true))
    #expect(bytes.dropLast().allSatisfy { $0 >= 0x20 && $0 != 0x7F })
    #expect(bytes.last == 0x0A)
    let line = String(decoding: bytes, as: UTF8.self)
    #expect(!line.unicodeScalars.dropLast().contains { (0x7F..<0xA0).contains($0.value) })
  }

  @Test func isReadBackAsItWas() throws {
    struct Line: Decodable {
      var document: String
      var text: String
    }
    let analysed = sample()
    let bytes = jsonLine(analysed, options: RecordOptions(withText: true))
    let line = try JSONDecoder().decode(Line.self, from: Data(bytes))
    #expect(line.document == "a/\"b\"")
    #expect(line.text == analysed.article.text.string)
  }

  @Test func tablesKeepOneLineAStatement() {
    var analysed = sample()
    analysed.article.document = "a\tb\nc\u{9B}d"
    let table = String(decoding: tabSeparatedLines(analysed), as: UTF8.self)
    #expect(table.split(separator: "\n").count == 1)
    #expect(table.split(separator: "\t", omittingEmptySubsequences: false).count == 9)
    #expect(!table.unicodeScalars.contains("\u{9B}"))
  }
}

import Interchange
import Testing
import TextModel

@Suite struct ArticleReadingTests {
  private var analysed: AnalysedArticle {
    let text = SourceText("„Für Frieden“, sagte Jörg Weiß.\u{1}\n\"Ende\"")
    func span(_ words: String) -> TextSpan {
      let bytes = Array(words.utf8)
      let begin = (0...text.count - bytes.count).first {
        text.utf8[$0..<$0 + bytes.count].elementsEqual(bytes)
      }
      return TextSpan(begin ?? 0, (begin ?? 0) + bytes.count)
    }
    var statement = Statement(
      ordinal: 1, zone: .body, type: .direct, medium: .speech, quote: [span("Für Frieden")],
      speaker: [span("Jörg Weiß")], cue: [span("sagte")], frame: [span("sagte Jörg Weiß")],
      rule: "r", confidence: 0.5)
    statement.actors = [ActorID("joerg-weiss"), ActorID("kreml")]
    statement.onBehalfOf = ActorID("kreml")
    statement.act = .demand
    statement.polarity = .support
    statement.date = ArticleDate(
      edtf: EDTF("2023-03"), basis: .inferred, evidence: [span("Ende")], reason: "r")
    statement.stances = [
      Stance(
        concept: ConceptID("peace"), polarity: .support, confidence: 0.25,
        evidence: [span("Frieden")])
    ]
    var nested = statement
    nested.ordinal = 2
    nested.parent = 1
    nested.actors = []
    nested.date = nil
    return AnalysedArticle(
      article: Article(
        document: "a#b", path: "a#b.txt", text: text, anatomy: ArticleAnatomy(),
        date: ArticleDate(edtf: EDTF("2023/.."), basis: .explicit, evidence: [], reason: "x")),
      actors: [
        NewsActor(
          id: ActorID("joerg-weiss"), name: "Jörg Weiß", kind: .person,
          mentions: [Mention(span: span("Jörg Weiß"), kind: .name)])
      ], statements: [statement, nested])
  }

  @Test func whatIsWrittenComesBack() throws {
    let line = jsonLine(analysed, options: RecordOptions(withText: true))
    let read = try ReadArticle(line: line, place: "test:1")
    #expect(read.document == "a#b")
    #expect(read.path == "a#b.txt")
    #expect(read.text == analysed.article.text)
    #expect(read.date == analysed.article.date)
    #expect(read.actors == analysed.actors)
    #expect(read.statements == analysed.statements)
  }

  @Test(arguments: [
    ("{}", "without document"), ("nonsense", "not JSON"),
    ("{\"document\":1}", "document is of another kind"),
  ])
  func aLineThatLacksSomethingIsNamed(_ line: String, _ reason: String) {
    let error = #expect(throws: Diagnostic.self) {
      try ReadArticle(line: Array(line.utf8), place: "x.jsonl:3")
    }
    #expect(error?.path == "x.jsonl:3")
    #expect(error?.message.contains(reason) == true)
  }

  @Test func aSpanOutsideTheTextIsRefused() throws {
    var line = String(
      decoding: jsonLine(analysed, options: RecordOptions(withText: true)), as: UTF8.self)
    let place = try #require(line.range(of: "\"quote\":[[1,"))
    line.replaceSubrange(place, with: "\"quote\":[[1,9000],[2,")
    #expect(throws: Diagnostic.self) { try ReadArticle(line: Array(line.utf8), place: "x:1") }
  }
}

extension String {
  fileprivate func range(of words: String) -> Range<String.Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(words) { return start..<index(start, offsetBy: words.count) }
      start = index(after: start)
    }
    return nil
  }
}

import GermanLanguage
import TextModel

/// What must hold of every reading of every text.
public struct ArticleChecks {
  /// What did not hold, one sentence each; empty when all is well.
  public private(set) var violations: [String] = []
  private let text: SourceText

  public init(_ analysed: AnalysedArticle, tokens: TokenBuffer, json: [UInt8]) {
    text = analysed.article.text
    if !isValidUTF8(text.utf8) { violations.append("the decoded text is not valid UTF-8") }
    check(analysed.article.anatomy)
    check(analysed.article.date)
    check(tokens, blocks: analysed.article.anatomy.blocks)
    check(analysed.statements)
    check(analysed.actors)
    if let problem = jsonProblem(json) { violations.append("JSON: \(problem)") }
  }

  private mutating func expect(_ condition: Bool, _ message: @autoclosure () -> String) {
    if !condition { violations.append(message()) }
  }

  private mutating func check(_ span: TextSpan, _ what: @autoclosure () -> String) {
    guard span.begin >= 0, span.end <= text.count else {
      violations.append("\(what()) \(span) leaves the text of \(text.count) bytes")
      return
    }
    expect(!span.isEmpty, "\(what()) \(span) is empty")
    expect(
      text.isCodePointBoundary(span.begin) && text.isCodePointBoundary(span.end),
      "\(what()) \(span) cuts a character")
  }

  /// In the text, on boundaries, in order and without overlap.
  private mutating func check(
    ordered spans: [TextSpan], _ what: @autoclosure () -> String
  ) {
    for span in spans { check(span, what()) }
    for (a, b) in zip(spans, spans.dropFirst()) {
      expect(a.end <= b.begin, "\(what()): \(a) and \(b) overlap or are out of order")
    }
  }

  private mutating func check(_ anatomy: ArticleAnatomy) {
    for (name, span) in [
      ("kicker", anatomy.kicker), ("title", anatomy.title), ("byline", anatomy.byline),
    ] {
      if let span { check(span, name) }
    }
    check(ordered: anatomy.standfirst, "standfirst")
    check(ordered: anatomy.keyPoints, "key points")
    check(ordered: anatomy.subheadings, "subheadings")
    for span in anatomy.dateline { check(span, "dateline") }
    for span in anatomy.agencies { check(span, "agencies") }
    for part in anatomy.nonProse { check(part.span, "non-prose \(part.kind)") }
    check(ordered: anatomy.blocks.map(\.span), "blocks")
    var others = anatomy.nonProse.map(\.span).sorted()[...]
    for block in anatomy.blocks {
      while let first = others.first, first.end <= block.span.begin { others.removeFirst() }
      for other in others.prefix(while: { $0.begin < block.span.end }) {
        expect(!other.overlaps(block.span), "block \(block.span) overlaps non-prose \(other)")
      }
    }
  }

  private mutating func check(_ date: ArticleDate) {
    for span in date.evidence { check(span, "evidence of the date") }
    expect(!date.reason.isEmpty, "the date has no reason")
    expect((date.edtf == nil) == (date.basis == nil), "date and basis disagree")
    if let edtf = date.edtf {
      expect(EDTF("\(edtf)") == edtf, "date \(edtf) does not read back")
    }
  }

  private mutating func check(_ tokens: TokenBuffer, blocks: [TextBlock]) {
    var end = 0
    for token in 0..<tokens.count {
      let span = tokens.span(token)
      if span.begin < end { violations.append("token \(span) overlaps the one before") }
      end = span.end
      check(span, "token")
    }
    var next = 0
    for sentence in tokens.sentences {
      expect(sentence.lowerBound == next, "sentence \(sentence) does not follow \(next)")
      expect(!sentence.isEmpty, "a sentence is empty")
      next = sentence.upperBound
    }
    expect(next == tokens.count, "the sentences end at \(next) of \(tokens.count) tokens")
    for (sentence, block) in zip(tokens.sentences, tokens.blockOfSentence) where !sentence.isEmpty {
      guard blocks.indices.contains(Int(block)) else {
        violations.append("a sentence in block \(block) of \(blocks.count)")
        continue
      }
      expect(
        blocks[Int(block)].span.contains(tokens.span(sentence)),
        "sentence \(tokens.span(sentence)) leaves its block")
    }
  }

  private mutating func check(_ statements: [Statement]) {
    for (index, statement) in statements.enumerated() {
      let name = "statement \(index + 1) (\(statement.rule))"
      expect(statement.ordinal == index + 1, "\(name) has ordinal \(statement.ordinal)")
      expect(!statement.quote.isEmpty, "\(name) has no quote")
      check(ordered: statement.quote, "quote of \(name)")
      check(ordered: statement.speaker, "speaker of \(name)")
      check(ordered: statement.cue, "cue of \(name)")
      check(ordered: statement.frame, "frame of \(name)")
      check(ordered: statement.addressee, "addressee of \(name)")
      check(ordered: statement.target, "target of \(name)")
      expect((0...1).contains(statement.confidence), "\(name): confidence \(statement.confidence)")
      expect(!statement.rule.isEmpty, "statement \(index + 1) names no rule")
      if let parent = statement.parent {
        expect(
          (1...statements.count).contains(parent) && parent < statement.ordinal,
          "\(name) is nested in \(parent)")
      }
      if index > 0, let a = statements[index - 1].quote.first, let b = statement.quote.first {
        expect(a.begin <= b.begin, "\(name) stands before the one before it")
      }
      for stance in statement.stances {
        expect((0...1).contains(stance.confidence), "\(name): stance \(stance.confidence)")
        for span in stance.evidence { check(span, "evidence of \(name)") }
      }
    }
  }

  private mutating func check(_ actors: [NewsActor]) {
    expect(Set(actors.map(\.id)).count == actors.count, "two actors have one id")
    for actor in actors {
      expect(!actor.name.isEmpty && !actor.id.rawValue.isEmpty, "an actor has no name or id")
      var last = 0
      for mention in actor.mentions {
        check(mention.span, "mention of \(actor.id)")
        expect(mention.span.begin >= last, "mentions of \(actor.id) are out of order")
        last = mention.span.begin
      }
    }
  }
}

private func isValidUTF8(_ bytes: [UInt8]) -> Bool {
  String(validating: bytes, as: UTF8.self) != nil
}

import Evaluation
import Testing
import TextModel

@Suite struct FiguresTests {
  let gold: GoldDocument
  let report: EvaluationReport

  init() throws {
    gold = try readGold(json: Array(TinyGold.ownLayout.utf8), path: "tiny.json")
    report = evaluate([gold]) { _, text in TinyGold.system(text) }
  }

  @Test("both layouts give the same document")
  func layouts() throws {
    let published = try readGold(json: Array(TinyGold.publishedLayout.utf8), path: "tiny.json")
    #expect(published.document == gold.document)
    #expect(published.text == gold.text)
    #expect(published.tokens == gold.tokens)
    #expect(published.sentences == gold.sentences)
    #expect(published.statements == gold.statements)
  }

  @Test("what is neither layout is refused with its path")
  func malformed() {
    #expect(throws: GoldError.self) { try readGold(json: Array("[1]".utf8), path: "x.json") }
    #expect(throws: GoldError.self) {
      try readGold(json: Array(#"{"text": "a"}"#.utf8), path: "x.json")
    }
    #expect(throws: GoldError.noDocuments(path: "/dev")) { try readGold(folder: "/dev") }
  }

  @Test("figures counted by hand")
  func figures() throws {
    let f = report.figures
    #expect(f.goldStatements == 3)
    #expect(f.systemStatements == 3)
    #expect(f.alignedStatements == 2)
    // Precision 4/4, 5/5 and 0/1; recall 4/5, 0/4 and 5/5.
    let quote = try #require(f.part("quote"))
    #expect(near(quote.macro.precision, 2.0 / 3))
    #expect(near(quote.macro.recall, 1.8 / 3))
    #expect(near(quote.micro.precision, 9.0 / 10))
    #expect(near(quote.micro.recall, 9.0 / 14))
    #expect(near(f.found.f1, 2.0 / 3))
    #expect(near(f.exactQuote.f1, 1.0 / 3))
    #expect(near(f.foundWithType.f1, 1.0 / 3))
    // The name alone has the same head as title and name.
    #expect(near(f.whoAndWhat.f1, 2.0 / 3))
    #expect(near(f.speaker.exact, 1.0 / 2))
    #expect(near(f.speaker.head, 1))
    let direct = try #require(f.byType.first { $0.type == .direct })
    #expect(direct.gold == 1 && direct.system == 1)
    #expect(near(direct.found, 1) && near(direct.foundWithType, 0) && near(direct.systemRight, 0))
  }

  @Test("errors name their place and show the passage")
  func errors() throws {
    let missed = try #require(report.errors.first { $0.kind == .missed })
    #expect(missed.document == "7")
    #expect(missed.line == 1 && missed.column == 65)
    #expect(missed.gold?.speaker == "Die Bürgermeisterin Eva Öztürk")
    let boundary = try #require(report.errors.first { $0.kind == .boundary })
    #expect(
      boundary.passage
        == "Die Bürgermeisterin Eva Öztürk sagte, ⟦⟨der Umbau beginne im⟩ Mai⟧. Er koste wenig. "
        + "„Wir fangen an“, rief …")
    let type = try #require(report.errors.first { $0.kind == .type })
    #expect(type.line == 2 && type.column == 1)
    #expect(report.errors.count { $0.kind == .spurious } == 1)
    #expect(report.errors.count { $0.kind == .speaker } == 0)
    #expect(report.errorText(.type).contains("7:2:1"))
  }

  @Test("calibration counts what is found with the right speaker")
  func calibration() {
    let c = report.calibration
    #expect(c.bins.map(\.statements) == [0, 0, 0, 1, 0, 1, 0, 0, 0, 1])
    #expect(near(c.confidentShare, 1.0 / 3))
    #expect(near(c.confidentRight, 1))
    #expect(near(c.expectedError, (0.05 + 0.45 + 0.35) / 3))
  }

  @Test("an interval holds its figure; the same seed gives the same interval")
  func intervals() throws {
    let four = [gold, gold, gold, gold]
    let report = evaluate(four, bootstrap: 50) { _, text in TinyGold.system(text) }
    let quote = try #require(report.intervals.first { $0.name == "macro quote" })
    #expect(near(quote.low, quote.high))
    let again = evaluate(four, bootstrap: 50) { _, text in TinyGold.system(text) }
    #expect(report.intervals == again.intervals)
  }

  @Test("gold given as system is right throughout")
  func perfect() {
    let report = evaluate([gold]) { _, _ in
      gold.statements.map { statement($0, in: gold) }
    }
    #expect(report.figures.parts.allSatisfy { $0.name == "addressee" || near($0.macro.f1, 1) })
    #expect(near(report.figures.whoAndWhat.f1, 1))
    #expect(report.errors.isEmpty)
  }

  private func near(_ a: Double, _ b: Double) -> Bool { abs(a - b) < 1e-9 }
}

/// A gold statement as if a system had found it.
func statement(_ gold: GoldStatement, in document: GoldDocument) -> Statement {
  func spans(_ ranges: [Range<Int>]) -> [TextSpan] {
    ranges.map {
      TextSpan(document.tokens[$0.lowerBound].begin, document.tokens[$0.upperBound - 1].end)
    }
  }
  return Statement(
    ordinal: 1, zone: .body, type: gold.type, medium: gold.medium, quote: spans(gold.quote),
    speaker: spans(gold.speaker), cue: spans(gold.cue), frame: spans(gold.frame),
    addressee: spans(gold.addressee), rule: "gold", confidence: 1)
}

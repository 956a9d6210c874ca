import Quotations
import Testing
import TextModel

/// What holds for the statements of any text: it is built from random pieces of prose, marks and noise.
@Suite("Invariants of statements")
struct InvariantTests {
  static let finder = StatementFinder()

  static let pieces = [
    "Der Minister sagte", ", ", "dass der Wald krank sei", "er habe gelogen", ". ", ": ", "„", "“",
    "\"", "»", "«", "‚", "‘", "laut Polizei", "nach Angaben der Stadt", "dem Bericht zufolge",
    "so Kanzlerin Huber", "wie der Sprecher mitteilte", "teilte mit", "soll gestohlen haben",
    "Er sei müde", "\n", " ", "(", ")", "–", "und", "die Forderung", "zu gehen", "kündigte an", "!",
    "?", "…", "24. November", "z. B.", "ß", "é", "漢字", "🙂", "\u{00AD}", "Dies", "heißt es",
    "Frau", "von", "der", "die", ",", ";",
  ]

  @Test(
    "spans lie inside the text, on characters, ordered and disjoint; hosts come first",
    arguments: 0..<40)
  func spans(seed: Int) {
    var state = UInt64(seed) &* 2_654_435_761 &+ 12345
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    for _ in 0..<25 {
      var words = ""
      for _ in 0..<next(60) {
        words += Self.pieces[next(Self.pieces.count)]
        if next(3) > 0 { words += " " }
      }
      let text = SourceText(words)
      let statements = Self.finder.statements(in: article(text))
      for (index, statement) in statements.enumerated() {
        #expect(statement.ordinal == index + 1)
        #expect(!statement.quote.isEmpty)
        #expect(statement.parent.map { $0 < statement.ordinal } ?? true)
        #expect((0...1).contains(statement.confidence))
        for spans in [
          statement.quote, statement.speaker, statement.cue, statement.frame, statement.addressee,
        ] {
          var last = 0
          for span in spans {
            #expect(span.begin >= last && span.begin < span.end && span.end <= text.count)
            #expect(text.isCodePointBoundary(span.begin) && text.isCodePointBoundary(span.end))
            last = span.end
          }
        }
      }
    }
  }

  @Test(
    "hostile texts end in time",
    arguments: ["„", "\"", "Der Minister sagte, ", "laut Polizei ", "dass "])
  func hostile(piece: String) {
    let text = SourceText(String(repeating: piece, count: 40_000))
    _ = Self.finder.statements(in: article(text))
  }
}

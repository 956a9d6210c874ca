import ScreenModel
import Testing
import TextModel

@testable import Typesetting

/// What a wrapped text shows, row by row.
func shown(_ wrapped: WrappedText) -> [String] {
  wrapped.rows.map { DisplayText.sanitised(wrapped.text[$0.shown]) }
}

@Suite struct WrappedTextTests {
  @Test(arguments: [
    ("Der Kanzler sagte nichts.", 12, ["Der Kanzler", "sagte", "nichts."]),
    ("Der Kanzler sagte nichts.", 11, ["Der Kanzler", "sagte", "nichts."]),
    ("Waffenstillstandsabkommen", 10, ["Waffenstil", "lstandsabk", "ommen"]),
    ("im Bund-Länder-Gespräch", 12, ["im Bund-", "Länder-", "Gespräch"]),
    ("Rot- und Grüntöne", 6, ["Rot-", "und", "Grüntö", "ne"]),
    ("um -5 Grad", 5, ["um -5", "Grad"]),
    ("10\u{A0}Euro mehr", 8, ["10 Euro", "mehr"]),
    ("漢字漢字漢字", 5, ["漢字", "漢字", "漢字"]),
    ("eins   zwei", 4, ["eins", "zwei"]),
    ("eins\r\nzwei\n\n\n drei ", 9, ["eins", "zwei", "", "drei"]),
    ("", 9, []),
    ("\n\n", 9, []),
  ])
  func breaksLines(text: String, columns: Int, rows: [String]) {
    #expect(shown(WrappedText(SourceText(text), columns: columns)) == rows)
  }

  @Test func indentsParagraphsAndPutsBulletsBesideThem() {
    let text = SourceText("Kiew lehnt ab und bleibt dabei.")
    let wrapped = WrappedText(
      text, paragraphs: [Paragraph(span: text.span, indent: 2, bullet: "•")], columns: 12)
    var canvas = Canvas(size: Size(columns: 12, rows: 4))
    wrapped.draw(on: &canvas, in: canvas.bounds, firstRow: 0)
    #expect(
      (0..<4).map { canvas.row($0).map(\.grapheme).joined() } == [
        "• Kiew lehnt", "  ab und    ", "  bleibt    ", "  dabei.    ",
      ])
  }

  @Test func findsRowsOfSpans() {
    let wrapped = WrappedText(SourceText("eins zwei drei\n\nvier"), columns: 5)
    #expect(shown(wrapped) == ["eins", "zwei", "drei", "", "vier"])
    #expect(wrapped.row(containing: 0) == 0)
    #expect(wrapped.row(containing: 4) == 0)
    #expect(wrapped.row(containing: 5) == 1)
    #expect(wrapped.row(containing: 15) == 3)
    #expect(wrapped.row(containing: 16) == 4)
    #expect(wrapped.row(containing: 1000) == 4)
    #expect(wrapped.rows(showing: TextSpan(5, 14)) == 1..<3)
  }

  @Test func drawsRolesFlagsAndGutter() {
    let text = SourceText("„Nein“, sagte sie.")
    let wrapped = WrappedText(text, columns: 9)
    var roles = RoleMap()
    roles.add(TextSpan(3, 7), role: .quote)
    roles.add(TextSpan(12, 17), role: .cue, flags: .match)
    var gutter = GutterMap()
    gutter.add(TextSpan(3, 7), glyph: "┃", role: .gutter)
    var canvas = Canvas(size: Size(columns: 11, rows: 2))
    wrapped.draw(
      on: &canvas, in: canvas.bounds, firstRow: 0, roles: roles, gutterColumns: 2, gutter: gutter)
    #expect(canvas.row(0).map(\.grapheme).joined() == "┃ „Nein“,  ")
    #expect(canvas.row(1).map(\.grapheme).joined() == "  sagte    ")
    #expect(
      canvas.row(0).map(\.role)[2..<8].elementsEqual([.text, .quote, .quote, .quote, .quote, .text])
    )
    #expect(canvas[0, 0].role == .gutter)
    #expect(canvas[1, 2] == Cell("s", role: .cue, flags: .match))
  }

  /// 60 MB without a blank, without a letter, or with nothing but marks.
  @Test(arguments: ["x", " ", "\u{301}", "\u{200D}", "\u{1B}", "-a"])
  func staysLinearInHostileLines(unit: String) {
    let text = SourceText(validUTF8: Array(String(repeating: unit, count: 200_000).utf8))
    let wrapped = WrappedText(text, paragraphs: [Paragraph(span: text.span)], columns: 40)
    #expect(wrapped.rows.last?.span.end == text.count)
    var canvas = Canvas(size: Size(columns: 40, rows: 10))
    wrapped.draw(on: &canvas, in: canvas.bounds, firstRow: wrapped.rows.count / 2)
  }
}

@Suite struct RoleMapTests {
  @Test func innermostWinsAndPriorityComesFirst() {
    var map = RoleMap()
    map.add(TextSpan(0, 20), role: .quote)
    map.add(TextSpan(5, 10), role: .speaker)
    map.add(TextSpan(8, 15), role: .evidence, priority: 1)
    map.add(TextSpan(9, 12), role: nil, flags: .match)
    let segments = map.segments(in: TextSpan(2, 18))
    #expect(
      segments == [
        .init(span: TextSpan(2, 5), role: .quote, flags: []),
        .init(span: TextSpan(5, 8), role: .speaker, flags: []),
        .init(span: TextSpan(8, 9), role: .evidence, flags: []),
        .init(span: TextSpan(9, 12), role: .evidence, flags: .match),
        .init(span: TextSpan(12, 15), role: .evidence, flags: []),
        .init(span: TextSpan(15, 18), role: .quote, flags: []),
      ])
  }

  /// The slow way: ask for each byte.
  @Test(arguments: 0..<100)
  func agreesWithAskingForEachByte(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    var map = RoleMap()
    for _ in 0..<8 {
      let begin = Int(random.next() % 20)
      map.add(
        TextSpan(begin, begin + Int(random.next() % 12)),
        role: random.next() % 4 == 0 ? nil : Role.allCases.randomElement(using: &random),
        flags: Cell.Flags(rawValue: UInt8(random.next() % 4)), priority: Int(random.next() % 2))
    }
    let segments = map.segments(in: TextSpan(3, 25))
    #expect(segments.first?.span.begin == 3 && segments.last?.span.end == 25)
    for offset in 3..<25 {
      let found = segments.filter { $0.span.contains(offset) }
      let covering = map.entries.enumerated().filter { $0.element.span.contains(offset) }
      var best: (offset: Int, element: RoleMap.Entry)?
      for entry in covering where entry.element.role != nil {
        guard let leader = best?.element else {
          best = entry
          continue
        }
        let isStronger = entry.element.priority > leader.priority
        let isEqual = entry.element.priority == leader.priority
        if isStronger || (isEqual && entry.element.span.count <= leader.span.count) { best = entry }
      }
      #expect(found.count == 1, "seed \(seed)")
      #expect(found.first?.role == best?.element.role, "seed \(seed), offset \(offset)")
      #expect(
        found.first?.flags == covering.reduce(into: Cell.Flags()) { $0.formUnion($1.element.flags) }
      )
    }
  }
}

/// Random numbers that come again (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64
  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 }
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

import ScreenModel
import Testing
import TextModel
import Typesetting

/// What holds for any text in any width.
@Suite struct WrappingPropertyTests {
  private struct Sample {
    var text: SourceText
    var columns: Int
    var random: SeededGenerator
  }

  private func sample(_ seed: Int) -> Sample {
    var random = SeededGenerator(seed: UInt64(seed))
    let parts = [
      "a", "Wort", " ", " ", "  ", "\n", "\r\n", "-", "ß", "漢", "e\u{301}", "\u{200D}", "\u{1B}[2J",
      "\u{AD}", "\u{A0}", "😀", "\u{202E}", "\t", "\u{301}", "\u{FEFF}",
    ]
    let count = Int(random.next() % 60)
    let text = (0..<count).map { _ in parts[Int(random.next() % UInt64(parts.count))] }.joined()
    return Sample(text: SourceText(text), columns: 1 + Int(random.next() % 20), random: random)
  }

  @Test(arguments: 0..<300)
  func losesNoCharacter(seed: Int) {
    let sample = sample(seed)
    let wrapped = WrappedText(sample.text, columns: sample.columns)
    for (index, paragraph) in wrapped.paragraphs.enumerated() {
      let rows = wrapped.rows.filter { $0.paragraph == index }
      #expect(rows.first?.span.begin == paragraph.span.begin, "seed \(seed)")
      #expect(rows.last?.span.end == paragraph.span.end, "seed \(seed)")
      for (a, b) in zip(rows, rows.dropFirst()) { #expect(a.span.end == b.span.begin) }
      for row in rows {
        let hidden = sample.text[TextSpan(row.shownEnd, row.span.end)]
        #expect(DisplayText.sanitised(hidden).allSatisfy { $0 == " " }, "seed \(seed)")
        #expect(DisplayText.columns(of: sample.text[row.shown]) <= max(2, sample.columns))
      }
    }
    let covered = wrapped.paragraphs.map(\.span)
    for (offset, byte) in sample.text.utf8.enumerated() where byte > 0x20 {
      #expect(covered.contains { $0.contains(offset) }, "seed \(seed), offset \(offset)")
    }
  }

  @Test(arguments: 0..<300)
  func mapsOffsetsToCellsAndBack(seed: Int) {
    let sample = sample(seed)
    let wrapped = WrappedText(sample.text, columns: sample.columns)
    for (index, row) in wrapped.rows.enumerated() where !row.shown.isEmpty {
      var offset = row.span.begin
      while offset < row.shownEnd {
        let unit = DisplayText.unit(in: sample.text.utf8, at: offset, before: row.shownEnd)
        if unit.columns > 0 {
          #expect(wrapped.row(containing: offset) == index, "seed \(seed)")
          let column = wrapped.column(of: offset, inRow: index)
          #expect(
            wrapped.utf8Offset(atColumn: column, inRow: index) == unit.begin, "seed \(seed)")
        }
        offset = unit.end
      }
    }
  }

  @Test(arguments: 0..<300)
  func neverDrawsOutsideItsArea(seed: Int) {
    var sample = sample(seed)
    func number(_ limit: Int) -> Int { Int(sample.random.next() % UInt64(limit)) }
    let area = Rect(row: number(4), column: number(8), columns: number(12), rows: number(5))
    let wrapped = WrappedText(sample.text, columns: sample.columns)
    var canvas = Canvas(size: Size(columns: 14, rows: 6))
    var gutter = GutterMap()
    gutter.add(sample.text.span, glyph: "┃", role: .gutter)
    wrapped.draw(
      on: &canvas, in: area, firstRow: number(10) - 2, gutterColumns: number(3), gutter: gutter)
    for row in 0..<6 {
      for column in 0..<14 where !area.rows.contains(row) || !area.columns.contains(column) {
        #expect(canvas[row, column] == .blank, "seed \(seed)")
      }
    }
  }
}

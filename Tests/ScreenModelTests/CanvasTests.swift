import Testing

@testable import ScreenModel

/// The rows of a canvas as text, a wide grapheme standing for both of its cells.
private func shown(_ canvas: Canvas) -> [String] {
  (0..<canvas.size.rows).map { canvas.row($0).map(\.grapheme).joined() }
}

@Suite struct CanvasTests {
  @Test func ignoresWhatLiesOutside() {
    var canvas = Canvas(size: Size(columns: 3, rows: 2))
    canvas[5, 0] = Cell("x")
    canvas[0, -1] = Cell("x")
    #expect(canvas == Canvas(size: Size(columns: 3, rows: 2)))
    canvas[1, 2] = Cell("x", role: .quote)
    #expect(canvas[1, 2].grapheme == "x")
    #expect(canvas[2, 0] == .blank)
  }

  @Test(arguments: [
    ("abc", 0, "abc     ", 3), ("abcdefgh", 0, "abcdefgh", 8), ("abcdefghi", 0, "abcdefg…", 8),
    ("abc", -1, "bc      ", 2), ("漢字漢字", 0, "漢字漢字", 8), ("漢字漢字x", 0, "漢字漢 …", 8),
    ("x漢字漢字", 0, "x漢字漢…", 8), ("漢字", -1, " 字     ", 3), ("abc", 7, "       …", 1),
    ("abc", 8, "        ", 0), ("a\u{1B}b", 0, "a␛b     ", 3),
  ])
  func writesOneLine(text: String, column: Int, row: String, used: Int) {
    var canvas = Canvas(size: Size(columns: 8, rows: 1))
    let columns = canvas.write(text, row: 0, column: column)
    #expect(shown(canvas) == [row])
    #expect(columns == used)
  }

  @Test func clipsToTheArea() {
    var canvas = Canvas(size: Size(columns: 8, rows: 3))
    let area = Rect(row: 1, column: 2, columns: 4, rows: 1)
    canvas.write("abcdefgh", row: 1, column: 2, clippedTo: area, overflow: .clip)
    canvas.write("abcdefgh", row: 0, column: 2, clippedTo: area)
    #expect(shown(canvas) == ["        ", "  abcd  ", "        "])
  }

  @Test func rightAligns() {
    var canvas = Canvas(size: Size(columns: 8, rows: 2))
    #expect(canvas.writeRightAligned("abc", row: 0, endingBefore: 7) == 4)
    canvas.writeRightAligned("abcdefghijk", row: 1, endingBefore: 8)
    #expect(shown(canvas) == ["    abc ", "abcdefg…"])
  }

  @Test func clearsTheOtherHalfOfAnOverwrittenWideGrapheme() {
    var canvas = Canvas(size: Size(columns: 4, rows: 1))
    canvas.write("漢字", row: 0, column: 0)
    canvas.write("x", row: 0, column: 1)
    #expect(shown(canvas) == [" x字"])
    canvas.write("y", row: 0, column: 2)
    #expect(shown(canvas) == [" xy "])
  }

  @Test func givesEachRunItsRole() {
    var canvas = Canvas(size: Size(columns: 10, rows: 1))
    canvas.write(
      StyledLine("3", role: .key) + StyledLine("/27\u{1}", role: .faint), row: 0, column: 0)
    #expect(canvas.row(0).map(\.role).prefix(5) == [.key, .faint, .faint, .faint, .control])
  }

  @Test func drawsBoxesWithTitles() {
    var canvas = Canvas(size: Size(columns: 20, rows: 4))
    let inside = canvas.drawBox(canvas.bounds, title: "Articles", trailing: "3")
    #expect(inside == Rect(row: 1, column: 1, columns: 18, rows: 2))
    canvas.drawScrollThumb(column: 19, rows: 1..<3, firstVisible: 0, total: 9)
    #expect(
      shown(canvas) == [
        "╭ Articles ───── 3 ╮",
        "│                  │", "│                  │", "╰──────────────────╯",
      ])
  }

  @Test func drawsPanels() {
    var canvas = Canvas(size: Size(columns: 24, rows: 4))
    let left = canvas.drawPanel(
      Rect(row: 0, column: 0, columns: 16, rows: 4), title: "List", trailing: "3", isFocused: true,
      hasNeighbour: true)
    let right = canvas.drawPanel(Rect(row: 0, column: 16, columns: 8, rows: 4), title: "Text")
    #expect(left == Rect(row: 1, column: 0, columns: 15, rows: 3))
    #expect(right == Rect(row: 1, column: 16, columns: 7, rows: 3))
    canvas.drawScrollThumb(column: 15, rows: left.rows, firstVisible: 0, total: 9)
    #expect(
      shown(canvas) == [
        "━ List ━━━━━ 3 ┬─ Text ─",
        "               ┃        ", "               │        ", "               │        ",
      ])
  }

  @Test(arguments: 0..<12)
  func drawsPanelsOfAnySize(columns: Int) {
    var canvas = Canvas(size: Size(columns: columns, rows: columns / 3))
    let inside = canvas.drawPanel(
      canvas.bounds, title: "Titel eines Artikels", trailing: "2023-03-31", hasNeighbour: true)
    #expect(canvas.bounds.intersection(inside) == inside || inside.isEmpty)
  }

  @Test(arguments: 0..<12)
  func drawsBoxesOfAnySize(columns: Int) {
    var canvas = Canvas(size: Size(columns: columns, rows: 3))
    let inside = canvas.drawBox(
      canvas.bounds, title: "Titel eines Artikels", trailing: "2023-03-31")
    #expect(canvas.bounds.intersection(inside) == inside || inside.isEmpty)
    #expect(canvas.cells.count == columns * 3)
  }

  /// Any text anywhere: nothing outside the area changes, no half of a wide grapheme stands alone.
  @Test(arguments: 0..<200)
  func neverLeavesTheArea(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    func number(_ limit: Int) -> Int { Int(random.next() % UInt64(limit)) }
    let parts = ["a", "漢", "e\u{301}", "\u{1B}", " ", "😀", "\u{200D}", "ß"]
    var canvas = Canvas(size: Size(columns: 12, rows: 4))
    let area = Rect(row: number(4), column: number(12), columns: number(9), rows: number(3))
    for _ in 0..<20 {
      let text = (0..<number(14)).map { _ in parts[number(parts.count)] }.joined()
      canvas.write(
        text, row: number(5), column: number(16) - 3, clippedTo: area,
        overflow: number(2) == 0 ? .clip : .ellipsis)
    }
    for row in 0..<4 {
      for column in 0..<12 {
        if !area.rows.contains(row) || !area.columns.contains(column) {
          #expect(canvas[row, column] == .blank, "seed \(seed)")
        }
        let isWide = DisplayText.columns(of: canvas[row, column].grapheme) == 2
        #expect(isWide == canvas[row, column + 1].isContinuation, "seed \(seed)")
      }
    }
  }
}

@Suite struct SparklineTests {
  @Test func showsOneInAThousand() {
    #expect(Sparkline.line([0, 1, 500, 1000]) == " ▁▅█")
    #expect(Sparkline.line([]) == "")
  }
}

@Suite struct GlyphSetTests {
  @Test func keepsWidths() {
    for set in GlyphSet.allCases {
      for grapheme in ["╭", "─", "│", "▌", "▇", "…", "ä", "漢"] {
        #expect(
          DisplayText.columns(of: set.glyph(for: grapheme)) == DisplayText.columns(of: grapheme))
      }
    }
    #expect(GlyphSet.ascii.glyph(for: "╭") == "+")
  }
}

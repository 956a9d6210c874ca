import ScreenModel
import Testing

@testable import ScreenEmulation

@Suite struct ScreenEmulatorTests {
  private func fed(_ text: String, columns: Int = 8, rows: Int = 3) -> ScreenEmulator {
    var screen = ScreenEmulator(size: Size(columns: columns, rows: rows))
    screen.feed(Array(text.utf8))
    return screen
  }

  @Test(arguments: [
    ("ab\r\ncd", ["ab", "cd", ""]),
    ("abcdefghij", ["abcdefgh", "ij", ""]),
    ("\u{1B}[2;3Hx\u{1B}[Hy\u{1B}[1Gz", ["z", "  x", ""]),
    ("a\r\nb\r\nc\r\nd", ["b", "c", "d"]),
    ("abc\u{1B}[2D\u{1B}[P", ["ac", "", ""]),
    ("abc\r\u{1B}[2@x", ["x abc", "", ""]),
    ("abc\r\u{1B}[4hx\u{1B}[4l", ["xabc", "", ""]),
    ("a\u{1B}[4b", ["aaaaa", "", ""]),
    ("abcdef\u{1B}[1;3H\u{1B}[2X", ["ab  ef", "", ""]),
    ("abcdef\u{1B}[1;3H\u{1B}[K", ["ab", "", ""]),
    ("abcdef\u{1B}[1;3H\u{1B}[1K", ["   def", "", ""]),
    ("a\r\nb\r\nc\u{1B}[1;2r\u{1B}[2;1H\nx", ["b", "x", "c"]),
    ("a\r\nb\r\nc\u{1B}[1;1H\u{1B}[L", ["", "a", "b"]),
    ("a\r\nb\r\nc\u{1B}[1;1H\u{1B}M", ["", "a", "b"]),
    ("\u{1B}(0lqk\u{1B}(Bq", ["┌─┐q", "", ""]),
    ("\u{1B})0\u{0E}x\u{0F}x", ["│x", "", ""]),
    ("漢e\u{301}x", ["漢e\u{301}x", "", ""]),
    ("漢\u{1B}[1;2Hx", [" x", "", ""]),
    ("vorher\u{1B}[?1049h\u{1B}[Hx\u{1B}[?1049l!", ["vorher!", "", ""]),
    ("abc\u{1B}[2J", ["", "", ""]),
    ("abc\u{1B}[1;3\u{1B}[1;1Hx", ["xbc", "", ""]),
  ])
  func showsWhatATerminalShows(bytes: String, rows: [String]) {
    let screen = fed(bytes)
    #expect(screen.rows == rows)
    #expect(screen.unknown.isEmpty)
  }

  @Test func keepsLooks() {
    let screen = fed("\u{1B}[1;38;5;130ma\u{1B}[0;7mb\u{1B}[mc")
    #expect(screen[0, 0].look == .init(bold: true, foreground: 130))
    #expect(screen[0, 1].look == .init(reverse: true))
    #expect(screen[0, 2].look == .init())
  }

  @Test func noticesWhatIsStrange() {
    #expect(fed("\u{1B}]0;title\u{7}x").unknown == ["]0;title"])
    #expect(fed("\u{1B}[5n").unknown == ["CSI 5n"])
    #expect(fed("\u{202E}").unknown.isEmpty)
  }
}

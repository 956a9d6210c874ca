import ScreenModel
import Testing

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
}

import Glibc
import ScreenExport
import ScreenModel
import Testing

private func sample() -> Canvas {
  var canvas = Canvas(size: Size(columns: 14, rows: 2))
  canvas.write(
    StyledLine("sagte", role: .cue) + StyledLine(" <漢> ") + StyledLine("ja", flags: .selected),
    row: 0, column: 0)
  canvas.write("a&b", row: 1, column: 1, role: .quote)
  canvas.cursor = .init(row: 1, column: 1)
  return canvas
}

@Suite struct ExportTests {
  @Test func plainTextEndsAtTheLastGlyph() {
    #expect(sample().plainText() == "sagte <漢> ja\n a&b\n")
  }

  @Test func ansiSetsAndClearsEachLook() {
    #expect(
      sample().ansiText(theme: Theme(depth: .eight))
        == "\u{1B}[0;4msagte\u{1B}[m <漢> \u{1B}[0;7mja\u{1B}[m\n \u{1B}[0;36ma&b\u{1B}[m\n")
    #expect(sample().ansiText(theme: Theme(depth: .many)).contains("\u{1B}[0;4;38;5;130msagte"))
  }

  @Test func svgPlacesAndEscapesEachRun() {
    let svg = sample().svg(title: "a<b\u{1B}")
    #expect(svg.contains(">a&lt;b␛</text>"))
    #expect(svg.contains(">a&amp;b</text>"))
    // The wide grapheme stands alone in the columns 7 and 8.
    #expect(
      svg.contains("x=\"77\" y=\"59\" textLength=\"18\" lengthAdjust=\"spacingAndGlyphs\">漢</text>")
    )
    #expect(svg.contains("<rect x=\"113\" y=\"44\" width=\"18\" height=\"20\""))
    #expect(!svg.contains("\u{1B}"))
  }

  @Test func picturesHaveTheColoursOfXterm() {
    #expect(PicturePalette.dark.colour(16) == "#000000")
    #expect(PicturePalette.dark.colour(30) == "#008787")
    #expect(PicturePalette.light.colour(244) == "#808080")
  }
}

@Suite struct GoldenScreenTests {
  @Test func showsGlyphsRolesFlagsAndCursor() {
    #expect(
      GoldenScreen.text(of: sample()) == """
        size 2x14
        sagte <漢> ja |
         a&b          |
        ~
        ccccc.........|
        .qqq..........|
        ~
        ...........11.|
        ..............|
        cursor 1,1

        """)
  }

  @Test func eachRoleHasItsLetter() {
    #expect(Set(Role.allCases.map { GoldenScreen.letter(of: $0) }).count == Role.allCases.count)
  }

  @Test func recordsAndFails() throws {
    let path = "/tmp/golden-\(getpid()).txt"
    defer { unlink(path) }
    let first = try #require(GoldenScreen.mismatch(of: sample(), withFile: path))
    #expect(first.hasPrefix("recorded"))
    guard getenv("STANDPUNKT_RECORD") == nil else { return }
    #expect(GoldenScreen.mismatch(of: sample(), withFile: path) == nil)
    var other = sample()
    other.write("x", row: 1, column: 13)
    let second = try #require(GoldenScreen.mismatch(of: other, withFile: path))
    #expect(second.contains(":3: expected\n a&b          |\nfound\n a&b         x|"))
  }
}

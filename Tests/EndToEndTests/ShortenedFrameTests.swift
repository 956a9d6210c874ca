import ScreenModel
import Testing

@testable import ScreenEmulation
@testable import TerminalDriver

/// A shortened frame shows what the frame shows, whatever is in it.
@Suite struct ShortenedFrameTests {
  private static let pieces = [
    "\u{1B}(B\u{1B}[m", "\u{1B}(B\u{1B}[0;1m", "\u{1B}[0;4m", "\u{1B}[7m", "\u{1B}[2m",
    "\u{1B}[22m",
    "\u{1B}[24m", "\u{1B}[27m", "\u{1B}[38;5;30m", "\u{1B}[31m", "\u{1B}[94m", "\u{1B}[39m",
    "\u{1B}[44m", "\u{1B}[49m", "\u{1B}[39;49m", "\u{1B}[m", "a", " ", "   b", "cd  ", "äö", "│─╮",
    "漢", "e\u{301}", "\u{1B}[3;1H", "\u{1B}[1;1H", "\u{1B}[2;5H", "\u{1B}[4d", "\u{1B}[7G", "\r",
    "\n",
    "\r\n", "\u{8}", "\u{1B}[K", "\u{1B}[1K", "\u{1B}[J", "\u{1B}[3X", "\u{1B}[2P", "\u{1B}[2@",
    "\u{1B}[L", "\u{1B}[M", "\u{1B}[2;4r", "\u{1B}[1;6r", "\u{1B}M", "\u{1B}(0q\u{1B}(B", "\u{0F}",
    "\u{1B}[?25l", "\u{1B}[2S",
  ]

  @Test(arguments: 0..<300) func showsTheSame(seed: Int) {
    var random = Splitter(state: UInt64(seed))
    var plain = ScreenEmulator(size: Size(columns: 12, rows: 6))
    var short = plain
    var shortener = FrameShortener()
    for _ in 0..<4 {
      var frame = (0..<40).map { _ in
        Self.pieces[Int(random.next() % UInt64(Self.pieces.count))]
      }
      // ncurses leaves the terminal as it found it.
      frame.append("\u{1B}[m")
      let bytes = Array(frame.joined().utf8)
      plain.feed(bytes)
      short.feed(shortener.shorten(bytes))
      let isSame = looks(short) == looks(plain)
      #expect(isSame, "\(frame)")
      #expect(short.row == plain.row && short.column == plain.column)
      #expect(short.unknown == plain.unknown)
    }
    #expect(short.bytes.count < plain.bytes.count)
  }

  /// What is seen: of a blank its background, its line and whether it is reversed.
  private func looks(_ screen: ScreenEmulator) -> [ScreenEmulator.Place] {
    (0..<screen.size.rows).flatMap { row in
      (0..<screen.size.columns).map { column in
        var place = screen[row, column]
        if place.grapheme == " ", !place.look.underline, !place.look.reverse {
          place.look = ScreenEmulator.Look(background: place.look.background)
        }
        if place.grapheme == " " {
          (place.look.bold, place.look.dim) = (false, false)
          if !place.look.reverse { place.look.foreground = nil }
        }
        return place
      }
    }
  }
}

/// Numbers that look random and are the same on every run (SplitMix64).
private struct Splitter {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ word >> 30) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ word >> 27) &* 0x94D0_49BB_1331_11EB
    return word ^ word >> 31
  }
}

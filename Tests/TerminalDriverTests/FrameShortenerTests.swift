import Testing

@testable import TerminalDriver

@Suite struct FrameShortenerTests {
  private func shortened(_ frame: String) -> String {
    var shortener = FrameShortener()
    // A first frame, so that the terminal's look is known.
    _ = shortener.shorten(Array("\u{1B}(B\u{1B}[m".utf8))
    return String(decoding: shortener.shorten(Array(frame.utf8)), as: UTF8.self)
  }

  @Test(arguments: [
    // What nothing is written in is not sent; at the end the look is that which ncurses believes in.
    ("\u{1B}(B\u{1B}[0;1m\u{1B}[38;5;32mx\u{1B}[39m\u{1B}(B\u{1B}[m", "\u{1B}[1;38;5;32mx\u{1B}[m"),
    ("\u{1B}[1m\u{1B}[0;4ma\u{1B}[m", "\u{1B}[4ma\u{1B}[m"),
    ("\u{1B}[1m\u{1B}[m", ""),
    // Back by the shortest way.
    ("\u{1B}[1;31ma\u{1B}[0;31mb\u{1B}[m", "\u{1B}[1;31ma\u{1B}[22mb\u{1B}[m"),
    ("\u{1B}[1;4;7;31ma\u{1B}[0;1mb\u{1B}[m", "\u{1B}[1;4;7;31ma\u{1B}[0;1mb\u{1B}[m"),
    ("\u{1B}[1;2ma\u{1B}[0;2mb\u{1B}[m", "\u{1B}[1;2ma\u{1B}[0;2mb\u{1B}[m"),
    // Blanks look alike in any colour, but not underlined or reversed.
    ("\u{1B}[31ma\u{1B}[m  \u{1B}[31mb\u{1B}[m", "\u{1B}[31ma  b\u{1B}[m"),
    ("\u{1B}[7ma\u{1B}[m  \u{1B}[31mb\u{1B}[m", "\u{1B}[7ma\u{1B}[m  \u{1B}[31mb\u{1B}[m"),
    ("\u{1B}[41ma\u{1B}[49m  b", "\u{1B}[41ma\u{1B}[m  b"),
    // Erasing, too.
    ("\u{1B}[31ma\u{1B}[m\u{1B}[5X\u{1B}[31mb\u{1B}[m", "\u{1B}[31ma\u{1B}[5Xb\u{1B}[m"),
    ("\u{1B}[4ma\u{1B}[m\u{1B}[K", "\u{1B}[4ma\u{1B}[m\u{1B}[K"),
    ("\u{1B}[7ma\u{1B}[m\r\nb", "\u{1B}[7ma\r\u{1B}[m\nb"),
    // Places are named as shortly as they can be.
    ("\u{1B}[16;1Ha\u{1B}[1;1Hb\u{1B}[1;11Hc", "\u{1B}[16Ha\u{1B}[Hb\u{1B}[1;11Hc"),
    // Who draws lines by a character set gets both of its ends.
    ("\u{1B}(0q\u{1B}(Bx\u{1B}(By", "\u{1B}(0q\u{1B}(Bxy"),
    ("\u{0E}q\u{0F}x\u{0F}y", "\u{0E}q\u{0F}xy"),
    // What is not known passes.
    ("\u{1B}[?25l\u{1B}[5ma\u{1B}[mb\u{1B}[1mc", "\u{1B}[?25l\u{1B}[5ma\u{1B}[mb\u{1B}[1mc"),
    ("\u{1B}[>4;1m\u{1B}[38;2;1;2;3ma\u{1B}[m", "\u{1B}[>4;1m\u{1B}[38;2;1;2;3ma\u{1B}[m"),
    ("ä│\u{1B}[", "ä│\u{1B}["),
  ])
  func saysTheSameInFewerBytes(frame: String, short: String) {
    #expect(shortened(frame) == short)
  }

  @Test func forgetsWhenOthersHaveWritten() {
    var shortener = FrameShortener()
    func shorten(_ frame: String) -> String {
      String(decoding: shortener.shorten(Array(frame.utf8)), as: UTF8.self)
    }
    #expect(shorten("\u{1B}(Ba") == "\u{1B}(B\u{1B}[ma")
    #expect(shorten("\u{1B}[31m\u{1B}(Ba\u{1B}[m") == "\u{1B}[31ma\u{1B}[m")
    shortener.forget()
    #expect(shorten("\u{1B}[31m\u{1B}(Ba\u{1B}[m") == "\u{1B}(B\u{1B}[0;31ma\u{1B}[m")
  }

  @Test func holdsOnlyForTerminalsThatSpeakSo() {
    func isFor(_ reset: String, _ bold: String, _ underlineOff: String, _ colour: String?) -> Bool {
      FrameShortener.isFor(reset: reset, bold: bold, underlineOff: underlineOff, colour: colour)
    }
    #expect(isFor("\u{1B}(B\u{1B}[m", "\u{1B}[1m", "\u{1B}[24m", "\u{1B}[3%p1%dm"))
    #expect(isFor("\u{1B}[m\u{0F}", "\u{1B}[1m", "\u{1B}[24m", nil))
    // A vt100 can only take back everything.
    #expect(!isFor("\u{1B}[m\u{0F}", "\u{1B}[1m", "\u{1B}[m", nil))
    #expect(!isFor("\u{1B}G0", "", "", nil))
  }
}

import Testing

@testable import ScreenModel

@Suite struct DisplayTextTests {
  @Test(arguments: [
    ("Grüße", "Grüße"),
    ("\u{1B}[31mrot", "␛[31mrot"),
    ("a\u{0}b\u{7F}c\u{85}d", "a␀b␡c\u{FFFD}d"),
    ("gut\u{202E}nehcsrev", "gut\u{FFFD}nehcsrev"),
    ("Waffen\u{AD}ruhe", "Waffenruhe"),
    ("\u{FEFF}Anfang", "Anfang"),
    ("10\u{A0}Euro\tund\nmehr", "10 Euro und mehr"),
    ("e\u{301}", "e\u{301}"),
    ("\u{301}x", "\u{25CC}\u{301}x"),
    ("👨\u{200D}👩\u{200D}👧", "👨👩👧"),
    ("👍\u{1F3FD}", "👍"),
    ("\u{2764}\u{FE0F}", "\u{2764}"),
    ("\u{10FFFF}", "\u{FFFD}"),
    ("", ""),
  ])
  func showsNothingThatATerminalObeys(text: String, shown: String) {
    #expect(DisplayText.sanitised(text) == shown)
  }

  @Test func knowsWhatTerminalsObey() {
    for scalar in "\u{1B}\u{0}\n\t\u{7F}\u{9B}\u{202E}\u{2066}\u{2028}\u{61C}".unicodeScalars {
      #expect(DisplayText.isObeyed(scalar), "U+\(String(scalar.value, radix: 16))")
    }
    for scalar in "aü\u{AD}\u{200D}\u{301}漢\u{A0}".unicodeScalars {
      #expect(!DisplayText.isObeyed(scalar), "U+\(String(scalar.value, radix: 16))")
    }
  }

  @Test func countsColumnsOfWhatIsShown() {
    #expect(DisplayText.columns(of: "„Größe“") == 7)
    #expect(DisplayText.columns(of: "漢字 ok") == 7)
    #expect(DisplayText.columns(of: "\u{200B}") == 0)
    #expect(DisplayText.columns(of: "\u{1B}") == 1)
  }

  @Test func keepsAtMostFourMarksOnACharacter() {
    let zalgo = "a" + String(repeating: "\u{301}", count: 1000)
    #expect(DisplayText.sanitised(zalgo).unicodeScalars.count == 5)
  }

  /// Any bytes at all: units follow one another without a gap, and what they show has their width.
  @Test(arguments: 0..<200)
  func coversAnyBytes(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let alphabet: [UInt8] = [
      0x00, 0x1B, 0x20, 0x41, 0x9B, 0xC2, 0xAD, 0xCC, 0x81, 0xE2, 0x80, 0xAE, 0xF0, 0x9F, 0x98,
      0xFF,
    ]
    let bytes = (0..<60).map { _ in alphabet[Int(random.next() % UInt64(alphabet.count))] }
    var offset = 0
    while offset < bytes.count {
      let unit = DisplayText.unit(in: bytes, at: offset, before: bytes.count)
      #expect(unit.begin == offset && unit.end > offset && unit.end <= bytes.count)
      let shown = DisplayText.grapheme(of: unit, in: bytes)
      let widths = shown.unicodeScalars.map { CellWidth.columns(of: $0) }
      #expect(!widths.contains(nil), "seed \(seed)")
      #expect(widths.reduce(0) { $0 + ($1 ?? 0) } == unit.columns, "seed \(seed)")
      offset = unit.end
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

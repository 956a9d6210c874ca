import NewsArchive
import Testing
import TextModel

/// What holds for any bytes, checked on examples that were damaged at random.
@Suite struct AnatomyPropertyTests {
  @Test(arguments: 1...40) func mutationsKeepTheInvariants(seed: UInt64) {
    let reader = AnatomyReader()
    var random = SeededGenerator(seed: seed)
    let texts = AnatomyTests.cases.map { Array($0.text.utf8) }
    for _ in 0..<60 {
      var bytes = texts[Int(random.next() % UInt64(texts.count))]
      for _ in 0...random.next() % 8 { mutate(&bytes, texts, &random) }
      guard let decoded = try? TextDecoder.decode(bytes) else { continue }
      checkInvariants(reader.anatomy(of: decoded.text), decoded.text, "seed \(seed)")
    }
  }

  private func mutate(_ bytes: inout [UInt8], _ texts: [[UInt8]], _ random: inout SeededGenerator) {
    let marks: [String] = [
      "\n", "\r\n", " ", "(", ")", "„", "“", "\"", "''", "–", " - ", "©", "Foto:", "Stand:", "Von",
      "dpa", "\u{2028}", "\u{FEFF}", "\u{301}", ".", ":", "31.", "12:", "date 2023",
      "Das Wichtigste in Kürze", "\u{1}",
    ]
    let at = Int(random.next() % UInt64(bytes.count + 1))
    switch random.next() % 5 {
    case 0: bytes.insert(contentsOf: marks[Int(random.next() % UInt64(marks.count))].utf8, at: at)
    case 1:
      let end = min(bytes.count, at + Int(random.next() % 40))
      bytes.removeSubrange(at..<end)
    case 2 where at < bytes.count: bytes[at] = UInt8(truncatingIfNeeded: random.next() | 1)
    case 3:
      let other = texts[Int(random.next() % UInt64(texts.count))]
      let from = Int(random.next() % UInt64(other.count + 1))
      bytes.insert(contentsOf: other[from..<min(other.count, from + 30)], at: at)
    default: bytes.removeSubrange(at...)
    }
  }

  /// Inputs that are hard on loops which look around: each must be done in time that grows with its
  /// length only, which a second each is generous for.
  @Test(arguments: [
    "a", "\n", "\"", "„", "(", "date ", "Von ", "Stand: ", "1.", "- ", "dpa/", "Aa ", "Foto: ",
    "\u{1}",
    "Das Wichtigste in Kürze ", "Er sagte am Montag. ", "A/", "vor zehn ", "\n\nAb\n\n",
  ])
  func hostileRepetition(unit: String) {
    let reader = AnatomyReader()
    let count = 400_000 / unit.utf8.count
    let text = SourceText(String(repeating: unit, count: count))
    let clock = ContinuousClock()
    var anatomy = ArticleAnatomy()
    let time = clock.measure { anatomy = reader.anatomy(of: text) }
    #expect(time < .seconds(10))
    #expect(anatomy.blocks.allSatisfy { $0.span.end <= text.count })
  }
}

/// A random number generator with a seed (SplitMix64), so that a failure can be repeated.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

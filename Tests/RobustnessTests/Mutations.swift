/// SplitMix64; the same mutations on every run.
struct SeededRandom {
  private var state: UInt64
  init(seed: UInt64) { state = seed &* 0xD6E8_FEB8_6659_FD93 ^ 0x2545_F491_4F6C_DD1D }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func below(_ limit: Int) -> Int { limit <= 0 ? 0 : Int(next() % UInt64(limit)) }
}

/// Breaks articles as archives do, and as nobody does: cuts, splices, wrong encodings, hostile pieces.
struct Mutator {
  /// What articles are spliced with.
  static let pieces: [[UInt8]] =
    [
      "„", "“", "”", "»", "«", "‚", "‘", "›", "‹", "\"", "'", "„„„„", "““““", "„‚„‚„", ", sagte ",
      ": ",
      ", so ", " laut ", "Laut ", " zufolge ", "Nach Angaben von ", ", dass ", ", ob ", " zu ",
      " sei ",
      " habe ", " soll ", "Das teilte er mit.", "…", " – ", " - ", "(", ")", "((((", "))))", "[",
      "]", ".",
      "...", ". . .", "?!", ",,,,", "\n", "\n\n", "\r\n", "\r", "\t", "\u{0B}", "\u{0C}",
      "\u{1B}[31m",
      "\u{7F}", "\u{85}", "\u{A0}", "\u{AD}", "\u{200B}", "\u{200D}", "\u{202E}", "\u{2028}",
      "\u{2029}",
      "\u{FEFF}", "\u{FFFD}", "\u{301}", "e\u{301}\u{301}\u{301}", "ﬁ", "ẞ", "ß", "İ", "ı", "Ǆ",
      "👨‍👩‍👧", "𝔊",
      "北京", "مرحبا", "date 2023-03 ", "31.02.2023", "99.99.9999", "Stand: 31.03.2023 25:61 Uhr",
      "2023-13-45", "00000000000000000000", "18446744073709551616", "24. November",
      "Donnerstag (24. November)",
      "Von: ", "© ", "(dpa)", "(dpa/pm/", "Minsk (dpa) - ", "Das Wichtigste in Kürze", "\"}],\"",
      "\\u0000",
      "\\", "Wladimir Putin", "Lukaschenko", "Lukaschenkos", "der Kreml", "Bundeskanzler ", "(SPD)",
      "14.05 Uhr: ",
    ].map { Array($0.utf8) }
    + [
      [0xC3], [0xE2, 0x80], [0xF0, 0x9F, 0x98], [0xED, 0xA0, 0x80], [0xC0, 0xAF],
      [0xF4, 0x90, 0x80, 0x80],
      [0x80], [0xFF], [0xFE, 0xFF], [0xFF, 0xFE], [0xEF, 0xBB, 0xBF], [0x93, 0x94, 0x84], [0x00],
    ]

  var random: SeededRandom

  /// One to eight changes of an article; `other` is what it is spliced with.
  mutating func mutate(_ original: [UInt8], with other: [UInt8]) -> [UInt8] {
    var bytes = original
    for _ in 0...random.below(8) {
      let at = random.below(bytes.count + 1)
      let length = random.below(min(400, bytes.count - at) + 1)
      switch random.below(12) {
      case 0: bytes.removeSubrange(at..<at + length)
      case 1: bytes.insert(contentsOf: Self.pieces[random.below(Self.pieces.count)], at: at)
      case 2:
        let from = random.below(other.count + 1)
        bytes.insert(contentsOf: other[from..<min(other.count, from + length)], at: at)
      case 3: if at < bytes.count { bytes[at] = UInt8(truncatingIfNeeded: random.next()) }
      case 4: bytes = Array(bytes[..<at])
      case 5: bytes = Array(bytes[at...])
      case 6:
        let piece = Self.pieces[random.below(Self.pieces.count)]
        let copies = Array(repeatElement(piece, count: 1 + random.below(60)).joined())
        bytes.insert(contentsOf: copies, at: at)
      case 7: bytes.insert(contentsOf: bytes[at..<at + length], at: at)
      case 8: bytes.replaceSubrange(at..<at + length, with: bytes[at..<at + length].reversed())
      case 9: bytes.removeAll { $0 == 0x0A }
      case 10:
        bytes.replaceSubrange(at..<at + length, with: Self.pieces[random.below(Self.pieces.count)])
      default:
        // As a program writes it that takes UTF-8 for Latin-1, or an old Mac.
        if random.below(2) == 0 {
          bytes = bytes.flatMap { $0 < 0x80 ? [$0] : [0xC0 | $0 >> 6, 0x80 | $0 & 0x3F] }
        } else {
          bytes = bytes.map { $0 == 0x0A ? 0x0D : $0 }
        }
      }
      if bytes.count > 20_000 { bytes.removeLast(bytes.count - 20_000) }
    }
    return bytes
  }

  /// The text as UTF-16 with its mark.
  static func utf16(_ bytes: [UInt8], bigEndian: Bool) -> [UInt8] {
    let units = [0xFEFF] + Array(String(decoding: bytes, as: UTF8.self).utf16)
    return units.flatMap { unit in
      let pair = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
      return bigEndian ? pair : pair.reversed()
    }
  }
}

import GermanLanguage

/// The parts of a person's name that other mentions are compared with, worked out once.
struct PersonName: Sendable {
  /// Fold of the first word; 0 for a name of one word.
  private(set) var givenFold: UInt64 = 0
  /// Fold of the last word; 0 for a name of one word or one that ends in an initial.
  private(set) var familyFold: UInt64 = 0
  /// The last word's folded letters, hyphens left out; empty where there is no family name.
  private(set) var familyLetters: [UInt8] = []
  /// Whether the family name is long enough to be recognised in a misprint.
  private(set) var isLong = false
  /// Its first byte, as it is written.
  private(set) var initial: UInt8 = 0

  /// - Parameter name: words separated by blanks ("Ursula von der Leyen").
  init(_ name: String) {
    var name = name
    name.withUTF8 { bytes in
      guard let first = bytes.firstIndex(of: 0x20), let last = bytes.lastIndex(of: 0x20),
        last + 1 < bytes.count
      else { return }
      givenFold = WordFold.hash(UnsafeBufferPointer(rebasing: bytes[..<first]))
      guard bytes[bytes.count - 1] != UInt8(ascii: ".") else { return }
      let family = UnsafeBufferPointer(rebasing: bytes[(last + 1)...])
      familyFold = WordFold.hash(family)
      familyLetters = TitleKey.letters(family)
      isLong = family.count >= 7
      initial = family[0]
    }
  }
}

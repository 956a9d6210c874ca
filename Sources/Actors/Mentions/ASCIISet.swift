/// A set of ASCII letters that is asked for without hashing.
struct ASCIISet: Sendable {
  private var bits: (UInt64, UInt64) = (0, 0)

  /// - Parameter letters: those beyond ASCII are left out.
  init(_ letters: some Sequence<UInt8>) {
    for letter in letters {
      if letter < 64 { bits.0 |= 1 << UInt64(letter) }
      if letter >= 64, letter < 128 { bits.1 |= 1 << UInt64(letter - 64) }
    }
  }

  func contains(_ letter: UInt8) -> Bool {
    letter < 64
      ? bits.0 >> UInt64(letter) & 1 == 1 : letter < 128 && bits.1 >> UInt64(letter - 64) & 1 == 1
  }
}

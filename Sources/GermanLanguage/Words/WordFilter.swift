/// Says of most words that they are not in a set, by one look at 8 kB of bits.
public struct WordFilter: Sendable {
  @usableFromInline var bits = [UInt64](repeating: 0, count: 1024)

  /// A filter of no words.
  public init() {}

  @inlinable @inline(__always)
  static func bit(_ fold: UInt64) -> Int { Int(truncatingIfNeeded: fold >> 40) & 0xFFFF }

  /// Adds a word by its folded hash.
  public mutating func insert(_ fold: UInt64) {
    let bit = Self.bit(fold)
    bits[bit >> 6] |= 1 << UInt64(bit & 63)
  }

  /// Whether a word may be in the set; no for most words of a text.
  @inlinable @inline(__always)
  public func mayHave(_ fold: UInt64) -> Bool {
    let bit = Self.bit(fold)
    return bits[bit >> 6] >> UInt64(bit & 63) & 1 == 1
  }
}

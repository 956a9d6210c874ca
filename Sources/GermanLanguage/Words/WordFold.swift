/// Folding for the comparison of words: upper and lower case, umlauts (ä = ae) and ß (= ss) do not
/// matter. Text is never changed; only comparisons fold.
public enum WordFold {
  static let offsetBasis: UInt64 = 0xCBF2_9CE4_8422_2325
  static let prime: UInt64 = 0x100_0000_01B3

  @inline(__always)
  static func step(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    (hash ^ UInt64(byte)) &* prime
  }

  /// Folds bytes one character at a time and hands each folded byte on.
  ///
  /// Beyond ASCII and the German letters, capital letters of Latin-1 are folded to small ones; other
  /// scripts stay as they are.
  @inline(__always)
  static func fold(_ bytes: UnsafeBufferPointer<UInt8>, _ body: (UInt8) -> Void) {
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte < 0x80 {
        body(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)
      } else if byte == 0xC3, index < bytes.count {
        let next = bytes[index]
        index += 1
        switch next {
        case 0x84, 0xA4:
          body(0x61)
          body(0x65)
        case 0x96, 0xB6:
          body(0x6F)
          body(0x65)
        case 0x9C, 0xBC:
          body(0x75)
          body(0x65)
        case 0x9F:
          body(0x73)
          body(0x73)
        default:
          body(0xC3)
          body(next >= 0x80 && next <= 0x9E && next != 0x97 ? next + 0x20 : next)
        }
      } else {
        body(byte)
      }
    }
  }

  /// FNV-1a, 64 bits, over the folded bytes.
  public static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash = offsetBasis
    fold(bytes) { hash = step(hash, $0) }
    return hash
  }

  /// The same of a word in our own data or code.
  public static func hash(_ word: some StringProtocol) -> UInt64 {
    var copy = Array(word.utf8)
    return copy.withUnsafeMutableBufferPointer { hash(UnsafeBufferPointer($0)) }
  }

  /// The folded bytes themselves, for comparison of beginnings and ends.
  public static func folded(_ word: some StringProtocol) -> [UInt8] {
    var result: [UInt8] = []
    Array(word.utf8).withUnsafeBufferPointer { fold($0) { result.append($0) } }
    return result
  }
}

import CorpusStore

/// Finds the words of a text that may be compounds or parts of one: runs of four letters or more.
enum TermScanner {
  /// Each different word once, in the order of its first place.
  ///
  /// - Parameter words: `searchableText`. O(*n*).
  static func terms(of words: String) -> [IndexEntry.Term] {
    var terms: [IndexEntry.Term] = []
    var seen: Set<UInt64> = []
    var words = words
    words.withUTF8 { bytes in
      var begin = 0
      while begin < bytes.count {
        var end = begin
        var hash = TermHash()
        var isPlain = true
        while end < bytes.count, bytes[end] != 0x20 {
          hash.add(bytes[end])
          if !(0x61...0x7A).contains(bytes[end]) { isPlain = false }
          end += 1
        }
        let length = end - begin
        if isPlain, length >= CompoundParts.shortestPart, length <= CompoundParts.longestWord,
          seen.insert(hash.value).inserted
        {
          terms.append(.init(hash: hash.value, begin: Int32(begin), end: Int32(end)))
        }
        begin = end + 1
      }
    }
    return terms
  }
}

/// FNV-1a with 64 bits, letter by letter.
struct TermHash {
  private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  mutating func add(_ byte: UInt8) {
    value = (value ^ UInt64(byte)) &* 0x100_0000_01b3
  }

  static func of(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var hash = TermHash()
    for byte in bytes { hash.add(byte) }
    return hash.value
  }
}

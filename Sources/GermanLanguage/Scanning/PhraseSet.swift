/// Phrases of a data file, to be met at a given place of a text.
///
/// Almost all places are refused by one look at a bitmap of the first two bytes that phrases have.
///
/// A class, since tables of it are handed about in hot loops: one count to keep instead of nine.
public final class PhraseSet: Sendable {
  /// One bit for every pair of first bytes that begins a phrase, in all its cases.
  @usableFromInline let heads: [UInt64]
  /// Where the phrases of each hash of the first two bytes begin in `order`; 513 entries.
  private let bucketStarts: [Int32]
  /// Numbers of phrases by bucket, in each the longest first, so that the first that fits is the longest.
  private let order: [Int32]
  /// For each entry of `order` the third byte of its phrase, 0 where it is shorter: refuses most of those
  /// that begin with the same two.
  private let thirds: [UInt8]
  /// One bit for the hash of every three first bytes, folded, that a phrase has: most that share two bytes
  /// with a phrase are refused without a look at its bucket.
  private let triples: [UInt64]
  /// All phrases one after the other, and where each begins.
  private let letters: [UInt8]
  private let starts: [Int32]
  private let ignoresCase: Bool
  /// Whether a phrase may end inside a word.
  private let endsAnywhere: Bool

  /// - Parameters:
  ///   - ignoringCase: whether capitals of ASCII and Latin-1 match small letters.
  ///   - anywhere: whether a phrase may end inside a word, as prefixes do.
  public init(_ forms: [String], ignoringCase: Bool, anywhere: Bool = false) {
    ignoresCase = ignoringCase
    endsAnywhere = anywhere
    var heads = [UInt64](repeating: 0, count: 1024)
    var buckets: [[Int32]] = Array(repeating: [], count: 512)
    var triples = [UInt64](repeating: 0, count: 1 << (Self.tripleBits - 6))
    var letters: [UInt8] = []
    var starts: [Int32] = [0]
    for (index, form) in forms.enumerated() {
      let bytes = ignoringCase ? foldedBytes(form) : Array(form.utf8)
      letters += bytes
      starts.append(Int32(letters.count))
      guard let first = bytes.first else { continue }
      // A phrase of one byte goes with whatever follows it.
      let seconds: [UInt8] = bytes.count > 1 ? [bytes[1]] : Array(0...255)
      for bucket in Set(seconds.map { Self.bucket(first, $0) }) {
        buckets[bucket].append(Int32(index))
      }
      for second in seconds {
        for third in bytes.count > 2 ? [bytes[2]] : Array(0...255) {
          let bit = Self.triple(first, second, third)
          triples[bit >> 6] |= 1 << UInt64(bit & 63)
        }
      }
      for (a, b) in Self.spellings(first, seconds, ignoringCase: ignoringCase) {
        let bit = Int(a) << 8 | Int(b)
        heads[bit >> 6] |= 1 << UInt64(bit & 63)
      }
    }
    let lengths = zip(starts, starts.dropFirst()).map { $1 - $0 }
    var order: [Int32] = []
    var bucketStarts: [Int32] = [0]
    for bucket in buckets {
      order += bucket.sorted { (-lengths[Int($0)], $0) < (-lengths[Int($1)], $1) }
      bucketStarts.append(Int32(order.count))
    }
    self.heads = heads
    self.bucketStarts = bucketStarts
    self.order = order
    thirds = order.map { number in
      let begin = Int(starts[Int(number)])
      return begin + 2 < Int(starts[Int(number) + 1]) ? letters[begin + 2] : 0
    }
    self.triples = triples
    self.letters = letters
    self.starts = starts
  }

  /// So many bits tell triples apart: 4 kB, of which a list of a thousand phrases fills a thirtieth.
  private static let tripleBits = 15

  @inline(__always)
  private static func triple(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Int {
    (Int(first) &* 961 &+ Int(second) &* 31 &+ Int(third)) & (1 << tripleBits - 1)
  }

  /// The pairs of bytes in the text that fold to these.
  private static func spellings(
    _ first: UInt8, _ seconds: [UInt8], ignoringCase: Bool
  ) -> [(UInt8, UInt8)] {
    guard ignoringCase else { return seconds.map { (first, $0) } }
    let firsts = first &- 0x61 < 26 ? [first, first & 0xDF] : [first]
    return firsts.flatMap { a in
      seconds.flatMap { b in
        if a == 0xC3 { return b >= 0xA0 && b < 0xBF ? [(a, b), (a, b & 0xDF)] : [(a, b)] }
        return b &- 0x61 < 26 ? [(a, b), (a, b & 0xDF)] : [(a, b)]
      }
    }
  }

  @inline(__always)
  private static func bucket(_ first: UInt8, _ second: UInt8) -> Int {
    (Int(first) &* 31 &+ Int(second)) & 511
  }

  /// Whether a phrase may stand at an offset, by its first two bytes.
  @inlinable @inline(__always)
  public func mayMatch(_ bytes: [UInt8], at offset: Int) -> Bool {
    let second = offset + 1 < bytes.count ? bytes[offset + 1] : 0
    let bit = Int(bytes[offset]) << 8 | Int(second)
    return heads[bit >> 6] >> UInt64(bit & 63) & 1 == 1
  }

  /// The next offset at which a word begins and a phrase may stand; `end` when there is none.
  ///
  /// - Parameters:
  ///   - orDigit: also stop where a number begins.
  ///   - hyphenJoins: whether what follows a hyphen is inside a word ("Ex-Präsident").
  /// - Complexity: O(*n*), a few bytes a nanosecond: the loop that carries all scanning of long texts.
  public func nextCandidate(
    _ bytes: [UInt8], from begin: Int, to end: Int, orDigit: Bool = false, hyphenJoins: Bool = false
  ) -> Int {
    bytes.withUnsafeBufferPointer { bytes in
      heads.withUnsafeBufferPointer { heads in
        wordBytes.withUnsafeBufferPointer { wordBytes in
          // 1 for letters and digits, 2 for the hyphen.
          let inside: UInt8 = hyphenJoins ? 3 : 1
          let last = end - 1
          var at = begin
          if at > 0, at < end, wordBytes[Int(bytes[at - 1])] & inside != 0 {
            while at < end, wordBytes[Int(bytes[at])] & inside != 0 { at += 1 }
          }
          while at < last {
            let byte = bytes[at]
            let bit = Int(byte) << 8 | Int(bytes[at + 1])
            if heads[bit >> 6] >> UInt64(bit & 63) & 1 == 1,
              mayBegin(byte, bytes[at + 1], at + 2 < end ? bytes[at + 2] : 0)
            {
              return at
            }
            if orDigit, isDigit(byte) { return at }
            at += 1
            if wordBytes[Int(byte)] & inside != 0 {
              while at < end, wordBytes[Int(bytes[at])] & inside != 0 { at += 1 }
            }
          }
          // A single byte is left: only a phrase or number of one byte fits.
          return at == last && ((orDigit && isDigit(bytes[at])) || mayMatchAlone(bytes[at]))
            ? at : end
        }
      }
    }
  }

  private func mayMatchAlone(_ byte: UInt8) -> Bool {
    heads[Int(byte) << 2] & 1 == 1
  }

  /// The end of the longest phrase that stands at an offset; a phrase that ends with a letter must not
  /// be followed by one.
  @inlinable @inline(__always)
  public func match(_ bytes: [UInt8], at offset: Int, to end: Int) -> Int? {
    find(bytes, at: offset, to: end)?.end
  }

  /// The same with the phrase's position in the list the set was made from.
  @inlinable @inline(__always)
  public func find(_ bytes: [UInt8], at offset: Int, to end: Int) -> (end: Int, index: Int)? {
    guard offset < end, mayMatch(bytes, at: offset) else { return nil }
    return longest(bytes, at: offset, to: end)
  }

  /// Whether the text from `offset` to `end` is one of the phrases.
  @inlinable @inline(__always)
  public func contains(_ bytes: [UInt8], _ offset: Int, _ end: Int) -> Bool {
    match(bytes, at: offset, to: end) == end && offset < end
  }

  @usableFromInline
  func longest(_ bytes: [UInt8], at offset: Int, to end: Int) -> (end: Int, index: Int)? {
    let (first, second, third) = head(
      bytes[offset], offset + 1 < end ? bytes[offset + 1] : 0,
      offset + 2 < end ? bytes[offset + 2] : 0)
    guard hasTriple(first, second, third) else { return nil }
    let bucket = Self.bucket(first, second)
    for position in Int(bucketStarts[bucket])..<Int(bucketStarts[bucket + 1])
    where thirds[position] == third || thirds[position] == 0 {
      let number = Int(order[position])
      let begin = Int(starts[number])
      let count = Int(starts[number + 1]) - begin
      guard offset + count <= end, fits(begin, count, bytes, offset) else { continue }
      let after = offset + count
      if !endsAnywhere, after < end, isWordByte(bytes[after]),
        isWordByte(letters[begin + count - 1])
      {
        continue
      }
      return (after, number)
    }
    return nil
  }

  /// The first three bytes of a place as phrases are kept; 0 stands for none.
  @inline(__always)
  private func head(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> (UInt8, UInt8, UInt8) {
    guard ignoresCase else { return (first, second, third) }
    return (
      folded(first), first == 0xC3 ? foldedSecond(second) : folded(second),
      second == 0xC3 ? foldedSecond(third) : folded(third)
    )
  }

  @inline(__always)
  private func hasTriple(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
    let bit = Self.triple(first, second, third)
    return triples[bit >> 6] >> UInt64(bit & 63) & 1 == 1
  }

  /// Whether a phrase may begin with three bytes of a text.
  @inline(__always)
  private func mayBegin(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
    let (first, second, third) = head(first, second, third)
    return hasTriple(first, second, third)
  }

  @inline(__always)
  private func fits(_ begin: Int, _ count: Int, _ bytes: [UInt8], _ offset: Int) -> Bool {
    if !ignoresCase {
      for index in 0..<count where bytes[offset + index] != letters[begin + index] { return false }
      return true
    }
    var before: UInt8 = 0
    for index in 0..<count {
      let byte = bytes[offset + index]
      let same = before == 0xC3 ? foldedSecond(byte) : folded(byte)
      if same != letters[begin + index] { return false }
      before = byte
    }
    return true
  }
}

private func foldedBytes(_ text: String) -> [UInt8] {
  var result: [UInt8] = []
  var before: UInt8 = 0
  for byte in text.utf8 {
    result.append(before == 0xC3 ? foldedSecond(byte) : folded(byte))
    before = byte
  }
  return result
}

/// For every byte: 1 where `isWordByte` says so, 2 for the hyphen.
private let wordBytes: [UInt8] = (0...255).map { byte in
  isWordByte(UInt8(byte)) ? 1 : byte == 0x2D ? 2 : 0
}

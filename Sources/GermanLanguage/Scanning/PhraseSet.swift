/// Phrases of a data file, to be met at a given place of a text.
public struct PhraseSet: Sendable {
  /// Numbers of the phrases whose first two bytes have this hash, longest first, so that the first that
  /// fits is the longest.
  private var buckets: [[Int32]]
  /// All phrases one after the other, and where each begins.
  private var letters: [UInt8] = []
  private var starts: [Int32] = [0]
  private var firstBytes = [Bool](repeating: false, count: 256)
  private let ignoresCase: Bool

  /// - Parameter ignoringCase: whether capitals of ASCII and Latin-1 match small letters.
  public init(_ forms: [String], ignoringCase: Bool) {
    ignoresCase = ignoringCase
    buckets = Array(repeating: [], count: 512)
    for (index, form) in forms.enumerated() {
      let bytes = ignoringCase ? foldedBytes(form) : Array(form.utf8)
      letters += bytes
      starts.append(Int32(letters.count))
      guard let first = bytes.first else { continue }
      if bytes.count == 1 {
        // One byte alone: whatever follows it.
        for bucket in Set((0...255).map { Self.bucket(first, $0) }) {
          buckets[bucket].append(Int32(index))
        }
      } else {
        buckets[Self.bucket(first, bytes[1])].append(Int32(index))
      }
      firstBytes[Int(first)] = true
    }
    let lengths = zip(starts, starts.dropFirst()).map { $1 - $0 }
    for index in buckets.indices {
      buckets[index].sort { (-lengths[Int($0)], $0) < (-lengths[Int($1)], $1) }
    }
  }

  @inline(__always)
  private static func bucket(_ first: UInt8, _ second: UInt8) -> Int {
    (Int(first) &* 31 &+ Int(second)) & 511
  }

  /// The end of the longest phrase that stands at an offset; a phrase that ends with a letter must not
  /// be followed by one.
  public func match(_ bytes: [UInt8], at offset: Int, to end: Int) -> Int? {
    find(bytes, at: offset, to: end)?.end
  }

  /// The same with the phrase's position in the list the set was made from.
  public func find(_ bytes: [UInt8], at offset: Int, to end: Int) -> (end: Int, index: Int)? {
    guard offset < end else { return nil }
    let first = ignoresCase ? folded(bytes[offset]) : bytes[offset]
    guard firstBytes[Int(first)] else { return nil }
    var second: UInt8 = 0
    if offset + 1 < end {
      let byte = bytes[offset + 1]
      second = !ignoresCase ? byte : first == 0xC3 ? foldedSecond(byte) : folded(byte)
    }
    for number in buckets[Self.bucket(first, second)] {
      let begin = Int(starts[Int(number)])
      let count = Int(starts[Int(number) + 1]) - begin
      guard offset + count <= end, fits(begin, count, bytes, offset) else { continue }
      let after = offset + count
      if after < end, isWordByte(bytes[after]), isWordByte(letters[begin + count - 1]) { continue }
      return (after, Int(number))
    }
    return nil
  }

  /// Whether the text from `offset` to `end` is one of the phrases.
  public func contains(_ bytes: [UInt8], _ offset: Int, _ end: Int) -> Bool {
    match(bytes, at: offset, to: end) == end && offset < end
  }

  /// Whether any phrase begins with this byte.
  @inline(__always)
  public func begins(with byte: UInt8) -> Bool {
    firstBytes[Int(ignoresCase ? folded(byte) : byte)]
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

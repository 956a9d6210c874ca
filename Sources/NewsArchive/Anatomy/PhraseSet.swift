/// Phrases of a data file, to be met at a given place of a text.
struct PhraseSet: Sendable {
  /// By first byte, longest first, so that the first that fits is the longest.
  private var buckets: [[[UInt8]]]
  private let ignoresCase: Bool

  init(_ forms: [String], ignoringCase: Bool) {
    ignoresCase = ignoringCase
    buckets = Array(repeating: [], count: 256)
    for form in Set(forms) {
      let bytes = ignoringCase ? foldedBytes(form) : Array(form.utf8)
      guard let first = bytes.first else { continue }
      buckets[Int(first)].append(bytes)
    }
    for index in buckets.indices { buckets[index].sort { $0.count > $1.count } }
  }

  /// The end of the longest phrase that stands at an offset; a phrase that ends with a letter must not
  /// be followed by one.
  func match(_ bytes: [UInt8], at offset: Int, to end: Int) -> Int? {
    guard offset < end else { return nil }
    let first = ignoresCase ? folded(bytes[offset]) : bytes[offset]
    for phrase in buckets[Int(first)] where offset + phrase.count <= end {
      if fits(phrase, bytes, offset) {
        let after = offset + phrase.count
        if after < end, isWordByte(bytes[after]), let last = phrase.last, isWordByte(last) {
          continue
        }
        return after
      }
    }
    return nil
  }

  /// Whether the text from `offset` to `end` is one of the phrases.
  func contains(_ bytes: [UInt8], _ offset: Int, _ end: Int) -> Bool {
    match(bytes, at: offset, to: end) == end
  }

  /// Whether any phrase begins with this byte.
  func begins(with byte: UInt8) -> Bool { !buckets[Int(ignoresCase ? folded(byte) : byte)].isEmpty }

  @inline(__always)
  private func fits(_ phrase: [UInt8], _ bytes: [UInt8], _ offset: Int) -> Bool {
    if !ignoresCase {
      for index in phrase.indices where bytes[offset + index] != phrase[index] { return false }
      return true
    }
    var before: UInt8 = 0
    for index in phrase.indices {
      let byte = bytes[offset + index]
      let same = before == 0xC3 ? foldedSecond(byte) : folded(byte)
      if same != phrase[index] { return false }
      before = byte
    }
    return true
  }
}

private func foldedBytes(_ text: String) -> [UInt8] {
  var result: [UInt8] = []
  for byte in text.utf8 {
    result.append(result.last == 0xC3 ? foldedSecond(byte) : folded(byte))
  }
  return result
}

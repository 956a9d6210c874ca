import TextModel

/// A text folded for matching: lower case, ä as ae, ß as ss, other accents dropped, runs of white space
/// as one blank; each folded byte knows where it came from.
///
/// Folding goes over bytes: ASCII, Latin-1, Latin Extended-A and combining marks; other scripts stay as
/// they are. O(*n*).
public struct FoldedText: Sendable {
  public let bytes: [UInt8]
  /// `sources[i]` is the UTF-8 offset of the character that gave byte `i`; one more for the end.
  public let sources: [Int]

  public init(_ utf8: [UInt8]) {
    var bytes: [UInt8] = []
    var sources: [Int] = []
    bytes.reserveCapacity(utf8.count + 16)
    sources.reserveCapacity(utf8.count + 17)
    fold(utf8) { byte, source in
      bytes.append(byte)
      sources.append(source)
    }
    sources.append(utf8.count)
    self.bytes = bytes
    self.sources = sources
  }

  public init(_ text: String) { self.init(Array(text.utf8)) }

  /// The occurrences of any of some folded words, as spans of the unfolded text, in text order and
  /// disjoint; words that are empty find nothing.
  public func matches(_ words: [[UInt8]]) -> [TextSpan] {
    var spans: [TextSpan] = []
    for word in words where !word.isEmpty {
      var from = 0
      while let found = firstOccurrence(of: word, in: bytes, from: from) {
        spans.append(span(found..<found + word.count))
        from = found + word.count
      }
    }
    var disjoint: [TextSpan] = []
    for span in spans.sorted() {
      if let last = disjoint.last, span.begin < last.end {
        disjoint[disjoint.count - 1] = last.union(span)
      } else {
        disjoint.append(span)
      }
    }
    return disjoint
  }

  /// The part of the unfolded text that gave some folded bytes.
  ///
  /// - Precondition: the range is not empty and lies in `bytes`.
  public func span(_ range: Range<Int>) -> TextSpan {
    TextSpan(sources[range.lowerBound], endSource(range.upperBound))
  }

  /// The end of a match: a character that folds to two bytes (ä) belongs to it whole.
  private func endSource(_ index: Int) -> Int {
    var next = index
    while next < bytes.count, sources[next] == sources[index - 1] { next += 1 }
    return sources[next]
  }
}

/// The words of a search, folded; an article matches when it contains them all.
public func foldedWords(_ query: String) -> [[UInt8]] {
  foldedBytes(Array(query.utf8)).split(separator: 0x20).map(Array.init)
}

/// Folds without keeping where the bytes came from.
func foldedBytes(_ utf8: [UInt8]) -> [UInt8] {
  var bytes: [UInt8] = []
  bytes.reserveCapacity(utf8.count + 16)
  fold(utf8) { byte, _ in bytes.append(byte) }
  return bytes
}

/// First place at which `word` stands in `bytes`; a plain scan for its first byte, quick on prose.
func firstOccurrence(of word: [UInt8], in bytes: [UInt8], from: Int = 0) -> Int? {
  guard !word.isEmpty, bytes.count - from >= word.count else { return nil }
  return bytes.withUnsafeBufferPointer { text in
    word.withUnsafeBufferPointer { needle in
      let first = needle[0]
      for start in from...(text.count - needle.count) where text[start] == first {
        var length = 1
        while length < needle.count, text[start + length] == needle[length] { length += 1 }
        if length == needle.count { return start }
      }
      return nil
    }
  }
}

/// Base letters of U+0100...U+017F, in order; ligatures are shortened to their first letter.
private let latinExtendedA = Array(
  "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs"
    .utf8)
/// Base letters of U+00C0...U+00FF folded to one letter; 0 where two letters or none are meant.
private let latin1 = Array(
  "aaaa\0aaceeeeiiiidnoooo\0xouuu\0yt\0aaaa\0aaceeeeiiiidnoooo\0xouuu\0yty".utf8)

private func fold(_ utf8: [UInt8], _ emit: (_ byte: UInt8, _ source: Int) -> Void) {
  var index = 0
  var afterBlank = true
  func letter(_ byte: UInt8) {
    emit(byte, index)
    afterBlank = false
  }
  while index < utf8.count {
    let byte = utf8[index]
    let next = index + 1 < utf8.count ? utf8[index + 1] : 0
    switch byte {
    case 0x00...0x20:
      if !afterBlank { emit(0x20, index) }
      afterBlank = true
      index += 1
    case 0x41...0x5A:
      letter(byte | 0x20)
      index += 1
    case 0xC2 where next == 0xA0:
      if !afterBlank { emit(0x20, index) }
      afterBlank = true
      index += 2
    case 0xC2 where next == 0xAD:
      index += 2  // soft hyphen
    case 0xC3:
      switch next {
      case 0x84, 0xA4: for pair in "ae".utf8 { letter(pair) }
      case 0x96, 0xB6: for pair in "oe".utf8 { letter(pair) }
      case 0x9C, 0xBC: for pair in "ue".utf8 { letter(pair) }
      case 0x9F: for pair in "ss".utf8 { letter(pair) }
      case 0x80...0xBF: letter(latin1[Int(next) - 0x80])
      default: letter(byte)
      }
      index += 2
    case 0xC4 where (0x80...0xBF).contains(next):
      letter(latinExtendedA[Int(next) - 0x80])
      index += 2
    case 0xC5 where (0x80...0xBF).contains(next):
      letter(latinExtendedA[Int(next) - 0x40])
      index += 2
    case 0xCC where next == 0x88:
      letter(0x65)  // a decomposed umlaut: a, then the two dots
      index += 2
    case 0xCC, 0xCD:
      index += 2  // another combining mark
    case 0xE1 where next == 0xBA && index + 2 < utf8.count && utf8[index + 2] == 0x9E:
      for pair in "ss".utf8 { letter(pair) }
      index += 3
    default:
      letter(byte)
      index += 1
    }
  }
}

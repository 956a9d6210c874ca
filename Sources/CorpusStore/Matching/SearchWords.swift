import TextModel

/// The words of a text as full-text search sees them: folded as `FoldedText` does, cut at everything
/// that is neither letter nor digit, so that *Sofort-Waffenruhe* is two words and *„Nein“* is one.
///
/// The index is fed with `searchableText`, so that a word is the same thing in memory and in the index.
public struct SearchWords: Sendable {
  public let folded: FoldedText
  /// Each word's bytes as a range of `folded.bytes`, in text order.
  public let ranges: [Range<Int>]

  public init(_ folded: FoldedText) {
    self.folded = folded
    var ranges: [Range<Int>] = []
    forEachWord(in: folded.bytes) { ranges.append($0) }
    self.ranges = ranges
  }

  public init(_ utf8: [UInt8]) { self.init(FoldedText(utf8)) }

  public subscript(index: Int) -> ArraySlice<UInt8> { folded.bytes[ranges[index]] }

  /// Where words stand in the unfolded text.
  public func span(_ words: Range<Int>) -> TextSpan {
    folded.span(ranges[words.lowerBound].lowerBound..<ranges[words.upperBound - 1].upperBound)
  }
}

/// A text's folded words, one blank between two: what a full-text index whose tokenizer cuts at blanks
/// is to be given. O(*n*).
public func searchableText(_ utf8: [UInt8]) -> [UInt8] {
  let folded = foldedBytes(utf8)
  var text: [UInt8] = []
  text.reserveCapacity(folded.count)
  forEachWord(in: folded) { range in
    if !text.isEmpty { text.append(0x20) }
    text.append(contentsOf: folded[range])
  }
  return text
}

/// Calls `body` with every maximal run of letters and digits of a folded text.
func forEachWord(in bytes: [UInt8], _ body: (Range<Int>) -> Void) {
  var begin = -1
  var index = 0
  func close() {
    if begin >= 0 { body(begin..<index) }
    begin = -1
  }
  while index < bytes.count {
    let length: Int
    switch bytes[index] {
    case 0x61...0x7A, 0x30...0x39, 0x41...0x5A: length = 0
    case 0xC2: length = 2  // signs of Latin-1: « » § °
    case 0xE2: length = 3  // punctuation, symbols, arrows, boxes: „ “ – … € →
    case 0xE3 where index + 1 < bytes.count && bytes[index + 1] == 0x80: length = 3
    case 0xEF where index + 1 < bytes.count && bytes[index + 1] >= 0xB8: length = 3
    case 0xF0 where index + 1 < bytes.count && bytes[index + 1] == 0x9F: length = 4  // pictures
    case 0x80...: length = 0
    default: length = 1
    }
    if length == 0 {
      if begin < 0 { begin = index }
      index += 1
    } else {
      close()
      index = min(bytes.count, index + length)
    }
  }
  close()
}

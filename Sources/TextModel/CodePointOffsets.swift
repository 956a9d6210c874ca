/// Converts between UTF-8 offsets, used inside, and counts of Unicode code points, used outside.
///
/// Keeps one count for every 256 bytes, so that a conversion reads at most 256 bytes.
public struct CodePointOffsets: Sendable {
  private static let stride = 64
  private let utf8: [UInt8]
  /// `counts[i]` is the number of code points that begin before byte `i * stride`.
  private let counts: [Int32]

  /// Counts once; linear in the length of the text, a sixteenth of its size.
  public init(_ text: SourceText) {
    utf8 = text.utf8
    var counts: [Int32] = [0]
    counts.reserveCapacity(utf8.count / Self.stride + 2)
    var total: Int32 = 0
    utf8.withUnsafeBufferPointer { bytes in
      var begin = 0
      while begin + Self.stride <= bytes.count {
        // Bytes that begin a code point, counted without a branch.
        var begins: Int32 = 0
        for index in begin..<begin + Self.stride { begins += bytes[index] & 0xC0 != 0x80 ? 1 : 0 }
        total += begins
        counts.append(total)
        begin += Self.stride
      }
    }
    self.counts = counts
  }

  /// The number of code points before a UTF-8 offset; offsets beyond the end count as the end.
  public func codePoint(ofUTF8 offset: Int) -> Int {
    let limit = min(max(offset, 0), utf8.count)
    let block = min(limit / Self.stride, counts.count - 1)
    var count = Int(counts[block])
    utf8.withUnsafeBufferPointer { utf8 in
      // Without a branch, so that several bytes are looked at together.
      for index in block * Self.stride..<limit { count += utf8[index] & 0xC0 != 0x80 ? 1 : 0 }
    }
    return count
  }

  /// The UTF-8 offset at which code point number `index` begins; the text's end when there are fewer.
  public func utf8Offset(ofCodePoint index: Int) -> Int {
    var low = 0
    var high = counts.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if Int(counts[middle]) <= index { low = middle } else { high = middle - 1 }
    }
    var seen = Int(counts[low])
    var offset = low * Self.stride
    while offset < utf8.count {
      if utf8[offset] & 0xC0 != 0x80 {
        if seen == index { return offset }
        seen += 1
      }
      offset += 1
    }
    return utf8.count
  }

  /// A span as the half-open pair of code point counts that the JSON contract wants.
  public func pair(_ span: TextSpan) -> [Int] {
    [codePoint(ofUTF8: span.begin), codePoint(ofUTF8: span.end)]
  }
}

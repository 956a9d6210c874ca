/// A half-open range of UTF-8 offsets into one article's decoded text.
///
/// UTF-8, since Swift strings are UTF-8 and offsets into them are O(1); half-open, since empty spans
/// and adjacency then need no special case. Only what leaves the program counts in code points
/// (`CodePointOffsets`).
public struct TextSpan: Hashable, Sendable {
  /// UTF-8 offset of the first byte.
  public var begin: Int
  /// UTF-8 offset after the last byte.
  public var end: Int

  /// From `begin` up to `end`, which must not lie before it.
  @inlinable
  public init(_ begin: Int, _ end: Int) {
    precondition(begin <= end, "a span ends before it begins")
    self.begin = begin
    self.end = end
  }

  /// The span of a range of UTF-8 offsets.
  public init(_ range: Range<Int>) {
    self.init(range.lowerBound, range.upperBound)
  }

  /// The same as a range.
  public var range: Range<Int> { begin..<end }
  /// Length in UTF-8 bytes.
  @inlinable public var count: Int { end - begin }
  /// Whether it holds no byte.
  @inlinable public var isEmpty: Bool { begin == end }

  /// Whether the byte at an offset lies in it.
  @inlinable
  public func contains(_ offset: Int) -> Bool { begin <= offset && offset < end }
  /// Whether all of another span lies in it.
  @inlinable
  public func contains(_ other: TextSpan) -> Bool { begin <= other.begin && other.end <= end }
  /// Whether at least one byte lies in both.
  @inlinable
  public func overlaps(_ other: TextSpan) -> Bool { begin < other.end && other.begin < end }

  /// What lies in both, or nil when they have no byte in common.
  public func intersection(_ other: TextSpan) -> TextSpan? {
    let low = max(begin, other.begin)
    let high = min(end, other.end)
    return low < high ? TextSpan(low, high) : nil
  }

  /// The smallest span that covers both.
  @inlinable
  public func union(_ other: TextSpan) -> TextSpan {
    TextSpan(min(begin, other.begin), max(end, other.end))
  }
}

extension TextSpan: Comparable {
  /// By begin; of two that begin together the longer one first, so that hosts precede what they hold.
  @inlinable
  public static func < (a: TextSpan, b: TextSpan) -> Bool {
    a.begin != b.begin ? a.begin < b.begin : a.end > b.end
  }
}

extension TextSpan: CustomStringConvertible {
  /// `3..<7`
  public var description: String { "\(begin)..<\(end)" }
}

extension Sequence<TextSpan> {
  /// The smallest span that covers all; nil for none.
  @inlinable
  public var hull: TextSpan? {
    var hull: TextSpan?
    for span in self { hull = hull?.union(span) ?? span }
    return hull
  }
}

import ScreenModel
import TextModel

/// A stretch of the text that begins on a row of its own.
public struct Paragraph: Hashable, Sendable {
  /// Its place in the text. Line breaks inside begin new rows.
  public var span: TextSpan
  /// What its text is where the role map says nothing.
  public var role: Role
  /// Columns by which all its rows are indented.
  public var indent: Int
  /// What stands in the indentation of its first row, such as a bullet.
  public var bullet: String
  /// Empty rows above it.
  public var blankRowsBefore: Int

  /// A paragraph by its parts.
  public init(
    span: TextSpan, role: Role = .text, indent: Int = 0, bullet: String = "",
    blankRowsBefore: Int = 0
  ) {
    self.span = span
    self.role = role
    self.indent = max(0, indent)
    self.bullet = bullet
    self.blankRowsBefore = max(0, blankRowsBefore)
  }

  /// The lines of a text as paragraphs: each line break ends one, a run of empty lines becomes one empty
  /// row, blanks at both ends of a line are left out.
  ///
  /// - Complexity: O(length of the span).
  public static func lines(of text: SourceText, in span: TextSpan? = nil) -> [Paragraph] {
    let span = span ?? text.span
    var paragraphs: [Paragraph] = []
    var begin = span.begin
    var emptyLines = 0
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
    text.utf8.withUnsafeBufferPointer { bytes in
      while begin < span.end {
        var end = begin
        while end < span.end, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
        var low = begin
        var high = end
        while low < high, isBlank(bytes[low]) { low += 1 }
        while high > low, isBlank(bytes[high - 1]) { high -= 1 }
        if low == high {
          emptyLines += 1
        } else {
          let isFirst = paragraphs.isEmpty
          paragraphs.append(
            Paragraph(
              span: TextSpan(low, high), blankRowsBefore: emptyLines > 0 && !isFirst ? 1 : 0))
          emptyLines = 0
        }
        begin = end + 1
        if end + 1 < span.end, bytes[end] == 0x0D, bytes[end + 1] == 0x0A { begin += 1 }
      }
    }
    return paragraphs
  }
}

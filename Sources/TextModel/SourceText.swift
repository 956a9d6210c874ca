/// One article's decoded text, as valid UTF-8.
///
/// It is made once per article and never changed: nothing downstream trims, folds or joins it.
/// Later phases add spans, not text.
public struct SourceText: Sendable, Equatable {
  /// Valid UTF-8 without a byte-order mark; newlines as they stood in the file.
  public let utf8: [UInt8]

  /// Takes a text as it is.
  public init(_ text: String) {
    utf8 = Array(text.utf8)
  }

  /// Takes bytes that the caller knows to be valid UTF-8; anything else is our own mistake, and is
  /// repaired by replacement characters when read.
  public init(validUTF8 bytes: [UInt8]) {
    utf8 = bytes
  }

  /// Length in UTF-8 bytes.
  public var count: Int { utf8.count }
  public var span: TextSpan { TextSpan(0, utf8.count) }

  /// The text of a span.
  ///
  /// - Precondition: the span lies inside the text, on character boundaries.
  public subscript(_ span: TextSpan) -> String {
    String(decoding: utf8[span.begin..<span.end], as: UTF8.self)
  }

  public var string: String { String(decoding: utf8, as: UTF8.self) }

  /// Whether a code point begins at this offset, or the text ends there.
  public func isCodePointBoundary(_ offset: Int) -> Bool {
    offset == utf8.count || (offset >= 0 && offset < utf8.count && utf8[offset] & 0xC0 != 0x80)
  }

  /// The quoted words of several spans as one line of text, joined by " … ", line breaks as blanks.
  public func joined(_ spans: [TextSpan]) -> String {
    spans.map { oneLine(self[$0]) }.joined(separator: " … ")
  }
}

/// The text with each run of white space and line breaks as one blank.
public func oneLine(_ text: String) -> String {
  text.split(whereSeparator: { $0 == " " || $0.isNewline || $0 == "\t" }).joined(separator: " ")
}

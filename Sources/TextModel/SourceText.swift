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
  /// All of it.
  public var span: TextSpan { TextSpan(0, utf8.count) }

  /// The text of a span.
  ///
  /// - Precondition: the span lies inside the text, on character boundaries.
  public subscript(_ span: TextSpan) -> String {
    String(decoding: utf8[span.begin..<span.end], as: UTF8.self)
  }

  /// All of it as a string; copies the text.
  public var string: String { String(decoding: utf8, as: UTF8.self) }

  /// Whether a code point begins at this offset, or the text ends there.
  public func isCodePointBoundary(_ offset: Int) -> Bool {
    offset == utf8.count || (offset >= 0 && offset < utf8.count && utf8[offset] & 0xC0 != 0x80)
  }

  /// The text of a span as one line: each run of white space and line breaks as one blank, none at its ends.
  public func line(_ span: TextSpan) -> String {
    utf8.withUnsafeBufferPointer { utf8 in
      let bytes = UnsafeBufferPointer(rebasing: utf8[span.range])
      if isOneLine(bytes) { return String(decoding: bytes, as: UTF8.self) }
      var line: [UInt8] = []
      appendOneLine(bytes, to: &line)
      return String(decoding: line, as: UTF8.self)
    }
  }

  /// The quoted words of several spans as one line of text, joined by " … ", line breaks as blanks.
  public func joined(_ spans: [TextSpan]) -> String {
    String(decoding: joinedUTF8(spans), as: UTF8.self)
  }

  /// The bytes of `joined(_:)`.
  public func joinedUTF8(_ spans: [TextSpan]) -> [UInt8] {
    var line: [UInt8] = []
    line.reserveCapacity(spans.reduce(0) { $0 + $1.count + 5 })
    for (index, span) in spans.enumerated() {
      if index > 0 { line.append(contentsOf: " … ".utf8) }
      utf8[span.begin..<span.end].withUnsafeBufferPointer { appendOneLine($0, to: &line) }
    }
    return line
  }
}

/// The text with each run of white space and line breaks as one blank, none at its ends.
public func oneLine(_ text: String) -> String {
  var text = text
  var line: [UInt8] = []
  text.withUTF8 { appendOneLine($0, to: &line) }
  return String(decoding: line, as: UTF8.self)
}

/// Whether a text is one line already, as most spans of a few words are.
private func isOneLine(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
  // Anything that may be white space but the blank, and a blank behind nothing or a blank.
  var before: UInt8 = 0x20
  for byte in bytes {
    if byte == 0x20 && before == 0x20 || byte &- 0x09 < 5 || byte == 0xC2 || byte == 0xE2 {
      return false
    }
    before = byte
  }
  return bytes.isEmpty || before != 0x20
}

/// White space is the blank, the tab and what Unicode counts as a line break; no-break blanks stay.
private func appendOneLine(_ bytes: UnsafeBufferPointer<UInt8>, to line: inout [UInt8]) {
  let start = line.count
  var index = 0
  while index < bytes.count {
    let white = whiteSpaceLength(bytes, index)
    if white > 0 {
      index += white
      continue
    }
    let begin = index
    while index < bytes.count, whiteSpaceLength(bytes, index) == 0 { index += 1 }
    if line.count > start { line.append(0x20) }
    line.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[begin..<index]))
  }
}

/// The length of the blank, tab or line break at an offset; 0 for anything else.
@inline(__always)
private func whiteSpaceLength(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int {
  let byte = bytes[index]
  if byte < 0x80 { return byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) ? 1 : 0 }
  // U+0085, U+2028 and U+2029.
  if byte == 0xC2, index + 1 < bytes.count, bytes[index + 1] == 0x85 { return 2 }
  if byte == 0xE2, index + 2 < bytes.count, bytes[index + 1] == 0x80,
    bytes[index + 2] == 0xA8 || bytes[index + 2] == 0xA9
  {
    return 3
  }
  return 0
}

import TextModel

/// Turns the bytes of a file into text. Total: any bytes give a text or one of `TextDecoder.Failure`.
///
/// The encoding is told by the bytes: a byte-order mark decides for UTF-8 or UTF-16; without one, valid
/// UTF-8 is UTF-8 and everything else Windows-1252, in which every byte has a meaning (the five bytes the
/// code page leaves open become the control characters U+0081, U+008D, U+008F, U+0090, U+009D, as in the
/// WHATWG Encoding Standard). A text of which nearly all multi-byte sequences are valid UTF-8 is UTF-8
/// with damage: its broken bytes become U+FFFD instead of turning every umlaut into two letters.
///
/// Offsets of everything read from the text count from after the byte-order mark. Newlines stay as they
/// are, and nothing is normalised.
public enum TextDecoder {
  /// How the bytes of a file were read.
  public enum Encoding: String, Sendable {
    case utf8 = "UTF-8"
    case utf16LittleEndian = "UTF-16LE"
    case utf16BigEndian = "UTF-16BE"
    case windows1252 = "Windows-1252"
  }

  /// A text with what was done to get it.
  public struct Decoded: Sendable, Equatable {
    /// Valid UTF-8 without byte-order mark.
    public var text: SourceText
    /// The encoding that the bytes showed.
    public var encoding: Encoding
    /// How many replacement characters stand for what could not be decoded.
    public var replacements: Int
  }

  /// Why bytes are no text.
  public enum Failure: Error, Equatable, Sendable {
    /// A NUL byte outside UTF-16, at this byte of the file.
    case binary(atByte: Int)
    /// More than `maximumBytes`; the size when it is known.
    case tooLarge(bytes: Int?)
  }

  /// 64 MiB; files above are not read.
  public static let maximumBytes = 64 << 20

  /// - Complexity: O(*n*); valid UTF-8 without a mark is not copied.
  public static func decode(_ bytes: [UInt8]) throws(Failure) -> Decoded {
    guard bytes.count <= maximumBytes else { throw .tooLarge(bytes: bytes.count) }
    if let bigEndian = utf16Mark(bytes) {
      return decodeUTF16(bytes, bigEndian: bigEndian)
    }
    let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    let survey = bytes.withUnsafeBufferPointer { surveyUTF8($0) }
    if let nul = survey.firstNUL { throw .binary(atByte: nul) }
    if survey.broken == 0 {
      let text = SourceText(validUTF8: hasMark ? Array(bytes[3...]) : bytes)
      return Decoded(text: text, encoding: .utf8, replacements: 0)
    }
    // The mark is a declaration; without one, one broken place in nine is as much damage as UTF-8 may
    // show, since two letters of Windows-1252 rarely happen to be a UTF-8 sequence.
    if hasMark || survey.broken * 8 < survey.sequences {
      let repaired = String(decoding: hasMark ? bytes[3...] : bytes[...], as: UTF8.self)
      return Decoded(
        text: SourceText(repaired), encoding: .utf8, replacements: survey.broken)
    }
    return Decoded(text: decodeWindows1252(bytes), encoding: .windows1252, replacements: 0)
  }

  /// Whether the first bytes of a file already show that it is not text; for reading no further.
  ///
  /// - Returns: the position of the first NUL byte, nil in UTF-16 and in text.
  public static func firstNUL(inHead bytes: some Collection<UInt8>) -> Int? {
    if utf16Mark(Array(bytes.prefix(2))) != nil { return nil }
    return bytes.firstIndex(of: 0).map { bytes.distance(from: bytes.startIndex, to: $0) }
  }

  /// True for big endian, false for little endian, nil without a mark of UTF-16.
  private static func utf16Mark(_ bytes: [UInt8]) -> Bool? {
    guard bytes.count >= 2 else { return nil }
    if bytes[0] == 0xFE, bytes[1] == 0xFF { return true }
    if bytes[0] == 0xFF, bytes[1] == 0xFE { return false }
    return nil
  }
}

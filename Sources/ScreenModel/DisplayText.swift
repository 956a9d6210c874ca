/// What becomes of a text on the screen: units of one or two columns, nothing that a terminal obeys.
///
/// An archive is not trusted. Control characters, escape sequences and bidi controls become visible
/// marks (␛, or U+FFFD where Unicode has no picture); joiners, variation selectors and soft hyphens are
/// dropped, because terminals disagree about their width; tabs, line breaks and no-break blanks become
/// blanks. What remains has the same width everywhere (`CellWidth`).
public enum DisplayText {
  /// One grapheme on the screen and the bytes it came from.
  public struct Unit: Hashable, Sendable {
    /// Offset of its first byte in the scanned bytes.
    public var begin: Int
    /// Offset after its last byte, joiners and marks that follow it included.
    public var end: Int
    /// 1 or 2; 0 only for text that shows nothing at all.
    public var columns: Int
    /// What is to be done with it.
    public var kind: Kind
    /// Where the code point that is shown begins; dropped ones may stand before it.
    var base: Int
  }

  /// How a unit of text is shown.
  public enum Kind: UInt8, Hashable, Sendable {
    case visible
    /// A blank at which a line may be broken.
    case blank
    /// A blank at which it may not: U+00A0, U+202F, U+2007.
    case noBreakBlank
    case tab
    /// U+000A, U+000D (or both together), U+2028, U+2029.
    case lineBreak
    /// Something that must not reach the terminal; it is shown as a mark of one column.
    case control
    /// Only dropped characters.
    case nothing
  }

  /// The unit that begins at an offset, which must lie before `end`.
  ///
  /// A unit is a base character and all combining marks and dropped characters after it. Bytes that are
  /// no valid UTF-8 are units of one byte each, `.control`.
  ///
  /// - Complexity: O(length of the unit).
  public static func unit(in bytes: [UInt8], at begin: Int, before end: Int) -> Unit {
    let byte = bytes[begin]
    let next = begin + 1
    // Nearly all of a German text: an ASCII character that another one follows.
    if byte >= 0x20, byte < 0x7F, next >= end || bytes[next] < 0x80 {
      let kind: Kind = byte == 0x20 ? .blank : .visible
      return Unit(begin: begin, end: next, columns: 1, kind: kind, base: begin)
    }
    var offset = begin
    while offset < end {
      let (scalar, length) = decodeScalar(bytes, at: offset, before: end)
      let what = classify(scalar)
      guard what.kind != .nothing else {
        offset += length
        continue
      }
      var unit = Unit(
        begin: begin, end: offset + length, columns: what.columns, kind: what.kind, base: offset)
      if scalar == 0x0D, unit.end < end, bytes[unit.end] == 0x0A { unit.end += 1 }
      guard what.kind != .lineBreak, what.kind != .control else { return unit }
      while unit.end < end, bytes[unit.end] >= 0x80 {
        let (mark, length) = decodeScalar(bytes, at: unit.end, before: end)
        guard attaches(mark, to: what.kind, of: what.columns) else { break }
        unit.end += length
      }
      return unit
    }
    return Unit(begin: begin, end: end, columns: 0, kind: .nothing, base: begin)
  }

  /// What to put into the cell of a unit.
  ///
  /// At most four marks stay on a base character, as many as ncurses keeps in a cell.
  public static func grapheme(of unit: Unit, in bytes: [UInt8]) -> String {
    switch unit.kind {
    case .blank:
      return unit.columns == 2 ? "\u{3000}" : " "
    case .noBreakBlank, .tab, .lineBreak: return " "
    case .nothing: return ""
    case .control:
      return mark(for: decodeScalar(bytes, at: unit.base, before: unit.end).scalar)
    case .visible:
      if unit.end - unit.base == 1 { return String(UnicodeScalar(bytes[unit.base])) }
      var text = String.UnicodeScalarView()
      var offset = unit.base
      // A hostile unit may have millions of marks; look at the first bytes only.
      let limit = min(unit.end, unit.base + 64)
      while offset < limit, text.count < 5 {
        let (scalar, length) = decodeScalar(bytes, at: offset, before: unit.end)
        offset += length
        guard let scalar = Unicode.Scalar(scalar), let columns = CellWidth.columns(of: scalar)
        else { continue }
        if text.isEmpty {
          if columns == 0 { text.append("\u{25CC}") }
          text.append(scalar)
        } else if columns == 0, !isDropped(scalar.value) {
          text.append(scalar)
        }
      }
      return String(text)
    }
  }

  /// Columns that a text takes in one line.
  public static func columns(of text: String) -> Int {
    let bytes = Array(text.utf8)
    var offset = 0
    var columns = 0
    while offset < bytes.count {
      let unit = unit(in: bytes, at: offset, before: bytes.count)
      columns += unit.columns
      offset = unit.end
    }
    return columns
  }

  /// A text made safe for any place that shows one line, such as a window title or standard error.
  public static func sanitised(_ text: String) -> String {
    let bytes = Array(text.utf8)
    var result = ""
    var offset = 0
    while offset < bytes.count {
      let unit = unit(in: bytes, at: offset, before: bytes.count)
      result += grapheme(of: unit, in: bytes)
      offset = unit.end
    }
    return result
  }

  /// Whether terminals obey a code point instead of showing it, or show what follows elsewhere: controls, line
  /// and paragraph separators, bidi controls.
  public static func isObeyed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029: true
    default: isBidiControl(scalar.value)
    }
  }

  // MARK: - Code points

  private static func classify(_ scalar: UInt32) -> (kind: Kind, columns: Int) {
    switch scalar {
    case 0x20: return (.blank, 1)
    case 0x21..<0x7F: return (.visible, 1)
    case 0x09: return (.tab, 1)
    case 0x0A, 0x0D, 0x2028, 0x2029: return (.lineBreak, 1)
    case 0..<0xA0: return (.control, 1)
    case 0xA0, 0x202F, 0x2007: return (.noBreakBlank, 1)
    case 0x1680, 0x2000...0x200A, 0x205F: return (.blank, 1)
    case 0x3000: return (.blank, 2)
    default: break
    }
    if isBidiControl(scalar) { return (.control, 1) }
    if isDropped(scalar) { return (.nothing, 0) }
    guard let columns = CellWidth.columns(of: scalar) else { return (.control, 1) }
    // A mark without a base is shown on a dotted circle.
    return (.visible, max(1, columns))
  }

  /// Whether a code point after a base belongs to the same unit.
  private static func attaches(_ scalar: UInt32, to kind: Kind, of columns: Int) -> Bool {
    if isBidiControl(scalar) { return false }
    // Skin tones: some terminals join them to the emoji before, some do not.
    if isDropped(scalar) || (columns == 2 && 0x1F3FB...0x1F3FF ~= scalar) { return true }
    // A mark on a blank is shown by itself, or it would be lost where a line is broken.
    return kind == .visible && CellWidth.columns(of: scalar) == 0
  }

  static func isBidiControl(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x206F: true
    default: false
    }
  }

  static func isDropped(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xAD, 0x034F, 0x115F, 0x1160, 0x180B...0x180F, 0x200B...0x200D, 0x2060...0x2065,
      0xFE00...0xFE0F, 0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE0FFF:
      true
    default: false
    }
  }

  /// The picture of a control character, U+FFFD where there is none.
  private static func mark(for scalar: UInt32) -> String {
    let picture = scalar < 0x20 ? 0x2400 + scalar : scalar == 0x7F ? 0x2421 : 0xFFFD
    return Unicode.Scalar(picture).map { String($0) } ?? "\u{FFFD}"
  }

  /// One code point and its length in bytes; an invalid byte gives 0xDC00 + byte, which has no width.
  private static func decodeScalar(
    _ bytes: [UInt8], at offset: Int, before end: Int
  ) -> (scalar: UInt32, length: Int) {
    let first = UInt32(bytes[offset])
    if first < 0x80 { return (first, 1) }
    let invalid: (UInt32, Int) = (0xDC00 + first, 1)
    func continuation(_ index: Int) -> UInt32? {
      guard offset + index < end, bytes[offset + index] & 0xC0 == 0x80 else { return nil }
      return UInt32(bytes[offset + index] & 0x3F)
    }
    guard let second = continuation(1) else { return invalid }
    switch first {
    case 0xC2..<0xE0: return ((first & 0x1F) << 6 | second, 2)
    case 0xE0..<0xF0:
      guard let third = continuation(2) else { return invalid }
      let scalar = (first & 0x0F) << 12 | second << 6 | third
      return scalar < 0x800 || 0xD800...0xDFFF ~= scalar ? invalid : (scalar, 3)
    case 0xF0..<0xF5:
      guard let third = continuation(2), let fourth = continuation(3) else { return invalid }
      let scalar = (first & 0x07) << 18 | second << 12 | third << 6 | fourth
      return scalar < 0x10000 || scalar > 0x10FFFF ? invalid : (scalar, 4)
    default: return invalid
    }
  }
}

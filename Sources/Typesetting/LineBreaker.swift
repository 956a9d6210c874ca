import ScreenModel
import TextModel

/// Cuts one paragraph into lines, greedily, in one pass.
struct LineBreaker {
  struct Line {
    var span: TextSpan
    /// End of what is shown: without the blanks at which the line was broken.
    var shownEnd: Int
  }

  /// A place where the line may end.
  private struct Opportunity {
    /// Where the next line would begin.
    var offset: Int
    /// Where what is shown would end.
    var shownEnd: Int
    /// Columns up to `offset`.
    var columns: Int
  }

  let bytes: [UInt8]
  let end: Int
  let columns: Int
  private var begin: Int
  /// How far the text has been read, and the columns from `begin` to there.
  private var offset: Int
  private var used = 0
  private var opportunity: Opportunity?
  /// End of the last unit that is no blank.
  private var inkEnd: Int

  init(bytes: [UInt8], span: TextSpan, columns: Int) {
    self.bytes = bytes
    self.columns = columns
    begin = span.begin
    offset = span.begin
    inkEnd = span.begin
    end = span.end
  }

  mutating func next() -> Line? {
    while offset < end {
      let unit = DisplayText.unit(in: bytes, at: offset, before: end)
      switch unit.kind {
      case .lineBreak:
        let line = Line(span: TextSpan(begin, unit.end), shownEnd: inkEnd)
        startLine(at: unit.end, used: 0)
        offset = unit.end
        return line
      case .blank, .tab:
        // Blanks hang over the end of the row, as many as there are.
        offset = unit.end
        used += unit.columns
        opportunity = Opportunity(offset: offset, shownEnd: inkEnd, columns: used)
      case .visible, .noBreakBlank, .control, .nothing:
        if used + unit.columns > columns, let line = breakLine() { return line }
        offset = unit.end
        used += unit.columns
        inkEnd = offset
        if isBreakable(after: unit) {
          opportunity = Opportunity(offset: offset, shownEnd: offset, columns: used)
        }
      }
    }
    guard begin < end else { return nil }
    let line = Line(span: TextSpan(begin, end), shownEnd: inkEnd)
    begin = end
    return line
  }

  /// The line up to the best break before `offset`; nil when the line has nothing yet.
  private mutating func breakLine() -> Line? {
    if let place = opportunity {
      let line = Line(span: TextSpan(begin, place.offset), shownEnd: place.shownEnd)
      startLine(at: place.offset, used: used - place.columns)
      return line
    }
    guard offset > begin else { return nil }
    let line = Line(span: TextSpan(begin, offset), shownEnd: offset)
    startLine(at: offset, used: 0)
    return line
  }

  private mutating func startLine(at offset: Int, used: Int) {
    begin = offset
    inkEnd = max(inkEnd, offset)
    self.used = used
    opportunity = nil
  }

  /// Whether a line may end after a hyphen or slash: inside a word, so that "-5" and "Rot-" stay whole.
  private func isBreakable(after unit: DisplayText.Unit) -> Bool {
    guard unit.end - unit.begin == 1, unit.begin > begin, unit.end < end else { return false }
    let byte = bytes[unit.begin]
    guard byte == 0x2D || byte == 0x2F else { return false }
    return isWordByte(bytes[unit.begin - 1]) && isWordByte(bytes[unit.end])
  }

  private func isWordByte(_ byte: UInt8) -> Bool {
    byte >= 0x80 || 0x30...0x39 ~= byte || 0x41...0x5A ~= byte || 0x61...0x7A ~= byte
  }
}

extension Canvas {
  /// What happens to text that is too long for its place.
  public enum Overflow: Hashable, Sendable {
    /// The last column shows "…".
    case ellipsis
    /// The text just ends.
    case clip
  }

  /// Writes one line of text, made safe by `DisplayText`, and never outside the area.
  ///
  /// Rows and columns are those of the canvas, also when an area is given. Text that begins left of the
  /// area loses its beginning. Wide characters are never cut in half: where only one column is left
  /// for one, a blank stands. Tabs and line breaks become single blanks.
  ///
  /// - Parameter clippedTo: the area that may be written to; the whole canvas by default.
  /// - Returns: columns written inside the area.
  /// - Complexity: O(columns of the area): the rest of a long text is not read.
  @discardableResult
  public mutating func write(
    _ text: String, row: Int, column: Int, clippedTo area: Rect? = nil, role: Role = .text,
    flags: Cell.Flags = [], overflow: Overflow = .ellipsis
  ) -> Int {
    write(
      StyledLine([.init(text, role: role, flags: flags)]), row: row, column: column,
      clippedTo: area, overflow: overflow)
  }

  /// Writes a line in several roles; see `write(_:row:column:clippedTo:role:flags:overflow:)`.
  @discardableResult
  public mutating func write(
    _ line: StyledLine, row: Int, column: Int, clippedTo area: Rect? = nil,
    overflow: Overflow = .ellipsis
  ) -> Int {
    let area = bounds.intersection(area ?? bounds)
    guard area.rows.contains(row), column < area.columns.upperBound else { return 0 }
    var pen = Pen(row: row, column: column, area: area)
    for run in line.runs {
      // More than fits, hostile piles of marks aside.
      let limit = 8 * (area.columns.upperBound - min(column, area.column) + 4)
      let bytes = Array(run.text.utf8.prefix(limit))
      let isCut = bytes.count < run.text.utf8.count
      var offset = 0
      while offset < bytes.count {
        let unit = DisplayText.unit(in: bytes, at: offset, before: bytes.count)
        offset = unit.end
        guard unit.columns > 0 else { continue }
        guard pen.column + unit.columns <= area.columns.upperBound else {
          pen.isOverfull = true
          break
        }
        let role = unit.kind == .control ? Role.control : run.role
        put(
          DisplayText.grapheme(of: unit, in: bytes), columns: unit.columns, role: role,
          flags: run.flags, with: &pen)
      }
      if isCut { pen.isOverfull = true }
      if pen.isOverfull { break }
    }
    if pen.isOverfull, overflow == .ellipsis {
      endWithEllipsis(pen)
      pen.column = area.columns.upperBound
    }
    return max(0, min(pen.column, area.columns.upperBound) - max(column, area.column))
  }

  /// Writes a line so that it ends before a column; too long a text is cut at its end.
  ///
  /// - Returns: the column at which it begins, for what stands left of it.
  @discardableResult
  public mutating func writeRightAligned(
    _ line: StyledLine, row: Int, endingBefore end: Int, clippedTo area: Rect? = nil,
    overflow: Overflow = .ellipsis
  ) -> Int {
    var area = bounds.intersection(area ?? bounds)
    let end = min(end, area.columns.upperBound)
    guard end > area.column else { return end }
    area.size.columns = end - area.column
    let column = max(area.column, end - line.columns)
    write(line, row: row, column: column, clippedTo: area, overflow: overflow)
    return column
  }

  /// Writes a text in one role; see the variant for a styled line.
  @discardableResult
  public mutating func writeRightAligned(
    _ text: String, row: Int, endingBefore end: Int, clippedTo area: Rect? = nil,
    role: Role = .text, flags: Cell.Flags = [], overflow: Overflow = .ellipsis
  ) -> Int {
    writeRightAligned(
      StyledLine([.init(text, role: role, flags: flags)]), row: row, endingBefore: end,
      clippedTo: area, overflow: overflow)
  }

  /// Puts one grapheme that is already safe (from `DisplayText.grapheme`) into its one or two cells and
  /// clears the other half of any wide grapheme that it overwrites.
  ///
  /// Nothing is drawn when it does not fit wholly inside the canvas.
  public mutating func place(
    _ grapheme: String, columns: Int, row: Int, column: Int, role: Role, flags: Cell.Flags = []
  ) {
    guard columns > 0, column >= 0, column + columns <= size.columns else { return }
    if self[row, column].isContinuation, column > 0 { blankGrapheme(row, column - 1) }
    if self[row, column + columns].isContinuation, column + columns < size.columns {
      blankGrapheme(row, column + columns)
    }
    self[row, column] = Cell(grapheme, role: role, flags: flags)
    if columns == 2 { self[row, column + 1] = .continuation(role: role, flags: flags) }
  }

  private struct Pen {
    let row: Int
    var column: Int
    let area: Rect
    var isOverfull = false
    /// Role and flags of the last grapheme.
    var role = Role.text
    var flags: Cell.Flags = []
  }

  private mutating func put(
    _ grapheme: String, columns: Int, role: Role, flags: Cell.Flags, with pen: inout Pen
  ) {
    let begin = pen.column
    pen.column += columns
    pen.role = role
    pen.flags = flags
    if begin >= pen.area.column {
      place(grapheme, columns: columns, row: pen.row, column: begin, role: role, flags: flags)
    } else if pen.column > pen.area.column {
      place(" ", columns: 1, row: pen.row, column: pen.area.column, role: role, flags: flags)
    }
  }

  private mutating func endWithEllipsis(_ pen: Pen) {
    let last = pen.area.columns.upperBound - 1
    guard last >= pen.area.column else { return }
    // A wide grapheme that did not fit left its one column as it was.
    place("…", columns: 1, row: pen.row, column: last, role: pen.role, flags: pen.flags)
  }

  private mutating func blankGrapheme(_ row: Int, _ column: Int) {
    self[row, column].grapheme = " "
  }
}

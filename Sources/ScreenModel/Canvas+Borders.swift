extension Canvas {
  /// Draws a box with a title at its left and one at its right, as in
  /// `╭ Articles ─────── 2023-03 ╮`, and returns what is inside.
  ///
  /// The border of the pane that has the keyboard has the role `.borderFocused`. A title that is too
  /// long ends with an ellipsis; the right one is left out first. Boxes of fewer than two rows or
  /// columns are not drawn and have nothing inside.
  @discardableResult
  public mutating func drawBox(
    _ area: Rect, title: StyledLine = StyledLine(), trailing: StyledLine = StyledLine(),
    footer: StyledLine = StyledLine(), isFocused: Bool = false
  ) -> Rect {
    let role: Role = isFocused ? .borderFocused : .border
    guard area.size.columns >= 2, area.size.rows >= 2 else {
      return Rect(row: area.row, column: area.column, columns: 0, rows: 0)
    }
    let top = area.row
    let bottom = area.rows.upperBound - 1
    let left = area.column
    let right = area.columns.upperBound - 1
    for column in left..<right {
      place("─", columns: 1, row: top, column: column, role: role)
      place("─", columns: 1, row: bottom, column: column, role: role)
    }
    for row in top..<bottom {
      place("│", columns: 1, row: row, column: left, role: role)
      place("│", columns: 1, row: row, column: right, role: role)
    }
    place("╭", columns: 1, row: top, column: left, role: role)
    place("╮", columns: 1, row: top, column: right, role: role)
    place("╰", columns: 1, row: bottom, column: left, role: role)
    place("╯", columns: 1, row: bottom, column: right, role: role)
    writeTitles(title, trailing, row: top, in: area)
    writeTitles(StyledLine(), footer, row: bottom, in: area)
    return area.inset(columns: 1, rows: 1)
  }

  /// Draws the rule above a pane, with a title at its left and one at its right edge, as in
  /// `━ Articles ━━━━━━ 2023-03 ━`, and returns what is below it, without the last column: there stands the
  /// line between two panes, or a scroll thumb.
  ///
  /// Panes have no lines of their own on the other sides: on a slow line each one costs as much as a tenth of
  /// the text. The rule of the pane that has the keyboard is heavier and has the role `.borderFocused`.
  ///
  /// - Parameter hasNeighbour: whether another pane follows at the right.
  @discardableResult
  public mutating func drawPanel(
    _ area: Rect, title: StyledLine = StyledLine(), trailing: StyledLine = StyledLine(),
    isFocused: Bool = false, hasNeighbour: Bool = false
  ) -> Rect {
    guard area.size.columns >= 2, area.size.rows >= 2 else {
      return Rect(row: area.row, column: area.column, columns: 0, rows: 0)
    }
    for column in area.columns {
      place(
        isFocused ? "━" : "─", columns: 1, row: area.row, column: column,
        role: isFocused ? .borderFocused : .border)
    }
    writeTitles(title, trailing, row: area.row, in: area)
    if hasNeighbour {
      let edge = area.columns.upperBound - 1
      place("┬", columns: 1, row: area.row, column: edge, role: .border)
      for row in area.rows.dropFirst() {
        place("│", columns: 1, row: row, column: edge, role: .border)
      }
    }
    return area.panelContent
  }

  /// A line from left to right: a rule under a heading.
  public mutating func drawRule(row: Int, columns: Range<Int>, role: Role = .border) {
    for column in columns { place("─", columns: 1, row: row, column: column, role: role) }
  }

  /// Shows on a column, such as the right border of a box, which part of a long list is in view.
  ///
  /// Nothing is drawn when all of it is. The thumb is at least one row, and touches an end only when
  /// that end is in view.
  public mutating func drawScrollThumb(
    column: Int, rows: Range<Int>, firstVisible: Int, total: Int, role: Role = .border
  ) {
    let height = rows.count
    guard height >= 3, total > height else { return }
    let length = max(1, height * height / total)
    let lastFirst = total - height
    let first = min(max(0, firstVisible), lastFirst)
    var offset = first * (height - length) / lastFirst
    if first > 0 { offset = max(1, offset) }
    if first < lastFirst { offset = min(height - length - 1, offset) }
    for row in 0..<length {
      place("┃", columns: 1, row: rows.lowerBound + offset + row, column: column, role: role)
    }
  }

  private mutating func writeTitles(
    _ title: StyledLine, _ trailing: StyledLine, row: Int, in area: Rect
  ) {
    // A corner, a blank or a line, and a blank on each side.
    var inside = Rect(row: row, column: area.column + 1, columns: area.size.columns - 2, rows: 1)
    guard inside.size.columns >= 5 else { return }
    let trailingColumns = trailing.columns
    if trailingColumns > 0,
      trailingColumns + 4 + (title.isEmpty ? 0 : min(title.columns, 8) + 3) <= inside.size.columns
    {
      let begin = inside.columns.upperBound - trailingColumns - 2
      write(" ", row: row, column: begin, clippedTo: inside)
      write(trailing, row: row, column: begin + 1, clippedTo: inside)
      write(" ", row: row, column: begin + 1 + trailingColumns, clippedTo: inside)
      inside.size.columns -= trailingColumns + 3
    }
    guard !title.isEmpty else { return }
    var room = inside
    room.size.columns -= 1
    write(" ", row: row, column: inside.column, clippedTo: inside)
    let used = write(title, row: row, column: inside.column + 1, clippedTo: room)
    write(" ", row: row, column: inside.column + 1 + used, clippedTo: inside)
  }
}

extension Rect {
  /// The inside of a panel drawn here, see `Canvas.drawPanel`.
  public var panelContent: Rect {
    Rect(row: row + 1, column: column, columns: size.columns - 1, rows: size.rows - 1)
  }
}

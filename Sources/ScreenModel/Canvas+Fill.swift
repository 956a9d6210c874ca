extension Canvas {
  /// Fills an area with one cell, of one column.
  public mutating func fill(_ area: Rect, with cell: Cell = .blank) {
    for row in bounds.intersection(area).rows {
      for column in bounds.intersection(area).columns {
        place(
          cell.grapheme, columns: 1, row: row, column: column, role: cell.role, flags: cell.flags)
      }
    }
  }

  /// Lays flags over what stands in an area, as a selection does.
  public mutating func add(_ flags: Cell.Flags, in area: Rect) {
    let area = bounds.intersection(area)
    for row in area.rows {
      for column in area.columns { self[row, column].flags.formUnion(flags) }
    }
  }

  /// Gives another role to what stands in an area.
  public mutating func setRole(_ role: Role, in area: Rect) {
    let area = bounds.intersection(area)
    for row in area.rows {
      for column in area.columns { self[row, column].role = role }
    }
  }

  /// Copies another canvas with its upper left corner to a place of this one; its cursor comes along.
  public mutating func draw(_ other: Canvas, row: Int, column: Int) {
    for y in 0..<other.size.rows {
      for x in 0..<other.size.columns { self[row + y, column + x] = other[y, x] }
    }
    if let place = other.cursor {
      cursor = Position(row: row + place.row, column: column + place.column)
    }
  }
}

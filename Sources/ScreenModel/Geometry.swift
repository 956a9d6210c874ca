/// Rows and columns of a screen or a part of it.
public struct Size: Hashable, Sendable {
  public var columns: Int
  public var rows: Int

  /// A size; negative numbers count as 0.
  public init(columns: Int, rows: Int) {
    self.columns = max(0, columns)
    self.rows = max(0, rows)
  }
}

/// A rectangle of cells; the origin of a screen is row 0, column 0.
public struct Rect: Hashable, Sendable {
  /// The first row.
  public var row: Int
  /// The first column.
  public var column: Int
  /// How far it reaches from there.
  public var size: Size

  /// A rectangle; negative sizes count as 0.
  public init(row: Int, column: Int, columns: Int, rows: Int) {
    self.row = row
    self.column = column
    size = Size(columns: columns, rows: rows)
  }

  /// The columns that it covers.
  public var columns: Range<Int> { column..<column + size.columns }
  /// The rows that it covers.
  public var rows: Range<Int> { row..<row + size.rows }
  /// Whether it has no cell.
  public var isEmpty: Bool { size.columns == 0 || size.rows == 0 }

  /// The rectangle without so many rows and columns on each side; empty when nothing is left.
  public func inset(columns: Int, rows: Int) -> Rect {
    Rect(
      row: row + rows, column: column + columns, columns: size.columns - 2 * columns,
      rows: size.rows - 2 * rows)
  }

  /// What both cover; empty where they do not meet.
  public func intersection(_ other: Rect) -> Rect {
    let top = max(row, other.row)
    let left = max(column, other.column)
    let bottom = min(row + size.rows, other.row + other.size.rows)
    let right = min(column + size.columns, other.column + other.size.columns)
    return Rect(row: top, column: left, columns: right - left, rows: bottom - top)
  }
}

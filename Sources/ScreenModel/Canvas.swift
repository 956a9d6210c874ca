/// Rows and columns of cells: what a view returns and a terminal, a picture or a test shows.
public struct Canvas: Hashable, Sendable {
  public let size: Size
  /// Row by row, `size.columns` each.
  public private(set) var cells: [Cell]
  /// Where the terminal's cursor rests: on the selected item, for screen readers and magnifiers.
  public var cursor: Position?

  /// A place on the canvas, from row 0, column 0.
  public struct Position: Hashable, Sendable {
    public var row: Int
    public var column: Int
    public init(row: Int, column: Int) {
      self.row = row
      self.column = column
    }
  }

  /// A canvas of blanks.
  public init(size: Size) {
    self.size = size
    cells = Array(repeating: .blank, count: size.columns * size.rows)
  }

  /// The whole canvas as a rectangle.
  public var bounds: Rect { Rect(row: 0, column: 0, columns: size.columns, rows: size.rows) }

  /// A cell; writing outside the canvas is ignored, reading there gives a blank.
  public subscript(row: Int, column: Int) -> Cell {
    get { isInside(row, column) ? cells[row * size.columns + column] : .blank }
    set { if isInside(row, column) { cells[row * size.columns + column] = newValue } }
  }

  /// The cells of a row from left to right.
  public func row(_ row: Int) -> ArraySlice<Cell> {
    guard (0..<size.rows).contains(row) else { return [] }
    return cells[row * size.columns..<(row + 1) * size.columns]
  }

  private func isInside(_ row: Int, _ column: Int) -> Bool {
    (0..<size.rows).contains(row) && (0..<size.columns).contains(column)
  }
}

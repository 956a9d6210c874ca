import ScreenModel

/// Where the matrix of actors and concepts puts its names and cells.
///
/// The names of concepts are long, so that each has a row of its own above the cells and a line down to
/// its column, like a flight of stairs. On a low screen only the selected concept's name is shown.
public struct MatrixGeometry: Hashable, Sendable {
  /// The whole view.
  public var area: Rect
  /// The line that says what the filter is; nil where it would cost too much.
  public var filterRow: Int?
  /// Rows of concepts' names, from the top; one for all on a low screen.
  public var stairs: Range<Int>
  /// Whether each visible concept has a row of its own.
  public var hasStairs: Bool
  /// Columns of actors' names, from the left.
  public var names: Range<Int>
  /// Rows of cells.
  public var rows: Range<Int>
  /// The line about the selected cell.
  public var detailRow: Int?
  /// Columns of one cell.
  public var cellColumns: Int
  /// Concepts that are visible at once.
  public var visibleConcepts: Int
  /// Actors that are visible at once.
  public var visibleActors: Int { rows.count }

  /// Columns that a cell needs: a gap, the sign and three digits.
  private static let minimalCell = 5

  /// What the name of the last visible concept would like to have.
  private static let nameRoom = 36

  /// Shares out an area among names and cells.
  public init(area: Rect, actors: Int, concepts: Int) {
    self.area = area
    var top = area.rows.lowerBound
    var bottom = area.rows.upperBound
    if area.size.rows >= 8 {
      filterRow = top
      top += 1
      bottom -= 1
      detailRow = bottom
    } else if area.size.rows >= 3 {
      bottom -= 1
      detailRow = bottom
    }

    let width = area.size.columns
    let nameColumns = min(30, max(min(8, width / 2), width * 28 / 100))
    names = area.column..<area.column + nameColumns
    cellColumns = min(Self.minimalCell, max(1, width - nameColumns))
    let room = width - nameColumns
    let fitting = max(1, room / cellColumns)

    hasStairs = bottom - top >= 12 && width >= 50
    if hasStairs {
      // The last name needs some room to the right of its column.
      let steps = max(1, min(fitting - 2, (bottom - top) * 2 / 5, concepts))
      visibleConcepts = steps
      // Wider cells as long as the last name, too, has room to the right of its column.
      cellColumns = min(8, max(cellColumns, (room - Self.nameRoom) / steps))
      stairs = top..<top + steps
    } else {
      visibleConcepts = max(1, min(fitting, concepts))
      stairs = bottom - top >= 2 ? top..<top + 1 : top..<top
    }
    rows = min(stairs.upperBound, bottom)..<bottom
  }

  /// The first column of a cell, counted from the first visible concept.
  public func column(ofConcept index: Int) -> Int { names.upperBound + index * cellColumns }
}

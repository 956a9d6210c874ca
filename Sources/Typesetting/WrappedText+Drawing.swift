import ScreenModel
import TextModel

extension WrappedText {
  /// Draws the rows from `firstRow` on into an area, as many as fit.
  ///
  /// The area is as wide as the gutter and the text together: with a gutter of two columns, a mark
  /// stands in the first, and the text begins in the third.
  ///
  /// - Parameters:
  ///   - gutterColumns: columns left of the text.
  ///   - gutter: what stands in them.
  /// - Complexity: O(cells of the area + entries of both maps).
  public func draw(
    on canvas: inout Canvas, in area: Rect, firstRow: Int, roles: RoleMap = RoleMap(),
    gutterColumns: Int = 0, gutter: GutterMap = GutterMap()
  ) {
    let first = min(max(0, firstRow), rows.count)
    let visible = first..<min(rows.count, first + area.size.rows)
    guard !visible.isEmpty else { return }
    let window = TextSpan(
      rows[visible.lowerBound].span.begin, rows[visible.upperBound - 1].span.end)
    let segments = roles.segments(in: window)
    let gutter = gutter.meeting(window)
    let textArea = Rect(
      row: area.row, column: area.column + gutterColumns,
      columns: area.size.columns - gutterColumns, rows: area.size.rows)
    for index in visible {
      let screenRow = area.row + index - visible.lowerBound
      if gutterColumns > 0, let mark = gutter.mark(for: rows[index]) {
        canvas.write(
          mark.glyph, row: screenRow, column: area.column, clippedTo: area, role: mark.role,
          overflow: .clip)
      }
      drawRow(index, on: &canvas, screenRow: screenRow, in: textArea, segments: segments)
    }
  }

  private func drawRow(
    _ index: Int, on canvas: inout Canvas, screenRow: Int, in area: Rect,
    segments: [RoleMap.Segment]
  ) {
    let row = rows[index]
    guard let paragraph = row.paragraph.map({ paragraphs[$0] }) else { return }
    let place = canvas.bounds.intersection(area)
    guard place.rows.contains(screenRow) else { return }
    if row.isFirst, !paragraph.bullet.isEmpty {
      canvas.write(
        paragraph.bullet, row: screenRow, column: area.column, clippedTo: area,
        role: paragraph.role, overflow: .clip)
    }
    var column = area.column + paragraph.indent
    var segment = firstSegment(endingAfter: row.span.begin, in: segments)
    var offset = row.span.begin
    while offset < row.shownEnd {
      let unit = DisplayText.unit(in: text.utf8, at: offset, before: row.shownEnd)
      while segment < segments.count, segments[segment].span.end <= offset { segment += 1 }
      offset = unit.end
      guard unit.columns > 0 else { continue }
      guard column + unit.columns <= place.columns.upperBound else { break }
      let found = segment < segments.count ? segments[segment] : nil
      let role = unit.kind == .control ? .control : found?.role ?? paragraph.role
      if column >= place.column {
        canvas.place(
          DisplayText.grapheme(of: unit, in: text.utf8), columns: unit.columns, row: screenRow,
          column: column, role: role, flags: found?.flags ?? [])
      }
      column += unit.columns
    }
  }

  private func firstSegment(endingAfter offset: Int, in segments: [RoleMap.Segment]) -> Int {
    var low = 0
    var high = segments.count
    while low < high {
      let middle = (low + high) / 2
      if segments[middle].span.end <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

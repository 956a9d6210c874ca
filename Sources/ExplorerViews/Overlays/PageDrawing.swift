import Explorer
import ScreenModel

/// A page to read: help, explanation, problems.
func drawPage(_ page: PageView, _ state: ExplorerState, _ bottom: Rect, _ canvas: inout Canvas) {
  let rows = page.rows(state, columns: page.layout(state).overlayContent.size.columns)
  let visible = page.layout(state).overlayContent.size.rows
  let extent =
    rows.count > visible
    ? "lines \(page.top + 1)–\(min(rows.count, page.top + visible)) of \(rows.count)" : ""
  let area = drawOverlay(
    StyledLine(page.title, role: .title), trailing: StyledLine(extent, role: .faint),
    page.layout(state), on: &canvas,
    scroll: (page.top, rows.count))
  for (row, line) in zip(area.rows, rows.dropFirst(page.top)) {
    canvas.write(line, row: row, column: area.column, clippedTo: area)
  }
}

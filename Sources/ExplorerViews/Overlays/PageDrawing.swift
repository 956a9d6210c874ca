import Explorer
import ScreenModel

/// A page to read: help, explanation, problems.
func drawPage(_ page: PageView, _ state: ExplorerState, _ bottom: Rect, _ canvas: inout Canvas) {
  let rows = page.rows(state, columns: page.layout(state).overlayContent.size.columns)
  let area = drawOverlay(
    StyledLine(page.title, role: .title), page.layout(state), on: &canvas,
    scroll: (page.top, rows.count))
  for (row, line) in zip(area.rows, rows.dropFirst(page.top)) {
    canvas.write(line, row: row, column: area.column, clippedTo: area)
  }
}

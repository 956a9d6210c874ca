import Explorer
import ScreenModel

/// The last line: the keys worth knowing where the keyboard is, from the table that binds them.
struct HintLine {
  let state: ExplorerState

  func draw(on canvas: inout Canvas, in area: Rect) {
    var column = area.column + 1
    for hint in state.keymap.hints(for: state.context) {
      var line = StyledLine(hint.keys, role: .key)
      line.append(" \(hint.words)", role: .faint)
      // Whole hints only: half a key is worse than none.
      guard column + line.columns <= area.columns.upperBound else { break }
      column += canvas.write(line, row: area.row, column: column, clippedTo: area) + 3
    }
  }
}

import Explorer
import ScreenModel

/// The last line: the keys worth knowing where the keyboard is, from the table that binds them.
struct HintLine {
  let state: ExplorerState

  func draw(on canvas: inout Canvas, in area: Rect) {
    var lines = state.hints.map { hint in
      StyledLine([.init(hint.keys, role: .key), .init(" \(hint.words)", role: .faint)])
    }
    // Whole hints only, half a key is worse than none; of a view's the last, the way out, stays.
    func columns() -> Int { lines.reduce(1) { $0 + $1.columns + 3 } - 3 }
    while lines.count > 1, columns() > area.size.columns {
      lines.remove(at: state.overlays.isEmpty ? lines.count - 1 : lines.count - 2)
    }
    var column = area.column + 1
    for line in lines {
      column += canvas.write(line, row: area.row, column: column, clippedTo: area) + 3
    }
  }
}

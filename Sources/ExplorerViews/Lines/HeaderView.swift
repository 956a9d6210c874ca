import CorpusStore
import Explorer
import ScreenModel
import TextModel

/// The first line: the program, the corpus with its counts, and a chip for every filter.
struct HeaderView {
  let state: ExplorerState

  func draw(on canvas: inout Canvas, in area: Rect) {
    canvas.fill(area, with: Cell(" ", role: .headerLine))
    var line = StyledLine(area.size.columns >= 60 ? " Standpunkt  " : " ", role: .headerLine)
    if let summary = state.summary {
      if !state.corpusName.isEmpty { line.append(state.corpusName + " · ", role: .faint) }
      line.append(counted(summary.articles, "article"), role: .faint)
      if area.size.columns >= 60 {
        line.append(" · " + counted(summary.statements, "statement"), role: .faint)
      }
    } else {
      line.append("reading \(state.corpusName) …", role: .faint)
    }
    line.append("  ")
    for chip in filterChips(state) {
      line.append("[", role: .faint)
      line.append(chip.name + " ", role: .faint)
      line.append(chip.value, role: .key)
      line.append("] ", role: .faint)
    }
    canvas.write(line, row: area.row, column: area.column, clippedTo: area)
  }
}

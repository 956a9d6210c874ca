import CorpusStore
import Explorer
import ScreenModel
import TextModel

/// The first line: the program, the corpus with its counts, and a chip for every filter.
struct HeaderView {
  let state: ExplorerState

  func draw(on canvas: inout Canvas, in area: Rect) {
    canvas.fill(area, with: Cell(" ", role: .headerLine))
    let chips = chips
    // Where not all has room, the chips tell what one does not know by heart.
    let line =
      [heading(.full), heading(.counts), heading(.name)].map { $0 + "  " + chips }
      .first { $0.columns <= area.size.columns } ?? (chips.isEmpty ? heading(.counts) : " " + chips)
    canvas.write(line, row: area.row, column: area.column, clippedTo: area)
  }

  private enum Detail { case full, counts, name }

  private func heading(_ detail: Detail) -> StyledLine {
    var line = StyledLine(detail == .full ? " Standpunkt  " : " ", role: .headerLine)
    guard let summary = state.summary else {
      line.append("reading \(state.corpusName) …", role: .faint)
      return line
    }
    var parts = [state.corpusName]
    if detail != .name { parts.append(counted(summary.articles, "article")) }
    if detail == .full { parts.append(counted(summary.statements, "statement")) }
    line.append(parts.filter { !$0.isEmpty }.joined(separator: " · "), role: .faint)
    return line
  }

  private var chips: StyledLine {
    var line = StyledLine()
    for chip in filterChips(state) {
      line.append("[", role: .faint)
      line.append(chip.name + " ", role: .faint)
      line.append(chip.value, role: .key)
      line.append("] ", role: .faint)
    }
    return line
  }
}

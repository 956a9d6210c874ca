import Explorer
import ScreenModel

/// The command line on the status line, above it what Tab would write.
func drawCommandLine(
  _ line: CommandLine, _ state: ExplorerState, _ bottom: Rect, _ canvas: inout Canvas
) {
  let candidates = line.candidates(state)
  var note = StyledLine()
  if let problem = line.problem {
    note = StyledLine(problem, role: .warning)
  } else if !candidates.isEmpty {
    note = StyledLine(
      [
        .init(state.keymap.name(of: .complete, in: .prompt) ?? "", role: .key),
        .init(" completes", role: .faint),
      ])
  }
  drawCandidates(candidates, line.choice, above: bottom, on: &canvas)
  drawPrompt(":", line.editor, note, on: &canvas, in: bottom)
}

private func drawCandidates(
  _ candidates: [CommandLine.Candidate], _ choice: Int?, above bottom: Rect,
  on canvas: inout Canvas
) {
  let height = min(candidates.count, 10, max(0, bottom.row - 4))
  guard height > 0, bottom.size.columns >= 20 else { return }
  let first = choice.map { max(0, min($0 - height / 2, candidates.count - height)) } ?? 0
  let shown = candidates[first..<first + height]
  let names = shown.map { DisplayText.columns(of: $0.text) }.max() ?? 0
  let details = shown.map { DisplayText.columns(of: $0.detail) }.max() ?? 0
  let box = Rect(
    row: bottom.row - height - 2, column: bottom.column,
    columns: min(bottom.size.columns, max(30, names + details + 7)), rows: height + 2)
  canvas.fill(box)
  let inside = canvas.drawBox(
    box,
    trailing: StyledLine(
      candidates.count > height ? "\(candidates.count)" : "", role: .faint), isFocused: true)
  // Names keep what they need as far as the details beside them have some room too.
  let room = min(names, max(inside.size.columns / 2, inside.size.columns - details - 4))
  for (row, index) in zip(inside.rows, first..<first + height) {
    let candidate = candidates[index]
    canvas.write(
      candidate.text, row: row, column: inside.column + 1,
      clippedTo: Rect(row: row, column: inside.column + 1, columns: room, rows: 1), role: .key)
    canvas.write(
      candidate.detail, row: row, column: inside.column + room + 3, clippedTo: inside, role: .faint)
    if index == choice {
      canvas.add(
        .selected,
        in: Rect(row: row, column: inside.column, columns: inside.size.columns, rows: 1))
    }
  }
}

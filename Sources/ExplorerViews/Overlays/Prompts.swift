import CorpusStore
import Explorer
import ScreenModel

/// The date prompt on the status line, with what is found so far or what is missing.
func drawDatePrompt(
  _ prompt: DatePrompt, _ state: ExplorerState, _ bottom: Rect, _ canvas: inout Canvas
) {
  var note: StyledLine
  if prompt.editor.text.isEmpty {
    note = StyledLine("2023 · 2023-03 · 2023-Q1 · 31.3.2023 · 2023-03..2024-02", role: .faint)
  } else if let problem = prompt.problem {
    note = StyledLine(problem, role: .warning)
  } else {
    note = StyledLine(state.query.window.map { "\($0.label) · " } ?? "", role: .date)
    if let counts = state.list.counts {
      var text = counted(counts.certain, "article")
      if counts.possible > 0 { text += ", \(counts.possible) possible" }
      if counts.undated > 0 { text += ", \(counts.undated) undated" }
      note.append(text, role: .faint)
    }
  }
  drawPrompt("date: ", prompt.editor, note, on: &canvas, in: bottom)
}

func drawSearchPrompt(
  _ prompt: SearchPrompt, _ state: ExplorerState, _ bottom: Rect, _ canvas: inout Canvas
) {
  var note = StyledLine()
  if prompt.editor.text.isEmpty {
    note = StyledLine("words · bund* · \"in a row\" · AND OR NOT NEAR ( )", role: .faint)
  } else if let problem = prompt.problem {
    note = StyledLine(problem, role: .warning)
  } else if let counts = state.list.counts {
    note = StyledLine(
      "\(state.reading.matches.count) here, in \(counted(counts.articles, "article"))", role: .faint
    )
  }
  drawPrompt("/", prompt.editor, note, on: &canvas, in: bottom)
}

/// A line to type in: its name, the text with the cursor in view, a note at the right.
func drawPrompt(
  _ name: String, _ editor: LineEditor, _ note: StyledLine, on canvas: inout Canvas, in area: Rect
) {
  canvas.fill(area)
  let begin =
    area.column
    + min(
      area.size.columns,
      canvas.write(name, row: area.row, column: area.column + 1, clippedTo: area, role: .prompt) + 1
    )
  let typed = DisplayText.columns(of: editor.text)
  var end = area.columns.upperBound
  if begin + typed + 3 + note.columns <= end {
    end = canvas.writeRightAligned(note, row: area.row, endingBefore: end - 1, clippedTo: area) - 1
  } else if begin + typed + 14 <= end {
    // The note is cut rather than dropped while there is some room for it.
    let room = Rect(
      row: area.row, column: begin + typed + 2, columns: end - begin - typed - 3, rows: 1)
    canvas.write(note, row: area.row, column: room.column, clippedTo: room)
    end = room.column - 1
  }
  let field = Rect(row: area.row, column: begin, columns: max(1, end - begin), rows: 1)
  let before = DisplayText.columns(of: editor.beforeCursor)
  let shift = max(0, before - field.size.columns + 1)
  canvas.write(
    editor.text, row: area.row, column: begin - shift, clippedTo: field, role: .promptText,
    overflow: .clip)
  canvas.cursor = .init(
    row: area.row, column: min(max(0, begin + before - shift), max(0, area.columns.upperBound - 1)))
}

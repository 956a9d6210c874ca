import CorpusStore
import Explorer
import ScreenModel
import TextModel

/// A filter's values with counts, the line to narrow them above.
func drawPicker(
  _ picker: FacetPicker, _ state: ExplorerState, _ bottom: Rect, _ canvas: inout Canvas
) {
  let matching = picker.matching
  let area = drawOverlay(
    StyledLine(
      picker.purpose == .filter
        ? "Filter by \(picker.field.rawValue)" : "Page of which \(picker.field.rawValue)?",
      role: .title),
    trailing: StyledLine("statements · articles", role: .faint), state.layout, on: &canvas)
  guard area.size.rows > 0 else { return }
  let line = Rect(row: area.row, column: area.column, columns: area.size.columns, rows: 1)
  let note =
    picker.values == nil
    ? StyledLine("…", role: .faint)
    : StyledLine("\(matching.count) of \(picker.values?.count ?? 0)", role: .faint)
  drawPrompt("narrow: ", picker.editor, note, on: &canvas, in: line)
  // Where it is tight the values follow without an empty row.
  let rows = area.rows.dropFirst(area.size.rows > 4 ? 2 : 1)
  if matching.isEmpty, picker.values != nil, let first = rows.first {
    canvas.write(
      "nothing of that name", row: first, column: area.column + 2, clippedTo: area, role: .faint)
  }
  for (row, index) in zip(rows, picker.cursor.top..<max(picker.cursor.top, matching.count)) {
    let value = matching[index]
    let isChosen = picker.isChosen(value, state.query.filter)
    canvas.write(
      isChosen ? "●" : " ", row: row, column: area.column + 1, clippedTo: area, role: .key)
    // The name comes before the second count.
    let counts =
      padded(value.statements, 6) + (area.size.columns >= 30 ? padded(value.articles, 8) : "")
    let end = canvas.writeRightAligned(
      counts, row: row, endingBefore: area.columns.upperBound, clippedTo: area, role: .faint)
    var label = StyledLine()
    if picker.field == .stance, let polarity = value.value.flatMap(Polarity.init(rawValue:)) {
      label.append(polarity.sign + " ", role: polarity.role)
    }
    label.append(value.label, role: value.value == nil ? .faint : isChosen ? .actor : .text)
    canvas.write(
      label, row: row, column: area.column + 3,
      clippedTo: Rect(row: row, column: area.column, columns: end - area.column - 1, rows: 1))
    if index == picker.cursor.index {
      canvas.place("▌", columns: 1, row: row, column: area.column, role: .gutterSelected)
      canvas.add(
        .selected,
        in: Rect(row: row, column: area.column + 1, columns: area.size.columns - 1, rows: 1))
    }
  }
}

private func padded(_ number: Int, _ width: Int) -> String {
  let text = String(number)
  return String(repeating: " ", count: max(0, width - text.count)) + text
}

import CorpusStore
import Explorer
import ScreenModel
import TextModel

/// Statements to go to: when, who and where; what was said; and why it is related.
func drawStatementList(
  _ list: StatementList, _ state: ExplorerState, _ bottom: Rect, _ canvas: inout Canvas
) {
  let entries = list.entries ?? []
  let rowsPerEntry = list.rowsPerEntry(height: state.layout.overlayContent.size.rows)
  let area = drawOverlay(
    StyledLine(list.title, role: .title),
    trailing: StyledLine(list.entries == nil ? "…" : list.extent, role: .faint),
    state.layout,
    on: &canvas,
    scroll: (list.cursor.top * rowsPerEntry, entries.count * rowsPerEntry))
  if entries.isEmpty {
    if list.entries != nil {
      canvas.write(
        list.emptyNote, row: area.row, column: area.column + 1, clippedTo: area, role: .faint)
    }
    return
  }
  var row = area.row
  var index = list.cursor.top
  while index < entries.count, row + rowsPerEntry <= area.rows.upperBound {
    let isSelected = index == list.cursor.index
    let place = Rect(
      row: row, column: area.column, columns: area.size.columns, rows: rowsPerEntry)
    draw(entries[index], state, on: &canvas, in: place)
    for line in place.rows where isSelected {
      canvas.place("▌", columns: 1, row: line, column: area.column, role: .gutterSelected)
    }
    if isSelected {
      canvas.add(
        .selected,
        in: Rect(row: row, column: area.column + 1, columns: area.size.columns - 1, rows: 1))
      canvas.cursor = .init(row: row, column: area.column)
    }
    row += rowsPerEntry
    index += 1
  }
}

private func draw(
  _ entry: StatementList.Entry, _ state: ExplorerState, on canvas: inout Canvas, in area: Rect
) {
  let digest = entry.statement.digest
  var head = shortDate(digest.edtf)
  head.append(String(repeating: " ", count: max(1, 11 - head.columns)))
  head.append(digest.speaker ?? "unknown speaker", role: .speaker)
  // What relates it first, since the line may be cut.
  let about = entry.relation?.concept
  let stances =
    digest.stances.filter { $0.concept == about } + digest.stances.filter { $0.concept != about }
  for stance in stances.prefix(3) {
    head.append("  " + stance.polarity.sign + " ", role: stance.polarity.role)
    head.append(state.conceptLabels[stance.concept] ?? stance.concept.rawValue, role: .concept)
  }
  if area.size.rows == 1 { head.append("  " + digest.text, role: .quote) }
  head.append("  " + entry.statement.title, role: .faint)
  canvas.write(head, row: area.row, column: area.column + 2, clippedTo: area)
  let indent = area.size.columns >= 60 ? 13 : 4
  if area.size.rows >= 2 {
    canvas.write(
      digest.text, row: area.row + 1, column: area.column + indent, clippedTo: area, role: .quote)
  }
  if area.size.rows >= 3, let relation = entry.relation {
    // The kinds behind the words that say the same, since the line may be cut.
    var reason = StyledLine(relation.reason, role: .key)
    let kinds = relation.kinds.map(\.rawValue).joined(separator: ", ")
    reason.append(" · \(kinds)", role: .faint)
    canvas.write(reason, row: area.row + 2, column: area.column + indent, clippedTo: area)
  }
}

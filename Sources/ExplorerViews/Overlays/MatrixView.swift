import CorpusStore
import Explorer
import ScreenModel
import TextModel

/// The matrix of actors and concepts: a sign and a number in every cell.
func drawMatrix(_ page: MatrixPage, _ state: ExplorerState, _ bottom: Rect, _ canvas: inout Canvas)
{
  let place = page.geometry(state)
  let area = drawOverlay(
    StyledLine("Who stands where on what", role: .title), trailing: extent(page, place),
    page.layout(state), on: &canvas,
    scroll: (page.firstRow, page.matrix?.actors.count ?? 0))
  if let row = place.filterRow {
    var line = filterLine(state)
    let note = StyledLine(" · counted per actor and concept", role: .faint)
    if line.columns + note.columns <= area.size.columns { line.append(note) }
    canvas.write(line, row: row, column: area.column, clippedTo: area)
  }
  guard let matrix = page.matrix else {
    canvas.write("…", row: place.rows.lowerBound, column: area.column, clippedTo: area)
    return
  }
  guard !matrix.actors.isEmpty, !matrix.concepts.isEmpty else {
    canvas.write(
      "Nobody takes a stance on a concept of the codebook here.", row: place.rows.lowerBound,
      column: area.column, clippedTo: area, role: .faint)
    return
  }
  let visible =
    page
    .firstColumn..<min(
      page.firstColumn + place.visibleConcepts, matrix.concepts.count)
  // Blanks in the look of the dots and lines between them: on a slow line each change of look costs.
  canvas.fill(
    Rect(
      row: place.stairs.lowerBound, column: place.names.upperBound,
      columns: visible.count * place.cellColumns,
      rows: place.rows.upperBound - place.stairs.lowerBound), with: Cell(" ", role: .border))
  if place.hasStairs {
    drawStairs(page, matrix, visible, place, on: &canvas)
  } else if let row = place.stairs.first, let concept = page.selectedConcept {
    // The number first: a long name may be cut.
    var line = StyledLine("\(page.column + 1)/\(matrix.concepts.count) ", role: .faint)
    line.append(concept.label, role: .concept, flags: .selectedElsewhere)
    canvas.write(line, row: row, column: area.column, clippedTo: area)
  }
  for (row, index) in zip(place.rows, page.firstRow..<matrix.actors.count) {
    drawRow(index, of: page, matrix, visible, place, on: &canvas, row: row)
  }
  if let row = place.detailRow {
    canvas.write(detail(page, state), row: row, column: area.column, clippedTo: area)
  }
}

/// Whether there is room for numbers behind the names of the actors.
private func hasTotals(_ names: Rect) -> Bool { names.size.columns >= 16 }

/// Which part of the matrix is in view.
private func extent(_ page: MatrixPage, _ place: MatrixGeometry) -> StyledLine {
  guard let matrix = page.matrix, !matrix.actors.isEmpty else { return StyledLine() }
  func part(_ first: Int, _ visible: Int, _ count: Int, _ more: Int, _ noun: String) -> String {
    let all = count + more
    guard visible < all else { return counted(all, noun) }
    return "\(noun)s \(first + 1)–\(min(count, first + visible)) of \(all)"
  }
  return StyledLine(
    part(
      page.firstRow, place.visibleActors, matrix.actors.count, matrix.moreActors, "actor") + " · "
      + part(
        page.firstColumn, place.visibleConcepts, matrix.concepts.count, matrix.moreConcepts,
        "concept"), role: .faint)
}

/// The names of the concepts, each on a row of its own with a line down to its column.
private func drawStairs(
  _ page: MatrixPage, _ matrix: StanceMatrix, _ visible: Range<Int>, _ place: MatrixGeometry,
  on canvas: inout Canvas
) {
  for (step, index) in visible.enumerated() {
    let isSelected = index == page.column
    // The line stands above the signs of the column.
    let column = place.column(ofConcept: step) + 1
    let row = place.stairs.lowerBound + step
    let role: Role = isSelected ? .borderFocused : .border
    canvas.place("╭", columns: 1, row: row, column: column, role: role)
    for below in (row + 1)..<max(row + 1, place.stairs.upperBound) {
      canvas.place("│", columns: 1, row: below, column: column, role: role)
    }
    let concept = matrix.concepts[index]
    var label = StyledLine(
      concept.label, role: isSelected ? .title : .concept, flags: isSelected ? .selected : [])
    let total = " \(concept.total.statements)"
    if column + 2 + label.columns + total.utf8.count <= place.area.columns.upperBound {
      label.append(total, role: .faint)
    }
    canvas.write(label, row: row, column: column + 2, clippedTo: place.area)
  }
  // What lies to the left and right of what is shown.
  var beyond = StyledLine()
  if visible.lowerBound > 0 { beyond.append("◂ \(visible.lowerBound) more", role: .faint) }
  let after = matrix.concepts.count - visible.upperBound
  if after > 0 {
    if !beyond.isEmpty { beyond.append("   ") }
    beyond.append("\(after) more ▸", role: .faint)
  }
  let names = Rect(
    row: place.stairs.upperBound - 1, column: place.names.lowerBound,
    columns: place.names.count - 1, rows: 1)
  var end = names.columns.upperBound
  if hasTotals(names), names.size.columns >= beyond.columns + 9 {
    // What the numbers behind the names count.
    end =
      canvas.writeRightAligned(
        StyledLine("stances", role: .faint), row: names.row, endingBefore: end, clippedTo: names)
      - 1
  }
  canvas.write(
    beyond, row: names.row, column: names.column,
    clippedTo: Rect(row: names.row, column: names.column, columns: end - names.column, rows: 1))
}

private func drawRow(
  _ index: Int, of page: MatrixPage, _ matrix: StanceMatrix, _ visible: Range<Int>,
  _ place: MatrixGeometry, on canvas: inout Canvas, row: Int
) {
  let actor = matrix.actors[index]
  let isSelectedRow = index == page.row
  let names = Rect(
    row: row, column: place.names.lowerBound, columns: place.names.count - 1, rows: 1)
  var end = names.columns.upperBound
  if hasTotals(names) {
    end =
      canvas.writeRightAligned(
        "\(actor.total.statements)", row: row, endingBefore: end, clippedTo: names, role: .faint)
      - 1
  }
  canvas.write(
    actor.name, row: row, column: names.column + 1,
    clippedTo: Rect(row: row, column: names.column, columns: end - names.column, rows: 1),
    role: actor.id == nil ? .faint : .text, flags: isSelectedRow ? .selected : [])
  if isSelectedRow {
    canvas.place("▌", columns: 1, row: row, column: names.column, role: .gutterSelected)
  }
  for (step, concept) in visible.enumerated() {
    let cell = matrix.cells[index][concept]
    let area = Rect(
      row: row, column: place.column(ofConcept: step), columns: place.cellColumns, rows: 1)
    draw(cell, on: &canvas, in: area)
    if isSelectedRow, concept == page.column {
      canvas.add(.selected, in: area)
      canvas.cursor = .init(row: row, column: min(area.column + 1, canvas.size.columns - 1))
    }
  }
}

/// A sign at the left and a number behind it; a dot where nothing is said.
private func draw(_ cell: StanceCounts, on canvas: inout Canvas, in area: Rect) {
  guard cell.statements > 0 else {
    canvas.write("·", row: area.row, column: area.column + 1, clippedTo: area, role: .border)
    return
  }
  let side = cell.polarity
  var line = StyledLine(side.sign, role: side.role)
  let number = cell.statements < 1000 ? "\(cell.statements)" : "…"
  line.append(number, role: side == .neutral ? .faint : side.role)
  canvas.write(line, row: area.row, column: area.column + 1, clippedTo: area, overflow: .clip)
}

/// The selected cell in words.
private func detail(_ page: MatrixPage, _ state: ExplorerState) -> StyledLine {
  guard let actor = page.selectedActor, let concept = page.selectedConcept,
    let cell = page.selectedCell
  else { return StyledLine() }
  var line = StyledLine()
  if cell.statements > 0 {
    line.append(sideCounts(cell))
    line.append("  ")
  } else {
    line.append("nothing  ", role: .faint)
  }
  line.append(actor.name, role: .actor)
  line.append(" on ", role: .faint)
  line.append(concept.label, role: .concept)
  if cell.statements > 0 {
    line.append(" · ", role: .faint)
    line.append(state.keymap.name(of: .open, in: .matrix) ?? "", role: .key)
    line.append(" lists \(counted(cell.statements, "statement"))", role: .faint)
  }
  return line
}

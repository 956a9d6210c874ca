import CorpusStore
import Explorer
import ScreenModel
import TextModel

/// An actor's or a concept's page: text, and charts of signs over time.
func drawProfile(
  _ page: ProfilePage, _ state: ExplorerState, _ bottom: Rect, _ canvas: inout Canvas
) {
  let rows = page.rows(state)
  let area = drawOverlay(
    StyledLine(page.title, role: .title), trailing: StyledLine(page.kind, role: .faint),
    page.layout(state), on: &canvas, scroll: (page.top, rows.count))
  let lanes = page.lanes(columns: area.size.columns)
  for (row, content) in zip(area.rows, rows.dropFirst(page.top)) {
    draw(content, lanes, on: &canvas, row: row, in: area)
    if content.id == page.selected, content.target != nil {
      // A bar over the name; the chart keeps its colours.
      canvas.add(
        .selected,
        in: Rect(
          row: row, column: area.column,
          columns: content.hasChart ? min(lanes.name, area.size.columns) : area.size.columns,
          rows: 1))
      canvas.cursor = .init(row: row, column: area.column)
    }
  }
}

extension ProfileRow {
  fileprivate var hasChart: Bool {
    switch content {
    case .lane, .bars: true
    case .text, .heading, .axis: false
    }
  }
}

private func draw(
  _ row: ProfileRow, _ lanes: LaneColumns, on canvas: inout Canvas, row line: Int, in area: Rect
) {
  switch row.content {
  case .text(let words): canvas.write(words, row: line, column: area.column, clippedTo: area)
  case .heading(let words, let detail):
    var used = canvas.write(
      words, row: line, column: area.column, clippedTo: area, role: .heading)
    if !detail.isEmpty {
      used += 2 + canvas.write(detail, row: line, column: area.column + used + 2, clippedTo: area)
    }
    let begin = area.column + used + 1
    if begin < area.columns.upperBound {
      canvas.drawRule(row: line, columns: begin..<area.columns.upperBound)
    }
  case .axis:
    for label in lanes.axis.labels {
      canvas.write(
        label.text, row: line, column: area.column + lanes.chart + label.column, clippedTo: area,
        role: .faint)
    }
  case .lane(let name, let counts, let history):
    drawName(name, counts, lanes, on: &canvas, row: line, in: area)
    for (column, bucket) in lanes.axis.buckets(history) {
      var sign = StyledLine(bucket.polarity.sign, role: bucket.polarity.role)
      if lanes.axis.unit == .year, bucket.statements > 1 {
        sign.append("\(bucket.statements)", role: bucket.polarity.role)
      }
      canvas.write(
        sign, row: line, column: area.column + lanes.chart + column, clippedTo: area,
        overflow: .clip)
    }
  case .bars(let name, let counts, let history, let side):
    drawName(name, counts, lanes, on: &canvas, row: line, in: area)
    let buckets = lanes.axis.buckets(history)
    // For and against share a scale, so that their blocks can be compared.
    let maximum = buckets.values.map { tallest($0, side) }.max() ?? 0
    for (column, bucket) in buckets {
      canvas.place(
        Sparkline.block(for: number(bucket, side), maximum: maximum), columns: 1, row: line,
        column: area.column + lanes.chart + column,
        role: side == .neutral ? .faint : side?.role ?? .histogramActive)
    }
  }
}

private func drawName(
  _ name: StyledLine, _ counts: StyledLine, _ lanes: LaneColumns, on canvas: inout Canvas,
  row: Int, in area: Rect
) {
  // Every second row guides the eye as well, for half of the changes of look on a slow line.
  for gap in lanes.axis.gaps where row % 2 == 0 && lanes.chart + gap < area.size.columns {
    canvas.place(
      "┊", columns: 1, row: row, column: area.column + lanes.chart + gap, role: .border)
  }
  canvas.write(
    name, row: row, column: area.column + 1,
    clippedTo: area.intersection(
      Rect(row: row, column: area.column, columns: lanes.name, rows: 1)))
  canvas.write(
    counts, row: row, column: area.column + lanes.name + 1,
    clippedTo: area.intersection(
      Rect(row: row, column: area.column + lanes.name, columns: lanes.counts + 1, rows: 1)))
}

private func number(_ counts: StanceCounts, _ side: Polarity?) -> Int {
  switch side {
  case .support: counts.support
  case .oppose: counts.oppose
  case .neutral: counts.neutral
  case .ambivalent: counts.ambivalent
  case nil: counts.statements
  }
}

private func tallest(_ counts: StanceCounts, _ side: Polarity?) -> Int {
  side == nil
    ? counts.statements
    : max(counts.support, counts.oppose, counts.neutral, counts.ambivalent)
}

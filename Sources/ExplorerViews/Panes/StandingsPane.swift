import CorpusStore
import Explorer
import ScreenModel
import TextModel

/// "Who stands where": actors with their stances, of the article and then of the corpus inside the filter.
struct StandingsPane: PaneView {
  let state: ExplorerState
  private let items: [SidebarItem]

  init(state: ExplorerState) {
    self.state = state
    items = sidebarItems(state)
  }

  var title: StyledLine { StyledLine("Who stands where", role: .title) }
  /// What the numbers behind the actors count, where the title has its room.
  var trailing: StyledLine {
    let columns = state.layout.panes.first { $0.pane == .sidebar }?.area.size.columns ?? 0
    return columns >= 32 ? StyledLine("statements", role: .faint) : StyledLine()
  }
  var scroll: (first: Int, total: Int) { (state.sidebar.top, items.count) }

  func draw(on canvas: inout Canvas, in area: Rect, isFocused: Bool) {
    if isFocused { canvas.cursor = .init(row: area.row, column: area.column) }
    let visible = items.dropFirst(state.sidebar.top).prefix(area.size.rows)
    for (row, item) in zip(area.rows, visible) {
      let isLit = isLit(item)
      draw(item, on: &canvas, row: row, in: area)
      if isLit {
        canvas.place("▌", columns: 1, row: row, column: area.column, role: .gutterSelected)
        canvas.add(
          .selectedElsewhere,
          in: Rect(row: row, column: area.column, columns: area.size.columns, rows: 1))
      }
      if isFocused, item.id == state.sidebar.selected, item.isSelectable {
        canvas.add(
          .selected,
          in: Rect(row: row, column: area.column, columns: area.size.columns, rows: 1))
        canvas.cursor = .init(row: row, column: area.column)
      }
    }
  }

  private func draw(_ item: SidebarItem, on canvas: inout Canvas, row: Int, in area: Rect) {
    let column = area.column + 1 + item.indent
    switch item.content {
    case .heading(let words):
      let used = canvas.write(
        words, row: row, column: area.column + 1, clippedTo: area, role: .heading)
      let begin = area.column + used + 2
      if begin < area.columns.upperBound {
        canvas.drawRule(row: row, columns: begin..<area.columns.upperBound)
      }
    case .group(let name):
      canvas.write(name, row: row, column: column, clippedTo: area, role: .faint)
    case .note(let words):
      canvas.write(words, row: row, column: column, clippedTo: area, role: .faint)
    case .morePositions(let count):
      canvas.write(
        "and \(count) more …", row: row, column: column + 3, clippedTo: area, role: .faint)
    case .blank: break
    case .actor(let standing):
      let end = canvas.writeRightAligned(
        "\(standing.statements)", row: row, endingBefore: area.columns.upperBound - 1,
        clippedTo: area, role: .faint)
      canvas.write(
        standing.name, row: row, column: column,
        clippedTo: Rect(row: row, column: column, columns: end - 1 - column, rows: 1),
        role: standing.actor == nil ? .faint : .actor)
    case .position(let position):
      let end = canvas.writeRightAligned(
        counts(position), row: row, endingBefore: area.columns.upperBound - 1, clippedTo: area)
      let polarity = position.polarity
      canvas.write(
        polarity.sign, row: row, column: column + 1, clippedTo: area, role: polarity.role)
      canvas.write(
        position.label, row: row, column: column + 3,
        clippedTo: Rect(
          row: row, column: column + 3,
          columns: end - column - (counts(position).isEmpty ? 3 : 4), rows: 1),
        role: .concept)
    }
  }

  /// How many statements; where both sides were taken, how many on each.
  private func counts(_ position: ConceptStanding) -> StyledLine {
    if position.polarity == .ambivalent {
      let sides: [(Polarity, Int)] = [
        (.support, position.support), (.oppose, position.oppose),
        (.ambivalent, position.ambivalent),
      ]
      // The sign says that there are both; a third number would cost the name its room.
      let counted = sides.filter { $0.1 > 0 }.prefix(2).map { "\($0.0.sign)\($0.1)" }
      if counted.count > 1 { return StyledLine(counted.joined(separator: " "), role: .faint) }
    }
    let count = position.statements.count
    return count > 1 ? StyledLine("\(count)", role: .faint) : StyledLine()
  }

  /// Whether the line is about the selected statement: its actor, or the actor's stance taken in it.
  private func isLit(_ item: SidebarItem) -> Bool {
    guard let statement = state.reading.selectedStatement, let ref = state.reading.selectedRef
    else {
      return false
    }
    switch (item.id, item.content) {
    case (.actor(.article, let actor), _):
      return actor.map(statement.actors.contains) ?? statement.actors.isEmpty
    case (.position(.article, let actor, _), .position(let position)):
      let speaks = actor.map(statement.actors.contains) ?? statement.actors.isEmpty
      return speaks && position.statements.contains(ref)
    default: return false
    }
  }
}

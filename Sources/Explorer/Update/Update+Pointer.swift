import ScreenModel

extension ExplorerState {
  /// The mouse: a click selects, the wheel scrolls.
  mutating func pointer(_ event: Key.MouseEvent) -> [Effect] {
    if var overlay = overlays.popLast() {
      switch event.action {
      case .wheelUp: _ = overlay.perform(.up, &self)
      case .wheelDown: _ = overlay.perform(.down, &self)
      case .press: overlay.point(row: event.row, column: event.column, self)
      }
      overlays.append(overlay)
      return []
    }
    let layout = self.layout
    guard
      let pane = layout.panes.first(where: {
        $0.area.rows.contains(event.row) && $0.area.columns.contains(event.column)
      })?.pane, let area = layout.content(of: pane)
    else { return [] }
    focus = pane
    switch event.action {
    case .wheelUp: move(.up)
    case .wheelDown: move(.down)
    case .press: press(pane, row: event.row - area.row, column: event.column - area.column)
    }
    return []
  }

  private mutating func press(_ pane: Pane, row: Int, column: Int) {
    switch pane {
    case .list:
      guard let lines = listLines, row >= pinnedLines,
        case .row(let row)? = lines[list.top + row - pinnedLines]
      else { return }
      selectRow(row)
      isBrowsing = true
    case .sidebar:
      let items = sidebarItems(self)
      let index = sidebar.top + row
      if items.indices.contains(index), items[index].isSelectable {
        sidebar.selected = items[index].id
      }
    case .text:
      guard let text = reading.layout, let loaded = reading.loaded else { return }
      let index = text.row(containing: reading.top) + row
      guard text.rows.indices.contains(index), row >= 0 else { return }
      let offset = text.utf8Offset(
        atColumn: column - ScreenLayout.gutterColumns, inRow: index)
      // The innermost statement at that place.
      if let statement = loaded.analysed.statements.last(where: {
        $0.quote.contains { $0.contains(offset) }
      }) {
        reading.statement = statement.ordinal
        arrival = nil
      }
    }
  }
}

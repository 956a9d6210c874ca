import CorpusStore

extension ExplorerState {
  /// Moves in the pane that has the keyboard.
  mutating func move(_ command: Command) {
    switch focus {
    case .list: moveList(command)
    case .text: scrollText(command)
    case .sidebar: moveSidebar(command)
    }
  }

  private mutating func moveList(_ command: Command) {
    guard list.count > 0 else { return }
    let page = layout.rows(of: .list) - pinnedLines
    guard let movement = Movement(command, page: page) else { return }
    selectRow(movement.target(from: list.cursor, count: list.count))
    isBrowsing = true
  }

  /// Selects a row of the list; its article becomes known with the row.
  mutating func selectRow(_ row: Int) {
    let row = min(max(0, row), max(0, list.count - 1))
    if row == list.cursor, list.pinned == nil, list.selected != nil { return }
    list.cursor = row
    list.pinned = nil
    list.selected = list.row(row)?.key
    leaveArticle()
  }

  /// Forgets what belonged to the article that was selected.
  mutating func leaveArticle() {
    keepsOutside = false
    destination = nil
    queuedSteps = 0
    pendingRelated = nil
    arrival = nil
  }

  /// Takes a new list: the article that was selected stays selected when the filter keeps it, else the
  /// first one is, unless a jump led outside.
  mutating func receive(_ answer: ListAnswer) {
    let windowChanged = listedFilter.map { $0.window != query.filter.window } ?? false
    let cursorLine = listIsStale ? listLines.map { $0.line(ofRow: list.cursor) - list.top } : nil
    listIsStale = false
    list.counts = answer.counts
    list.rows = answer.rows
    list.first = answer.first
    list.pinned = nil
    listedFilter = query.filter
    if let position = answer.position, windowChanged, !keepsOutside,
      answer.counts.certain > 0, position >= answer.counts.certain, let first = answer.top
    {
      // What only may lie in the new window gives way to what does.
      list.cursor = 0
      list.selected = first
      leaveArticle()
    } else if let position = answer.position {
      // Another article may have been selected while this was looked up.
      if answer.row?.key == list.selected { list.cursor = position }
    } else if keepsOutside, list.selected != nil {
      list.pinned = answer.row?.key == list.selected ? answer.row : nil
      list.cursor = min(list.cursor, max(0, list.count - 1))
    } else {
      list.cursor = 0
      list.selected = answer.top
      leaveArticle()
    }
    if let cursorLine, let lines = listLines {
      // The same list, grown: the cursor stays on its line of the screen.
      list.top = max(0, lines.line(ofRow: list.cursor) - cursorLine)
    }
    if answer.counts.articles == 0, !keepsOutside { emptyReading() }
    asked[.rows] = nil
    // A jump that came in between: the text's answer will say where its article stands.
    if list.selected != answer.row?.key { asked[.reading] = nil }
  }

  mutating func receive(rows: [ArticleRow], first: Int) {
    list.rows = rows
    list.first = first
    if list.selected == nil { list.selected = list.row(list.cursor)?.key }
  }

  /// Nothing is selected in an empty list.
  private mutating func emptyReading() {
    list.selected = nil
    reading = ReadingState()
    related = nil
    walk = nil
    asked[.reading] = nil
  }

  /// Keeps the cursor inside the list and in view; it scrolls by half a page, since on a slow line one
  /// scrolled screen costs as much as another.
  mutating func fitList(_ layout: ScreenLayout) {
    guard let lines = listLines else { return }
    list.cursor = min(max(0, list.cursor), max(0, list.count - 1))
    let height = max(1, layout.rows(of: .list) - pinnedLines)
    let line = lines.line(ofRow: list.cursor)
    if line < list.top || line >= list.top + height { list.top = line - height / 2 }
    list.top = min(max(0, list.top), max(0, lines.count - height))
    if line == list.top, line > 0, height > 1, case .heading = lines[line - 1] { list.top -= 1 }
  }
}

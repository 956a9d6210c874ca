import CorpusStore
import Explorer
import ScreenModel
import TextModel

/// The articles inside the filter: certainly in the window, possibly, undated; each group counted.
struct ArticleListPane: PaneView {
  let state: ExplorerState

  var title: StyledLine { StyledLine("Articles", role: .title) }

  var trailing: StyledLine {
    guard state.list.counts != nil else { return StyledLine() }
    return StyledLine("\(state.list.count)", role: .faint)
  }

  var scroll: (first: Int, total: Int) {
    (state.list.top, (state.listLines?.count ?? 0) + state.pinnedLines)
  }

  func draw(on canvas: inout Canvas, in area: Rect, isFocused: Bool) {
    if isFocused { canvas.cursor = .init(row: area.row, column: area.column) }
    guard let lines = state.listLines else {
      canvas.write(
        "reading …", row: area.row, column: area.column + 1, clippedTo: area, role: .faint)
      return
    }
    var area = area
    if let pinned = state.list.pinned {
      area = draw(pinned: pinned, on: &canvas, in: area, isFocused: isFocused)
    }
    if lines.count == 0 {
      drawEmpty(on: &canvas, in: area)
      return
    }
    for row in area.rows {
      switch lines[state.list.top + row - area.row] {
      case .heading(let match)?:
        drawHeading(heading(match, lines), role: .heading, on: &canvas, row: row, in: area)
      case .row(let index)?:
        let isSelected = index == state.list.cursor && state.list.pinned == nil
        guard let article = state.list.row(index) else {
          canvas.write("…", row: row, column: area.column + 1, clippedTo: area, role: .faint)
          continue
        }
        draw(article, on: &canvas, row: row, in: area, isSelected: isSelected, isFocused: isFocused)
      case nil: break
      }
    }
  }

  /// The article outside the filter, above the list that stays as it is.
  private func draw(
    pinned: ArticleRow, on canvas: inout Canvas, in area: Rect, isFocused: Bool
  ) -> Rect {
    var rest = area
    if state.pinnedLines > 1 {
      drawHeading("outside filter", role: .warning, on: &canvas, row: area.row, in: area)
      rest.row += 1
      rest.size.rows -= 1
    }
    guard state.pinnedLines > 0 else { return rest }
    draw(pinned, on: &canvas, row: rest.row, in: area, isSelected: true, isFocused: isFocused)
    rest.row += 1
    rest.size.rows -= 1
    return rest
  }

  private func heading(_ match: DateMatch, _ lines: ListLines) -> String {
    let count = lines.size(of: match)
    switch match {
    case .certain: return "in \(state.query.window?.label ?? "all") · \(count)"
    case .possible: return "possibly · \(count)"
    case .undated: return "undated · \(count)"
    }
  }

  private func drawHeading(
    _ words: String, role: Role, on canvas: inout Canvas, row: Int, in area: Rect
  ) {
    let used = canvas.write(
      words, row: row, column: area.column + 1, clippedTo: area, role: role)
    let begin = area.column + 1 + used + 1
    if begin < area.columns.upperBound {
      canvas.drawRule(row: row, columns: begin..<area.columns.upperBound)
    }
  }

  private func draw(
    _ article: ArticleRow, on canvas: inout Canvas, row: Int, in area: Rect, isSelected: Bool,
    isFocused: Bool
  ) {
    var end = area.columns.upperBound
    if area.size.columns >= 30, article.statements > 0 {
      let count =
        state.query.filter.asksAboutStatements
        ? "\(article.matchingStatements)/\(article.statements)" : "\(article.statements)"
      end =
        canvas.writeRightAligned(
          count, row: row, endingBefore: end - 1, clippedTo: area, role: .faint) - 1
    }
    var column = area.column + 1
    if area.size.columns >= 22 {
      // The group's heading says that it is undated.
      if article.edtf != nil {
        canvas.write(shortDate(article.edtf), row: row, column: column, clippedTo: area)
      }
      column += 11
    }
    let room = Rect(row: row, column: column, columns: end - column, rows: 1)
    canvas.write(
      title(article), row: row, column: column, clippedTo: room)
    if isSelected {
      canvas.place(
        "▌", columns: 1, row: row, column: area.column,
        role: isFocused ? .gutterSelected : .gutter)
      canvas.add(
        isFocused ? .selected : .selectedElsewhere,
        in: Rect(row: row, column: area.column + 1, columns: area.size.columns - 1, rows: 1))
      if isFocused { canvas.cursor = .init(row: row, column: area.column) }
    }
  }

  /// The title with the words that are searched for marked; without a headline it is pale.
  private func title(_ article: ArticleRow) -> StyledLine {
    let role: Role = article.hasTitle ? .text : .faint
    guard let search = state.search else { return StyledLine(article.title, role: role) }
    return marked(article.title, search.query, role: role)
  }

  private func drawEmpty(on canvas: inout Canvas, in area: Rect) {
    func key(_ command: Command) -> String { state.keymap.name(of: command, in: .list) ?? "" }
    var lines: [StyledLine] = []
    if state.summary?.articles == 0, state.progress != nil {
      lines = [
        StyledLine("The archive is being read.", role: .title),
        StyledLine("The first articles appear in a moment.", role: .faint),
      ]
    } else if state.summary?.articles == 0 {
      lines = [StyledLine("No articles here.", role: .title)]
      if let count = state.summary?.diagnostics, count > 0 {
        lines.append(
          StyledLine([
            .init(key(.problems), role: .key),
            .init(" shows \(counted(count, "problem"))", role: .faint),
          ]))
      }
    } else {
      lines = [
        StyledLine("Nothing matches.", role: .title),
        StyledLine([.init(key(.back), role: .key), .init(" goes back", role: .faint)]),
      ]
      if state.query.window != nil {
        lines.append(
          StyledLine([.init(key(.clearDate), role: .key), .init(" shows all dates", role: .faint)]))
      }
      lines.append(
        StyledLine([
          .init(key(.clearFilters), role: .key), .init(" clears all filters", role: .faint),
        ]))
    }
    let top = area.row + (area.size.rows > lines.count + 2 ? 1 : 0)
    for (index, line) in lines.enumerated() where top + index < area.rows.upperBound {
      canvas.write(line, row: top + index, column: area.column + 2, clippedTo: area)
    }
  }
}

/// A line with the words that are searched for flagged.
func marked(_ text: String, _ query: TextQuery, role: Role) -> StyledLine {
  let utf8 = Array(text.utf8)
  var line = StyledLine()
  var offset = 0
  func part(_ begin: Int, _ end: Int) -> String {
    String(decoding: utf8[begin..<end], as: UTF8.self)
  }
  for span in query.highlights(in: SearchWords(utf8)) {
    line.append(part(offset, span.begin), role: role)
    line.append(part(span.begin, span.end), role: role, flags: .match)
    offset = span.end
  }
  line.append(part(offset, utf8.count), role: role)
  return line
}

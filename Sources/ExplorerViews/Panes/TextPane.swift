import CorpusStore
import Explorer
import ScreenModel
import TextModel
import Typesetting

/// The article with its statements: quotes, speakers and cues told apart, a bar beside each statement,
/// the selected one unmistakable.
struct TextPane: PaneView {
  let state: ExplorerState

  var title: StyledLine {
    guard let row = state.reading.loaded?.row else { return StyledLine("Text", role: .title) }
    return StyledLine(row.hasTitle ? row.title : row.document, role: .title)
  }

  var trailing: StyledLine {
    guard let date = state.reading.loaded?.analysed.article.date else { return StyledLine() }
    guard let edtf = date.edtf else { return StyledLine("undated", role: .dateUncertain) }
    var line = StyledLine(
      isTight(edtf) ? shortDate(edtf).runs.map(\.text).joined() : longDate(edtf),
      role: date.basis == .inferred ? .dateUncertain : .date)
    if let basis = date.basis { line.append(" \(basis.rawValue)", role: .faint) }
    return line
  }

  /// Whether a long date would cost the headline its room; the explanation has it in full.
  private func isTight(_ edtf: EDTF) -> Bool {
    let room = state.layout.content(of: .text)?.size.columns ?? 0
    return longDate(edtf).utf8.count > 16 && title.columns + longDate(edtf).utf8.count + 16 > room
  }

  var scroll: (first: Int, total: Int) {
    guard let text = state.reading.layout else { return (0, 0) }
    return (text.row(containing: state.reading.top), text.rows.count)
  }

  func draw(on canvas: inout Canvas, in area: Rect, isFocused: Bool) {
    if isFocused { canvas.cursor = .init(row: area.row, column: area.column) }
    if let problem = state.reading.problem {
      canvas.write(
        "This article cannot be shown.", row: area.row, column: area.column + 1, clippedTo: area,
        role: .error)
      canvas.write(problem.message, row: area.row + 1, column: area.column + 1, clippedTo: area)
      return
    }
    guard let text = state.reading.layout, let loaded = state.reading.loaded else {
      if state.list.counts != nil, state.list.count == 0 { drawNothing(on: &canvas, in: area) }
      return
    }
    guard !text.rows.isEmpty else {
      canvas.write(
        "This article is empty.", row: area.row, column: area.column + 1, clippedTo: area,
        role: .faint)
      return
    }
    let gutter = min(ScreenLayout.gutterColumns, max(0, area.size.columns - 2))
    let top = text.row(containing: state.reading.top)
    text.draw(
      on: &canvas, in: area, firstRow: top, roles: roles(loaded), gutterColumns: gutter,
      gutter: bars(loaded))
    if isFocused { placeCursor(text, top, gutter, on: &canvas, in: area) }
  }

  /// What to do when there is nothing to read.
  private func drawNothing(on canvas: inout Canvas, in area: Rect) {
    let lines =
      state.summary?.articles == 0 && state.progress != nil
      ? []
      : state.summary?.articles == 0
        ? [
          "In a folder, files ending in .txt",
          "or .text are read; --include '*.md'",
          "adds others. A file named by itself",
          "always is.",
        ] : ["No article is selected."]
    for (row, line) in zip(area.rows, lines) {
      canvas.write(line, row: row, column: area.column + 2, clippedTo: area, role: .faint)
    }
  }

  private func roles(_ loaded: Reading) -> RoleMap {
    var roles = RoleMap()
    let article = loaded.analysed.article
    for evidence in article.date.evidence { roles.add(evidence, role: .date) }
    for statement in loaded.analysed.statements {
      let isSelected = statement.ordinal == state.reading.statement
      let flags: Cell.Flags = isSelected ? .selectedElsewhere : []
      let lift = isSelected ? 10 : 0
      roles.add(statement.frame, role: .frame, priority: 1 + lift)
      roles.add(statement.quote, role: isSelected ? .quoteSelected : .quote, priority: 2 + lift)
      roles.add(statement.addressee, role: .addressee, flags: flags, priority: 3 + lift)
      roles.add(statement.speaker, role: .speaker, flags: flags, priority: 4 + lift)
      roles.add(statement.cue, role: .cue, flags: flags, priority: 4 + lift)
      if isSelected {
        for stance in statement.stances {
          roles.add(stance.evidence, role: .evidence, priority: 3 + lift)
        }
      }
    }
    for (index, match) in state.reading.matches.enumerated() {
      roles.add(
        match, role: nil,
        flags: index == state.reading.match ? [.match, .selectedElsewhere] : .match)
    }
    return roles
  }

  private func bars(_ loaded: Reading) -> GutterMap {
    var bars = GutterMap()
    let marks = state.marks.filter { $0.document == loaded.analysed.article.document }
    for mark in marks {
      guard let begin = mark.statement(among: loaded.analysed.statements)?.quote.first?.begin else {
        continue
      }
      bars.add(TextSpan(begin, begin + 1), glyph: "⚑", role: .key, priority: 3)
    }
    for statement in loaded.analysed.statements {
      let isSelected = statement.ordinal == state.reading.statement
      // A broken bar beside what the filter leaves out.
      let isOutside =
        state.query.filter.asksAboutStatements && !loaded.inside.contains(statement.ordinal)
      for span in statement.quote {
        bars.add(
          span, glyph: isSelected ? "▌" : isOutside ? "┆" : "┃",
          role: isSelected ? .gutterSelected : isOutside ? .faint : .gutter,
          priority: isSelected ? 2 : isOutside ? 0 : 1)
      }
    }
    return bars
  }

  /// The cursor rests on the selected statement's first visible word, else on the match, else at the top.
  private func placeCursor(
    _ text: WrappedText, _ top: Int, _ gutter: Int, on canvas: inout Canvas, in area: Rect
  ) {
    let match = state.reading.match.map { state.reading.matches[$0] }
    guard let target = state.reading.selectedStatement?.quote.first ?? match else { return }
    let row = max(top, text.row(containing: target.begin))
    guard row < top + area.size.rows, text.rows(showing: target).contains(row) else { return }
    let offset = max(target.begin, text.rows[row].span.begin)
    let column = area.column + gutter + text.column(of: offset, inRow: row)
    canvas.cursor = .init(
      row: area.row + row - top, column: min(column, area.columns.upperBound - 1))
  }
}

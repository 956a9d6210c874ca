import CorpusStore
import Explorer
import ScreenModel
import TextModel

/// The line below the panes: what is filtered, what is selected and why one is here.
struct StatusLine {
  let state: ExplorerState

  func draw(on canvas: inout Canvas, in area: Rect) {
    canvas.fill(area, with: Cell(" ", role: .statusLine))
    if let message = state.message {
      canvas.write(
        " " + message.text, row: area.row, column: area.column, clippedTo: area,
        role: message.kind == .warning ? .warning : .prompt)
      return
    }
    var end = area.columns.upperBound
    if let key = signpost(isWide: area.size.columns >= 40) {
      end = canvas.writeRightAligned(key, row: area.row, endingBefore: end, clippedTo: area) - 1
    }
    let room = end - area.column - 1
    // What does not fit is said in fewer words, then left out from the least important on.
    var kept = segments
    while joined(kept).columns > room,
      let worst = kept.indices.filter({ kept[$0].short != nil }).max(by: {
        kept[$0].rank < kept[$1].rank
      })
    {
      kept[worst] = Segment(rank: kept[worst].rank, line: kept[worst].short ?? StyledLine())
      if kept[worst].line.isEmpty { kept.remove(at: worst) }
    }
    while kept.count > 1, joined(kept).columns > room,
      let worst = kept.indices.max(by: { kept[$0].rank < kept[$1].rank })
    {
      kept.remove(at: worst)
    }
    canvas.write(
      joined(kept), row: area.row, column: area.column + 1,
      clippedTo: Rect(
        row: area.row, column: area.column, columns: max(0, end - area.column), rows: 1))
  }

  /// At the right: the way to the help, or out of a view where there is no line of hints to name it.
  private func signpost(isWide: Bool) -> StyledLine? {
    let closes = !state.overlays.isEmpty && state.layout.hints == nil
    guard closes || isWide else { return nil }
    var line =
      closes
      ? StyledLine(state.keymap.name(of: .close, in: state.context) ?? "Esc", role: .key)
      : StyledLine(state.keymap.name(of: .help, in: .list) ?? "?", role: .key)
    if isWide { line.append(closes ? " close " : " help ", role: .faint) }
    return line
  }

  /// A part of the line; the smaller its rank the longer it stays.
  private struct Segment {
    var rank: Int
    var line: StyledLine
    /// The same in fewer words.
    var short: StyledLine?
  }

  private func joined(_ segments: [Segment]) -> StyledLine {
    var line = StyledLine()
    for (index, segment) in segments.enumerated() {
      if index > 0 { line.append(" · ", role: .faint) }
      line.append(segment.line)
    }
    return line
  }

  private var segments: [Segment] {
    var segments: [Segment] = []
    func add(_ rank: Int, _ line: StyledLine?, short: StyledLine? = nil) {
      if let line { segments.append(Segment(rank: rank, line: line, short: short)) }
    }
    add(0, progress)
    let arrival = state.arrival.flatMap { $0.ref == state.reading.selectedRef ? $0 : nil }
    if state.list.pinned != nil { add(1, StyledLine("outside filter", role: .warning)) }
    if let arrival {
      add(0, StyledLine("related \(arrival.reason)", role: .prompt))
      add(2, backHint)
    } else {
      add(3, window, short: state.query.window == nil ? StyledLine() : nil)
      add(2, counts(of: "article"), short: counts(of: ""))
    }
    add(4, search)
    add(arrival == nil ? 0 : 5, statement)
    // The sidebar shows it better, where there is one.
    if arrival == nil, !state.layout.isVisible(.sidebar) { add(1, stances) }
    if arrival == nil { add(5, related) }
    add(6, problems)
    return segments
  }

  private var progress: StyledLine? {
    state.progress.map { StyledLine($0.sentence, role: .prompt) }
  }

  private var backHint: StyledLine? {
    state.keymap.name(of: .back, in: .text).map {
      StyledLine([.init($0, role: .key), .init(" back", role: .faint)])
    }
  }

  private var window: StyledLine? {
    guard let window = state.query.window else { return StyledLine("all dates", role: .faint) }
    var line = StyledLine("date ", role: .faint)
    line.append(window.label, role: .date)
    if let unit = window.unit { line.append(" (\(unit.name))", role: .faint) }
    return line
  }

  private func counts(of noun: String) -> StyledLine? {
    guard let counts = state.list.counts, let summary = state.summary, summary.articles > 0 else {
      return nil
    }
    if state.query.filter.isEmpty, state.list.pinned == nil {
      let place = state.list.count == 0 ? 0 : state.list.cursor + 1
      return StyledLine((noun.isEmpty ? "" : noun + " ") + "\(place)/\(summary.articles)")
    }
    let all = noun.isEmpty ? "\(summary.articles)" : counted(summary.articles, noun)
    var text = "\(counts.certain) of \(all)"
    if counts.possible > 0 { text += ", \(counts.possible) possible" }
    if counts.undated > 0 { text += ", \(counts.undated) undated" }
    return StyledLine(text)
  }

  private var search: StyledLine? {
    guard let search = state.search else { return nil }
    var line = StyledLine("/", role: .key)
    line.append(search.text + (search.isBegun ? "…" : ""))
    if let match = state.reading.match {
      line.append(" \(match + 1)/\(state.reading.matches.count)")
    }
    return line
  }

  private var statement: StyledLine? {
    guard let loaded = state.reading.loaded else { return nil }
    let all = loaded.analysed.statements.count
    guard let statement = state.reading.selectedStatement else {
      // Beside the counts of a filter it must be clear that these are the article's.
      let place = state.query.filter.isEmpty ? "" : " here"
      return StyledLine(
        (all == 0 ? "no statements" : counted(all, "statement")) + place, role: .faint)
    }
    var line = StyledLine("statement ", role: .faint)
    line.append("\(statement.ordinal)/\(all) ")
    line.append("\(statement.type.rawValue) · ", role: .faint)
    let text = loaded.analysed.article.text
    let names = statement.actors.map { loaded.actorNames[$0] ?? $0.rawValue }
    let words = text.joined(statement.speaker)
    line.append(
      names.isEmpty ? (words.isEmpty ? "unknown speaker" : words) : names.joined(separator: ", "),
      role: .speaker)
    if !statement.cue.isEmpty {
      line.append(", “\(text.joined(statement.cue))”", role: .faint)
    }
    return line
  }

  private var stances: StyledLine? {
    guard let statement = state.reading.selectedStatement, !statement.stances.isEmpty else {
      return nil
    }
    var line = StyledLine()
    for (index, stance) in statement.stances.prefix(2).enumerated() {
      if index > 0 { line.append("  ") }
      line.append(stance.polarity.sign + " ", role: stance.polarity.role)
      line.append(state.conceptLabels[stance.concept] ?? stance.concept.rawValue, role: .concept)
    }
    return line
  }

  private var related: StyledLine? {
    guard let related = state.related, related.ref == state.reading.selectedRef else { return nil }
    if related.entries.isEmpty { return StyledLine("nothing related", role: .faint) }
    var line = StyledLine(state.keymap.name(of: .nextRelated, in: .text) ?? ".", role: .key)
    let count = related.entries.count
    line.append(
      " related \(related.hasMore ? "the best " : "")\(count)", role: .faint)
    let contradictions = related.entries.count { $0.relation.kinds.contains(.opposing) }
    if contradictions > 0 {
      line.append(" · ", role: .faint)
      line.append(state.keymap.name(of: .nextContradiction, in: .text) ?? "!", role: .key)
      line.append(" contradict \(contradictions)", role: .faint)
    }
    return line
  }

  private var problems: StyledLine? {
    guard let count = state.summary?.diagnostics, count > 0 else { return nil }
    var line = StyledLine(state.keymap.name(of: .problems, in: .list) ?? "w", role: .key)
    line.append(" \(counted(count, "problem"))", role: .warning)
    return line
  }
}

import CorpusStore
import TextModel
import Typesetting

extension ExplorerState {
  mutating func scrollText(_ command: Command) {
    guard let text = reading.layout else { return }
    guard let movement = Movement(command, page: layout.rows(of: .text), overlap: 2) else { return }
    let row = text.row(containing: reading.top)
    scrollText(to: movement.target(from: row, count: text.rows.count))
  }

  /// Makes a row the first visible one, as far as the text reaches.
  mutating func scrollText(to row: Int) {
    guard let text = reading.layout, !text.rows.isEmpty else { return }
    let last = max(0, text.rows.count - max(1, layout.rows(of: .text)))
    let row = min(max(0, row), last)
    reading.top = row == 0 ? 0 : text.rows[row].span.begin
  }

  /// Sets the text for the pane's width; the first visible row stays the one with the same words.
  mutating func fitText(_ layout: ScreenLayout) {
    guard let loaded = reading.loaded else { return }
    let columns = layout.textColumns
    let isSet = reading.layoutColumns == columns || columns == 0
    if !isSet {
      reading.layout = articleLayout(loaded.analysed.article, columns: columns)
      reading.layoutColumns = columns
    }
    let height = layout.rows(of: .text)
    if let owed = reading.owed {
      show(owed)
    } else if !isSet || (height > 0 && height != reading.layoutRows), reading.showsStatement {
      // A selected statement that was in view stays there, whatever becomes of the screen.
      showStatement()
    }
    if height > 0 { reading.layoutRows = height }
    defer {
      if layout.isVisible(.text) {
        reading.showsStatement = reading.selectedStatement.map(isVisible) ?? false
      }
    }
    guard let text = reading.layout, layout.isVisible(.text), !text.rows.isEmpty else { return }
    let last = max(0, text.rows.count - max(1, layout.rows(of: .text)))
    if text.row(containing: reading.top) > last { reading.top = text.rows[last].span.begin }
  }

  /// All of the text that a statement takes: quote, frame, speaker, cue.
  public static func hull(of statement: Statement) -> TextSpan? {
    (statement.quote + statement.frame + statement.speaker + statement.cue).hull
  }

  /// Whether any row of the statement's quote is in view.
  func isVisible(_ statement: Statement) -> Bool {
    guard let text = reading.layout, let span = statement.quote.hull else { return false }
    let top = text.row(containing: reading.top)
    return text.rows(showing: span).overlaps(top..<top + max(1, layout.rows(of: .text)))
  }

  /// Scrolls so that the selected statement is in view, with some text before it.
  mutating func showStatement() {
    guard let statement = reading.selectedStatement, let span = statement.quote.hull else { return }
    show(span)
  }

  /// Scrolls so that a part of the text is in view; once there is a pane to scroll, if there is none now.
  mutating func show(_ span: TextSpan) {
    reading.owed = span
    guard layout.isVisible(.text), reading.layoutColumns == layout.textColumns,
      let text = reading.layout, !text.rows.isEmpty
    else { return }
    reading.owed = nil
    let height = max(1, layout.rows(of: .text))
    let top = text.row(containing: reading.top)
    let wanted = text.rows(showing: span)
    if wanted.lowerBound >= top, wanted.upperBound <= top + height { return }
    // From the top when that shows it too, so that the headline stays in view.
    scrollText(to: wanted.upperBound <= height ? 0 : max(0, wanted.lowerBound - height / 4))
  }

  mutating func receive(_ answer: Reading) {
    guard answer.key == list.selected else { return }
    let isOther = reading.loaded?.key != answer.key
    if isOther {
      reading = ReadingState()
      related = nil
    }
    reading.loaded = answer
    reading.problem = nil
    conceptLabels.merge(answer.conceptLabels) { _, new in new }
    if listedFilter == query.filter {
      if let position = answer.position {
        list.cursor = position
        list.pinned = nil
      } else {
        list.pinned = answer.row
      }
    }
    fitText(layout)
    if isOther { findMatches() }
    if let destination, destination.article == answer.key { arrive(at: destination) }
  }

  mutating func receive(unreadable article: ArticleKey, _ diagnostic: Diagnostic) {
    guard article == list.selected else { return }
    reading = ReadingState()
    reading.problem = diagnostic
    related = nil
    destination = nil
    queuedSteps = 0
  }
}

import ScreenModel
import TextModel

/// A text broken into rows of so many columns that remember which bytes they show.
///
/// Lines are broken at blanks and after hyphens and slashes inside words; a word longer than a row is
/// broken where the row ends. Blanks at which a line is broken belong to the row before and are not
/// shown. Nothing of a paragraph is lost: its rows follow one another without a gap.
public struct WrappedText: Sendable {
  /// One row of the set text.
  public struct Row: Hashable, Sendable {
    /// The bytes it stands for, blanks at its end included. Empty rows between paragraphs have the empty
    /// span at the end of the text before them.
    public var span: TextSpan
    /// End of what is shown: the span without blanks at its end.
    public var shownEnd: Int
    /// Which paragraph it belongs to; nil for empty rows between two.
    public var paragraph: Int?
    /// Whether it begins a paragraph.
    public var isFirst: Bool

    /// The bytes that are shown.
    public var shown: TextSpan { TextSpan(span.begin, shownEnd) }
  }

  public let text: SourceText
  /// Ordered by their place in the text, disjoint.
  public let paragraphs: [Paragraph]
  /// Width of a row, indentation included.
  public let columns: Int
  public let rows: [Row]

  /// Breaks paragraphs into rows.
  ///
  /// - Parameters:
  ///   - paragraphs: ordered and disjoint; the lines of the whole text by default.
  ///   - columns: width of a row; taken as at least 2 beyond the indentation, since a wide character
  ///     needs as many.
  /// - Complexity: O(length of the paragraphs), whatever they contain.
  public init(_ text: SourceText, paragraphs: [Paragraph]? = nil, columns: Int) {
    let paragraphs = paragraphs ?? Paragraph.lines(of: text)
    self.text = text
    self.paragraphs = paragraphs
    self.columns = max(2, columns)
    var rows: [Row] = []
    var end = paragraphs.first?.span.begin ?? 0
    for (index, paragraph) in paragraphs.enumerated() {
      precondition(paragraph.span.begin >= end, "paragraphs are out of order or overlap")
      for _ in 0..<paragraph.blankRowsBefore {
        rows.append(Row(span: TextSpan(end, end), shownEnd: end, paragraph: nil, isFirst: false))
      }
      var breaker = LineBreaker(
        bytes: text.utf8, span: paragraph.span, columns: max(2, columns - paragraph.indent))
      var isFirst = true
      while let line = breaker.next() {
        rows.append(
          Row(span: line.span, shownEnd: line.shownEnd, paragraph: index, isFirst: isFirst))
        isFirst = false
      }
      end = paragraph.span.end
    }
    self.rows = rows
  }

  /// The row that shows the byte at an offset; the nearest before it when none does, the first row for
  /// what lies before all. 0 for a text without rows.
  ///
  /// - Complexity: O(log rows).
  public func row(containing utf8Offset: Int) -> Int {
    var low = 0
    var high = rows.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if rows[middle].span.begin <= utf8Offset { low = middle } else { high = middle }
    }
    return low
  }

  /// The rows that show any byte of a span; empty for a text without rows.
  public func rows(showing span: TextSpan) -> Range<Int> {
    guard !rows.isEmpty else { return 0..<0 }
    return row(containing: span.begin)..<row(containing: max(span.begin, span.end - 1)) + 1
  }

  /// The column in which the unit with a byte begins, indentation included.
  ///
  /// An offset in the blanks at the row's end gives the column after what is shown, at most the last
  /// column; offsets outside the row give its first column or the one after what is shown.
  ///
  /// - Complexity: O(length of the row).
  public func column(of utf8Offset: Int, inRow index: Int) -> Int {
    let row = rows[index]
    var column = indent(ofRow: index)
    var offset = row.span.begin
    while offset < row.shownEnd {
      let unit = DisplayText.unit(in: text.utf8, at: offset, before: row.shownEnd)
      if unit.end > utf8Offset { return column }
      column += unit.columns
      offset = unit.end
    }
    return min(column, columns - 1)
  }

  /// The offset of the unit in a column; the row's first for columns left of the text, the end of what
  /// is shown for columns right of it.
  ///
  /// - Complexity: O(length of the row).
  public func utf8Offset(atColumn column: Int, inRow index: Int) -> Int {
    let row = rows[index]
    var begin = indent(ofRow: index)
    var offset = row.span.begin
    while offset < row.shownEnd {
      let unit = DisplayText.unit(in: text.utf8, at: offset, before: row.shownEnd)
      begin += unit.columns
      if column < begin { return offset }
      offset = unit.end
    }
    return row.shownEnd
  }

  func indent(ofRow index: Int) -> Int {
    rows[index].paragraph.map { paragraphs[$0].indent } ?? 0
  }
}

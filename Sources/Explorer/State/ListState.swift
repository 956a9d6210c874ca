import CorpusStore

/// The list of articles: the window of rows that is known, and where the cursor is.
public struct ListState: Sendable {
  /// Nil until the first answer.
  public var counts: FilterCounts?
  /// Rows `first..<first + rows.count` of the filtered list.
  public var rows: [ArticleRow] = []
  public var first = 0
  /// The selected article; nil while its row is not known yet, and in an empty list.
  public var selected: ArticleKey?
  /// The row of the cursor; with a pinned article the row from which moving goes on.
  public var cursor = 0
  /// The selected article when it lies outside the filter.
  public var pinned: ArticleRow?
  /// First visible line, group headings included.
  public var top = 0

  /// A list that is not known yet.
  public init() {}

  /// Articles that pass the filter; 0 until that is known.
  public var count: Int { counts?.articles ?? 0 }

  /// A row, if it lies in the known window.
  public func row(_ index: Int) -> ArticleRow? {
    rows.indices.contains(index - first) ? rows[index - first] : nil
  }

  /// The row of the selected article, if it is known.
  public var selectedRow: ArticleRow? {
    if let pinned { return pinned }
    guard let row = row(cursor), row.key == selected else { return nil }
    return row
  }
}

/// Lines of the list: rows and, above the groups that need one, headings.
///
/// The list may hold 100,000 rows, so that lines are reckoned, never stored.
public struct ListLines: Sendable {
  /// What stands on a line.
  public enum Line: Hashable, Sendable {
    case heading(DateMatch)
    case row(Int)
  }

  private let counts: FilterCounts
  /// The groups that have rows, with the line of the first of them and whether a heading stands above.
  private let groups: [(match: DateMatch, firstRow: Int, count: Int, firstLine: Int, heading: Bool)]
  public let count: Int

  /// - Parameter hasWindow: with a window of time the certain articles get a heading too.
  public init(_ counts: FilterCounts, hasWindow: Bool) {
    self.counts = counts
    var groups: [(match: DateMatch, firstRow: Int, count: Int, firstLine: Int, heading: Bool)] = []
    var row = 0
    var line = 0
    for (match, size) in [
      (DateMatch.certain, counts.certain), (.possible, counts.possible),
      (.undated, counts.undated),
    ] where size > 0 {
      let heading = match != .certain || hasWindow
      groups.append((match, row, size, line, heading))
      row += size
      line += size + (heading ? 1 : 0)
    }
    self.groups = groups
    count = line
  }

  /// What stands on a line; nil beyond the end.
  public subscript(line: Int) -> Line? {
    guard let group = groups.last(where: { $0.firstLine <= line }), line < count else { return nil }
    if group.heading, line == group.firstLine { return .heading(group.match) }
    return .row(group.firstRow + line - group.firstLine - (group.heading ? 1 : 0))
  }

  /// The line of a row; the last line for rows beyond the end.
  public func line(ofRow row: Int) -> Int {
    guard let group = groups.last(where: { $0.firstRow <= row }) else { return 0 }
    return min(group.firstLine + (group.heading ? 1 : 0) + row - group.firstRow, max(0, count - 1))
  }

  /// How many rows a group has.
  public func size(of match: DateMatch) -> Int {
    switch match {
    case .certain: counts.certain
    case .possible: counts.possible
    case .undated: counts.undated
    }
  }

  /// Rows that are visible on some lines, as a range; empty when there is none.
  public func rows(onLines lines: Range<Int>) -> Range<Int> {
    var low = Int.max
    var high = Int.min
    for line in lines {
      if case .row(let row) = self[line] {
        low = min(low, row)
        high = max(high, row)
      }
    }
    return low <= high ? low..<high + 1 : 0..<0
  }
}

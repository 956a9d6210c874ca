import ScreenModel

/// Neighbouring cells of a row that look alike.
struct StyleRun {
  var column: Int
  var columns: Int
  var text: String
  var style: Style

  /// Whether nothing of it can be seen.
  var isInvisible: Bool {
    !style.reverse && !style.underline && text.utf8.allSatisfy { $0 == 0x20 }
  }

  /// The runs of a row from left to right, blanks included; `splits` says of a grapheme that it must be a
  /// run of its own.
  static func runs(
    of canvas: Canvas, row: Int, theme: Theme, splits: (String) -> Bool = { _ in false }
  ) -> [StyleRun] {
    var runs: [StyleRun] = []
    var lastIsOwn = false
    for (column, cell) in canvas.row(row).enumerated() {
      if cell.isContinuation, !runs.isEmpty {
        runs[runs.count - 1].columns += 1
        continue
      }
      let style = theme.style(of: cell)
      let isOwn = splits(cell.grapheme)
      if !isOwn, !lastIsOwn, let last = runs.last, last.style == style {
        runs[runs.count - 1].columns += 1
        runs[runs.count - 1].text += cell.grapheme
      } else {
        runs.append(StyleRun(column: column, columns: 1, text: cell.grapheme, style: style))
      }
      lastIsOwn = isOwn
    }
    return runs
  }
}

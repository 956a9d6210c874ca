import ScreenModel

extension Canvas {
  /// The screen with colours and attributes as ECMA-48 sequences (SGR), for a terminal or `less -R`.
  ///
  /// Each row begins and ends with the terminal's own look and is ended by a line feed.
  public func ansiText(theme: Theme) -> String {
    var result = ""
    for row in 0..<size.rows {
      var runs = StyleRun.runs(of: self, row: row, theme: theme)
      while let last = runs.last, last.isInvisible { runs.removeLast() }
      var isPlain = true
      for run in runs {
        if run.style == Style() {
          result += isPlain ? run.text : "\u{1B}[m" + run.text
          isPlain = true
        } else {
          result += "\u{1B}[\(run.style.sgrParameters)m" + run.text
          isPlain = false
        }
      }
      result += isPlain ? "\n" : "\u{1B}[m\n"
    }
    return result
  }
}

extension Style {
  /// Parameters that set this look whatever was set before.
  var sgrParameters: String {
    var parameters = ["0"]
    if bold { parameters.append("1") }
    if dim { parameters.append("2") }
    if underline { parameters.append("4") }
    if reverse { parameters.append("7") }
    switch foreground {
    case nil: break
    case .some(let index) where index < 8: parameters.append(String(30 + Int(index)))
    case .some(let index) where index < 16: parameters.append(String(82 + Int(index)))
    case .some(let index): parameters.append("38;5;\(index)")
    }
    return parameters.joined(separator: ";")
  }
}

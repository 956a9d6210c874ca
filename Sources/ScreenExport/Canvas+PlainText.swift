import ScreenModel

extension Canvas {
  /// The glyphs of each row without blanks at its end; roles and looks are lost.
  public func plainRows() -> [String] {
    (0..<size.rows).map { row in
      var text = ""
      var blanks = 0
      for cell in self.row(row) where !cell.isContinuation {
        if cell.grapheme == " " {
          blanks += 1
        } else {
          text += String(repeating: " ", count: blanks) + cell.grapheme
          blanks = 0
        }
      }
      return text
    }
  }

  /// The screen as text, each row ended by a line feed.
  public func plainText() -> String {
    plainRows().map { $0 + "\n" }.joined()
  }
}

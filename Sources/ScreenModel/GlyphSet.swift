/// Which pictures a terminal has for lines, blocks and marks.
///
/// Views draw with `unicode`; the presenter replaces cell by cell at the last moment, so that a screen
/// is the same value on every terminal.
public enum GlyphSet: Sendable, CaseIterable {
  /// Rounded corners and eighths of blocks.
  case unicode
  /// What the font of the Linux console holds: square corners, half blocks.
  case console
  /// ASCII only, for terminals older than Unicode.
  case ascii

  /// What stands for a grapheme that the interface draws with; text of the archive is left alone.
  ///
  /// - Returns: a grapheme of the same width, one column.
  public func glyph(for grapheme: String) -> String {
    switch self {
    case .unicode: grapheme
    case .console: Self.consoleGlyphs[grapheme] ?? grapheme
    case .ascii: Self.asciiGlyphs[grapheme] ?? grapheme
    }
  }

  private static let consoleGlyphs: [String: String] = [
    "╭": "┌", "╮": "┐", "╰": "└", "╯": "┘", "┃": "│", "━": "─", "▎": "▌", "▏": "▌",
    "▁": "_", "▂": "_", "▃": "▄", "▅": "▄", "▆": "█", "▇": "█", "▸": ">", "▾": "v", "◂": "<",
    "●": "*", "○": "o", "◆": "*", "◇": "o", "±": "±", "−": "-", "⚑": "!", "✓": "x", "…": "…",
    "↑": "^", "↓": "v", "←": "<", "→": ">", "⏎": ">", "�": "?",
  ]

  private static let asciiGlyphs: [String: String] = [
    "╭": "+", "╮": "+", "╰": "+", "╯": "+", "┌": "+", "┐": "+", "└": "+", "┘": "+", "├": "+",
    "┤": "+", "┬": "+", "┴": "+", "┼": "+", "─": "-", "━": "-", "│": "|", "┃": "#", "┆": ":",
    "┊": ":", "▌": "|", "▎": "|", "▏": "|", "▐": "|", "▁": "_", "▂": "_", "▃": ".", "▄": "o",
    "▅": "o", "▆": "O", "▇": "#", "█": "#", "░": ".", "▒": ":", "▓": "#", "▸": ">", "▾": "v",
    "◂": "<", "▶": ">", "◀": "<", "▲": "^", "▼": "v", "●": "*", "○": "o", "◆": "*", "◇": "o",
    "•": "*", "·": "-", "…": "~", "−": "-", "–": "-", "—": "-", "±": "~", "✓": "x", "⚑": "!",
    "↑": "^", "↓": "v", "←": "<", "→": ">", "⏎": ">", "×": "x", "�": "?",
    "␛": "?", "␀": "?",
  ]
}

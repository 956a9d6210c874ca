import CNcurses
import ScreenModel

/// Puts cells into ncurses' own picture of the screen.
struct CellPainter {
  let theme: Theme
  let glyphs: GlyphSet
  /// Pairs of a foreground colour and the terminal's own background, numbered as they come into use.
  private var pairs: [UInt8: Int32] = [:]
  /// Attributes and pair of each role and flags, found once.
  private var looks: [Look?] = Array(repeating: nil, count: 256 * 8)

  private struct Look {
    var attributes: attr_t
    var pair: Int32
  }

  init(theme: Theme, glyphs: GlyphSet) {
    self.theme = theme
    self.glyphs = glyphs
  }

  /// Hands the canvas row by row to a window, from its upper left corner; what does not fit is left out.
  mutating func paint(_ canvas: Canvas, on window: UnsafeMutablePointer<WINDOW>?) {
    let rows = min(canvas.size.rows, Int(getmaxy(window)))
    let columns = min(canvas.size.columns, Int(getmaxx(window)))
    var line: [cchar_t] = []
    line.reserveCapacity(columns)
    for row in 0..<rows {
      line.removeAll(keepingCapacity: true)
      var filled = 0
      for column in 0..<columns {
        let cell = canvas[row, column]
        // A wide grapheme brings its second column along; half of one alone is a blank.
        if cell.isContinuation, filled > column { continue }
        let isCut = filled + 2 > columns && canvas[row, column + 1].isContinuation
        line.append(painted(cell, isBlank: isCut || cell.isContinuation))
        filled = column + 1
        if !isCut, column + 1 < canvas.size.columns, canvas[row, column + 1].isContinuation {
          filled += 1
        }
      }
      wmove(window, Int32(row), 0)
      wadd_wchnstr(window, line, Int32(line.count))
    }
  }

  private mutating func painted(_ cell: Cell, isBlank: Bool) -> cchar_t {
    let look = look(for: cell)
    var pair = look.pair
    var characters: (wchar_t, wchar_t, wchar_t, wchar_t, wchar_t, wchar_t) = (0x20, 0, 0, 0, 0, 0)
    if !isBlank {
      withUnsafeMutableBytes(of: &characters) { bytes in
        let places = bytes.bindMemory(to: wchar_t.self)
        for (index, scalar) in glyphs.glyph(for: cell.grapheme).unicodeScalars.prefix(5)
          .enumerated()
        {
          // Views sanitise; this is the last gate before the terminal.
          let isSafe = CellWidth.columns(of: scalar) != nil
          places[index] = wchar_t(bitPattern: isSafe ? scalar.value : 0xFFFD)
        }
      }
    }
    var result = cchar_t()
    withUnsafeBytes(of: &characters) { bytes in
      _ = setcchar(
        &result, bytes.bindMemory(to: wchar_t.self).baseAddress, look.attributes, 0, &pair)
    }
    return result
  }

  private mutating func look(for cell: Cell) -> Look {
    let index = Int(cell.role.rawValue) << 3 | Int(cell.flags.rawValue & 7)
    if let known = looks[index] { return known }
    let style = theme.style(of: cell)
    var attributes: attr_t = 0
    if style.bold { attributes |= sp_bold() }
    if style.dim { attributes |= sp_dim() }
    if style.underline { attributes |= sp_underline() }
    if style.reverse { attributes |= sp_reverse() }
    let look = Look(attributes: attributes, pair: style.foreground.map { pair(for: $0) } ?? 0)
    looks[index] = look
    return look
  }

  private mutating func pair(for foreground: UInt8) -> Int32 {
    if let known = pairs[foreground] { return known }
    let number = Int32(pairs.count + 1)
    guard number < sp_colour_pairs(), init_extended_pair(number, Int32(foreground), -1) == OK else {
      return 0
    }
    pairs[foreground] = number
    return number
  }
}

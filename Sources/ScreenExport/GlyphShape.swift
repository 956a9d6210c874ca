/// Lines and blocks as paths that fill their cell exactly, which glyphs of a font do not.
struct GlyphShape {
  var path: String
  var isFilled: Bool
  var strokeWidth = 1
  /// Share of the ink, for shades.
  var opacity = 1.0

  /// The shape of a grapheme in a cell whose upper left corner is (x, y); nil for what a font draws.
  static func path(for grapheme: String, x: Int, y: Int, width: Int, height: Int) -> GlyphShape? {
    // The middle of the cell on half pixels, so that a line of one pixel is one pixel.
    let middle = "\(x + width / 2).5"
    let centre = "\(y + height / 2).5"
    let right = x + width
    let bottom = y + height
    func line(_ path: String, width: Int = 1) -> GlyphShape {
      GlyphShape(path: path, isFilled: false, strokeWidth: width)
    }
    func block(_ left: Int, _ top: Int, _ width: Int, _ height: Int) -> GlyphShape {
      GlyphShape(path: "M\(left) \(top)h\(width)v\(height)h-\(width)z", isFilled: true)
    }
    let toRight = "M\(middle) \(centre)H\(right)"
    let toLeft = "M\(middle) \(centre)H\(x)"
    let down = "M\(middle) \(centre)V\(bottom)"
    let up = "M\(middle) \(centre)V\(y)"
    switch grapheme {
    case "─": return line("M\(x) \(centre)H\(right)")
    case "━": return line("M\(x) \(centre)H\(right)", width: 3)
    case "│": return line("M\(middle) \(y)V\(bottom)")
    case "┃": return line("M\(middle) \(y)V\(bottom)", width: 3)
    case "╭": return line("M\(middle) \(bottom)Q\(middle) \(centre) \(right) \(centre)")
    case "╮": return line("M\(x) \(centre)Q\(middle) \(centre) \(middle) \(bottom)")
    case "╰": return line("M\(middle) \(y)Q\(middle) \(centre) \(right) \(centre)")
    case "╯": return line("M\(x) \(centre)Q\(middle) \(centre) \(middle) \(y)")
    case "┌": return line(toRight + down)
    case "┐": return line(toLeft + down)
    case "└": return line(toRight + up)
    case "┘": return line(toLeft + up)
    case "├": return line(toRight + up + down)
    case "┤": return line(toLeft + up + down)
    case "┬": return line(toLeft + toRight + down)
    case "┴": return line(toLeft + toRight + up)
    case "┼": return line(toLeft + toRight + up + down)
    case "▌": return block(x, y, (width + 1) / 2, height)
    case "▐": return block(x + width / 2, y, width - width / 2, height)
    case "▎": return block(x, y, 2, height)
    case "▏": return block(x, y, 1, height)
    case "█": return block(x, y, width, height)
    case "░", "▒", "▓":
      var shade = block(x, y, width, height)
      shade.opacity = grapheme == "░" ? 0.3 : grapheme == "▒" ? 0.5 : 0.7
      return shade
    default:
      guard let eighths = ["▁", "▂", "▃", "▄", "▅", "▆", "▇"].firstIndex(of: grapheme) else {
        return nil
      }
      let filled = max(1, (eighths + 1) * height / 8)
      return block(x, bottom - filled, width, filled)
    }
  }
}

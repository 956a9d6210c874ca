import ScreenModel

extension Canvas {
  /// The screen as a picture: an SVG document.
  ///
  /// Text stands in `<text>` elements with position and length, so that every browser puts each column in
  /// its place whatever font it has; lines and blocks are drawn, so that borders have no gaps.
  ///
  /// - Parameter title: what stands above the screen as in a window's frame; nil for no frame.
  public func svg(
    theme: Theme = Theme(depth: .many), palette: PicturePalette = .dark, title: String? = nil
  ) -> String {
    SVGWriter(canvas: self, theme: theme, palette: palette, title: title).document()
  }
}

/// Writes one picture. Lengths are whole or half pixels: a cell is 9 by 20 of them.
private struct SVGWriter {
  let canvas: Canvas
  let theme: Theme
  let palette: PicturePalette
  let title: String?

  private var top: Int { title == nil ? 12 : 44 }
  private let left = 14
  private let cellWidth = 9
  private let cellHeight = 20
  private let baseline = 15

  init(canvas: Canvas, theme: Theme, palette: PicturePalette, title: String?) {
    self.canvas = canvas
    self.theme = theme
    self.palette = palette
    self.title = title
  }

  func document() -> String {
    let width = canvas.size.columns * cellWidth + 2 * left
    let height = canvas.size.rows * cellHeight + top + 12
    var svg = """
      <svg xmlns="http://www.w3.org/2000/svg" width="\(width)" height="\(height)" \
      viewBox="0 0 \(width) \(height)">
      <style>text{font-family:"DejaVu Sans Mono","Liberation Mono",Menlo,Consolas,monospace;\
      font-size:15px;white-space:pre;fill:\(palette.foreground)}</style>
      <rect width="\(width)" height="\(height)" rx="8" fill="\(palette.background)"/>

      """
    if let title {
      svg += """
        <path d="M0 32V8a8 8 0 0 1 8-8H\(width - 8)a8 8 0 0 1 8 8V32z" fill="\(palette.frame)"/>
        <text x="\(width / 2)" y="21" text-anchor="middle" font-size="13">\(escaped(title))</text>

        """
    }
    for row in 0..<canvas.size.rows { svg += self.row(row) }
    return svg + "</svg>\n"
  }

  private func row(_ row: Int) -> String {
    let y = top + row * cellHeight
    var lines = ""
    let runs = StyleRun.runs(of: canvas, row: row, theme: theme) { needsOwnElement($0) }
    for run in runs where !run.isInvisible {
      let x = left + run.column * cellWidth
      let width = run.columns * cellWidth
      let own = run.style.foreground.map { palette.colour($0) } ?? palette.foreground
      if run.style.reverse {
        lines +=
          "<rect x=\"\(x)\" y=\"\(y)\" width=\"\(width)\" height=\"\(cellHeight)\" fill=\"\(own)\"/>\n"
      }
      let ink = run.style.reverse ? palette.background : own
      if let shape = GlyphShape.path(
        for: run.text, x: x, y: y, width: cellWidth, height: cellHeight)
      {
        let share = shape.opacity * (run.style.dim ? 0.6 : 1)
        let opacity = share < 1 ? " opacity=\"\(share)\"" : ""
        lines += "<path d=\"\(shape.path)\" "
        lines +=
          shape.isFilled
          ? "fill=\"\(ink)\"\(opacity)/>\n"
          : "fill=\"none\" stroke=\"\(ink)\" stroke-width=\"\(shape.strokeWidth)\"\(opacity)/>\n"
        continue
      }
      if run.style.underline {
        let line = y + baseline + 3
        lines += "<path d=\"M\(x) \(line).5h\(width)\" stroke=\"\(ink)\" fill=\"none\"/>\n"
      }
      lines += text(run, x: x, y: y + baseline, ink: ink)
    }
    return lines
  }

  private func text(_ run: StyleRun, x: Int, y: Int, ink: String) -> String {
    // Blanks at both ends are left out, so that the length fits what is seen.
    let characters = Array(run.text)
    let leading = characters.prefix { $0 == " " }.count
    guard leading < characters.count else { return "" }
    let trailing = characters.reversed().prefix { $0 == " " }.count
    let seen = String(characters[leading..<(characters.count - trailing)])
    let columns = run.columns - leading - trailing
    var attributes = "x=\"\(x + leading * cellWidth)\" y=\"\(y)\""
    attributes += " textLength=\"\(columns * cellWidth)\" lengthAdjust=\"spacingAndGlyphs\""
    if ink != palette.foreground { attributes += " style=\"fill:\(ink)\"" }
    if run.style.bold { attributes += " font-weight=\"bold\"" }
    if run.style.dim { attributes += " opacity=\"0.6\"" }
    return "<text xml:space=\"preserve\" \(attributes)>\(escaped(seen))</text>\n"
  }

  /// Whether a font may give the grapheme another width than a letter, or a shape is drawn for it.
  private func needsOwnElement(_ grapheme: String) -> Bool {
    guard let scalar = grapheme.unicodeScalars.first else { return false }
    switch scalar.value {
    case 0..<0x250, 0x2010...0x2026, 0x2039, 0x203A, 0x20AC: return false
    default: return true
    }
  }

  private func escaped(_ text: String) -> String {
    var result = ""
    for character in DisplayText.sanitised(text) {
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      default: result.append(character)
      }
    }
    return result
  }
}

/// Maps what a cell means to what it looks like, for each depth of colour.
///
/// Colours serve on light and on dark ground: those of 256 have a contrast of about 4:1 or more
/// against black and against white; of the eight basic ones yellow, blue and white are left out. Roles
/// that matter differ by bold, underlined, dim or reversed too, since some readers have no colours and
/// some cannot tell red from green.
public struct Theme: Sendable, Hashable {
  /// How many colours it may use.
  public var depth: ColourDepth

  /// The looks for a depth of colour.
  public init(depth: ColourDepth) {
    self.depth = depth
  }

  /// How a cell looks.
  public func style(of cell: Cell) -> Style { style(for: cell.role, flags: cell.flags) }

  /// How a role looks with what lies over it.
  public func style(for role: Role, flags: Cell.Flags = []) -> Style {
    var style = base(role)
    if depth < .many, depth > .none, style.dim, style.foreground != nil { style.dim = false }
    if flags.contains(.selectedElsewhere) { style.bold = true }
    if flags.contains(.selected) {
      // One even bar: only the two sides of a stance keep their colour.
      if role != .support && role != .oppose { style.foreground = nil }
      style.dim = false
      style.reverse = true
    }
    if flags.contains(.match) {
      style.underline = true
      style.bold = true
      style.reverse.toggle()
    }
    return style
  }

  /// A role's style by itself.
  private func base(_ role: Role) -> Style {
    switch role {
    case .text, .frame, .neutral, .concept, .promptText: Style()
    case .faint, .border, .histogram: Style(foreground: colour(.grey), dim: depth < .many)
    case .title, .headerLine, .prompt, .actor: Style(bold: true)
    case .heading: Style(bold: true, underline: depth == .none)
    case .borderFocused: Style(foreground: colour(.blue), bold: true)
    case .statusLine: Style()
    case .key: Style(foreground: colour(.blue), bold: true)
    case .quote: Style(foreground: colour(.teal), underline: depth == .none)
    case .quoteSelected:
      Style(
        foreground: colour(.teal), bold: true, underline: depth != .none, reverse: depth == .none)
    case .speaker: Style(foreground: colour(.violet), bold: true)
    case .addressee: Style(foreground: colour(.violet), underline: true)
    case .cue: Style(foreground: colour(.amber), bold: depth == .none, underline: true)
    case .gutter: Style(foreground: colour(.teal))
    case .gutterSelected: Style(foreground: colour(.teal), bold: true)
    case .support: Style(foreground: colour(.green), bold: true)
    case .oppose: Style(foreground: colour(.red), bold: true)
    case .ambivalent: Style(foreground: colour(.amber), bold: true)
    case .date: Style(foreground: colour(.blue))
    case .dateUncertain: Style(foreground: colour(.grey), dim: depth < .many)
    case .histogramActive: Style(foreground: colour(.blue), bold: true)
    case .evidence: Style(bold: depth != .none, underline: true, reverse: depth == .none)
    case .warning: Style(foreground: colour(.amber), bold: true)
    case .error: Style(foreground: colour(.red), bold: true, reverse: depth == .none)
    case .control: Style(foreground: colour(.red), reverse: true)
    }
  }

  private enum Hue { case grey, teal, violet, amber, green, red, blue }

  private func colour(_ hue: Hue) -> UInt8? {
    switch depth {
    case .none: nil
    case .many:
      switch hue {
      case .grey: 244  // #808080
      case .teal: 30  // #008787
      case .violet: 133  // #af5faf
      case .amber: 130  // #af5f00
      case .green: 28  // #008700
      case .red: 167  // #d75f5f
      case .blue: 32  // #0087d7
      }
    case .eight, .sixteen:
      switch hue {
      case .grey, .amber: nil
      case .teal, .blue: 6
      case .violet: 5
      case .green: 2
      case .red: 1
      }
    }
  }
}

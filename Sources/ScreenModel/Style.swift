/// How many colours a terminal has.
public enum ColourDepth: Int, Sendable, CaseIterable, Comparable {
  /// None: a vt100, or `NO_COLOR`.
  case none = 0
  case eight = 8
  case sixteen = 16
  case many = 256

  public static func < (a: ColourDepth, b: ColourDepth) -> Bool { a.rawValue < b.rawValue }

  /// The depth for a terminal that names so many colours; direct colour counts as `eight`, because there
  /// an index means a shade of blue.
  public init(colours: Int) {
    switch colours {
    case 256: self = .many
    case 16..<256: self = .sixteen
    case 8...: self = .eight
    default: self = .none
    }
  }
}

/// What a cell looks like: a foreground colour and attributes. There is never a background.
public struct Style: Hashable, Sendable {
  /// Index into the terminal's palette; nil for its default colour.
  public var foreground: UInt8?
  public var bold = false
  public var dim = false
  public var underline = false
  public var reverse = false

  /// A style by its attributes.
  public init(
    foreground: UInt8? = nil, bold: Bool = false, dim: Bool = false, underline: Bool = false,
    reverse: Bool = false
  ) {
    self.foreground = foreground
    self.bold = bold
    self.dim = dim
    self.underline = underline
    self.reverse = reverse
  }
}

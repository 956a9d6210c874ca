/// One place of the grid: what stands there and what it means, never which colour it has.
public struct Cell: Hashable, Sendable {
  /// A grapheme of one or two columns, already made safe for display; empty for the second column of a
  /// wide one.
  public var grapheme: String
  /// What it means.
  public var role: Role
  /// What lies over the role.
  public var flags: Flags

  /// A cell with a grapheme that is already safe.
  public init(_ grapheme: String, role: Role = .text, flags: Flags = []) {
    self.grapheme = grapheme
    self.role = role
    self.flags = flags
  }

  public static let blank = Cell(" ")

  /// The second column of a wide grapheme.
  public static func continuation(role: Role, flags: Flags = []) -> Cell {
    Cell("", role: role, flags: flags)
  }

  /// Whether it is the second column of a wide grapheme.
  public var isContinuation: Bool { grapheme.isEmpty }

  /// What lies over the role.
  public struct Flags: OptionSet, Hashable, Sendable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    /// The selected row, statement or field of the pane that has the keyboard.
    public static let selected = Flags(rawValue: 1 << 0)
    /// Selected in a pane that does not have the keyboard.
    public static let selectedElsewhere = Flags(rawValue: 1 << 1)
    /// A search hit.
    public static let match = Flags(rawValue: 1 << 2)
  }
}

/// What a cell means. A theme maps it to colours and attributes at the last moment; each role that
/// matters differs from text by more than hue.
public enum Role: UInt8, CaseIterable, Hashable, Sendable {
  case text
  /// Less important: meta data, non-prose, hints.
  case faint
  /// Article headline, names of panes.
  case title
  case heading
  /// Border of a pane, and of the pane that has the keyboard.
  case border, borderFocused
  case statusLine, headerLine
  /// Keys named in hints and in the help.
  case key
  case quote, quoteSelected
  case speaker, cue, addressee
  /// The reporting clause besides speaker and cue.
  case frame
  /// The mark in the gutter beside a statement.
  case gutter, gutterSelected
  case support, oppose, neutral, ambivalent
  case actor, concept
  case date, dateUncertain
  case histogram, histogramActive
  case evidence
  case warning, error
  /// A character of the archive that must not reach the terminal, shown as a mark.
  case control
  case prompt, promptText
}

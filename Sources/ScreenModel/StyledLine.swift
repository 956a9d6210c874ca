/// One line of text in several roles, such as a row of a list or a status line.
///
///     var line = StyledLine("statement ", role: .faint)
///     line.append("3/27", role: .key)
///     canvas.write(line, row: 0, column: 1, clippedTo: area)
public struct StyledLine: Hashable, Sendable {
  /// A stretch of the line in one look.
  public struct Run: Hashable, Sendable {
    public var text: String
    public var role: Role
    public var flags: Cell.Flags

    /// A stretch of text in a role.
    public init(_ text: String, role: Role = .text, flags: Cell.Flags = []) {
      self.text = text
      self.role = role
      self.flags = flags
    }
  }

  /// From left to right.
  public var runs: [Run] = []

  /// An empty line.
  public init() {}

  /// A line in one role.
  public init(_ text: String, role: Role = .text, flags: Cell.Flags = []) {
    append(text, role: role, flags: flags)
  }

  /// A line of several stretches.
  public init(_ runs: [Run]) { self.runs = runs }

  /// Adds text at the end; an empty one leaves no trace.
  public mutating func append(_ text: String, role: Role = .text, flags: Cell.Flags = []) {
    if !text.isEmpty { runs.append(Run(text, role: role, flags: flags)) }
  }

  /// Adds another line at the end.
  public mutating func append(_ line: StyledLine) { runs += line.runs }

  /// One line behind the other.
  public static func + (a: StyledLine, b: StyledLine) -> StyledLine { StyledLine(a.runs + b.runs) }

  /// Columns that the whole line takes.
  public var columns: Int { runs.reduce(0) { $0 + DisplayText.columns(of: $1.text) } }
  /// Whether there is nothing on it.
  public var isEmpty: Bool { runs.isEmpty }
}

extension StyledLine: ExpressibleByStringLiteral {
  /// A line of plain text.
  public init(stringLiteral value: String) { self.init(value) }
}

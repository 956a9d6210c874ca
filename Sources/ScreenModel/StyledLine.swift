/// One line of text in several roles, such as a row of a list or a status line.
///
///     var line = StyledLine("statement ", role: .faint)
///     line.append("3/27", role: .key)
///     canvas.write(line, row: 0, column: 1, clippedTo: area)
public struct StyledLine: Hashable, Sendable {
  public struct Run: Hashable, Sendable {
    public var text: String
    public var role: Role
    public var flags: Cell.Flags

    public init(_ text: String, role: Role = .text, flags: Cell.Flags = []) {
      self.text = text
      self.role = role
      self.flags = flags
    }
  }

  public var runs: [Run] = []

  public init() {}

  public init(_ text: String, role: Role = .text, flags: Cell.Flags = []) {
    append(text, role: role, flags: flags)
  }

  public init(_ runs: [Run]) { self.runs = runs }

  public mutating func append(_ text: String, role: Role = .text, flags: Cell.Flags = []) {
    if !text.isEmpty { runs.append(Run(text, role: role, flags: flags)) }
  }

  public mutating func append(_ line: StyledLine) { runs += line.runs }

  public static func + (a: StyledLine, b: StyledLine) -> StyledLine { StyledLine(a.runs + b.runs) }

  /// Columns that the whole line takes.
  public var columns: Int { runs.reduce(0) { $0 + DisplayText.columns(of: $1.text) } }
  public var isEmpty: Bool { runs.isEmpty }
}

extension StyledLine: ExpressibleByStringLiteral {
  public init(stringLiteral value: String) { self.init(value) }
}

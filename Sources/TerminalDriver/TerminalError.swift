import ScreenModel

/// Why there is no screen to draw on; the program ends with exit code 2.
public enum TerminalError: Error, Equatable, CustomStringConvertible {
  /// Neither a controlling terminal nor standard input and output that are one.
  case noTerminal
  /// No description for the value of `TERM`.
  case unknownType(String)
  /// The terminal cannot place its cursor.
  case tooSimple(String)
  /// The system refused a pipe or the terminal's modes.
  case system(String)

  /// One sentence for standard error.
  public var description: String {
    switch self {
    case .noTerminal:
      "no terminal to draw on; `standpunkt extract` and `standpunkt render` work without one"
    case .unknownType(""):
      "TERM is not set, so the terminal's abilities are unknown; set it, for instance to xterm-256color"
    case .unknownType(let type):
      "TERM is \(DisplayText.sanitised(type)), which this system has no description of; "
        + "try TERM=xterm-256color"
    case .tooSimple(let type):
      "a terminal of type \(DisplayText.sanitised(type)) cannot place its cursor; "
        + "try another TERM, or `standpunkt render`"
    case .system(let what): "the terminal could not be prepared: \(what)"
    }
  }
}

/// Something about an input that its reader should know: one broken file must not cost the others.
public struct Diagnostic: Sendable, Equatable, Error {
  /// How much it matters.
  public enum Severity: String, Sendable {
    /// The input was read, with this reservation.
    case warning
    /// The input could not be read.
    case failure
  }

  /// How much it matters.
  public var severity: Severity
  /// The file, as the user named it or as found below the path that the user named.
  public var path: String
  /// One sentence: what was found and what to do next. Carries no control characters.
  public var message: String

  /// A message is one sentence: where, what was wanted, what was found.
  public init(_ severity: Severity, path: String, message: String) {
    self.severity = severity
    self.path = path
    self.message = message
  }
}

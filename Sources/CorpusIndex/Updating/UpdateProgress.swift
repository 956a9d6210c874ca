import TextModel

/// How far an update is.
public struct UpdateProgress: Sendable, Equatable {
  /// What is done at the moment.
  public enum Phase: String, Sendable {
    /// Files are compared with the index; with a total: before that, the words of so many articles are made anew
    /// since other rules cut them out.
    case comparing
    /// Articles are read and stored.
    case reading
    /// What is gone is removed, compounds are taken apart.
    case finishing
  }

  public var phase: Phase
  /// Files looked at, of those that are new or changed.
  public var done = 0
  /// Nil when their number is not known before the end (JSON lines).
  public var total: Int?
  /// Articles that can be read in the index now.
  public var stored = 0

  public init(phase: Phase, done: Int = 0, total: Int? = nil, stored: Int = 0) {
    self.phase = phase
    self.done = done
    self.total = total
    self.stored = stored
  }
}

/// What an update did.
public struct UpdateReport: Sendable, Equatable {
  /// Articles parsed and stored.
  public var parsed = 0
  /// Files that were the same as before; those with a new time only are among them.
  public var unchanged = 0
  /// Files found under another name.
  public var moved = 0
  public var removed = 0
  /// Files that could not be read.
  public var failed = 0
  /// Articles in the index afterwards.
  public var articles = 0
  /// What went wrong with files that were looked at.
  public var problems: [Diagnostic] = []
  /// Whether everything was done, not stopped half-way.
  public var isComplete = false

  public init() {}
}

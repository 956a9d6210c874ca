import ScreenModel

/// Which keys mean which command, context by context: the one table from which keys are looked up, hints
/// are written and the help screen is printed.
public struct Keymap: Sendable {
  /// Some keys that mean one command in some contexts.
  public struct Binding: Sendable {
    /// What the keys mean.
    public var command: Command
    /// Any of them; the first is the one that hints name.
    public var keys: [Key]
    /// Where they mean it.
    public var contexts: Set<KeyContext>
    /// What the help says; bindings without words are not listed.
    public var help: String
    /// The help's heading above it.
    public var section: Section

    /// Keys for a command, with the line of the help that tells of them.
    public init(
      _ command: Command, _ keys: [Key], in contexts: Set<KeyContext>, _ section: Section,
      _ help: String
    ) {
      self.command = command
      self.keys = keys
      self.contexts = contexts
      self.section = section
      self.help = help
    }
  }

  /// Headings of the help, in its order.
  public enum Section: String, CaseIterable, Sendable {
    case moving = "Move"
    case statements = "Statements"
    case time = "Time"
    case filters = "Filter and search"
    case views = "Look closer"
    case editing = "Type"
    case program = "Program"
  }

  public let bindings: [Binding]
  private let table: [KeyContext: [Key: Command]]

  /// - Precondition: no key means two commands in one context.
  public init(_ bindings: [Binding]) {
    self.bindings = bindings
    var table: [KeyContext: [Key: Command]] = [:]
    for binding in bindings {
      for context in binding.contexts {
        for key in binding.keys {
          precondition(
            table[context]?[key] == nil,
            "\(key) means two commands in \(context): \(binding.command)")
          table[context, default: [:]][key] = binding.command
        }
      }
    }
    self.table = table
  }

  public func command(for key: Key, in context: KeyContext) -> Command? { table[context]?[key] }

  /// The keys of a command in a context, in the table's order.
  public func keys(for command: Command, in context: KeyContext) -> [Key] {
    bindings.filter { $0.command == command && $0.contexts.contains(context) }.flatMap(\.keys)
  }

  /// The first key of a command as hints name it ("Enter"); nil when it has none there.
  public func name(of command: Command, in context: KeyContext) -> String? {
    keys(for: command, in: context).first?.displayName
  }
}

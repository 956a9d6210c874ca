/// The commands of the command line, by what they are called there.
public enum TypedCommand: String, Hashable, Sendable, CaseIterable {
  case actor, clear, concept, date, help, marks, matrix, open, problems, quit, search, stance, type

  /// What it does, with what has to follow it.
  public var help: String {
    switch self {
    case .actor: "NAME  filter by actor"
    case .clear: "clear all filters"
    case .concept: "NAME  filter by concept"
    case .date: "2023 · 2023-03 · 2023-03..2024-02  narrow to a time; nothing: all time"
    case .help: "every key"
    case .marks: "list the marked statements"
    case .matrix: "all actors by all concepts"
    case .open: "DOCUMENT  go to an article"
    case .problems: "what could not be read well"
    case .quit: "leave the program"
    case .search: "WORDS  search in texts and titles"
    case .stance: "support, oppose …  filter by stance"
    case .type: "Direct, Indirect …  filter by type of statement"
    }
  }

  /// Whether something has to be typed behind it.
  public var takesArgument: Bool {
    switch self {
    case .actor, .concept, .date, .open, .search, .stance, .type: true
    case .clear, .help, .marks, .matrix, .problems, .quit: false
    }
  }

  /// The command that is meant by its name or the beginning of it; of several the first one.
  init?(beginning word: String) {
    let folded = word.lowercased()
    guard !folded.isEmpty,
      let found = Self.allCases.first(where: { $0.rawValue == folded })
        ?? Self.allCases.first(where: { $0.rawValue.hasPrefix(folded) })
    else { return nil }
    self = found
  }
}

/// A line of the command line, taken apart.
struct CommandText {
  /// The first word.
  var word: String
  /// What stands behind it, without blanks around it; nil while the first word is being typed.
  var argument: String?

  init(_ line: String) {
    let rest = line.drop { $0 == " " || $0 == ":" }
    guard let blank = rest.firstIndex(of: " ") else {
      word = String(rest)
      return
    }
    word = String(rest[..<blank])
    var text = rest[blank...].drop { $0 == " " }
    while text.last == " " { text.removeLast() }
    argument = String(text)
  }
}

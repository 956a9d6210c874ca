import CorpusStore
import TextModel

/// The command line: a command by name, what follows it completed with Tab.
public struct CommandLine: OverlayModel {
  /// What Tab would write.
  public struct Candidate: Hashable, Sendable {
    /// The whole line that Tab writes.
    public var text: String
    /// What stands beside it in the list.
    public var detail: String
    /// The id behind an actor's or concept's name.
    var value: String?
  }

  /// What is typed.
  public var editor = LineEditor()
  /// The candidate that Tab has written, an index of `candidates`; nil while one types.
  public private(set) var choice: Int?
  /// Why the line cannot be done.
  public private(set) var problem: String?
  /// What was typed before Tab wrote something else.
  private var typed = ""
  private var values: [FacetField: [FacetValue]] = [:]
  private static let limit = 50

  init() {}

  public var context: KeyContext { .prompt }

  /// Values are asked for once the command needs them.
  public func question(_ state: ExplorerState) -> Question? {
    field.map { .facet($0, state.query.filter) }
  }

  public mutating func receive(_ answer: Answer, _ state: inout ExplorerState) {
    guard case .facet(let new) = answer, let field else { return }
    values[field] = new
    for value in new {
      guard let id = value.value else { continue }
      if field == .actor { state.actorNames[ActorID(id)] = value.label }
      if field == .concept { state.conceptLabels[ConceptID(id)] = value.label }
    }
  }

  public func waits(for command: Command) -> Bool {
    guard let field, values[field] == nil else { return false }
    return command == .open || command == .complete || command == .completeBackwards
  }

  private var field: FacetField? {
    let text = CommandText(choice == nil ? editor.text : typed)
    guard text.argument != nil else { return nil }
    switch TypedCommand(beginning: text.word) {
    case .actor: return .actor
    case .concept: return .concept
    default: return nil
    }
  }

  /// What Tab would write, best first.
  public func candidates(_ state: ExplorerState) -> [Candidate] {
    let text = CommandText(choice == nil ? editor.text : typed)
    guard let argument = text.argument else {
      let word = text.word.lowercased()
      return TypedCommand.allCases.filter { $0.rawValue.hasPrefix(word) }.map {
        Candidate(text: $0.rawValue + ($0.takesArgument ? " " : ""), detail: $0.help)
      }
    }
    guard let command = TypedCommand(beginning: text.word) else { return [] }
    func named(_ names: [(name: String, detail: String, value: String?)])
      -> [Candidate]
    {
      let words = foldedWords(argument)
      let fitting = names.lazy.filter { name in
        let folded = FoldedText(name.name)
        return words.allSatisfy { !folded.matches([$0]).isEmpty }
      }.prefix(Self.limit)
      return fitting.map {
        Candidate(
          text: "\(command.rawValue) \($0.name)", detail: $0.detail, value: $0.value)
      }
    }
    switch command {
    case .actor, .concept:
      return named(
        (values[command == .actor ? .actor : .concept] ?? []).map {
          ($0.label, counted($0.statements, "statement"), $0.value)
        })
    case .stance:
      return named(
        Polarity.allCases.map { ($0.rawValue, $0.sign, $0.rawValue) })
    case .type:
      return named(ReportedSpeech.allCases.map { ($0.rawValue, "", $0.rawValue) })
    case .open:
      // Those of the list that are known; any other document can be typed in full.
      return named(state.list.rows.map { ($0.document, $0.title, $0.document) })
    case .date, .search, .clear, .help, .marks, .matrix, .problems, .quit: return []
    }
  }

  public mutating func perform(_ command: Command, _ state: inout ExplorerState) -> OverlayOutcome {
    switch command {
    case .open: return run(&state)
    case .close, .cancel: return .close
    case .complete, .down: complete(by: 1, state)
    case .completeBackwards, .up: complete(by: -1, state)
    default:
      if command == .deleteBackward, editor.text.isEmpty { return .close }
      if editor.perform(command) { edited() }
    }
    return .stay
  }

  public mutating func type(_ character: Character, _ state: inout ExplorerState) {
    editor.insert(character)
    edited()
  }

  private mutating func edited() {
    choice = nil
    problem = nil
  }

  private mutating func complete(by step: Int, _ state: ExplorerState) {
    let all = candidates(state)
    guard !all.isEmpty else { return }
    if choice == nil { typed = editor.text }
    let next = choice.map { ($0 + step + all.count) % all.count } ?? (step > 0 ? 0 : all.count - 1)
    problem = nil
    editor = LineEditor(all[next].text)
    // With one alone there is nothing to go round: typing goes on behind it.
    choice = all.count == 1 ? nil : next
  }

  /// Does what the line says.
  private mutating func run(_ state: inout ExplorerState) -> OverlayOutcome {
    let text = CommandText(editor.text)
    guard !text.word.isEmpty else { return .close }
    guard let command = TypedCommand(beginning: text.word) else {
      problem = "no command is called \(text.word)"
      return .stay
    }
    let argument = text.argument ?? ""
    if command.takesArgument, argument.isEmpty, command != .date {
      problem = "\(command.rawValue) \(command.help)"
      return .stay
    }
    switch command {
    case .date:
      do {
        let window = argument.isEmpty ? nil : try DateWindow(input: argument)
        state.change { $0.window = window }
      } catch {
        problem = error.message
        return .stay
      }
    case .actor, .concept, .stance, .type: return filter(command, by: argument, &state)
    case .clear: state.clearFilters()
    case .search:
      do {
        _ = try TextQuery(argument)
      } catch {
        problem = error.message
        return .stay
      }
      state.change {
        $0.filter.text = argument
        $0.filter.isTextBegun = TextQuery.asksForLastWord(whileTyping: argument)
      }
      return .closeWith(state.stepMatch(backwards: false))
    case .open:
      return .closeWith([state.askAnew(.document(argument), in: .step)])
    case .matrix: state.openMatrix()
    case .marks: state.openMarks()
    case .problems: state.overlays.append(PageView(.problems(nil)))
    case .help: state.openHelp(for: state.focus.context)
    case .quit: return .closeWith([.quit])
    }
    return .close
  }

  /// Narrows to the value that is called so in full, else to the first that matches.
  private mutating func filter(
    _ command: TypedCommand, by argument: String, _ state: inout ExplorerState
  ) -> OverlayOutcome {
    let all = candidates(state)
    let wanted = "\(command.rawValue) \(argument)"
    let found =
      choice.map { all[$0] } ?? all.first { $0.text == wanted || $0.value == argument }
      ?? all.first
    guard let found else {
      problem = "no \(command.rawValue) here is called \(argument)"
      return .stay
    }
    state.change { query in
      switch command {
      case .actor: query.filter.actors = [found.value.map { ActorID($0) }]
      case .concept: if let id = found.value { query.filter.concepts = [ConceptID(id)] }
      case .stance:
        if let side = found.value.flatMap(Polarity.init(rawValue:)) {
          query.filter.polarities = [side]
        }
      case .type:
        if let type = found.value.flatMap(ReportedSpeech.init(rawValue:)) {
          query.filter.types = [type]
        }
      default: break
      }
    }
    return .close
  }
}

extension ExplorerState {
  /// Goes to a document that was named; says so when the corpus has none of that name.
  mutating func receive(document: ArticleKey?) {
    guard let document else {
      say(
        "no document of that name · they are named below the archive, without their ending",
        .warning)
      return
    }
    leave(place)
    go(to: Destination(article: document, statement: nil, textTop: 0))
    showText()
  }
}

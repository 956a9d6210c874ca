/// A prompt that narrows the list as one types: what is typed asks at once, Enter keeps it, and nothing
/// typed or Esc brings back what held before.
public protocol NarrowingPrompt: OverlayModel {
  /// What is typed.
  var editor: LineEditor { get set }
  /// Why what stands there cannot be asked for; nil when it can, or nothing stands there.
  var problem: String? { get set }
  /// What holds until Enter, and again after Esc.
  var before: Place { get }

  /// Narrows the list to what is typed, which is not empty, or says what is the matter with it.
  mutating func narrow(_ state: inout ExplorerState)
  /// Enter; what is typed may be empty.
  mutating func finish(_ state: inout ExplorerState) -> OverlayOutcome
}

extension NarrowingPrompt {
  public var context: KeyContext { .prompt }
  /// Whether there is nothing to ask for.
  public var isEmpty: Bool { editor.text.allSatisfy { $0 == " " } }

  public mutating func perform(_ command: Command, _ state: inout ExplorerState) -> OverlayOutcome {
    switch command {
    case .open: return finish(&state)
    case .close, .cancel:
      restore(&state)
      return .close
    default:
      if editor.perform(command) { read(&state) }
      return .stay
    }
  }

  public mutating func type(_ character: Character, _ state: inout ExplorerState) {
    editor.insert(character)
    read(&state)
  }

  private mutating func read(_ state: inout ExplorerState) {
    problem = nil
    if isEmpty { restore(&state) } else { narrow(&state) }
  }

  /// Back to what held when the prompt was opened.
  func restore(_ state: inout ExplorerState) {
    guard state.query != before.query else { return }
    state.restore(before)
  }
}

import CorpusStore

/// The prompt for a date: the list narrows as one types, an unfinished date leaves it as it was.
public struct DatePrompt: OverlayModel {
  /// What is typed.
  public var editor: LineEditor
  /// Why what stands there is no date; nil when it is one, or nothing.
  public var problem: String?
  /// What holds until Enter, and again after Esc.
  let before: Place

  init(_ state: ExplorerState) {
    editor = LineEditor()
    before = state.place
  }

  public var context: KeyContext { .prompt }

  public mutating func perform(_ command: Command, _ state: inout ExplorerState) -> OverlayOutcome {
    switch command {
    case .open:
      if editor.text.allSatisfy({ $0 == " " }) {
        restore(&state)
        return .close
      }
      guard problem == nil else { return .stay }
      if state.query != before.query { state.leave(before) }
      return .close
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
    guard !editor.text.allSatisfy({ $0 == " " }) else {
      restore(&state)
      return
    }
    do {
      state.query.window = try DateWindow(input: editor.text)
      state.keepsOutside = false
    } catch {
      problem = error.message
    }
  }

  private func restore(_ state: inout ExplorerState) {
    guard state.query != before.query else { return }
    state.restore(before)
  }
}

import CorpusStore

/// The prompt for a full-text search: the list narrows and matches light up as one types; Enter goes to the
/// first one.
public struct SearchPrompt: OverlayModel {
  /// What is typed.
  public var editor: LineEditor
  /// Why what stands there cannot be searched for; said when one presses Enter.
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

  private mutating func finish(_ state: inout ExplorerState) -> OverlayOutcome {
    guard !isEmpty else {
      // Once more what was searched for before.
      restore(&state)
      return state.query.filter.text.isEmpty
        ? .close : .closeWith(state.stepMatch(backwards: false))
    }
    do {
      _ = try TextQuery(editor.text)
    } catch {
      problem = error.message
      return .stay
    }
    // What was found stays found: the last word keeps standing for its continuations.
    state.query.filter.isTextBegun = TextQuery.asksForLastWord(whileTyping: editor.text)
    if state.query != before.query { state.leave(before) }
    return .closeWith(state.stepMatch(backwards: false))
  }

  private mutating func read(_ state: inout ExplorerState) {
    problem = nil
    guard !isEmpty else {
      restore(&state)
      return
    }
    state.query.filter.text = editor.text
    state.query.filter.isTextBegun = true
    state.keepsOutside = false
  }

  private var isEmpty: Bool { editor.text.allSatisfy { $0 == " " } }

  private func restore(_ state: inout ExplorerState) {
    guard state.query != before.query else { return }
    state.restore(before)
  }
}

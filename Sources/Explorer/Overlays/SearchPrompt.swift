import CorpusStore

/// The prompt for a full-text search: matches light up as one types; Enter goes to the first one. What
/// cannot be searched for is said then.
public struct SearchPrompt: NarrowingPrompt {
  public var editor = LineEditor()
  public var problem: String?
  public let before: Place

  init(_ state: ExplorerState) { before = state.place }

  public mutating func narrow(_ state: inout ExplorerState) {
    state.query.filter.text = editor.text
    state.query.filter.isTextBegun = true
    state.keepsOutside = false
  }

  public mutating func finish(_ state: inout ExplorerState) -> OverlayOutcome {
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
}

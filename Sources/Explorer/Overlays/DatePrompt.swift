import CorpusStore

/// The prompt for a date; an unfinished one leaves the list as it was.
public struct DatePrompt: NarrowingPrompt {
  public var editor = LineEditor()
  public var problem: String?
  public let before: Place

  init(_ state: ExplorerState) { before = state.place }

  public mutating func narrow(_ state: inout ExplorerState) {
    do {
      state.query.window = try DateWindow(input: editor.text)
      state.keepsOutside = false
    } catch {
      problem = error.message
    }
  }

  public mutating func finish(_ state: inout ExplorerState) -> OverlayOutcome {
    if isEmpty {
      restore(&state)
      return .close
    }
    guard problem == nil else { return .stay }
    if state.query != before.query { state.leave(before) }
    return .close
  }
}

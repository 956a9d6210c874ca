import CorpusStore

/// The prompt for a search: matches light up as one types, Enter goes to the first.
public struct SearchPrompt: OverlayModel {
  public var editor: LineEditor
  let before: ExplorerState.Search?
  let place: Place

  init(_ state: ExplorerState) {
    editor = LineEditor()
    before = state.search
    place = state.place
  }

  public var context: KeyContext { .prompt }

  public mutating func perform(_ command: Command, _ state: inout ExplorerState) -> OverlayOutcome {
    switch command {
    case .open:
      if editor.text.isEmpty, let before { state.setSearch(before.text) }
      guard state.search != nil else { return .close }
      state.leave(place)
      return .closeWith(state.stepMatch(backwards: false))
    case .close, .cancel:
      state.setSearch(before?.text ?? "")
      return .close
    default:
      if editor.perform(command) { state.setSearch(editor.text) }
      return .stay
    }
  }

  public mutating func type(_ character: Character, _ state: inout ExplorerState) {
    editor.insert(character)
    state.setSearch(editor.text)
  }
}

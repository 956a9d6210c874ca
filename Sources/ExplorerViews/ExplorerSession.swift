import CorpusStore
import Explorer
import ScreenModel

/// The explorer without a terminal: every question is answered in place before the next key.
public struct ExplorerSession {
  /// What the explorer knows now.
  public private(set) var state: ExplorerState
  /// Whether a key has asked to leave the program; further keys are not taken.
  public private(set) var hasQuit = false
  /// What was copied last.
  public private(set) var clipboard: String?
  private let store: any CorpusStore

  /// Opens a corpus on a screen of some size.
  public init(_ store: any CorpusStore, size: Size, corpusName: String = "", query: Query = Query())
  {
    self.store = store
    state = ExplorerState(size: size, corpusName: corpusName)
    state.query = query
    settle(start(&state))
  }

  /// Presses a key and waits for all that follows from it.
  public mutating func send(_ key: Key) {
    guard !hasQuit else { return }
    settle(update(&state, .key(key)))
  }

  /// Presses keys one after the other.
  public mutating func send(_ keys: [Key]) { for key in keys { send(key) } }

  /// Gives the screen another size.
  public mutating func resize(_ size: Size) { settle(update(&state, .resized(size))) }

  /// The screen now.
  public var screen: Canvas { render(state) }

  /// Answers all questions, and those that their answers lead to.
  private mutating func settle(_ effects: [Effect]) {
    var waiting = effects
    while !waiting.isEmpty {
      let effect = waiting.removeFirst()
      if effect == .quit { hasQuit = true }
      if case .copy(let text) = effect { clipboard = text }
      // Kept in memory only: nobody's marks are touched by drawing a screen.
      if case .saveMark(let mark, let isMarked) = effect {
        waiting += update(&state, .marked(mark, isMarked: isMarked))
      }
      guard let event = answerOf(effect, store) else { continue }
      waiting += update(&state, event)
    }
  }
}

private func answerOf(_ effect: Effect, _ store: some CorpusStore) -> Event? {
  perform(effect, store)
}

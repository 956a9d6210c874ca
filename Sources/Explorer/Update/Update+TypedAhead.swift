import ScreenModel

extension ExplorerState {
  /// Whether a key has to wait until an answer is there that it is about.
  ///
  /// On a slow line keys arrive in bunches, long before a view knows what it shows: what is typed ahead
  /// means what it would have meant to a patient user.
  private func waits(_ key: Key) -> Bool {
    guard let command = keymap.command(for: key, in: context) else { return false }
    if let overlay = overlays.last {
      return !overlay.context.passes(command) && overlay.waits(for: command)
    }
    switch command {
    case .actorPage, .conceptPage: return isPending(.step) || destination != nil
    case .mark, .listMarks: return savesMark
    default: return false
    }
  }

  /// Does what a key means, now or once the answer is there for which it waits.
  mutating func take(_ key: Key) -> [Effect] {
    if key == .escape || key == .control("c") {
      typedAhead = []
    } else if !typedAhead.isEmpty || waits(key) {
      if typedAhead.count < 200 { typedAhead.append(key) }
      return []
    }
    return press(key)
  }

  /// Does what was typed ahead, as far as nothing has to be waited for.
  mutating func continueTypedAhead() -> [Effect] {
    var effects: [Effect] = []
    while let key = typedAhead.first, !waits(key) {
      typedAhead.removeFirst()
      effects += press(key)
      effects += settle()
    }
    return effects
  }
}

extension Key {
  /// How help and hints name the key: "j", "Ctrl-D", "PgDn", "↓".
  public var displayName: String {
    switch self {
    case .character(" "): "Space"
    case .character(let character): DisplayText.sanitised(String(character))
    case .control(let character): "Ctrl-" + character.uppercased()
    case .up: "↑"
    case .down: "↓"
    case .left: "←"
    case .right: "→"
    case .home: "Home"
    case .end: "End"
    case .pageUp: "PgUp"
    case .pageDown: "PgDn"
    case .enter: "Enter"
    case .tab: "Tab"
    case .backTab: "Shift-Tab"
    case .escape: "Esc"
    case .backspace: "Backspace"
    case .delete: "Del"
    case .insert: "Ins"
    case .function(let number): "F\(number)"
    case .mouse(let event):
      switch event.action {
      case .press: "Click"
      case .wheelUp: "Wheel up"
      case .wheelDown: "Wheel down"
      }
    case .paste: "Paste"
    }
  }

  /// How a key script names the key (`KeyScript`); nil for the mouse and the clipboard.
  public var scriptName: String? {
    switch self {
    case .character(" "): "<Space>"
    case .character("<"): "<lt>"
    case .character(let character): String(character)
    case .control(let character): "<C-\(character)>"
    case .function(let number): "<F\(number)>"
    case .mouse, .paste: nil
    default: KeyScript.names.first { $0.key == self }.map { "<\($0.name)>" }
    }
  }
}

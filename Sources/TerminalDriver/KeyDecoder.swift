import CNcurses
import ScreenModel

/// Turns what ncurses reads into keys.
struct KeyDecoder {
  /// Characters of an escape sequence that ncurses does not know, read but not yet judged.
  private enum Sequence { case none, escape, bracket, letter }

  let window: UnsafeMutablePointer<WINDOW>?
  private let codes: [Int32: Key]
  /// What has been pasted so far, while the end of it has not come; a paste may come in several pieces.
  private var pasted: String?
  /// What is kept of one paste.
  private static let longestPaste = 10_000
  /// Codes for the begin and the end of a paste, beyond those that ncurses gives out.
  private static let pasteBegin: Int32 = 0x4000
  private static let pasteEnd: Int32 = 0x4001

  init(window: UnsafeMutablePointer<WINDOW>?) {
    self.window = window
    var codes: [Int32: Key] = [
      KEY_UP: .up, KEY_DOWN: .down, KEY_LEFT: .left, KEY_RIGHT: .right, KEY_HOME: .home,
      KEY_END: .end, KEY_PPAGE: .pageUp, KEY_NPAGE: .pageDown, KEY_BTAB: .backTab,
      KEY_DC: .delete, KEY_IC: .insert, KEY_BACKSPACE: .backspace, KEY_ENTER: .enter,
    ]
    for number in 1...12 { codes[sp_key_f(Int32(number))] = .function(number) }
    self.codes = codes
  }

  /// Teaches ncurses the forms of keys that the terminal's description leaves out: terminals send
  /// ESC [ B or ESC O B for the same arrow, depending on a mode.
  static func defineKeys() {
    let forms: [(String, Int32)] = [
      ("[A", KEY_UP), ("OA", KEY_UP), ("[B", KEY_DOWN), ("OB", KEY_DOWN), ("[C", KEY_RIGHT),
      ("OC", KEY_RIGHT), ("[D", KEY_LEFT), ("OD", KEY_LEFT), ("[H", KEY_HOME), ("OH", KEY_HOME),
      ("[1~", KEY_HOME), ("[7~", KEY_HOME), ("[F", KEY_END), ("OF", KEY_END), ("[4~", KEY_END),
      ("[8~", KEY_END), ("[5~", KEY_PPAGE), ("[6~", KEY_NPAGE), ("[2~", KEY_IC), ("[3~", KEY_DC),
      ("[Z", KEY_BTAB), ("OM", KEY_ENTER), ("OP", sp_key_f(1)), ("[11~", sp_key_f(1)),
      ("[[A", sp_key_f(1)), ("[200~", pasteBegin), ("[201~", pasteEnd),
    ]
    for (form, code) in forms { define_key("\u{1B}" + form, code) }
  }

  /// All keys that have arrived.
  mutating func drain() -> [Key] {
    var keys: [Key] = []
    var sequence = Sequence.none
    var failures = 0
    // An invalid byte fails like an empty queue, so one failure is not yet the end.
    while failures < 2 {
      var character = wint_t()
      switch wget_wch(window, &character) {
      case KEY_CODE_YES:
        failures = 0
        flush(&sequence, into: &keys)
        take(code: Int32(bitPattern: character), into: &keys)
      case OK:
        failures = 0
        if pasted == nil {
          take(character, &sequence, into: &keys)
        } else {
          paste(character, into: &keys)
        }
      default: failures += 1
      }
    }
    flush(&sequence, into: &keys)
    return keys
  }

  private mutating func take(code: Int32, into keys: inout [Key]) {
    switch code {
    case Self.pasteBegin: pasted = pasted ?? ""
    case Self.pasteEnd: endPaste(into: &keys)
    default:
      // Of a pasted arrow nobody wants to know.
      if pasted == nil, let key = key(forCode: code) { keys.append(key) }
    }
  }

  /// One character of a paste. Ctrl-C ends it, too: a terminal that never sends the end keeps nobody locked in.
  private mutating func paste(_ character: wint_t, into keys: inout [Key]) {
    if character == 0x03 {
      endPaste(into: &keys)
    } else if let scalar = Unicode.Scalar(character),
      pasted.map({ $0.utf8.count < Self.longestPaste }) ?? false
    {
      pasted?.unicodeScalars.append(scalar)
    }
  }

  private mutating func endPaste(into keys: inout [Key]) {
    if let pasted { keys.append(.paste(pasted)) }
    pasted = nil
  }

  /// One character; those of escape sequences that nobody knows are swallowed, or the letters of a strange
  /// function key would act as commands.
  private func take(_ character: wint_t, _ sequence: inout Sequence, into keys: inout [Key]) {
    switch sequence {
    case .none:
      if character == 0x1B {
        sequence = .escape
      } else if let key = key(for: character) {
        keys.append(key)
      }
    case .escape:
      switch character {
      case 0x5B: sequence = .bracket
      case 0x4F: sequence = .letter
      default:
        sequence = .none
        keys.append(.escape)
        take(character, &sequence, into: &keys)
      }
    case .bracket:
      if !(0x20...0x3F ~= character) { sequence = .none }
    case .letter: sequence = .none
    }
  }

  private func flush(_ sequence: inout Sequence, into keys: inout [Key]) {
    switch sequence {
    case .none, .bracket: break
    case .escape: keys.append(.escape)
    case .letter: keys += [.escape, .character("O")]
    }
    sequence = .none
  }

  private func key(for character: wint_t) -> Key? {
    switch character {
    case 0x09: return .tab
    case 0x0A, 0x0D: return .enter
    case 0x08, 0x7F: return .backspace
    case 0x00: return .control("@")
    case 0x01..<0x1B: return Unicode.Scalar(character + 0x60).map { .control(Character($0)) }
    case 0x1C...0x1F: return Unicode.Scalar(character + 0x40).map { .control(Character($0)) }
    case 0x80..<0xA0: return nil
    default: return Unicode.Scalar(character).map { .character(Character($0)) }
    }
  }

  private func key(forCode code: Int32) -> Key? {
    if code == KEY_MOUSE { return mouse() }
    return codes[code]
  }

  private func mouse() -> Key? {
    var event = MEVENT()
    guard getmouse(&event) == OK else { return nil }
    let action: Key.MouseEvent.Action
    if event.bstate & sp_wheel_up_mask() != 0 {
      action = .wheelUp
    } else if event.bstate & sp_wheel_down_mask() != 0 {
      action = .wheelDown
    } else if event.bstate & sp_click_mask() != 0 {
      action = .press
    } else {
      return nil
    }
    return .mouse(.init(action: action, row: Int(event.y), column: Int(event.x)))
  }
}

/// Keys written as text: `jj<Enter>d2023-03<Enter>`.
///
/// Literal characters stand for themselves; `<lt>` is `<`. Names are read in any case:
/// `<Enter> <Esc> <Tab> <S-Tab> <Up> <Down> <Left> <Right> <Home> <End> <PgUp> <PgDn> <Space> <BS> <Del>
/// <Ins> <F1>`…`<F12>`, and `<C-d>` for Ctrl with a letter or one of `\ ] ^ _ @`.
public enum KeyScript {
  /// What is wrong with a script and where.
  public struct Failure: Error, Equatable, CustomStringConvertible {
    /// Position of the offending `<` in characters, from 1.
    public var position: Int
    /// What stands there.
    public var found: String
    /// What was wanted instead.
    public var expected: String

    /// One sentence for standard error.
    public var description: String {
      "keys:\(position): expected \(expected), found \(DisplayText.sanitised(found))"
    }
  }

  /// The keys of a script such as `jj<Enter>`.
  public static func parse(_ script: String) throws(Failure) -> [Key] {
    let characters = Array(script)
    var keys: [Key] = []
    var index = 0
    while index < characters.count {
      guard characters[index] == "<" else {
        keys.append(.literal(characters[index]))
        index += 1
        continue
      }
      guard let close = characters[index...].firstIndex(of: ">") else {
        throw Failure(
          position: index + 1, found: String(characters[index...]),
          expected: "a key name closed by > (or <lt> for the character <)")
      }
      let name = String(characters[(index + 1)..<close])
      guard let key = key(named: name) else {
        throw Failure(
          position: index + 1, found: "<\(name)>",
          expected: "a key such as <Enter>, <Esc>, <Tab>, <PgDn>, <C-d>, <F1> or <lt>")
      }
      keys.append(key)
      index = close + 1
    }
    return keys
  }

  /// The key with a name as it stands between the brackets; nil for none.
  public static func key(named name: String) -> Key? {
    let wanted = lowercasedASCII(name)
    if let found = names.first(where: { lowercasedASCII($0.name) == wanted }) { return found.key }
    let characters = Array(wanted)
    if characters.count == 3, characters.starts(with: "c-") { return .control(with: characters[2]) }
    if characters.first == "f", let number = Int(String(characters.dropFirst())),
      (1...12).contains(number)
    {
      return .function(number)
    }
    return nil
  }

  /// The first name of a key is the one that `Key.scriptName` uses.
  static let names: [(name: String, key: Key)] = [
    ("Enter", .enter), ("CR", .enter), ("Return", .enter), ("Esc", .escape), ("Tab", .tab),
    ("S-Tab", .backTab), ("Up", .up), ("Down", .down), ("Left", .left), ("Right", .right),
    ("Home", .home), ("End", .end), ("PgUp", .pageUp), ("PageUp", .pageUp), ("PgDn", .pageDown),
    ("PageDown", .pageDown), ("Space", .character(" ")), ("BS", .backspace),
    ("Backspace", .backspace), ("Del", .delete), ("Ins", .insert), ("lt", .character("<")),
    ("gt", .character(">")),
  ]

  private static func lowercasedASCII(_ text: String) -> String {
    String(
      decoding: text.utf8.map { 0x41...0x5A ~= $0 ? $0 + 0x20 : $0 }, as: UTF8.self)
  }
}

extension Key {
  /// Ctrl with a character, as a terminal delivers it: Ctrl-I is Tab, Ctrl-M Enter, Ctrl-H Backspace,
  /// Ctrl-[ Escape. Nil for what no terminal can send.
  static func control(with character: Character) -> Key? {
    switch character {
    case "i": .tab
    case "m": .enter
    case "h": .backspace
    case "[": .escape
    case "a"..."z", "\\", "]", "^", "_", "@": .control(character)
    default: nil
    }
  }

  /// A character of a script; line breaks and tabs are the keys that make them.
  static func literal(_ character: Character) -> Key {
    switch character {
    case "\n", "\r", "\r\n": .enter
    case "\t": .tab
    default: .character(character)
    }
  }
}

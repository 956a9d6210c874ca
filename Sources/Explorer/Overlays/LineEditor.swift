import ScreenModel

/// A line that is typed, with its cursor.
public struct LineEditor: Hashable, Sendable {
  /// What is typed, grapheme by grapheme.
  public private(set) var characters: [Character]
  /// 0...characters.count.
  public private(set) var cursor: Int

  /// A line with the cursor at its end.
  public init(_ text: String = "") {
    characters = Array(text)
    cursor = characters.count
  }

  /// The whole line.
  public var text: String { String(characters) }
  /// The line up to the cursor.
  public var beforeCursor: String { String(characters[..<cursor]) }

  /// Puts a character before the cursor; a line of 500 takes no more.
  public mutating func insert(_ character: Character) {
    guard characters.count < 500 else { return }
    characters.insert(character, at: cursor)
    cursor += 1
  }

  /// Does an editing command; false when it is none.
  public mutating func perform(_ command: Command) -> Bool {
    switch command {
    case .cursorLeft: cursor = max(0, cursor - 1)
    case .cursorRight: cursor = min(characters.count, cursor + 1)
    case .lineStart: cursor = 0
    case .lineEnd: cursor = characters.count
    case .deleteBackward: remove(from: max(0, cursor - 1))
    case .deleteForward:
      if cursor < characters.count { characters.remove(at: cursor) }
    case .deleteWord:
      var begin = cursor
      while begin > 0, characters[begin - 1] == " " { begin -= 1 }
      while begin > 0, characters[begin - 1] != " " { begin -= 1 }
      remove(from: begin)
    case .deleteToStart: remove(from: 0)
    case .deleteToEnd: characters.removeSubrange(cursor...)
    default: return false
    }
    return true
  }

  private mutating func remove(from begin: Int) {
    characters.removeSubrange(begin..<cursor)
    cursor = begin
  }
}

/// One key as the terminal delivers it.
///
/// Tab is Ctrl-I, Enter is Ctrl-M and Backspace is Ctrl-H or 0x7f: they arrive as `.tab`, `.enter` and
/// `.backspace`, never as `.control`.
public enum Key: Hashable, Sendable {
  /// A printable character.
  case character(Character)
  /// Ctrl with a lower-case letter, or with one of `\ ] ^ _ @`.
  case control(Character)
  case up, down, left, right
  case home, end, pageUp, pageDown
  case enter, tab, backTab, escape, backspace, delete, insert
  /// F1...F12.
  case function(Int)
  /// A mouse click or the wheel, cell coordinates from 0.
  case mouse(MouseEvent)
  /// Text that was pasted at once, as it came: line breaks and control characters included.
  case paste(String)

  /// A click or a turn of the wheel, and where.
  public struct MouseEvent: Hashable, Sendable {
    /// What the mouse did.
    public enum Action: Hashable, Sendable { case press, wheelUp, wheelDown }
    public var action: Action
    public var row: Int
    public var column: Int
    /// An event at a cell, from row 0, column 0.
    public init(action: Action, row: Int, column: Int) {
      self.action = action
      self.row = row
      self.column = column
    }
  }
}

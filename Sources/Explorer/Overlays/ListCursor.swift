/// A selected entry of a list and the part of it that is visible.
public struct ListCursor: Hashable, Sendable {
  /// The selected entry.
  public private(set) var index = 0
  /// First visible entry.
  public private(set) var top = 0

  /// A cursor on an entry, the list at its top.
  public init(_ index: Int = 0) { self.index = index }

  /// Moves by a command; false when it is none that moves.
  ///
  /// - Parameters:
  ///   - count: entries of the list.
  ///   - page: entries that are visible at once.
  public mutating func perform(_ command: Command, count: Int, page: Int) -> Bool {
    guard let movement = Movement(command, page: page) else { return false }
    index = movement.target(from: index, count: count)
    fit(count: count, page: page)
    return true
  }

  /// Selects an entry and scrolls to it.
  public mutating func select(_ index: Int, count: Int, page: Int) {
    self.index = index
    fit(count: count, page: page)
  }

  /// Keeps the selection inside the list and in view.
  public mutating func fit(count: Int, page: Int) {
    index = min(max(0, index), max(0, count - 1))
    let page = max(1, page)
    if index < top { top = index }
    if index >= top + page { top = index - page + 1 }
    top = min(max(0, top), max(0, count - page))
  }
}

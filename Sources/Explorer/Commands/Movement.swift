/// Where a command leads in something of rows.
enum Movement: Hashable, Sendable {
  case by(Int)
  case first, last

  /// Nil for a command that does not move up or down.
  ///
  /// - Parameters:
  ///   - page: rows that are visible at once.
  ///   - overlap: rows of a page that the next one shows again.
  init?(_ command: Command, page: Int, overlap: Int = 1) {
    switch command {
    case .down: self = .by(1)
    case .up: self = .by(-1)
    case .pageDown: self = .by(max(1, page - overlap))
    case .pageUp: self = .by(-max(1, page - overlap))
    case .halfPageDown: self = .by(max(1, page / 2))
    case .halfPageUp: self = .by(-max(1, page / 2))
    case .first: self = .first
    case .last: self = .last
    default: return nil
    }
  }

  /// The row to which it leads, the nearest that there is.
  func target(from row: Int, count: Int) -> Int {
    switch self {
    case .by(let step): min(max(0, row + step), max(0, count - 1))
    case .first: 0
    case .last: max(0, count - 1)
    }
  }
}

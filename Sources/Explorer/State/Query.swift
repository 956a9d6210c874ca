import CorpusStore

/// What the corpus is narrowed to: the store's filter, with the window of time as the user thinks of it.
public struct Query: Hashable, Sendable {
  public var filter = CorpusFilter()
  /// Nil for all time.
  public var window: DateWindow? {
    didSet { filter.window = window?.days }
  }

  public init() {}
}

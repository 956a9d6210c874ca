import CorpusStore

/// What the corpus is narrowed to: the store's filter, with the window of time as the user thinks of it.
public struct Query: Hashable, Sendable {
  /// The conditions, the window's days among them.
  public var filter = CorpusFilter()
  /// Nil for all time.
  public var window: DateWindow? {
    didSet { filter.window = window?.days }
  }

  /// The whole corpus.
  public init() {}
}

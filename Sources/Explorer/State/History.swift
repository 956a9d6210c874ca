import CorpusStore

/// A place to come back to: what the list was narrowed to and what was being read.
public struct Place: Hashable, Sendable {
  /// What the corpus was narrowed to.
  public var query: Query
  /// The article that was read.
  public var article: ArticleKey?
  /// Ordinal of the statement that was selected.
  public var statement: Int?
  /// UTF-8 offset of the first visible row of the text.
  public var textTop: Int
  /// The pane with the keyboard.
  public var focus: Pane
}

/// A place with the views that were open over it.
public struct Visit: Sendable {
  /// What the panes showed.
  public var place: Place
  /// From bottom to top.
  public var views: [any OverlayModel]

  /// Whether going from one to the other would change nothing.
  func isSame(as other: Visit) -> Bool {
    place == other.place && views.isEmpty && other.views.isEmpty
  }
}

/// Where the user has been, as in a browser: a new jump forgets what lay ahead.
public struct History: Sendable {
  /// Oldest first.
  public private(set) var past: [Visit] = []
  /// The next one last.
  public private(set) var ahead: [Visit] = []
  private static let limit = 200

  /// Nowhere yet.
  public init() {}

  /// Notes the place that is being left.
  mutating func leave(_ visit: Visit) {
    ahead = []
    if past.last?.isSame(as: visit) ?? false { return }
    past.append(visit)
    if past.count > Self.limit { past.removeFirst() }
  }

  /// Forgets a visit that was left for a view which was closed again: one is there.
  mutating func forget(_ here: Visit) {
    if let last = past.last, last.place == here.place, last.views.count == here.views.count {
      past.removeLast()
    }
  }

  /// The visit before, `here` becoming the one ahead; nil at the beginning.
  mutating func back(from here: Visit) -> Visit? {
    while let last = past.last, last.isSame(as: here) { past.removeLast() }
    guard let visit = past.popLast() else { return nil }
    ahead.append(here)
    return visit
  }

  mutating func forward(from here: Visit) -> Visit? {
    guard let visit = ahead.popLast() else { return nil }
    past.append(here)
    return visit
  }
}

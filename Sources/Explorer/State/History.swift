import CorpusStore

/// A place to come back to: what the list was narrowed to and what was being read.
public struct Place: Hashable, Sendable {
  public var query: Query
  public var article: ArticleKey?
  public var statement: Int?
  /// UTF-8 offset of the first visible row of the text.
  public var textTop: Int
  public var focus: Pane
}

/// Where the user has been, as in a browser: a new jump forgets what lay ahead.
public struct History: Sendable {
  public private(set) var past: [Place] = []
  public private(set) var ahead: [Place] = []
  private static let limit = 200

  public init() {}

  /// Notes the place that is being left.
  mutating func leave(_ place: Place) {
    ahead = []
    if past.last == place { return }
    past.append(place)
    if past.count > Self.limit { past.removeFirst() }
  }

  /// The place before, `here` becoming the one ahead; nil at the beginning.
  mutating func back(from here: Place) -> Place? {
    guard let place = past.popLast() else { return nil }
    ahead.append(here)
    return place
  }

  mutating func forward(from here: Place) -> Place? {
    guard let place = ahead.popLast() else { return nil }
    past.append(here)
    return place
  }
}

import TextModel

/// What the user narrowed the corpus to; conditions of different fields hold together, values of one
/// field are alternatives.
public struct CorpusFilter: Hashable, Sendable {
  /// First and last day of the window, as day numbers; nil for all.
  public var window: ClosedRange<Int>?
  /// Whether articles that lie only possibly in the window, and undated ones, are left out.
  public var hidesUncertain = false
  /// Nil stands for statements whose speaker is unknown.
  public var actors: Set<ActorID?> = []
  public var concepts: Set<ConceptID> = []
  public var polarities: Set<Polarity> = []
  public var types: Set<ReportedSpeech> = []
  /// What the article's text must match, in the language of `TextQuery`; empty for anything.
  public var text = ""
  /// Whether `text` is still being typed, so that its last word is only the beginning of one.
  public var isTextBegun = false

  public init() {}

  /// Whether any condition besides the date asks about statements, so that an article needs a statement
  /// that meets all of them.
  public var asksAboutStatements: Bool {
    !actors.isEmpty || !concepts.isEmpty || !polarities.isEmpty || !types.isEmpty
  }

  /// Whether the articles that match `text` best come first in each group of the list, instead of the
  /// newest ones.
  public var byRelevance = false

  /// The text asked for; what is wrong with it is passed over.
  public var textQuery: TextQuery {
    isTextBegun ? TextQuery(typing: text) : TextQuery(lenient: text)
  }

  public var isEmpty: Bool { self == CorpusFilter() }
}

/// How an article's date lies to the filter's window.
public enum DateMatch: Int, Sendable, Comparable, CaseIterable {
  /// Its whole interval is inside; also every dated article when there is no window.
  case certain
  /// Its interval meets the window.
  case possible
  case undated

  public static func < (a: DateMatch, b: DateMatch) -> Bool { a.rawValue < b.rawValue }

  /// How a date lies to a window; nil when it lies outside.
  public init?(_ days: ClosedRange<Int>?, window: ClosedRange<Int>?) {
    guard let days else {
      self = .undated
      return
    }
    guard let window else {
      self = .certain
      return
    }
    if window.lowerBound <= days.lowerBound && days.upperBound <= window.upperBound {
      self = .certain
    } else if days.overlaps(window) {
      self = .possible
    } else {
      return nil
    }
  }
}

public enum FacetField: String, Hashable, Sendable, CaseIterable {
  case actor, concept, stance, type
}

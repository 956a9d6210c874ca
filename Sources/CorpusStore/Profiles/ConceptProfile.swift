import TextModel

/// A concept's page: what it says, who is for and against it, and since when, inside a filter.
///
/// The filter's own condition on concepts is replaced by the concept.
public struct ConceptProfile: Equatable, Sendable {
  public var concept: Concept
  /// Articles with a statement about it inside the filter.
  public var articles: Int
  /// All statements about it inside the filter.
  public var statements: StanceHistory
  /// Who takes a stance on it, most statements first, unknown speakers last; by `camp` they stand for or
  /// against it.
  public var actors: [ActorHistory]
  /// Actors that are not listed.
  public var moreActors: Int
  /// In the order of time of the later statement.
  public var changes: [PositionChange]

  /// A page of these parts.
  public init(
    concept: Concept, articles: Int, statements: StanceHistory, actors: [ActorHistory],
    moreActors: Int, changes: [PositionChange]
  ) {
    self.concept = concept
    self.articles = articles
    self.statements = statements
    self.actors = actors
    self.moreActors = moreActors
    self.changes = changes
  }

  /// The actors of a camp, in order.
  public func actors(in camp: Polarity) -> [ActorHistory] { actors.filter { $0.camp == camp } }
}

/// An actor's stances on the page's concept over time.
public struct ActorHistory: Hashable, Sendable {
  public var actor: ActorIdentity
  public var history: StanceHistory

  /// A history of an actor.
  public init(actor: ActorIdentity, history: StanceHistory) {
    self.actor = actor
    self.history = history
  }

  /// For, against, both (ambivalent) or neither (neutral), from all statements.
  public var camp: Polarity { history.total.polarity }
}

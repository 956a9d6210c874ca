import TextModel

/// What relations need to know of one statement: small enough to keep for a whole corpus, and without
/// its text.
public struct RelationItem: Sendable, Equatable {
  public var id: StatementID
  /// Number of its article; items with the same number stand in one article.
  public var article: Int
  public var zone: Zone
  public var type: ReportedSpeech
  /// Ordinal of the statement in which it is nested.
  public var parent: Int?
  /// Whom the speaker is; empty when unknown.
  public var actors: [ActorID]
  /// The states and institutions whose side the actors speak for: the state behind a metonym, what a
  /// spokesperson speaks for. Without the actors themselves.
  public var camp: [ActorID]
  /// Actors addressed by it or named in it.
  public var named: [ActorID]
  public var stances: [ConceptStance]
  /// When it was said, first and last day; nil when unknown.
  public var days: ClosedRange<Int>?
  /// Whether its words answer somebody ("entgegnete", "dagegen", "lehnte ab").
  public var answers: Bool
  /// Whether an agency or a paper speaks, which passes on and answers nobody.
  public var relays: Bool
  public var words: QuoteSketch

  /// A position, without its evidence.
  public struct ConceptStance: Sendable, Hashable {
    public var concept: ConceptID
    public var polarity: Polarity

    public init(_ concept: ConceptID, _ polarity: Polarity) {
      self.concept = concept
      self.polarity = polarity
    }
  }

  public init(
    id: StatementID, article: Int, zone: Zone = .body, type: ReportedSpeech = .direct,
    parent: Int? = nil, actors: [ActorID] = [], camp: [ActorID] = [], named: [ActorID] = [],
    stances: [ConceptStance] = [], days: ClosedRange<Int>? = nil, answers: Bool = false,
    relays: Bool = false, words: QuoteSketch = QuoteSketch()
  ) {
    self.id = id
    self.article = article
    self.zone = zone
    self.type = type
    self.parent = parent
    self.actors = actors
    self.camp = camp
    self.named = named
    self.stances = stances
    self.days = days
    self.answers = answers
    self.relays = relays
    self.words = words
  }
}

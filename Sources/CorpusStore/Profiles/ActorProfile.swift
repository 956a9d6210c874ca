import TextModel

/// An actor's page: who it is, and what it said when, inside a filter.
///
/// The filter's own condition on actors is replaced by the actor; under a filter by concept or stance
/// only the stances that it keeps are counted by concept.
public struct ActorProfile: Hashable, Sendable {
  /// Without mentions.
  public var actor: ActorIdentity
  /// How the whole corpus calls the actor.
  public var names: ActorNames
  /// The government metonyms that stand for this state.
  public var metonyms: [ActorIdentity]
  /// Articles with a statement of the actor inside the filter.
  public var articles: Int
  /// All statements inside the filter, by their own polarity.
  public var statements: StanceHistory
  /// By concept, most statements first.
  public var positions: [ConceptHistory]
  /// In the order of time of the later statement.
  public var changes: [PositionChange]

  /// A page of these parts.
  public init(
    actor: ActorIdentity, names: ActorNames, metonyms: [ActorIdentity], articles: Int,
    statements: StanceHistory, positions: [ConceptHistory], changes: [PositionChange]
  ) {
    self.actor = actor
    self.names = names
    self.metonyms = metonyms
    self.articles = articles
    self.statements = statements
    self.positions = positions
    self.changes = changes
  }
}

/// What is known of an actor besides what it says.
public struct ActorIdentity: Hashable, Sendable {
  /// Nil for unknown speakers.
  public var id: ActorID?
  public var name: String
  public var kind: ActorKind?
  public var country: String?
  /// The state for which a government metonym stands.
  public var metonymOf: ActorID?

  /// An actor by its parts.
  public init(
    id: ActorID?, name: String, kind: ActorKind? = nil, country: String? = nil,
    metonymOf: ActorID? = nil
  ) {
    self.id = id
    self.name = name
    self.kind = kind
    self.country = country
    self.metonymOf = metonymOf
  }
}

/// The words by which articles mean an actor, most frequent first.
public struct ActorNames: Hashable, Sendable {
  /// Names: "Peskow", "Dmitri Peskow".
  public var aliases: [CountedWords]
  /// Descriptions: "der Kremlsprecher".
  public var roles: [CountedWords]

  /// Some names and descriptions.
  public init(aliases: [CountedWords] = [], roles: [CountedWords] = []) {
    self.aliases = aliases
    self.roles = roles
  }
}

/// Words with the number of mentions that use them, 0 where they are not counted.
public struct CountedWords: Hashable, Sendable {
  public var words: String
  public var mentions: Int

  /// Words used so many times.
  public init(_ words: String, mentions: Int) {
    self.words = words
    self.mentions = mentions
  }
}

/// An actor's stances on one concept over time.
public struct ConceptHistory: Hashable, Sendable {
  public var concept: ConceptID
  public var label: String
  public var history: StanceHistory

  /// A history of a concept.
  public init(concept: ConceptID, label: String, history: StanceHistory) {
    self.concept = concept
    self.label = label
    self.history = history
  }
}

/// An actor that took one side on a concept and, certainly later, the other.
public struct PositionChange: Hashable, Sendable {
  public var actor: ActorIdentity
  public var concept: ConceptID
  public var label: String
  /// The side taken in `after`; `before` takes the opposite.
  public var to: Polarity
  public var before: StatementDigest
  public var after: StatementDigest

  /// A change from one statement to another.
  public init(
    actor: ActorIdentity, concept: ConceptID, label: String, to: Polarity,
    before: StatementDigest, after: StatementDigest
  ) {
    self.actor = actor
    self.concept = concept
    self.label = label
    self.to = to
    self.before = before
    self.after = after
  }
}

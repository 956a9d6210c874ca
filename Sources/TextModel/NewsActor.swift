/// Whom mentions resolve to; named `NewsActor` because `Actor` is Swift's own protocol.
public struct NewsActor: Sendable, Equatable {
  /// The id, the same in every article.
  public var id: ActorID
  /// The fullest name known ("Dmitri Peskow").
  public var name: String
  /// What it is.
  public var kind: ActorKind
  /// Country code or name as the actor list or the text says, or nil.
  public var country: String?
  /// The state that this government metonym stands for (Kreml → russland).
  public var metonymOf: ActorID?
  /// Where the article names it, in text order.
  public var mentions: [Mention]

  /// An actor as an article names it.
  public init(
    id: ActorID, name: String, kind: ActorKind, country: String? = nil, metonymOf: ActorID? = nil,
    mentions: [Mention] = []
  ) {
    self.id = id
    self.name = name
    self.kind = kind
    self.country = country
    self.metonymOf = metonymOf
    self.mentions = mentions
  }
}

/// Lower-case ASCII words joined by hyphens ("dmitri-peskow").
public struct ActorID: Hashable, Sendable, Comparable, RawRepresentable, CustomStringConvertible {
  /// The id as it is written in files.
  public let rawValue: String
  /// An id as it is written in files.
  public init(rawValue: String) { self.rawValue = rawValue }
  /// An id as it is written in files.
  public init(_ rawValue: String) { self.rawValue = rawValue }
  /// The id itself.
  public var description: String { rawValue }
  /// By the letters.
  public static func < (a: ActorID, b: ActorID) -> Bool { a.rawValue < b.rawValue }
}

/// The id of a codebook's concept ("ceasefire").
public struct ConceptID: Hashable, Sendable, Comparable, RawRepresentable, CustomStringConvertible {
  /// The id as it is written in files.
  public let rawValue: String
  /// An id as it is written in files.
  public init(rawValue: String) { self.rawValue = rawValue }
  /// An id as it is written in files.
  public init(_ rawValue: String) { self.rawValue = rawValue }
  /// The id itself.
  public var description: String { rawValue }
  /// By the letters.
  public static func < (a: ConceptID, b: ConceptID) -> Bool { a.rawValue < b.rawValue }
}

/// Raw values are those of the JSON contract and of `actors.tsv`.
public enum ActorKind: String, Sendable, CaseIterable {
  case person, organisation, state
  case governmentMetonym = "government-metonym"
  case media, agency, collective, place
}

/// Words of one article that mean an actor.
public struct Mention: Sendable, Equatable {
  /// How the words mean the actor.
  public enum Kind: String, Sendable, CaseIterable {
    case name
    /// A descriptor directly before a name ("der belarussische Machthaber").
    case title
    /// A descriptor that stands alone ("der 70-Jährige").
    case description
    case pronoun
  }

  /// Where the words stand.
  public var span: TextSpan
  /// How they mean the actor.
  public var kind: Kind

  /// Words that mean an actor.
  public init(span: TextSpan, kind: Kind) {
    self.span = span
    self.kind = kind
  }
}

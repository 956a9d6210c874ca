import TextModel

/// An actor of a list.
public struct KnownActor: Sendable {
  /// The id that the list gives, stable over all articles.
  public var id: ActorID
  /// The fullest name, as the interface shows it.
  public var name: String
  /// What it is.
  public var kind: ActorKind
  /// The id of the state it belongs to; nil where the list does not say.
  public var country: ActorID?
  /// Other names, spellings and transliterations.
  public var aliases: [String]
  /// The state behind a government metonym.
  public var metonymOf: ActorID?
  /// Whose position it is when this person speaks ("speaks on behalf of kreml" in the note).
  public var speaksFor: ActorID?
  var roles: [HeldRole]
  /// Nil when neither roles nor given name tell.
  var isFemale: Bool?
  /// Parts of the name, for persons.
  var personName: PersonName?
}

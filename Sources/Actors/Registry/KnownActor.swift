import TextModel

/// An actor of a list.
public struct KnownActor: Sendable {
  public var id: ActorID
  public var name: String
  public var kind: ActorKind
  public var country: ActorID?
  public var aliases: [String]
  /// The state behind a government metonym.
  public var metonymOf: ActorID?
  /// Whose position it is when this person speaks ("speaks on behalf of kreml" in the note).
  public var speaksFor: ActorID?
  var roles: [HeldRole]
  var isFemale: Bool
  /// Parts of the name, for persons.
  var personName: PersonName?
}

import TextModel

/// What a title says: a kind of office, and whose.
struct Role: Hashable, Sendable {
  var title: TitleKey
  /// The state or institution; nil when the words do not say.
  var of: ActorID?
}

/// An office that an actor of the list holds.
struct HeldRole: Sendable {
  var role: Role
  /// First and last day, open ends `Int.min` and `Int.max`.
  var days: ClosedRange<Int>
}

/// What of that which was learned from the public data set takes part; it stands under the licence of the
/// data set (CC BY-NC-SA 4.0) and is a resource of its own.
public enum LearnedWeights: String, Sendable, CaseIterable {
  /// Nothing: rules, and weights learned from sentences of our own.
  case none
  /// The weights by which the polarity of a statement is judged.
  case stances
  /// Also those that correct the statements which the rules find.
  case all
}

/// Whether confidences mean what they say: a statement is *right* when it is found and its speaker
/// has the right head, and of those with confidence 0.8 four in five should be right.
public struct Calibration: Sendable, Equatable {
  /// Statements with a confidence in [low, high); the last bin holds 1 too.
  public struct Bin: Sendable, Equatable {
    public var low: Double
    public var high: Double
    public var statements: Int
    /// Mean confidence of the bin.
    public var confidence: Double
    /// Share of its statements that are right.
    public var right: Double
  }

  public var bins: [Bin]
  /// Expected calibration error: the mean distance of a bin's confidence from its share of right
  /// statements, weighted by the bin's size.
  public var expectedError: Double
  /// Share of the statements at confidence 0.9 or more.
  public var confidentShare: Double
  /// Share of those that are right.
  public var confidentRight: Double

  /// - Parameter judged: each statement's confidence and whether it is right.
  public init(_ judged: [(confidence: Double, right: Bool)]) {
    var groups = [[(confidence: Double, right: Bool)]](repeating: [], count: 10)
    for statement in judged {
      groups[min(max(Int(statement.confidence * 10), 0), 9)].append(statement)
    }
    bins = groups.enumerated().map { index, group in
      let size = Double(group.count)
      return Bin(
        low: Double(index) / 10, high: Double(index + 1) / 10, statements: group.count,
        confidence: ratio(group.reduce(0) { $0 + $1.confidence }, size),
        right: ratio(Double(group.filter(\.right).count), size))
    }
    let all = Double(judged.count)
    expectedError = bins.reduce(0) {
      $0 + ratio(Double($1.statements), all) * abs($1.confidence - $1.right)
    }
    let confident = judged.filter { $0.confidence >= 0.9 }
    confidentShare = ratio(Double(confident.count), all)
    confidentRight = ratio(Double(confident.filter(\.right).count), Double(confident.count))
  }
}

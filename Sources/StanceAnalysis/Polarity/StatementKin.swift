import TextModel

/// What the other statements of an article tell of each one: a quotation inside a sentence that sums up
/// takes its side, and who has just condemned something seldom praises it in the next sentence.
public struct StatementKin: Sendable {
  /// How another statement stands to one; each has weights of its own.
  public enum Relation: Int, CaseIterable, Sendable {
    /// The statement itself, by its own words.
    case itself
    /// The statement in which it is nested.
    case host
    /// Those nested in it.
    case nested
    /// Others of its speaker.
    case sameActor
    /// Those of its speaker just before and behind it.
    case sameActorBeside
    /// Those of all other speakers.
    case others
    /// Those of another speaker just before and behind it.
    case othersBeside

    /// As `stance-context.tsv` calls it.
    public var name: String { String(describing: self) }

    init?(name: String) {
      guard let found = Self.allCases.first(where: { $0.name == name }) else { return nil }
      self = found
    }
  }

  private let statements: [Statement]
  private let positions: [Int: Int]

  /// - Parameter statements: of one article in text order, with their actors.
  public init(_ statements: [Statement]) {
    self.statements = statements
    var positions: [Int: Int] = [:]
    for (position, statement) in statements.enumerated() { positions[statement.ordinal] = position }
    self.positions = positions
  }

  /// For each statement and relation the mean of what those statements are, zero where there are none.
  ///
  /// - Parameter scores: of each statement by its own words.
  /// - Returns: per statement a vector for each `Relation`, in their order.
  /// - Complexity: linear in the number of statements.
  public func context(_ scores: [PolarityScores]) -> [[SIMD4<Float>]] {
    let told = scores.map { $0.told() }
    var all = Mean()
    var ofActor: [ActorID: Mean] = [:]
    var nested: [Int: Mean] = [:]
    for (position, statement) in statements.enumerated() {
      all.add(told[position])
      if let actor = statement.actors.first { ofActor[actor, default: Mean()].add(told[position]) }
      if let host = statement.parent { nested[host, default: Mean()].add(told[position]) }
    }
    return statements.indices.map { position in
      let statement = statements[position]
      var result = Array(repeating: SIMD4<Float>.zero, count: Relation.allCases.count)
      result[Relation.itself.rawValue] = told[position]
      if let host = statement.parent.flatMap({ positions[$0] }) {
        result[Relation.host.rawValue] = told[host]
      }
      result[Relation.nested.rawValue] = nested[statement.ordinal]?.value ?? .zero
      var others = all
      if let actor = statement.actors.first, var same = ofActor[actor] {
        others.remove(same)
        same.remove(Mean(told[position]))
        result[Relation.sameActor.rawValue] = same.value
      } else {
        others.remove(Mean(told[position]))
      }
      result[Relation.others.rawValue] = others.value
      var (same, other) = (Mean(), Mean())
      for beside in [position - 1, position + 1] where statements.indices.contains(beside) {
        let isSame =
          statement.actors.first != nil && statements[beside].actors.first == statement.actors.first
        if isSame { same.add(told[beside]) } else { other.add(told[beside]) }
      }
      result[Relation.sameActorBeside.rawValue] = same.value
      result[Relation.othersBeside.rawValue] = other.value
      return result
    }
  }

  private struct Mean {
    var sum = SIMD4<Float>.zero
    var count: Float = 0

    init() {}
    init(_ value: SIMD4<Float>) { (sum, count) = (value, 1) }

    mutating func add(_ value: SIMD4<Float>) {
      sum += value
      count += 1
    }

    mutating func remove(_ part: Mean) {
      sum -= part.sum
      count -= part.count
    }

    var value: SIMD4<Float> { count > 0 ? sum / count : .zero }
  }
}

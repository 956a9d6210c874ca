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

    /// How many there are; `allCases` would be made anew for every statement.
    public static let count = allCases.count

    /// As `stance-context.tsv` calls it.
    public var name: String { String(describing: self) }

    init?(name: String) {
      guard let found = Self.allCases.first(where: { $0.name == name }) else { return nil }
      self = found
    }
  }

  /// For each statement the position of its host.
  private var hosts: [Int?]
  /// For each statement the number of its actor; nil for nobody known.
  private var actors: [Int?]
  private var actorCount: Int

  /// - Parameter statements: of one article in text order, with their actors.
  public init(_ statements: [Statement]) {
    hosts = Array(repeating: nil, count: statements.count)
    actors = hosts
    if statements.contains(where: { $0.parent != nil }) {
      var positions: [Int: Int] = [:]
      for position in statements.indices { positions[statements[position].ordinal] = position }
      for position in statements.indices {
        hosts[position] = statements[position].parent.flatMap { positions[$0] }
      }
    }
    var numbers: [ActorID: Int] = [:]
    for position in statements.indices {
      guard let actor = statements[position].actors.first else { continue }
      let number = numbers[actor] ?? numbers.count
      if number == numbers.count { numbers[actor] = number }
      actors[position] = number
    }
    actorCount = numbers.count
  }

  /// For each statement and relation the mean of what those statements are, zero where there are none.
  ///
  /// - Parameter scores: of each statement by its own words.
  /// - Returns: statement by statement a vector for each `Relation`, in their order.
  /// - Complexity: linear in the number of statements.
  public func context(_ scores: [PolarityScores]) -> [SIMD4<Float>] {
    let told = scores.map { $0.told() }
    var all = Mean()
    var ofActor = Array(repeating: Mean(), count: actorCount)
    var nested = Array(repeating: Mean(), count: told.count)
    for position in told.indices {
      all.add(told[position])
      if let actor = actors[position] { ofActor[actor].add(told[position]) }
      if let host = hosts[position] { nested[host].add(told[position]) }
    }
    let width = Relation.count
    var result = Array(repeating: SIMD4<Float>.zero, count: told.count * width)
    for position in told.indices {
      func set(_ relation: Relation, _ value: SIMD4<Float>) {
        result[position * width + relation.rawValue] = value
      }
      set(.itself, told[position])
      if let host = hosts[position] { set(.host, told[host]) }
      set(.nested, nested[position].value)
      var (same, others) = (Mean(), all)
      if let actor = actors[position] {
        same = ofActor[actor]
        others.remove(same)
        same.remove(Mean(told[position]))
      } else {
        others.remove(Mean(told[position]))
      }
      set(.sameActor, same.value)
      set(.others, others.value)
      var (sameBeside, othersBeside) = (Mean(), Mean())
      for beside in [position - 1, position + 1] where told.indices.contains(beside) {
        if actors[position] != nil, actors[beside] == actors[position] {
          sameBeside.add(told[beside])
        } else {
          othersBeside.add(told[beside])
        }
      }
      set(.sameActorBeside, sameBeside.value)
      set(.othersBeside, othersBeside.value)
    }
    return result
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

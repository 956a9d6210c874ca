import CorpusStore

/// Counts statements by actor and concept in the numbers of one index; a joint statement counts for each of its
/// speakers.
///
/// Flat arrays, since the whole of a hundred thousand articles is two million statements.
struct NumberedTally {
  /// An actor's stances on a concept.
  struct Position {
    var actor: Int32
    var concept: Int32
    /// By the polarity's code.
    var by: SIMD4<Int32> = .zero
    /// Statements; fewer than the sum of `by` when one takes several sides.
    var count: Int32 = 0
    fileprivate var last: Int32 = -1
    /// The statements, where they are kept.
    var statements: [StatementRef] = []
  }

  /// Stands for speakers that nobody knows.
  static let unknown: Int32 = 0

  /// By actor number.
  private(set) var statements: [Int32] = [0]
  private(set) var positions: [Position] = []
  private var slots: [UInt64: Int32] = [:]

  /// Counts the statement of a number that no other one has in this tally.
  ///
  /// - Parameters:
  ///   - counts: whether an actor (0: unknown) and a stance as `IndexCodes.stance` are counted.
  ///   - ref: kept with the position, if it is to be kept.
  @inline(__always)
  mutating func add(
    _ number: Int, actors: ArraySlice<Int32>, stances: ArraySlice<Int32>, ref: StatementRef?
  ) {
    if actors.isEmpty { add(number, Self.unknown, stances, ref) }
    for index in actors.indices {
      let actor = actors[index]
      if index > actors.startIndex, actors[..<index].contains(actor) { continue }
      add(number, actor, stances, ref)
    }
  }

  private mutating func add(
    _ number: Int, _ actor: Int32, _ stances: ArraySlice<Int32>, _ ref: StatementRef?
  ) {
    let row = Int(actor)
    guard row >= 0, row < 1 << 24 else { return }
    if row >= statements.count {
      statements.append(
        contentsOf: repeatElement(0, count: max(row + 1 - statements.count, statements.count)))
    }
    statements[row] += 1
    for stance in stances {
      let slot = slot(actor, stance >> 2)
      positions[slot].by[Int(stance & 3)] += 1
      if positions[slot].last != Int32(truncatingIfNeeded: number) {
        positions[slot].last = Int32(truncatingIfNeeded: number)
        positions[slot].count += 1
        if let ref { positions[slot].statements.append(ref) }
      }
    }
  }

  private mutating func slot(_ actor: Int32, _ concept: Int32) -> Int {
    let key = UInt64(UInt32(bitPattern: actor)) << 32 | UInt64(UInt32(bitPattern: concept))
    if let known = slots[key] { return Int(known) }
    slots[key] = Int32(positions.count)
    positions.append(Position(actor: actor, concept: concept))
    return positions.count - 1
  }

  /// Numbers of the actors that were counted.
  var actors: [Int32] {
    statements.indices.lazy.filter { statements[$0] > 0 }.map { Int32($0) }
  }
}

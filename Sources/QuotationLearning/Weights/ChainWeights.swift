/// The weights of the tagger: for every feature a score of each tag, in eighths of a bit or so
/// (eight-bit numbers times `unit`), and the scores of steps between tags.
public struct ChainWeights: Sendable {
  public let slots: FeatureSlots
  /// One row a slot.
  let rows: [SIMD16<Int8>]
  /// What one step of the eight-bit numbers is worth.
  let unit: Float
  /// `transitions[kind * 16 + previous]`: the score of each next tag.
  public let transitions: [TagScores]
  /// Their exponentials.
  let moves: [TagScores]

  /// Tags from this number on never occur.
  let lanes: Int

  init(
    slots: FeatureSlots, rows: [SIMD16<Int8>], unit: Float, transitions: [TagScores], lanes: Int
  ) {
    precondition(rows.count == slots.slotCount)
    precondition(transitions.count == StepKind.allCases.count * Tag.count)
    self.slots = slots
    self.rows = rows
    self.unit = unit
    self.transitions = transitions
    self.lanes = lanes
    moves = transitions.map(exponential)
  }

  /// Packs exact weights: the features with the largest weights are kept, rounded to eight bits.
  public init(
    _ exact: [(key: UInt32, row: TagScores)], transitions: [TagScores], buckets: Int,
    lanes: Int = Tag.count
  ) {
    func limits(_ row: TagScores) -> (Float, Float) {
      var (low, high) = (row[0], row[0])
      for lane in 1..<lanes { (low, high) = (min(low, row[lane]), max(high, row[lane])) }
      return (low, high)
    }
    func size(_ row: TagScores) -> Float { limits(row).1 - limits(row).0 }
    let sorted = exact.map { (key: $0.key, row: $0.row, size: size($0.row)) }
      .sorted { $0.size != $1.size ? $0.size > $1.size : $0.key < $1.key }
    let (slots, placed) = FeatureSlots.placing(sorted.map(\.key), buckets: buckets)
    let largest = sorted.first.map { $0.size / 2 } ?? 1
    let unit = max(largest, 1e-6) / 127
    var rowOfKey: [UInt32: TagScores] = [:]
    for (key, row, _) in sorted { rowOfKey[key] = row }
    var rows = [SIMD16<Int8>](repeating: .zero, count: slots.slotCount)
    for (key, slot) in placed {
      guard let row = rowOfKey[key] else { continue }
      // A constant added to all tags changes nothing; centring keeps the numbers small.
      let centred = (row - (limits(row).1 + limits(row).0) / 2) / unit
      let clipped = centred.clamped(
        lowerBound: TagScores(repeating: -127), upperBound: TagScores(repeating: 127))
      rows[slot] = SIMD16<Int8>(
        truncatingIfNeeded: SIMD16<Int32>(clipped, rounding: .toNearestOrEven))
    }
    self.init(slots: slots, rows: rows, unit: unit, transitions: transitions, lanes: lanes)
  }

  /// The scores of all tags for every token.
  public func emissions(_ features: FeatureTable) -> [TagScores] {
    var result = [TagScores](repeating: .zero, count: features.count)
    let width = features.width
    features.keys.withUnsafeBufferPointer { keys in
      for token in 0..<features.count {
        result[token] = score(
          UnsafeBufferPointer(rebasing: keys[token * width..<(token + 1) * width]))
      }
    }
    return result
  }

  /// The score of each tag for a token with these features.
  @inline(__always)
  func score(_ keys: UnsafeBufferPointer<UInt32>) -> TagScores {
    var sum = SIMD16<Int16>.zero
    for key in keys {
      let slot = slots.slot(key)
      if slot >= 0 { sum &+= SIMD16<Int16>(truncatingIfNeeded: rows[slot]) }
    }
    var scores = TagScores(sum) * unit
    for lane in lanes..<Tag.count { scores[lane] = forbidden }
    return scores
  }
}

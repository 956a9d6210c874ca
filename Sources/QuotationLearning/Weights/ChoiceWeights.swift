/// The weights of a choice between candidates: each candidate's score is the sum of its features'
/// weights (a conditional logit).
public struct ChoiceWeights: Sendable {
  public let slots: FeatureSlots
  let weights: [Int8]
  let unit: Float

  init(slots: FeatureSlots, weights: [Int8], unit: Float) {
    precondition(weights.count == slots.slotCount)
    self.slots = slots
    self.weights = weights
    self.unit = unit
  }

  /// Packs exact weights into a table of four times `buckets` slots.
  public init(_ exact: [(key: UInt32, weight: Float)], buckets: Int) {
    let sorted = exact.sorted {
      abs($0.weight) != abs($1.weight) ? abs($0.weight) > abs($1.weight) : $0.key < $1.key
    }
    let (slots, placed) = FeatureSlots.placing(sorted.map(\.key), buckets: buckets)
    let unit = max(abs(sorted.first?.weight ?? 1), 1e-6) / 127
    var weightOfKey: [UInt32: Float] = [:]
    for (key, weight) in sorted { weightOfKey[key] = weight }
    var weights = [Int8](repeating: 0, count: slots.slotCount)
    for (key, slot) in placed {
      weights[slot] = Int8(max(-127, min(127, (weightOfKey[key, default: 0] / unit).rounded())))
    }
    self.init(slots: slots, weights: weights, unit: unit)
  }

  /// A candidate's score.
  public func score(_ keys: [UInt32]) -> Float {
    var sum = 0
    for key in keys {
      let slot = slots.slot(key)
      if slot >= 0 { sum += Int(weights[slot]) }
    }
    return Float(sum) * unit
  }
}

import Glibc

/// How probable each tag is at each token, given the whole article (forward-backward).
public struct Marginals {
  /// For every token the probability of each tag.
  public private(set) var tokens: [TagScores]
  /// Expected number of steps by kind and previous tag (`kind * 16 + previous`) to each tag.
  public private(set) var steps: [TagScores]
  public private(set) var logPartition: Double

  /// - Complexity: linear in the tokens.
  public init(_ emissions: [TagScores], steps kinds: [StepKind], transitions: [TagScores]) {
    self.init(emissions, steps: kinds, moves: transitions.map(exponential))
  }

  /// - Parameter moves: the exponentials of the transitions.
  init(_ emissions: [TagScores], steps kinds: [StepKind], moves: [TagScores]) {
    let count = emissions.count
    tokens = Array(repeating: .zero, count: count)
    steps = Array(repeating: .zero, count: moves.count)
    logPartition = 0
    guard count > 0 else { return }
    var factors = [TagScores](repeating: .zero, count: count)
    var forward = factors
    var scales = [Float](repeating: 0, count: count)
    for index in 0..<count {
      let top = emissions[index].max()
      factors[index] = exponential(emissions[index] - top)
      logPartition += Double(top)
      var value: TagScores
      if index == 0 {
        value = factors[0] * exponential(beginScores)
      } else {
        let base = Int(kinds[index].rawValue) * Tag.count
        var sum = TagScores.zero
        let last = forward[index - 1]
        for previous in 0..<Tag.count { sum += moves[base + previous] * last[previous] }
        value = sum * factors[index]
      }
      let scale = max(value.sum(), 1e-30)
      value /= scale
      scales[index] = scale
      logPartition += Double(logf(scale))
      forward[index] = value
    }
    var backward = TagScores(repeating: 1)
    tokens[count - 1] = forward[count - 1]
    for index in stride(from: count - 1, to: 0, by: -1) {
      let base = Int(kinds[index].rawValue) * Tag.count
      let ahead = backward * factors[index] / scales[index]
      let last = forward[index - 1]
      var next = TagScores.zero
      for previous in 0..<Tag.count {
        let flow = moves[base + previous] * ahead
        next[previous] = flow.sum()
        steps[base + previous] += flow * last[previous]
      }
      backward = next
      let value = forward[index - 1] * backward
      tokens[index - 1] = value / max(value.sum(), 1e-30)
    }
  }
}

import Glibc

/// Multinomial logistic regression over sparse features: three weights a feature.
///
/// Full batches, a fixed number of Adam steps (Kingma and Ba, 2015) with a falling rate: the same result on
/// every run. Each feature has its own pull towards nought.
struct SoftmaxRegression {
  struct Example {
    var features: [(number: Int, value: Float)]
    /// 0 support, 1 oppose, 2 neutral.
    var label: Int
    var weight: Float = 1
  }

  var rounds = 300
  var rate: Float = 0.05

  /// - Parameter pulls: the strength of the L2 penalty of each feature.
  /// - Returns: for each feature its weights.
  /// - Complexity: linear in the number of feature values, times the rounds.
  func fit(_ examples: [Example], pulls: [Float]) -> [SIMD4<Float>] {
    var weights = [SIMD4<Float>](repeating: .zero, count: pulls.count)
    var (mean, square) = (weights, weights)
    let scale = classWeights(examples)
    for round in 1...rounds {
      var gradient = zip(weights, pulls).map { $0 * $1 }
      for example in examples {
        var slope = Self.shares(
          example.features.reduce(SIMD4.zero) { $0 + $1.value * weights[$1.number] })
        slope[example.label] -= 1
        slope *= scale[example.label] * example.weight
        for feature in example.features { gradient[feature.number] += feature.value * slope }
      }
      let warmth = (1 - powf(0.9, Float(round)), 1 - powf(0.99, Float(round)))
      let step = rate * (1 - 0.95 * Float(round) / Float(rounds))
      for index in weights.indices {
        mean[index] = 0.9 * mean[index] + 0.1 * gradient[index]
        square[index] = 0.99 * square[index] + 0.01 * gradient[index] * gradient[index]
        let root = (square[index] / warmth.1).squareRoot() + SIMD4(repeating: 1e-8)
        weights[index] -= step * (mean[index] / warmth.0) / root
      }
    }
    return weights
  }

  /// Every polarity weighs as much as the others, however frequent it is.
  private func classWeights(_ examples: [Example]) -> [Float] {
    var counts: [Float] = [0, 0, 0]
    for example in examples { counts[example.label] += example.weight }
    let all = counts.reduce(0, +)
    return counts.map { $0 > 0 ? all / (3 * $0) : 0 }
  }

  /// The shares that sums have of the whole.
  static func shares(_ sums: SIMD4<Float>) -> SIMD4<Float> {
    let top = max(sums.x, sums.y, sums.z)
    let powers = SIMD4(expf(sums.x - top), expf(sums.y - top), expf(sums.z - top), 0)
    return powers / powers.sum()
  }
}

/// How much speaks for each polarity: a sum for support, opposition and neutrality; the largest wins.
public struct PolarityScores: Sendable, Equatable {
  /// Support, oppose, neutral and an unused zero.
  var sums: SIMD4<Float>

  /// Nothing speaks for anything.
  public static let none = PolarityScores(support: 0, oppose: 0, neutral: 0)

  /// Scores of the three polarities, on a logarithmic scale.
  public init(support: Float, oppose: Float, neutral: Float) {
    sums = SIMD4(support, oppose, neutral, 0)
  }

  /// The score of a polarity: 0 support, 1 oppose, 2 neutral.
  public subscript(polarity: Int) -> Float { sums[polarity] }

  /// +1, -1 or 0, whichever has the largest sum, and its share, between 1/3 and 1.
  func winner() -> (sign: Int, share: Double) {
    let top = max(sums.x, sums.y, sums.z)
    let total =
      sums.x.exponential(below: top) + sums.y.exponential(below: top)
      + sums.z.exponential(below: top)
    return (sums.z == top ? 0 : sums.x == top ? 1 : -1, Double(1 / total))
  }

  /// The logarithms of the three shares, less their mean: what other statements are told of this one.
  ///
  /// Shares below a thousandth count as a thousandth, so that one wild score does not decide for all.
  func told() -> SIMD4<Float> {
    let top = max(sums.x, sums.y, sums.z)
    let total =
      sums.x.exponential(below: top) + sums.y.exponential(below: top)
      + sums.z.exponential(below: top)
    var logs = sums - SIMD4(repeating: top + total.logarithm)
    logs.replace(with: Self.floor, where: logs .< Self.floor)
    logs.w = 0
    let mean = (logs.x + logs.y + logs.z) / 3
    return logs - SIMD4(mean, mean, mean, 0)
  }

  private static let floor = SIMD4<Float>(repeating: -6.907755)
}

extension Float {
  /// e to the difference to a number that is not smaller, by halving it until a short series is exact enough.
  fileprivate func exponential(below top: Float) -> Float {
    let power = self - top
    guard power > -16 else { return 0 }
    let x = power / 64
    var result = 1 + x + x * x / 2 + x * x * x / 6
    for _ in 0..<6 { result *= result }
    return result
  }

  /// The natural logarithm of a number between 1 and 3, by the series of the inverse hyperbolic tangent.
  fileprivate var logarithm: Float {
    let ratio = (self - 1) / (self + 1)
    let square = ratio * ratio
    return 2 * ratio * (1 + square * (1 / 3 + square * (1 / 5 + square * (1 / 7 + square / 9))))
  }
}

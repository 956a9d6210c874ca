/// e to the power of sixteen numbers at once, to about one part in ten thousand; numbers below -80 give 0.
@inline(__always)
func exponential(_ scores: TagScores) -> TagScores {
  let tiny = scores .< TagScores(repeating: -80)
  let bounded = scores.clamped(
    lowerBound: TagScores(repeating: -80), upperBound: TagScores(repeating: 80))
  let scaled = bounded * 1.442_695_04
  let floor = scaled.rounded(.down)
  let part = scaled - floor
  // 2^part by a polynomial (minimax on [0, 1)).
  var value = TagScores(repeating: 0.013_555_747)
  value = value * part + 0.052_008_96
  value = value * part + 0.241_793_57
  value = value * part + 0.693_003_8
  value = value * part + 1.000_000_1
  let exponents = (SIMD16<Int32>(truncatingIfNeeded: SIMD16<Int32>(floor)) &+ 127) &<< 23
  var result = value * unsafeBitCast(exponents, to: TagScores.self)
  result.replace(with: 0, where: tiny)
  return result
}

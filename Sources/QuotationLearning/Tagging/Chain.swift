/// Scores of all tags for one token, or of all tags that may follow one.
public typealias TagScores = SIMD16<Float>

/// The best sequence of tags (Viterbi).
///
/// - Parameters:
///   - emissions: for every token the score of each tag.
///   - transitions: `transitions[kind * 16 + previous]` holds the score of each next tag.
/// - Complexity: linear in the tokens, 256 steps each, done sixteen at a time.
public func bestTags(_ emissions: [TagScores], steps: [StepKind], transitions: [TagScores]) -> [Tag]
{
  let count = emissions.count
  guard count > 0 else { return [] }
  var back = [SIMD16<UInt8>](repeating: .zero, count: count)
  var scores = emissions[0] + beginScores
  for index in 1..<max(count, 1) {
    let base = Int(steps[index].rawValue) * Tag.count
    var best = TagScores(repeating: -.greatestFiniteMagnitude)
    var from = SIMD16<Int32>.zero
    for previous in 0..<Tag.count {
      let candidate = transitions[base + previous] + scores[previous]
      let better = candidate .> best
      best.replace(with: candidate, where: better)
      from.replace(with: Int32(previous), where: better)
    }
    scores = best + emissions[index]
    back[index] = SIMD16<UInt8>(truncatingIfNeeded: from)
  }
  var tag: UInt8 = 0
  for candidate in 1..<UInt8(Tag.count) where scores[Int(candidate)] > scores[Int(tag)] {
    tag = candidate
  }
  var tags = [Tag](repeating: .outside, count: count)
  for index in stride(from: count - 1, through: 0, by: -1) {
    tags[index] = Tag(rawValue: tag) ?? .outside
    tag = back[index][Int(tag)]
  }
  return tags
}

/// What is added to the first token's scores: nothing, or minus infinity for tags that go on.
public let beginScores: TagScores = {
  var scores = TagScores.zero
  for tag in Tag.allCases where !tag.mayBegin { scores[Int(tag.rawValue)] = forbidden }
  return scores
}()

/// The score of what cannot be.
public let forbidden: Float = -1e9

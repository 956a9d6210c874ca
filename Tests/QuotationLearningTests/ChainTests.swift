import Testing

@testable import QuotationLearning

private typealias Tag = QuotationLearning.Tag

/// Small random scores, the same each time.
private func scores(_ count: Int, seed: UInt64) -> [TagScores] {
  var state = seed
  return (0..<count).map { _ in
    var row = TagScores.zero
    for lane in 0..<Tag.count {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      row[lane] = Float(Int(state >> 40) % 2001 - 1000) / 300
    }
    return row
  }
}

private let transitions: [TagScores] = {
  var rows = scores(StepKind.allCases.count * Tag.count, seed: 5)
  for index in rows.indices {
    guard let previous = Tag(rawValue: UInt8(index % Tag.count)) else { continue }
    for tag in Tag.allCases where !tag.mayFollow(previous) {
      rows[index][Int(tag.rawValue)] = forbidden
    }
  }
  return rows
}()

/// The score of one sequence, and all sequences of three tokens.
private func score(_ tags: [Tag], _ emissions: [TagScores], _ steps: [StepKind]) -> Float {
  var sum = emissions[0][Int(tags[0].rawValue)] + beginScores[Int(tags[0].rawValue)]
  for index in 1..<tags.count {
    let row = Int(steps[index].rawValue) * Tag.count + Int(tags[index - 1].rawValue)
    let next = Int(tags[index].rawValue)
    sum += transitions[row][next]
    sum += emissions[index][next]
  }
  return sum
}

private let triples: [[Tag]] = {
  var all: [[Tag]] = []
  for a in Tag.allCases {
    for b in Tag.allCases {
      for c in Tag.allCases { all.append([a, b, c]) }
    }
  }
  return all
}()

@Suite struct ChainTests {
  let steps: [StepKind] = [.newBlock, .inside, .afterComma]

  @Test("the best sequence is the best of all sequences", arguments: 1...20)
  func best(seed: Int) {
    let emissions = scores(3, seed: UInt64(seed))
    let found = bestTags(emissions, steps: steps, transitions: transitions)
    let top = triples.map { score($0, emissions, steps) }.max() ?? 0
    #expect(abs(score(found, emissions, steps) - top) < 1e-3)
    #expect(found[0].mayBegin)
    for index in 1..<3 { #expect(found[index].mayFollow(found[index - 1])) }
  }

  @Test("probabilities are those of the sum over all sequences", arguments: 1...5)
  func marginals(seed: Int) {
    let emissions = scores(3, seed: UInt64(seed))
    let marginals = Marginals(emissions, steps: steps, transitions: transitions)
    var total = 0.0
    var sums = [[Double]](repeating: Array(repeating: 0, count: Tag.count), count: 3)
    for tags in triples {
      let weight = Double(exponentialOf(score(tags, emissions, steps)))
      total += weight
      for index in 0..<3 { sums[index][Int(tags[index].rawValue)] += weight }
    }
    for index in 0..<3 {
      for lane in 0..<Tag.count {
        let expected = sums[index][lane] / total
        #expect(abs(Double(marginals.tokens[index][lane]) - expected) < 2e-3)
      }
    }
  }

  private func exponentialOf(_ value: Float) -> Float {
    value < -1000 ? 0 : exponential(TagScores(repeating: value / 4))[0].fourthPower
  }

  @Test("the fast exponential is close to the true one")
  func fastExponential() {
    // e to the 0, 1, -1, 5 and -80.
    let expected: [(Float, Float)] = [
      (0, 1), (1, 2.718_281_8), (-1, 0.367_879_44), (5, 148.413_16), (-20, 2.061_153_6e-9),
    ]
    for (value, result) in expected {
      let found = exponential(TagScores(repeating: value))[3]
      #expect(abs(found - result) < 3e-4 * result)
    }
    #expect(exponential(TagScores(repeating: -500))[0] == 0)
  }

  @Test("an empty text has no tags")
  func empty() {
    #expect(bestTags([], steps: [], transitions: transitions).isEmpty)
    #expect(Marginals([], steps: [], transitions: transitions).tokens.isEmpty)
  }
}

extension Float {
  fileprivate var fourthPower: Float { self * self * self * self }
}

import Glibc
import QuotationLearning

/// Trains a linear-chain conditional random field by stochastic gradient descent (AdaGrad).
///
/// Deterministic: the articles are visited in an order drawn from a fixed seed, on one thread.
struct ChainTrainer {
  var epochs = 14
  var rate: Float = 0.003
  /// Strength of the penalty on large weights (L2), per article.
  var decay: Float = 0.04
  /// Weights are averaged over the epochs from this one on.
  var averageFrom = 6
  /// A feature seen in fewer tokens is left out.
  var minimumCount = 3

  /// Features of a stretch of text with the tags that it should get.
  struct Sequence {
    var features: FeatureTable
    var tags: [Tag]
  }

  struct Weights {
    /// The features, one a row.
    var keys: [UInt32]
    var rows: [TagScores]
    var transitions: [TagScores]

    /// The weights as the program uses them.
    func packed(buckets: Int, tags: Int = Tag.count) -> ChainWeights {
      ChainWeights(
        zip(keys, rows).map { (key: $0, row: $1) }, transitions: transitions, buckets: buckets,
        lanes: tags)
    }
  }

  func train(_ articles: [Sequence], report: (Int, Double) -> Void = { _, _ in }) -> Weights {
    var counts = KeyTable()
    for article in articles {
      for key in article.features.keys { counts[key] += 1 }
    }
    var rowOfKey = KeyTable()
    var keys: [UInt32] = []
    // In the order of the keys' first appearance, so that two runs agree.
    var indexed: [[Int32]] = []
    for article in articles {
      indexed.append(
        article.features.keys.map { key in
          guard Int(counts[key]) >= minimumCount else { return -1 }
          let row = rowOfKey[key]
          if row > 0 { return row - 1 }
          keys.append(key)
          rowOfKey[key] = Int32(keys.count)
          return Int32(keys.count - 1)
        })
    }
    let state = State(rows: keys.count)
    var random = SeededGenerator(state: 7)
    var order = Array(articles.indices)
    var visited: Float = 0
    for epoch in 0..<epochs {
      for index in stride(from: order.count - 1, to: 0, by: -1) {
        order.swapAt(index, random.below(index + 1))
      }
      var loss = 0.0
      for index in order where articles[index].features.count > 0 {
        let step = rate / (1 + rate * decay * visited)
        loss += state.learn(articles[index], indexed[index], rate: step, decay: decay)
        visited += 1
      }
      state.settle()
      if epoch >= averageFrom { state.remember() }
      report(epoch, loss)
    }
    state.average()
    return Weights(keys: keys, rows: state.rows, transitions: state.transitions)
  }

  /// The weights while they are learned. The true weights are `rows` times `scale`, so that the
  /// penalty shrinks all of them in one step.
  private final class State {
    var rows: [TagScores]
    var scale: Float = 1
    var transitions: [TagScores]
    private var legal: [TagScores]
    private var sums: [TagScores] = []
    private var transitionSums: [TagScores] = []
    private var remembered: Float = 0

    init(rows count: Int) {
      rows = Array(repeating: .zero, count: count)
      let size = StepKind.allCases.count * Tag.count
      legal = (0..<size).map { index in
        var scores = TagScores.zero
        guard let previous = Tag(rawValue: UInt8(index % Tag.count)) else { return scores }
        for tag in Tag.allCases where !tag.mayFollow(previous) {
          scores[Int(tag.rawValue)] = forbidden
        }
        return scores
      }
      transitions = legal
    }

    /// Multiplies the scale into the weights.
    func settle() {
      for index in rows.indices { rows[index] *= scale }
      scale = 1
    }

    func remember() {
      if sums.isEmpty {
        sums = rows
        transitionSums = transitions
      } else {
        for index in rows.indices { sums[index] += rows[index] }
        for index in transitions.indices { transitionSums[index] += transitions[index] }
      }
      remembered += 1
    }

    func average() {
      guard remembered > 0 else { return }
      rows = sums.map { $0 / remembered }
      transitions = transitionSums.map { $0 / remembered }
      for index in transitions.indices {
        transitions[index].replace(with: forbidden, where: legal[index] .< -1)
      }
    }

    /// One step on one article; its negative log-likelihood before the step.
    func learn(_ article: Sequence, _ rowsOfTokens: [Int32], rate: Float, decay: Float)
      -> Double
    {
      let count = article.features.count
      let width = article.features.width
      let steps = article.features.steps
      var emissions = [TagScores](repeating: .zero, count: count)
      for token in 0..<count {
        var sum = TagScores.zero
        for at in token * width..<(token + 1) * width where rowsOfTokens[at] >= 0 {
          sum += rows[Int(rowsOfTokens[at])]
        }
        emissions[token] = sum * scale
      }
      let marginals = Marginals(emissions, steps: steps, transitions: transitions)
      scale *= 1 - rate * decay
      if scale < 1e-4 { settle() }
      var loss = marginals.logPartition
      for token in 0..<count {
        let gold = Int(article.tags[token].rawValue)
        loss -= Double(emissions[token][gold])
        if token > 0 {
          let before =
            Int(steps[token].rawValue) * Tag.count + Int(article.tags[token - 1].rawValue)
          loss -= Double(transitions[before][gold])
        }
        var gradient = marginals.tokens[token]
        gradient[gold] -= 1
        if (gradient * gradient).sum() < 1e-9 { continue }
        let change = gradient * (rate / scale)
        for at in token * width..<(token + 1) * width where rowsOfTokens[at] >= 0 {
          rows[Int(rowsOfTokens[at])] -= change
        }
      }
      var gradients = marginals.steps
      for token in 1..<max(count, 1) {
        let before = Int(steps[token].rawValue) * Tag.count + Int(article.tags[token - 1].rawValue)
        gradients[before][Int(article.tags[token].rawValue)] -= 1
      }
      for index in transitions.indices {
        transitions[index] -= rate * (gradients[index] + decay * transitions[index])
        transitions[index].replace(with: forbidden, where: legal[index] .< -1)
      }
      return loss
    }
  }
}

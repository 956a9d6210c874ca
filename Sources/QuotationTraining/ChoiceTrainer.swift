import Glibc
import QuotationLearning

/// One decision with its right answer: candidates as feature keys, of which some are right.
struct Choice {
  var candidates: [[UInt32]]
  /// Numbers of the right candidates, at least one.
  var right: [Int]
}

/// Trains a conditional logit by stochastic gradient descent; deterministic.
struct ChoiceTrainer {
  var epochs = 10
  var rate: Float = 0.05
  var decay: Float = 1e-4

  func train(_ choices: [Choice], buckets: Int) -> ChoiceWeights {
    var indexOfKey: [UInt32: Int] = [:]
    var keys: [UInt32] = []
    for choice in choices {
      for key in choice.candidates.joined() where indexOfKey[key] == nil {
        indexOfKey[key] = keys.count
        keys.append(key)
      }
    }
    let indexed = choices.map { $0.candidates.map { $0.map { indexOfKey[$0] ?? 0 } } }
    var weights = [Float](repeating: 0, count: keys.count)
    var squares = [Float](repeating: 1e-2, count: keys.count)
    var sums = weights
    var averaged: Float = 0
    var random = SeededGenerator(state: 11)
    var order = Array(choices.indices)
    for epoch in 0..<epochs {
      for index in stride(from: order.count - 1, to: 0, by: -1) {
        order.swapAt(index, random.below(index + 1))
      }
      for index in order {
        let scores = indexed[index].map { $0.reduce(Float(0)) { $0 + weights[$1] } }
        let top = scores.max() ?? 0
        let exponentials = scores.map { expf($0 - top) }
        let total = exponentials.reduce(0, +)
        let right = choices[index].right
        let rightTotal = right.reduce(Float(0)) { $0 + exponentials[$1] }
        for (candidate, features) in indexed[index].enumerated() {
          let probability = exponentials[candidate] / total
          let wanted =
            right.contains(candidate) ? exponentials[candidate] / max(rightTotal, 1e-20) : 0
          let error = probability - wanted
          if abs(error) < 1e-4 { continue }
          for feature in features {
            let gradient = error + decay * weights[feature]
            squares[feature] += gradient * gradient
            weights[feature] -= rate * gradient / squares[feature].squareRoot()
          }
        }
      }
      if epoch >= epochs / 2 {
        for feature in weights.indices { sums[feature] += weights[feature] }
        averaged += 1
      }
    }
    return ChoiceWeights(
      zip(keys, sums).map { (key: $0, weight: $1 / max(averaged, 1)) }, buckets: buckets)
  }
}

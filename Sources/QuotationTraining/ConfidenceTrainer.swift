import Evaluation
import Glibc
import Quotations
import TextModel

/// Fits the weights of `confidence.tsv`: a logistic regression of "found, with the right speaker" on the
/// signs of the rules' statements.
///
/// Newton steps along the diagonal, a fixed number of rounds, the same result on every run. Rare signs are
/// drawn to nought (`ridge`), so that few observations say little.
struct ConfidenceTrainer {
  struct Example {
    var signs: [String]
    var right: Bool
  }

  struct Row {
    var sign: String
    var weight: Double
    var count: Int
    var right: Int
  }

  /// Signs seen less often have no weight.
  var minimumCount = 4
  var ridge = 1.0
  var rounds = 400

  func examples(_ documents: [GoldDocument], finder: StatementFinder) -> [[Example]] {
    documents.map { gold in
      let found = finder.evidence(in: bodyArticle(gold))
      let right = judge(found.map(\.statement), against: gold)
      return zip(found, right).map { Example(signs: $0.signs, right: $1) }
    }
  }

  func fit(_ examples: [Example]) -> [Row] {
    var counts: [String: (count: Int, right: Int)] = [:]
    for example in examples {
      for sign in example.signs {
        counts[sign, default: (0, 0)].count += 1
        if example.right { counts[sign]?.right += 1 }
      }
    }
    let names = counts.filter { $0.value.count >= minimumCount }.keys.sorted()
    let index = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    let rows = examples.map { $0.signs.compactMap { index[$0] } }
    var weights = [Double](repeating: 0, count: names.count)
    let always = index["always"]
    for _ in 0..<rounds {
      var gradient = [Double](repeating: 0, count: names.count)
      var curvature = gradient
      for (row, example) in zip(rows, examples) {
        let p = 1 / (1 + exp(-row.reduce(0) { $0 + weights[$1] }))
        let error = (example.right ? 1.0 : 0.0) - p
        for sign in row {
          gradient[sign] += error
          curvature[sign] += p * (1 - p)
        }
      }
      for sign in weights.indices {
        let pull = sign == always ? 0 : ridge
        // A dozen signs hold of one statement: a twelfth of each one's own step keeps the sum steady.
        weights[sign] += (gradient[sign] - pull * weights[sign]) / (curvature[sign] + pull) / 6
      }
    }
    return names.enumerated().map { number, name in
      Row(
        sign: name, weight: weights[number], count: counts[name]?.count ?? 0,
        right: counts[name]?.right ?? 0)
    }
  }

  func probability(_ rows: [String: Double], _ example: Example) -> Double {
    let sum = example.signs.reduce(0) { $0 + (rows[$1] ?? 0) }
    return min(max(1 / (1 + exp(-sum)), 0.02), 0.98)
  }

  /// The file's text: always, then by sign.
  func table(_ rows: [Row]) -> String {
    var text = """
      # How far a statement of the rules may be trusted: weights of a logistic sum over its signs, fitted by
      #   standpunkt-train DATA --confidence FILE
      # on the training part of the data set of quotation attribution in German news (Petersen-Frey and Biemann,
      # 2024). count: statements of the rules with that sign; right: those found (token F1 of the quote at least
      # one half) and with the right head of the speaker. Numbers only, no text of the data set.
      sign\tweight\tcount\tright

      """
    for row in rows {
      text += "\(row.sign)\t\(twoDecimals(row.weight))\t\(row.count)\t\(row.right)\n"
    }
    return text
  }

  private func twoDecimals(_ value: Double) -> String {
    let hundredths = Int((abs(value) * 100).rounded())
    let sign = value < 0 && hundredths > 0 ? "-" : ""
    let rest = hundredths % 100
    return "\(sign)\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
  }
}

import GermanLanguage
import Glibc

/// How probably a statement is found and given to the right speaker: a logistic sum over its rule, its
/// verb and what can be seen of it.
///
/// The weights are those of `confidence.tsv`, which `standpunkt-train DATA --confidence FILE` makes from
/// annotated news. A rule without a weight has that of its family ("reported") alone.
struct ConfidenceTable: Sendable {
  private var bias = 0.0
  private var bySign = [Double](repeating: 0, count: ConfidenceSign.allCases.count)
  /// The weights of a rule and its family, and those of its family with each kind of speaker by the
  /// speaker's position: "dass & speaker: pronoun".
  private struct RuleWeights {
    var rule = 0.0
    var family = 0.0
    var pairs: [Double]
  }
  private var byRule: [String: RuleWeights] = [:]
  private var byFamily: [String: RuleWeights] = [:]
  /// By verb number.
  private var byVerb: [Double]
  private let position: [ConfidenceSign: Int]

  init(files: LexiconFiles, verbs: GermanVerbs) {
    byVerb = Array(repeating: 0, count: verbs.infinitives.count)
    position = Dictionary(
      uniqueKeysWithValues: ConfidenceSign.allCases.enumerated().map { ($1, $0) })
    var rules: [String: Double] = [:]
    var families: [String: Double] = [:]
    var pairs: [String: Double] = [:]
    for row in TabSeparatedTable(files.bytes("confidence.tsv")).rows {
      guard let weight = Double(row["weight"]) else { continue }
      let name = row["sign"]
      if name == Self.always {
        bias = weight
      } else if let sign = ConfidenceSign(rawValue: name), let index = position[sign] {
        bySign[index] = weight
      } else if name.hasPrefix("verb: ") {
        if let verb = verbs.number(String(name.dropFirst(6))) { byVerb[Int(verb)] = weight }
      } else if name.hasPrefix("rule: ") {
        rules[String(name.dropFirst(6))] = weight
      } else if name.contains(" & ") {
        pairs[name] = weight
      } else if name.hasPrefix("family: ") {
        families[String(name.dropFirst(8))] = weight
      }
    }
    let named = Set(families.keys).union(rules.keys.map(Self.family))
      .union(pairs.keys.map { name in String(name.prefix(while: { $0 != " " })) })
    for family in named {
      byFamily[family] = RuleWeights(
        family: families[family] ?? 0,
        pairs: ConfidenceSign.allCases.map {
          $0.isKindOfSpeaker ? pairs[Self.pair(family, $0)] ?? 0 : 0
        })
    }
    for (rule, weight) in rules {
      byRule[rule] = weights(ofFamily: rule)
      byRule[rule]?.rule = weight
    }
  }

  private func weights(ofFamily rule: String) -> RuleWeights {
    byFamily[Self.family(rule)]
      ?? RuleWeights(pairs: [Double](repeating: 0, count: bySign.count))
  }

  static let always = "always"

  /// "reported.warnen-vor" is of the family "reported".
  static func pair(_ rule: String, _ sign: ConfidenceSign) -> String {
    family(rule) + " & " + sign.rawValue
  }

  static func family(_ rule: String) -> String { String(rule.prefix { $0 != "." }) }

  /// - Parameter verb: the number of the cue's verb, -1 for none.
  func confidence(_ rule: String, verb: Int16, _ signs: [ConfidenceSign]) -> Double {
    let weights = byRule[rule] ?? weights(ofFamily: rule)
    var sum = bias + weights.rule + weights.family
    if verb >= 0 { sum += byVerb[Int(verb)] }
    for sign in signs {
      let place = position[sign] ?? 0
      sum += bySign[place]
      if sign.isKindOfSpeaker { sum += weights.pairs[place] }
    }
    return min(max(1 / (1 + exp(-sum)), 0.02), 0.98)
  }
}

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
  private var byRule: [String: Double] = [:]
  private var byFamily: [String: Double] = [:]
  /// By family and kind of speaker: "dass & speaker: pronoun".
  private var byPair: [String: Double] = [:]
  /// By verb number.
  private var byVerb: [Double]
  private let position: [ConfidenceSign: Int]

  init(files: LexiconFiles, verbs: GermanVerbs) {
    byVerb = Array(repeating: 0, count: verbs.infinitives.count)
    position = Dictionary(
      uniqueKeysWithValues: ConfidenceSign.allCases.enumerated().map { ($1, $0) })
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
        byRule[String(name.dropFirst(6))] = weight
      } else if name.contains(" & ") {
        byPair[name] = weight
      } else if name.hasPrefix("family: ") {
        byFamily[String(name.dropFirst(8))] = weight
      }
    }
  }

  static let always = "always"

  /// "reported.warnen-vor" is of the family "reported".
  static func pair(_ rule: String, _ sign: ConfidenceSign) -> String {
    family(rule) + " & " + sign.rawValue
  }

  static func family(_ rule: String) -> String { String(rule.prefix { $0 != "." }) }

  /// - Parameter verb: the number of the cue's verb, -1 for none.
  func confidence(_ rule: String, verb: Int16, _ signs: [ConfidenceSign]) -> Double {
    var sum = bias + (byRule[rule] ?? 0) + (byFamily[Self.family(rule)] ?? 0)
    if verb >= 0 { sum += byVerb[Int(verb)] }
    for sign in signs {
      sum += bySign[position[sign] ?? 0]
      if sign.isKindOfSpeaker { sum += byPair[Self.pair(rule, sign)] ?? 0 }
    }
    return min(max(1 / (1 + exp(-sum)), 0.02), 0.98)
  }
}

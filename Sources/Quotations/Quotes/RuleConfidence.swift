import GermanLanguage

/// How often each rule was right where it was measured: found, and with the right speaker.
///
/// From `rule-confidence.tsv`, which counts the rules' statements on annotated news. Few observations
/// are drawn towards the mean of all rules of the same family ("reported").
struct RuleConfidence: Sendable {
  private var byRule: [String: Double] = [:]
  private var byFamily: [String: Double] = [:]
  private static let prior = 0.6
  private static let priorWeight = 4.0

  init(files: LexiconFiles) {
    var families: [String: (count: Double, right: Double)] = [:]
    let rows = TabSeparatedTable(files.bytes("rule-confidence.tsv")).rows
    for row in rows {
      let family = Self.family(row["rule"])
      families[family, default: (0, 0)].count += Double(row["count"]) ?? 0
      families[family, default: (0, 0)].right += Double(row["right"]) ?? 0
    }
    for (family, sum) in families {
      byFamily[family] =
        (sum.right + Self.prior * Self.priorWeight) / (sum.count + Self.priorWeight)
    }
    for row in rows {
      let count = Double(row["count"]) ?? 0
      let right = Double(row["right"]) ?? 0
      let mean = byFamily[Self.family(row["rule"])] ?? Self.prior
      byRule[row["rule"]] = (right + mean * Self.priorWeight) / (count + Self.priorWeight)
    }
  }

  private static func family(_ rule: String) -> String {
    String(rule.prefix { $0 != "." })
  }

  func of(_ rule: String) -> Double {
    let value = byRule[rule] ?? byFamily[Self.family(rule)] ?? Self.prior
    return min(max(value, 0.05), 0.98)
  }
}

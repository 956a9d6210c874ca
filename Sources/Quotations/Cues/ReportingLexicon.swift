import GermanLanguage
import TextModel

/// What verbs of saying take, by verb number.
struct ReportingLexicon: Sendable {
  /// What may stand with a verb as its content.
  struct Takes: OptionSet, Sendable {
    let rawValue: UInt16
    static let dass = Takes(rawValue: 1 << 0)
    static let ob = Takes(rawValue: 1 << 1)
    static let konj = Takes(rawValue: 1 << 2)
    static let ind = Takes(rawValue: 1 << 3)
    static let zu = Takes(rawValue: 1 << 4)
    static let direct = Takes(rawValue: 1 << 5)
    static let after = Takes(rawValue: 1 << 6)
    static let wie = Takes(rawValue: 1 << 7)
    static let dies = Takes(rawValue: 1 << 8)
    static let als = Takes(rawValue: 1 << 9)
    static let noun = Takes(rawValue: 1 << 10)
    static let es = Takes(rawValue: 1 << 11)
    /// The addressee stands in the dative, in the accusative.
    static let dat = Takes(rawValue: 1 << 12)
    static let akk = Takes(rawValue: 1 << 13)

    static let named: [String: Takes] = [
      "dass": .dass, "ob": .ob, "konj": .konj, "ind": .ind, "zu": .zu, "direct": .direct,
      "after": .after, "wie": .wie, "dies": .dies, "als": .als, "noun": .noun, "report": .noun,
      "es": .es, "dat": .dat, "akk": .akk,
    ]
  }

  struct Frame: Sendable {
    var lemma: String
    /// Folded hash of the particle that has left the verb; 0 when the verb has none or it is joined.
    var particle: UInt64
    var takes: Takes
    var medium: Medium
  }

  /// A verb that sums an utterance up with an object or a prepositional object.
  struct Summary: Sendable {
    var lemma: String
    var particle: UInt64
    /// Folded hash of the preposition; 0 for an object.
    var preposition: UInt64
    /// Read in headlines, leads and key points only.
    var headlineOnly: Bool
    /// The rule's name: "reported.warnen-vor".
    var rule: String
    var medium: Medium
  }

  /// By verb number.
  let infinitives: [String]

  /// By verb number.
  private(set) var summaries: [[Summary]] = []

  /// By verb number: the folded words of fixed phrases that announce ("in Aussicht" with *stellen*).
  private(set) var phrases: [[[UInt64]]] = []

  /// By verb number: frames that this verb's forms may head.
  private(set) var frames: [[Frame]] = []

  init(files: LexiconFiles, verbs: GermanVerbs) {
    infinitives = verbs.infinitives
    frames = Array(repeating: [], count: verbs.infinitives.count)
    summaries = Array(repeating: [], count: verbs.infinitives.count)
    phrases = Array(repeating: [], count: verbs.infinitives.count)
    for row in TabSeparatedTable(files.bytes("reporting-phrases.tsv")).rows {
      guard let verb = verbs.number(row["verb"]) else { continue }
      phrases[Int(verb)].append(
        row["words"].split(separator: " ").map { WordFold.hash(String($0)) })
    }
    for row in TabSeparatedTable(files.bytes("reported-verbs.tsv")).rows {
      let lemma = row["lemma"]
      let particle = row["particle"]
      let preposition = row["preposition"]
      var summary = Summary(
        lemma: lemma, particle: 0,
        preposition: preposition.isEmpty ? 0 : WordFold.hash(preposition),
        headlineOnly: row["scope"] == "headline",
        rule: "reported." + lemma + (preposition.isEmpty ? "" : "-" + preposition),
        medium: Self.medium(row["medium"]))
      if let joined = verbs.number(lemma) { summaries[Int(joined)].append(summary) }
      if !particle.isEmpty, let base = verbs.number(String(lemma.dropFirst(particle.count))) {
        summary.particle = WordFold.hash(particle)
        summaries[Int(base)].append(summary)
      }
    }
    // "begründen mit" before "begründen", which would hide it.
    for verb in summaries.indices where summaries[verb].count > 1 {
      summaries[verb] =
        summaries[verb].filter { $0.preposition != 0 }
        + summaries[verb].filter { $0.preposition == 0 }
    }
    for row in TabSeparatedTable(files.bytes("reporting-frames.tsv")).rows {
      var takes: Takes = []
      for part in row.list("takes") { takes.formUnion(Takes.named[part] ?? []) }
      let medium = Self.medium(row["medium"])
      let lemma = row["lemma"]
      let particle = row["particle"]
      if let joined = verbs.number(lemma) {
        frames[Int(joined)].append(
          Frame(lemma: lemma, particle: 0, takes: takes, medium: medium))
      }
      if !particle.isEmpty, let base = verbs.number(String(lemma.dropFirst(particle.count))) {
        frames[Int(base)].append(
          Frame(
            lemma: lemma, particle: WordFold.hash(particle), takes: takes, medium: medium))
      }
    }
  }

  private static func medium(_ name: String) -> Medium {
    switch name {
    case "Speech": .speech
    case "Writing": .writing
    case "ST": .speechOrThought
    default: .speechOrWriting
    }
  }

  @inline(__always)
  func frames(of verb: Int16) -> [Frame] {
    verb < 0 ? [] : frames[Int(verb)]
  }
}

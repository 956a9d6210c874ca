import GermanLanguage
import TextModel

/// The verbs that report, with the act each performs and the stance it implies towards its object.
struct ReportingVerbs: Sendable {
  typealias Lemma = LemmaTable.Lemma

  struct Verb: Sendable {
    var act: SpeechAct
    /// +1, -1, or 0 when the verb says nothing of the stance.
    var stance: Int
    /// What kind of saying it is ("emphasise", "justify"), as the table calls it; nil for other verbs.
    var fineAct: String?
    /// Whether it reports without saying anything of its own (mitteilen, melden, laut).
    var informs: Bool
    /// Whether it is too common in other meanings to count outside a reporting clause.
    var isWeak: Bool
    /// A word that has to stand by ("vor" for *warnen vor*, "gegen" for *sich aussprechen gegen*).
    var companion: WordKey?
    /// A verb that has to stand by a noun ("nehmen" for *zur Kenntnis nehmen*).
    var partner: Lemma?
  }

  private var verbs = LemmaMap<[Verb]>()

  /// Verbs that mostly do not report when they stand alone in a sentence.
  private static let weak: Set<String> = [
    "finden", "sehen", "halten", "stehen", "gehen", "geben", "nehmen", "planen", "binden",
    "bestehen",
    "annehmen", "ausgehen", "entscheiden", "beschreiben", "lauten", "heißen", "verteidigen",
    "zugeben", "ergänzen",
    "ausführen", "wiederholen", "anlasten", "angeben", "sprechen", "machen", "beschließen",
    "vereinbaren", "erwarten",
    "erinnern", "schließen", "absagen", "verbieten", "besprechen", "erklären", "unterstützen",
    "wollen", "nennen",
    "bezeichnen", "fragen", "knüpfen", "bringen", "stellen", "lassen", "treten", "setzen", "sagen",
    "denken",
  ]

  init(_ bytes: [UInt8], lemmas: inout LemmaTable) {
    for row in TabSeparatedTable(bytes).rows {
      var words = row["lemma"].split(separator: " ").map(String.init)
      words.removeAll { $0.hasPrefix("(") || $0.hasPrefix("[") }
      let isSpecial = row["lemma"].contains("[")
      if isSpecial { continue }  // evaluation of the predicate decides
      words.removeAll { $0 == "sich" }
      let isVerb = { (word: String) in word.hasSuffix("n") && !Self.smallWords.contains(word) }
      guard let verb = words.last(where: isVerb) ?? words.first else { continue }
      let act = SpeechAct(rawValue: row["act"]) ?? .assert
      let stance = row["implied_stance"] == "+" ? 1 : row["implied_stance"] == "-" ? -1 : 0
      // "in Aussicht stellen", "verantwortlich machen", "zu schätzen wissen": the other word is the cue.
      let other = words.first { $0 != verb && !Self.smallWords.contains($0) }
      let key = other ?? verb
      var companion: WordKey?
      if other == nil, let last = words.last, last != verb, ["vor", "gegen", "für"].contains(last) {
        companion = WordKey(Array(folded(last)))
      }
      if other == nil, let last = words.last, last == "auf", Self.withAuf.contains(verb) {
        companion = WordKey(Array(folded(last)))
      }
      let lemma = lemmas.add(key)
      let known = verbs[lemma] ?? []
      let partner = other == nil ? nil : lemmas.add(verb)
      verbs[lemma] =
        known + [
          Verb(
            act: act, stance: stance, fineAct: row["fine_act"],
            informs: ["inform", "hint", "predict", "think"].contains(row["fine_act"]),
            isWeak: other == nil && Self.weak.contains(verb), companion: companion,
            partner: partner)
        ]
    }
  }

  /// Adds verbs of a table with the columns word, act and stance, unless they are known.
  mutating func add(_ bytes: [UInt8], lemmas: inout LemmaTable) {
    for row in TabSeparatedTable(bytes).rows {
      let lemma = lemmas.add(row["word"])
      guard verbs[lemma] == nil else { continue }
      verbs[lemma] = [
        Verb(
          act: SpeechAct(rawValue: row["act"]) ?? .assert,
          stance: row["stance"] == "+" ? 1 : row["stance"] == "-" ? -1 : 0, informs: false,
          isWeak: false, companion: nil, partner: nil)
      ]
    }
  }

  /// Verbs that mean something else without "auf": es besteht Gefahr, einige Länder.
  private static let withAuf: Set<String> = ["bestehen", "einigen", "verweisen"]

  private static let smallWords: Set<String> = [
    "zur", "zu", "ins", "in", "eine", "der", "an", "auf", "von", "vor", "für", "um", "mit", "über",
    "gegen", "als",
    "aus", "es", "nach",
  ]

  private func folded(_ word: String) -> [UInt8] {
    var letters: [UInt8] = []
    appendFolded(word.utf8, to: &letters)
    return letters
  }

  func verbs(_ lemma: Lemma) -> [Verb] { verbs[lemma] ?? [] }
}

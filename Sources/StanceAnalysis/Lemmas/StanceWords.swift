import GermanLanguage
import TextModel

/// What single words do to a stance, from the data files: negators, reversers, evaluatives, modality.
struct StanceWords: Sendable {
  typealias Lemma = LemmaTable.Lemma

  struct Effects: OptionSet, Sendable {
    let rawValue: UInt32
    static let negates = Effects(rawValue: 1 << 0)
    static let nearlyNegates = Effects(rawValue: 1 << 1)
    static let reversesNext = Effects(rawValue: 1 << 2)
    static let opposesNext = Effects(rawValue: 1 << 3)
    static let reversesObject = Effects(rawValue: 1 << 4)
    static let goodAdjective = Effects(rawValue: 1 << 5)
    static let badAdjective = Effects(rawValue: 1 << 6)
    static let obliges = Effects(rawValue: 1 << 7)
    static let intends = Effects(rawValue: 1 << 8)
    static let conditions = Effects(rawValue: 1 << 9)
    static let concedes = Effects(rawValue: 1 << 10)
    /// Judges only where it is negated: "nicht rechtzeitig".
    static let badIfNegated = Effects(rawValue: 1 << 11)
    /// An examination whose outcome is open.
    static let examines = Effects(rawValue: 1 << 12)
    /// With a negator: what must not be.
    static let forbids = Effects(rawValue: 1 << 14)
    /// Counts only where it is written as a noun.
    static let nounOnly = Effects(rawValue: 1 << 15)
    /// A speaker who only tells facts: police, studies, papers.
    static let reportsFacts = Effects(rawValue: 1 << 13)
    static let goodNoun = Effects(rawValue: 1 << 16)
    static let badNoun = Effects(rawValue: 1 << 17)
    static let goodVerb = Effects(rawValue: 1 << 18)
    static let badVerb = Effects(rawValue: 1 << 19)
    /// What happens and is counted, without a side.
    static let happens = Effects(rawValue: 1 << 20)

    /// What ought to be, as a noun: Pflicht, Notwendigkeit.
    static let obligesAsNoun = Effects(rawValue: 1 << 22)

    static let goods: Effects = [.goodAdjective, .goodNoun, .goodVerb]
    static let bads: Effects = [.badAdjective, .badNoun, .badVerb]
    private static let nouns: Effects = [.goodNoun, .badNoun]
    private static let others: Effects = [.goodAdjective, .badAdjective, .goodVerb, .badVerb]

    /// Without the judgements that a word of this spelling does not make: nouns are capitalised, the
    /// others are not, and a stem may belong to both (*Recht*, *recht*).
    func spelled(capitalised: Bool, first: Bool) -> Effects {
      capitalised ? (first ? self : subtracting(Self.others)) : subtracting(Self.nouns)
    }
  }

  private var effects: [Effects] = []
  /// Effects that hold only where the word is written with an umlaut.
  private var umlautEffects: [Effects] = []
  /// Effects of single forms, by their fold.
  private var byForm: [UInt64: Effects] = [:]

  init(files: LexiconFiles, lemmas: inout LemmaTable) {
    for row in TabSeparatedTable(files.bytes("negators.tsv")).rows {
      add(row["strength"] == "1" ? .negates : .nearlyNegates, to: lemmas.add(row["word"]))
    }
    for row in TabSeparatedTable(files.bytes("reversers.tsv")).rows {
      let effect: Effects =
        switch row["place"] {
        case "noun": .reversesNext
        case "preposition": .opposesNext
        default: .reversesObject
        }
      let isNoun = row["word"].utf8.first.map { $0 < 0x61 || $0 == 0xC3 } ?? false
      add(isNoun ? effect.union(.nounOnly) : effect, to: lemmas.add(row["word"]))
    }
    for row in TabSeparatedTable(files.bytes("evaluatives.tsv")).rows {
      let effect: Effects =
        switch (row["polarity"], row["kind"]) {
        case ("+", "noun"): .goodNoun
        case ("+", "verb"): .goodVerb
        case ("+", _): .goodAdjective
        case ("-", "noun"): .badNoun
        case ("-", "verb"): .badVerb
        case ("-", _): .badAdjective
        default: .badIfNegated
        }
      let word = row["word"]
      if word.utf8.first == UInt8(ascii: "=") {
        byForm[WordFold.hash(word.dropFirst()), default: []].formUnion(effect)
      } else {
        // fördern is not fordern, though they share a stem.
        add(effect, to: lemmas.add(word), ifUmlaut: Self.hasUmlaut(word.utf8))
      }
    }
    for row in TabSeparatedTable(files.bytes("happenings.tsv")).rows {
      add(.happens, to: lemmas.add(row["word"]))
    }
    let kinds: [String: Effects] = [
      "oblige": .obliges, "intend": .intends, "condition": .conditions, "concede": .concedes,
      "examine": .examines, "forbid": .forbids,
    ]
    for row in TabSeparatedTable(files.bytes("modality.tsv")).rows {
      let isNoun = row["word"].utf8.first.map { $0 < 0x61 } ?? false
      let kind = kinds[row["kind"]] ?? []
      add(isNoun && kind == .obliges ? .obligesAsNoun : kind, to: lemmas.add(row["word"]))
    }
    for row in TabSeparatedTable(files.bytes("fact-sources.tsv")).rows {
      add(.reportsFacts, to: lemmas.add(row["word"]))
    }
  }

  private mutating func add(_ effect: Effects, to lemma: Lemma, ifUmlaut: Bool = false) {
    while effects.count <= Int(lemma) {
      effects.append([])
      umlautEffects.append([])
    }
    if ifUmlaut {
      umlautEffects[Int(lemma)].formUnion(effect)
    } else {
      effects[Int(lemma)].formUnion(effect)
    }
  }

  /// The effects of a lemma in a word of this spelling.
  @inline(__always)
  func effects(_ lemma: Lemma, in word: some Sequence<UInt8>) -> Effects {
    guard Int(lemma) < effects.count else { return [] }
    let more = umlautEffects[Int(lemma)]
    if more.isEmpty || !Self.hasUmlaut(word) { return effects[Int(lemma)] }
    return effects[Int(lemma)].union(more)
  }

  /// What a word does in this very form.
  @inline(__always)
  func effects(ofForm fold: UInt64) -> Effects { byForm[fold] ?? [] }

  /// ä, ö or ü.
  static func hasUmlaut(_ bytes: some Sequence<UInt8>) -> Bool {
    var isSecond = false
    for byte in bytes {
      if isSecond, [0x84, 0x96, 0x9C, 0xA4, 0xB6, 0xBC].contains(byte) { return true }
      isSecond = byte == 0xC3
    }
    return false
  }

  @inline(__always)
  subscript(lemma: Lemma) -> Effects {
    Int(lemma) < effects.count ? effects[Int(lemma)] : []
  }
}

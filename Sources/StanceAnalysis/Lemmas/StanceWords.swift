import GermanLanguage
import TextModel

/// What single words do to a stance, from the data files: negators, reversers, evaluatives, modality.
struct StanceWords: Sendable {
  typealias Lemma = LemmaTable.Lemma

  struct Effects: OptionSet, Sendable {
    let rawValue: UInt16
    static let negates = Effects(rawValue: 1 << 0)
    static let nearlyNegates = Effects(rawValue: 1 << 1)
    static let reversesNext = Effects(rawValue: 1 << 2)
    static let opposesNext = Effects(rawValue: 1 << 3)
    static let reversesObject = Effects(rawValue: 1 << 4)
    static let good = Effects(rawValue: 1 << 5)
    static let bad = Effects(rawValue: 1 << 6)
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
  }

  private var effects: [Effects] = []

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
        switch row["polarity"] {
        case "+": .good
        case "-": .bad
        default: .badIfNegated
        }
      add(effect, to: lemmas.add(row["word"]))
    }
    let kinds: [String: Effects] = [
      "oblige": .obliges, "intend": .intends, "condition": .conditions, "concede": .concedes,
      "examine": .examines, "forbid": .forbids,
    ]
    for row in TabSeparatedTable(files.bytes("modality.tsv")).rows {
      add(kinds[row["kind"]] ?? [], to: lemmas.add(row["word"]))
    }
    for row in TabSeparatedTable(files.bytes("fact-sources.tsv")).rows {
      add(.reportsFacts, to: lemmas.add(row["word"]))
    }
  }

  private mutating func add(_ effect: Effects, to lemma: Lemma) {
    while effects.count <= Int(lemma) { effects.append([]) }
    effects[Int(lemma)].formUnion(effect)
  }

  @inline(__always)
  subscript(lemma: Lemma) -> Effects {
    Int(lemma) < effects.count ? effects[Int(lemma)] : []
  }
}

import GermanLanguage

/// What a word is to the rules of this module, whatever stands beside it: one bit for each small set of
/// words that a rule asks for, and one for each table that knows the word, so that most words of a text
/// are passed over without a look into any table.
struct WordMarks: OptionSet, Sendable {
  let rawValue: UInt32

  // Words, by their fold.
  static let against = WordMarks(rawValue: 1 << 0)
  static let inFavour = WordMarks(rawValue: 1 << 1)
  static let whether = WordMarks(rawValue: 1 << 2)
  /// "zu" before an adjective.
  static let too = WordMarks(rawValue: 1 << 3)
  /// es
  static let impersonal = WordMarks(rawValue: 1 << 4)
  /// laut, nach, zufolge: a formula that names a source.
  static let formula = WordMarks(rawValue: 1 << 5)
  /// Ansicht, Meinung: what makes such a formula one of opinion.
  static let opinion = WordMarks(rawValue: 1 << 6)
  /// ich, wir, man, wird: beside them a verb of saying is the speaker's own.
  static let speaking = WordMarks(rawValue: 1 << 7)
  /// nannte, bezeichnete: what follows in marks is a label.
  static let labelling = WordMarks(rawValue: 1 << 8)
  /// ich, wir, er, man
  static let selves = WordMarks(rawValue: 1 << 9)
  /// ich, wir
  static let firstPerson = WordMarks(rawValue: 1 << 10)
  /// bereit, entschlossen
  static let ready = WordMarks(rawValue: 1 << 11)
  /// werde, werden
  static let future = WordMarks(rawValue: 1 << 12)
  /// dies, dagegen, dafür: points to the topic of the statement before.
  static let pointer = WordMarks(rawValue: 1 << 13)

  // Tables that know the word.
  /// It may be a verb of reporting.
  static let reports = WordMarks(rawValue: 1 << 20)
  /// It may be a noun of reporting.
  static let reportsAsNoun = WordMarks(rawValue: 1 << 21)
  /// A cue of the codebook may begin with it.
  static let beginsCue = WordMarks(rawValue: 1 << 22)
  /// It gives a signal.
  static let signals = WordMarks(rawValue: 1 << 23)
  /// It may judge.
  static let judges = WordMarks(rawValue: 1 << 24)

  /// The marks that a word has by its fold alone.
  static func ofForm(_ fold: UInt64) -> WordMarks { byFold[fold] ?? [] }

  private static let byFold: [UInt64: WordMarks] = {
    var table: [UInt64: WordMarks] = [:]
    let lists: [(WordMarks, [String])] = [
      (.against, ["gegen"]), (.inFavour, ["für"]), (.whether, ["ob"]), (.too, ["zu"]),
      (.impersonal, ["es"]),
      (.formula, ["laut", "nach", "zufolge", "gemäß", "wonach", "demnach", "danach"]),
      (
        .opinion,
        [
          "Ansicht", "Meinung", "Auffassung", "Sicht", "Überzeugung", "Einschätzung", "Worten",
        ]
      ),
      (.speaking, ["ich", "wir", "man", "wird"]),
      (
        .labelling,
        ["nannte", "nennt", "genannt", "bezeichnete", "bezeichnet", "sprach", "spricht"]
      ),
      (.selves, ["ich", "wir", "er", "man"]), (.firstPerson, ["ich", "wir"]),
      (.ready, ["bereit", "entschlossen"]), (.future, ["werde", "werden"]),
      (
        .pointer,
        ["dies", "das", "dagegen", "davon", "davor", "dem", "diesem", "dafür", "darauf"]
      ),
    ]
    for (mark, words) in lists {
      for word in words { table[WordFold.hash(word), default: []].insert(mark) }
    }
    return table
  }()
}

/// What some words are together, so that what none of them is need not be looked for.
struct WordSummary {
  var marks: WordMarks = []
  var effects: StanceWords.Effects = []
  /// As `WordSlots.Entry.lemmaBits`.
  var lemmaBits: UInt64 = 0

  func has(_ mark: WordMarks) -> Bool { !marks.isDisjoint(with: mark) }
}

import GermanLanguage
import TextModel

/// The words that cues are made of, and which of them a token of a text is.
///
/// A token is compared by the key of its stem; a noun also by the ends of the compound it heads, a verb
/// also as a participle (*gefordert*), with *zu* inside (*abzulehnen*) and by the irregular forms of
/// `strong-verbs.tsv`. A separable verb is found in two pieces too (*lehnt … ab*).
struct LemmaTable: Sendable {
  typealias Lemma = Int32

  private var lemmas = KeyTable()
  private var isNoun: [Bool] = []
  private var names: [String] = []
  /// From the stem of an irregular form to the stem of its infinitive.
  private var strongForms = KeyMap<WordKey>()
  /// The same from whole forms, where the stem would be that of another verb.
  private var wholeForms = KeyMap<WordKey>()
  /// From the stem of a verb to the separable verbs made of it.
  private var separable = KeyMap<[(particle: WordKey, lemma: Lemma)]>()
  private var particles = KeyMap<Bool>()

  static let prefixes: [[UInt8]] = [
    "zusammen", "entgegen", "auseinander", "herunter", "hinaus", "heraus", "herbei", "hervor",
    "herum", "hinzu",
    "zurueck", "zuruck", "nieder", "weiter", "wieder", "voran", "voraus", "bereit", "fest", "fort",
    "frei", "nach", "statt", "teil", "bei", "dar", "ein", "her", "hin", "los", "mit", "tot", "uber",
    "um",
    "vor", "weg", "auf", "aus", "gut", "ab", "an", "da", "zu", "durch", "unter", "hoch", "klar",
    "ins",
  ].map { Array($0.utf8) }
  private static let infinitive = ArraySlice("en".utf8)
  private static let inseparable: [[UInt8]] = [
    "be", "ver", "er", "ent", "zer", "miss", "wider", "unter", "uber", "ge", "hinter",
  ].map { Array($0.utf8) }

  /// The prefixes by their first letter, in the order of the lists.
  private let prefixesByInitial = Self.byInitial(Self.prefixes)
  private let inseparableByInitial = Self.byInitial(Self.inseparable)

  private static func byInitial(_ prefixes: [[UInt8]]) -> [[[UInt8]]] {
    var table: [[[UInt8]]] = Array(repeating: [], count: 256)
    for prefix in prefixes { table[Int(prefix[0])].append(prefix) }
    return table
  }

  init(strongVerbs: [UInt8]) {
    let rows = TabSeparatedTable(strongVerbs).rows
    let infinitives = Set(rows.map { WordKey(stemOf: $0["lemma"]) })
    for row in rows {
      let stem = WordKey(stemOf: row["lemma"])
      // A form whose stem is that of another verb counts only as a whole: gebeten, geben.
      for form in row.list("forms") where WordKey(stemOf: form) != stem {
        guard !infinitives.contains(WordKey(stemOf: form)) else {
          wholeForms[WordKey(folded(form))] = stem
          continue
        }
        strongForms[WordKey(stemOf: form)] = stem
        // Prefixed participles have no ge- (besprochen), or have it inside.
        if form.hasPrefix("ge"), form.utf8.count > 6 {
          let bare = WordKey(stemOf: String(form.dropFirst(2)))
          if bare != stem, strongForms[bare] == nil { strongForms[bare] = stem }
        }
      }
    }
  }

  /// As `WordStem`, but sicher and sichern keep their ending: without it they would be sich.
  private static func stemLength(_ letters: ArraySlice<UInt8>) -> Int {
    let length = WordStem.stemLength(letters)
    guard length == 4, letters.count >= 6, letters.starts(with: Self.certain) else { return length }
    return 6
  }

  private static let certain = Array("sicher".utf8)

  private func folded(_ word: String) -> [UInt8] {
    var letters: [UInt8] = []
    appendFolded(word.utf8, to: &letters)
    return letters
  }

  var count: Int { names.count }
  func name(_ lemma: Lemma) -> String { names[Int(lemma)] }

  /// The number of a word, a new one if it is new. Words of one stem are one lemma.
  mutating func add(_ word: String) -> Lemma {
    var letters: [UInt8] = []
    appendFolded(word.utf8, to: &letters)
    let isCapital = (word.utf8.first.map { $0 < 0x61 || $0 > 0x7A }) ?? false
    let stemmed = letters.prefix(Self.stemLength(letters[...]))
    var key = WordKey(stemmed)
    // A noun is no form of a verb that looks like it: Gefahr, gefahren.
    if !isCapital { key = strongForms[key] ?? key }
    if lemmas[key] >= 0 {
      let known = lemmas[key]
      if isCapital { isNoun[Int(known)] = true }
      return known
    }
    let lemma = Lemma(names.count)
    names.append(word)
    isNoun.append(isCapital)
    lemmas[key] = lemma
    // Stems keep four letters: lob(en) would not meet lobt.
    if !isCapital, letters.count == 5, letters.suffix(2) == Self.infinitive {
      let short = WordKey(letters.prefix(3) + [UInt8(ascii: "t")])
      if lemmas[short] < 0 { lemmas[short] = lemma }
    }
    if !isCapital, letters.last == UInt8(ascii: "n") {
      for prefix in Self.prefixes
      where letters.count > prefix.count + 3 && letters.starts(with: prefix) {
        let rest = letters[prefix.count...]
        let base = WordKey(rest.prefix(Self.stemLength(rest)))
        let particle = WordKey(prefix)
        separable[base] = (separable[base] ?? []) + [(particle, lemma)]
        particles[particle] = true
        // The stem of the verb alone may keep more letters than that of the longer word.
        let joined = extended(base, by: prefix)
        if lemmas[joined] < 0 { lemmas[joined] = lemma }
        if rest.count == 5, rest.suffix(2) == Self.infinitive {
          let short = WordKey(rest.prefix(3) + [UInt8(ascii: "t")])
          separable[short] = (separable[short] ?? []) + [(particle, lemma)]
          let whole = extended(short, by: prefix)
          if lemmas[whole] < 0 { lemmas[whole] = lemma }
        }
        break
      }
      for prefix in Self.inseparable
      where letters.count > prefix.count + 3 && letters.starts(with: prefix) {
        let rest = letters[prefix.count...]
        let joined = extended(WordKey(rest.prefix(Self.stemLength(rest))), by: prefix)
        if lemmas[joined] < 0 { lemmas[joined] = lemma }
      }
    }
    return lemma
  }

  /// A lemma without adding it; nil when no cue has it.
  func lemma(_ word: String) -> Lemma? {
    let key = WordKey(stemOf: word)
    let found = lemmas[strongForms[key] ?? key]
    return found >= 0 ? found : nil
  }

  /// What one token can be.
  struct Reading {
    var letters: [UInt8] = []
    /// Lemmas of the token alone.
    var lemmas: [Lemma] = []
    /// Separable verbs of which it may be the finite part, with their particles.
    var halves: [(particle: WordKey, lemma: Lemma)] = []
    /// The key of the whole word when it is a particle.
    var particle: WordKey?

    init() {
      letters.reserveCapacity(64)
    }
  }

  /// Reads a token into `reading`.
  ///
  /// - Complexity: linear in the word's length.
  func read(
    _ word: UnsafeBufferPointer<UInt8>, capitalised: Bool, into reading: inout Reading
  ) {
    reading.letters.removeAll(keepingCapacity: true)
    reading.lemmas.removeAll(keepingCapacity: true)
    reading.halves.removeAll(keepingCapacity: true)
    reading.particle = nil
    appendFolded(word, to: &reading.letters)
    let letters = reading.letters
    let stemEnd = Self.stemLength(letters[...])
    guard stemEnd > 0 else { return }
    // One pass from the end: keys of all ends, the last one that of the whole stem.
    var key = WordKey.start
    var index = stemEnd - 1
    while index > 0 {
      key.extend(letters[index])
      if capitalised, stemEnd - index >= 4, index >= 3 {
        let head = lemmas[key]
        if head >= 0, isNoun[Int(head)] { append(head, &reading) }
      }
      index -= 1
    }
    key.extend(letters[0])
    appendKey(key, &reading)
    if letters.count <= 10, particles[WordKey(letters)] != nil {
      reading.particle = WordKey(letters)
    }
    let strong = strongForms[key] ?? (letters.count <= 10 ? wholeForms[WordKey(letters)] : nil)
    if let strong { appendKey(strong, &reading) }
    if let halves = separable[key] { reading.halves += halves }
    if let strong, let halves = separable[strong] { reading.halves += halves }
    guard letters.count >= 5 else { return }
    if letters[0] == UInt8(ascii: "g"), letters[1] == UInt8(ascii: "e"), letters.count >= 6 {
      let rest = letters[2...]
      appendKey(WordKey(rest.prefix(Self.stemLength(rest))), &reading)
    }
    for prefix in prefixesByInitial[Int(letters[0])]
    where letters.count > prefix.count + 3 && letters.starts(with: prefix) {
      let rest = letters[prefix.count...]
      appendPrefixed(prefix, rest, &reading)
      let start = rest.startIndex
      let mark = (rest[start], rest[start + 1])
      if mark == (UInt8(ascii: "g"), UInt8(ascii: "e"))
        || mark == (UInt8(ascii: "z"), UInt8(ascii: "u"))
      {
        appendPrefixed(prefix, rest[(start + 2)...], &reading)
      }
      break
    }
    for prefix in inseparableByInitial[Int(letters[0])]
    where letters.count > prefix.count + 3 && letters.starts(with: prefix) {
      let rest = letters[prefix.count...]
      if let base = strongForms[WordKey(rest.prefix(Self.stemLength(rest)))] {
        appendKey(extended(base, by: prefix), &reading)
      }
    }
  }

  private func appendPrefixed(
    _ prefix: [UInt8], _ rest: ArraySlice<UInt8>, _ reading: inout Reading
  ) {
    guard rest.count >= 3 else { return }
    let key = WordKey(rest.prefix(Self.stemLength(rest)))
    appendKey(extended(key, by: prefix), &reading)
    if let strong = strongForms[key] { appendKey(extended(strong, by: prefix), &reading) }
  }

  private func extended(_ key: WordKey, by prefix: [UInt8]) -> WordKey {
    var key = key
    for letter in prefix.reversed() { key.extend(letter) }
    return key
  }

  @inline(__always)
  private func appendKey(_ key: WordKey, _ reading: inout Reading) {
    let lemma = lemmas[key]
    if lemma >= 0 { append(lemma, &reading) }
  }

  @inline(__always)
  private func append(_ lemma: Lemma, _ reading: inout Reading) {
    if !reading.lemmas.contains(lemma) { reading.lemmas.append(lemma) }
  }
}

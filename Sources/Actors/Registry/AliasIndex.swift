import GermanLanguage
import TextModel

/// Finds the names of known actors in a sequence of folded words.
struct AliasIndex: Sendable {
  struct Alias: Sendable {
    /// Where the folded hashes of its words stand, and how many they are.
    fileprivate let firstWord: Int32
    let wordCount: Int32
    let actor: Int
    /// Whether it is only the last part of a person's name.
    let isSurname: Bool
    /// Whether it is also a word of the language, so that the context has to speak for the name.
    let isCommonWord: Bool
    let isGenitive: Bool
  }

  private var aliases: [Alias] = []
  private var words: [UInt64] = []
  private var heads = WordTable(minimumCapacity: 8_000)
  /// Most words of a text are refused by it.
  private var filter = WordFilter()
  /// The same by other bits of the hash, so that hardly a word is looked up that begins no name: the table
  /// is too large for the fastest memory.
  private var secondFilter = WordFilter()
  /// While it is being built, for each entry of `heads`: aliases beginning with that word, longest first,
  /// lists in order.
  private var entries: [[Int32]] = []
  /// The entries one after the other, and where each begins.
  private var order: [Int32] = []
  private var starts: [Int32] = []
  /// For each entry one bit for some bits of the second word of each of its aliases.
  private var secondWords: [UInt64] = []
  /// For each entry whether one of its aliases is the word alone.
  private var haveSingle: [Bool] = []

  mutating func add(_ actor: KnownActor, index: Int, words: GermanLexicon) {
    for name in [actor.name] + actor.aliases { add(name, actor, index, isSurname: false, words) }
    if actor.kind == .person, let surname = Self.surname(of: actor.name), surname != actor.name {
      add(surname, actor, index, isSurname: true, words)
    }
  }

  private mutating func add(
    _ name: String, _ actor: KnownActor, _ index: Int, isSurname: Bool, _ words: GermanLexicon
  ) {
    let parts = name.split(whereSeparator: { $0 == " " }).map(String.init)
    guard let last = parts.last else { return }
    let isSingle = parts.count == 1
    let isSurname = isSurname || (isSingle && actor.kind == .person && actor.name != name)
    var isCommon = false
    if isSingle, !Self.isAllCapitals(name), actor.kind != .state, actor.id.rawValue != "westen" {
      var classes = words.classes(WordFold.hash(name))
      // That a word means a body is no reason against the name of a body (Kreml, Bundestag).
      if actor.kind != .person { classes.subtract([.organisation, .particle, .givenName]) }
      isCommon = !classes.isDisjoint(with: Self.commonWords)
    }
    // "Weißes Haus", "Weiße Haus", "Weißen Hauses": adjectives inside a name are inflected.
    let folds = parts.map { WordFold.hash($0) }
    var forms = [folds]
    if parts.count > 1, let first = parts.first, let stem = Self.adjectiveStem(first) {
      forms = ["e", "er", "es", "en", "em"].map { [WordFold.hash(stem + $0)] + folds.dropFirst() }
    }
    let genitive = WordFold.hash(last + "s")
    let longGenitive = WordFold.hash(last + "es")
    for form in forms {
      insert(form, index, isSurname, isCommon, isGenitive: false)
      guard let byte = last.utf8.last, byte | 0x20 >= 0x61 else { continue }
      let isSibilant =
        byte == UInt8(ascii: "s") || byte == UInt8(ascii: "x") || byte == UInt8(ascii: "z")
      if !isSibilant {
        insert(form.dropLast() + [genitive], index, isSurname, isCommon, isGenitive: true)
      } else if actor.kind != .person {
        insert(form.dropLast() + [longGenitive], index, isSurname, isCommon, isGenitive: true)
      }
      if actor.kind == .organisation || actor.kind == .governmentMetonym, !isSibilant {
        insert(form.dropLast() + [longGenitive], index, isSurname, isCommon, isGenitive: true)
      }
    }
  }

  private static let commonWords: WordClass = [
    .thing, .time, .month, .weekday, .source, .saying, .person, .organisation, .title, .adverb,
    .adjective, .preposition, .determiner, .participle, .infinitive, .numeral, .modal, .auxiliary,
    .givenName, .particle, .coordinator, .subordinator, .pronoun,
  ]

  private mutating func insert(
    _ hashes: [UInt64], _ actor: Int, _ isSurname: Bool, _ isCommon: Bool, isGenitive: Bool
  ) {
    let number = Int32(aliases.count)
    let alias = Alias(
      firstWord: Int32(words.count), wordCount: Int32(hashes.count), actor: actor,
      isSurname: isSurname, isCommonWord: isCommon, isGenitive: isGenitive)
    if let entry = heads[hashes[0]] {
      let isKnown = entries[Int(entry)].contains {
        let known = aliases[Int($0)]
        return known.actor == actor && known.wordCount == alias.wordCount
          && hashes.indices.allSatisfy { word($0, of: known) == hashes[$0] }
      }
      if isKnown { return }
      let position =
        entries[Int(entry)].firstIndex { Int(aliases[Int($0)].wordCount) < hashes.count }
        ?? entries[Int(entry)].count
      entries[Int(entry)].insert(number, at: position)
    } else {
      heads[hashes[0]] = Int32(entries.count)
      entries.append([number])
      filter.insert(hashes[0])
      secondFilter.insert(Self.turned(hashes[0]))
    }
    aliases.append(alias)
    words += hashes
  }

  /// Ends the building; has to be called once before anything is looked up.
  mutating func freeze() {
    for entry in entries {
      starts.append(Int32(order.count))
      order += entry
    }
    starts.append(Int32(order.count))
    for entry in entries {
      var bits: UInt64 = 0
      for number in entry where aliases[Int(number)].wordCount > 1 {
        bits |= Self.secondBit(word(1, of: aliases[Int(number)]))
      }
      secondWords.append(bits)
      haveSingle.append(entry.contains { aliases[Int($0)].wordCount == 1 })
    }
    entries = []
  }

  @inline(__always)
  private static func secondBit(_ fold: UInt64) -> UInt64 { 1 << (fold >> 20 & 63) }

  /// Whether a name may begin with a word; no for most words of a text.
  @inline(__always)
  func mayHave(_ fold: UInt64) -> Bool {
    filter.mayHave(fold) && secondFilter.mayHave(Self.turned(fold))
  }

  @inline(__always)
  private static func turned(_ fold: UInt64) -> UInt64 { fold << 32 | fold >> 32 }

  /// Whether a name may be a word alone, and whether a longer one may begin with it.
  ///
  /// - Parameter next: the fold of the word that follows, 0 for none.
  @inline(__always)
  func mayBegin(_ fold: UInt64, before next: UInt64) -> (alone: Bool, longer: Bool) {
    guard let entry = heads[fold] else { return (false, false) }
    return (haveSingle[Int(entry)], secondWords[Int(entry)] & Self.secondBit(next) != 0)
  }

  /// The aliases that begin with a word, as places for `alias(at:)`: longest first; of equal ones those of
  /// the user's list first.
  @inline(__always)
  func beginning(with fold: UInt64) -> Range<Int> {
    guard mayHave(fold), let entry = heads[fold] else { return 0..<0 }
    return Int(starts[Int(entry)])..<Int(starts[Int(entry) + 1])
  }

  @inline(__always)
  func alias(at place: Int) -> Alias { aliases[Int(order[place])] }

  /// The actor with a name of exactly these words, by their folds; nil for none.
  func single(_ folds: [UInt64]) -> Int? {
    guard let first = folds.first else { return nil }
    for place in beginning(with: first) {
      let alias = alias(at: place)
      if Int(alias.wordCount) == folds.count, !alias.isSurname, !alias.isGenitive,
        folds.indices.allSatisfy({ word($0, of: alias) == folds[$0] })
      {
        return alias.actor
      }
    }
    return nil
  }

  /// The fold of one word of an alias.
  @inline(__always)
  func word(_ index: Int, of alias: Alias) -> UInt64 { words[Int(alias.firstWord) + index] }

  @inline(__always)
  func has(_ fold: UInt64) -> Bool { mayHave(fold) && heads[fold] != nil }

  /// The last part of a person's name with its particles: "Ursula von der Leyen" → "von der Leyen".
  static func surname(of name: String) -> String? {
    let parts = name.split(separator: " ")
    guard parts.count > 1, let last = parts.last, !last.hasSuffix(".") else { return nil }
    var first = parts.count - 1
    while first > 1, let byte = parts[first - 1].utf8.first, byte >= 0x61, byte <= 0x7A {
      first -= 1
    }
    return parts[first...].joined(separator: " ")
  }

  private static func isAllCapitals(_ word: String) -> Bool {
    word.utf8.count > 1 && word.utf8.allSatisfy { $0 < 0x61 || $0 > 0x7A }
  }

  /// "Weißes" → "Weiß", "Europäische" → "Europäisch"; nil for what does not look like an adjective.
  private static func adjectiveStem(_ word: String) -> String? {
    for ending in ["es", "er", "en", "em", "e"] where word.hasSuffix(ending) {
      let stem = String(word.dropLast(ending.count))
      let isAdjective = [
        "isch", "lich", "ig", "eiß", "eut", "inte", "nter", "ale", "al", "iger", "ot", "rote",
        "eint",
        "einigt",
      ]
      .contains { stem.hasSuffix($0) }
      return isAdjective && stem.utf8.count >= 3 ? stem : nil
    }
    return nil
  }
}

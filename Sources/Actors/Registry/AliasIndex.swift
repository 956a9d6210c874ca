import GermanLanguage
import TextModel

/// Finds the names of known actors in a sequence of folded words.
struct AliasIndex: Sendable {
  struct Alias: Sendable {
    /// Folded hashes of its words.
    let words: [UInt64]
    let actor: Int
    /// Whether it is only the last part of a person's name.
    let isSurname: Bool
    /// Whether it is also a word of the language, so that the context has to speak for the name.
    let isCommonWord: Bool
    let isGenitive: Bool
  }

  private var aliases: [Alias] = []
  private var heads = WordTable(minimumCapacity: 8_000)
  /// For each entry of `heads`: aliases beginning with that word, longest first, lists in order.
  private var entries: [[Int32]] = []

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
    var forms: [[String]] = [parts]
    if parts.count > 1, let first = parts.first, let stem = Self.adjectiveStem(first) {
      forms = ["e", "er", "es", "en", "em"].map { [stem + $0] + parts.dropFirst() }
    }
    for form in forms {
      insert(form, index, isSurname, isCommon, isGenitive: false)
      guard let byte = last.utf8.last, byte | 0x20 >= 0x61 else { continue }
      let isSibilant = [UInt8(ascii: "s"), UInt8(ascii: "x"), UInt8(ascii: "z")].contains(byte)
      if !isSibilant {
        insert(form.dropLast() + [last + "s"], index, isSurname, isCommon, isGenitive: true)
      } else if actor.kind != .person {
        insert(form.dropLast() + [last + "es"], index, isSurname, isCommon, isGenitive: true)
      }
      if actor.kind == .organisation || actor.kind == .governmentMetonym, !isSibilant {
        insert(form.dropLast() + [last + "es"], index, isSurname, isCommon, isGenitive: true)
      }
    }
  }

  private static let commonWords: WordClass = [
    .thing, .time, .month, .weekday, .source, .saying, .person, .organisation, .title, .adverb,
    .adjective, .preposition, .determiner, .participle, .infinitive, .numeral, .modal, .auxiliary,
    .givenName, .particle, .coordinator, .subordinator, .pronoun,
  ]

  private mutating func insert(
    _ words: [String], _ actor: Int, _ isSurname: Bool, _ isCommon: Bool, isGenitive: Bool
  ) {
    let hashes = words.map { WordFold.hash($0) }
    let alias = Alias(
      words: hashes, actor: actor, isSurname: isSurname, isCommonWord: isCommon,
      isGenitive: isGenitive)
    let number = Int32(aliases.count)
    if let entry = heads[hashes[0]] {
      let isKnown = entries[Int(entry)].contains {
        aliases[Int($0)].words == hashes && aliases[Int($0)].actor == actor
      }
      if isKnown { return }
      aliases.append(alias)
      let position =
        entries[Int(entry)].firstIndex { aliases[Int($0)].words.count < hashes.count }
        ?? entries[Int(entry)].count
      entries[Int(entry)].insert(number, at: position)
    } else {
      aliases.append(alias)
      heads[hashes[0]] = Int32(entries.count)
      entries.append([number])
    }
  }

  /// The aliases that begin with a word, longest first; of equal ones those of the user's list first.
  @inline(__always)
  func beginning(with fold: UInt64) -> [Int32] {
    heads[fold].map { entries[Int($0)] } ?? []
  }

  @inline(__always)
  func has(_ fold: UInt64) -> Bool { heads[fold] != nil }

  subscript(number: Int32) -> Alias { aliases[Int(number)] }

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
      ]
      .contains { stem.hasSuffix($0) }
      return isAdjective && stem.utf8.count >= 3 ? stem : nil
    }
    return nil
  }
}

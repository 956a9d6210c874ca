import GermanLanguage
import TextModel

/// Actors that only a description names: “die Polizei”, “ein Sprecher des Ministeriums”.
extension SpeakerResolver {
  /// An actor made of a description that no name explains: "die Polizei" → `polizei`; nobody for a matter
  /// or a text ("der Antrag").
  ///
  /// - Parameter isPluralVerb: whether the verb of the words is in the plural; nil when there is none.
  func described(
    _ words: Range<Int>, _ range: Range<Int>, head: Int, isPluralVerb: Bool? = nil,
    _ reading: inout ArticleReading
  ) -> Speaker {
    var begin = words.lowerBound
    while begin < words.upperBound, !isContent(begin, reading) { begin += 1 }
    while begin + 1 < words.upperBound, isLeadingAdjective(begin, reading) { begin += 1 }
    guard begin < words.upperBound else { return Speaker() }
    var end = begin
    while end < words.upperBound, end - begin < 8,
      reading.isWord(end) || reading.tokens.kinds[end] == .number
    {
      end += 1
    }
    guard end > begin else { return Speaker() }
    let noun = describingNoun(begin..<end, reading)
    if isNoNoun(noun, reading) { return Speaker() }
    if let named = named(behind: noun, range, &reading) { return Speaker(entities: [named]) }
    if let quoted = quotedName(noun, range, &reading) { return Speaker(entities: [quoted]) }
    guard
      let kind = kind(
        of: noun, first: words.lowerBound, end: end, isPluralVerb: isPluralVerb, reading)
        ?? (noun > 0 && reading.tokens.kinds[noun - 1].isQuote ? .media : nil)
    else { return Speaker() }
    if kind == .person, begin == words.lowerBound, noun == begin, noun + 1 == end,
      let full = fullName(ofSurname: noun, reading)
    {
      return Speaker(entities: [person(full, range, &reading)])
    }
    let name = headName(begin..<end, noun: noun, kind: kind, reading)
    let entity = entity(
      named: name, kind,
      country: noun > begin ? registry.states.state(ofAdjective: reading.word(noun - 1)) : nil,
      isFemale: reading.word(noun).suffix(2).elementsEqual("in".utf8) ? true : nil, &reading)
    // The whole phrase, even where a part of it is a mention of another actor.
    reading.addMention(.init(tokens: range.lowerBound..<end, kind: .description, entity: entity))
    return Speaker(entities: [entity])
  }

  /// The noun of a description: the first word with a capital that is no adjective of a city or a state
  /// and no owner ("Grazer Verband", "Norwegens Regierung").
  private func describingNoun(_ words: Range<Int>, _ reading: ArticleReading) -> Int {
    let first =
      words.first { reading.isCapitalised($0) && !isInsideAttribute($0, words, reading) }
      ?? words.lowerBound
    let next = first + 1
    // "Staats- und Regierungschefs"
    if reading.word(first).last == UInt8(ascii: "-"), next + 1 < words.upperBound,
      reading.classes(next).contains(.coordinator), reading.isCapitalised(next + 1)
    {
      return next + 1
    }
    guard next < words.upperBound, reading.isCapitalised(next), reading.isNextWord(next) else {
      return first
    }
    if registry.states.state(ofAdjective: reading.word(first)) != nil { return next }
    let word = reading.word(first)
    let isNoun =
      registry.speakerNouns.noun(reading.word(next))?.isSure ?? false
      || !reading.classes(next).isDisjoint(with: [.person, .title, .organisation, .medium])
    guard isNoun, let last = word.last else { return first }
    let listed = registry.speakerNouns.noun(word)
    if last == UInt8(ascii: "s"), listed.map({ !$0.isSure }) ?? true,
      reading.classes(first).isDisjoint(with: [.person, .title, .organisation, .medium])
    {
      return next
    }
    // "Internationale Zollbehörde"
    if reading.classes(first).isEmpty || reading.classes(first).contains(.adjective),
      Self.adjectiveEndings.contains(where: {
        word.count > $0.count + 1 && word.suffix($0.count).elementsEqual($0)
      }), listed?.isLong != true
    {
      return next
    }
    // "Salzburger" is no "-bürger".
    if word.suffix(6).elementsEqual("burger".utf8) { return next }
    let isOfCity =
      word.suffix(2).elementsEqual("er".utf8) && listed?.isLong != true
      && (reading.classes(first).isDisjoint(with: [.title, .organisation, .medium]))
    return isOfCity ? next : first
  }

  /// The actor with a name: one of the lists, one of the article or a new one.
  func entity(
    named name: String, _ kind: ActorKind, country: ActorID? = nil, isFemale: Bool? = nil,
    _ reading: inout ArticleReading
  ) -> Int {
    let id = ActorID(slugOf: name)
    if let known = registry.byID[id] { return reading.entity(known: known, registry) }
    return reading.entity(id) {
      .init(id: id, name: name, kind: kind, country: country, isFemale: isFemale)
    }
  }

  // MARK: What kind

  /// What kind of actor a noun describes; nil for what cannot be one.
  private func kind(
    of noun: Int, first: Int, end: Int, isPluralVerb: Bool?, _ reading: ArticleReading
  ) -> ActorKind? {
    let classes = reading.classes(noun)
    let listed = registry.speakerNouns.noun(reading.word(noun))
    let isBare = !(first..<noun).contains {
      !reading.isWord($0) || !reading.classes($0).contains(.preposition)
    }
    if end - noun > 1, listed?.isLong != true,
      classes.isDisjoint(with: [.person, .title, .organisation, .medium]),
      let part = (noun..<end).prefix(while: { reading.isCapitalised($0) }).lazy
        .compactMap({ registry.nameParts[reading.tokens.folds[$0]] }).first
    {
      return part
    }
    if classes.contains(.givenName), listed == nil { return .person }
    // "Ansicht von Händlern"
    let isDative =
      isBare && first < noun && listed?.kind == .person
      && reading.word(noun).last == UInt8(ascii: "n")
    let mayBeSurname = isBare && isPluralVerb == false && classes.isEmpty
    if let listed,
      listed.isLong || listed.isSure && !mayBeSurname
        || !isBare || isDative || isPluralVerb == true || !classes.isEmpty
    {
      guard let kind = listed.kind.actorKind else { return nil }
      return kind == .person && isPlural(noun, first: first, isPluralVerb, reading)
        ? .collective : kind
    }
    if classes.contains(.medium) { return .media }
    if classes.contains(.person) || classes.contains(.title) {
      return isPlural(noun, first: first, isPluralVerb, reading) ? .collective : .person
    }
    if classes.contains(.organisation) { return .organisation }
    if !classes.isDisjoint(with: Self.matters) { return nil }
    if reading.tokens.flags[noun].contains(.allCapitals) || beginsWithCapitals(noun, reading) {
      return hasMediumBehindHyphen(noun, reading) ? .media : .organisation
    }
    if hasMediumBehindHyphen(noun, reading) { return .media }
    guard isBare else { return .collective }
    // A word alone: a surname, unless it stands like a noun elsewhere.
    if isPluralVerb == true || reading.tokens.flags[noun].contains(.hasDigit)
      || names.looksLikeNoun(noun, reading)
    {
      return names.looksLikeNoun(noun, reading) ? nil : .collective
    }
    return standsAsNoun(noun, reading) ? .collective : .person
  }

  /// "NDRinfo"
  private func beginsWithCapitals(_ token: Int, _ reading: ArticleReading) -> Bool {
    !reading.tokens.flags[token].contains(.hyphenated)
      && reading.word(token).prefix(3).allSatisfy { $0 &- 0x41 < 26 }
  }

  /// "Sport-Bild": a medium of the lists is the last part.
  private func hasMediumBehindHyphen(_ token: Int, _ reading: ArticleReading) -> Bool {
    let word = reading.word(token)
    guard let hyphen = word.lastIndex(of: UInt8(ascii: "-")), hyphen + 1 < word.endIndex else {
      return false
    }
    let fold = word[(hyphen + 1)...].withUnsafeBufferPointer { WordFold.hash($0) }
    return registry.aliases.single([fold]).map { registry.actors[$0].kind == .media } ?? false
  }

  /// Classes of nouns for matters and texts.
  static let matters: WordClass = [.thing, .time, .month, .weekday, .source, .saying]

  /// Whether a word has an article before it somewhere around, as names have not.
  private func standsAsNoun(_ noun: Int, _ reading: ArticleReading) -> Bool {
    let fold = reading.tokens.folds[noun]
    guard reading.occurrences(fold) > 1 else { return false }
    return reading.candidates(around: noun).contains { candidate in
      let token = Int(candidate.token)
      guard reading.tokens.folds[token] == fold, token > 0, reading.isNextWord(token) else {
        return false
      }
      return !reading.classes(token - 1).isDisjoint(with: [
        .definiteArticle, .indefiniteArticle, .determiner, .possessive,
      ])
    }
  }

  /// Whether a noun for a person stands in the plural, told by what stands before it, else by its form.
  private func isPlural(
    _ noun: Int, first: Int, _ isPluralVerb: Bool?, _ reading: ArticleReading
  ) -> Bool {
    let word = reading.word(noun)
    if word.suffix(5).elementsEqual("innen".utf8) { return true }
    let isFeminine = word.suffix(2).elementsEqual("in".utf8)
    var at = noun - 1
    // "Hubers Sohn"
    if at >= first, reading.isCapitalised(at), reading.word(at).last == UInt8(ascii: "s") {
      return isPluralVerb ?? false
    }
    while at >= 0, noun - at < 6, reading.isNextWord(at + 1) {
      let fold = reading.tokens.folds[at]
      if Self.singularDeterminers.contains(fold) { return false }
      if Self.pluralDeterminers.contains(fold) { return !isFeminine }
      if fold == Self.der {
        // "Angaben der Veranstalter": a genitive behind a noun; at the beginning the nominative.
        return !isFeminine && at > 0 && reading.isNextWord(at) && reading.isCapitalised(at - 1)
          && isSaying(at - 1, reading)
      }
      if fold == Self.den { return word.last == UInt8(ascii: "n") && !isFeminine }
      if !reading.classes(at).isDisjoint(with: [.possessive, .determiner]) {
        return isPluralVerb ?? (word.last == UInt8(ascii: "n"))
      }
      guard at > first || reading.classes(at).contains(.adjective), !reading.isCapitalised(at),
        reading.classes(at).isDisjoint(with: [.preposition, .finite, .coordinator])
      else { break }
      at -= 1
    }
    return isPluralVerb ?? !isFeminine
  }

  private static let singularDeterminers: Set<UInt64> = Set(
    [
      "ein", "eine", "einer", "eines", "einem", "einen", "des", "dem", "dieser", "diesem", "dieses",
      "jeder", "jede", "jener", "jene", "kein",
    ].map { WordFold.hash($0) })
  private static let pluralDeterminers: Set<UInt64> = Set(
    [
      "die", "viele", "vieler", "mehrere", "mehrerer", "einige", "einiger", "alle", "aller",
      "manche",
      "zahlreiche", "zahlreicher", "andere", "anderer", "beide", "beider", "beiden", "diese",
      "zwei",
      "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "wenige", "weitere",
    ].map { WordFold.hash($0) })
  private static let der = WordFold.hash("der")
  private static let den = WordFold.hash("den")

  /// An adjective that has its capital from the beginning of the sentence: "Internationale Medien".
  func isLeadingAdjective(_ token: Int, _ reading: ArticleReading) -> Bool {
    guard reading.tokens.flags[token].contains(.firstOfSentence), reading.isNextWord(token + 1),
      registry.speakerNouns.noun(reading.word(token)).map({ !$0.isSure }) ?? true
    else { return false }
    let classes = reading.classes(token)
    guard classes.isEmpty || classes.contains(.adjective) else { return false }
    if registry.states.state(ofAdjective: reading.word(token)) != nil { return false }
    guard reading.isCapitalised(token + 1) else {
      return classes.contains(.adjective)
    }
    let word = reading.word(token)
    return Self.adjectiveEndings.contains {
      word.count > $0.count + 1 && word.suffix($0.count).elementsEqual($0)
    }
  }

  static let adjectiveEndings: [[UInt8]] = [
    "liche", "lichen", "licher", "ische", "ischen", "ischer", "ige", "igen", "iger", "ale", "alen",
    "aler", "elle", "ellen", "eller", "ive", "iven", "iver", "te", "ten", "ter", "nde", "nden",
    "nder", "dere", "deren", "derer", "öse", "ösen", "äre", "ären", "ste", "sten",
  ].map { Array($0.utf8) }

  /// Whether a word has its capital from the beginning of the sentence only: "Unmissverständlich bleibe …".
  func isNoNoun(_ token: Int, _ reading: ArticleReading) -> Bool {
    guard reading.tokens.flags[token].contains(.firstOfSentence), reading.classes(token).isEmpty
    else { return !reading.isCapitalised(token) }
    let word = reading.word(token)
    return Self.adverbEndings.contains {
      word.count > $0.count + 2 && word.suffix($0.count).elementsEqual($0)
    }
  }

  static let adverbEndings: [[UInt8]] = [
    "lich", "ig", "isch", "bar", "sam", "haft", "weise", "los", "maßen", "end", "tiv",
    "uell",
  ].map { Array($0.utf8) }

  func isContent(_ token: Int, _ reading: ArticleReading) -> Bool {
    reading.isWord(token)
      && reading.classes(token).isDisjoint(with: [
        .definiteArticle, .indefiniteArticle, .determiner, .possessive, .preposition, .adverb,
        .coordinator, .pronoun, .subordinator, .numeral,
      ])
  }
}

import GermanLanguage
import TextModel

/// Finds names: of known actors, of persons by their given names or titles, and surnames of persons whom
/// the article names in full somewhere.
struct NameFinder {
  let registry: ActorRegistry

  func find(in reading: inout ArticleReading) {
    findFullNames(&reading)
    findSingleWords(&reading)
  }

  // MARK: Full names

  private func findFullNames(_ reading: inout ArticleReading) {
    var next = 0
    for candidate in reading.candidates {
      let token = Int(candidate.token)
      guard token >= next else { continue }
      if candidate.mayBeginName, let match = knownName(at: token, reading, longerThan: 1) {
        let entity = reading.entity(known: match.actor, registry)
        reading.entities[entity].isFullyNamed = true
        noteSurname(match.range, entity, &reading)
        reading.addMention(
          .init(tokens: match.range, kind: .name, entity: entity, isGenitive: match.isGenitive))
        next = match.range.upperBound
      } else if let range = personName(at: token, reading) {
        addPerson(range, &reading)
        next = range.upperBound
      }
    }
  }

  private struct KnownMatch {
    var actor: Int
    var range: Range<Int>
    var isGenitive: Bool
    var isCommonWord: Bool
    var isSurname: Bool
  }

  /// The longest name of a list that begins at a token.
  private func knownName(
    at token: Int, _ reading: ArticleReading, longerThan least: Int
  ) -> KnownMatch? {
    candidates: for place in registry.aliases.beginning(with: reading.tokens.folds[token]) {
      let alias = registry.aliases.alias(at: place)
      guard alias.wordCount > least || least == 0 else { continue }
      var at = token
      for index in 1..<max(1, Int(alias.wordCount)) {
        at += 1
        // The full stop of an initial stands between the words of a name.
        if at < reading.tokens.count, reading.tokens.flags[at].contains(.abbreviates) { at += 1 }
        guard reading.isNextWord(at) || isNumberInName(at, reading),
          reading.tokens.folds[at] == registry.aliases.word(index, of: alias)
        else { continue candidates }
      }
      if alias.wordCount > 1, !(token...at).contains(where: { reading.isCapitalised($0) }) {
        continue
      }
      return KnownMatch(
        actor: alias.actor, range: token..<at + 1, isGenitive: alias.isGenitive,
        isCommonWord: alias.isCommonWord, isSurname: alias.isSurname)
    }
    return nil
  }

  private func isNumberInName(_ token: Int, _ reading: ArticleReading) -> Bool {
    token < reading.tokens.count && reading.tokens.kinds[token] == .number
  }

  /// What a part of a name cannot be.
  static let noSurname: WordClass = [
    .thing, .time, .month, .weekday, .source, .saying, .organisation, .definiteArticle,
    .indefiniteArticle, .pronoun, .auxiliary, .modal, .determiner, .medium, .possessive,
    .subordinator, .coordinator, .state,
  ]

  /// Given name, further given names, initials, particles, surname: "Anna-Lena von der Heide".
  private func personName(at token: Int, _ reading: ArticleReading) -> Range<Int>? {
    guard reading.isCapitalised(token) else { return nil }
    let classes = reading.classes(token)
    let beginsWithGiven = isGivenName(token, reading)
    guard beginsWithGiven || isInitial(token, reading) else {
      return foreignName(at: token, reading)
    }
    if !beginsWithGiven, !isInitial(token, reading) { return nil }
    if classes.contains(.preposition) { return nil }
    var at = token + 1
    var end: Int?
    while at < reading.tokens.count, at - token < 7 {
      if reading.tokens.flags[at].contains(.abbreviates) {
        at += 1
        continue
      }
      guard reading.isNextWord(at) else { break }
      let here = reading.classes(at)
      if here.contains(.nameParticle), !reading.isCapitalised(at) {
        at += 1
        continue
      }
      guard reading.isCapitalised(at) || hasCapitalPart(at, reading) else { break }
      if isInitial(at, reading) || isGivenName(at, reading) {
        end = at + 1
        at += 1
        continue
      }
      // Behind a given name even a common noun is mostly a surname (Fischer, Richter, Winter).
      if !here.isDisjoint(with: Self.noSurname), !here.contains(.person),
        !isShortSurname(at, reading)
      {
        break
      }
      if reading.tokens.flags[at].contains(.allCapitals), here.isEmpty, at > token + 1 { break }
      at += 1
      end = at
      // A second surname follows only where it is unknown too ("García Márquez").
      if at < reading.tokens.count, reading.isNextWord(at), reading.isCapitalised(at),
        reading.classes(at).isEmpty, !looksLikeNoun(at, reading), !isGivenName(at, reading),
        !reading.tokens.flags[at].contains(.allCapitals),
        !reading.tokens.flags[at].contains(.hyphenated)
      {
        continue
      }
      break
    }
    guard let end, end > token + 1, !isInitialOnly(token..<end, reading) else { return nil }
    return token..<end
  }

  /// "Eva Mo" where she speaks: no Monday.
  private func isShortSurname(_ token: Int, _ reading: ArticleReading) -> Bool {
    reading.isInSpeaker[token] && reading.length(token) <= 3
      && reading.classes(token).isDisjoint(with: [.definiteArticle, .organisation, .pronoun])
      && (token + 1 >= reading.tokens.count || reading.tokens.kinds[token + 1] != .period)
  }

  /// "Anna", also each part of "Anna-Lena".
  private func isGivenName(_ token: Int, _ reading: ArticleReading) -> Bool {
    if reading.classes(token).contains(.givenName) { return true }
    guard reading.tokens.flags[token].contains(.hyphenated) else { return false }
    // "Frank-Walter", but not "Robert-Koch-Institut".
    let word = reading.word(token)
    guard let hyphen = word.firstIndex(of: UInt8(ascii: "-")) else { return false }
    let rest = word[(hyphen + 1)...]
    guard !rest.contains(UInt8(ascii: "-")) else { return false }
    return isGiven(word[..<hyphen]) && isGiven(rest)
  }

  private func isGiven(_ part: ArraySlice<UInt8>) -> Bool {
    part.withUnsafeBufferPointer { givenNames(WordFold.hash($0)) }
  }

  let givenNames: @Sendable (UInt64) -> Bool
  /// What the word lists know of a word, by its fold.
  let classes: @Sendable (UInt64) -> WordClass
  /// Whether the word lists know a word, by its fold.
  let isListed: @Sendable (UInt64) -> Bool

  /// Whether the word lists know a word.
  func isWord(_ word: ArraySlice<UInt8>) -> Bool {
    word.withUnsafeBufferPointer { isListed(WordFold.hash($0)) }
  }

  private func isInitial(_ token: Int, _ reading: ArticleReading) -> Bool {
    let length = reading.length(token)
    if reading.tokens.flags[token].contains(.dotted), length <= 5 { return true }
    return length == 1 && token + 1 < reading.tokens.count
      && reading.tokens.flags[token + 1].contains(.abbreviates)
  }

  private func isInitialOnly(_ range: Range<Int>, _ reading: ArticleReading) -> Bool {
    range.allSatisfy { isInitial($0, reading) || !reading.isWord($0) }
  }

  private func hasCapitalPart(_ token: Int, _ reading: ArticleReading) -> Bool {
    // "al-Maliki", "el-Baradei", "d'Estaing"
    let word = reading.word(token)
    guard let mark = word.firstIndex(where: { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "'") }),
      mark - word.startIndex <= 3, mark + 1 < word.endIndex
    else { return false }
    return word[mark + 1] &- 0x41 < 26
  }

  /// Endings that only common nouns have.
  func looksLikeNoun(_ token: Int, _ reading: ArticleReading) -> Bool {
    let last = reading.text.utf8[Int(reading.tokens.ends[token]) - 1]
    guard Self.nounLetters.contains(last) else { return false }
    let word = reading.word(token)
    return Self.nounEndings.contains {
      word.count > $0.count + 2 && $0.last == last && word.suffix($0.count).elementsEqual($0)
    }
  }

  /// The letters that such endings end with.
  private static let nounLetters = ASCIISet(nounEndings.compactMap(\.last))

  private static let nounEndings: [[UInt8]] = [
    "ung", "ungen", "heit", "heiten", "keit", "keiten", "schaft", "schaften", "tion", "tionen",
    "ität", "täten", "ismus", "ment", "nis", "nisse", "nissen", "innen",
  ].map { Array($0.utf8) }

  func isPersonNoun(_ token: Int, _ reading: ArticleReading) -> Bool {
    reading.isWord(token) && reading.isCapitalised(token)
      && (!reading.classes(token).isDisjoint(with: [.title, .person])
        || registry.titles.isTitle(reading.tokens.folds[token]))
  }

  private func addPerson(_ range: Range<Int>, _ reading: inout ArticleReading) {
    var name = reading.string(range)
    let isGenitive = isGenitiveName(range.upperBound - 1, reading)
    if isGenitive { name.removeLast() }
    let id = ActorID(slugOf: name)
    let entity: Int
    if let known = registry.byID[id] {
      entity = reading.entity(known: known, registry)
    } else if let same = samePerson(range, reading) {
      entity = same
    } else {
      let isFemale = isFemale(reading.tokens.folds[range.lowerBound])
      entity = reading.entity(id) {
        .init(id: id, name: name, kind: .person, isFemale: isFemale)
      }
    }
    reading.entities[entity].isFullyNamed = true
    noteSurname(range, entity, &reading)
    reading.addMention(.init(tokens: range, kind: .name, entity: entity, isGenitive: isGenitive))
  }

  /// Whether a given name is a woman's, by its fold; nil when both bear it or no list has it.
  let isFemale: @Sendable (UInt64) -> Bool?

  /// A known person with the same given name and a surname one edit away ("Wolodymyr Selensyj").
  private func samePerson(_ range: Range<Int>, _ reading: ArticleReading) -> Int? {
    let surname = reading.word(range.upperBound - 1)
    guard surname.count >= 6 else { return nil }
    var letters: [UInt8] = []
    for index in reading.persons(withGivenName: reading.tokens.folds[range.lowerBound]) {
      guard let name = reading.entities[index].personName else { continue }
      if letters.isEmpty { letters = TitleKey.letters(surname) }
      if isOneEditAway(letters, name.familyLetters) { return index }
    }
    return nil
  }

  private func noteSurname(_ range: Range<Int>, _ entity: Int, _ reading: inout ArticleReading) {
    guard reading.entities[entity].kind == .person else { return }
    let fold = surnameFold(range.upperBound - 1, reading)
    reading.surnames[fold] = reading.surnames[fold] ?? Int32(entity)
    reading.noteFamilyName(of: entity)
  }

  private func surnameFold(_ token: Int, _ reading: ArticleReading) -> UInt64 {
    guard isGenitiveName(token, reading) else { return reading.tokens.folds[token] }
    return reading.word(token).dropLast().withUnsafeBufferPointer { WordFold.hash($0) }
  }

  /// Whether a name ends in a genitive s: the article, or a list, has it without.
  func isGenitiveName(_ token: Int, _ reading: ArticleReading) -> Bool {
    guard reading.length(token) > 3,
      reading.text.utf8[Int(reading.tokens.ends[token]) - 1] == UInt8(ascii: "s")
    else { return false }
    let base = reading.word(token).dropLast().withUnsafeBufferPointer { WordFold.hash($0) }
    return reading.occurrences(base) > 0 || registry.aliases.has(base)
  }

  // MARK: Single words

  private func findSingleWords(_ reading: inout ArticleReading) {
    for candidate in reading.candidates {
      let token = Int(candidate.token)
      guard reading.mentionOfToken[token] < 0 else { continue }
      if candidate.mayBeName, let match = knownName(at: token, reading, longerThan: 0),
        match.range.count == 1
      {
        addKnownWord(match, token, &reading)
        continue
      }
      guard reading.isCapitalised(token), reading.surnames.count > 0 else { continue }
      let fold = reading.tokens.folds[token]
      if let entity = reading.surnames[fold].map({ Int($0) }) {
        if isSurnameHere(token, reading) {
          reading.addMention(.init(tokens: token..<token + 1, kind: .name, entity: entity))
        }
        continue
      }
      if isGenitiveName(token, reading),
        let entity = reading.surnames[surnameFold(token, reading)].map({ Int($0) })
      {
        reading.addMention(
          .init(tokens: token..<token + 1, kind: .name, entity: entity, isGenitive: true))
      } else if reading.classes(token).isEmpty, let entity = misspelt(token, reading) {
        reading.addMention(.init(tokens: token..<token + 1, kind: .name, entity: entity))
      }
    }
  }

  /// Whether a surname that is also a common word stands here as a name.
  private func isSurnameHere(_ token: Int, _ reading: ArticleReading) -> Bool {
    let classes = reading.classes(token)
    if classes.isDisjoint(with: [.thing, .time, .person, .title, .organisation, .source, .saying]) {
      return true
    }
    // "Fischer sagte" is the name, "die Fischer", "ein Richter" are not.
    guard token > 0, !reading.tokens.flags[token].contains(.firstOfSentence) else { return true }
    let before = reading.classes(token - 1)
    return before.isDisjoint(with: [.definiteArticle, .indefiniteArticle, .determiner, .possessive])
      && !before.contains(.adjective)
  }

  private func addKnownWord(_ match: KnownMatch, _ token: Int, _ reading: inout ArticleReading) {
    let kind = registry.actors[match.actor].kind
    // A person whom the article calls by this surname comes before the lists.
    if kind == .person,
      let entity = reading.surnames[surnameFold(token, reading)].map({ Int($0) })
    {
      if match.isCommonWord, !isSurnameHere(token, reading) { return }
      reading.addMention(
        .init(
          tokens: token..<token + 1, kind: .name, entity: entity, isGenitive: match.isGenitive))
      return
    }
    guard reading.isCapitalised(token) || kind == .agency || kind == .media else {
      return
    }
    let isTitled = token > 0 && isPersonNoun(token - 1, reading)
    if match.isCommonWord {
      let speaks = reading.isInSpeaker[token]
      let isIntroduced =
        token > 0 && (isTitled || reading.classes(token - 1).contains(.medium))
      let isQuotedMedium =
        kind == .media && token > 0 && reading.tokens.kinds[token - 1].isQuote
      guard (speaks && kind != .person) || isIntroduced || isQuotedMedium else { return }
    }
    if kind == .person {
      // "Heiko Putin" is somebody else than the known one.
      if token > 0, reading.isNextWord(token), reading.classes(token - 1).contains(.givenName),
        reading.isCapitalised(token - 1)
      {
        return
      }
      // A surname of the list alone needs a living bearer at least in this function's reach: the
      // resolver's caller compares roles by date, the name itself is evidence enough.
    }
    if kind == .governmentMetonym, !standsForGovernment(token, reading) { return }
    let entity = reading.entity(known: match.actor, registry)
    if match.isSurname == false { reading.entities[entity].isFullyNamed = true }
    if kind == .person { reading.surnames[surnameFold(token, reading)] = Int32(entity) }
    reading.addMention(
      .init(tokens: token..<token + 1, kind: .name, entity: entity, isGenitive: match.isGenitive))
  }

  /// Whether a city or a seat means its government: it speaks, acts or is addressed, and is no place.
  private func standsForGovernment(_ token: Int, _ reading: ArticleReading) -> Bool {
    // "The Haven Post"
    if token > 0, reading.isNextWord(token), reading.isCapitalised(token - 1),
      reading.classes(token - 1).isEmpty, reading.isNextWord(token + 1),
      reading.isCapitalised(token + 1), reading.mentionOfToken[token - 1] < 0
    {
      return false
    }
    if reading.isInSpeaker[token] {
      // "die Staatsanwaltschaft Kiew" and "der Bürgermeister von Kiew" speak, not Kiew.
      if token > 0, reading.isNextWord(token), reading.isInSpeaker[token - 1],
        reading.isCapitalised(token - 1),
        registry.speakerNouns.noun(reading.word(token - 1))?.kind == .organisation
      {
        return false
      }
      return token == 0 || !Self.places.contains(reading.tokens.folds[token - 1])
        || !reading.isInSpeaker[token - 1]
    }
    var before = token - 1
    guard before >= 0, !reading.tokens.flags[token].contains(.firstOfSentence) else {
      // A dateline: "Minsk –", "Minsk (dpa)".
      let next = token + 1
      return next >= reading.tokens.count
        || ![.dash, .openBracket, .slash, .colon].contains(reading.tokens.kinds[next])
    }
    // "in Moskau und Kiew": the preposition rules both.
    if reading.classes(before).contains(.coordinator), before >= 2,
      reading.isCapitalised(before - 1), Self.places.contains(reading.tokens.folds[before - 2])
    {
      return false
    }
    while before >= 0, reading.classes(before).contains(.adjective) { before -= 1 }
    guard before >= 0 else { return true }
    if Self.places.contains(reading.tokens.folds[before]) {
      return reading.tokens.folds[before] == Self.from && tellsOfWords(token, reading)
    }
    if reading.tokens.kinds[before] == .slash { return false }
    let classes = reading.classes(before)
    if reading.isCapitalised(before), classes.contains(.thing) || classes.contains(.givenName) {
      return false
    }
    return true
  }

  /// Whether the sentence tells of words, so that "aus Moskau" is no place: "aus Minsk kam keine Antwort".
  private func tellsOfWords(_ token: Int, _ reading: ArticleReading) -> Bool {
    let sentence = reading.tokens.sentences[reading.tokens.sentence(of: token)]
    let near = max(sentence.lowerBound, token - 8)..<min(sentence.upperBound, token + 12)
    return near.contains {
      reading.isCapitalised($0)
        && (!reading.classes($0).isDisjoint(with: [.saying, .source])
          || Self.answers.contains(reading.tokens.folds[$0]))
    }
  }

  private static let from = WordFold.hash("aus")
  private static let answers: Set<UInt64> = Set(
    [
      "Kommentar", "Kommentare", "Kritik", "Reaktion", "Reaktionen", "Signal", "Signale", "Antwort",
      "Widerspruch", "Zustimmung", "Angebot", "Warnung", "Warnungen", "Drohung", "Drohungen",
      "Stimmen",
      "Töne", "Protest", "Lob", "Dementi",
    ].map { WordFold.hash($0) })

  private static let places: Set<UInt64> = Set(
    [
      "in", "im", "nach", "aus", "bei", "von", "vor", "um", "ab", "bis", "ueber", "nahe", "Raum",
      "Stadt", "Hauptstadt", "Region", "Grossraum", "Richtung", "Ort", "durch", "am", "vom",
      "nördlich", "südlich", "östlich", "westlich", "Bezirk", "Gebiet", "Oblast", "aus",
    ].map { WordFold.hash($0) })
}

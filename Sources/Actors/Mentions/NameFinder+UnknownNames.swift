import GermanLanguage
import TextModel

/// Names of which no word is known.
extension NameFinder {
  /// Two unknown capitalised words where somebody speaks or is introduced by a title.
  func foreignName(at token: Int, _ reading: ArticleReading) -> Range<Int>? {
    guard token + 1 < reading.tokens.count, reading.isCapitalised(token + 1),
      reading.isNextWord(token + 1),
      isUnknownName(token, reading)
        || reading.classes(token) == .nameParticle && token > 0 && isPersonNoun(token - 1, reading),
      isUnknownName(token + 1, reading) || isIntroducedSurname(token, reading)
        || isGivenNameAsSurname(token + 1, reading)
    else { return nil }
    if isGenitiveName(token, reading) { return nil }
    // "Lässt Berg Huber fallen?": two surnames are two persons.
    if isKnownSurname(token, reading), isKnownSurname(token + 1, reading) { return nil }
    if reading.tokens.flags[token].contains(.firstOfSentence), looksLikeAdjective(token, reading) {
      return nil
    }
    if token > 0, reading.isNextWord(token) {
      let before = reading.classes(token - 1)
      // "des ermordeten Preisträgers Tadeo Lobmayr": a noun behind article and adjective.
      if isAdjectiveOfArticle(token - 1, reading) { return nil }
      // "der Preisträger Tadeo Lobmayr": behind an article stands a noun; "Verband Junge Kunst" is a body.
      if !before.isDisjoint(with: [.definiteArticle, .indefiniteArticle, .determiner, .possessive])
      {
        return nil
      }
      if reading.isCapitalised(token - 1), before.contains(.organisation),
        before.isDisjoint(with: [.person, .title]),
        reading.tokens.flags[token - 1].contains(.allCapitals) || !isTitled(token - 1, reading)
      {
        return nil
      }
    }
    let isIntroduced = token > 0 && isPersonNoun(token - 1, reading)
    let isSpeaker = reading.isInSpeaker[token] && reading.isInSpeaker[token + 1]
    let occursAgain = reading.occurrences(reading.tokens.folds[token + 1]) > 1
    guard isIntroduced || isSpeaker || occursAgain || isNamedBehindNoun(token, reading) else {
      return nil
    }
    if !isIntroduced,
      registry.nameParts[reading.tokens.folds[token]] != nil
        || registry.nameParts[reading.tokens.folds[token + 1]] != nil
        || registry.speakerNouns.noun(reading.word(token))?.isLong == true
    {
      return nil
    }
    if reading.tokens.flags[token].contains(.firstOfSentence), !isSpeaker { return nil }
    var end = token + 2
    while end < reading.tokens.count, end < token + 4, reading.isNextWord(end),
      isUnknownName(end, reading)
    {
      end += 1
    }
    // "die Senatorin aus Kalifornien Maria Huber": a place before the name.
    if end - token > 2, token > 0, Self.origins.contains(reading.tokens.folds[token - 1]) {
      return nil
    }
    // "Nord Home Entertainment": a noun behind it makes it no person.
    if end < reading.tokens.count, reading.isNextWord(end), reading.isCapitalised(end),
      looksLikeNoun(end, reading), isSpeaker, reading.isInSpeaker[end]
    {
      return nil
    }
    return token..<end
  }

  /// Behind a noun for a person that no word list has, or between commas behind a person's title: "der
  /// Weggefährte des Präsidenten, Zoltan Berkesz,".
  private func isNamedBehindNoun(_ token: Int, _ reading: ArticleReading) -> Bool {
    guard token > 1 else { return false }
    if reading.isCapitalised(token - 1), reading.isNextWord(token) {
      let listed = registry.speakerNouns.noun(reading.word(token - 1))
      return listed?.kind == .person && listed?.isSure == true
    }
    let end = token + 2
    guard reading.tokens.kinds[token - 1] == .comma, end < reading.tokens.count,
      [.comma, .openBracket].contains(reading.tokens.kinds[end])
    else { return false }
    return hasPersonNoun(before: token - 1, within: 7, reading)
  }

  /// "Nadim Ibrahim": a given name behind an unknown word, where somebody speaks.
  private func isGivenNameAsSurname(_ token: Int, _ reading: ArticleReading) -> Bool {
    reading.classes(token) == .givenName && reading.isInSpeaker[token]
      && reading.isInSpeaker[token - 1]
      && !(reading.isNextWord(token + 1) && reading.isCapitalised(token + 1))
  }

  private static let origins: Set<UInt64> = Set(["von", "aus", "in"].map { WordFold.hash($0) })

  /// Whether a word ends like an adjective: "Besondere", "Unterschiedliche".
  private func looksLikeAdjective(_ token: Int, _ reading: ArticleReading) -> Bool {
    let word = reading.word(token)
    return Self.adjectiveEndings.contains {
      word.count > $0.count + 2 && word.suffix($0.count).elementsEqual($0)
    }
  }

  private static let adjectiveEndings: [[UInt8]] = [
    "liche", "lichen", "licher", "liches", "ische", "ischen", "ischer", "isches", "igte", "igten",
    "ierte", "ierten", "ierter", "ende", "enden", "ender", "dere", "deren", "derer", "tere",
    "teren",
    "erste", "ersten", "erstes", "erster", "dritte", "dritter", "drittes", "ellen", "elle", "chste",
    "chsten",
  ].map { Array($0.utf8) }

  /// Whether a small word before a noun is an adjective that an article opens: "des ermordeten".
  private func isAdjectiveOfArticle(_ token: Int, _ reading: ArticleReading) -> Bool {
    guard token > 0, reading.isWord(token), !reading.isCapitalised(token),
      reading.isNextWord(token),
      !reading.classes(token - 1).isDisjoint(with: [
        .definiteArticle, .indefiniteArticle, .possessive, .determiner,
      ]), let last = reading.word(token).last
    else { return false }
    // e, n, r, s: endings of adjectives
    return reading.length(token) > 4 && [0x65, 0x6E, 0x72, 0x73].contains(last)
      && reading.classes(token).isDisjoint(with: [
        .preposition, .adverb, .pronoun, .auxiliary, .modal, .finite, .coordinator,
      ])
  }

  /// Whether a word is the surname of somebody of the lists, or of a person named before.
  private func isKnownSurname(_ token: Int, _ reading: ArticleReading) -> Bool {
    let fold = reading.tokens.folds[token]
    return reading.surnames[fold] != nil
      || registry.aliases.beginning(with: fold).contains {
        let alias = registry.aliases.alias(at: $0)
        return alias.wordCount == 1 && alias.isSurname
      }
  }

  /// Whether a noun belongs to a title before it: "der Vorsitzende der Selbstverwaltung".
  private func isTitled(_ noun: Int, _ reading: ArticleReading) -> Bool {
    hasPersonNoun(before: noun, within: 5, reading)
  }

  /// Whether one of so many words before a token, in its sentence and without a mark between, means a person.
  private func hasPersonNoun(
    before token: Int, within reach: Int, _ reading: ArticleReading
  ) -> Bool {
    var at = token - 1
    while at >= 0, token - at <= reach, reading.isWord(at),
      !reading.tokens.flags[at + 1].contains(.firstOfSentence)
    {
      if isPersonNoun(at, reading) { return true }
      at -= 1
    }
    return false
  }

  /// "Vereinschef Zoltan Berkmann": behind a title and an unknown given name even a word that ends like
  /// a person noun is a surname.
  private func isIntroducedSurname(_ token: Int, _ reading: ArticleReading) -> Bool {
    token > 0 && isPersonNoun(token - 1, reading)
      && reading.classes(token + 1).isDisjoint(with: Self.noSurname)
      && !looksLikeNoun(token + 1, reading)
  }

  func isUnknownName(_ token: Int, _ reading: ArticleReading) -> Bool {
    reading.isCapitalised(token) && reading.classes(token).isEmpty
      && !reading.tokens.flags[token].contains(.allCapitals)
      && !reading.tokens.flags[token].contains(.hasDigit)
      && !looksLikeNoun(token, reading)
      && registry.states.state(ofAdjective: reading.word(token)) == nil
  }
}

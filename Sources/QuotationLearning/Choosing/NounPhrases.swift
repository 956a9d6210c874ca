import GermanLanguage

/// Finds noun phrases that could name a speaker, by articles, adjectives, capitals and attributes.
///
/// No parser: where a phrase ends is often doubtful, so that several phrases may begin at one token.
struct NounPhrases {
  let tokens: TokenBuffer

  private static let determiners: WordClass = [
    .definiteArticle, .indefiniteArticle, .possessive, .determiner,
  ]
  private static let function: WordClass = [
    .definiteArticle, .indefiniteArticle, .possessive, .determiner, .preposition, .coordinator,
    .subordinator, .interrogative, .adverb, .pronoun, .objectPronoun, .reflexive, .negation,
    .auxiliary, .modal,
  ]

  /// Phrases in text order.
  func phrases(in range: Range<Int>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var index = range.lowerBound
    while index < range.upperBound {
      if let end = phraseEnd(index, limit: range.upperBound) {
        found.append(index..<end)
        if let longer = coordinated(end, limit: range.upperBound) {
          found.append(index..<longer)
        }
        index = coreEnd(index, limit: range.upperBound) ?? end
      } else {
        if isPronoun(index) { found.append(index..<index + 1) }
        index += 1
      }
    }
    return found
  }

  private func isPronoun(_ index: Int) -> Bool {
    tokens.kinds[index] == .word && tokens.classes[index].contains(.pronoun)
  }

  private func isNoun(_ index: Int) -> Bool {
    guard tokens.kinds[index] == .word, tokens.flags[index].contains(.capitalised) else {
      return false
    }
    let classes = tokens.classes[index]
    return classes.isDisjoint(with: Self.function)
      || !classes.isDisjoint(with: [.title, .givenName, .person, .organisation, .state])
  }

  private func isAdjective(_ index: Int) -> Bool {
    guard !tokens.flags[index].contains(.capitalised) else { return false }
    if tokens.kinds[index] == .number { return true }
    guard tokens.kinds[index] == .word else { return false }
    return tokens.classes[index].isDisjoint(with: Self.function.union([.finite]))
      || tokens.classes[index].contains(.adjective)
  }

  /// The end of article, adjectives and nouns that begin here.
  private func coreEnd(_ begin: Int, limit: Int) -> Int? {
    var index = begin
    if tokens.kinds[index] == .word, !tokens.classes[index].isDisjoint(with: Self.determiners),
      !isNoun(index)
    {
      index += 1
      var adjectives = 0
      while index < limit, adjectives < 4, !isNoun(index), isAdjective(index) {
        index += 1
        adjectives += 1
      }
      guard index < limit, isNoun(index) else { return nil }
    } else if tokens.kinds[index] == .word || tokens.kinds[index] == .number {
      var adjectives = 0
      while index < limit, adjectives < 3, !isNoun(index), isAdjective(index) {
        index += 1
        adjectives += 1
      }
      guard index < limit, isNoun(index) else { return nil }
    }
    guard index < limit, isNoun(index) else { return nil }
    while index < limit {
      if isNoun(index) {
        index += 1
      } else if index + 1 < limit, tokens.classes[index].contains(.nameParticle),
        isNoun(index + 1), !tokens.classes[index].contains(.preposition)
      {
        index += 2
      } else if tokens.kinds[index] == .period, tokens.flags[index].contains(.abbreviates) {
        index += 1
      } else {
        break
      }
    }
    return index
  }

  /// The end with attributes: brackets, genitives, "von …".
  private func phraseEnd(_ begin: Int, limit: Int) -> Int? {
    guard var end = coreEnd(begin, limit: limit) else { return nil }
    var attributes = 0
    while end < limit, attributes < 3 {
      attributes += 1
      if tokens.kinds[end] == .openBracket {
        var close = end + 1
        while close < limit, close < end + 6, tokens.kinds[close] != .closeBracket { close += 1 }
        guard close < limit, tokens.kinds[close] == .closeBracket else { break }
        end = close + 1
      } else if tokens.kinds[end] == .doubleQuote {
        var close = end + 1
        while close < limit, close < end + 6, tokens.kinds[close] != .doubleQuote { close += 1 }
        guard close < limit, tokens.kinds[close] == .doubleQuote else { break }
        end = close + 1
      } else if tokens.classes[end].contains(.genitive) || isVon(end) {
        var inner = end + 1
        if isVon(end), inner < limit, !tokens.classes[inner].isDisjoint(with: Self.determiners) {
          inner += 1
        }
        var adjectives = 0
        while inner < limit, adjectives < 3, !isNoun(inner), isAdjective(inner) {
          inner += 1
          adjectives += 1
        }
        guard inner < limit, isNoun(inner) else { break }
        while inner < limit, isNoun(inner) { inner += 1 }
        end = inner
      } else {
        break
      }
    }
    return end
  }

  private func coordinated(_ end: Int, limit: Int) -> Int? {
    guard end + 1 < limit, tokens.classes[end].contains(.coordinator) else { return nil }
    return phraseEnd(end + 1, limit: limit)
  }

  private static let von = WordFold.hash("von")
  private static let vom = WordFold.hash("vom")
  private func isVon(_ index: Int) -> Bool {
    tokens.folds[index] == Self.von || tokens.folds[index] == Self.vom
  }

  /// The noun that a phrase is about: the last capital before an attribute begins.
  func head(_ phrase: Range<Int>) -> Int {
    var index = phrase.lowerBound
    while index < phrase.upperBound, !isNoun(index) { index += 1 }
    while index + 1 < phrase.upperBound, isNoun(index + 1) { index += 1 }
    return min(index, phrase.upperBound - 1)
  }
}

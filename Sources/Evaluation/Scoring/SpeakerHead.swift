import TextModel

/// Words that begin a noun phrase or end its head: articles, possessives, prepositions, conjunctions.
/// Part of the definition of the figures, hence not in a lexicon that grows.
private let functionWords: Set<String> = Set(
  """
  der die das des dem den ein eine eines einer einem einen kein keine seiner seines ihrer ihres \
  deren dessen und oder sowie als wie von vom aus für bei beim im in ins am an zum zur zu auf über \
  mit gegen um nach vor unter bis durch gegenüber ohne zwischen seit wegen hinter neben laut
  """.split(separator: " ").map(String.init))

/// The head of a speaker, found without a parser: leading function words are skipped, then the last
/// capitalised token before a comma, a bracket, a gap or the next function word.
///
/// *Titel Vorname Nachname* gives the last name, *ein Sprecher der Polizei* gives *Sprecher*, a lone
/// pronoun gives itself.
///
/// - Returns: a token number; nil for an empty set.
func headToken(_ set: TokenSet, in document: GoldDocument) -> Int? {
  var best: Int?
  var last = -1
  for token in set.numbers {
    let word = document.word(token)
    let plain = isFunctionWord(word) || !hasLetterOrDigit(word)
    if best == nil {
      if !plain, beginsUppercase(word) { best = token }
    } else if plain || token != last + 1 {
      break
    } else if beginsUppercase(word) {
      best = token
    }
    last = token
  }
  return best ?? set.numbers.first { !isFunctionWord(document.word($0)) } ?? set.numbers.first
}

/// Whether two speakers have the same head; both empty counts as the same.
func haveSameHead(_ gold: TokenSet, _ system: TokenSet, in document: GoldDocument) -> Bool {
  guard let goldHead = headToken(gold, in: document),
    let systemHead = headToken(system, in: document)
  else { return gold.isEmpty && system.isEmpty }
  return gold == system || (system.contains(goldHead) && gold.contains(systemHead))
}

private func isFunctionWord(_ word: String) -> Bool {
  functionWords.contains(word.lowercased())
}

private func beginsUppercase(_ word: String) -> Bool {
  word.unicodeScalars.first?.properties.isUppercase ?? false
}

private func hasLetterOrDigit(_ word: String) -> Bool {
  word.unicodeScalars.contains { scalar in
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
    default: scalar.properties.numericType != nil
    }
  }
}

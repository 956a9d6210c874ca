import GermanLanguage
import TextModel

/// Bodies that a bare noun takes up: “die Zeitung”, “das Ministerium”, “die Hilfsorganisation”.
extension SpeakerResolver {
  /// The body that article and noun take up: "die Zeitung" behind a named paper, "das Ministerium" behind
  /// the ministry of the interior; nil for anything longer, and where nothing named before fits.
  ///
  /// - Complexity: at most the names before it that a rule looks at, and 400 words.
  func sameBody(_ range: Range<Int>, head: Int, _ reading: inout ArticleReading) -> Int? {
    guard range.count == 2, head == range.lowerBound + 1,
      reading.classes(range.lowerBound).contains(.definiteArticle),
      !names.isPersonNoun(head, reading)
    else { return nil }
    let listed = registry.speakerNouns.noun(reading.word(head))
    // "die Zeitungen", "die Ministerien": several.
    if let listed, reading.tokens.folds[range.lowerBound] == Self.the,
      listed.gender != .feminine || reading.word(head).suffix(2).elementsEqual("en".utf8)
    {
      return nil
    }
    guard
      listed.map({ [.organisation, .media, .agency].contains($0.kind) })
        ?? !reading.classes(head).isDisjoint(with: [.organisation, .medium])
    else { return nil }
    if let introduced = introduced(by: head, reading) { return introduced }
    let noun = TitleKey.letters(reading.word(head))
    let isPaper = listed?.kind == .media && listed?.isGeneric == true
    let isAgency = listed?.kind == .agency || Self.agencies.contains(reading.tokens.folds[head])
    let isBody = listed?.kind == .organisation && listed?.isGeneric == true
    let limit = max(0, range.lowerBound - 400)
    var nearest: Int?
    var at = range.lowerBound - 1
    while at >= limit {
      guard let mention = reading.mention(at: at) else {
        // "das Innenministerium", of which nobody has spoken yet.
        if !isBody, !isPaper, reading.isCapitalised(at), reading.isWord(at),
          let same = longer(at, noun, &reading)
        {
          return same
        }
        at -= 1
        continue
      }
      at = mention.tokens.lowerBound - 1
      let kind = reading.entities[mention.entity].kind
      if isPaper, kind == .media { return mention.entity }
      if isAgency, kind == .agency { return mention.entity }
      guard kind != .person, kind != .place, kind != .state else { continue }
      let name = TitleKey.letters(reading.entities[mention.entity].name.utf8)
      // The last word, or the last part of a compound.
      if name.count > noun.count, name.suffix(noun.count).elementsEqual(noun) {
        return mention.entity
      }
      if isBody, kind == .organisation, nearest == nil, range.lowerBound - at < 90,
        !isSeatOfState(reading.entities[mention.entity], reading)
      {
        nearest = mention.entity
      }
    }
    return nearest
  }

  private static let the = WordFold.hash("die")
  private static let agencies: Set<UInt64> = Set(
    ["Agentur", "Nachrichtenagentur", "Presseagentur"].map { WordFold.hash($0) })

  /// Bodies of a state and the like, which no "das Unternehmen" or "die Organisation" takes up.
  private func isSeatOfState(
    _ entity: ArticleReading.Entity, _ reading: ArticleReading
  ) -> Bool {
    let last = entity.name.utf8.split(separator: 0x20).last.map { Array($0)[...] } ?? []
    guard let listed = registry.speakerNouns.noun(last) else { return false }
    return !listed.isGeneric
  }

  /// The body that the same noun introduced with its name: "die Hilfsorganisation Nordwind".
  private func introduced(by head: Int, _ reading: ArticleReading) -> Int? {
    let fold = reading.tokens.folds[head]
    for candidate in reading.candidates(before: head - 1).reversed() {
      let token = Int(candidate.token)
      guard reading.tokens.folds[token] == fold else { continue }
      var next = token + 1
      if next < reading.tokens.count, reading.tokens.kinds[next].isQuote { next += 1 }
      guard let mention = reading.mention(at: next), mention.tokens.lowerBound == next,
        mention.kind == .name, !mention.isGenitive,
        [.organisation, .media, .agency].contains(reading.entities[mention.entity].kind)
      else { continue }
      return mention.entity
    }
    return nil
  }

  /// A compound that ends with the noun, not far before: an actor of its own.
  private func longer(_ token: Int, _ noun: [UInt8], _ reading: inout ArticleReading) -> Int? {
    guard reading.length(token) > noun.count + 2,
      !reading.tokens.flags[token].contains(.hyphenated)
    else { return nil }
    let word = TitleKey.letters(reading.word(token))
    guard word.count > noun.count + 2,
      word.suffix(noun.count).elementsEqual(noun)
        || word.last == UInt8(ascii: "s") && word.dropLast().suffix(noun.count).elementsEqual(noun)
    else { return nil }
    guard let kind = registry.speakerNouns.noun(reading.word(token))?.kind.actorKind,
      kind == .organisation || kind == .media
    else { return nil }
    let begin =
      token > 0 && reading.isNextWord(token)
        && registry.states.state(ofAdjective: reading.word(token - 1)) != nil ? token - 1 : token
    return entity(
      named: headName(begin..<token + 1, noun: token, kind: kind, reading), kind, &reading)
  }

  /// Whether the verb of a statement's words is in the plural; nil when none is told.
  func verbIsPlural(
    _ statement: Statement, behind range: Range<Int>, _ reading: ArticleReading
  ) -> Bool? {
    // Not for the owner of words: "Angaben der Veranstalter".
    guard let speaker = statement.speaker.hull, reading.tokens.tokens(in: speaker) == range else {
      return nil
    }
    var token: Int?
    if let cue = statement.cue.first {
      token = reading.tokens.tokens(in: cue).first
    } else if range.upperBound < reading.tokens.count, reading.isNextWord(range.upperBound) {
      token = range.upperBound
    }
    guard let token, !reading.isCapitalised(token) else { return nil }
    let classes = reading.classes(token)
    let fold = reading.tokens.folds[token]
    if Self.pluralAuxiliaries.contains(fold) { return true }
    if statement.cue.isEmpty,
      classes.isDisjoint(with: [.finite, .ambiguousFinite, .auxiliary, .modal, .reporting])
    {
      return nil
    }
    guard classes.isDisjoint(with: [.preposition, .adverb, .particle]) else { return nil }
    let word = reading.word(token)
    if word.suffix(2).elementsEqual("en".utf8) {
      return classes.contains(.participle) ? nil : true
    }
    return classes.contains(.participle) && classes.isDisjoint(with: [.finite]) ? nil : false
  }

  private static let pluralAuxiliaries: Set<UInt64> = Set(
    ["sind", "seien"].map { WordFold.hash($0) })
}

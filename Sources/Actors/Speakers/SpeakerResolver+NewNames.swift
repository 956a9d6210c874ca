import GermanLanguage
import TextModel

/// Names that only stand in the speaker's words, so that no other rule has found them.
extension SpeakerResolver {
  /// The name behind a noun that describes its bearer: "die Fluggesellschaft Nordwind", "die Zeitung „Der
  /// Morgen“", "Hafenchef Brandner"; nil where none stands there.
  func named(behind noun: Int, _ range: Range<Int>, _ reading: inout ArticleReading) -> Int? {
    let listed = registry.speakerNouns.noun(reading.word(noun))
    let classes = reading.classes(noun)
    let isPerson =
      listed.map { $0.kind == .person } ?? !classes.isDisjoint(with: [.person, .title])
    let isBody = listed?.bearsName ?? false
    guard isPerson || isBody else { return nil }
    var first = noun + 1
    let end = min(range.upperBound, first + 7)
    if first < end, reading.tokens.kinds[first].isQuote { first += 1 }
    let isQuoted = first > noun + 1
    // "Hausärztin Dr. Lindner"
    while !isQuoted, first < end,
      reading.classes(first).contains(.title)
        || reading.tokens.kinds[first] == .period
          && reading.tokens.flags[first].contains(.abbreviates)
    {
      first += 1
    }
    guard first < end, reading.isWord(first) else { return nil }
    if let mention = reading.mention(at: first), mention.tokens.lowerBound == first {
      let kind = reading.entities[mention.entity].kind
      guard isBody, !mention.isGenitive, mention.kind == .name,
        kind == .media || kind == .agency || kind == .organisation
      else { return nil }
      return mention.entity
    }
    var last = first
    while last < end, reading.isWord(last) || isQuoted && reading.tokens.kinds[last] == .number,
      isQuoted || isNamePart(last, of: isPerson, reading)
        || !isPerson && last > first && reading.isCapitalised(last)
          && reading.classes(last).isEmpty,
      reading.mentionOfToken[last] < 0 || isQuoted
    {
      last += 1
    }
    while last > first, !isQuoted, reading.classes(last - 1).contains(.nameParticle) { last -= 1 }
    guard last > first, reading.isCapitalised(first) || isQuoted,
      !isQuoted || last < reading.tokens.count && reading.tokens.kinds[last].isQuote
    else { return nil }
    if isPerson {
      guard !isQuoted, last - first <= 3 else { return nil }
      return person(first..<last, range, &reading)
    }
    var kind = listed?.kind.actorKind ?? .organisation
    if listed?.kind == .saying { kind = .media }
    if kind == .collective || kind == .person { kind = .organisation }
    return entity(ofName: first..<last, kind, range, &reading)
  }

  private func isNamePart(_ token: Int, of isPerson: Bool, _ reading: ArticleReading) -> Bool {
    if reading.classes(token).contains(.nameParticle), !reading.isCapitalised(token) {
      return isPerson
    }
    guard reading.isCapitalised(token), reading.isNextWord(token) else { return false }
    if !isPerson, reading.tokens.flags[token].contains(.allCapitals) { return true }
    return (reading.classes(token).isEmpty || reading.classes(token).contains(.givenName))
      && !names.looksLikeNoun(token, reading)
      && registry.speakerNouns.noun(reading.word(token))?.isLong != true
      && registry.states.state(ofAdjective: reading.word(token)) == nil
  }

  /// A name between quotation marks behind an article: "der „Morgenbote“", a paper unless its last word
  /// tells of another body.
  func quotedName(_ noun: Int, _ range: Range<Int>, _ reading: inout ArticleReading) -> Int? {
    guard noun > range.lowerBound + 1, reading.tokens.kinds[noun - 1].isQuote else { return nil }
    var last = noun
    while last < reading.tokens.count, last < noun + 7, !reading.tokens.kinds[last].isQuote {
      last += 1
    }
    guard last < reading.tokens.count, reading.tokens.kinds[last].isQuote, last <= range.upperBound
    else { return nil }
    var kind = ActorKind.media
    for token in noun..<last where reading.isWord(token) && reading.isCapitalised(token) {
      let listed = registry.speakerNouns.noun(reading.word(token))
      if let listed, listed.isSure, let told = listed.kind.actorKind, told != .person {
        kind = told == .collective ? .organisation : told
      }
    }
    return entity(ofName: noun..<last, kind, range, &reading)
  }

  /// The actor that a range of words names, which the lists may know.
  private func entity(
    ofName words: Range<Int>, _ kind: ActorKind, _ range: Range<Int>,
    _ reading: inout ArticleReading
  ) -> Int {
    let name = reading.string(words)
    let entity =
      registry.aliases.single(words.map { reading.tokens.folds[$0] })
      .map { reading.entity(known: $0, registry) }
      ?? entity(named: name, kind, &reading)
    reading.addMention(.init(tokens: words, kind: .name, entity: entity))
    if reading.isFree(range.lowerBound..<words.lowerBound), range.lowerBound < words.lowerBound {
      reading.addMention(
        .init(
          tokens: range.lowerBound..<words.lowerBound, kind: .title, entity: entity))
    }
    return entity
  }

  /// A person whom the article names here only by a surname or with an unknown given name.
  func person(
    _ words: Range<Int>, _ range: Range<Int>, _ reading: inout ArticleReading
  ) -> Int {
    let full = words.count == 1 ? fullName(ofSurname: words.lowerBound, reading) ?? words : words
    let entity = entity(named: reading.string(full), .person, &reading)
    if reading.isFree(words) {
      reading.addMention(.init(tokens: words, kind: .name, entity: entity))
    }
    if full != words, reading.isFree(full) {
      reading.addMention(.init(tokens: full, kind: .name, entity: entity))
    }
    return entity
  }

  /// Where else in the article a given name stands before a surname: "Hubert Barth", of whom later only
  /// "Barth" speaks.
  func fullName(ofSurname token: Int, _ reading: ArticleReading) -> Range<Int>? {
    let fold = reading.tokens.folds[token]
    guard reading.occurrences(fold) > 1 else { return nil }
    for candidate in reading.candidates(around: token) {
      let at = Int(candidate.token)
      guard at != token, reading.tokens.folds[at] == fold, at > 0, reading.isNextWord(at),
        reading.isCapitalised(at), reading.mentionOfToken[at] < 0,
        reading.mentionOfToken[at - 1] < 0,
        isNamePart(at - 1, of: true, reading)
          || reading.isCapitalised(at - 1) && reading.classes(at - 1).contains(.givenName),
        reading.isCapitalised(at - 1)
      else { continue }
      return at - 1..<at + 1
    }
    return nil
  }
}

import GermanLanguage
import TextModel

/// Speakers that are named or described by a noun phrase.
extension SpeakerResolver {
  func nounPhrase(
    _ range: Range<Int>, _ index: Int, _ statements: [Statement], _ reading: inout ArticleReading
  ) -> Speaker {
    var found: [ArticleReading.FoundMention] = []
    var token = range.lowerBound
    while token < range.upperBound {
      if let mention = reading.mention(at: token) {
        if !found.contains(where: { $0.tokens == mention.tokens }) { found.append(mention) }
        token = max(token + 1, mention.tokens.upperBound)
      } else {
        token += 1
      }
    }
    let head = headNoun(range, reading)
    let persons = found.filter {
      reading.entities[$0.entity].kind == .person && !$0.isGenitive && $0.kind != .title
        || reading.entities[$0.entity].kind == .person && $0.kind == .description
    }
    // "Angaben der Polizei", "ein Bericht der Zeitung": whose they are.
    if statements[index].type == .reported, let head, isSaying(head, reading),
      let person = personBehindVerb(statements[index], behind: range, reading)
    {
      // "Die Äußerungen Hubers nannte Kowalczyk falsch": they are the object.
      return Speaker(entities: [person])
    }
    if let head, isSaying(head, reading),
      reading.classes(head).isDisjoint(with: [.person, .medium]), reading.mention(at: head) == nil
    {
      if let rest = ownerPhrase(range, behind: head, reading) {
        return nounPhrase(rest, index, statements, &reading)
      }
      // "Ihrer Meinung nach": somebody is asked.
      if range.contains(where: { isFormalAddress($0, reading) }) { return Speaker() }
      if let owner = found.first(where: { $0.tokens.lowerBound > head }) {
        return Speaker(entities: joint(owner, found, reading))
      }
      if isSelfReference(range, reading) {
        if let named = namedSubject(before: range, reading) { return Speaker(entities: [named]) }
        if let subject = subject(before: range, reading) {
          return nounPhrase(subject, index, statements, &reading)
        }
        return nearest(
          before: range.lowerBound, female: nil, plural: false, index, statements, reading)
      }
      if let owner = found.first { return Speaker(entities: [owner.entity]) }
      if let rest = lastNoun(range, behind: head, reading),
        Self.linking.contains(reading.tokens.folds[rest.lowerBound])
      {
        return nounPhrase(rest, index, statements, &reading)
      }
      if let owner = owner(ofSaying: head, range, &reading) {
        if reading.isFree(range) {
          reading.addMention(.init(tokens: range, kind: .description, entity: owner))
        }
        return Speaker(entities: [owner])
      }
      if let owner = lastNoun(range, behind: head, reading) {
        return described(owner, range, head: head, &reading)
      }
      return Speaker()
    }
    if let head, let named = named(behindAttribute: persons, head: head, range, reading) {
      return Speaker(entities: [named])
    }
    if let person = persons.first(where: { isHeadOrApposition($0, head, reading) }) {
      var speaker = Speaker(entities: joint(person, found, reading))
      if let head,
        TitleFinder.isSpokesperson(reading.word(head)) || isTitledSpeaker(person, reading),
        let institution = found.first(where: { isInstitution($0, reading) })
      {
        speaker.behalf = reading.entities[institution.entity].id
      } else if let title = titleNoun(before: person, range, reading),
        reading.entities[person.entity].known == nil
      {
        speaker.behalf = bodySpokenFor(title, title..<person.tokens.lowerBound, &reading)
        if let entity = speaker.behalf.flatMap({ reading.existing($0) }),
          !reading.entities[entity].isMentioned
        {
          reading.addMention(.init(tokens: title..<title + 1, kind: .description, entity: entity))
        }
      }
      return speaker
    }
    if let site = range.first(where: { isWebSite($0, reading) }) {
      let id = entity(named: reading.string(site..<site + 1), .media, &reading)
      return Speaker(entities: [id])
    }
    if let first = found.first, head == nil || first.tokens.contains(head ?? -1),
      !beginsLongerName(first, range, reading)
    {
      return Speaker(entities: joint(first, found, reading))
    }
    guard let head else {
      return Speaker(entities: found.first.map { [$0.entity] } ?? [])
    }
    if let person = apposition(behind: range, head: head, reading) {
      return Speaker(entities: [person])
    }
    if let same = sameBody(range, head: head, &reading) {
      if reading.isFree(range) {
        reading.addMention(.init(tokens: range, kind: .description, entity: same))
      }
      return Speaker(entities: [same])
    }
    if reading.classes(head).isDisjoint(with: [.person, .organisation, .medium, .title]),
      let person = personBehindVerb(statements[index], behind: range, reading)
    {
      return Speaker(entities: [person])
    }
    // "der Moskauer Korrespondent der F.A.Z.", "die Sprecherin des Innenministeriums", "die Polizei".
    let isSpokesperson = TitleFinder.isSpokesperson(reading.word(head))
    let body = isSpokesperson ? bodySpokenFor(head, range, &reading) : nil
    var speaker = described(
      range, range, head: head,
      isPluralVerb: verbIsPlural(statements[index], behind: range, reading),
      &reading)
    if let owner = found.first(where: { $0.tokens.lowerBound > head }) {
      let entity = reading.entities[owner.entity]
      if isSpokesperson { speaker.behalf = entity.id }
      if entity.kind == .media || entity.kind == .agency { speaker.via = [entity.id] }
    }
    if let body, speaker.behalf == nil {
      speaker.behalf = body
      // The body is an actor by these words alone.
      if let entity = reading.existing(body), !reading.entities[entity].isMentioned {
        reading.addMention(
          .init(tokens: head..<range.upperBound, kind: .description, entity: entity))
      }
    }
    return speaker
  }

  /// "morgenbote.de", but not "Regierung.Das", where only a blank is missing.
  private func isWebSite(_ token: Int, _ reading: ArticleReading) -> Bool {
    guard reading.isWord(token) else { return false }
    let word = reading.word(token)
    guard let dot = word.lastIndex(of: UInt8(ascii: ".")) else { return false }
    return dot - word.startIndex > 3 && (2...4).contains(word.endIndex - dot - 1)
      && word[(dot + 1)...].allSatisfy { $0 &- 0x61 < 26 }
  }

  /// Whether a state or a city is only the beginning of a name: "Norway Harbour Agency".
  private func beginsLongerName(
    _ mention: ArticleReading.FoundMention, _ range: Range<Int>, _ reading: ArticleReading
  ) -> Bool {
    let next = mention.tokens.upperBound
    guard next < range.upperBound, mention.kind == .name, !mention.isGenitive,
      [.state, .governmentMetonym, .place].contains(reading.entities[mention.entity].kind)
    else { return false }
    return (next..<range.upperBound).prefix { reading.isNextWord($0) && reading.isCapitalised($0) }
      .contains { registry.nameParts[reading.tokens.folds[$0]] != nil }
  }

  /// The last of two persons: "der Nachfolger des Vorsitzenden Jan Kowalczyk, Maria Huber".
  func named(
    behindAttribute persons: [ArticleReading.FoundMention], head: Int, _ range: Range<Int>,
    _ reading: ArticleReading
  ) -> Int? {
    guard persons.count == 2, let last = persons.last, last.kind == .name, last.tokens.count > 1,
      last.tokens.upperBound == range.upperBound, head < persons[0].tokens.lowerBound,
      reading.tokens.kinds[last.tokens.lowerBound - 1] == .comma,
      (head + 1..<persons[0].tokens.lowerBound).contains(where: {
        Self.genitives.contains(reading.tokens.folds[$0])
      })
    else { return nil }
    return last.entity
  }

  /// Whether a noun means words, whose owner then speaks: Angaben, Bericht, Zitat.
  func isSaying(_ head: Int, _ reading: ArticleReading) -> Bool {
    !reading.classes(head).isDisjoint(with: [.source, .saying])
      || Self.utterances.contains(reading.tokens.folds[head])
      || registry.speakerNouns.noun(reading.word(head))?.kind == .saying
  }

  static let utterances: Set<UInt64> = Set(
    ["Zitat", "Zitate", "Worte", "Worten", "Tweet", "Rede", "Brief", "Schreiben", "Motto"].map {
      WordFold.hash($0)
    })

  /// "Ihrer", "Ihre" with a capital inside a sentence.
  func isFormalAddress(_ token: Int, _ reading: ArticleReading) -> Bool {
    reading.isCapitalised(token) && !reading.tokens.flags[token].contains(.firstOfSentence)
      && Self.formal.contains(reading.tokens.folds[token])
  }

  static let formal: Set<UInt64> = Set(
    ["Ihrer", "Ihre", "Ihren", "Ihrem"].map { WordFold.hash($0) })

  /// Who is named as the subject of the same sentence: "Maria Huber reist eigenen Worten zufolge ab".
  func namedSubject(before range: Range<Int>, _ reading: ArticleReading) -> Int? {
    let begin = reading.tokens.sentences[reading.tokens.sentence(of: range.lowerBound)].lowerBound
    for token in max(begin, range.lowerBound - Self.reach)..<range.lowerBound {
      guard let mention = reading.mention(at: token), mention.tokens.lowerBound == token,
        mention.kind == .name, reading.entities[mention.entity].kind == .person,
        isSubjectLike(mention, reading)
      else { continue }
      return mention.entity
    }
    return nil
  }

  /// The noun phrase before the verb of the same sentence, where nobody else is named before: "Helfer
  /// mussten nach eigenen Worten …".
  func subject(before range: Range<Int>, _ reading: ArticleReading) -> Range<Int>? {
    let begin = reading.tokens.sentences[reading.tokens.sentence(of: range.lowerBound)].lowerBound
    guard range.lowerBound > begin, range.lowerBound - begin <= Self.reach else { return nil }
    for token in begin..<range.lowerBound {
      if reading.tokens.kinds[token] != .word { return nil }
      guard !reading.isCapitalised(token) || token == begin,
        !reading.classes(token).isDisjoint(with: [.finite, .auxiliary, .modal])
      else {
        if reading.classes(token).contains(.preposition), token == begin { return nil }
        continue
      }
      let phrase = begin..<token
      return phrase.contains {
        names.isPersonNoun($0, reading)
          || reading.isCapitalised($0)
            && !reading.classes($0).isDisjoint(with: [.organisation, .medium])
      }
        ? phrase : nil
    }
    return nil
  }

  /// The person named behind a description that was cut off: "die Sprecherin von Rot/Grün, Maria Huber,".
  func apposition(behind range: Range<Int>, head: Int, _ reading: ArticleReading) -> Int? {
    guard
      names.isPersonNoun(head, reading)
        || registry.speakerNouns.noun(reading.word(head))?.kind == .person
    else { return nil }
    let sentence = reading.tokens.sentences[reading.tokens.sentence(of: head)]
    var at = range.upperBound
    if at < sentence.upperBound, reading.tokens.kinds[at] == .slash {
      at += 1
      while at < sentence.upperBound, at < range.upperBound + 4, reading.isCapitalised(at) {
        at += 1
      }
    }
    guard at + 1 < sentence.upperBound, reading.tokens.kinds[at] == .comma,
      let mention = reading.mention(at: at + 1), mention.kind == .name, !mention.isGenitive,
      mention.tokens.lowerBound == at + 1, mention.tokens.count > 1,
      reading.entities[mention.entity].kind == .person
    else { return nil }
    let behind = mention.tokens.upperBound
    guard behind >= sentence.upperBound || !reading.classes(behind).contains(.coordinator) else {
      return nil
    }
    return mention.entity
  }

  func isTitledSpeaker(
    _ mention: ArticleReading.FoundMention, _ reading: ArticleReading
  ) -> Bool {
    mention.tokens.lowerBound > 0
      && TitleFinder.isSpokesperson(reading.word(mention.tokens.lowerBound - 1))
  }

  func isInstitution(
    _ mention: ArticleReading.FoundMention, _ reading: ArticleReading
  ) -> Bool {
    [.organisation, .governmentMetonym, .state].contains(reading.entities[mention.entity].kind)
  }

  /// A person is the speaker unless it only belongs to another head ("die Homepage des Präsidenten").
  func isHeadOrApposition(
    _ mention: ArticleReading.FoundMention, _ head: Int?, _ reading: ArticleReading
  ) -> Bool {
    guard let head, !mention.tokens.contains(head) else { return true }
    if mention.tokens.lowerBound < head { return true }
    // "der Friedenspreisträger Tadeo Lobmayr": a full name directly behind its noun.
    if mention.tokens.lowerBound == head + 1, mention.tokens.count > 1, mention.kind == .name,
      reading.classes(head).isDisjoint(with: [.organisation, .medium])
    {
      return true
    }
    // A genitive article before it makes it the owner.
    let begin = mention.tokens.lowerBound
    guard begin > 0 else { return true }
    if mention.kind == .description {
      return !Self.genitives.contains(reading.tokens.folds[begin])
    }
    return names.isPersonNoun(head, reading) || reading.mention(at: head)?.kind == .title
      || registry.speakerNouns.noun(reading.word(head))?.kind == .person
  }

  static let genitives: Set<UInt64> = Set(
    ["des", "der", "seines", "ihres"].map { WordFold.hash($0) })

  /// The mention and those joined to it: "Trump und Vance".
  func joint(
    _ first: ArticleReading.FoundMention, _ found: [ArticleReading.FoundMention],
    _ reading: ArticleReading
  ) -> [Int] {
    var result = [first.entity]
    var end = first.tokens.upperBound
    for next in found where next.tokens.lowerBound >= end {
      if next.kind == .title { continue }
      let between = end..<next.tokens.lowerBound
      let isJoined =
        !between.isEmpty && between.count <= 6
        && between.contains {
          reading.classes($0).contains(.coordinator) || reading.tokens.kinds[$0] == .comma
        }
        && between.allSatisfy {
          reading.mentionOfToken[$0] >= 0 || reading.tokens.kinds[$0] == .comma
            || !reading.classes($0).isDisjoint(with: [
              .coordinator, .definiteArticle, .adjective, .title, .person,
            ])
            || (!reading.isCapitalised($0) && reading.isWord($0) && reading.classes($0).isEmpty)
        }
      guard isJoined, !next.isGenitive else { break }
      let isApposition =
        (reading.entities[next.entity].kind != reading.entities[first.entity].kind
          || next.kind == .description)
        && !between.contains { reading.classes($0).contains(.coordinator) }
      if isApposition { break }
      if !result.contains(next.entity) { result.append(next.entity) }
      end = next.tokens.upperBound
    }
    return result
  }

  /// The first noun of a phrase, its head.
  func headNoun(_ range: Range<Int>, _ reading: ArticleReading) -> Int? {
    for token in range where reading.isWord(token) && reading.isCapitalised(token) {
      if isInsideAttribute(token, range, reading) { continue }
      if token == range.lowerBound {
        if isLeadingAdjective(token, reading) { continue }
        let classes = reading.classes(token)
        if !classes.isDisjoint(with: [
          .definiteArticle, .indefiniteArticle, .determiner, .possessive, .preposition,
        ]) {
          continue
        }
        if registry.states.state(ofAdjective: reading.word(token)) != nil,
          token + 1 < range.upperBound, reading.isCapitalised(token + 1)
        {
          continue
        }
      }
      // "Moskauer Korrespondent": adjectives of cities.
      if token + 1 < range.upperBound, reading.word(token).suffix(2).elementsEqual("er".utf8),
        names.isPersonNoun(token + 1, reading), !names.isPersonNoun(token, reading),
        reading.mention(at: token) == nil
      {
        continue
      }
      // "Hubers Anwalt", "New Havens Bürgermeister"
      if token + 1 < range.upperBound, reading.isCapitalised(token + 1),
        reading.isNextWord(token + 1), reading.mention(at: token) == nil,
        reading.word(token).last == UInt8(ascii: "s") && names.isPersonNoun(token + 1, reading)
          || reading.word(token + 1).last == UInt8(ascii: "s")
            && registry.nameParts[reading.tokens.folds[token]] == .place,
        !names.isPersonNoun(token, reading),
        registry.speakerNouns.noun(reading.word(token))?.isLong != true
      {
        continue
      }
      if let mention = reading.mention(at: token), mention.kind == .name, mention.isGenitive,
        token + 1 < range.upperBound, reading.isCapitalised(mention.tokens.upperBound - 1),
        mention.tokens.upperBound < range.upperBound
      {
        continue
      }
      return token
    }
    return nil
  }

  /// "die im Exil lebende Oppositionelle": a noun of an attribute before the head.
  func isInsideAttribute(_ token: Int, _ range: Range<Int>, _ reading: ArticleReading) -> Bool {
    var before = token - 1
    if before > range.lowerBound, reading.classes(before).contains(.definiteArticle) { before -= 1 }
    guard before > range.lowerBound, reading.classes(before).contains(.preposition),
      reading.isNextWord(token + 1), token + 2 < range.upperBound,
      !reading.isCapitalised(token + 1),
      reading.classes(token + 1).isDisjoint(with: [.coordinator, .preposition, .definiteArticle])
    else { return false }
    return (range.lowerBound..<before).allSatisfy {
      !reading.isCapitalised($0) || $0 == range.lowerBound
    }
      && (token + 2..<range.upperBound).contains { reading.isCapitalised($0) }
  }

  func isSelfReference(_ range: Range<Int>, _ reading: ArticleReading) -> Bool {
    range.contains { Self.own.contains(reading.tokens.folds[$0]) }
  }

  static let own: Set<UInt64> = Set(
    [
      "deren", "dessen", "eigenen", "eigener", "seinen", "seiner", "ihren", "ihrer", "seine",
      "ihre",
    ].map {
      WordFold.hash($0)
    })

  func lastNoun(
    _ range: Range<Int>, behind head: Int, _ reading: ArticleReading
  ) -> Range<Int>? {
    guard head + 1 < range.upperBound else { return nil }
    let rest = head + 1..<range.upperBound
    return rest.contains { reading.isCapitalised($0) } ? rest : nil
  }
}

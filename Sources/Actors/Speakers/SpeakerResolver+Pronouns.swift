import GermanLanguage
import TextModel

/// Speakers that are only a pronoun.
extension SpeakerResolver {
  func pronoun(in range: Range<Int>, _ reading: ArticleReading) -> Int? {
    // "er", "er selbst"; but "die Ukraine" is a noun phrase.
    guard
      range.count == 1
        || range.count == 2 && Self.emphatic.contains(reading.tokens.folds[range.lowerBound + 1])
    else { return nil }
    let first = range.lowerBound
    return Self.pronouns[reading.tokens.folds[first]] == nil ? nil : first
  }

  static let emphatic: Set<UInt64> = Set(["selbst", "selber"].map { WordFold.hash($0) })

  enum Reference { case masculine, feminine, relative, demonstrative, firstPerson, plural }

  static let pronouns: [UInt64: Reference] = {
    var table: [UInt64: Reference] = [:]
    for (word, reference) in [
      ("er", Reference.masculine), ("ihm", .masculine), ("ihn", .masculine), ("sie", .feminine),
      ("ihr", .feminine), ("ihnen", .plural), ("der", .relative), ("die", .relative),
      ("das", .relative), ("dem", .relative), ("den", .relative), ("deren", .relative),
      ("dessen", .relative), ("dieser", .demonstrative), ("diese", .demonstrative),
      ("letzterer", .demonstrative), ("letztere", .demonstrative), ("ich", .firstPerson),
      ("wir", .firstPerson), ("man", .firstPerson), ("es", .firstPerson), ("selbst", .masculine),
    ] { table[WordFold.hash(word)] = reference }
    return table
  }()

  func pronoun(
    _ token: Int, _ range: Range<Int>, _ index: Int, _ statements: [Statement],
    _ positions: [Int: Int], _ reading: inout ArticleReading
  ) -> Speaker {
    let reference = Self.pronouns[reading.tokens.folds[token]] ?? .masculine
    var speaker: Speaker
    switch reference {
    case .firstPerson:
      // The one inside whose words it stands.
      let begin = Int(reading.tokens.begins[token])
      let host =
        statements[index].parent.flatMap { positions[$0] }
        ?? statements[..<index].suffix(6).lastIndex {
          $0.quote.contains { $0.contains(begin) }
        }
      speaker = Speaker(entities: host.map { entities(statements[$0].actors, reading) } ?? [])
    case .relative:
      speaker = antecedent(before: token, reading)
      if speaker.entities.isEmpty, let noun = antecedentNoun(before: token, reading) {
        return described(
          noun.range, noun.range, head: noun.head,
          isPluralVerb: reading.tokens.folds[token] == Self.die ? nil : false, &reading)
      }
      if speaker.entities.isEmpty {
        speaker = nearest(
          before: token, female: nil, plural: false, index, statements, reading)
      }
    case .demonstrative:
      // "Diese hofften": several, whom no single name means.
      if isPluralVerb(statements[index], beside: token, reading) { return Speaker() }
      // "Dieser" takes up the last one named, not the subject.
      let last = lastMention(before: token, outside: statements[index].quote, reading)
      speaker =
        last.map { Speaker(entities: [$0.entity]) }
        ?? nearest(before: token, female: nil, plural: false, index, statements, reading)
    case .masculine:
      if let subject = describedSubject(before: token, female: false, reading) {
        return described(
          subject.range, subject.range, head: subject.head, isPluralVerb: false, &reading)
      }
      speaker = nearest(before: token, female: false, plural: false, index, statements, reading)
    case .feminine:
      let plural = isPluralVerb(statements[index], beside: token, reading)
      if !plural, let subject = describedSubject(before: token, female: true, reading) {
        return described(
          subject.range, subject.range, head: subject.head, isPluralVerb: false, &reading)
      }
      speaker = nearest(before: token, female: true, plural: plural, index, statements, reading)
    case .plural:
      speaker = nearest(before: token, female: nil, plural: true, index, statements, reading)
    }
    if speaker.entities.isEmpty, reference == .masculine || reference == .feminine,
      let noun = describedPerson(before: token, female: reference == .feminine, reading)
    {
      return described(
        noun.range, noun.range, head: noun.head, isPluralVerb: false, &reading)
    }
    if speaker.entities.count == 1, let entity = speaker.entities.first, reading.isFree(range) {
      reading.addMention(.init(tokens: range, kind: .pronoun, entity: entity))
    }
    return speaker
  }

  func isPluralVerb(_ statement: Statement, beside token: Int, _ reading: ArticleReading) -> Bool {
    guard let cue = statement.cue.first else {
      // No cue: the verb beside the pronoun.
      return token > 0 && isPluralVerb(token - 1, reading)
        || token + 1 < reading.tokens.count && isPluralVerb(token + 1, reading)
    }
    let tokens = reading.tokens.tokens(in: cue)
    guard let first = tokens.first else { return false }
    return reading.word(first).suffix(2).elementsEqual("en".utf8)
  }

  private func isPluralVerb(_ token: Int, _ reading: ArticleReading) -> Bool {
    !reading.isCapitalised(token) && reading.word(token).suffix(2).elementsEqual("en".utf8)
      && !reading.classes(token).isDisjoint(with: [.finite, .ambiguousFinite, .auxiliary, .modal])
  }

  /// The actor named before a relative clause: directly before its comma, else a little further back.
  func antecedent(before token: Int, _ reading: ArticleReading) -> Speaker {
    let begin = reading.tokens.sentences[reading.tokens.sentence(of: token)].lowerBound
    let isNeuter = reading.tokens.folds[token] == Self.neuter
    var at = token - 1
    var words = 0
    while at >= begin, token - at < 8 {
      if let mention = reading.mention(at: at), mention.kind != .title {
        // "das Bündnis aus A und B, das": a person is no "das", nor what stands in its attribute.
        if isNeuter, words > 0 || reading.entities[mention.entity].kind == .person {
          return Speaker()
        }
        if let before = reading.mention(at: mention.tokens.lowerBound - 1), isNeuter,
          before.kind == .name
        {
          return Speaker()
        }
        return Speaker(entities: [mention.entity])
      }
      // A person noun of its own between the two: "ein Tischler, der …".
      if words > 0 || reading.isWord(at) {
        if names.isPersonNoun(at, reading) { return Speaker() }
        words += 1
      }
      at -= 1
    }
    return Speaker()
  }

  static let neuter = WordFold.hash("das")
  private static let die = WordFold.hash("die")

  /// The noun phrase before a relative clause, where it is a person or a body: "eines Tischlers, der".
  func antecedentNoun(
    before token: Int, _ reading: ArticleReading
  ) -> (range: Range<Int>, head: Int)? {
    let begin = reading.tokens.sentences[reading.tokens.sentence(of: token)].lowerBound
    var at = token - 1
    while at >= begin, token - at < 7 {
      if reading.isWord(at), reading.isCapitalised(at),
        names.isPersonNoun(at, reading)
          || !reading.classes(at).isDisjoint(with: [.organisation, .medium])
      {
        return (at..<at + 1, at)
      }
      at -= 1
    }
    return nil
  }

  /// The nearest person whom only a noun with an article names, back to the sentence before: what "er" or
  /// "sie" means where no name fits.
  func describedPerson(
    before token: Int, female: Bool, _ reading: ArticleReading
  ) -> (range: Range<Int>, head: Int)? {
    let sentence = reading.tokens.sentence(of: token)
    let limit = max(
      token - Self.reach, reading.tokens.sentences[max(0, sentence - 2)].lowerBound)
    var at = token - 1
    while at > limit {
      defer { at -= 1 }
      guard reading.isCapitalised(at), reading.isNextWord(at), reading.mention(at: at) == nil else {
        continue
      }
      let listed = registry.speakerNouns.noun(reading.word(at))
      let isPerson =
        names.isPersonNoun(at, reading) || listed?.kind == .person && listed?.isSure == true
      let isBody = female && listed?.gender == .feminine && listed?.kind == .organisation
      guard isBody || isPerson && reading.word(at).suffix(2).elementsEqual("in".utf8) == female
      else { continue }
      // "ein junger Müller"
      var article = at - 1
      while article > limit, at - article < 3, reading.isNextWord(article + 1),
        !reading.isCapitalised(article),
        reading.classes(article).isDisjoint(with: [
          .definiteArticle, .indefiniteArticle, .determiner, .possessive, .preposition,
        ])
      {
        article -= 1
      }
      let fold = reading.tokens.folds[article]
      if female ? Self.feminineArticles.contains(fold) : Self.masculineArticles.contains(fold) {
        return (article..<at + 1, at)
      }
    }
    return nil
  }

  /// The subject of the sentence before, where it begins the sentence and only a noun names it: "Die
  /// Verteidigung zweifelt daran. Sie …", "Ein Müller klagte. Er …"; nil where the sentence also names
  /// somebody of that sex: "Die Jury ehrte Maria Huber. Sie …".
  func describedSubject(
    before token: Int, female: Bool, _ reading: ArticleReading
  ) -> (range: Range<Int>, head: Int)? {
    let sentence = reading.tokens.sentence(of: token)
    guard sentence > 0, token - reading.tokens.sentences[sentence].lowerBound < 3 else {
      return nil
    }
    let before = reading.tokens.sentences[sentence - 1]
    let first = before.lowerBound
    let article = reading.tokens.folds[first]
    guard
      female ? Self.feminineSubjects.contains(article) : Self.masculineSubjects.contains(article)
    else { return nil }
    var noun = first + 1
    while noun < before.upperBound, noun < first + 4, reading.isWord(noun),
      !reading.isCapitalised(noun)
    {
      noun += 1
    }
    // A verb behind it, so that it is the whole subject.
    guard noun + 1 < before.upperBound, reading.isCapitalised(noun),
      reading.mention(at: noun) == nil,
      reading.isWord(noun + 1), !reading.isCapitalised(noun + 1),
      !reading.classes(noun + 1).isDisjoint(with: [
        .finite, .ambiguousFinite, .auxiliary, .modal, .reporting,
      ]),
      let listed = registry.speakerNouns.noun(reading.word(noun)), listed.isSure
    else { return nil }
    if female {
      let isWoman = listed.kind == .person && reading.word(noun).suffix(2).elementsEqual("in".utf8)
      let isBody =
        listed.gender == .feminine && (listed.kind == .organisation || listed.kind == .collective)
      guard isWoman || isBody || listed.kind == .person && listed.gender == .feminine else {
        return nil
      }
    } else if listed.kind != .person || listed.gender == .feminine {
      return nil
    }
    let isNamed = (noun + 1..<min(before.upperBound, noun + Self.reach)).contains {
      guard let mention = reading.mention(at: $0) else { return false }
      let entity = reading.entities[mention.entity]
      return entity.kind == .person && entity.isFemale == female
    }
    return isNamed ? nil : (first..<noun + 1, noun)
  }

  private static let feminineSubjects: Set<UInt64> = Set(["die", "eine"].map { WordFold.hash($0) })
  private static let masculineSubjects: Set<UInt64> = Set(["der", "ein"].map { WordFold.hash($0) })

  static let masculineArticles: Set<UInt64> = Set(
    ["der", "ein", "dem", "einem", "den", "einen"].map { WordFold.hash($0) })
  static let feminineArticles: Set<UInt64> = Set(
    ["die", "eine", "einer", "der"].map { WordFold.hash($0) })

  func lastMention(
    before token: Int, outside own: [TextSpan], _ reading: ArticleReading
  ) -> ArticleReading.FoundMention? {
    var at = token - 1
    while at >= 0, token - at < 60 {
      if let mention = reading.mention(at: at), reading.entities[mention.entity].kind == .person,
        !own.contains(where: { $0.contains(Int(reading.tokens.begins[at])) })
      {
        return mention
      }
      at -= 1
    }
    return nil
  }
}

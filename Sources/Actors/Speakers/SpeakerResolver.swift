import GermanLanguage
import TextModel

/// Decides for each statement whom the speaker's words mean.
struct SpeakerResolver {
  let registry: ActorRegistry
  let names: NameFinder

  func resolve(_ statements: inout [Statement], _ reading: inout ArticleReading) {
    var positions: [Int: Int] = [:]
    for index in statements.indices { positions[statements[index].ordinal] = index }
    for index in statements.indices {
      let speaker = speakers(of: index, statements, positions, &reading)
      statements[index].actors = unique(speaker.entities.map { reading.entities[$0].id })
      if speaker.entities.count == 1 {
        let entity = reading.entities[speaker.entities[0]]
        statements[index].onBehalfOf = speaker.behalf ?? entity.speaksFor ?? behalf(entity)
      }
      statements[index].via = via(index, statements, positions, speaker, reading)
    }
  }

  private struct Speaker {
    var entities: [Int] = []
    var behalf: ActorID?
    /// The paper of a correspondent, the agency of a report.
    var via: [ActorID] = []
  }

  private func unique(_ ids: [ActorID]) -> [ActorID] {
    var result: [ActorID] = []
    for id in ids where !result.contains(id) { result.append(id) }
    return result
  }

  private func behalf(_ entity: ArticleReading.Entity) -> ActorID? {
    guard let known = entity.known else { return nil }
    if let listed = registry.actors[known].speaksFor { return listed }
    let speech = TitleKey("Sprecher".utf8)
    return registry.actors[known].roles.last { $0.role.title == speech }?.role.of
  }

  // MARK: Whose words

  private func speakers(
    of index: Int, _ statements: [Statement], _ positions: [Int: Int],
    _ reading: inout ArticleReading
  ) -> Speaker {
    let statement = statements[index]
    guard let hull = statement.speaker.hull else {
      if let parent = statement.parent.flatMap({ positions[$0] }), parent < index {
        return Speaker(entities: entities(statements[parent].actors, reading))
      }
      return continued(index, statements, reading)
    }
    let range = reading.tokens.tokens(in: hull)
    guard !range.isEmpty else { return Speaker() }
    // "Die Ukraine warnte er": the pronoun behind the verb is the subject, whatever stands first.
    if statement.type == .reported, let inverted = inverted(behind: range, reading) {
      return self.pronoun(
        inverted, inverted..<inverted + 1, index, statements, positions, &reading)
    }
    if let pronoun = pronoun(in: range, reading) {
      return self.pronoun(pronoun, range, index, statements, positions, &reading)
    }
    return nounPhrase(range, index, statements, &reading)
  }

  /// The "er" directly behind the verb that follows a phrase; "er" is always the subject.
  private func inverted(behind range: Range<Int>, _ reading: ArticleReading) -> Int? {
    let verb = range.upperBound
    guard verb + 1 < reading.tokens.count, reading.isNextWord(verb), reading.isNextWord(verb + 1),
      !reading.isCapitalised(verb), reading.tokens.folds[verb + 1] == Self.he
    else { return nil }
    return verb + 1
  }

  private static let he = WordFold.hash("er")

  /// A person named behind the verb of the reporting clause, where a thing was taken for the speaker:
  /// "Diese Forderung nannte Maria Huber lächerlich".
  private func personBehindVerb(
    _ statement: Statement, behind range: Range<Int>, _ reading: ArticleReading
  ) -> Int? {
    guard let frame = statement.frame.hull ?? statement.quote.hull else { return nil }
    let tokens = reading.tokens.tokens(in: frame)
    guard range.upperBound < tokens.upperBound else { return nil }
    for token in range.upperBound..<tokens.upperBound {
      guard let mention = reading.mention(at: token), mention.tokens.lowerBound == token,
        !mention.isGenitive, reading.entities[mention.entity].kind == .person, token > 0,
        !reading.isCapitalised(token - 1),
        !reading.classes(token - 1).isDisjoint(with: [.reporting, .finite, .auxiliary])
      else { continue }
      return mention.entity
    }
    return nil
  }

  private func entities(_ ids: [ActorID], _ reading: ArticleReading) -> [Int] {
    ids.compactMap { reading.existing($0) }
  }

  /// No words for the speaker: a quotation that goes on, or "heißt es": the speaker of the statement
  /// before, if it stands close by.
  private func continued(
    _ index: Int, _ statements: [Statement], _ reading: ArticleReading
  ) -> Speaker {
    guard index > 0, let before = statements[..<index].last(where: { $0.parent == nil }) else {
      return Speaker()
    }
    let isImpersonal = !statements[index].frame.isEmpty || !statements[index].cue.isEmpty
    guard let here = statements[index].quote.hull, let there = before.quote.hull,
      before.zone == statements[index].zone, here.begin - there.end < 200,
      !isImpersonal && statements[index].type != .indirect && statements[index].type != .reported
        || hasExpletive(statements[index], reading) || before.frame == statements[index].frame
    else { return Speaker() }
    return Speaker(entities: entities(before.actors, reading))
  }

  /// Whether the reporting words are "heißt es", "hieß es weiter".
  private func hasExpletive(_ statement: Statement, _ reading: ArticleReading) -> Bool {
    guard let hull = statement.frame.hull else { return false }
    return reading.tokens.tokens(in: hull).contains {
      Self.expletives.contains(reading.tokens.folds[$0])
    }
  }

  private static let expletives: Set<UInt64> = Set(
    ["heißt", "hieß", "heiße"].map { WordFold.hash($0) })

  // MARK: Noun phrases

  private func nounPhrase(
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
    if let head, !reading.classes(head).isDisjoint(with: [.source, .saying]),
      reading.classes(head).isDisjoint(with: [.person, .medium]), reading.mention(at: head) == nil
    {
      if let owner = found.first(where: { $0.tokens.lowerBound > head }) {
        return Speaker(entities: joint(owner, found, reading))
      }
      if isSelfReference(range, reading) {
        return nearest(
          before: range.lowerBound, female: nil, plural: false, index, statements, reading)
      }
      if let owner = found.first { return Speaker(entities: [owner.entity]) }
      if let owner = lastNoun(range, behind: head, reading) {
        return described(owner, range, head: head, &reading)
      }
      return Speaker()
    }
    if let person = persons.first(where: { isHeadOrApposition($0, head, reading) }) {
      var speaker = Speaker(entities: joint(person, found, reading))
      if let head,
        TitleFinder.isSpokesperson(reading.word(head)) || isTitledSpeaker(person, reading),
        let institution = found.first(where: { isInstitution($0, reading) })
      {
        speaker.behalf = reading.entities[institution.entity].id
      }
      return speaker
    }
    if let first = found.first, head == nil || first.tokens.contains(head ?? -1) {
      return Speaker(entities: joint(first, found, reading))
    }
    guard let head else {
      return Speaker(entities: found.first.map { [$0.entity] } ?? [])
    }
    if reading.classes(head).isDisjoint(with: [.person, .organisation, .medium, .title]),
      let person = personBehindVerb(statements[index], behind: range, reading)
    {
      return Speaker(entities: [person])
    }
    // "der Moskauer Korrespondent der F.A.Z.", "die Sprecherin des Innenministeriums", "die Polizei".
    var speaker = described(range.lowerBound..<range.upperBound, range, head: head, &reading)
    if let owner = found.first(where: { $0.tokens.lowerBound > head }) {
      let entity = reading.entities[owner.entity]
      if TitleFinder.isSpokesperson(reading.word(head)) { speaker.behalf = entity.id }
      if entity.kind == .media || entity.kind == .agency { speaker.via = [entity.id] }
    }
    return speaker
  }

  private func isTitledSpeaker(
    _ mention: ArticleReading.FoundMention, _ reading: ArticleReading
  ) -> Bool {
    mention.tokens.lowerBound > 0
      && TitleFinder.isSpokesperson(reading.word(mention.tokens.lowerBound - 1))
  }

  private func isInstitution(
    _ mention: ArticleReading.FoundMention, _ reading: ArticleReading
  ) -> Bool {
    [.organisation, .governmentMetonym, .state].contains(reading.entities[mention.entity].kind)
  }

  /// A person is the speaker unless it only belongs to another head ("die Homepage des Präsidenten").
  private func isHeadOrApposition(
    _ mention: ArticleReading.FoundMention, _ head: Int?, _ reading: ArticleReading
  ) -> Bool {
    guard let head, !mention.tokens.contains(head) else { return true }
    if mention.tokens.lowerBound < head { return true }
    // A genitive article before it makes it the owner.
    let begin = mention.tokens.lowerBound
    guard begin > 0 else { return true }
    if mention.kind == .description {
      return !Self.genitives.contains(reading.tokens.folds[begin])
    }
    guard names.isPersonNoun(head, reading) || reading.mention(at: head)?.kind == .title else {
      return false
    }
    return true
  }

  private static let genitives: Set<UInt64> = Set(
    ["des", "der", "seines", "ihres"].map { WordFold.hash($0) })

  /// The mention and those joined to it: "Trump und Vance".
  private func joint(
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
        && found.contains { _ in true }
      guard isJoined, !next.isGenitive else { break }
      let isApposition =
        reading.entities[next.entity].kind != reading.entities[first.entity].kind
        && !between.contains { reading.classes($0).contains(.coordinator) }
      if isApposition { break }
      if !result.contains(next.entity) { result.append(next.entity) }
      end = next.tokens.upperBound
    }
    return result
  }

  /// The first noun of a phrase, its head.
  private func headNoun(_ range: Range<Int>, _ reading: ArticleReading) -> Int? {
    for token in range where reading.isWord(token) && reading.isCapitalised(token) {
      if token == range.lowerBound {
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

  private func isSelfReference(_ range: Range<Int>, _ reading: ArticleReading) -> Bool {
    range.contains { Self.own.contains(reading.tokens.folds[$0]) }
  }

  private static let own: Set<UInt64> = Set(
    ["eigenen", "eigener", "seinen", "seiner", "ihren", "ihrer", "seine", "ihre"].map {
      WordFold.hash($0)
    })

  private func lastNoun(
    _ range: Range<Int>, behind head: Int, _ reading: ArticleReading
  ) -> Range<Int>? {
    guard head + 1 < range.upperBound else { return nil }
    let rest = head + 1..<range.upperBound
    return rest.contains { reading.isCapitalised($0) } ? rest : nil
  }

  /// An actor made of a description that no name explains: "die Polizei" → `polizei`.
  private func described(
    _ words: Range<Int>, _ range: Range<Int>, head: Int, _ reading: inout ArticleReading
  ) -> Speaker {
    var begin = words.lowerBound
    while begin < words.upperBound, !isContent(begin, reading) { begin += 1 }
    guard begin < words.upperBound else { return Speaker() }
    var end = begin
    while end < words.upperBound, end - begin < 8,
      reading.isWord(end) || reading.tokens.kinds[end] == .number
    {
      end += 1
    }
    guard end > begin else { return Speaker() }
    let noun = (begin..<end).first { reading.isCapitalised($0) } ?? begin
    let name = headName(begin..<end, noun: noun, reading)
    let id = ActorID(slugOf: name)
    let classes = reading.classes(noun)
    let kind: ActorKind
    if classes.contains(.medium) {
      kind = .media
    } else if classes.contains(.organisation) {
      kind = .organisation
    } else if classes.contains(.person) || classes.contains(.title) {
      kind = isPlural(begin, noun, words, reading) ? .collective : .person
    } else {
      kind = .collective
    }
    let isFemale = reading.word(noun).suffix(2).elementsEqual("in".utf8) ? true : nil
    let country = registry.states.state(ofAdjective: reading.word(begin))
    let entity: Int
    if let known = registry.byID[id] {
      entity = reading.entity(known: known, registry)
    } else {
      entity = reading.entity(id) {
        .init(id: id, name: name, kind: kind, country: country, isFemale: isFemale)
      }
    }
    // The whole phrase, even where a part of it is a mention of another actor.
    reading.addMention(.init(tokens: range.lowerBound..<end, kind: .description, entity: entity))
    return Speaker(entities: [entity])
  }

  private func isContent(_ token: Int, _ reading: ArticleReading) -> Bool {
    reading.isWord(token)
      && reading.classes(token).isDisjoint(with: [
        .definiteArticle, .indefiniteArticle, .determiner, .possessive, .preposition, .adverb,
        .coordinator, .pronoun, .subordinator, .numeral,
      ])
  }

  /// The words that name a described actor: adjective of a state, noun, and a genitive behind it.
  private func headName(
    _ words: Range<Int>, noun: Int, _ reading: ArticleReading
  ) -> String {
    var end = noun + 1
    while end < words.upperBound, reading.isWord(end),
      reading.isCapitalised(end) || Self.linking.contains(reading.tokens.folds[end])
        || registry.states.state(ofAdjective: reading.word(end)) != nil
    {
      end += 1
    }
    while end > noun + 1, !reading.isCapitalised(end - 1) { end -= 1 }
    var begin = noun
    if noun > words.lowerBound,
      registry.states.state(ofAdjective: reading.word(noun - 1)) != nil
    {
      begin = noun - 1
    }
    return reading.string(begin..<end)
  }

  private static let linking: Set<UInt64> = Set(
    ["der", "des", "von", "vom", "für"].map { WordFold.hash($0) })

  private func isPlural(
    _ begin: Int, _ noun: Int, _ words: Range<Int>, _ reading: ArticleReading
  ) -> Bool {
    let word = reading.word(noun)
    if word.suffix(2).elementsEqual("en".utf8) || word.suffix(2).elementsEqual("er".utf8) {
      // No article, or "die", before a masculine noun in -er: a plural.
      guard words.lowerBound < noun else { return begin == noun }
      let first = reading.tokens.folds[words.lowerBound]
      return Self.pluralDeterminers.contains(first)
        && !reading.word(noun).suffix(2).elementsEqual("in".utf8)
    }
    return words.lowerBound < noun
      && Self.pluralDeterminers.contains(reading.tokens.folds[words.lowerBound])
      && !reading.word(noun).suffix(2).elementsEqual("in".utf8)
  }

  private static let pluralDeterminers: Set<UInt64> = Set(
    ["die", "viele", "mehrere", "einige", "alle", "manche", "zahlreiche", "andere", "beide"].map {
      WordFold.hash($0)
    })

  // MARK: Pronouns

  private func pronoun(in range: Range<Int>, _ reading: ArticleReading) -> Int? {
    // "er", "er selbst"; but "die Ukraine" is a noun phrase.
    guard
      range.count == 1
        || range.count == 2 && Self.emphatic.contains(reading.tokens.folds[range.lowerBound + 1])
    else { return nil }
    let first = range.lowerBound
    return Self.pronouns[reading.tokens.folds[first]] == nil ? nil : first
  }

  private static let emphatic: Set<UInt64> = Set(["selbst", "selber"].map { WordFold.hash($0) })

  private enum Reference { case masculine, feminine, relative, demonstrative, firstPerson, plural }

  private static let pronouns: [UInt64: Reference] = {
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

  private func pronoun(
    _ token: Int, _ range: Range<Int>, _ index: Int, _ statements: [Statement],
    _ positions: [Int: Int], _ reading: inout ArticleReading
  ) -> Speaker {
    let reference = Self.pronouns[reading.tokens.folds[token]] ?? .masculine
    var speaker: Speaker
    switch reference {
    case .firstPerson:
      let host = statements[index].parent.flatMap { positions[$0] } ?? (index > 0 ? index - 1 : nil)
      speaker = Speaker(entities: host.map { entities(statements[$0].actors, reading) } ?? [])
    case .relative:
      if let mention = antecedent(before: token, reading) {
        speaker = Speaker(entities: [mention.entity])
      } else {
        speaker = nearest(
          before: token, female: nil, plural: false, index, statements, reading)
      }
    case .demonstrative:
      // "Dieser" takes up the last one named, not the subject.
      let last = lastMention(before: token, reading)
      speaker =
        last.map { Speaker(entities: [$0.entity]) }
        ?? nearest(before: token, female: nil, plural: false, index, statements, reading)
    case .masculine:
      speaker = nearest(before: token, female: false, plural: false, index, statements, reading)
    case .feminine:
      let plural = isPluralVerb(statements[index], reading)
      speaker = nearest(before: token, female: true, plural: plural, index, statements, reading)
    case .plural:
      speaker = nearest(before: token, female: nil, plural: true, index, statements, reading)
    }
    if let entity = speaker.entities.first, reading.isFree(range) {
      reading.addMention(.init(tokens: range, kind: .pronoun, entity: entity))
    }
    return speaker
  }

  private func isPluralVerb(_ statement: Statement, _ reading: ArticleReading) -> Bool {
    guard let cue = statement.cue.first else { return false }
    let tokens = reading.tokens.tokens(in: cue)
    guard let first = tokens.first else { return false }
    return reading.word(first).suffix(2).elementsEqual("en".utf8)
  }

  /// The noun before a relative clause.
  private func antecedent(
    before token: Int, _ reading: ArticleReading
  ) -> ArticleReading.FoundMention? {
    var at = token - 1
    let begin = reading.tokens.sentences[reading.tokens.sentence(of: token)].lowerBound
    while at >= begin, token - at < 8 {
      if let mention = reading.mention(at: at) { return mention }
      at -= 1
    }
    return nil
  }

  private func lastMention(
    before token: Int, _ reading: ArticleReading
  ) -> ArticleReading.FoundMention? {
    var at = token - 1
    while at >= 0, token - at < 60 {
      if let mention = reading.mention(at: at), reading.entities[mention.entity].kind == .person {
        return mention
      }
      at -= 1
    }
    return nil
  }

  /// The nearest actor that a pronoun can mean: subjects before other mentions, the last speaker
  /// before both, back to three sentences.
  private func nearest(
    before token: Int, female: Bool?, plural: Bool, _ index: Int, _ statements: [Statement],
    _ reading: ArticleReading
  ) -> Speaker {
    let sentence = reading.tokens.sentence(of: token)
    var best: (score: Double, entity: Int)?
    var at = token - 1
    let limit = reading.tokens.sentences[max(0, sentence - 4)].lowerBound
    var seen: Set<Int> = []
    while at >= limit {
      guard let mention = reading.mention(at: at) else {
        at -= 1
        continue
      }
      defer { at = mention.tokens.lowerBound - 1 }
      guard mention.kind != .title else { continue }
      let entity = reading.entities[mention.entity]
      guard fits(entity, female: female, plural: plural) else { continue }
      let distance = sentence - reading.tokens.sentence(of: at)
      var score = 10 - 3 * Double(distance)
      if isSubjectLike(mention, reading) { score += 4 }
      if mention.isGenitive { score -= 3 }
      if entity.kind != .person { score -= plural || female == true ? 2 : 6 }
      if seen.contains(mention.entity) { score += 0.5 }
      seen.insert(mention.entity)
      if score > best?.score ?? -.infinity { best = (score, mention.entity) }
    }
    if index > 0 {
      // The last speaker in the same stretch of text.
      for before in statements[..<index].reversed().prefix(3) {
        guard let there = (before.frame + before.quote).hull,
          let here = (statements[index].frame + statements[index].quote).hull,
          here.begin - there.end < 400, before.actors.count == 1,
          let entity = reading.existing(before.actors[0]),
          fits(reading.entities[entity], female: female, plural: plural)
        else { continue }
        let gap = Double(max(0, here.begin - there.end)) / 100
        let isPerson = reading.entities[entity].kind == .person
        let score = 13 - 2 * gap - (isPerson ? 0 : 5)
        if score > best?.score ?? -.infinity { best = (score, entity) }
        break
      }
    }
    return Speaker(entities: best.map { [$0.entity] } ?? [])
  }

  private func fits(_ entity: ArticleReading.Entity, female: Bool?, plural: Bool) -> Bool {
    switch entity.kind {
    case .person:
      if plural { return false }
      guard let female, let isFemale = entity.isFemale else { return true }
      return female == isFemale
    case .place: return false
    case .state, .governmentMetonym: return female != false || plural
    // "er" is hardly ever a body; "sie" may be one, or several people.
    case .media, .agency: return female != false
    case .organisation, .collective: return female != false || plural
    }
  }

  /// Whether a mention looks like a subject: first in its sentence or behind the verb, with no
  /// preposition or oblique article before it.
  private func isSubjectLike(
    _ mention: ArticleReading.FoundMention, _ reading: ArticleReading
  ) -> Bool {
    if mention.isGenitive { return false }
    var before = mention.tokens.lowerBound - 1
    // The title before a name carries the case.
    if let title = reading.mention(at: before), title.kind == .title {
      before = title.tokens.lowerBound - 1
    }
    let first = before + 1
    if !reading.classes(first).isDisjoint(with: .oblique),
      reading.classes(first).isDisjoint(with: .nominative)
    {
      return false
    }
    guard before >= 0, !reading.tokens.flags[first].contains(.firstOfSentence) else { return true }
    let classes = reading.classes(before)
    if classes.contains(.preposition) { return false }
    if classes.contains(.oblique), classes.isDisjoint(with: .nominative) { return false }
    return true
  }

  // MARK: Via

  private func via(
    _ index: Int, _ statements: [Statement], _ positions: [Int: Int], _ speaker: Speaker,
    _ reading: ArticleReading
  ) -> [ActorID] {
    let statement = statements[index]
    var result = speaker.via
    // The one inside whose words it stands.
    var parent = statement.parent.flatMap { positions[$0] }
    var depth = 0
    while let host = parent, depth < 4 {
      for actor in statements[host].actors where !statement.actors.contains(actor) {
        result.append(actor)
      }
      parent = statements[host].parent.flatMap { positions[$0] }
      depth += 1
    }
    // "sagte X laut der Agentur Y": an agency or a paper in the reporting clause.
    if let hull = statement.frame.hull {
      for token in reading.tokens.tokens(in: hull) {
        guard let mention = reading.mention(at: token) else { continue }
        let entity = reading.entities[mention.entity]
        if [.agency, .media].contains(entity.kind), !statement.actors.contains(entity.id) {
          result.append(entity.id)
        }
      }
    }
    return unique(result)
  }
}

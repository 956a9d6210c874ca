import GermanLanguage
import TextModel

/// Whose words it is when a noun of saying stands for the speaker: "Angaben der Polizei", "Polizeiangaben",
/// "israelischen Angaben"; and for whom a spokesperson speaks.
extension SpeakerResolver {
  /// The rest of a phrase behind a noun of saying where a person whom no name tells comes first: "Angaben
  /// [des Leiters der Sektion von Nordwind]".
  func ownerPhrase(_ range: Range<Int>, behind head: Int, _ reading: ArticleReading) -> Range<Int>?
  {
    let rest = head + 1..<range.upperBound
    guard let noun = headNoun(rest, reading), reading.mention(at: noun) == nil,
      noun - rest.lowerBound < 4,
      registry.speakerNouns.noun(reading.word(noun))?.kind == .person
        || names.isPersonNoun(noun, reading),
      !isSelfReference(range, reading)
    else { return nil }
    return rest
  }

  /// The owner that the noun itself or an adjective before it names; nil when they name nobody.
  func owner(ofSaying head: Int, _ range: Range<Int>, _ reading: inout ArticleReading) -> Int? {
    if let compound = compound(head, reading) {
      // "norwegischen Militärangaben"
      var name = compound.name
      if head > range.lowerBound, let kind = compound.kind,
        registry.states.state(ofAdjective: reading.word(head - 1)) != nil
      {
        name = adjective(head - 1, gender: compound.gender, kind, reading) + " " + name
      }
      if let known = compound.known { return reading.entity(known: known, registry) }
      return compound.kind.map { entity(named: name, $0, &reading) }
    }
    for token in range where token < head && reading.isWord(token) {
      if let (name, kind) = Self.adjectivesOfBodies[reading.tokens.folds[token]] {
        return entity(named: name, kind, &reading)
      }
      // "nach israelischen Angaben", but not "nach einer israelischen Studie".
      guard token == head - 1,
        reading.classes(head).contains(.saying)
          || registry.speakerNouns.noun(reading.word(head))?.kind == .saying
            && !reading.classes(head).contains(.source),
        let state = registry.states.state(ofAdjective: reading.word(token)),
        let known = registry.byID[state],
        !range.contains(where: { reading.classes($0).contains(.indefiniteArticle) })
      else { continue }
      return reading.entity(known: known, registry)
    }
    return named(behind: head, range, &reading)
  }

  private static let adjectivesOfBodies: [UInt64: (String, ActorKind)] = {
    var table: [UInt64: (String, ActorKind)] = [:]
    for ending in ["en", "er", "e"] {
      table[WordFold.hash("polizeilich" + ending)] = ("Polizei", .organisation)
      table[WordFold.hash("behördlich" + ending)] = ("Behörden", .organisation)
      table[WordFold.hash("gerichtlich" + ending)] = ("Gericht", .organisation)
    }
    return table
  }()

  private static let sayings: [[UInt8]] = [
    "angaben", "aussagen", "aussage", "berichten", "berichte", "bericht", "informationen",
    "information", "meldungen", "meldung", "erkenntnissen", "einschätzung",
    "schätzungen", "schätzung", "meinung", "kreisen", "quellen",
  ].map { Array($0.utf8) }

  private struct Compound {
    var name = ""
    var kind: ActorKind?
    var gender = SpeakerNouns.Gender.unknown
    var known: Int?
  }

  /// "Polizeiangaben": the police, as an actor of its own; "Medienberichten", "WHO-Angaben".
  private func compound(_ head: Int, _ reading: ArticleReading) -> Compound? {
    let word = reading.word(head)
    guard
      let saying = Self.sayings.first(where: {
        word.count > $0.count + 1 && word.suffix($0.count).elementsEqual($0)
      })
    else { return nil }
    var body = word.dropLast(saying.count)
    let hasHyphen = body.last == UInt8(ascii: "-")
    if hasHyphen { body = body.dropLast() }
    if let known = registry.aliases.single([fold(body)]) {
      return registry.actors[known].kind == .person ? nil : Compound(known: known)
    }
    // The s that joins a compound.
    if body.last == UInt8(ascii: "s"), !names.isWord(body) { body = body.dropLast() }
    guard body.count > 1 else { return nil }
    let name = String(decoding: body, as: UTF8.self)
    if let listed = registry.speakerNouns.noun(body), listed.isSure || names.isWord(body) {
      return listed.kind.actorKind.map {
        Compound(name: name, kind: $0 == .person ? .collective : $0, gender: listed.gender)
      }
    }
    if names.isWord(body), let kind = kind(ofListedNoun: body) {
      return Compound(name: name, kind: kind)
    }
    // An abbreviation: "HXW-Angaben".
    guard hasHyphen, body.allSatisfy({ $0 < 0x61 || $0 > 0x7A }) else { return nil }
    return Compound(name: name, kind: .organisation)
  }

  /// What kind of actor a word of the lists means; nil for a matter.
  private func kind(ofListedNoun word: ArraySlice<UInt8>) -> ActorKind? {
    let classes = word.withUnsafeBufferPointer { names.classes(WordFold.hash($0)) }
    if classes.contains(.medium) { return .media }
    if classes.contains(.organisation) { return .organisation }
    return classes.contains(.person) ? .collective : nil
  }

  private func fold(_ word: ArraySlice<UInt8>) -> UInt64 {
    word.withUnsafeBufferPointer { WordFold.hash($0) }
  }

  // MARK: Spokespersons

  /// For which body, named by no list, a spokesperson speaks: "eine Sprecherin des Hafenamts",
  /// "Polizeisprecher".
  func bodySpokenFor(
    _ head: Int, _ range: Range<Int>, _ reading: inout ArticleReading
  ) -> ActorID? {
    var begin = head + 1
    if begin < range.upperBound, Self.linking.contains(reading.tokens.folds[begin]) {
      begin += 1
      let rest = begin..<range.upperBound
      if rest.count == 1, let same = sameBody(begin - 1..<begin + 1, head: begin, &reading) {
        return reading.entities[same].id
      }
      if let noun = headNoun(rest, reading), reading.mention(at: noun) == nil,
        let listed = registry.speakerNouns.noun(reading.word(noun)),
        let kind = listed.kind.actorKind, kind != .person
      {
        return reading.entities[body(rest, noun, kind, &reading)].id
      }
      return nil
    }
    // "Polizeisprecher", but no office of a list.
    let word = reading.word(head)
    guard registry.titles.role(word).of == nil,
      let cut = (word.startIndex..<word.endIndex).first(where: {
        word[$0...].starts(with: "sprecher".utf8)
      })
    else { return registry.titles.role(word).of }
    var body = word[..<cut]
    if body.last == UInt8(ascii: "-") { body = body.dropLast() }
    if let known = registry.aliases.single([fold(body)]) {
      return registry.actors[known].kind == .person
        ? nil : reading.entities[reading.entity(known: known, registry)].id
    }
    if body.last == UInt8(ascii: "s"), !names.isWord(body) { body = body.dropLast() }
    guard body.count > 3, let listed = registry.speakerNouns.noun(body), listed.isSure,
      let kind = listed.kind.actorKind, kind != .person
    else { return nil }
    var name = String(decoding: body, as: UTF8.self)
    if head > 0, reading.isNextWord(head),
      registry.states.state(ofAdjective: reading.word(head - 1)) != nil
    {
      name = adjective(head - 1, gender: listed.gender, kind, reading) + " " + name
    }
    return reading.entities[entity(named: name, kind, &reading)].id
  }

  private func body(
    _ rest: Range<Int>, _ noun: Int, _ kind: ActorKind, _ reading: inout ArticleReading
  ) -> Int {
    var begin = rest.lowerBound
    while begin < noun, !isContent(begin, reading) { begin += 1 }
    var end = noun + 1
    while end < rest.upperBound, reading.isWord(end) { end += 1 }
    let name = headName(begin..<end, noun: noun, kind: kind, reading)
    return entity(named: name, kind, &reading)
  }

  /// The title of a spokesperson directly before the name.
  func titleNoun(
    before mention: ArticleReading.FoundMention, _ range: Range<Int>, _ reading: ArticleReading
  ) -> Int? {
    let title = mention.tokens.lowerBound - 1
    guard title >= range.lowerBound, TitleFinder.isSpokesperson(reading.word(title)) else {
      return nil
    }
    return title
  }
}

import GermanLanguage
import TextModel

/// Whom a pronoun may take up.
extension SpeakerResolver {
  /// How many words back a name or a noun is sought: more than a few sentences have, so that a sentence
  /// without end takes no longer.
  static let reach = 300

  /// The nearest actor that a pronoun can mean: subjects before other mentions, the last speaker
  /// before both, back to three sentences.
  func nearest(
    before token: Int, female: Bool?, plural: Bool, _ index: Int, _ statements: [Statement],
    _ reading: ArticleReading
  ) -> Speaker {
    let sentence = reading.tokens.sentence(of: token)
    var best: (score: Double, entities: [Int])?
    var at = token - 1
    let limit = max(
      token - Self.reach, reading.tokens.sentences[max(0, sentence - 4)].lowerBound)
    var hasColon = false
    let own = statements[index].quote
    var seen: Set<Int> = []
    while at >= limit {
      guard let mention = reading.mention(at: at) else {
        if reading.tokens.kinds[at] == .colon { hasColon = true }
        at -= 1
        continue
      }
      defer { at = mention.tokens.lowerBound - 1 }
      guard mention.kind != .title else { continue }
      // "Huber habe gelogen, sagte er": whom the speaker names is not the speaker.
      let begin = Int(reading.tokens.begins[mention.tokens.lowerBound])
      if !hasColon, own.contains(where: { $0.contains(begin) }) { continue }
      let distance = sentence - reading.tokens.sentence(of: at)
      if plural, let pair = joined(mention, reading) {
        let score = 12 - 3 * Double(distance)
        if score > best?.score ?? -.infinity { best = (score, pair) }
        continue
      }
      guard fits(reading.entities[mention.entity], female: female, plural: plural) else { continue }
      var score = 10 - 3 * Double(distance)
      if isSubjectLike(mention, reading) { score += 4 }
      if mention.isGenitive { score -= 3 }
      if reading.entities[mention.entity].kind != .person {
        score -= plural || female == true ? 2 : 6
      }
      if seen.contains(mention.entity) { score += 0.5 }
      seen.insert(mention.entity)
      if score > best?.score ?? -.infinity { best = (score, [mention.entity]) }
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
        if score > best?.score ?? -.infinity { best = (score, [entity]) }
        break
      }
    }
    return Speaker(entities: best?.entities ?? [])
  }

  /// Two persons joined by "und", of whom this is the second: what a plural pronoun takes up.
  func joined(
    _ mention: ArticleReading.FoundMention, _ reading: ArticleReading
  ) -> [Int]? {
    guard reading.entities[mention.entity].kind == .person else { return nil }
    var before = mention.tokens.lowerBound - 1
    if let title = reading.mention(at: before), title.kind == .title {
      before = title.tokens.lowerBound - 1
    }
    guard before > 0, reading.classes(before).contains(.coordinator),
      let first = reading.mention(at: before - 1), first.entity != mention.entity,
      reading.entities[first.entity].kind == .person, !first.isGenitive
    else { return nil }
    return [first.entity, mention.entity]
  }

  /// Whether a described group is named in the plural: Augenzeugen, Beobachter.
  private static func isPlural(_ name: String) -> Bool {
    name.hasSuffix("en") || name.hasSuffix("er")
  }

  func fits(_ entity: ArticleReading.Entity, female: Bool?, plural: Bool) -> Bool {
    switch entity.kind {
    case .person:
      if plural { return false }
      guard let female, let isFemale = entity.isFemale else { return true }
      return female == isFemale
    case .place: return false
    case .state, .governmentMetonym: return female != false || plural
    // "er" is hardly ever a body; "sie" may be one, or several people.
    case .media, .agency: return female != false
    case .collective where female == true && !plural && Self.isPlural(entity.name): return false
    case .organisation, .collective: return female != false || plural
    }
  }

  /// Whether a mention looks like a subject: first in its sentence or behind the verb, with no
  /// preposition or oblique article before it.
  func isSubjectLike(
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
}

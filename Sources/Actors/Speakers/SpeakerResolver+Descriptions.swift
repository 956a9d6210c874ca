import GermanLanguage
import TextModel

/// Actors that only a description names: “die Polizei”, “ein Sprecher des Ministeriums”.
extension SpeakerResolver {
  /// An actor made of a description that no name explains: "die Polizei" → `polizei`.
  func described(
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
    if isNoNoun(noun, reading) { return Speaker() }
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

  /// Whether a word has its capital from the beginning of the sentence only: "Unmissverständlich bleibe …".
  func isNoNoun(_ token: Int, _ reading: ArticleReading) -> Bool {
    guard reading.tokens.flags[token].contains(.firstOfSentence), reading.classes(token).isEmpty
    else { return !reading.isCapitalised(token) }
    let word = reading.word(token)
    return Self.adverbEndings.contains {
      word.count > $0.count + 2 && word.suffix($0.count).elementsEqual($0)
    }
  }

  static let adverbEndings: [[UInt8]] = [
    "lich", "ig", "isch", "bar", "sam", "haft", "weise", "los", "maßen",
  ].map { Array($0.utf8) }

  func isContent(_ token: Int, _ reading: ArticleReading) -> Bool {
    reading.isWord(token)
      && reading.classes(token).isDisjoint(with: [
        .definiteArticle, .indefiniteArticle, .determiner, .possessive, .preposition, .adverb,
        .coordinator, .pronoun, .subordinator, .numeral,
      ])
  }

  /// The words that name a described actor: adjective of a state, noun, and a genitive behind it.
  func headName(
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
    return withoutCase(reading.string(begin..<end), begin..<end, noun: noun, reading)
  }

  /// The name with its noun in the nominative, so that "des Ministeriums" and "das Ministerium" are one.
  func withoutCase(
    _ name: String, _ range: Range<Int>, noun: Int, _ reading: ArticleReading
  ) -> String {
    if range.lowerBound == noun - 1, reading.word(noun - 1).suffix(2).elementsEqual("en".utf8) {
      // "die iranischen Behörden" and "iranische Behörden" are the same.
      let adjective = String(decoding: reading.word(noun - 1).dropLast(), as: UTF8.self)
      let rest = reading.string(noun..<range.upperBound)
      return "\(adjective) \(withoutCase(rest, noun..<range.upperBound, noun: noun, reading))"
    }
    guard range.lowerBound == noun else { return name }
    var article = noun - 1
    while article >= 0, noun - article < 4, reading.isWord(article),
      !reading.isCapitalised(article),
      !Self.genitiveArticles.contains(reading.tokens.folds[article])
    {
      article -= 1
    }
    guard article >= 0, Self.genitiveArticles.contains(reading.tokens.folds[article]) else {
      return name
    }
    let word = reading.word(noun)
    guard word.count > 4, word.last == UInt8(ascii: "s"), word.dropLast().last != UInt8(ascii: "s")
    else { return name }
    let isLong = word.suffix(2).elementsEqual("es".utf8) && !names.isWord(word.dropLast())
    let bare = String(decoding: word.dropLast(isLong ? 2 : 1), as: UTF8.self)
    return range.count == 1 ? bare : "\(bare) \(reading.string(noun + 1..<range.upperBound))"
  }

  static let genitiveArticles: Set<UInt64> = Set(
    ["des", "eines", "dieses", "seines", "ihres", "jenes"].map { WordFold.hash($0) })

  static let linking: Set<UInt64> = Set(
    ["der", "des", "von", "vom", "für"].map { WordFold.hash($0) })

  func isPlural(
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

  static let pluralDeterminers: Set<UInt64> = Set(
    ["die", "viele", "mehrere", "einige", "alle", "manche", "zahlreiche", "andere", "beide"].map {
      WordFold.hash($0)
    })
}

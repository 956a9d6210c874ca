import GermanLanguage
import TextModel

/// What a described actor is called.
extension SpeakerResolver {
  /// The words that name a described actor, in the nominative: adjective of a state, noun, and a genitive
  /// behind it; "des russischen Außenministeriums" → "russisches Außenministerium".
  func headName(
    _ words: Range<Int>, noun: Int, kind: ActorKind, _ reading: ArticleReading
  ) -> String {
    var end = noun + 1
    while end < words.upperBound, reading.isWord(end),
      reading.isCapitalised(end) || Self.linking.contains(reading.tokens.folds[end])
        || registry.states.state(ofAdjective: reading.word(end)) != nil
    {
      end += 1
    }
    while end > noun + 1, !reading.isCapitalised(end - 1) { end -= 1 }
    var name = nominative(noun, kind, reading)
    if end > noun + 1 { name += " " + reading.string(noun + 1..<end) }
    // "Staats- und Regierungschefs"
    if noun - 2 >= words.lowerBound, reading.word(noun - 2).last == UInt8(ascii: "-") {
      return reading.string(noun - 2..<noun) + " " + name
    }
    if noun > words.lowerBound,
      registry.states.state(ofAdjective: reading.word(noun - 1)) != nil
    {
      return adjective(noun - 1, before: noun, kind, reading) + " " + name
    }
    // "Grazer Verband", "Norwegens Regierung"
    if noun > words.lowerBound, reading.isCapitalised(noun - 1), reading.isNextWord(noun),
      !isLeadingAdjective(noun - 1, reading)
    {
      let word = reading.word(noun - 1)
      let isAdjective = Self.adjectiveEndings.contains {
        word.count > $0.count + 1 && word.suffix($0.count).elementsEqual($0)
      }
      return
        (isAdjective
        ? adjective(noun - 1, before: noun, kind, reading) : reading.string(noun - 1..<noun))
        + " " + name
    }
    return name
  }

  /// A noun without the ending of its case.
  private func nominative(_ noun: Int, _ kind: ActorKind, _ reading: ArticleReading) -> String {
    let word = reading.word(noun)
    guard word.count > 4 else { return String(decoding: word, as: UTF8.self) }
    let last = word[word.endIndex - 1]
    if kind == .collective {
      // "Ansicht von Beobachtern", "den Händlern".
      let isDative =
        word.suffix(3).elementsEqual("ern".utf8) || word.suffix(3).elementsEqual("eln".utf8)
      if isDative,
        registry.speakerNouns.noun(word.dropLast())?.kind == .person
          || names.isWord(word.dropLast()), !word.suffix(4).elementsEqual("uern".utf8)
      {
        return String(decoding: word.dropLast(), as: UTF8.self)
      }
    }
    guard let article = determiner(before: noun, reading) else {
      return String(decoding: word, as: UTF8.self)
    }
    let fold = reading.tokens.folds[article]
    if last == UInt8(ascii: "s"), Self.genitiveArticles.contains(fold),
      word.dropLast().last != UInt8(ascii: "s")
    {
      let isLong = word.suffix(2).elementsEqual("es".utf8) && !names.isWord(word.dropLast())
      return String(decoding: word.dropLast(isLong ? 2 : 1), as: UTF8.self)
    }
    if kind == .person, word.suffix(2).elementsEqual("en".utf8), Self.obliqueArticles.contains(fold)
    {
      // "eines Experten", "dem Präsidenten".
      for count in [1, 2] where names.isWord(word.dropLast(count)) {
        return String(decoding: word.dropLast(count), as: UTF8.self)
      }
    }
    return String(decoding: word, as: UTF8.self)
  }

  /// The adjective of a state before a noun, with the ending it has where no article stands before it.
  private func adjective(
    _ token: Int, before noun: Int, _ kind: ActorKind, _ reading: ArticleReading
  ) -> String {
    // "Schweizer" never changes.
    if reading.isCapitalised(token), !reading.tokens.flags[token].contains(.firstOfSentence),
      reading.word(token).suffix(2).elementsEqual("er".utf8)
    {
      return String(decoding: reading.word(token), as: UTF8.self)
    }
    let bare = stem(ofAdjective: token, reading)
    let word = reading.word(noun)
    if kind == .collective || word.suffix(2).elementsEqual("in".utf8) { return bare + "e" }
    let article = determiner(before: noun, reading).map { reading.tokens.folds[$0] }
    let listed = registry.speakerNouns.noun(word)
    var gender = listed?.gender ?? .unknown
    if kind == .person, gender == .masculine || listed == nil { gender = .masculine }
    // The article tells what the list does not.
    if gender == .unknown {
      if article == Self.das { gender = .neuter }
      if article == Self.theMasculine, determiner(before: noun, reading) == noun - 2 {
        gender = .masculine
      }
    }
    // "Behörden", "Streitkräfte": several.
    if kind != .person, kind != .media || word.suffix(2).elementsEqual("en".utf8),
      article == Self.die || article == nil,
      word.suffix(2).elementsEqual("en".utf8)
        || word.suffix(7).elementsEqual("kräfte".utf8)
    {
      return bare + "e"
    }
    return bare + Self.ending(gender)
  }

  /// The same before a word that is no token of its own.
  func adjective(
    _ token: Int, gender: SpeakerNouns.Gender, _ kind: ActorKind, _ reading: ArticleReading
  ) -> String {
    stem(ofAdjective: token, reading) + Self.ending(kind == .collective ? .unknown : gender)
  }

  private static func ending(_ gender: SpeakerNouns.Gender) -> String {
    switch gender {
    case .masculine: "er"
    case .neuter: "es"
    case .feminine, .unknown: "e"
    }
  }

  private func stem(ofAdjective token: Int, _ reading: ArticleReading) -> String {
    var stem = reading.word(token)
    for ending in ["en", "er", "es", "em", "e"]
    where stem.count > 4 && stem.suffix(ending.utf8.count).elementsEqual(ending.utf8) {
      stem = stem.dropLast(ending.utf8.count)
      break
    }
    var bare = String(decoding: stem, as: UTF8.self)
    if reading.tokens.flags[token].contains(.firstOfSentence) { bare = bare.lowercasedFirst }
    return bare
  }

  private static let das = WordFold.hash("das")
  private static let die = WordFold.hash("die")
  private static let theMasculine = WordFold.hash("der")

  /// The article or the like before a noun and its adjectives.
  private func determiner(before noun: Int, _ reading: ArticleReading) -> Int? {
    var at = noun - 1
    while at >= 0, noun - at < 4, reading.isNextWord(at + 1) {
      if !reading.classes(at).isDisjoint(with: [
        .definiteArticle, .indefiniteArticle, .determiner, .possessive,
      ]) {
        return at
      }
      // "des Grazer Verbands", "des Nordischen Rundfunks"
      let ending = reading.word(at).suffix(2)
      if reading.isCapitalised(at), !ending.elementsEqual("er".utf8),
        !ending.elementsEqual("en".utf8)
      {
        return nil
      }
      at -= 1
    }
    return nil
  }

  static let genitiveArticles: Set<UInt64> = Set(
    ["des", "eines", "dieses", "seines", "ihres", "jenes", "unseres", "vom", "beim"].map {
      WordFold.hash($0)
    })
  private static let obliqueArticles: Set<UInt64> = genitiveArticles.union(
    ["dem", "einem", "einen", "diesem", "seinem", "ihrem"].map { WordFold.hash($0) })

  static let linking: Set<UInt64> = Set(
    ["der", "des", "von", "vom", "für"].map { WordFold.hash($0) })
}

extension String {
  /// With a small first letter, of ASCII and German umlauts.
  fileprivate var lowercasedFirst: String {
    guard let first = unicodeScalars.first else { return self }
    let small: Unicode.Scalar? =
      switch first {
      case "A"..."Z": Unicode.Scalar(first.value | 0x20)
      case "Ä": "ä"
      case "Ö": "ö"
      case "Ü": "ü"
      default: nil
      }
    guard let small else { return self }
    return String(Character(small)) + String(unicodeScalars.dropFirst())
  }
}

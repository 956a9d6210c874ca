import GermanLanguage

/// A noun phrase as the speaker rules read it.
struct NounPhrase {
  var begin: Int
  var end: Int
  /// The last word of the head, before genitives and prepositional attributes.
  var head: Int
  var isPronoun = false
  /// An article or pronoun that cannot be nominative stands first.
  var isOblique = false
  /// The head names or describes a person, a body or a state.
  var canSpeak = false
  /// The head is a noun of time or measure.
  var isTime = false
  /// Surely a person, a body or a state: of a listed class, a bare name, or a pronoun.
  var isKnownSpeaker = false
  /// A proper name, as far as can be told.
  var isName = false
  var range: Range<Int> { begin..<end }
}

/// Reads noun phrases: article, adjectives, nouns and names, brackets, genitives, attributes with a
/// preposition, appositions between commas.
///
/// - Complexity: O(*k*) in the length of the phrase; attributes nest at most three deep.
struct NounPhraseReader {
  let context: ArticleContext

  struct Options: OptionSet {
    let rawValue: Int
    /// Attach "in Köln", "beim Verband" too, as between a sentence's begin and its verb.
    static let greedy = Options(rawValue: 1)
    /// Read ", Sprecher der Polizei," behind a name.
    static let apposition = Options(rawValue: 2)
    /// Read "und Steinmeier".
    static let coordination = Options(rawValue: 4)
    /// Do not attach genitives in "der", which may be datives.
    static let noDer = Options(rawValue: 8)
  }

  private static let deepest = 3
  private static let longestBracket = 14

  func phrase(at start: Int, limit: Int, _ options: Options = [], depth: Int = 0) -> NounPhrase? {
    guard start < limit, depth <= Self.deepest else { return nil }
    if let pronoun = pronoun(at: start, limit: limit) { return pronoun }
    var at = start
    var oblique = false
    var sawDeterminer = false
    var isSingularGenitive = false
    while at < limit, context.isWord(at), !context.masked[at],
      context.has(at, [.definiteArticle, .indefiniteArticle, .possessive, .determiner])
    {
      if !sawDeterminer, !context.has(at, .nominative) { oblique = true }
      if context.has(at, .genitive) { isSingularGenitive = true }
      sawDeterminer = true
      at += 1
    }
    _ = isSingularGenitive
    let beforeAdjectives = at
    var steps = 0
    while at < limit, steps < 14, !context.masked[at] {
      steps += 1
      if startsHead(at) { break }
      if context.isAdjectiveLike(at) {
        at += 1
        continue
      }
      // "der kürzlich ernannte Bischof": a past form between article and noun is a participle.
      if sawDeterminer, context.adjectiveEnds[at], at + 1 < limit, startsHead(at + 1),
        !context.has(at, [.auxiliary, .modal, .preposition]), !context.isCapital(at)
      {
        at += 1
        continue
      }
      if sawDeterminer || at > beforeAdjectives {
        if context.has(at, .adverb), at + 1 < limit, !context.kind(at).isQuote {
          at += 1
          continue
        }
        if context.has(at, .coordinator) || context.kind(at) == .comma, at + 1 < limit,
          context.isAdjectiveLike(at + 1)
            || context.has(at + 1, [.definiteArticle]) && at > beforeAdjectives,
          at > beforeAdjectives
        {
          at += 1
          continue
        }
        // "die in Berlin ansässige Firma"
        if sawDeterminer, context.has(at, .preposition),
          let inner = phrase(at: at + 1, limit: limit, [.noDer], depth: depth + 1),
          inner.end < limit, context.isAdjectiveLike(inner.end), !startsHead(inner.end)
        {
          at = inner.end
          continue
        }
        if context.has(at, .participle) {
          at += 1
          continue
        }
      }
      return nil
    }
    guard at < limit, startsHead(at) else { return nil }
    guard var result = head(at: at, start: start, limit: limit, depth: depth) else { return nil }
    result.isOblique = oblique
    attributes(&result, limit: limit, options, depth: depth, sawDeterminer: sawDeterminer)
    if options.contains(.apposition) { apposition(&result, limit: limit, depth: depth) }
    if options.contains(.coordination) {
      coordination(&result, limit: limit, options, depth: depth)
    }
    return result
  }

  private func pronoun(at start: Int, limit: Int) -> NounPhrase? {
    guard context.isWord(start), !context.masked[start],
      context.has(start, [.pronoun, .objectPronoun])
    else { return nil }
    let next = start + 1
    if context.has(start, [.determiner, .possessive, .indefiniteArticle, .definiteArticle]),
      next < limit, !context.masked[next],
      startsHead(next) || (context.isAdjectiveLike(next) && !context.has(next, .adverb))
    {
      return nil
    }
    // "Sie" inside a sentence is polite address.
    var result = NounPhrase(begin: start, end: start + 1, head: start)
    result.isPronoun = true
    result.isOblique = !context.has(start, .pronoun)
    result.canSpeak = context.key(start) != .es
    result.isKnownSpeaker =
      [.er, .sie, .ich, .wir, .dieser, .beide].contains(context.key(start))
      || context.key(start) == .man
    return result
  }

  /// Whether a noun, a name or a quoted name begins here.
  private func startsHead(_ at: Int) -> Bool {
    if context.isNounLike(at), !context.masked[at] { return true }
    if isAgedPerson(at) { return true }
    return isQuotedName(at)
  }

  /// "der 81-jährige" without its noun.
  private func isAgedPerson(_ at: Int) -> Bool {
    guard context.flags(at).contains([.hasDigit, .hyphenated]), context.adjectiveEnds[at],
      at + 1 < context.tokens.count
    else { return false }
    return !context.isNounLike(at + 1) && !context.isAdjectiveLike(at + 1)
  }

  private func isQuotedName(_ at: Int) -> Bool {
    let pair = context.pairOpening[at]
    guard pair >= 0 else { return false }
    let quotation = context.pairs[Int(pair)]
    return !quotation.isOpen && quotation.words <= 5 && quotation.open + 1 < quotation.close
      && (context.isCapital(quotation.open + 1) || context.kind(quotation.open + 1) == .number)
  }

  private func head(at begin: Int, start: Int, limit: Int, depth: Int) -> NounPhrase? {
    var at = begin
    var last = begin
    var classes: WordClass = []
    var sawName = false
    var nouns = 0
    while at < limit {
      if isQuotedName(at) {
        last = context.pairs[Int(context.pairOpening[at])].close
        at = last + 1
        nouns += 1
        continue
      }
      guard !context.masked[at] else { break }
      if nouns == 0, isAgedPerson(at) {
        last = at
        sawName = true
        break
      }
      if context.isNounLike(at) {
        // "sagte Merkel Anfang der Woche", "sagte er Medien zufolge".
        if nouns > 0, context.has(at, [.time, .weekday, .month]), !context.has(at, .givenName) {
          break
        }
        if nouns > 0, at + 1 < limit, context.key(at + 1) == .zufolge { break }
        // "reichte die Schauspielerin Klage ein": a noun of another kind is another phrase.
        if nouns > 0, !sawName, !classes.isDisjoint(with: [.person, .organisation]),
          context.has(at, [.saying, .thing]),
          !context.has(at, [.person, .organisation, .medium, .givenName, .source])
        {
          break
        }
        if nouns > 0, context.key(at) == .frau || context.key(at) == .herr {
          // a title goes on
        }
        classes.formUnion(context.classes(at))
        if context.has(at, .givenName) || context.classes(at).isEmpty { sawName = true }
        last = at
        at += 1
        nouns += 1
        // Initials and abbreviations: "J. D.", "Dr."
        if at < limit, context.kind(at) == .period, context.flags(at).contains(.abbreviates) {
          last = at
          at += 1
        }
        continue
      }
      if nouns > 0 {
        if context.has(at, .nameParticle) || (isParticle(at) && sawName), at + 1 < limit,
          context.isNounLike(at + 1)
        {
          at += 1
          continue
        }
        if context.kind(at) == .slash || (context.kind(at) == .symbol && context.length(at) == 1),
          at + 1 < limit, context.isNounLike(at + 1) || context.kind(at + 1) == .number
        {
          at += 1
          continue
        }
        if context.kind(at) == .number, context.length(at) <= 4, at + 1 < limit,
          context.kind(at + 1) == .slash
        {
          last = at
          at += 1
          continue
        }
        // "Innen- und Justizminister".
        if context.key(at) == .und || context.key(at) == .oder, at + 1 < limit,
          context.flags(at - 1).contains(.hyphenated), endsWithHyphen(at - 1),
          context.isNounLike(at + 1)
        {
          at += 1
          continue
        }
      }
      break
    }
    var result = NounPhrase(begin: start, end: last + 1, head: last)
    result.isName = sawName
    result.isTime =
      !context.classes(last).isDisjoint(with: [.time, .weekday, .month]) && nouns == 1
      && !context.has(last, [.person, .organisation])
    result.isKnownSpeaker =
      !classes.isDisjoint(with: [
        .person, .organisation, .title, .givenName, .state, .medium,
      ]) || (sawName && (begin == start || context.flags(last).contains(.allCapitals)))
    result.canSpeak =
      !classes.isDisjoint(with: [
        .person, .organisation, .title, .givenName, .state, .medium, .source,
      ]) || sawName
    return result
  }

  private func endsWithHyphen(_ token: Int) -> Bool {
    context.flags(token).contains(.hyphenated) && context.flags(token).contains(.spaceAfter)
  }

  private func isParticle(_ at: Int) -> Bool {
    switch context.key(at) {
    case .von, .vom, .zu, .zum, .der, .den: context.key(at) == .von || context.key(at) == .zu
    default: false
    }
  }

  private func attributes(
    _ phrase: inout NounPhrase, limit: Int, _ options: Options, depth: Int, sawDeterminer: Bool
  ) {
    var rounds = 0
    let isCommonNoun =
      phrase.head == phrase.begin || sawDeterminer
      || !context.classes(phrase.head).isDisjoint(with: ArticleContext.nouns)
    while phrase.end < limit, rounds < 5 {
      rounds += 1
      let at = phrase.end
      let kind = context.kind(at)
      if kind == .openBracket {
        var close = at + 1
        while close < limit, close - at <= Self.longestBracket, context.kind(close) != .closeBracket
        {
          close += 1
        }
        guard close < limit, context.kind(close) == .closeBracket else { return }
        phrase.end = close + 1
        continue
      }
      if isQuotedName(at) {
        phrase.end = context.pairs[Int(context.pairOpening[at])].close + 1
        continue
      }
      guard kind == .word, !context.masked[at] else { return }
      let key = context.key(at)
      // Genitives.
      if context.has(at, [.definiteArticle, .indefiniteArticle, .possessive, .determiner]) {
        let certain = context.has(at, .genitive)
        let maybe =
          (key == .der || key == .einer || context.has(at, .oblique)) && isCommonNoun
          && key != .dem && key != .den && key != .einem && key != .einen
          && !options.contains(.noDer)
        if certain || maybe,
          let inner = self.phrase(
            at: at, limit: limit, options.intersection(.greedy), depth: depth + 1)
        {
          phrase.end = inner.end
          continue
        }
        return
      }
      // "Angaben libanesischer Kreise": an adjective in -er opens a genitive.
      if isCommonNoun, at + 1 < limit, endsInEr(at), context.isNounLike(at + 1),
        context.has(phrase.head, [.saying, .source, .person, .organisation]),
        let inner = self.phrase(at: at, limit: limit, [], depth: depth + 1)
      {
        phrase.end = inner.end
        continue
      }
      if context.has(at, .preposition) {
        let attaches: Bool
        switch key {
        case .von, .vom: attaches = true
        case .fuer: attaches = isCommonNoun
        case .aus: attaches = isCommonNoun || options.contains(.greedy)
        default: attaches = options.contains(.greedy)
        }
        guard attaches,
          let inner = self.phrase(
            at: at + 1, limit: limit, options.intersection(.greedy), depth: depth + 1),
          !inner.isTime
        else { return }
        phrase.end = inner.end
        continue
      }
      return
    }
  }

  private func endsInEr(_ at: Int) -> Bool {
    context.erEnds[at] && context.isAdjectiveLike(at) && context.kind(at) == .word
      && !context.isCapital(at)
  }

  /// ", Sprecher der Polizei," or at the limit.
  private func apposition(_ phrase: inout NounPhrase, limit: Int, depth: Int) {
    guard phrase.end + 1 < limit, context.kind(phrase.end) == .comma else { return }
    let first = phrase.end + 1
    guard
      let inner = self.phrase(at: first, limit: limit, [.greedy], depth: depth + 1),
      !inner.isPronoun, !inner.isTime,
      !context.has(first, .relative) || context.isNounLike(first + 1)
        || context.isAdjectiveLike(first + 1)
    else { return }
    let closed = inner.end == limit || context.kind(inner.end) == .comma
    guard closed else { return }
    guard phrase.isName || inner.isName || context.has(inner.head, [.person, .title]) else {
      return
    }
    phrase.end = inner.end
    if inner.isName { phrase.isName = true }
    if inner.canSpeak { phrase.canSpeak = true }
  }

  private func coordination(_ phrase: inout NounPhrase, limit: Int, _ options: Options, depth: Int)
  {
    guard phrase.end + 1 < limit else { return }
    let key = context.key(phrase.end)
    guard key == .und || key == .sowie || key == .oder else { return }
    var begin = phrase.end + 1
    if context.key(begin) == .auch { begin += 1 }
    guard
      let inner = self.phrase(
        at: begin, limit: limit, options.subtracting(.coordination), depth: depth + 1),
      !inner.isOblique, !inner.isPronoun || context.has(inner.begin, .pronoun), !inner.isTime
    else { return }
    phrase.end = inner.end
    if inner.canSpeak { phrase.canSpeak = true }
  }
}

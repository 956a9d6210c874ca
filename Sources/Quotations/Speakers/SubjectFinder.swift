import GermanLanguage

/// Finds the subject of a reporting verb, which is the speaker.
struct SubjectFinder {
  let context: ArticleContext
  let reader: NounPhraseReader

  init(_ context: ArticleContext) {
    self.context = context
    reader = NounPhraseReader(context: context)
  }

  static let full: NounPhraseReader.Options = [.apposition, .coordination]

  /// The subject behind a finite verb: the first phrase that can be nominative, past adverbs, pronouns
  /// in other cases and prepositional phrases.
  func after(_ finite: Int, limit: Int) -> NounPhrase? {
    var at = finite + 1
    var fallback: NounPhrase?
    var steps = 0
    while at < limit, steps < 24 {
      steps += 1
      if context.masked[at] {
        at += 1
        continue
      }
      switch context.kind(at) {
      case .comma, .colon, .semicolon, .dash:
        return fallback
      case .word, .number: break
      default:
        if !context.kind(at).isQuote || context.pairOpening[at] < 0 {
          at += 1
          continue
        }
      }
      if context.has(at, .reflexive) {
        at += 1
        continue
      }
      // "gegenüber der Zeitung", "am Montag", "im Fernsehen".
      if context.has(at, .preposition), !context.isCapital(at),
        !(context.has(at, .pronoun))
      {
        if let inner = reader.phrase(at: at + 1, limit: limit, [.greedy]) {
          at = inner.end
        } else {
          at += 1
        }
        continue
      }
      if context.has(at, .adverb), !context.has(at, [.pronoun, .determiner]) {
        at += 1
        continue
      }
      guard let phrase = reader.phrase(at: at, limit: limit, Self.full) else {
        at += 1
        continue
      }
      if phrase.isOblique || phrase.isTime {
        at = phrase.end
        continue
      }
      if phrase.isPronoun, context.key(phrase.begin) == .es {
        at = phrase.end
        continue
      }
      if phrase.canSpeak { return phrase }
      if fallback == nil { fallback = phrase }
      at = phrase.end
      // The nearest nominative phrase wins unless the next one is clearly a person.
      if let next = reader.phrase(at: at, limit: limit, Self.full), !next.isOblique, next.canSpeak,
        next.isName
      {
        return next
      }
      return fallback
    }
    return fallback
  }

  /// The subject of a verb in second position: before it, else behind it.
  func ofSecond(_ finite: Int, clauseBegin: Int, limit: Int) -> NounPhrase? {
    // "Die Ukraine warnte er": a pronoun in the nominative behind the verb is the subject.
    if finite + 1 < limit, !context.masked[finite + 1],
      [.er, .ich, .wir, .man].contains(context.key(finite + 1)), finite > clauseBegin,
      let pronoun = reader.phrase(at: finite + 1, limit: limit)
    {
      return pronoun
    }
    if let before = before(finite, clauseBegin: clauseBegin) {
      let key = context.key(before.begin)
      let isDemonstrative =
        before.end - before.begin == 1 && [.dies, .das, .es, .dieses].contains(key)
      if !before.canSpeak || isDemonstrative, let behind = after(finite, limit: limit),
        behind.canSpeak, !behind.isOblique
      {
        return behind
      }
      if context.isAdverbAtBegin(before.begin), before.end == before.begin + 1 {
        return after(finite, limit: limit)
      }
      if isAboutThing(before) || mayBeObject(before), let behind = after(finite, limit: limit),
        behind.isKnownSpeaker, isAboutThing(before) || behind.begin == finite + 1
      {
        return behind
      }
      return isDemonstrative ? nil : before
    }
    return after(finite, limit: limit)
  }

  /// "Eine Verschiebung nannte Huber …": an unlisted noun whose article can be accusative.
  private func mayBeObject(_ phrase: NounPhrase) -> Bool {
    !phrase.isKnownSpeaker && !phrase.isPronoun
      && [.die, .das, .eine, .ein, .den, .einen].contains(context.key(phrase.begin))
  }

  /// "Die Äußerungen der Nachbarn nannte Huber …": a thing in front is the object when a speaker follows
  /// the verb.
  private func isAboutThing(_ phrase: NounPhrase) -> Bool {
    let speakers: WordClass = [.person, .organisation, .title, .givenName, .state, .medium]
    if context.has(phrase.head, [.thing, .saying]), !context.has(phrase.head, speakers) {
      return true
    }
    guard let noun = phrase.range.first(where: { context.isNounLike($0) }) else { return false }
    return context.has(noun, [.thing, .saying]) && !context.has(noun, speakers)
  }

  /// A nominative phrase that fills the field before the verb.
  func before(_ finite: Int, clauseBegin: Int) -> NounPhrase? {
    var begin = clauseBegin
    while begin < finite,
      context.has(begin, [.coordinator])
        || context.kind(begin).isQuote && context.pairOpening[begin] < 0
        || [.auch, .nur, .selbst, .sogar, .allein].contains(context.key(begin))
        || context.kind(begin) == .dash
    {
      begin += 1
    }
    guard begin < finite else { return nil }
    if context.has(begin, .preposition), !context.has(begin, .pronoun) { return nil }
    guard
      var phrase = reader.phrase(
        at: begin, limit: finite, [.greedy, .apposition, .coordination]),
      !phrase.isOblique, !phrase.isTime
    else { return nil }
    // What follows up to the verb must be adverbs or a clause between commas.
    if phrase.end < finite {
      var at = phrase.end
      if context.kind(at) == .comma {
        // A second apposition: ", Chef der X,".
        return phrase
      }
      while at < finite,
        context.has(at, [.adverb, .preposition]) || context.masked[at]
          || context.key(at) == .selbst
      {
        if context.has(at, .preposition),
          let inner = reader.phrase(at: at + 1, limit: finite, [.greedy])
        {
          // Before the verb stands one constituent: the attribute belongs to the subject.
          at = inner.end
          phrase.end = at
        } else {
          at += 1
        }
      }
      if at < finite, context.kind(at) != .comma { return phrase.canSpeak ? phrase : nil }
    }
    return phrase
  }

  /// The subject of a verb at the end of a subordinate clause that begins at `begin`.
  func ofFinal(_ finite: Int, clauseBegin begin: Int) -> NounPhrase? {
    var at = begin
    if context.has(at, .coordinator) { at += 1 }
    guard at < finite else { return nil }
    if context.has(at, .relative), !context.has(at, .subordinator) {
      // "der", "die", "das": the pronoun itself, unless a subject follows.
      if context.key(at) != .der, let next = after(at, limit: finite), next.canSpeak,
        !next.isPronoun || true, next.begin == at + 1
      {
        return next
      }
      guard context.has(at, .nominative) else { return after(at, limit: finite) }
      var pronoun = NounPhrase(begin: at, end: at + 1, head: at)
      pronoun.isPronoun = true
      pronoun.canSpeak = true
      return pronoun
    }
    return after(at, limit: finite)
  }
}

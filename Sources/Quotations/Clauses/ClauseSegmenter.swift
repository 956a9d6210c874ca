import GermanLanguage

/// Divides a sentence into segments and finds each one's finite verb.
///
/// Quotations of four words and more and brackets are passed over as one piece.
/// - Complexity: O(*n*) in the tokens of the sentence.
struct ClauseSegmenter {
  let context: ArticleContext

  func segments(of sentence: Range<Int>) -> [Segment] {
    var result: [Segment] = []
    var begin = sentence.lowerBound
    var before: TokenKind?
    for token in sentence {
      guard !context.masked[token] else { continue }
      let kind = context.kind(token)
      switch kind {
      case .comma, .semicolon, .colon, .dash:
        if begin < token {
          result.append(segment(begin, token, before))
          before = kind
        } else if before == nil || kind != .comma {
          before = kind
        }
        begin = token + 1
      default: break
      }
    }
    var end = sentence.upperBound
    while end > begin, isFinalMark(end - 1) { end -= 1 }
    if begin < end { result.append(segment(begin, end, before)) }
    return result
  }

  func isFinalMark(_ token: Int) -> Bool {
    context.kind(token).isTerminator && !context.flags(token).contains(.abbreviates)
  }

  private func segment(_ begin: Int, _ end: Int, _ before: TokenKind?) -> Segment {
    var segment = Segment(begin: begin, end: end, before: before)
    segment.opener = opener(begin, end)
    findFinite(&segment)
    if segment.finite >= 0, segment.opener == .main || segment.opener == .relative,
      !context.has(segment.finite, [.finite, .konjunktiv1, .konjunktiv2]),
      endsWithInfinitive(segment)
    {
      // "den Einsatz fortsetzen zu wollen"
      segment.finite = -1
      segment.opener = .main
    }
    if segment.finite < 0 {
      if segment.opener == .main, endsWithInfinitive(segment) { segment.opener = .infinitive }
      if segment.opener == .relative { segment.opener = .main }
    } else if segment.opener == .relative, segment.before == nil || segment.before == .colon {
      // "Die Regierung sagte": an article, no relative pronoun.
      segment.opener = .main
      findFinite(&segment)
    }
    return segment
  }

  private func opener(_ begin: Int, _ end: Int) -> Segment.Opener {
    var first = begin
    while first < end - 1, context.kind(first).isQuote { first += 1 }
    // "und dass", "aber ob", "sondern dass"; "auch wenn", "selbst wenn".
    while first < end - 1, context.has(first, .coordinator) || isFocus(first),
      context.has(first + 1, [.subordinator, .interrogative])
        || [.auch, .nur, .selbst].contains(context.key(first + 1))
    {
      first += 1
    }
    switch context.key(first) {
    case .dass: return .dass
    case .ob: return .ob
    case .wie:
      return .wie
    default: break
    }
    let classes = context.classes(first)
    let next = first + 1 < end ? context.classes(first + 1) : []
    if classes.contains(.relative), context.key(first) != .was {
      // "der" before a noun is an article unless the verb stands at the end; decided by the verb.
      if relativeReading(first, end) { return .relative }
    }
    if classes.contains(.subordinator), classes.contains(.preposition), verbIsLast(end) {
      return .adverbial
    }
    if classes.contains(.preposition), next.contains(.relative),
      relativeReading(first + 1, end)
    {
      return .relative
    }
    if classes.contains(.interrogative) { return .interrogative }
    if classes.contains(.preposition), next.contains(.interrogative), context.key(first) != .von {
      return .interrogative
    }
    if classes.contains(.subordinator) {
      // Words that are also prepositions or adverbs need a verb at the end.
      // "als Begründung", "da gab er", "damit solle": no clause of their own.
      let needsVerb: Bool =
        switch context.key(first) {
        case .als, .da, .damit, .seit, .um, .denn, .doch: true
        default: !classes.isDisjoint(with: [.preposition, .adverb])
        }
      if !needsVerb || verbIsLast(end) {
        return .adverbial
      }
    }
    return .main
  }

  private func isFocus(_ token: Int) -> Bool {
    switch context.key(token) {
    case .auch, .nur, .selbst, .sogar, .allein, .bereits, .noch, .schon, .erst, .nicht: true
    default: false
    }
  }

  private func lastWord(before end: Int, from begin: Int) -> Int? {
    var token = end - 1
    while token >= begin {
      if !context.masked[token], context.isWord(token) { return token }
      token -= 1
    }
    return nil
  }

  private func verbIsLast(_ end: Int) -> Bool {
    guard let last = lastWord(before: end, from: max(0, end - 4)) else { return false }
    return context.has(last, [.finite, .ambiguousFinite, .konjunktiv1, .konjunktiv2])
      && !context.isCapital(last)
  }

  /// Whether "der", "die", "das" here opens a relative clause: the verb stands at the end, and no finite
  /// verb stands second.
  private func relativeReading(_ first: Int, _ end: Int) -> Bool {
    guard verbIsLast(end), let last = lastWord(before: end, from: first) else { return false }
    if last > first, context.key(last - 1) == .zu { return false }
    // A clear finite verb before the last one stands second: a main clause.
    var at = first + 1
    while at < last {
      if !context.masked[at], context.isWord(at), !context.isCapital(at),
        context.has(at, .finite) || context.has(at, [.konjunktiv1, .konjunktiv2]),
        !(context.adjectiveEnds[at] && at + 1 < end
          && (context.isNounLike(at + 1) || context.isAdjectiveLike(at + 1))
          && !context.has(at, [.auxiliary, .modal]))
      {
        // "… haben soll", "… worden sein soll": part of the verbs at the end.
        let tail = last - at
        if tail > 2 || !context.has(last, [.modal, .auxiliary]) || !context.has(at, .infinitive) {
          return context.has(at - 1, .coordinator) || isEndCluster(at, last)
            || context.key(at + 1) == .und || context.key(at + 1) == .oder
        }
      }
      at += 1
    }
    // "die Polizei bestätigte": article, noun, verb at the end of a short main clause.
    if end - first <= 4, first + 1 < end, context.isNounLike(first + 1),
      end - first == 3
    {
      return false
    }
    return true
  }

  /// Whether only verbs stand between a token and the last one.
  private func isEndCluster(_ at: Int, _ last: Int) -> Bool {
    guard last - at <= 3 else { return false }
    // "sei unterschrieben": a finite verb before its participle stands in a main clause.
    guard context.has(last, .finite),
      !context.has(last, .participle) || context.has(last, .auxiliary)
    else { return false }
    for token in at...last
    where !context.has(token, [.infinitive, .participle, .finite, .ambiguousFinite]) {
      return false
    }
    return true
  }

  private func endsWithInfinitive(_ segment: Segment) -> Bool {
    var token = segment.end - 1
    var steps = 0
    while token >= segment.begin, steps < 6 {
      if !context.masked[token] {
        if context.has(token, .zuInfinitive) { return true }
        if context.has(token, .infinitive) || looksLikeInfinitive(token), token > segment.begin,
          context.key(token - 1) == .zu
        {
          return true
        }
      }
      token -= 1
      steps += 1
    }
    return false
  }

  private func looksLikeInfinitive(_ token: Int) -> Bool {
    context.isWord(token) && !context.isCapital(token) && context.adjectiveEnds[token]
  }

  // MARK: Finite verbs

  private func findFinite(_ segment: inout Segment) {
    segment.finite = -1
    segment.konjunktiv1 = false
    segment.konjunktiv2 = false
    let verbFinal = segment.opener != .main && segment.opener != .infinitive
    var weak = -1
    for token in segment.range where !context.masked[token] && context.isWord(token) {
      let classes = context.classes(token)
      guard
        !classes.isDisjoint(with: [.finite, .ambiguousFinite, .konjunktiv1, .konjunktiv2]),
        !context.isCapital(token) || token == segment.begin
          || context.flags(token).contains(.firstOfSentence)
      else { continue }
      if isAttributive(token, segment) { continue }
      let isKonjunktiv1 = classes.contains(.konjunktiv1)
      let isKonjunktiv2 = classes.contains(.konjunktiv2)
      let strong = isKonjunktiv1 || isKonjunktiv2 || classes.contains(.finite)
      if strong {
        // "haben", "werden", "sein" behind "zu" or as infinitives with a modal.
        if token > segment.begin, context.key(token - 1) == .zu { continue }
        if classes.contains(.infinitive), isInfinitiveUse(token, segment, verbFinal) { continue }
        if segment.finite < 0 || verbFinal { segment.finite = token }
        if isKonjunktiv1 { segment.konjunktiv1 = true }
        if isKonjunktiv2 { segment.konjunktiv2 = true }
      } else {
        if token > segment.begin, context.key(token - 1) == .zu { continue }
        // The first one in a main clause, the last one in a subordinate clause.
        if weak < 0 || verbFinal { weak = token }
      }
    }
    if segment.finite < 0 { segment.finite = weak }
    if segment.finite < 0 { segment.finite = unknownVerb(segment, verbFinal) }
  }

  /// A small word in -t, -te or -ten that no list knows: most likely the verb.
  private func unknownVerb(_ segment: Segment, _ verbFinal: Bool) -> Int {
    var found = -1
    for token in segment.range
    where !context.masked[token] && context.kind(token) == .word && !context.isCapital(token)
      && context.classes(token).isEmpty && context.verbEnds[token] && token > segment.begin
    {
      if context.key(token - 1) == .zu { continue }
      let next = token + 1
      if context.adjectiveEnds[token], next < segment.end,
        context.isNounLike(next) || context.isAdjectiveLike(next),
        context.has(token - 1, [.definiteArticle, .indefiniteArticle, .possessive, .preposition])
          || context.isAdjectiveLike(token - 1)
      {
        continue
      }
      found = token
      if !verbFinal { return found }
    }
    return found
  }

  /// Whether "haben" or "können" stands as an infinitive: another finite verb came before in a main
  /// clause, or comes behind in a subordinate one.
  private func isInfinitiveUse(_ token: Int, _ segment: Segment, _ verbFinal: Bool) -> Bool {
    if verbFinal {
      let next = token + 1
      return next < segment.end && context.has(next, [.modal, .auxiliary])
        && context.has(next, .finite)
    }
    return segment.finite >= 0
  }

  /// Whether a form in -te or -e stands as an adjective: "der verletzte Mann", "heiße Phase".
  private func isAttributive(_ token: Int, _ segment: Segment) -> Bool {
    let classes = context.classes(token)
    if !classes.isDisjoint(with: [.auxiliary, .modal]) { return false }
    guard context.adjectiveEnds[token], token + 1 < segment.end,
      context.isNounLike(token + 1) || context.isAdjectiveLike(token + 1)
    else { return false }
    if token == segment.begin { return false }
    var before = token - 1
    // "einem gestern veröffentlichten Bericht"
    while before > segment.begin, token - before <= 2, context.has(before, .adverb),
      !context.has(before, [.definiteArticle, .determiner]), !context.masked[before - 1]
    {
      before -= 1
    }
    if context.masked[before] { return false }
    // "Das berichteten Medien"
    if before == segment.begin, [.das, .dies].contains(context.key(before)),
      context.reporting.frames(of: context.tokens.verbs[token])
        .contains(where: { $0.takes.contains(.dies) })
    {
      return false
    }
    return context.has(
      before, [.definiteArticle, .indefiniteArticle, .possessive, .determiner, .preposition])
      || (context.isAdjectiveLike(before) && !context.has(before, .adverb)
        && context.adjectiveEnds[before] && !classes.contains(.finite))
  }
}

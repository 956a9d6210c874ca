import GermanLanguage

/// Finds to whom something was said: "gegenüber der Zeitung", "warf dem Arzt vor", "forderte die Anwohner
/// auf", "sagte er der Zeitung".
///
/// Which verbs name their addressee in the dative or the accusative is told by `reporting-frames.tsv`
/// (`dat`, `akk`). Only the reporting clause is searched.
/// - Complexity: linear in the words of the frame.
struct AddresseeFinder {
  let context: ArticleContext
  let reader: NounPhraseReader

  init(_ context: ArticleContext) {
    self.context = context
    reader = NounPhraseReader(context: context)
  }

  func addressee(of candidate: Candidate) -> Range<Int>? {
    for range in candidate.frame {
      for token in range where !context.masked[token] && context.key(token) == .gegenueber {
        if let phrase = reader.phrase(at: token + 1, limit: range.upperBound, [.coordination]),
          phrase.canSpeak, !phrase.isTime
        {
          return phrase.range
        }
        // "der Zeitung gegenüber"
        for begin in stride(from: token - 1, through: max(range.lowerBound, token - 4), by: -1) {
          if let phrase = reader.phrase(at: begin, limit: token), phrase.end == token,
            phrase.isOblique
          {
            return phrase.range
          }
        }
      }
    }
    guard let verb = verb(candidate) else { return nil }
    var takes: ReportingLexicon.Takes = []
    for frame in context.reporting.frames(of: context.tokens.verbs[verb]) {
      if frame.particle == 0
        || candidate.cue.contains(where: { range in
          range.contains { context.tokens.folds[$0] == frame.particle }
        })
      {
        takes.formUnion(frame.takes)
      }
    }
    if takes.contains(.akk) { return accusative(candidate, verb) }
    if takes.contains(.dat) { return dative(candidate) }
    return nil
  }

  private func verb(_ candidate: Candidate) -> Int? {
    for range in candidate.cue {
      for token in range
      where context.tokens.verbs[token] >= 0 && !context.has(token, [.auxiliary, .modal]) {
        return token
      }
    }
    return nil
  }

  /// The phrases of the reporting clause that could be objects, in text order.
  private func objects(_ candidate: Candidate) -> [NounPhrase] {
    var found: [NounPhrase] = []
    for range in candidate.frame {
      var at = range.lowerBound
      while at < range.upperBound {
        if let speaker = candidate.speaker.first(where: { $0.contains(at) }) {
          at = speaker.upperBound
          continue
        }
        if context.masked[at] || candidate.cue.contains(where: { $0.contains(at) })
          || context.has(at, .reflexive)
        {
          at += 1
          continue
        }
        if context.has(at, .preposition), !context.isCapital(at), !context.has(at, .pronoun) {
          at = reader.phrase(at: at + 1, limit: range.upperBound, [.greedy])?.end ?? at + 1
          continue
        }
        guard let phrase = reader.phrase(at: at, limit: range.upperBound, [.coordination]) else {
          at += 1
          continue
        }
        let isOwn = candidate.speaker.contains { $0.overlaps(phrase.range) }
        if !isOwn, !phrase.isTime, phrase.canSpeak { found.append(phrase) }
        at = max(phrase.end, at + 1)
      }
    }
    return found
  }

  private func accusative(_ candidate: Candidate, _ verb: Int) -> Range<Int>? {
    let isPassive = candidate.cue.contains {
      $0.contains { [.wird, .werden, .wurde, .wurden, .worden].contains(context.key($0)) }
    }
    guard isPassive || !candidate.speaker.isEmpty else { return nil }
    return objects(candidate).first {
      switch context.key($0.begin) {
      case .dem, .einem, .des, .eines, .es, .man, .er, .ich, .wir: return isPassive && $0.isPronoun
      case .der: return isPassive
      default: return $0.isKnownSpeaker || $0.isPronoun || context.has($0.head, .person)
      }
    }?.range
  }

  private func dative(_ candidate: Candidate) -> Range<Int>? {
    let speaker = candidate.speaker.first?.upperBound ?? 0
    return objects(candidate).first {
      switch context.key($0.begin) {
      case .dem, .einem, .ihm, .ihnen: true
      // A nominative or genitive as well: behind the speaker only.
      case .der, .einer, .ihr: $0.begin >= speaker
      case .den: context.has($0.head, [.person, .organisation, .medium])
      default: $0.isOblique && context.has($0.begin, .possessive)
      }
    }?.range
  }
}

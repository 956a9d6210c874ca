import GermanLanguage
import TextModel

/// Statements announced by a reporting verb: "X sagte, …", "…, sagte X", "wie X mitteilte".
struct VerbFrames {
  let sentence: SentenceReading
  let subjects: SubjectFinder
  var context: ArticleContext { sentence.context }
  var segments: [Segment] { sentence.segments }

  init(_ sentence: SentenceReading) {
    self.sentence = sentence
    subjects = SubjectFinder(sentence.context)
  }

  func candidates(_ cues: [Cue]) -> [Candidate] {
    var result: [Candidate] = []
    // Frames behind or inside the content first: they rule out that an earlier verb announces it.
    var used = Set<Int>()
    for (number, cue) in cues.enumerated() {
      if let found = parenthetical(cue) ?? comparison(cue) {
        result.append(found)
        used.insert(number)
      }
    }
    var announcing: [(cue: Cue, candidate: Candidate)] = []
    for (number, cue) in cues.enumerated() where !used.contains(number) {
      if let found = before(cue) ?? colon(cue) {
        // "Der Bericht verstummte, nachdem sie gesagt hatte, dass …": the nearest verb announces.
        announcing.removeAll {
          $0.candidate.quote[0].lowerBound == found.quote[0].lowerBound
            && $0.cue.segment < cue.segment && $0.cue.last < cue.finite
        }
        announcing.append((cue, found))
      }
    }
    return result + announcing.map(\.candidate)
  }

  // MARK: The frame before the content

  /// The segment in which the content of a cue begins.
  func contentSegment(after cue: Cue, allowIndicative: Bool) -> Int? {
    let takes = cue.frame.takes
    var index = cue.segment + 1
    // Behind the particle: "kündigte X, der …, an, dass".
    if let last = sentence.segment(of: cue.last), last >= index { index = last + 1 }
    let first = index
    while index < segments.count {
      let segment = segments[index]
      if segment.before == .semicolon { return nil }
      switch segment.opener {
      case .dass:
        // "so dass", "ohne dass": no content.
        if context.key(sentence.firstWord(segment)) != .dass { return nil }
        if index > 0, sentence.namesCondition(segments[index - 1]) { return nil }
        return takes.contains(.dass) ? index : nil
      case .ob: if takes.contains(.ob) { return index }
      case .interrogative, .wie:
        if segment.hasFinite, takes.contains(.ob), index == first, asks(segment, cue) {
          return index
        }
      case .infinitive:
        if takes.contains(.zu), cue.finite >= 0, !sentence.isPurpose(segment) { return index }
      case .adverbial:
        // "sagte, wenn X komme, werde Y …": the content begins with a subordinate clause.
        if index == first, takes.contains(.konj),
          segments[(index + 1)...].prefix(3).contains(where: {
            $0.isKonjunktiv && $0.opener == .main
          })
        {
          return index
        }
      case .relative: break
      case .main:
        if segment.hasFinite {
          if segment.isKonjunktiv {
            return takes.contains(.konj) || takes.contains(.dass) ? contentStart(index, first) : nil
          }
          if allowIndicative, index == first, takes.contains(.ind), !cue.isPassive,
            segments[cue.segment].opener == .main, isVerbSecond(segment),
            // "Bonn sagt Ja, Wien sagt Nein"
            context.tokens.verbs[segment.finite] != context.tokens.verbs[cue.verb],
            !context.has(segment.begin, .coordinator),
            segment.before == .comma || segment.before == .colon
          {
            return index
          }
          if context.has(segment.begin, .coordinator) { return nil }
        } else if sentence.holdsLongQuotation(segment.range) {
          if segment.before == .colon { return nil }
          if allowIndicative, index == first, takes.contains(.ind),
            sentence.words(segment.range) > quotedWords(segment.range) + 1
          {
            return index
          }
        }
      }
      index += 1
    }
    return nil
  }

  /// Whether a w-word opens a question rather than a clause that comments on the whole sentence.
  func asks(_ segment: Segment, _ cue: Cue) -> Bool {
    switch context.key(sentence.firstWord(segment)) {
    case .was: return cue.frame.lemma == "fragen"
    default:
      return !context.has(sentence.firstWord(segment), .adverb)
    }
  }

  /// Whether one constituent stands before the finite verb.
  func isVerbSecond(_ segment: Segment) -> Bool {
    let finite = segment.finite
    if finite - segment.begin <= 1 { return finite > segment.begin }
    var at = segment.begin
    if context.has(at, .adverb), !context.has(at, .determiner) { at += 1 }
    if context.has(at, .preposition), !context.has(at, .pronoun) { at += 1 }
    guard let phrase = subjects.reader.phrase(at: at, limit: finite, [.greedy, .coordination])
    else {
      return false
    }
    return phrase.end == finite
      || phrase.end < context.tokens.count && context.has(phrase.end, [.adverb, .preposition])
  }

  func quotedWords(_ range: Range<Int>) -> Int {
    range.reduce(0) { $0 + (context.masked[$1] && context.isWord($1) ? 1 : 0) }
  }

  /// A list or apposition that opens the content: "sagte, Huber, der Chef, sei …": the verbless segments
  /// right before the Konjunktiv belong to it when they follow the cue's own segment.
  func contentStart(_ index: Int, _ first: Int) -> Int {
    var start = index
    let finite = segments[index].finite
    // The verb opens its segment: its subject stands before.
    while start > first, context.isWord(segments[start].begin),
      segments[start].begin == finite || segments[start - 1].opener == .relative
        || (!segments[start - 1].hasFinite && start - 1 > first)
    {
      start -= 1
      if segments[start].opener == .main, !segments[start].hasFinite,
        segments[index].begin != finite || start == first
      {
        break
      }
    }
    return start
  }

  func before(_ cue: Cue) -> Candidate? {
    guard let content = contentSegment(after: cue, allowIndicative: true) else { return nil }
    let begin = segments[content].begin
    guard begin > cue.last || cue.isPassive else { return nil }
    let clause = clauseBegin(cue)
    var end = min(contentEnd(content, cue), coordinatedEnd(content, cue))
    // Masked quotations right behind the colon are for the Direct rules.
    if end <= begin { end = sentence.core.upperBound }
    guard let quote = sentence.trimmed(begin..<end), sentence.words(quote) >= 2 else { return nil }
    let speaker = speaker(cue, clause: clause, limit: begin)
    let kind: String
    switch segments[content].opener {
    case .dass: kind = "dass"
    case .ob, .interrogative, .wie: kind = "ob"
    case .infinitive: kind = "infinitive"
    default: kind = segments[content].isKonjunktiv ? "konjunktiv" : "indicative"
    }
    return Candidate(
      type: .indirect, medium: cue.frame.medium, quote: [quote],
      speaker: speaker.map { [$0] } ?? [], cue: cue.ranges, frame: [clause..<begin],
      rule: kind + ".frame-before", sentence: sentence.number)
  }

  /// "X sagte: Das ist so.": a colon and prose without marks.
  func colon(_ cue: Cue) -> Candidate? {
    var index = cue.segment + 1
    while index < segments.count, segments[index].before != .colon { index += 1 }
    guard index < segments.count, cue.frame.takes.contains(.ind), !cue.isPassive,
      segments[index].hasFinite, cue.segment == index - 1,
      !sentence.holdsLongQuotation(segments[index].begin..<sentence.core.upperBound),
      let quote = sentence.trimmed(segments[index].begin..<sentence.core.upperBound),
      sentence.words(quote) >= 3
    else { return nil }
    let clause = clauseBegin(cue)
    let speaker = speaker(cue, clause: clause, limit: segments[index].begin - 1)
    return Candidate(
      type: .indirect, medium: cue.frame.medium, quote: [quote],
      speaker: speaker.map { [$0] } ?? [], cue: cue.ranges,
      frame: [clause..<segments[index].begin], rule: "colon", sentence: sentence.number)
  }

  /// Where the matrix clause begins: the sentence's begin, behind a semicolon, or behind the "und" that
  /// joins a second verb.
  func clauseBegin(_ cue: Cue) -> Int {
    var index = cue.segment
    while index > 0 {
      if segments[index].before == .semicolon { return segments[index].begin }
      // A clause of its own joined by "und", "aber", "doch" behind a comma.
      if segments[index].opener == .main, segments[index].hasFinite, index <= cue.segment,
        [.und, .aber, .doch, .jedoch, .denn, .sondern].contains(context.key(segments[index].begin)),
        segments[..<index].contains(where: { $0.opener == .main && $0.hasFinite })
      {
        return segments[index].begin
      }
      index -= 1
    }
    return sentence.core.lowerBound
  }

  /// Where the content ends: the sentence's end, or before a main clause in indicative that follows
  /// Konjunktiv or a dass-clause behind "und", "doch", "aber" or a semicolon.
  func contentEnd(_ content: Int, _ cue: Cue) -> Int {
    var index = content + 1
    while index < segments.count {
      let segment = segments[index]
      if segment.before == .semicolon { return segment.begin - 1 }
      if segment.before == .colon { return segment.begin - 1 }
      // "Während X erklärte, dass er bleibt, packte Y": the main clause goes on.
      if segments[cue.segment].opener == .adverbial, segment.opener == .main,
        segment.finite == segment.begin, !segment.isKonjunktiv
      {
        return segment.begin - 1
      }
      if context.key(segment.begin) == .so, !segment.hasFinite { return segment.begin - 1 }
      if segment.opener == .main, segment.hasFinite, !segment.isKonjunktiv,
        [.und, .doch, .aber, .jedoch].contains(context.key(segment.begin)),
        context.has(segment.finite, [.finite]),
        segment.finite - segment.begin <= 8
      {
        return segment.begin - 1
      }
      index += 1
    }
    return sentence.core.upperBound
  }

  /// "…, dass A gelte und warnte vor B": before an "und" whose verb in indicative belongs to the matrix
  /// clause again.
  func coordinatedEnd(_ content: Int, _ cue: Cue) -> Int {
    for segment in segments[content...] {
      guard segment.isSubordinate || segment.isKonjunktiv else { continue }
      for token in segment.range.dropFirst().dropLast(2)
      where context.key(token) == .und && !context.masked[token] {
        let verb = token + 1
        guard context.has(verb, .finite), context.has(verb, .past),
          !context.has(verb, [.konjunktiv1, .konjunktiv2, .auxiliary, .modal]),
          context.tokens.verbs[verb] >= 0,
          !context.reporting.frames(of: context.tokens.verbs[verb]).isEmpty,
          !context.has(segment.end - 1, .finite) || segment.isKonjunktiv
        else { continue }
        return token
      }
    }
    return sentence.core.upperBound
  }
}

import GermanLanguage
import TextModel

/// Frames behind or inside their content: "…, sagte X", "…, sagte X, …".
extension VerbFrames {
  /// ", sagte X": the verb opens its segment and content stands before it.
  func parenthetical(_ cue: Cue) -> Candidate? {
    let segment = segments[cue.segment]
    guard cue.segment > 0, opensFrame(segment, cue), !cue.isPassive || reportsInPassive(cue),
      segment.before == .comma || segment.before == .dash,
      !cue.frame.takes.isDisjoint(with: [.after, .es, .direct])
    else { return nil }
    let first = contentBegin(before: cue.segment)
    let contentRange = first..<segment.begin - 1
    guard contentRange.count > 0 else { return nil }
    // The content needs a clause of its own; "Als er kam, sagte er, dass …" has none before.
    let isSplit = isSplit(cue, contentRange)
    guard isSplit || hasContent(contentRange, upTo: cue.segment) else { return nil }
    let laterContent = contentSegment(after: cue, allowIndicative: false)
    if laterContent != nil, !isSplit, !hasMainClause(contentRange, upTo: cue.segment) { return nil }
    // "X, der Chef, sagte": the subject stands before, nothing follows.
    var frameEnd = segment.end
    let subject =
      cue.isPassive
      ? nil : subjects.after(cue.finite, limit: sentence.core.upperBound)
    if !cue.isPassive, cue.frame.lemma != "heißen", cue.frame.lemma != "verlauten" {
      guard let subject, !isSecondVerb(cue, subject),
        subject.isKnownSpeaker || holdsKonjunktiv(contentRange) || isSplit
      else { return nil }
    }
    guard !sentence.isDenied(segment), !isColonQuotation(before: contentRange.upperBound) else {
      return nil
    }
    if let subject, subject.end > frameEnd { frameEnd = subject.end }
    if cue.last >= frameEnd, let index = sentence.segment(of: cue.last) {
      frameEnd = segments[index].end
    }
    // Relative clauses and appositions behind belong to the frame.
    var rest: Range<Int>?
    var next = cue.segment + 1
    while next < segments.count {
      let tail = segments[next]
      if tail.end <= frameEnd {
        next += 1
        continue
      }
      if continuesContent(tail, contentRange) {
        rest = tail.begin..<sentence.core.upperBound
        break
      }
      frameEnd = tail.end
      next += 1
    }
    guard let quote = sentence.trimmed(contentRange) else { return nil }
    var quotes = [quote]
    var frame = segment.begin - 1..<min(frameEnd, sentence.core.upperBound)
    if let rest, let trimmed = sentence.trimmed(rest), sentence.words(trimmed) > 1 {
      quotes.append(trimmed)
      frame = segment.begin - 1..<trimmed.lowerBound
    }
    var speaker = subject?.range
    if cue.frame.lemma == "heißen" { speaker = document(cue.finite + 1, limit: frame.upperBound) }
    return Candidate(
      type: .indirect, medium: cue.frame.medium, quote: quotes,
      speaker: speaker.map { [$0] } ?? [], cue: cue.ranges, frame: [frame],
      rule: quotes.count == 2 ? "verb.frame-inside" : "verb.frame-after",
      sentence: sentence.number)
  }

  /// "Die Helfer lobte er, sprach aber davon, dass …": a second verb of the clause before, no frame.
  func isSecondVerb(_ cue: Cue, _ subject: NounPhrase) -> Bool {
    [.aber, .jedoch, .doch].contains(context.key(cue.finite + 1)) && !subject.isKnownSpeaker
  }

  func holdsKonjunktiv(_ range: Range<Int>) -> Bool {
    segments.contains {
      $0.begin >= range.lowerBound && $0.end <= range.upperBound && $0.isKonjunktiv
    }
  }

  /// "Er war zufrieden: „Ein guter Start“, sagte er": the quotation alone is what was said.
  func isColonQuotation(before end: Int) -> Bool {
    guard end > sentence.core.lowerBound else { return false }
    let number = Int(context.outerPair[end - 1])
    guard number >= 0 else { return false }
    let open = context.pairs[number].open
    return open > sentence.core.lowerBound && context.kind(open - 1) == .colon
  }

  /// "…, wird berichtet": a passive that has no subject of its own.
  func reportsInPassive(_ cue: Cue) -> Bool {
    switch cue.frame.lemma {
    case "zitieren", "berichten", "melden", "mitteilen", "sagen", "vermuten", "vermelden":
      return true
    default: return false
    }
  }

  /// The verb stands first, or behind "das", "dies": ", das teilte X mit".
  func opensFrame(_ segment: Segment, _ cue: Cue) -> Bool {
    if segment.begin == cue.finite { return true }
    return segment.begin + 1 == cue.finite && cue.frame.takes.contains(.dies)
      && [.das, .dies, .so].contains(context.key(segment.begin))
  }

  /// Where the content before a parenthetical frame begins: the sentence's begin or behind a colon or
  /// semicolon.
  func contentBegin(before index: Int) -> Int {
    var first = index - 1
    while first > 0, segments[first].before != .semicolon { first -= 1 }
    return max(segments[first].begin, sentence.core.lowerBound)
  }

  func hasContent(_ range: Range<Int>, upTo index: Int) -> Bool {
    if range.upperBound > range.lowerBound, context.masked[range.upperBound - 1],
      context.outerPair[range.upperBound - 1] >= 0
    {
      return true
    }
    // "Während X erklärte, dass …, sagte Y": a clause of time in front is none.
    if let first = segments[..<index].first(where: { $0.begin >= range.lowerBound }),
      first.opener == .adverbial, first.hasFinite, !hasMainClause(range, upTo: index)
    {
      return false
    }
    for segment in segments[..<index] where segment.begin >= range.lowerBound {
      if segment.hasFinite, segment.opener == .main { return true }
      switch segment.opener {
      case .dass, .ob, .interrogative: return true
      case .wie: return segment.hasFinite
      default: break
      }
    }
    return false
  }

  /// "Das Dach, erklärte der Architekt, werde …": what stands before has its verb behind the frame.
  func isSplit(_ cue: Cue, _ range: Range<Int>) -> Bool {
    guard cue.segment + 1 < segments.count, cue.segment >= 1 else { return false }
    let next = segments[cue.segment + 1]
    guard next.finite == next.begin, next.isKonjunktiv || context.has(next.finite, .auxiliary),
      let subject = subjects.after(cue.finite, limit: segments[cue.segment].end), subject.canSpeak
    else { return false }
    return subjects.reader.phrase(at: range.lowerBound, limit: range.upperBound, [.greedy]) != nil
  }

  func hasMainClause(_ range: Range<Int>, upTo index: Int) -> Bool {
    if sentence.holdsLongQuotation(range) { return true }
    return segments[..<index].contains {
      $0.begin >= range.lowerBound && $0.hasFinite && $0.opener == .main
    }
  }

  /// Whether a segment behind a parenthetical frame takes the content up again.
  func continuesContent(_ segment: Segment, _ content: Range<Int>) -> Bool {
    if segment.isKonjunktiv { return true }
    if segment.finite == segment.begin, segment.opener == .main { return true }
    if sentence.holdsLongQuotation(segment.range) { return true }
    let first = context.key(segment.begin)
    switch segment.opener {
    case .relative: return false
    case .dass, .ob, .interrogative: return true
    case .adverbial:
      return segment.hasFinite && first != .als && first != .nachdem && first != .bevor
    case .infinitive: return true
    case .wie: return false
    case .main: break
    }
    if context.has(segment.begin, .coordinator) { return segment.hasFinite }
    return segment.hasFinite
  }
}

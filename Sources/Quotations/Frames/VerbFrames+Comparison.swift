import GermanLanguage
import TextModel

/// Comparisons: "wie X mitteilte", before, inside or behind the content.
extension VerbFrames {
  func comparison(_ cue: Cue) -> Candidate? {
    // "Wie X, Sprecher der Y, mitteilte": the verb stands segments behind its "wie".
    var opening = cue.segment
    while opening > 0, cue.segment - opening < 3, segments[opening].opener != .wie,
      opening == cue.segment ? isVerbAtEnd(cue) : !segments[opening].hasFinite
    {
      opening -= 1
    }
    let segment = Segment(
      begin: segments[opening].begin, end: segments[cue.segment].end,
      before: segments[opening].before, opener: segments[opening].opener,
      finite: segments[cue.segment].finite)
    guard segment.opener == .wie,
      cue.frame.takes.contains(.wie) || cue.frame.takes.contains(.after),
      sentence.words(segment.range) <= 30
    else { return nil }
    guard
      opening == 0 || hasMainClause(sentence.core.lowerBound..<segment.begin, upTo: opening)
    else { return nil }
    var frameEnd = segment.end
    let subject =
      cue.isPassive && cue.frame.lemma != "zitieren"
      ? nil : finding(cue, segment) ?? subjects.after(segment.begin, limit: cue.finite)
    var next = cue.segment + 1
    while next < segments.count, segments[next].opener == .relative, opening > 0,
      !segments[next].isKonjunktiv
    {
      frameEnd = segments[next].end
      next += 1
    }
    var quotes: [Range<Int>] = []
    if opening > 0,
      let before = sentence.trimmed(sentence.core.lowerBound..<segment.begin)
    {
      quotes.append(before)
    }
    if frameEnd < sentence.core.upperBound,
      let after = sentence.trimmed(frameEnd..<sentence.core.upperBound), sentence.words(after) > 1
    {
      quotes.append(after)
    }
    guard !quotes.isEmpty else { return nil }
    let frame =
      max(
        sentence.core.lowerBound, opening == 0 ? segment.begin : segment.begin - 1)..<min(
        opening == 0 ? frameEnd + 1 : frameEnd, sentence.core.upperBound)
    var ranges = cue.ranges
    let wie = sentence.firstWord(segment)
    if context.key(wie) == .wie { ranges.insert(wie..<wie + 1, at: 0) }
    return Candidate(
      type: .indirect, medium: cue.frame.medium, quote: quotes,
      speaker: subject.map { [$0.range] } ?? [], cue: ranges, frame: [frame],
      rule: "wie", sentence: sentence.number)
  }

  /// "Wie aus der Antwort hervorgeht", "wie sich aus den Akten ergab": the text that shows it.
  func finding(_ cue: Cue, _ segment: Segment) -> NounPhrase? {
    guard cue.frame.lemma == "hervorgehen" || cue.frame.lemma == "ergeben",
      let token = segment.range.first(where: { context.key($0) == .aus }), token < cue.finite
    else { return nil }
    return subjects.reader.phrase(at: token + 1, limit: cue.finite, [.greedy, .apposition])
  }

  func isVerbAtEnd(_ cue: Cue) -> Bool {
    let segment = segments[cue.segment]
    return segment.opener == .main && cue.finite >= segment.end - 2
  }
}

import GermanLanguage
import TextModel

/// Statements between quotation marks.
///
/// From eight words on, marks nearly always hold words that somebody said; shorter ones need a frame, or
/// stand inside a statement (their roles are then the host's, see `Nesting`).
struct DirectQuotations {
  let context: ArticleContext
  let subjects: SubjectFinder
  /// Inside a quotation that opens its sentence: the first token behind the mark, else 0.
  private var floor = 0

  init(_ context: ArticleContext) {
    self.context = context
    subjects = SubjectFinder(context)
  }

  /// Candidates for all outer pairs, in text order. `isShort` pairs without a frame are left out here.
  func candidates(_ readings: [SentenceReading], cues: [[Cue]]) -> [Candidate] {
    var result: [Candidate] = []
    var last: (candidate: Candidate, block: Int32)?
    for (number, pair) in context.pairs.enumerated() where pair.depth == 0 {
      let firstSentence = context.tokens.sentence(of: pair.open)
      let lastSentence = context.tokens.sentence(of: pair.close)
      let block = context.tokens.blockOfSentence[firstSentence]
      if pair.isOpen, pair.words < 8 { continue }
      var candidate = Candidate(
        type: .direct, medium: .speech, quote: [pair.tokens], rule: "direct",
        sentence: firstSentence)
      if let previous = last?.candidate, goesOn(pair, previous, &candidate) {
        result.append(candidate)
        last = (candidate, block)
        continue
      }
      if frameAfter(pair, number, readings[lastSentence], cues[lastSentence], &candidate)
        || colonBefore(pair, readings[firstSentence], cues[firstSentence], &candidate)
        || naming(pair, readings[firstSentence], cues[firstSentence], &candidate)
        || embedded(pair, readings[firstSentence], cues[firstSentence], &candidate)
      {
        result.append(candidate)
        last = (candidate, block)
        continue
      }
      guard pair.words >= 4, pair.words >= 8 || holdsVerb(pair) else { continue }
      // A quotation on its own goes on with the speaker of the one before it.
      let standsAlone = isWholeSentence(pair, readings[firstSentence], readings[lastSentence])
      if standsAlone {
        candidate.rule = "direct.continued"
        if let previous = last, block - previous.block <= 1,
          previous.candidate.sentence >= firstSentence - 3
        {
          candidate.speaker = previous.candidate.speaker
          candidate.medium = previous.candidate.medium
          if firstSentence - previous.candidate.sentence <= 2 {
            candidate.cue = previous.candidate.cue
            candidate.frame = previous.candidate.frame
          }
        }
        result.append(candidate)
        last = (candidate, block)
      } else if pair.words >= 8 {
        candidate.rule = "direct.long"
        result.append(candidate)
      }
    }
    return result
  }

  /// Quotations of four words and more inside quotations, with the frame they have in there. The context
  /// is one that reads inside.
  func inner(_ outer: [Bool]) -> [Candidate] {
    var result: [Candidate] = []
    for (number, pair) in context.pairs.enumerated()
    where pair.depth == 1 && pair.words >= 4 && !pair.isOpen {
      // Its host: the nearest pair before that holds it.
      var host = number - 1
      while host >= 0, number - host < 8,
        context.pairs[host].depth != 0 || context.pairs[host].close < pair.close
      {
        host -= 1
      }
      guard host >= 0, outer[host] else { continue }
      let first = context.tokens.sentence(of: pair.open)
      let last = context.tokens.sentence(of: pair.close)
      guard context.tokens.sentences[first].count <= 500,
        context.tokens.sentences[last].count <= 500
      else { continue }
      let before = SentenceReading(context, number: first)
      var finder = self
      let open = context.pairs[host].open
      if open <= before.core.lowerBound { finder.floor = open + 1 }
      let behind = first == last ? before : SentenceReading(context, number: last)
      let cues = CueFinder(before).cues()
      var candidate = Candidate(
        type: .direct, medium: .speech, quote: [pair.tokens], rule: "direct", sentence: first)
      if finder.frameAfter(
        pair, number, behind, first == last ? cues : CueFinder(behind).cues(), &candidate)
        || finder.colonBefore(pair, before, cues, &candidate)
        || finder.embedded(pair, before, cues, &candidate)
      {
        candidate.rule = "direct.inner"
        result.append(candidate)
      } else if holdsVerb(pair) {
        candidate.rule = "direct.inner"
        result.append(candidate)
      }
    }
    return result
  }

  /// „A“, sagte X, „B“: the second one has the frame of the first.
  private func goesOn(
    _ pair: QuotationPair, _ previous: Candidate, _ candidate: inout Candidate
  ) -> Bool {
    guard let frame = previous.frame.last, frame.upperBound == pair.open,
      frame.lowerBound >= previous.quote[0].upperBound,
      [.comma, .colon, .period].contains(context.kind(pair.open - 1))
    else { return false }
    candidate.speaker = previous.speaker
    candidate.cue = previous.cue
    candidate.frame = previous.frame
    candidate.medium = previous.medium
    candidate.rule = "direct.frame-inside"
    return true
  }

  private func holdsVerb(_ pair: QuotationPair) -> Bool {
    for token in pair.open + 1..<pair.close
    where context.has(token, [.finite, .ambiguousFinite, .konjunktiv1, .konjunktiv2]) {
      return true
    }
    return false
  }

  private func isWholeSentence(
    _ pair: QuotationPair, _ first: SentenceReading, _ last: SentenceReading
  ) -> Bool {
    guard pair.open <= first.range.lowerBound + 1 else { return false }
    return pair.close + 2 >= last.range.upperBound
  }

  // MARK: „…“, sagte X

  private func frameAfter(
    _ pair: QuotationPair, _ number: Int, _ sentence: SentenceReading, _ cues: [Cue],
    _ candidate: inout Candidate
  ) -> Bool {
    var at = pair.close + 1
    var frameBegin = at
    guard at < sentence.core.upperBound else { return false }
    if context.kind(at) == .comma || context.kind(at) == .dash {
      frameBegin = at
      at += 1
    }
    guard at < sentence.core.upperBound else { return false }
    // A short name in marks before its verb: "Die Agentur „X“ sagte".
    if pair.words < 4, context.kind(at - 1) != .comma || pair.open > sentence.core.lowerBound + 1 {
      let before = pair.open - 1
      if context.kind(at - 1) != .comma { return false }
      if before >= 0, context.kind(before) == .word || context.kind(before) == .number {
        return false
      }
    }
    // ", so X"
    if context.key(at) == .so,
      let phrase = subjects.reader.phrase(
        at: at + 1, limit: sentence.core.upperBound, SubjectFinder.full), !phrase.isOblique
    {
      candidate.speaker = [phrase.range]
      candidate.cue = [at..<at + 1]
      candidate.frame = [frameBegin..<frameEnd(phrase.end, pair, sentence)]
      candidate.rule = "direct.so"
      return true
    }
    // ", heißt es", ", sagte X"; ", wie X sagte".
    var cue = cues.first { $0.finite == at }
    var rule = "direct.frame-after"
    if cue == nil, context.key(at) == .wie, let index = sentence.segment(of: at) {
      cue = cues.first { $0.segment == index }
      rule = "direct.wie"
    }
    guard let cue else {
      // An unknown verb in first position with a speaker behind it: „…“, donnerte X.
      guard context.kind(at - 1) == .comma,
        pair.words >= 4 || pair.open <= sentence.core.lowerBound,
        context.has(at, [.finite, .ambiguousFinite])
          || context.classes(at).isEmpty && context.verbEnds[at] && !context.isCapital(at),
        !context.has(at, [.auxiliary, .modal]),
        let subject = subjects.after(at, limit: sentence.core.upperBound), subject.canSpeak
      else { return false }
      candidate.speaker = [subject.range]
      candidate.cue = [at..<at + 1]
      candidate.frame = [frameBegin..<frameEnd(max(subject.end, at + 1), pair, sentence)]
      candidate.rule = "direct.verb-after"
      return true
    }
    let subject =
      rule == "direct.wie"
      ? subjects.ofFinal(cue.finite, clauseBegin: at)
      : cue.isPassive && cue.frame.lemma != "zitieren"
        ? nil : subjects.after(cue.finite, limit: sentence.core.upperBound)
    candidate.speaker = subject.map { [$0.range] } ?? []
    candidate.cue = rule == "direct.wie" ? [at..<at + 1] + cue.ranges : cue.ranges
    candidate.medium = medium(cue)
    candidate.frame = [
      frameBegin..<frameEnd(max(subject?.end ?? at + 1, cue.last + 1), pair, sentence)
    ]
    candidate.rule = rule
    return true
  }

  private func medium(_ cue: Cue) -> Medium {
    cue.frame.medium == .writing ? .writing : .speech
  }

  /// The frame runs to the sentence's end or to the next quotation.
  private func frameEnd(_ atLeast: Int, _ pair: QuotationPair, _ sentence: SentenceReading) -> Int {
    var at = pair.close + 1
    while at < sentence.core.upperBound {
      if context.pairOpening[at] >= 0, at >= atLeast, context.outerPair[at] >= 0,
        context.masked[at] || [.comma, .colon].contains(context.kind(at - 1))
      {
        return at
      }
      at += 1
    }
    return max(min(atLeast, sentence.core.upperBound), sentence.core.upperBound)
  }

  // MARK: X sagte: „…“

  private func colonBefore(
    _ pair: QuotationPair, _ sentence: SentenceReading, _ cues: [Cue], _ candidate: inout Candidate
  ) -> Bool {
    let colon = pair.open - 1
    guard colon >= sentence.range.lowerBound, context.kind(colon) == .colon else { return false }
    // "(übersetzt etwa: „…“)"
    for token in stride(from: colon, to: max(sentence.range.lowerBound, colon - 5), by: -1)
    where context.kind(token) == .openBracket {
      return false
    }
    var begin = max(sentence.core.lowerBound, floor)
    // Behind an earlier quotation the frame begins.
    for token in stride(from: colon, through: begin, by: -1)
    where context.outerPair[token] >= 0 && context.masked[token] {
      begin = token + 1
      break
    }
    candidate.frame = [begin..<colon + 1]
    candidate.rule = "direct.colon"
    if let cue = cues.last(where: {
      $0.finite < colon && ($0.frame.takes.contains(.direct) || $0.frame.takes.contains(.dass))
    }) {
      candidate.cue = cue.ranges
      candidate.medium = medium(cue)
      if cue.isPassive {
        candidate.speaker =
          subjects.ofSecond(cue.finite, clauseBegin: begin, limit: colon)
          .map { [$0.range] } ?? []
      } else {
        let segment = sentence.segments[cue.segment]
        let subject =
          segment.isSubordinate
          ? subjects.ofFinal(cue.finite, clauseBegin: segment.begin)
          : subjects.ofSecond(
            cue.finite, clauseBegin: subjectBegin(cue, sentence, begin), limit: colon)
        candidate.speaker = subject.map { [$0.range] } ?? []
      }
    } else {
      // "Merkel: „…“", "Wörtlich hieß es: „…“".
      if let phrase = subjects.reader.phrase(
        at: begin, limit: colon, [.greedy, .apposition, .coordination]), !phrase.isOblique,
        phrase.canSpeak
      {
        candidate.speaker = [phrase.range]
      } else if let segment = sentence.segments.first(where: {
        $0.begin >= begin && $0.finite >= 0 && $0.end <= colon
      }),
        let subject = subjects.ofSecond(
          segment.finite, clauseBegin: max(begin, segment.begin), limit: colon),
        subject.canSpeak
      {
        candidate.speaker = [subject.range]
      }
      candidate.rule = "direct.colon-name"
    }
    if candidate.speaker.isEmpty, pair.words < 3, candidate.cue.isEmpty { return false }
    return true
  }

  /// "In dem Bericht heißt es: „…“"
  private func document(_ clause: Int, limit: Int) -> Range<Int>? {
    for token in clause..<max(clause, limit)
    where [.in, .im, .bei, .beim, .aus, .von].contains(context.key(token)) {
      if let phrase = subjects.reader.phrase(at: token + 1, limit: limit, [.greedy, .apposition]),
        !phrase.isTime
      {
        return phrase.range
      }
    }
    return nil
  }

  private func subjectBegin(_ cue: Cue, _ sentence: SentenceReading, _ clause: Int) -> Int {
    let segments = sentence.segments
    let index = sentence.clauseStart(cue.segment)
    return max(clause, segments[index].begin)
  }

  // MARK: nannte X „…“

  private func naming(
    _ pair: QuotationPair, _ sentence: SentenceReading, _ cues: [Cue], _ candidate: inout Candidate
  ) -> Bool {
    guard pair.words <= 12,
      let cue = cues.first(where: {
        $0.frame.takes.contains(.als) && sentence.segment(of: pair.open) == $0.segment
      })
    else { return false }
    guard !cue.isPassive else { return false }
    // A title or name is no judgement: „Bild“.
    if pair.words <= 2, pair.open + 1 < pair.close, context.isCapital(pair.open + 1),
      pair.open > 0, context.key(pair.open - 1) != .als,
      !context.has(pair.open - 1, .indefiniteArticle)
    {
      return false
    }
    let segment = sentence.segments[cue.segment]
    let subject =
      segment.isSubordinate
      ? subjects.ofFinal(cue.finite, clauseBegin: segment.begin)
      : subjects.ofSecond(
        cue.finite, clauseBegin: subjectBegin(cue, sentence, sentence.core.lowerBound),
        limit: segment.end)
    guard let subject,
      subject.range.upperBound <= pair.open || subject.range.lowerBound > pair.close
    else { return false }
    candidate.speaker = [subject.range]
    candidate.cue = cue.ranges
    candidate.frame = around(pair, segment.begin..<segment.end, sentence)
    candidate.rule = "direct.naming"
    return true
  }

  private func around(_ pair: QuotationPair, _ range: Range<Int>, _ sentence: SentenceReading)
    -> [Range<Int>]
  {
    var result: [Range<Int>] = []
    if range.lowerBound < pair.open { result.append(range.lowerBound..<pair.open) }
    if pair.close + 1 < range.upperBound { result.append(pair.close + 1..<range.upperBound) }
    return result
  }

  // MARK: Inside a clause

  /// X sprach von „…“; X will „…“: four words and more inside a clause with a reporting verb.
  private func embedded(
    _ pair: QuotationPair, _ sentence: SentenceReading, _ cues: [Cue], _ candidate: inout Candidate
  ) -> Bool {
    guard pair.words >= 4, pair.close < sentence.range.upperBound,
      let index = sentence.segments.firstIndex(where: {
        $0.begin <= pair.open && pair.open < $0.end
      }),
      let cue = cues.first(where: { $0.segment == index })
        ?? cues.last(where: { $0.finite < pair.open })
    else { return false }
    guard cue.frame.takes.contains(.direct) || cue.frame.takes.contains(.dass) else { return false }
    // A name in marks behind its noun: "die Pille „Schlank in Tagen“".
    if pair.words < 8, !holdsVerb(pair), context.isCapital(pair.open + 1),
      pair.open > sentence.range.lowerBound, context.isNounLike(pair.open - 1)
    {
      return false
    }
    let segment = sentence.segments[cue.segment]
    let subject =
      cue.isPassive
      ? nil
      : segment.isSubordinate
        ? subjects.ofFinal(cue.finite, clauseBegin: segment.begin)
        : subjects.ofSecond(
          cue.finite, clauseBegin: subjectBegin(cue, sentence, sentence.core.lowerBound),
          limit: sentence.core.upperBound)
    if let subject, subject.range.overlaps(pair.tokens) { return false }
    candidate.speaker = subject.map { [$0.range] } ?? []
    candidate.cue = cue.ranges
    candidate.medium = medium(cue)
    candidate.frame = around(pair, sentence.core, sentence)
    candidate.rule = "direct.embedded"
    return true
  }
}

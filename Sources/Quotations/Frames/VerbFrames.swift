import GermanLanguage
import TextModel

/// Statements announced by a reporting verb: "X sagte, …", "…, sagte X", "wie X mitteilte".
struct VerbFrames {
  let sentence: SentenceReading
  let subjects: SubjectFinder
  private var context: ArticleContext { sentence.context }
  private var segments: [Segment] { sentence.segments }

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

  // MARK: The frame after or inside the content

  /// ", sagte X": the verb opens its segment and content stands before it.
  private func parenthetical(_ cue: Cue) -> Candidate? {
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
    if !cue.isPassive, cue.frame.lemma != "heißen", isSecondVerb(cue, subject, laterContent != nil)
    {
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
  private func isSecondVerb(_ cue: Cue, _ subject: NounPhrase?, _ hasContentBehind: Bool) -> Bool {
    let next = cue.finite + 1
    if [.aber, .jedoch, .doch].contains(context.key(next)), subject?.isKnownSpeaker != true {
      return true
    }
    return subject == nil && hasContentBehind
  }

  /// "…, wird berichtet": a passive that has no subject of its own.
  private func reportsInPassive(_ cue: Cue) -> Bool {
    switch cue.frame.lemma {
    case "zitieren", "berichten", "melden", "mitteilen", "sagen", "vermuten", "vermelden":
      return true
    default: return false
    }
  }

  /// The verb stands first, or behind "das", "dies": ", das teilte X mit".
  private func opensFrame(_ segment: Segment, _ cue: Cue) -> Bool {
    if segment.begin == cue.finite { return true }
    return segment.begin + 1 == cue.finite && cue.frame.takes.contains(.dies)
      && [.das, .dies, .so].contains(context.key(segment.begin))
  }

  /// Where the content before a parenthetical frame begins: the sentence's begin or behind a colon or
  /// semicolon.
  private func contentBegin(before index: Int) -> Int {
    var first = index - 1
    while first > 0, segments[first].before != .semicolon { first -= 1 }
    return max(segments[first].begin, sentence.core.lowerBound)
  }

  private func hasContent(_ range: Range<Int>, upTo index: Int) -> Bool {
    if range.upperBound > range.lowerBound, context.masked[range.upperBound - 1],
      context.outerPair[range.upperBound - 1] >= 0
    {
      return true
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
  private func isSplit(_ cue: Cue, _ range: Range<Int>) -> Bool {
    guard cue.segment + 1 < segments.count, cue.segment >= 1 else { return false }
    let next = segments[cue.segment + 1]
    guard next.finite == next.begin, next.isKonjunktiv || context.has(next.finite, .auxiliary),
      let subject = subjects.after(cue.finite, limit: segments[cue.segment].end), subject.canSpeak
    else { return false }
    return subjects.reader.phrase(at: range.lowerBound, limit: range.upperBound, [.greedy]) != nil
  }

  private func hasMainClause(_ range: Range<Int>, upTo index: Int) -> Bool {
    if sentence.holdsLongQuotation(range) { return true }
    return segments[..<index].contains {
      $0.begin >= range.lowerBound && $0.hasFinite && $0.opener == .main
    }
  }

  /// Whether a segment behind a parenthetical frame takes the content up again.
  private func continuesContent(_ segment: Segment, _ content: Range<Int>) -> Bool {
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

  // MARK: wie X mitteilte

  private func comparison(_ cue: Cue) -> Candidate? {
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
      ? nil : subjects.after(segment.begin, limit: cue.finite)
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

  private func isVerbAtEnd(_ cue: Cue) -> Bool {
    let segment = segments[cue.segment]
    return segment.opener == .main && cue.finite >= segment.end - 2
  }

  // MARK: The frame before the content

  /// The segment in which the content of a cue begins.
  private func contentSegment(after cue: Cue, allowIndicative: Bool) -> Int? {
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
  private func asks(_ segment: Segment, _ cue: Cue) -> Bool {
    switch context.key(sentence.firstWord(segment)) {
    case .was: return cue.frame.lemma == "fragen"
    default:
      return !context.has(sentence.firstWord(segment), .adverb)
    }
  }

  /// Whether one constituent stands before the finite verb.
  private func isVerbSecond(_ segment: Segment) -> Bool {
    let finite = segment.finite
    if finite - segment.begin <= 1 { return finite > segment.begin }
    var at = segment.begin
    if context.has(at, .adverb), !context.has(at, .determiner) { at += 1 }
    if context.has(at, .preposition), !context.has(at, .pronoun) { at += 1 }
    guard let phrase = subjects.reader.phrase(at: at, limit: finite, [.greedy, .coordination])
    else {
      return false
    }
    return phrase.end == finite || context.has(phrase.end, [.adverb, .preposition])
  }

  private func quotedWords(_ range: Range<Int>) -> Int {
    range.reduce(0) { $0 + (context.masked[$1] && context.isWord($1) ? 1 : 0) }
  }

  /// A list or apposition that opens the content: "sagte, Huber, der Chef, sei …": the verbless segments
  /// right before the Konjunktiv belong to it when they follow the cue's own segment.
  private func contentStart(_ index: Int, _ first: Int) -> Int {
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

  private func before(_ cue: Cue) -> Candidate? {
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
  private func colon(_ cue: Cue) -> Candidate? {
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
  private func clauseBegin(_ cue: Cue) -> Int {
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
  private func contentEnd(_ content: Int, _ cue: Cue) -> Int {
    var index = content + 1
    while index < segments.count {
      let segment = segments[index]
      if segment.before == .semicolon { return segment.begin - 1 }
      if segment.before == .colon { return segment.begin - 1 }
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
  private func coordinatedEnd(_ content: Int, _ cue: Cue) -> Int {
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

  // MARK: The speaker

  private func speaker(_ cue: Cue, clause: Int, limit: Int) -> Range<Int>? {
    let segment = segments[cue.segment]
    if cue.isPassive { return agent(cue, clause: clause, limit: limit) }
    if cue.frame.lemma == "heißen" { return document(clause, limit: cue.finite) }
    if segment.isSubordinate, segment.opener != .wie {
      return subjects.ofFinal(cue.finite, clauseBegin: segment.begin)?.range
    }
    if let first = firstVerb(of: cue),
      let subject = subjects.ofSecond(
        first.finite, clauseBegin: max(clause, first.begin), limit: first.limit)
    {
      return subject.range
    }
    // The clause may begin in an earlier segment: "X, der …, sagte".
    if let found = subjects.ofSecond(
      cue.finite, clauseBegin: max(clause, subjectBegin(cue, clause)), limit: limit)
    {
      return found.range
    }
    return nil
  }

  /// The verb before a second one, "lobte X und sagte", "lobte X, sagte aber": its subject counts.
  private func firstVerb(of cue: Cue) -> (finite: Int, begin: Int, limit: Int)? {
    let segment = segments[cue.segment]
    guard segment.opener == .main else { return nil }
    if segment.finite >= 0, cue.finite > segment.finite {
      return (segment.finite, segments[sentence.clauseStart(cue.segment)].begin, cue.finite)
    }
    guard segment.begin == cue.finite, cue.segment > 0, segment.before == .comma,
      [.aber, .jedoch, .doch].contains(context.key(cue.finite + 1)),
      let index = segments[..<cue.segment].lastIndex(where: { $0.opener == .main && $0.hasFinite })
    else { return nil }
    return (
      segments[index].finite, segments[sentence.clauseStart(index)].begin, segments[index].end
    )
  }

  private func subjectBegin(_ cue: Cue, _ clause: Int) -> Int {
    let segment = segments[cue.segment]
    // Coordinated verb: the subject of the first verb counts.
    if segment.finite >= 0, cue.finite > segment.finite, segment.opener == .main {
      return segment.begin
    }
    return max(clause, segments[sentence.clauseStart(cue.segment)].begin)
  }

  /// "In dem Bericht heißt es", "bei der Polizei hieß es", "aus Kreisen hieß es".
  private func document(_ clause: Int, limit: Int) -> Range<Int>? {
    for token in clause..<max(clause, limit) where !context.masked[token] {
      switch context.key(token) {
      case .in, .im, .bei, .beim, .aus, .auf, .von, .vom, .seitens, .vonseiten:
        if let phrase = subjects.reader.phrase(
          at: token + 1, limit: limit, [.greedy, .apposition]),
          phrase.canSpeak || context.has(phrase.head, [.saying, .source]), !phrase.isTime
        {
          return phrase.range
        }
      default: break
      }
    }
    return nil
  }

  /// "von X", "durch X", "seitens X" in a passive.
  private func agent(_ cue: Cue, clause: Int, limit: Int) -> Range<Int>? {
    // "In einem Bericht wurde vermutet": the text speaks.
    for token in clause..<limit
    where [.in, .im, .laut].contains(context.key(token)) && !context.masked[token] {
      if let phrase = subjects.reader.phrase(at: token + 1, limit: limit, [.apposition]),
        context.has(phrase.head, .source)
          || (phrase.begin..<phrase.head).contains(where: {
            context.has($0, .source)
          })
      {
        return phrase.range
      }
    }
    for token in clause..<limit where !context.masked[token] {
      switch context.key(token) {
      case .von, .vom, .durch, .seitens, .vonseiten:
        if let phrase = subjects.reader.phrase(
          at: token + 1, limit: limit, SubjectFinder.full), phrase.canSpeak
        {
          return phrase.range
        }
      default: break
      }
    }
    return nil
  }
}

import GermanLanguage
import TextModel

/// Runs the phases over all sentences of an article and joins what goes on from one to the next.
struct ArticleReader {
  let context: ArticleContext
  let zones: [Zone]

  /// Longer "sentences" (tables, hostile text) are searched for quotation marks only.
  private static let longestSentence = 500

  func candidates() -> [Candidate] {
    let count = context.tokens.sentences.count
    var readings: [SentenceReading] = []
    var cues: [[Cue]] = []
    readings.reserveCapacity(count)
    for number in 0..<count {
      let reading = SentenceReading(context, number: number)
      readings.append(reading)
      cues.append(reading.range.count <= Self.longestSentence ? CueFinder(reading).cues() : [])
    }
    var directs = DirectQuotations(context).candidates(readings, cues: cues)
    // By number of the pair, and by sentence.
    var isDirect = Array(repeating: false, count: context.pairs.count)
    var hasDirect = Array(repeating: false, count: count)
    var directHosts = Array(repeating: false, count: count)
    for direct in directs {
      hasDirect[direct.sentence] = true
      let pair = Int(context.outerPair[direct.quote[0].lowerBound])
      if pair >= 0 { isDirect[pair] = true }
      if direct.rule != "direct.long" { directHosts[direct.sentence] = true }
    }
    let labelled = LabelledBlocks(context, zones: zones).candidates()
    var labelIndex = 0
    // Tokens of an interview's answer, where only explicit frames are read.
    var answerEnd = 0
    var result: [Candidate] = []
    let free = FreeSentences(context: context)
    // The chain: the last statement's speaker, how many sentences ago.
    var lastSpeaker: [Range<Int>] = []
    var lastMedium = Medium.speechOrWriting
    var lastSentence = -10
    var openChain: Int?
    var directIndex = 0
    for number in 0..<count {
      let sentence = readings[number]
      if labelIndex < labelled.count, labelled[labelIndex].sentence == number {
        let label = labelled[labelIndex]
        labelIndex += 1
        openChain = nil
        result.append(label)
        if label.type == .direct {
          answerEnd = label.quote[0].upperBound
        } else {
          continue
        }
      }
      let insideAnswer = sentence.range.lowerBound < answerEnd
      guard sentence.range.count <= Self.longestSentence, !sentence.core.isEmpty else { continue }
      var found: [Candidate] = []
      let verbs = VerbFrames(sentence).candidates(cues[number])
      let sources = SourcePhrases(sentence).candidates()
      found = Selection.choose(
        verbs.filter { !isDirectFrame($0, isDirect) },
        sources.filter { !isDirectFrame($0, isDirect) })
      // "Man gehe davon aus, dass …": the frame itself is reported, the sentence goes on reporting.
      if !found.isEmpty, free.reading(sentence) == .konjunktiv1 {
        found.removeAll { isReportedFrame($0) }
      }
      if found.isEmpty, !hasDirect[number] {
        found = ContentFrames(sentence).candidates().filter { !isReportedFrame($0) }
      }
      if let back = backReference(sentence, cues[number], readings, number), found.isEmpty {
        found = [back]
      }
      let fullyQuoted = sentence.core.allSatisfy { context.masked[$0] }
      var chained = false
      if found.isEmpty, !fullyQuoted, !directHosts[number], !insideAnswer {
        switch free.reading(sentence) {
        case .konjunktiv1:
          chained = true
        case .konjunktiv2:
          chained = number - lastSentence <= 1
        case .hearsayOfPast, .hearsay:
          if free.reading(sentence) == .hearsayOfPast || number - lastSentence <= 1 {
            var candidate = Candidate(
              type: .freeIndirect, medium: .speechOrWriting, quote: [sentence.range],
              rule: "soll", sentence: number)
            candidate.speaker = chainSpeaker(number, lastSentence, lastSpeaker, readings)
            found = [candidate]
          }
        case .none: break
        }
        if chained {
          if let chain = openChain, result[chain].sentence >= 0,
            result[chain].quote[0].upperBound == sentence.range.lowerBound
          {
            result[chain].quote[0] = result[chain].quote[0].lowerBound..<sentence.range.upperBound
            lastSentence = number
            continue
          }
          var candidate = Candidate(
            type: .indirectFreeIndirect, medium: lastMedium, quote: [sentence.range],
            rule: free.reading(sentence) == .konjunktiv2 ? "konjunktiv2.free" : "konjunktiv.free",
            sentence: number)
          candidate.speaker = chainSpeaker(number, lastSentence, lastSpeaker, readings)
          openChain = result.count
          result.append(candidate)
          lastSentence = number
          continue
        }
        if found.isEmpty,
          let reported = ReportedSentences(sentence, isSummary: isSummary(number)).candidate()
        {
          found = [reported]
        }
      }
      openChain = nil
      result += found
      if let last = found.last {
        if let named = found.last(where: { !$0.speaker.isEmpty && !Self.isAdverb($0) }) {
          lastSpeaker = named.speaker
        }
        lastMedium = last.medium
        lastSentence = number
      }
      while directIndex < directs.count, directs[directIndex].sentence <= number {
        if directs[directIndex].speaker.isEmpty,
          directs[directIndex].rule == "direct.continued"
            || directs[directIndex].rule == "direct.long"
        {
          directs[directIndex].speaker = chainSpeaker(
            number, lastSentence, lastSpeaker, readings)
        }
        if !directs[directIndex].speaker.isEmpty { lastSpeaker = directs[directIndex].speaker }
        lastMedium = directs[directIndex].medium
        lastSentence = number
        directIndex += 1
      }
    }
    if context.pairs.contains(where: { $0.depth == 1 && $0.words >= ArticleContext.opaqueWords }) {
      let inside = ArticleContext(
        tokens: context.tokens, pairs: context.pairs, reporting: context.reporting, level: 1)
      inside.takeEndings(of: context)
      let inner = DirectQuotations(inside).inner(isDirect)
      directs += inner
    }
    let addressees = AddresseeFinder(context)
    for index in result.indices where !result[index].cue.isEmpty {
      if let range = addressees.addressee(of: result[index]) { result[index].addressee = [range] }
    }
    for index in directs.indices where !directs[index].cue.isEmpty {
      if let range = addressees.addressee(of: directs[index]) { directs[index].addressee = [range] }
    }
    return Nesting(context: context).nested(result, directs)
  }

  /// Whether the verb of a frame in front of its content is in Konjunktiv I.
  private func isReportedFrame(_ candidate: Candidate) -> Bool {
    guard candidate.rule.hasSuffix("frame-before"), let cue = candidate.cue.first,
      let quote = candidate.quote.first, cue.lowerBound < quote.lowerBound
    else { return false }
    return candidate.cue.contains { range in
      range.contains { context.has($0, .konjunktiv1) && !context.has($0, .finite) }
    }
  }

  private func isSummary(_ sentence: Int) -> Bool {
    zones[Int(context.tokens.blockOfSentence[sentence])] != .body
  }

  /// "Demnach", "wonach" name nobody.
  private static func isAdverb(_ candidate: Candidate) -> Bool {
    candidate.rule.hasPrefix("demnach") || candidate.rule.hasPrefix("wonach")
  }

  /// Who goes on speaking: the speaker of a statement in the sentence before, else that sentence's
  /// subject, else the last speaker.
  private func chainSpeaker(
    _ number: Int, _ lastSentence: Int, _ lastSpeaker: [Range<Int>], _ readings: [SentenceReading]
  ) -> [Range<Int>] {
    if number - lastSentence <= 1, !lastSpeaker.isEmpty { return lastSpeaker }
    if number > 0 {
      let previous = readings[number - 1]
      let subjects = SubjectFinder(context)
      if previous.range.count <= Self.longestSentence,
        let index = previous.segments.firstIndex(where: { $0.opener == .main && $0.hasFinite })
      {
        let begin = previous.segments[previous.clauseStart(index)].begin
        if let agent = agent(previous) { return [agent] }
        if let subject = subjects.ofSecond(
          previous.segments[index].finite, clauseBegin: begin, limit: previous.core.upperBound),
          subject.isKnownSpeaker
        {
          return [subject.range]
        }
      }
    }
    return number - lastSentence <= 5 ? lastSpeaker : []
  }

  /// "wurde von X bezeichnet": who acts in a passive.
  private func agent(_ sentence: SentenceReading) -> Range<Int>? {
    guard
      sentence.range.contains(where: {
        [.wird, .werden, .wurde, .wurden].contains(context.key($0)) && !context.masked[$0]
      })
    else { return nil }
    for token in sentence.core where context.key(token) == .von || context.key(token) == .vom {
      if let phrase = SubjectFinder(context).reader.phrase(
        at: token + 1, limit: sentence.core.upperBound, SubjectFinder.full),
        context.has(phrase.head, [.person, .organisation]) || phrase.isName
      {
        return phrase.range
      }
    }
    return nil
  }

  /// Whether a candidate's content is nothing but direct quotations, which have that frame themselves.
  private func isDirectFrame(_ candidate: Candidate, _ isDirect: [Bool]) -> Bool {
    candidate.quote.allSatisfy { part in
      part.allSatisfy { token in
        let pair = Int(context.outerPair[token])
        return (pair >= 0 && isDirect[pair]) || !context.isWord(token)
      }
    }
  }

  /// "Dies teilte X mit": the sentence before, and the pronoun, are the quote.
  private func backReference(
    _ sentence: SentenceReading, _ cues: [Cue], _ readings: [SentenceReading], _ number: Int
  ) -> Candidate? {
    guard number > 0, let first = sentence.segments.first,
      context.tokens.blockOfSentence[number] == context.tokens.blockOfSentence[number - 1] || true
    else { return nil }
    let begin = first.begin
    guard [.dies, .das].contains(context.key(begin)), begin + 1 == first.finite,
      let cue = cues.first(where: { $0.segment == 0 && $0.frame.takes.contains(.dies) })
    else { return nil }
    let subjects = SubjectFinder(context)
    var speaker: [Range<Int>] = []
    if cue.frame.lemma == "hervorgehen" {
      for token in first.range where context.key(token) == .aus {
        if let phrase = subjects.reader.phrase(
          at: token + 1, limit: sentence.core.upperBound, [.apposition])
        {
          speaker = [phrase.range]
          break
        }
      }
    } else if !cue.isPassive,
      let subject = subjects.after(cue.finite, limit: sentence.core.upperBound)
    {
      speaker = [subject.range]
    }
    guard !speaker.isEmpty else { return nil }
    let previous = readings[number - 1]
    // „…“ Dies sagte X: the quotation itself is the statement.
    if previous.holdsLongQuotation(previous.range) { return nil }
    guard !previous.core.isEmpty else { return nil }
    return Candidate(
      type: .indirect, medium: cue.frame.medium,
      quote: [previous.core.lowerBound..<previous.range.upperBound, begin..<begin + 1],
      speaker: speaker, cue: cue.ranges, frame: [begin + 1..<sentence.core.upperBound],
      rule: "dies", sentence: number - 1)
  }
}

import GermanLanguage
import TextModel

/// Whole sentences that sum up an utterance: "X forderte Y", "X warnte vor Y", with the speaker as their
/// subject and no content clause. The verbs are those of `reported-verbs.tsv`.
struct ReportedSentences {
  let sentence: SentenceReading
  let subjects: SubjectFinder
  private var context: ArticleContext { sentence.context }

  /// Whether this is a headline, a lead or a key point, which sum up by nature.
  let isSummary: Bool

  init(_ sentence: SentenceReading, isSummary: Bool) {
    self.isSummary = isSummary
    self.sentence = sentence
    subjects = SubjectFinder(sentence.context)
  }

  func candidate() -> Candidate? {
    // A question asks; it sums nothing up.
    if sentence.range.contains(where: { context.kind($0) == .question && !context.masked[$0] }) {
      return nil
    }
    for (index, segment) in sentence.segments.enumerated() {
      guard segment.opener == .main, segment.hasFinite, !sentence.isDenied(segment) else {
        continue
      }
      for token in segment.range where !context.masked[token] {
        let verb = context.tokens.verbs[token]
        guard verb >= 0 else { continue }
        for summary in context.reporting.summaries[Int(verb)] {
          guard isSummary || !summary.headlineOnly || isConditional(index),
            holdsPreposition(summary, token, index)
          else {
            continue
          }
          if let agent = agent(token, segment, summary) {
            return Candidate(
              type: .reported, medium: summary.medium, quote: [quote],
              speaker: [agent], rule: summary.rule, sentence: sentence.number)
          }
          let second = secondPredicate(behind: token, segment, summary)
          guard
            let finite = second == nil ? head(token, segment, summary, index) : token,
            let subject = subject(finite, segment, index)
          else { continue }
          return Candidate(
            type: .reported, medium: summary.medium,
            quote: [second.map { quote.lowerBound..<$0 } ?? quote],
            speaker: [subject.range], rule: summary.rule, sentence: sentence.number)
        }
      }
    }
    return nil
  }

  /// The sentence, without the time of a ticker's entry in front.
  private var quote: Range<Int> {
    sentence.core.isEmpty
      ? sentence.range : sentence.core.lowerBound..<sentence.range.upperBound
  }

  /// "wurde von der Ministerin als … bezeichnet": who acts in a passive.
  private func agent(
    _ token: Int, _ segment: Segment, _ summary: ReportingLexicon.Summary
  ) -> Range<Int>? {
    guard summary.particle == 0, context.has(token, .participle), token > segment.finite,
      [.wird, .werden, .wurde, .wurden].contains(context.key(segment.finite)),
      token + 1 >= segment.end || !context.isNounLike(token + 1)
    else { return nil }
    for at in segment.range
    where context.key(at) == .von || context.key(at) == .vom || context.key(at) == .durch {
      if let phrase = subjects.reader.phrase(at: at + 1, limit: segment.end, SubjectFinder.full),
        phrase.isKnownSpeaker, !phrase.isTime
      {
        return phrase.range
      }
    }
    return nil
  }

  /// Where "und" begins a second predicate of the same subject, of which the clause is read to be made, when
  /// the verb in front of it is finite: "betrachtet … als Gegner | und hält Truppen bereit". What the second
  /// says is no part of what is summed up.
  private func secondPredicate(
    behind token: Int, _ segment: Segment, _ summary: ReportingLexicon.Summary
  ) -> Int? {
    let and = segment.finite - 1
    guard token < and, summary.particle == 0, context.key(and) == .und,
      context.has(token, [.finite, .ambiguousFinite]),
      !(token + 1..<and).contains(where: { context.key($0) == .und }),
      summary.preposition == 0
        || (token + 1..<and).contains(where: { context.tokens.folds[$0] == summary.preposition })
    else { return nil }
    return and
  }

  /// The finite verb of the complex when the verb heads the clause, with its particle; nil otherwise.
  private func head(
    _ token: Int, _ segment: Segment, _ summary: ReportingLexicon.Summary, _ index: Int
  ) -> Int? {
    if token == segment.finite {
      guard summary.particle != 0 else { return hasParticle(segment, token) ? nil : token }
      for later in index..<min(index + 3, sentence.segments.count) {
        let last = sentence.segments[later].end - 1
        for at in max(token + 1, sentence.segments[later].begin)...max(token + 1, last)
        where at <= last && context.tokens.folds[at] == summary.particle {
          if at == last || !context.isWord(at + 1) || context.key(at + 1) == .und { return token }
        }
      }
      return nil
    }
    // Perfect: "hat … gefordert"; no passive.
    guard summary.particle == 0, context.has(token, .participle), token > segment.finite,
      [.hat, .haben, .hatte, .hatten].contains(context.key(segment.finite)),
      token + 1 >= segment.end || !context.isNounLike(token + 1)
    else { return nil }
    return segment.finite
  }

  private func hasParticle(_ segment: Segment, _ token: Int) -> Bool {
    let last = segment.end - 1
    return last > token && context.has(last, .particle) && !context.has(last, .adverb)
      && !context.isCapital(last)
  }

  private func holdsPreposition(
    _ summary: ReportingLexicon.Summary, _ token: Int, _ index: Int
  ) -> Bool {
    guard summary.preposition != 0 else { return true }
    let segment = sentence.segments[index]
    return segment.range.contains {
      context.tokens.folds[$0] == summary.preposition && !isCondition($0)
    }
  }

  /// "drohte mit Vergeltung für den Fall, dass …": who names a condition speaks, in running prose too.
  private func isConditional(_ index: Int) -> Bool {
    let next = index + 1
    return next < sentence.segments.count && sentence.segments[next].opener == .dass
      && sentence.namesCondition(sentence.segments[index])
  }

  /// "für den Fall" says when something holds, whatever the verb: "hält Truppen bereit für den Fall, dass …".
  private func isCondition(_ token: Int) -> Bool {
    token + 2 < sentence.range.upperBound && context.key(token) == .fuer
      && context.key(token + 1) == .den && context.key(token + 2) == .fall
  }

  private func subject(_ finite: Int, _ segment: Segment, _ index: Int) -> NounPhrase? {
    let begin = sentence.segments[sentence.clauseStart(index)].begin
    guard
      let subject = subjects.ofSecond(finite, clauseBegin: begin, limit: segment.end),
      subject.isKnownSpeaker, !subject.isTime,
      !context.has(subject.head, .thing)
    else { return nil }
    return subject
  }
}

import GermanLanguage
import TextModel

/// Finds the topic of a statement that only points to it: "Dies lehne er ab", "Dagegen wandte sich die Opposition".
///
/// What is pointed to is the one topic of the statement before, at most two sentences away. Who rejects what
/// somebody rejected supports it.
struct AnaphoricTopic {
  let judge: PolarityJudge

  /// A statement with more words has a topic of its own.
  private static let longest = 12
  private static let confidence = 0.4

  /// - Parameter previous: the statement before it in the text, with its stances.
  func stances(
    _ statement: Statement, _ scope: StatementScope, _ verdict: PolarityJudge.Verdict,
    _ lemmas: ArticleLemmas, after previous: Statement
  ) -> [Stance] {
    guard verdict.isFromReport, verdict.sign != 0, previous.stances.count == 1,
      scope.contentCount <= Self.longest, statement.type != .direct,
      previous.parent != statement.ordinal, statement.parent != previous.ordinal,
      let end = previous.quote.last?.end, let begin = statement.quote.first?.begin, end <= begin
    else { return [] }
    let tokens = lemmas.tokens
    let here = tokens.sentence(of: tokens.firstToken(endingAfter: begin))
    let there = tokens.sentence(of: tokens.firstToken(endingAfter: max(0, end - 1)))
    guard here - there <= 2 else { return [] }
    let pointer = (scope.content + scope.report).lazy.flatMap { $0 }.first {
      lemmas.has(.pointer, at: $0)
    }
    guard let pointer else { return [] }
    let stance = previous.stances[0]
    let sign: Int
    switch stance.polarity {
    case .support, .neutral: sign = verdict.sign
    case .oppose: sign = -verdict.sign
    case .ambivalent: return []
    }
    return [
      Stance(
        concept: stance.concept, polarity: sign > 0 ? .support : .oppose,
        confidence: Self.confidence, evidence: [tokens.span(pointer)])
    ]
  }
}

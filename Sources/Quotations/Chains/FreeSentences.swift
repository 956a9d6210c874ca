import GermanLanguage
import TextModel

/// Sentences without a frame of their own: Konjunktiv sentences that go on reporting
/// (IndirectFreeIndirect), and hearsay with "soll" (FreeIndirect).
struct FreeSentences {
  let context: ArticleContext

  /// What a sentence without a frame says by its mood.
  enum Reading { case konjunktiv1, konjunktiv2, hearsay, hearsayOfPast, none }

  func reading(_ sentence: SentenceReading) -> Reading {
    var hearsay = Reading.none
    for segment in sentence.segments where segment.opener == .main && segment.hasFinite {
      if isFormula(segment, sentence) { continue }
      // "lehne ich ab": the first person makes an indicative of it, and an interview of the text.
      if segment.range.contains(where: { !context.masked[$0] && context.has($0, .firstPerson) }) {
        return .none
      }
      // "dürfte", "möchte": the author's own guess or report. "Hätte er …, so müsste …": a condition.
      if segment.konjunktiv2, !segment.konjunktiv1,
        Self.ownGuesses.contains(context.tokens.folds[segment.finite])
          || segment.finite == sentence.core.lowerBound
      {
        return .none
      }
      if segment.konjunktiv1 { return .konjunktiv1 }
      if segment.konjunktiv2 { return .konjunktiv2 }
      if context.has(segment.finite, .hearsay), hearsay == .none {
        hearsay = isPast(segment) ? .hearsayOfPast : .hearsay
      }
      return hearsay
    }
    return hearsay
  }

  /// "es sei denn", "sei es", "wie dem auch sei".
  private func isFormula(_ segment: Segment, _ sentence: SentenceReading) -> Bool {
    guard context.key(segment.finite) == .sei else { return false }
    let next = segment.finite + 1
    if next < sentence.range.upperBound, context.key(next) == .denn { return true }
    return next < sentence.range.upperBound && segment.finite == segment.begin
      && context.key(next) == .es
  }

  /// "soll … haben", "soll … worden sein": a report of something past, never a plan.
  private func isPast(_ segment: Segment) -> Bool {
    var at = segment.end - 1
    while at > segment.finite, !context.isWord(at) { at -= 1 }
    guard at > segment.finite,
      [.haben].contains(context.key(at)) || context.tokens.folds[at] == Self.sein
    else { return false }
    return at > segment.begin && context.has(at - 1, .participle)
  }

  private static let ownGuesses = Set(
    ["dürfte", "dürften", "möchte", "möchten"].map { WordFold.hash($0) })
  private static let sein = WordFold.hash("sein")
}

import GermanLanguage
import TextModel

/// Whole sentences that sum up an utterance: "X forderte Y", "X warnte vor Y", with the speaker as their
/// subject and no content clause.
struct ReportedSentences {
  let sentence: SentenceReading
  let subjects: SubjectFinder
  private var context: ArticleContext { sentence.context }

  init(_ sentence: SentenceReading) {
    self.sentence = sentence
    subjects = SubjectFinder(sentence.context)
  }

  func candidate(_ cues: [Cue]) -> Candidate? {
    for cue in cues where cue.frame.takes.contains(.noun) && !cue.isPassive {
      let segment = sentence.segments[cue.segment]
      guard segment.opener == .main else { continue }
      guard
        let subject = subjects.ofSecond(
          cue.finite, clauseBegin: segment.begin, limit: segment.end), subject.canSpeak,
        !subject.isTime
      else { continue }
      return Candidate(
        type: .reported, medium: cue.frame.medium, quote: [sentence.range],
        speaker: [subject.range], rule: "reported." + cue.frame.lemma, sentence: sentence.number)
    }
    return nil
  }
}

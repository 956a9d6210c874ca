import GermanLanguage
import QuotationLearning
import TextModel

/// Lets the learned model correct what the rules found.
///
/// The model sees the rules' candidates beside the words and decides anew; a candidate that it leaves
/// as it was keeps its rule's name, any other statement is named after what the model did
/// ("model.bounds:dass.frame-before").
struct LearnedReading {
  let model: QuotationModel
  let tokens: TokenBuffer
  let text: SourceText

  func corrected(_ candidates: [Candidate]) -> [Candidate] {
    let rules = candidates.map(Self.tagged)
    let found = model.statements(tokens, text: text, rules: rules)
    return found.map { statement in
      let source = statement.source.map { candidates[$0] }
      return Candidate(
        type: statement.type, medium: source?.medium ?? Self.usualMedium(statement.type),
        quote: statement.quote, speaker: statement.speaker, cue: statement.cue,
        frame: statement.frame, addressee: source?.addressee ?? [], rule: statement.rule,
        sentence: tokens.sentence(of: statement.quote[0].lowerBound), parent: statement.host,
        confidence: Double(statement.confidence))
    }
  }

  private static func tagged(_ candidate: Candidate) -> TaggedStatement {
    var statement = TaggedStatement(type: candidate.type, quote: candidate.quote)
    statement.speaker = candidate.speaker
    statement.cue = candidate.cue
    statement.frame = candidate.frame
    statement.rule = candidate.rule
    return statement
  }

  private static func usualMedium(_ type: ReportedSpeech) -> Medium {
    type == .direct ? .speech : .speechOrWriting
  }
}

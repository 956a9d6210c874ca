import GermanLanguage
import TextModel

/// Turns the tokens of an article into features: for every token the same number of 32-bit keys.
///
/// A key stands for a template with its values ("the word before is *dass*"); two different features
/// share a key so rarely that it does not matter.
public struct FeatureExtractor: Sendable {
  let cues: CueWords
  private let words: ReportingWords

  public init(files: LexiconFiles, lexicon: GermanLexicon) {
    cues = CueWords(files: files, lexicon: lexicon)
    words = ReportingWords()
  }

  /// The features of all tokens.
  ///
  /// - Parameter hints: for each token what the rules make of it; empty when no rules were run.
  public func features(_ tokens: TokenBuffer, text: SourceText, hints: [TokenHint] = [])
    -> FeatureTable
  {
    FeatureTable(view(tokens, text), hints: hints)
  }

  func view(_ tokens: TokenBuffer, _ text: SourceText) -> TokenView {
    var view = TokenView(tokens, text, cues, words)
    view.readClauses()
    return view
  }
}

/// Words whose identity decides how a clause is read.
struct ReportingWords: Sendable {
  let zu = WordFold.hash("zu")
  let laut = WordFold.hash("laut")
  let zufolge = WordFold.hash("zufolge")
  let nach = WordFold.hash("nach")
  let gemaess = WordFold.hash("gemäß")
  let so = WordFold.hash("so")
}

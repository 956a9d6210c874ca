import GermanLanguage
import TextModel

/// What the polarity of a statement is judged by, for whoever wants to know why, or to learn other weights.
public struct StanceFeatures: Sendable {
  public let signals: StanceSignals
  /// The words of the statement, each once at a place, as `stance-words.tsv` writes them.
  public let words: [(place: StatementPlace, stem: String)]

  init(
    _ signals: StanceSignals, _ scope: StatementScope, _ lemmas: ArticleLemmas,
    _ judge: PolarityJudge
  ) {
    self.signals = signals
    var words: [(StatementPlace, String)] = []
    var stem = WordStem()
    for place in StatementPlace.allCases {
      var seen: Set<String> = []
      for range in scope[place] {
        for token in range
        where lemmas.tokens.kinds[token] == .word
          && (place != .content || !judge.isDenied(token, lemmas))
        {
          stem.fold(lemmas.word(token))
          let word = String(decoding: stem.letters[..<stem.stemLength()], as: UTF8.self)
          if seen.insert(word).inserted { words.append((place, word)) }
        }
      }
    }
    self.words = words
  }
}

extension StatementScope {
  /// The tokens at a place.
  subscript(place: StatementPlace) -> [Range<Int>] {
    switch place {
    case .content: content
    case .report: report
    case .cue: cue
    case .speaker: speaker
    }
  }
}

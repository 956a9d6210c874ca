import GermanLanguage

extension TokenView {
  /// Whether nothing in a sentence hints at reported speech: no reporting verb, no Konjunktiv, no
  /// source, no quotation mark. Such sentences are passed over unread; they hardly ever hold a statement.
  func isQuiet(_ sentence: Int, _ hints: [TokenHint]) -> Bool {
    let loud: ClauseTraits = [
      .konjunktiv1, .konjunktiv2, .hearsay, .reportingVerb, .saying, .sourcePreposition, .quoted,
      .afterColon,
    ]
    for clause in clausesOfSentence[sentence] where !clauses[clause].traits.isDisjoint(with: loud) {
      return false
    }
    guard !hints.isEmpty else { return true }
    return tokens.sentences[sentence].allSatisfy {
      hints[$0].tag == .outside && !hints[$0].inDirect
    }
  }
}

extension ChainWeights {
  /// The scores of all tags for every token; tokens of quiet sentences can only be outside.
  func emissions(_ view: TokenView, _ hints: [TokenHint]) -> [TagScores] {
    var silence = TagScores(repeating: -30)
    silence[Int(Tag.outside.rawValue)] = 0
    var result = [TagScores](repeating: silence, count: view.count)
    var writer = FeatureWriter(view, hints)
    writer.reserve(200)
    for (number, range) in view.tokens.sentences.enumerated() where !view.isQuiet(number, hints) {
      for token in range {
        writer.clear()
        writer.write(token)
        result[token] = writer.keys.withUnsafeBufferPointer(score)
      }
    }
    return result
  }
}

import GermanLanguage
import TextModel

/// Turns candidates in tokens into statements in text offsets: ordered, numbered, with their hosts.
struct Assembly {
  let context: ArticleContext
  let zones: [Zone]
  let confidence: ConfidenceTable

  func statements(_ candidates: [Candidate]) -> [Statement] {
    let signs = ConfidenceSigns(context, zones: zones, candidates)
    return statements(candidates) { candidate in
      candidate.confidence
        ?? confidence.confidence(
          candidate.rule, verb: verb(candidate), signs.signs(of: candidate))
    }
  }

  /// What the confidence of each statement is read from, by the names of `confidence.tsv`, in the order
  /// of the statements.
  func evidence(_ candidates: [Candidate]) -> [(statement: Statement, signs: [String])] {
    let signs = ConfidenceSigns(context, zones: zones, candidates)
    var names: [[String]] = []
    let statements = statements(candidates) { candidate in
      var own = [ConfidenceTable.always, "rule: " + candidate.rule]
      own.append("family: " + ConfidenceTable.family(candidate.rule))
      if case let verb = verb(candidate), verb >= 0 {
        own.append("verb: " + context.reporting.infinitives[Int(verb)])
      }
      for sign in signs.signs(of: candidate) {
        own.append(sign.rawValue)
        if sign.isKindOfSpeaker { own.append(ConfidenceTable.pair(candidate.rule, sign)) }
      }
      names.append(own)
      return 0
    }
    return Array(zip(statements, names))
  }

  /// The number of the cue's verb, -1 for none.
  private func verb(_ candidate: Candidate) -> Int16 {
    for range in candidate.cue.reversed() {
      for token in range.reversed() where context.tokens.verbs[token] >= 0 {
        if !context.has(token, [.auxiliary, .modal]) { return context.tokens.verbs[token] }
      }
    }
    return -1
  }

  private func statements(
    _ candidates: [Candidate], confidence: (Candidate) -> Double
  ) -> [Statement] {
    let order = candidates.indices.sorted { a, b in
      let (first, second) = (candidates[a].hull, candidates[b].hull)
      if first.lowerBound != second.lowerBound { return first.lowerBound < second.lowerBound }
      if first.upperBound != second.upperBound { return first.upperBound > second.upperBound }
      return a < b
    }
    var ordinals = Array(repeating: 0, count: candidates.count)
    for (position, index) in order.enumerated() { ordinals[index] = position + 1 }
    return order.map { index in
      let candidate = candidates[index]
      let block = Int(context.tokens.blockOfSentence[candidate.sentence])
      return Statement(
        ordinal: ordinals[index], zone: zones[block], type: candidate.type,
        medium: candidate.medium, quote: spans(candidate.quote), speaker: spans(candidate.speaker),
        cue: spans(candidate.cue), frame: spans(candidate.frame),
        addressee: spans(candidate.addressee),
        parent: candidate.parent.flatMap { ordinals[$0] < ordinals[index] ? ordinals[$0] : nil },
        rule: candidate.rule,
        confidence: confidence(candidate))
    }
  }

  /// Ordered, merged where they touch.
  private func spans(_ ranges: [Range<Int>]) -> [TextSpan] {
    var result: [TextSpan] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) where !range.isEmpty {
      let span = context.tokens.span(range)
      if let last = result.last, span.begin <= last.end {
        result[result.count - 1] = last.union(span)
      } else {
        result.append(span)
      }
    }
    return result
  }
}

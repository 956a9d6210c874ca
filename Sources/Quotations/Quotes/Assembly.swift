import GermanLanguage
import TextModel

/// Turns candidates in tokens into statements in text offsets: ordered, numbered, with their hosts.
struct Assembly {
  let context: ArticleContext
  let zones: [Zone]
  let confidence: RuleConfidence

  func statements(_ candidates: [Candidate]) -> [Statement] {
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
        confidence: candidate.confidence ?? confidence.of(candidate.rule))
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

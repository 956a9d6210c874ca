import GermanLanguage
import TextModel

/// Features for the roles of one statement: for the tokens around its quote, where each stands to it.
struct RoleFeatures {
  let view: TokenView
  let tags: [Tag]
  let hints: [TokenHint]

  /// The tokens among which roles are looked for: the sentences of the quote and the one before.
  func window(_ statement: TaggedStatement) -> Range<Int> {
    let tokens = view.tokens
    let first = tokens.sentence(of: statement.quote[0].lowerBound)
    let last = tokens.sentence(of: statement.quote[statement.quote.count - 1].upperBound - 1)
    return tokens.sentences[max(0, first - 1)].lowerBound..<tokens.sentences[last].upperBound
  }

  /// - Parameter others: for every token whether it lies in the quote of another statement.
  func table(_ statement: TaggedStatement, window: Range<Int>, others: [Bool]) -> FeatureTable {
    let tokens = view.tokens
    let begin = statement.quote[0].lowerBound
    let end = statement.quote[statement.quote.count - 1].upperBound
    let sentence = Int(view.sentence[begin])
    let lastSentence = Int(view.sentence[end - 1])
    let type = UInt32(ReportedSpeech.allCases.firstIndex(of: statement.type) ?? 0)
    let split: UInt32 = statement.quote.count > 1 ? 1 : 0
    var keys: [UInt32] = []
    var steps: [StepKind] = []
    var width = 0
    keys.reserveCapacity(window.count * 64)
    var template: UInt32 = 0
    func add(_ a: UInt32, _ b: UInt32 = 0) {
      template &+= 1
      keys.append(mix(template, a, b))
    }
    func at(_ values: [UInt32], _ index: Int) -> UInt32 {
      index >= 0 && index < values.count ? values[index] : 3
    }
    var inside = [Bool](repeating: false, count: window.count)
    for range in statement.quote {
      for token in range where window.contains(token) { inside[token - window.lowerBound] = true }
    }
    let beginClause = Int(view.clause[begin])
    let endClause = Int(view.clause[end - 1])
    for i in window {
      template = 2000
      let isInside = inside[i - window.lowerBound]
      let own = Int(view.sentence[i])
      let region: UInt32 =
        isInside
        ? 1
        : i < begin
          ? (own == sentence ? 2 : 3) : i >= end ? (own == lastSentence ? 4 : 5) : 6
      let away: UInt32 =
        i < begin ? UInt32(min(begin - i, 6)) : i >= end ? UInt32(min(i - end + 1, 6)) + 8 : 0
      let clause = Int(view.clause[i])
      let clausesAway: UInt32 =
        clause < beginClause
        ? UInt32(min(beginClause - clause, 4))
        : clause > endClause ? UInt32(min(clause - endClause, 4)) + 8 : 0
      let place = region * 16 + clausesAway
      let other: UInt32 = others[i] ? 1 : 0
      let w = (at(view.word, i - 1), view.word[i], at(view.word, i + 1))
      let p = (at(view.part, i - 1), view.part[i], at(view.part, i + 1))
      let tag = UInt32(tags[i].rawValue)
      let tagBefore = i > 0 ? UInt32(tags[i - 1].rawValue) : 0
      let tagAfter = i + 1 < tags.count ? UInt32(tags[i + 1].rawValue) : 0
      let view0 = view.clauses[clause]
      let first = tokens.sentences[own].lowerBound
      let inSentence = UInt32(min(i - first, 3))
      add(0)
      add(region, type)
      add(place, type)
      add(place, other)
      add(away, type)
      add(mix(1, region, split), type)
      add(tag, region)
      add(tag, type)
      add(mix(2, tag, tagBefore), tagAfter)
      add(tag, place)
      add(w.1, region)
      add(w.1)
      add(w.0, region)
      add(w.2, region)
      add(p.1, region)
      add(p.0, region)
      add(p.2, region)
      add(at(view.part, i - 2), region)
      add(at(view.part, i + 2), region)
      add(mix(3, p.0, p.1), region)
      add(mix(3, p.1, p.2), region)
      add(mix(3, p.0, p.1), mix(4, p.2, region))
      add(mix(5, at(view.part, i - 2), p.0), mix(4, p.1, region))
      add(mix(5, p.1, p.2), mix(4, at(view.part, i + 2), region))
      add(mix(6, w.0, w.1), region)
      add(mix(6, w.1, w.2), region)
      add(mix(6, w.0, p.1), region)
      add(mix(6, p.0, w.1), region)
      add(view.ending[i], region)
      add(view.lemma[i], region)
      add(view.meaning[i], region)
      add(mix(15, view.meaning[i], at(view.lemma, i + 1)), region)
      add(mix(15, view.meaning[i], p.0), region)
      add(view0.predicate, mix(16, region, p.1))
      add(mix(17, at(view.meaning, i - 1), view.meaning[i]), region)
      add(at(view.ending, i - 1), region)
      add(at(view.ending, i + 1), region)
      add(view.verb[i], place)
      add(view.verb[i] == 0 ? 0 : 1, mix(7, place, type))
      add(view0.verb, region)
      add(view0.kind, place)
      add(view0.kind, mix(8, region, p.1))
      add(p.1, place)
      add(p.1, mix(9, region, type))
      add(w.1, mix(9, region, type))
      add(inSentence, region)
      add(mix(10, inSentence, p.1), place)
      add(UInt32(min(tokens.sentences[own].upperBound - i, 3)), region)
      add(w.1, away)
      add(p.1, away)
      add(view.word[begin], region)
      add(view.part[begin], mix(11, region, p.1))
      add(view.sinceOpening[i] > 0 ? 1 : 0, region)
      add(mix(12, view0.first, region))
      add(at(view.word, begin - 1), region)
      add(end < view.count ? view.word[end] : 3, region)
      if !hints.isEmpty {
        let hint = UInt32(hints[i].tag.rawValue)
        add(hint, region)
        add(mix(13, hint, tag), region)
        add(hints[i].speaks ? 1 : 0, place)
        add(hints[i].speaks ? 1 : 0, mix(14, type, region))
      }
      if width == 0 { width = keys.count }
      steps.append(StepKind(tokens, i))
    }
    return FeatureTable(count: window.count, width: width, keys: keys, steps: steps)
  }
}

import GermanLanguage
import TextModel

/// What can be seen of a statement that tells how far it may be trusted. The names are those of
/// `confidence.tsv`.
enum ConfidenceSign: String, CaseIterable {
  case speakerNone = "speaker: none"
  case speakerPronoun = "speaker: pronoun"
  case speakerNamed = "speaker: title or given name"
  case speakerListed = "speaker: listed person or body"
  case speakerMedium = "speaker: medium, text or finding"
  case speakerUnlisted = "speaker: unlisted words only"
  case speakerLong = "speaker: more than 6 words"
  case speakerComma = "speaker: with an apposition"
  case speakerElsewhere = "speaker: in another sentence"
  case speakerBegins = "speaker: begins its sentence"
  case speakerBehind = "speaker: right behind the verb"
  case speakerBefore = "speaker: right before the verb"
  case speakerFar = "speaker: more than 6 words from the verb"
  case cueNone = "cue: none"
  case cueSplit = "cue: in parts"
  case cueNear = "cue: right before or behind the quote"
  case cueFar = "cue: more than 8 words from the quote"
  case cuePassive = "cue: passive"
  case quoteTiny = "quote: up to 3 words"
  case quoteShort = "quote: 4 to 7 words"
  case quoteLong = "quote: more than 25 words"
  case quoteHuge = "quote: more than 45 words"
  case quoteParts = "quote: in parts"
  case quoteKonjunktiv = "quote: Konjunktiv I"
  case quoteVerbless = "quote: no finite verb"
  case quoteMarks = "quote: between marks"
  case quoteHoldsMarks = "quote: holds marks"
  case quoteFirstPerson = "quote: first person"
  case frameShort = "frame: up to 3 words"
  case frameLong = "frame: more than 15 words"
  case frameNegated = "frame: negated"
  case frameAlone = "frame: no other name or body"
  case frameOthers = "frame: two other names or bodies and more"
  case frameClauses = "frame: with further clauses"
  case sentenceShort = "sentence: up to 10 words"
  case sentenceLong = "sentence: more than 35 words"
  case nested = "nested"
  case follows = "right behind a statement"
  case alone = "no statement within three sentences"
  case summary = "headline, lead or key point"

  /// Each statement has one of these; it is weighed together with the rule's family too.
  var isKindOfSpeaker: Bool {
    switch self {
    case .speakerNone, .speakerPronoun, .speakerNamed, .speakerListed, .speakerMedium,
      .speakerUnlisted:
      true
    default: false
    }
  }
}

/// Reads the signs of candidates.
struct ConfidenceSigns {
  let context: ArticleContext
  let zones: [Zone]
  /// Sentences in which a statement ends.
  private var holds: [Bool]

  init(_ context: ArticleContext, zones: [Zone], _ candidates: [Candidate]) {
    self.context = context
    self.zones = zones
    holds = Array(repeating: false, count: context.tokens.sentences.count)
    for candidate in candidates where candidate.parent == nil {
      holds[context.tokens.sentence(of: candidate.hull.upperBound - 1)] = true
    }
  }

  /// - Complexity: linear in the words of the statement.
  func signs(of candidate: Candidate) -> [ConfidenceSign] {
    var result: [ConfidenceSign] = []
    result.reserveCapacity(12)
    quote(candidate, &result)
    speaker(candidate, &result)
    frame(candidate, &result)
    let first = context.tokens.sentence(of: candidate.quote[0].lowerBound)
    let length = context.tokens.sentences[first].count
    if length <= 10 { result.append(.sentenceShort) }
    if length > 35 { result.append(.sentenceLong) }
    if candidate.parent != nil { result.append(.nested) }
    if first > 0, holds[first - 1] { result.append(.follows) }
    let near = max(0, first - 3)..<min(holds.count, first + 4)
    if !near.contains(where: { $0 != first && holds[$0] }) { result.append(.alone) }
    if zones[Int(context.tokens.blockOfSentence[first])] != .body { result.append(.summary) }
    return result
  }

  private func quote(_ candidate: Candidate, _ result: inout [ConfidenceSign]) {
    var words = 0
    var verb = false
    var konjunktiv = false
    var marks = false
    var firstPerson = false
    for range in candidate.quote {
      for token in range {
        if context.isWord(token) { words += 1 }
        if context.kind(token) == .doubleQuote { marks = true }
        let classes = context.classes(token)
        if classes.contains(.konjunktiv1) { konjunktiv = true }
        if classes.contains(.firstPerson) { firstPerson = true }
        if !classes.isDisjoint(with: [.finite, .konjunktiv1, .konjunktiv2, .ambiguousFinite]) {
          verb = true
        }
      }
    }
    if words <= 3 { result.append(.quoteTiny) } else if words <= 7 { result.append(.quoteShort) }
    if words > 45 { result.append(.quoteHuge) } else if words > 25 { result.append(.quoteLong) }
    if candidate.quote.count > 1 { result.append(.quoteParts) }
    if konjunktiv { result.append(.quoteKonjunktiv) }
    if !verb { result.append(.quoteVerbless) }
    if firstPerson { result.append(.quoteFirstPerson) }
    if candidate.type == .direct {
      result.append(.quoteMarks)
    } else if marks {
      result.append(.quoteHoldsMarks)
    }
  }

  private func speaker(_ candidate: Candidate, _ result: inout [ConfidenceSign]) {
    guard let first = candidate.speaker.first else {
      result.append(.speakerNone)
      return
    }
    var classes: WordClass = []
    for token in first where context.isNounLike(token) { classes.formUnion(context.classes(token)) }
    if first.count == 1, context.has(first.lowerBound, [.pronoun, .objectPronoun]) {
      result.append(.speakerPronoun)
    } else if !classes.isDisjoint(with: [.title, .givenName]) {
      result.append(.speakerNamed)
    } else if !classes.isDisjoint(with: [.person, .organisation, .state]) {
      result.append(.speakerListed)
    } else if !classes.isDisjoint(with: [.medium, .source, .saying]) {
      result.append(.speakerMedium)
    } else {
      result.append(.speakerUnlisted)
    }
    if first.count > 6 { result.append(.speakerLong) }
    if first.contains(where: { context.kind($0) == .comma }) { result.append(.speakerComma) }
    let sentence = context.tokens.sentence(of: first.lowerBound)
    if context.tokens.sentences[sentence].lowerBound == first.lowerBound {
      result.append(.speakerBegins)
    }
    if sentence != context.tokens.sentence(of: candidate.quote[0].lowerBound) {
      result.append(.speakerElsewhere)
    }
    if let cue = candidate.cue.first {
      if first.lowerBound == cue.upperBound { result.append(.speakerBehind) }
      if first.upperBound == cue.lowerBound { result.append(.speakerBefore) }
      if first.lowerBound > cue.upperBound + 6 || first.upperBound + 6 < cue.lowerBound {
        result.append(.speakerFar)
      }
    }
  }

  private func frame(_ candidate: Candidate, _ result: inout [ConfidenceSign]) {
    if candidate.cue.isEmpty { result.append(.cueNone) }
    if candidate.cue.count > 1 { result.append(.cueSplit) }
    for range in candidate.cue
    where range.contains(where: {
      [.wird, .werden, .wurde, .wurden, .worden].contains(context.key($0))
    }) {
      result.append(.cuePassive)
      break
    }
    if let cue = candidate.cue.last {
      let distance = candidate.quote.map {
        cue.upperBound <= $0.lowerBound
          ? $0.lowerBound - cue.upperBound : max(0, cue.lowerBound - $0.upperBound)
      }.min()
      if let distance, distance <= 2 { result.append(.cueNear) }
      if let distance, distance > 9 { result.append(.cueFar) }
    }
    guard !candidate.frame.isEmpty else { return }
    var words = 0
    var commas = 0
    var negated = false
    var others = 0
    var wasOther = false
    for range in candidate.frame {
      for token in range {
        let isOther =
          context.isCapital(token)
          && context.has(token, [.person, .organisation, .state, .givenName, .medium, .title])
          && !candidate.speaker.contains { $0.contains(token) }
        if isOther, !wasOther { others += 1 }
        wasOther = isOther
        if context.isWord(token) { words += 1 }
        if context.kind(token) == .comma { commas += 1 }
        if context.has(token, .negation) { negated = true }
      }
    }
    if words <= 3 { result.append(.frameShort) }
    if words > 15 { result.append(.frameLong) }
    if others == 0 { result.append(.frameAlone) }
    if others > 1 { result.append(.frameOthers) }
    if negated { result.append(.frameNegated) }
    if commas > 2 { result.append(.frameClauses) }
  }
}

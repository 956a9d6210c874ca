import GermanLanguage
import TextModel

/// Finds the concepts of a codebook in a statement, and the speaker's side on each.
struct ConceptFinder {
  typealias Lemma = LemmaTable.Lemma

  let codebook: Codebook
  let index: CueIndex
  let words: StanceWords
  let judge: PolarityJudge

  /// How far apart, in tokens, the words of one cue may stand.
  private static let reach = 14

  private struct Match {
    var cue: CueIndex.CompiledCue
    var tokens: [Int]

    var range: Range<Int> {
      (tokens.min() ?? 0)..<(tokens.max() ?? 0) + 1
    }
  }

  /// Whether a cue may be in a statement; no for most.
  func mayFind(_ scope: StatementScope) -> Bool {
    scope.said.has(.beginsCue) || scope.told.has(.beginsCue)
  }

  func stances(
    _ statement: Statement, _ scope: StatementScope, _ verdict: PolarityJudge.Verdict,
    _ lemmas: ArticleLemmas
  ) -> [Stance] {
    guard mayFind(scope) else { return [] }
    var ranges = scope.content
    // A quoted word or two: what they are about stands in the sentence around them.
    if scope.contentCount <= 6 { ranges += reportWithoutAsides(scope, lemmas) }
    var matches: [Match] = []
    let lemmaBits = scope.said.lemmaBits | scope.told.lemmaBits
    for range in ranges {
      for token in range where lemmas.has(.beginsCue, at: token) {
        for lemma in lemmas.lemmas(token) {
          for number in index.cues(for: lemma) where index.mayMatch(number, lemmaBits) {
            guard let match = match(number, lemma, at: token, ranges, lemmas) else { continue }
            // What the speaker is called is no stance: "der Verband Erneuerbare Energien".
            if !match.tokens.allSatisfy({ isInSpeaker($0, scope) }) { matches.append(match) }
          }
        }
      }
    }
    if statement.zone != .body, statement.type == .reported {
      // "EU spricht von Scheinwahl, Putin gratuliert": the second half is another's.
      matches.removeAll { belongsToAnother($0, scope, lemmas) }
    }
    guard !matches.isEmpty else { return [] }
    var byConcept: [(concept: Int, matches: [Match])] = []
    for match in matches {
      if let position = byConcept.firstIndex(where: { $0.concept == match.cue.concept }) {
        byConcept[position].matches.append(match)
      } else {
        byConcept.append((match.cue.concept, [match]))
      }
    }
    return byConcept.map { stance($0.concept, $0.matches, statement, scope, verdict, lemmas) }
  }

  /// The reporting clause without its relative clauses and appositions, which the author adds.
  private func reportWithoutAsides(_ scope: StatementScope, _ lemmas: ArticleLemmas) -> [Range<Int>]
  {
    var result: [Range<Int>] = []
    for range in scope.report {
      var begin = range.lowerBound
      var token = begin
      while token < range.upperBound {
        let isRelative =
          lemmas.tokens.kinds[token] == .comma && token + 1 < range.upperBound
          && lemmas.tokens.classes[token + 1].contains(.relative)
        guard isRelative else {
          token += 1
          continue
        }
        if begin < token { result.append(begin..<token) }
        token += 1
        while token < range.upperBound, lemmas.tokens.kinds[token] != .comma { token += 1 }
        begin = token
      }
      if begin < range.upperBound { result.append(begin..<range.upperBound) }
    }
    return result
  }

  /// Whether a cue is found with one of its words at a token.
  private func match(
    _ number: Int32, _ lemma: Lemma, at token: Int, _ ranges: [Range<Int>], _ lemmas: ArticleLemmas
  ) -> Match? {
    let cue = index.cues[Int(number)]
    var found = [token]
    for (part, alternatives) in cue.parts.enumerated() {
      if part == cue.anchor {
        // A phrase needs its other words too.
        var isComplete = false
        for words in alternatives where words.first == lemma {
          let rest = words.dropFirst().compactMap { nearest($0, to: token, ranges, lemmas) }
          if rest.count == words.count - 1 {
            found += rest
            isComplete = true
            break
          }
        }
        if !isComplete { return nil }
        continue
      }
      var best: [Int]?
      for words in alternatives {
        let places = words.compactMap { nearest($0, to: token, ranges, lemmas) }
        guard places.count == words.count else { continue }
        if best == nil || abs(places[0] - token) < abs((best?[0] ?? 0) - token) { best = places }
      }
      guard let best else { return nil }
      found += best
    }
    // Two parts must not be the same word.
    if Set(found).count < found.count { return nil }
    return Match(cue: cue, tokens: found)
  }

  /// Whether a comma and another subject with its verb stand between the speaker and the end of a cue.
  private func belongsToAnother(
    _ match: Match, _ scope: StatementScope, _ lemmas: ArticleLemmas
  ) -> Bool {
    guard let speaker = scope.speaker.last, speaker.upperBound < match.range.upperBound else {
      return false
    }
    let tokens = lemmas.tokens
    return (speaker.upperBound..<match.range.upperBound).contains { comma in
      tokens.kinds[comma] == .comma && comma + 2 < tokens.count
        && lemmas.isCapitalised(comma + 1) && tokens.classes[comma + 2].contains(.finite)
    }
  }

  private func isInSpeaker(_ token: Int, _ scope: StatementScope) -> Bool {
    scope.speaker.contains { $0.contains(token) }
  }

  private func nearest(
    _ lemma: Lemma, to token: Int, _ ranges: [Range<Int>], _ lemmas: ArticleLemmas
  ) -> Int? {
    let sentence = lemmas.tokens.sentences[lemmas.tokens.sentence(of: token)]
    let isNegator = lemma == index.negator
    for distance in 1...Self.reach {
      for other in [token + distance, token - distance] {
        guard sentence.contains(other), ranges.contains(where: { $0.contains(other) }) else {
          continue
        }
        if isNegator ? judge.negates(other, lemmas) : lemmas.has(lemma, at: other) {
          return other
        }
      }
    }
    return nil
  }

  private func stance(
    _ concept: Int, _ matches: [Match], _ statement: Statement, _ scope: StatementScope,
    _ verdict: PolarityJudge.Verdict, _ lemmas: ArticleLemmas
  ) -> Stance {
    let entry = codebook.entries[concept]
    // A cue that decides beats one that names the topic; of two the one with more words.
    let best =
      matches.max { a, b in weight(a) < weight(b) } ?? matches[0]
    let sign: Int
    var isAmbivalent = false
    var confidence: Double
    if best.cue.isTopic {
      (sign, confidence) = topicSign(best, entry, statement, verdict, lemmas)
    } else {
      (sign, confidence) = cueSign(best, entry, verdict, lemmas)
    }
    if !entry.kind.isClaim, tellsOfOthers(statement, scope, lemmas) {
      return neutral(best, entry, statement, scope, lemmas)
    }
    if sign > 0, !entry.kind.isClaim, isConditional(best, scope, verdict, lemmas) {
      isAmbivalent = true
    }
    if verdict.isAmbivalent, best.cue.isTopic, !entry.kind.isClaim { isAmbivalent = true }
    let polarity: Polarity =
      isAmbivalent ? .ambivalent : sign > 0 ? .support : sign < 0 ? .oppose : .neutral
    if isAmbivalent { confidence = min(confidence, 0.5) }
    return Stance(
      concept: entry.concept.id, polarity: polarity,
      confidence: confidence * (0.7 + 0.3 * statement.confidence),
      evidence: evidence(best, scope, lemmas))
  }

  /// "Der Minister soll sich zu Gesprächen bereiterklärt haben": whoever tells it, the side is the minister's.
  private func tellsOfOthers(
    _ statement: Statement, _ scope: StatementScope, _ lemmas: ArticleLemmas
  ) -> Bool {
    guard statement.type == .freeIndirect else { return false }
    return scope.content.contains { range in
      guard range.contains(where: { lemmas.tokens.classes[$0].contains(.hearsay) }) else {
        return false
      }
      return range.dropFirst().contains {
        Self.perfect.contains(lemmas.tokens.folds[$0])
          && !lemmas.tokens.classes[$0 - 1].isDisjoint(with: .participle)
      }
    }
  }

  private static let perfect: Set<UInt64> = Set(["haben", "sein"].map { WordFold.hash($0) })

  private func neutral(
    _ match: Match, _ entry: Codebook.Entry, _ statement: Statement, _ scope: StatementScope,
    _ lemmas: ArticleLemmas
  ) -> Stance {
    Stance(
      concept: entry.concept.id, polarity: .neutral,
      confidence: 0.5 * (0.7 + 0.3 * statement.confidence), evidence: evidence(match, scope, lemmas)
    )
  }

  private func weight(_ match: Match) -> Int {
    (match.cue.isTopic ? 0 : 10) + match.cue.parts.count * 2 + (match.cue.hasNegator ? 1 : 0)
  }

  /// The polarity of a cue that decides by itself.
  private func cueSign(
    _ match: Match, _ entry: Codebook.Entry, _ verdict: PolarityJudge.Verdict,
    _ lemmas: ArticleLemmas
  ) -> (Int, Double) {
    var sign = match.cue.sign
    let holdsVerb = verdict.verbToken.map { match.tokens.contains($0) } ?? false
    // Who refuses to do it opposes it; but who condemns it as bad does not support it. Only a denial
    // turns both.
    if verdict.denies, !holdsVerb, verdict.isFromReport, sign > 0 || verdict.act == .deny {
      sign = -sign
    }
    if verdict.act == .warn, verdict.isFromReport, !entry.kind.isClaim, !holdsVerb, sign > 0 {
      sign = -sign
    }
    if !match.cue.hasNegator, !holdsVerb,
      let negator = judge.negator(near: match.range, lemmas, reach: 3),
      !match.tokens.contains(negator), !isOnly(negator, lemmas), !isHighest(negator, lemmas)
    {
      sign = -sign
    }
    // "gegen eine Öffnung der Grenze": against it, unless nothing is said against it.
    if !match.cue.hasNegator, !holdsVerb,
      governor(of: match, not: verdict.verbToken, lemmas) == .opposesNext
    {
      sign = -sign
    }
    if verdict.act == .ask { return (0, 0.5) }
    return (sign, 0.8)
  }

  /// "nicht nur" negates nothing.
  private func isOnly(_ token: Int, _ lemmas: ArticleLemmas) -> Bool {
    token + 1 < lemmas.tokens.count && lemmas.tokens.folds[token + 1] == Self.only
  }

  private static let only = WordFold.hash("nur")

  /// "Ein besserer Ort ist nicht denkbar" praises.
  private func isHighest(_ token: Int, _ lemmas: ArticleLemmas) -> Bool {
    let sentence = lemmas.tokens.sentences[lemmas.tokens.sentence(of: token)]
    let near = max(sentence.lowerBound, token - 6)..<min(sentence.upperBound, token + 4)
    return near.contains { Self.better.contains(lemmas.tokens.folds[$0]) }
  }

  private static let better: Set<UInt64> = Set(
    ["besser", "bessere", "besserer", "besseren", "besseres"].map { WordFold.hash($0) })

  /// The polarity towards a topic: that of the statement, turned by what governs the topic.
  private func topicSign(
    _ match: Match, _ entry: Codebook.Entry, _ statement: Statement,
    _ verdict: PolarityJudge.Verdict, _ lemmas: ArticleLemmas
  ) -> (Int, Double) {
    var sign = verdict.sign
    var confidence = verdict.confidence
    if verdict.act == .ask { return (0, 0.5) }
    let isClaim = entry.kind.isClaim
    if !isClaim, sign == 0, verdict.weighedSign != 0, verdict.weighedConfidence >= 0.6 {
      // Nothing single decides, but all hints together do.
      sign = verdict.weighedSign
      confidence = verdict.weighedConfidence * 0.8
    }
    if isClaim, sign == 0 || !verdict.denies {
      // Whoever says it, warns of it or complains of it holds it to be true.
      sign = 1
      confidence = max(0.5, confidence - 0.1)
    } else if sign == 0, entry.kind == .event {
      sign = 1
      confidence = 0.5
    }
    var isTurned = false
    if let governor = governor(of: match, not: verdict.verbToken, lemmas) {
      if sign == 0 { sign = governor == .opposesNext ? 1 : 0 }
      sign = -sign
      isTurned = true
    }
    if !isTurned, !verdict.isFromReport || statement.type != .reported,
      let negator = judge.negator(near: match.range, lemmas, reach: 4),
      !match.tokens.contains(negator),
      !isOnly(negator, lemmas), !isHighest(negator, lemmas)
    {
      // The sign of what was said has counted its negation already.
      if verdict.isFromReport || isClaim || sign == 0 { sign = sign == 0 ? -1 : -sign }
    }
    return (sign * match.cue.sign, confidence)
  }

  /// A reverser that governs the topic: "Ende der …" before it, "… zu stoppen" behind it.
  private func governor(
    of match: Match, not verb: Int?, _ lemmas: ArticleLemmas
  ) -> StanceWords.Effects? {
    let sentence = lemmas.tokens.sentences[lemmas.tokens.sentence(of: match.range.lowerBound)]
    var token = match.range.lowerBound - 1
    while token >= sentence.lowerBound, match.range.lowerBound - token <= 4,
      !judge.isBoundary(token, lemmas)
    {
      let all = lemmas.effects(token)
      for lemma in lemmas.lemmas(token)
      where token != verb && !all.isDisjoint(with: [.opposesNext, .reversesNext]) {
        let effects = words[lemma]
        if effects.contains(.opposesNext) { return .opposesNext }
        // "Kriegsende verhandeln": what the end is of stands inside the noun.
        if effects.contains(.reversesNext), lemmas.isCapitalised(token),
          lemmas.isCapitalised(match.range.lowerBound)
        {
          return .reversesNext
        }
      }
      token -= 1
    }
    if let verb = hinderer(before: match, not: verb, lemmas) { return verb }
    token = match.range.upperBound
    while token < sentence.upperBound, token - match.range.upperBound < 6,
      !judge.isBoundary(token, lemmas)
    {
      if lemmas.effects(token).contains(.reversesObject) { return .reversesObject }
      token += 1
    }
    return nil
  }

  /// "blockierte am Montag die Gespräche": the verb of a main clause stands before
  /// its object.
  private func hinderer(
    before match: Match, not verb: Int?, _ lemmas: ArticleLemmas
  ) -> StanceWords.Effects? {
    let first = match.range.lowerBound
    let sentence = lemmas.tokens.sentences[lemmas.tokens.sentence(of: first)]
    var token = first - 1
    while token >= sentence.lowerBound, first - token <= 7, !judge.isBoundary(token, lemmas) {
      if token != verb, !lemmas.isNameLike(token), lemmas.effects(token).contains(.reversesObject),
        lemmas.tokens.classes[token].isDisjoint(with: .infinitive)
      {
        return .reversesObject
      }
      token -= 1
    }
    return nil
  }

  /// Only under a condition: "nur wenn", "unter der Bedingung", "an … geknüpft".
  private func isConditional(
    _ match: Match, _ scope: StatementScope, _ verdict: PolarityJudge.Verdict,
    _ lemmas: ArticleLemmas
  ) -> Bool {
    // "an X gebunden": X is the condition itself.
    if match.range.lowerBound > 0,
      lemmas.tokens.folds[match.range.lowerBound - 1] == Self.boundTo
    {
      return false
    }
    let sentence = lemmas.tokens.sentences[lemmas.tokens.sentence(of: match.range.lowerBound)]
    for token in sentence
    where lemmas.effects(token).contains(.conditions) && !match.tokens.contains(token)
      && token != verdict.verbToken
    {
      guard scope.content.contains(where: { $0.contains(token) }) else { continue }
      for lemma in lemmas.lemmas(token) where words[lemma].contains(.conditions) {
        if Self.weakConditions.contains(lemmas.tokens.folds[token]) {
          let next = token + 1
          guard sentence.contains(next), Self.conjunctions.contains(lemmas.tokens.folds[next])
          else {
            continue
          }
        }
        // "ohne Vorbedingungen", "keine Bedingung" are none.
        if judge.isNegated(token, lemmas, reach: 2) || isWithout(token, lemmas) { continue }
        return true
      }
    }
    return false
  }

  private func isWithout(_ token: Int, _ lemmas: ArticleLemmas) -> Bool {
    (max(0, token - 2)..<token).contains { before in
      lemmas.effects(before).contains(.opposesNext)
    }
  }

  private static let boundTo = WordFold.hash("an")
  private static let weakConditions: Set<UInt64> = Set(["nur", "erst"].map { WordFold.hash($0) })
  private static let conjunctions: Set<UInt64> = Set(
    ["wenn", "falls", "sofern"].map { WordFold.hash($0) })

  private func evidence(
    _ match: Match, _ scope: StatementScope, _ lemmas: ArticleLemmas
  ) -> [TextSpan] {
    let range = match.range
    // A cue across the quote and its frame shows its words, not what lies between.
    if (scope.content + scope.report).contains(where: {
      $0.lowerBound <= range.lowerBound && range.upperBound <= $0.upperBound
    }) {
      return [lemmas.tokens.span(range)]
    }
    return match.tokens.sorted().map { lemmas.tokens.span($0) }
  }
}

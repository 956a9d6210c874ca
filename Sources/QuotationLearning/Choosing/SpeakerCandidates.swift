import GermanLanguage
import TextModel

/// Who may have said it: a phrase with the features that speak for and against it.
public struct SpeakerCandidate: Sendable {
  /// Nil: nobody is named.
  public var tokens: Range<Int>?
  public var keys: [UInt32]
}

/// Collects the candidates for the speaker of a statement: phrases of its own and the two sentences
/// before, the speakers of its neighbours, and nobody.
struct SpeakerCandidates {
  let view: TokenView
  let tags: [Tag]
  let hints: [TokenHint]
  private let phrases: NounPhrases

  init(_ view: TokenView, _ tags: [Tag], _ hints: [TokenHint]) {
    self.view = view
    self.tags = tags
    self.hints = hints
    phrases = NounPhrases(tokens: view.tokens)
  }

  func candidates(of number: Int, among statements: [TaggedStatement]) -> [SpeakerCandidate] {
    let tokens = view.tokens
    let statement = statements[number]
    let begin = statement.quote[0].lowerBound
    let end = statement.quote[statement.quote.count - 1].upperBound
    let sentence = tokens.sentence(of: begin)
    let type = UInt32(ReportedSpeech.allCases.firstIndex(of: statement.type) ?? 0)
    let framed: UInt32 = statement.frame.isEmpty ? 0 : 1
    let kind = type * 4 + framed * 2 + (statement.speaker.isEmpty ? 0 : 1)
    var result = [
      SpeakerCandidate(tokens: nil, keys: [mix(500, kind), mix(501, type), mix(502, 0)])
    ]
    func insideQuote(_ range: Range<Int>) -> Bool {
      statement.quote.contains { $0.contains(range.lowerBound) }
    }
    // Speakers of the statements before, nearest first, then of the next one.
    var seen: [Range<Int>] = []
    var distance: UInt32 = 0
    // What the tags themselves call the speaker.
    for (rank, tagged) in statement.speaker.enumerated() {
      seen.append(tagged)
      result.append(
        candidate(
          tagged, source: 8, rank: UInt32(min(rank, 2)), kind, type, sentence, begin, statement,
          other: nil))
    }
    for earlier in stride(from: number - 1, through: max(0, number - 6), by: -1) {
      guard let speaker = statements[earlier].speaker.first, !insideQuote(speaker),
        !seen.contains(speaker)
      else { continue }
      seen.append(speaker)
      distance += 1
      result.append(
        candidate(
          speaker, source: 1, rank: distance, kind, type, sentence, begin, statement,
          other: statements[earlier].type))
      if distance == 3 { break }
    }
    if number + 1 < statements.count, let speaker = statements[number + 1].speaker.first,
      !seen.contains(speaker), !insideQuote(speaker)
    {
      seen.append(speaker)
      result.append(
        candidate(
          speaker, source: 2, rank: 1, kind, type, sentence, begin, statement,
          other: statements[number + 1].type))
    }
    let last = tokens.sentence(of: end - 1)
    for number in max(0, sentence - 2)...last {
      let range = tokens.sentences[number]
      var order: UInt32 = 0
      for phrase in phrases.phrases(in: range) {
        order += 1
        if seen.contains(phrase) { continue }
        let inside = insideQuote(phrase)
        if inside, statement.type != .reported { continue }
        let source: UInt32 =
          inside
          ? 3
          : number == sentence ? (phrase.lowerBound < begin ? 4 : 5) : number < sentence ? 6 : 7
        result.append(
          candidate(
            phrase, source: source, rank: min(order, 6), kind, type, sentence, begin, statement,
            other: nil))
      }
    }
    return result
  }

  private func candidate(
    _ phrase: Range<Int>, source: UInt32, rank: UInt32, _ kind: UInt32, _ type: UInt32,
    _ sentence: Int, _ begin: Int, _ statement: TaggedStatement, other: ReportedSpeech?
  ) -> SpeakerCandidate {
    let tokens = view.tokens
    var keys: [UInt32] = []
    var template: UInt32 = 600
    func add(_ a: UInt32, _ b: UInt32 = 0) {
      template += 1
      keys.append(mix(template, a, b))
    }
    let own = tokens.sentence(of: phrase.lowerBound)
    let away = UInt32(max(0, min(sentence - own + 1, 6)))
    let head = phrases.head(phrase)
    let classes = tokens.classes[head]
    var quality: UInt32 = 0
    for (bit, some) in [
      WordClass.person, .organisation, .givenName, .title, .state, .source, .saying, .medium,
      .thing, .time, .pronoun,
    ].enumerated() where !classes.isDisjoint(with: some) { quality |= 1 << UInt32(bit) }
    var anyPerson: UInt32 = 0
    for token in phrase
    where !tokens.classes[token].isDisjoint(with: [.givenName, .title, .person]) { anyPerson = 1 }
    func part(_ index: Int) -> UInt32 {
      index >= 0 && index < view.count ? view.part[index] : 3
    }
    let before = phrase.lowerBound - 1
    let after = phrase.upperBound
    let afterPreposition: UInt32 =
      before >= 0 && tokens.classes[before].contains(.preposition) ? 1 : 0
    let oblique: UInt32 = tokens.classes[phrase.lowerBound].contains(.oblique) ? 1 : 0
    let verbAfter: UInt32 =
      after < view.count && !tokens.classes[after].isDisjoint(with: [.finite, .auxiliary, .modal])
        || (after < view.count && view.verb[after] != 0) ? 1 : 0
    let verbBefore: UInt32 = before >= 0 && view.verb[before] != 0 ? 1 : 0
    let first: UInt32 = tokens.flags[phrase.lowerBound].contains(.firstOfSentence) ? 1 : 0
    let block: UInt32 =
      tokens.blockOfSentence[own] == tokens.blockOfSentence[sentence] ? 0 : 1
    let otherType = UInt32(other.flatMap { ReportedSpeech.allCases.firstIndex(of: $0) } ?? 9)
    let inFrame: UInt32 =
      statement.frame.contains { $0.contains(phrase.lowerBound) }
      ? 2 : tags[phrase.lowerBound] == .speaker ? 1 : 0
    let place = source * 8 + min(away, 7)
    add(source, kind)
    add(place, type)
    add(place, rank)
    add(mix(1, place, rank), type)
    add(place, mix(2, otherType, type))
    add(place, mix(3, block, type))
    add(quality)
    add(quality, source)
    add(anyPerson, mix(4, source, quality == 0 ? 0 : 1))
    add(view.word[head])
    add(view.ending[head])
    add(mix(5, afterPreposition, oblique), source)
    add(mix(6, verbAfter, verbBefore), source)
    add(mix(7, first, verbAfter), place)
    add(mix(7, first, verbAfter), mix(8, afterPreposition, quality))
    add(part(before), source)
    add(part(after), source)
    add(UInt32(min(phrase.count, 6)), source)
    add(inFrame, kind)
    add(mix(9, inFrame, afterPreposition), mix(10, verbAfter, verbBefore))
    add(view.part[phrase.lowerBound], place)
    add(mix(11, rank, source), mix(12, verbAfter + verbBefore * 2, quality))
    let lemmaAfter = after < view.count ? view.lemma[after] : 0
    let lemmaBefore = before >= 0 ? view.lemma[before] : 0
    add(lemmaAfter, source)
    add(lemmaBefore, source)
    let clause = view.clauses[Int(view.clause[phrase.lowerBound])]
    add(clause.predicate, mix(13, quality, afterPreposition))
    add(mix(14, clause.verb == 0 ? 0 : 1, source), mix(15, quality, rank))
    let hinted = hints.isEmpty ? 0 : hints[head].speaks ? UInt32(1) : 0
    if !hints.isEmpty { add(hinted, place) }
    return SpeakerCandidate(tokens: phrase, keys: keys)
  }
}

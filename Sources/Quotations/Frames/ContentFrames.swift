import GermanLanguage
import TextModel

/// Content clauses whose frame has no verb of the reporting lexicon: "die Behauptung, dass …", "zeigte
/// sich überzeugt, …", "legte Wert darauf, dass …", and any clause in Konjunktiv behind a comma.
struct ContentFrames {
  let sentence: SentenceReading
  let subjects: SubjectFinder
  private var context: ArticleContext { sentence.context }
  private var segments: [Segment] { sentence.segments }

  init(_ sentence: SentenceReading) {
    self.sentence = sentence
    subjects = SubjectFinder(sentence.context)
  }

  func candidates() -> [Candidate] {
    for index in segments.indices.dropFirst() {
      if let found = content(index) { return [found] }
    }
    return []
  }

  private func content(_ index: Int) -> Candidate? {
    let segment = segments[index]
    guard segment.before == .comma || segment.before == .colon || segment.before == .dash else {
      return nil
    }
    let kind: String
    switch segment.opener {
    case .dass where context.key(sentence.firstWord(segment)) == .dass:
      if index > 0, sentence.namesCondition(segments[index - 1]) { return nil }
      kind = "dass"
    case .ob: kind = "ob"
    case .infinitive where !sentence.isPurpose(segment): kind = "infinitive"
    case .main where segment.konjunktiv1 && isSecondPosition(segment): kind = "konjunktiv"
    default: return nil
    }
    // The matrix clause: a main clause before, or this noun's own clause.
    guard let matrix = matrix(before: index) else { return nil }
    let end = contentEnd(index)
    guard let quote = sentence.trimmed(segment.begin..<end), sentence.words(quote) >= 2 else {
      return nil
    }
    let last = lastWord(before: segment.begin)
    var cue: [Range<Int>] = []
    var speaker: [Range<Int>] = []
    var rule = ""
    let matrixSegment = segments[matrix]
    let begin = segments[sentence.clauseStart(matrix)].begin
    let subject =
      matrixSegment.hasFinite ? subject(matrixSegment, begin, limit: segment.begin) : nil
    if let phrase = fixedPhrase(in: matrixSegment), let subject, subject.canSpeak {
      rule = "phrase." + kind
      speaker = [subject.range]
      cue = phrase
    } else if let noun = sayingNoun(before: segment.begin) {
      rule = "noun." + kind
      cue = [noun.begin..<noun.head + 1]
      if matrixSegment.hasFinite, matrixSegment.finite < noun.begin {
        cue.insert(matrixSegment.finite..<matrixSegment.finite + 1, at: 0)
      }
      if let owner = owner(of: noun) {
        // "die Forderung des Vorsitzenden": the whole phrase.
        speaker = [noun.begin..<owner.upperBound]
      } else if let subject, subject.canSpeak || subject.isTime, subject.head != noun.head {
        speaker = [subject.range]
      } else if let source = source(begin, limit: noun.begin) {
        speaker = [source]
      } else if noun.end == segment.begin - 1 {
        speaker = [noun.range]
      }
    } else if let last, context.has(last, .adjective), context.has(last, .saying) {
      guard let subject else { return nil }
      rule = "adjective." + kind
      speaker = [subject.range]
      cue = [matrixSegment.finite..<matrixSegment.finite + 1, last..<last + 1]
    } else if kind == "konjunktiv" || (kind == "dass" && segment.konjunktiv1) {
      guard matrixSegment.hasFinite, !matrixSegment.isKonjunktiv else { return nil }
      rule = "matrix." + kind
      if let subject { speaker = [subject.range] }
      cue = [matrixSegment.finite..<matrixSegment.finite + 1]
    } else {
      return nil
    }
    return Candidate(
      type: .indirect, medium: .speechOrWriting, quote: [quote], speaker: speaker, cue: cue,
      frame: frame(begin: frameBegin(matrix), quote: quote), rule: rule, sentence: sentence.number)
  }

  /// "stellte … in Aussicht": verb and words of `reporting-phrases.tsv`.
  private func fixedPhrase(in segment: Segment) -> [Range<Int>]? {
    for token in segment.range where context.tokens.verbs[token] >= 0 {
      for words in context.reporting.phrases[Int(context.tokens.verbs[token])] {
        for begin in segment.range where begin + words.count <= segment.end {
          guard words.indices.allSatisfy({ context.tokens.folds[begin + $0] == words[$0] }),
            !context.masked[begin]
          else { continue }
          var tokens = Array(begin..<begin + words.count)
          tokens.append(token)
          if segment.hasFinite, segment.finite != token { tokens.append(segment.finite) }
          return Cue.ranges(of: tokens)
        }
      }
    }
    return nil
  }

  private func frame(begin: Int, quote: Range<Int>) -> [Range<Int>] {
    var result = [begin..<quote.lowerBound]
    if quote.upperBound < sentence.core.upperBound {
      result.append(quote.upperBound..<sentence.core.upperBound)
    }
    return result
  }

  private func isSecondPosition(_ segment: Segment) -> Bool {
    // "es sei denn"
    if context.key(segment.finite) == .sei, segment.finite + 1 < context.tokens.count,
      context.key(segment.finite + 1) == .denn
    {
      return false
    }
    return standsSecond(segment)
  }

  private func standsSecond(_ segment: Segment) -> Bool {
    segment.finite > segment.begin && !context.has(segment.begin, .coordinator)
  }

  private func frameBegin(_ matrix: Int) -> Int {
    for index in stride(from: matrix, to: 0, by: -1) where segments[index].before == .semicolon {
      return segments[index].begin
    }
    return sentence.core.lowerBound
  }

  private func matrix(before index: Int) -> Int? {
    var number = index - 1
    while number >= 0 {
      let segment = segments[number]
      if segment.opener == .main, segment.hasFinite { return number }
      if segment.opener == .adverbial || segment.opener == .dass { return nil }
      number -= 1
    }
    return index > 0 ? index - 1 : nil
  }

  private func lastWord(before token: Int) -> Int? {
    var at = token - 1
    while at >= sentence.core.lowerBound, !context.isWord(at) { at -= 1 }
    return at >= sentence.core.lowerBound ? at : nil
  }

  private func subject(_ segment: Segment, _ begin: Int, limit: Int) -> NounPhrase? {
    subjects.ofSecond(segment.finite, clauseBegin: begin, limit: limit)
  }

  /// A noun of saying whose phrase ends right before the comma.
  private func sayingNoun(before content: Int) -> NounPhrase? {
    let comma = content - 1
    guard comma > sentence.core.lowerBound else { return nil }
    var at = comma - 1
    var steps = 0
    while at >= sentence.core.lowerBound, steps < 9 {
      if context.kind(at) == .comma { return nil }
      if context.has(at, .saying), context.isNounLike(at), !context.masked[at] {
        var begin = at
        while begin > sentence.core.lowerBound, at - begin < 3,
          context.isAdjectiveLike(begin - 1)
            || context.has(begin - 1, [.definiteArticle, .indefiniteArticle, .possessive])
        {
          begin -= 1
        }
        // What stands between noun and comma must be its attribute, a particle or a participle.
        for between in at + 1..<max(at + 1, comma) where context.has(between, .finite) {
          return nil
        }
        return NounPhrase(begin: begin, end: at + 1, head: at)
      }
      at -= 1
      steps += 1
    }
    return nil
  }

  /// "die Behauptung der Regierung", "Putins Forderung".
  private func owner(of noun: NounPhrase) -> Range<Int>? {
    let next = noun.end
    guard next < sentence.core.upperBound, context.isWord(next),
      context.has(next, [.definiteArticle, .indefiniteArticle]) || context.key(next) == .von
        || context.key(next) == .vom
    else { return nil }
    let start = context.has(next, .preposition) ? next + 1 : next
    guard
      let phrase = subjects.reader.phrase(
        at: start, limit: sentence.core.upperBound, [.apposition]),
      phrase.canSpeak
    else { return nil }
    return phrase.range
  }

  /// "Von der Polizei kam die Information": who stands behind a preposition in front.
  private func source(_ begin: Int, limit: Int) -> Range<Int>? {
    guard begin < limit, [.von, .vom, .aus, .bei, .beim, .in, .im].contains(context.key(begin)),
      let phrase = subjects.reader.phrase(at: begin + 1, limit: limit, [.apposition]),
      phrase.canSpeak, !phrase.isTime
    else { return nil }
    return phrase.range
  }

  /// The content ends at the sentence's end, or where the matrix clause goes on with its verb.
  private func contentEnd(_ index: Int) -> Int {
    var next = index + 1
    while next < segments.count {
      let segment = segments[next]
      if segment.before == .semicolon { return segment.begin - 1 }
      // ", …, wies er zurück": the matrix verb stands behind.
      if segment.opener == .main, segment.hasFinite, !segment.isKonjunktiv,
        segment.finite == segment.begin
      {
        return segment.begin - 1
      }
      if segment.opener == .main, segment.hasFinite, !segment.isKonjunktiv,
        [.und, .doch, .aber, .jedoch].contains(context.key(segment.begin)),
        segment.finite - segment.begin <= 8
      {
        return segment.begin - 1
      }
      next += 1
    }
    return sentence.core.upperBound
  }
}

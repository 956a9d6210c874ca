import GermanLanguage

/// A reporting verb with everything that belongs to its verb complex.
struct Cue {
  /// The token that carries the lexical meaning.
  var verb: Int
  /// The finite verb: the same, or the auxiliary.
  var finite: Int
  /// All tokens of the cue, ordered.
  var tokens: [Int]
  var frame: ReportingLexicon.Frame
  var isPassive = false
  /// Number of the segment that holds the finite verb.
  var segment: Int
  /// The last token of the verb complex, with particle.
  var last: Int { tokens.max() ?? verb }

  /// Runs of neighbouring tokens.
  var ranges: [Range<Int>] { Self.ranges(of: tokens) }

  static func ranges(of tokens: [Int]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    for token in tokens.sorted() {
      if let last = result.last, last.upperBound == token {
        result[result.count - 1] = last.lowerBound..<token + 1
      } else if result.last?.contains(token) != true {
        result.append(token..<token + 1)
      }
    }
    return result
  }
}

/// Finds reporting verbs: simple forms, with a separated particle, in the perfect and the passive.
struct CueFinder {
  let sentence: SentenceReading
  private var context: ArticleContext { sentence.context }

  init(_ sentence: SentenceReading) {
    self.sentence = sentence
  }

  func cues() -> [Cue] {
    var result: [Cue] = []
    for (index, segment) in sentence.segments.enumerated() {
      for token in segment.range where !context.masked[token] {
        let verb = context.tokens.verbs[token]
        guard verb >= 0 else { continue }
        let frames = context.reporting.frames(of: verb)
        guard !frames.isEmpty else { continue }
        if let cue = cue(token, frames, index, segment) { result.append(cue) }
      }
    }
    return result
  }

  private func cue(
    _ token: Int, _ frames: [ReportingLexicon.Frame], _ index: Int, _ segment: Segment
  ) -> Cue? {
    let classes = context.classes(token)
    // "zu sagen", "mitzuteilen" are no cues of their own.
    if token > segment.begin, context.key(token - 1) == .zu { return nil }
    var finite = token
    var home = index
    var isPassive = false
    var tokens = [token]
    if segment.finite != token, classes.contains(.participle), segment.finite >= 0,
      context.has(segment.finite, .auxiliary) || context.has(segment.finite, .modal)
    {
      // Participle with its auxiliary: "hat … gesagt", "wurde … vorgeworfen".
      finite = segment.finite
      tokens = [finite, token]
      switch context.key(finite) {
      case .wird, .werden, .wurde, .wurden, .werde, .wuerde: isPassive = true
      case .ist, .sind, .war, .waren, .sei, .seien:
        isPassive = true
      default: break
      }
      // The participle stands at the end of its clause.
      let next = token + 1
      if next < segment.end, context.key(next) == .worden || context.has(next, [.auxiliary]) {
        if context.key(next) == .worden { isPassive = true }
        if context.key(next) == .worden || next == segment.finite { tokens.append(next) }
      } else if next < segment.end, segment.opener == .main, !context.masked[next],
        context.isNounLike(next), context.adjectiveEnds[token]
      {
        return nil
      }
    } else if let auxiliary = auxiliary(beyond: token, index, segment) {
      // "hatte die Leiterin, Eva Holm, erklärt"
      finite = auxiliary.token
      tokens = [finite, token]
      home = auxiliary.segment
    } else if segment.finite != token, classes.contains(.infinitive),
      isModalInfinitive(token, segment)
    {
      // "wollte wissen", "musste einräumen"
      finite = segment.finite
      tokens = [finite, token]
    } else if classes.isDisjoint(with: [.finite, .ambiguousFinite, .konjunktiv1, .konjunktiv2]) {
      return nil
    } else if classes.contains(.infinitive), segment.finite != token {
      return nil
    } else if segment.finite != token {
      // A second finite verb of the clause: after "und".
      guard isCoordinatedVerb(token, segment) else { return nil }
    }
    // Which frame: with the particle that stands at the end of the clause.
    var chosen: ReportingLexicon.Frame?
    for frame in frames where frame.particle != 0 && finite == token {
      if let particle = particle(frame.particle, after: token, index) {
        chosen = frame
        tokens.append(particle)
        break
      }
    }
    // "bekannt geworden", "fest gestellt": the particle stands right before the participle.
    if chosen == nil, finite != token, token > segment.begin {
      for frame in frames
      where frame.particle != 0 && frame.particle == context.tokens.folds[token - 1] {
        chosen = frame
        tokens.append(token - 1)
        if frame.lemma == "bekanntwerden" { isPassive = true }
        break
      }
    }
    if chosen == nil {
      chosen = frames.first { $0.particle == 0 }
      if chosen != nil, finite == token, hasOtherParticle(after: token, index) { return nil }
    }
    guard let frame = chosen else { return nil }
    // Perfect with "sein", no passive.
    if ["ausgehen", "hervorgehen", "übereinkommen"].contains(frame.lemma) { isPassive = false }
    addCompanions(&tokens, segment, finite)
    return Cue(
      verb: token, finite: finite, tokens: Array(Set(tokens)), frame: frame, isPassive: isPassive,
      segment: home)
  }

  /// The auxiliary of a participle that stands alone in its segment, past an apposition or a relative
  /// clause.
  private func auxiliary(
    beyond token: Int, _ index: Int, _ segment: Segment
  ) -> (token: Int, segment: Int)? {
    guard index > 0, segment.finite == token || segment.finite < 0, segment.opener == .main,
      segment.before != .colon,
      context.has(token, .participle), segment.end == token + 1, token - segment.begin <= 1
    else { return nil }
    for number in stride(from: index - 1, through: max(0, index - 3), by: -1) {
      let earlier = sentence.segments[number]
      if earlier.opener == .relative || !earlier.hasFinite { continue }
      guard earlier.opener == .main,
        [.hat, .haben, .hatte, .hatten].contains(context.key(earlier.finite)),
        !context.has(earlier.end - 1, [.participle, .infinitive]), number < index - 1
      else { return nil }
      return (earlier.finite, number)
    }
    return nil
  }

  /// An infinitive at the end of a main clause with a modal that does not deny the utterance.
  private func isModalInfinitive(_ token: Int, _ segment: Segment) -> Bool {
    guard segment.opener == .main, segment.finite >= 0, token > segment.finite,
      token + 1 == segment.end || context.masked[token + 1], !context.isCapital(token),
      context.key(token - 1) != .nicht
    else { return false }
    return Self.modals.contains(context.tokens.folds[segment.finite])
  }

  private static let modals = Set(
    ["will", "wollen", "wollte", "wollten", "musste", "mussten", "möchte", "möchten"]
      .map { WordFold.hash($0) })

  private func isCoordinatedVerb(_ token: Int, _ segment: Segment) -> Bool {
    var at = token - 1
    let isFinal = segment.opener != .main
    if isFinal { return token + 1 == segment.end || context.has(token + 1, .coordinator) }
    var steps = 0
    while at > segment.begin, steps < 5 {
      if [.und, .aber, .doch, .oder, .sondern].contains(context.key(at)) {
        return at > segment.finite && segment.finite >= 0
      }
      at -= 1
      steps += 1
    }
    return false
  }

  /// The separated particle: last word of its segment, in this segment or, past a relative clause, in a
  /// later one.
  private func particle(_ fold: UInt64, after token: Int, _ index: Int) -> Int? {
    var number = index
    while number < sentence.segments.count, number <= index + 3 {
      let segment = sentence.segments[number]
      if number > index, segment.isSubordinate || segment.hasFinite {
        if segment.opener != .relative, segment.hasFinite { return nil }
      }
      var at = max(segment.begin, token + 1)
      while at < segment.end {
        if context.tokens.folds[at] == fold, !context.masked[at], !context.isCapital(at),
          isClauseEnd(at + 1, segment)
        {
          return at
        }
        at += 1
      }
      number += 1
    }
    return nil
  }

  private func isClauseEnd(_ at: Int, _ segment: Segment) -> Bool {
    if at >= segment.end { return true }
    if context.masked[at] { return true }
    return [.und, .oder, .aber].contains(context.key(at)) || !context.isWord(at)
  }

  /// "stellte … vor" is not "stellte": a particle that this verb's frames do not know.
  private func hasOtherParticle(after token: Int, _ index: Int) -> Bool {
    let segment = sentence.segments[index]
    let last = segment.end - 1
    guard last > token, context.has(last, .particle), !context.isCapital(last),
      segment.opener == .main
    else { return false }
    // "an", "auf" … directly before the comma; adverbs that are particles too do not count.
    return !context.has(last, .adverb) || context.key(last) == .vor || context.key(last) == .zu
  }

  /// sich, es, davon, darauf … that belong to the cue.
  private func addCompanions(_ tokens: inout [Int], _ segment: Segment, _ finite: Int) {
    for token in segment.range where !context.masked[token] {
      switch context.key(token) {
      case .sich:
        if abs(token - finite) <= 4 { tokens.append(token) }
      case .davon, .darauf, .darueber:
        if token + 1 >= segment.end || context.has(token + 1, [.particle, .participle]) {
          tokens.append(token)
        }
      case .es:
        if abs(token - finite) == 1 { tokens.append(token) }
      default: break
      }
    }
    // "zeigte sich überzeugt"
    let last = segment.end - 1
    if last > finite, tokens.count > 1, !context.masked[last],
      context.classes(last).isSuperset(of: [.adjective, .saying])
    {
      tokens.append(last)
    }
  }
}

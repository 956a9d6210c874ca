import GermanLanguage
import TextModel

/// Sources named by a preposition or particle: "laut X", "nach Angaben von X", "X zufolge", "gemäß X",
/// "…, so X", "demnach". The rest of the sentence is the quote.
struct SourcePhrases {
  let sentence: SentenceReading
  let reader: NounPhraseReader
  private var context: ArticleContext { sentence.context }

  init(_ sentence: SentenceReading) {
    self.sentence = sentence
    reader = NounPhraseReader(context: sentence.context)
  }

  func candidates() -> [Candidate] {
    var result: [Candidate] = []
    for token in sentence.range where !context.masked[token] {
      switch context.key(token) {
      case .laut: if let found = laut(token) { result.append(found) }
      case .nach: if let found = nach(token) { result.append(found) }
      case .zufolge: if let found = zufolge(token) { result.append(found) }
      case .gemaess: if let found = gemaess(token) { result.append(found) }
      case .so: if let found = so(token) { result.append(found) }
      case .demnach, .demzufolge, .danach:
        if let found = demnach(token) { result.append(found) }
      case .wonach: if let found = wonach(token) { result.append(found) }
      default: break
      }
    }
    return result
  }

  // MARK: laut

  private func laut(_ token: Int) -> Candidate? {
    guard token + 1 < sentence.core.upperBound,
      let phrase = source(at: token + 1), !phrase.isTime
    else { return nil }
    return candidate(
      frame: token..<phrase.end, cue: token..<token + 1, speaker: phrase.range,
      rule: "laut", medium: medium(phrase))
  }

  private func source(at start: Int) -> NounPhrase? {
    guard
      var phrase = reader.phrase(
        at: start, limit: sentence.core.upperBound, [.apposition, .coordination])
    else { return nil }
    extendSource(&phrase)
    return phrase
  }

  /// "Angaben aus Kreisen …", "eines Berichts in der Zeitung X", "des Instituts für X in Y".
  private func extendSource(_ phrase: inout NounPhrase) {
    var rounds = 0
    while rounds < 2, phrase.end + 1 < sentence.core.upperBound,
      [.aus, .in, .im, .bei, .beim, .ueber, .zu, .zum, .zur].contains(context.key(phrase.end)),
      (context.has(phrase.head, .source) && !isAttitude(phrase)) || context.key(phrase.end) == .aus,
      let inner = reader.phrase(
        at: phrase.end + 1, limit: sentence.core.upperBound, [.coordination]),
      inner.canSpeak, !inner.isTime,
      inner.isKnownSpeaker || context.has(phrase.head, .source) || context.has(inner.head, .source)
    {
      phrase.end = inner.end
      rounds += 1
    }
  }

  // MARK: nach

  private func nach(_ token: Int) -> Candidate? {
    guard token + 1 < sentence.range.upperBound else { return postposedNach(token) }
    if let found = postposedNach(token) { return found }
    if let found = relativeNach(token) { return found }
    guard let phrase = source(at: token + 1), !phrase.isTime, !phrase.isPronoun else { return nil }
    let head = context.classes(phrase.head)
    var isSource = false
    for inner in phrase.range where !context.masked[inner] {
      if context.has(inner, .saying), !context.has(inner, .time) {
        isSource = true
        break
      }
      if context.has(inner, [.definiteArticle]), inner > phrase.begin + 1 { break }
      if context.has(inner, .preposition) { break }
    }
    if !isSource, !head.isDisjoint(with: [.medium]) { isSource = true }
    if !isSource, head.contains(.source) { isSource = isWrittenSource(phrase) }
    guard isSource, !isOfTime(token) else { return nil }
    // "nach der Ankündigung des Ministers kam es …": an event in time, when a definite article and
    // no attitude noun.
    if let first = context.tokens.classes[safe: phrase.begin], first.contains(.definiteArticle),
      !isAttitude(phrase)
    {
      return nil
    }
    return candidate(
      frame: token..<phrase.end, cue: token..<token + 1, speaker: phrase.range,
      rule: "nach", medium: medium(phrase))
  }

  /// "Berichte, nach denen …": the pronoun of a relative clause behind a noun of saying.
  private func relativeNach(_ token: Int) -> Candidate? {
    let pronoun = token + 1
    guard let index = sentence.segment(of: token), sentence.segments[index].begin == token,
      sentence.segments[index].opener == .relative, context.has(pronoun, .relative),
      announced(before: token - 1) != nil
    else { return nil }
    return candidate(
      frame: token..<pronoun + 1, cue: token..<token + 1, speaker: pronoun..<pronoun + 1,
      rule: "nach", medium: .speechOrWriting)
  }

  /// "Zwei Monate nach", "kurz nach", "erst nach": of time.
  private func isOfTime(_ nach: Int) -> Bool {
    guard nach > sentence.core.lowerBound else { return false }
    return context.has(nach - 1, .time) || [.erst, .bereits].contains(context.key(nach - 1))
      || Self.beforeTimes.contains(context.tokens.folds[nach - 1])
  }

  private static let beforeTimes = Set(
    ["kurz", "bald", "unmittelbar", "gleich", "direkt", "lange"].map { WordFold.hash($0) })

  private func isWrittenSource(_ phrase: NounPhrase) -> Bool {
    // "nach einem Bericht", "nach Informationen der", not "nach dem Brief".
    !context.has(phrase.begin, .definiteArticle) || isAttitude(phrase)
  }

  static let attitudes: Set<UInt64> = Set(
    [
      "Meinung", "Ansicht", "Auffassung", "Einschätzung", "Überzeugung", "Darstellung", "Angaben",
      "Angabe", "Aussage", "Aussagen", "Worten", "Vorstellung", "Vorstellungen", "Informationen",
      "Erkenntnissen", "Schätzungen", "Schätzung", "Berichten", "Bericht", "Medienberichten",
      "Vermutungen", "Lesart", "Sicht", "Dafürhalten", "Behauptung", "Behauptungen", "Schilderung",
      "Version", "Hochrechnung", "Hochrechnungen", "Prognosen", "Prognose", "Auskunft", "Umfrage",
      "Studie", "Plänen", "Presseberichten", "Zeitungsberichten", "Agenturberichten",
      "Pressemeldungen", "Medieninformationen", "Polizeiangaben", "Zählung", "Statistik",
      "Berechnungen", "Berechnung", "Ermittlungen", "Analyse", "Urteil", "Interpretation",
      "Verständnis", "Mitteilung", "Meldungen", "Meldung", "Zeugenaussagen", "Äußerungen",
    ].map { WordFold.hash($0) })

  private func isAttitude(_ phrase: NounPhrase) -> Bool {
    for token in phrase.range where Self.attitudes.contains(context.tokens.folds[token]) {
      return true
    }
    return false
  }

  /// "eigenen Angaben nach", "ihrer Meinung nach", "seinen Angaben nach".
  private func postposedNach(_ token: Int) -> Candidate? {
    let next = token + 1
    guard token > sentence.core.lowerBound, context.has(token - 1, [.saying]),
      next >= sentence.core.upperBound || !context.isNounLike(next)
    else { return nil }
    var begin = token - 1
    while begin > sentence.core.lowerBound, token - begin < 4,
      context.isAdjectiveLike(begin - 1) || context.has(begin - 1, [.possessive, .definiteArticle])
    {
      begin -= 1
    }
    // "die Forderungen nach": no dative.
    if [.die, .das].contains(context.key(begin)) {
      // "Die seiner Ansicht nach fragwürdige Rolle": the phrase stands inside another one.
      guard begin + 1 < token - 1,
        context.has(begin + 1, .possessive) || context.isAdjectiveLike(begin + 1)
      else { return nil }
      return insidePhrase(article: begin, frame: begin + 1..<token + 1)
    }
    guard Self.attitudes.contains(context.tokens.folds[token - 1]) else { return nil }
    // "der Ankündigung nach" is rare; a following noun phrase makes it a plain preposition.
    if next < sentence.core.upperBound,
      context.has(next, [.definiteArticle, .indefiniteArticle, .possessive])
    {
      if begin == token - 1 { return nil }
    }
    return candidate(
      frame: begin..<token + 1, cue: token..<token + 1, speaker: begin..<token,
      rule: "nach.postposed", medium: .speechOrWriting)
  }

  /// "Die seiner Ansicht nach fragwürdige Rolle": the quote is the phrase around.
  private func insidePhrase(article: Int, frame: Range<Int>) -> Candidate? {
    var at = frame.upperBound
    while at < sentence.core.upperBound, !context.isNounLike(at), at - frame.upperBound < 8 {
      at += 1
    }
    guard
      let phrase = reader.phrase(
        at: min(at, sentence.core.upperBound), limit: sentence.core.upperBound)
    else { return nil }
    return Candidate(
      type: .indirect, medium: .speechOrWriting,
      quote: [article..<article + 1, frame.upperBound..<phrase.end],
      speaker: [frame.lowerBound..<frame.upperBound - 1],
      cue: [frame.upperBound - 1..<frame.upperBound], frame: [frame], rule: "nach.inside-phrase",
      sentence: sentence.number)
  }

  // MARK: zufolge, gemäß

  private func zufolge(_ token: Int) -> Candidate? {
    // Walk back to the begin of the phrase: the longest noun phrase that ends here.
    var best: Int?
    var begin = token - 1
    while begin >= sentence.core.lowerBound, token - begin <= 22 {
      if context.kind(begin) == .semicolon || context.kind(begin) == .colon { break }
      if let phrase = reader.phrase(
        at: begin, limit: token, [.greedy, .apposition, .coordination]),
        phrase.end == token, !context.masked[begin] || context.pairOpening[begin] >= 0
      {
        if !context.has(begin, [.finite, .adverb, .preposition]) || context.isNounLike(begin)
          || context.has(begin, [.definiteArticle, .possessive, .indefiniteArticle])
        {
          // A phrase with its own article ends the search unless a genitive hangs on it.
          best = begin
          if context.has(begin, [.definiteArticle, .indefiniteArticle]),
            context.key(begin) == .dem || context.key(begin) == .den
              || context.key(begin) == .einem
          {
            break
          }
        }
      } else if best != nil, context.has(begin, [.finite, .preposition, .adverb]) {
        if !context.has(begin, .preposition) { break }
      } else if context.kind(begin) == .comma, best != nil {
        break
      }
      begin -= 1
    }
    guard let best else { return nil }
    return candidate(
      frame: best..<token + 1, cue: token..<token + 1, speaker: best..<token,
      rule: "zufolge", medium: .speechOrWriting)
  }

  private func gemaess(_ token: Int) -> Candidate? {
    guard let phrase = source(at: token + 1), !phrase.isTime,
      isAttitude(phrase) || context.has(phrase.head, [.source, .saying])
        || phrase.range.contains(where: { context.has($0, [.organisation, .person]) })
    else { return nil }
    return candidate(
      frame: token..<phrase.end, cue: token..<token + 1, speaker: phrase.range,
      rule: "gemaess", medium: .speechOrWriting)
  }

  // MARK: so

  /// ", so Merkel." · ", so die Polizei weiter" · "(so Merkel)": "so" at the begin of a segment without a
  /// verb, and a nominative phrase that can speak.
  private func so(_ token: Int) -> Candidate? {
    guard token > sentence.core.lowerBound, let index = sentence.segment(of: token) else {
      return nil
    }
    let segment = sentence.segments[index]
    guard sentence.firstWord(segment) == token || context.kind(token - 1).isQuote,
      segment.finite < 0 || segment.finite < token, token + 1 < segment.end
    else { return nil }
    guard segment.before == .comma || segment.before == .dash || context.kind(token - 1).isQuote
    else { return nil }
    guard
      let phrase = reader.phrase(
        at: token + 1, limit: sentence.core.upperBound, SubjectFinder.full),
      !phrase.isOblique, phrase.canSpeak || phrase.begin == token + 1, !phrase.isTime,
      !context.has(token + 1, .adverb),
      !phrase.isPronoun || phrase.isKnownSpeaker
    else { return nil }
    // The frame runs to the end of its segment, or of the apposition that reaches further.
    var end = max(segment.end, phrase.end)
    if let last = sentence.segment(of: phrase.end - 1) {
      end = max(end, sentence.segments[last].end)
    }
    end = relativeTail(end, index)
    end = min(end, sentence.core.upperBound)
    return candidate(
      frame: token - 1..<end, cue: token..<token + 1, speaker: phrase.range, rule: "so",
      medium: .speech)
  }

  /// Extends a frame over relative clauses and appositions that follow it.
  private func relativeTail(_ end: Int, _ index: Int) -> Int {
    var end = end
    var next = index + 1
    while next < sentence.segments.count {
      let segment = sentence.segments[next]
      if segment.end <= end {
        next += 1
        continue
      }
      guard segment.opener == .relative, !segment.isKonjunktiv else { break }
      end = segment.end
      next += 1
    }
    return end
  }

  // MARK: demnach, wonach

  private func demnach(_ token: Int) -> Candidate? {
    // "Sie erklärte demnach: …": the verb has its own speaker.
    if token + 1 < sentence.range.upperBound, context.kind(token + 1) == .colon { return nil }
    guard let index = sentence.segment(of: token) else { return nil }
    let segment = sentence.segments[index]
    if context.key(token) == .danach {
      // Of time far more often: only at the sentence's begin before a Konjunktiv or "soll".
      guard token == sentence.core.lowerBound, segment.finite == token + 1,
        segment.isKonjunktiv || context.has(segment.finite, .hearsay)
      else { return nil }
    }
    return candidate(
      frame: token..<token + 1, cue: token..<token + 1, speaker: token..<token + 1,
      rule: "demnach", medium: .speechOrWriting)
  }

  private func wonach(_ token: Int) -> Candidate? {
    guard let index = sentence.segment(of: token),
      token > sentence.core.lowerBound
    else { return nil }
    let segment = sentence.segments[index]
    guard sentence.firstWord(segment) == token else { return nil }
    guard let quote = sentence.trimmed(token + 1..<sentence.core.upperBound) else { return nil }
    let source = announced(before: token - 1)
    return Candidate(
      type: .indirect, medium: .speechOrWriting, quote: [quote],
      speaker: [source ?? token..<token + 1], cue: [token..<token + 1],
      frame: [token..<token + 1], rule: "wonach", sentence: sentence.number)
  }

  /// "ein Bericht der Zeitung, wonach": the phrase with a noun of saying that ends at a comma.
  private func announced(before comma: Int) -> Range<Int>? {
    guard context.kind(comma) == .comma else { return nil }
    var best: Range<Int>?
    var begin = comma - 1
    while begin >= sentence.core.lowerBound, comma - begin <= 14, context.kind(begin) != .comma {
      if !context.has(begin, [.finite, .ambiguousFinite]),
        let phrase = reader.phrase(at: begin, limit: comma, [.greedy]), phrase.end == comma,
        let noun = phrase.range.first(where: { context.isNounLike($0) }),
        context.has(noun, [.source, .saying])
      {
        best = phrase.range
      }
      begin -= 1
    }
    return best
  }

  // MARK: The quote around the frame

  private func candidate(
    frame: Range<Int>, cue: Range<Int>, speaker: Range<Int>, rule: String, medium: Medium
  ) -> Candidate? {
    var parts: [Range<Int>] = []
    let scope = scope(of: frame)
    let frame =
      scope.lowerBound == frame.lowerBound ? frame.lowerBound..<verb(behind: frame) : frame
    if frame.lowerBound > scope.lowerBound,
      let before = sentence.trimmed(scope.lowerBound..<frame.lowerBound),
      sentence.words(before) > 0
    {
      parts.append(before)
    }
    if frame.upperBound < scope.upperBound,
      let after = sentence.trimmed(frame.upperBound..<scope.upperBound),
      sentence.words(after) > 0
    {
      parts.append(after)
    }
    guard !parts.isEmpty, parts.reduce(0, { $0 + sentence.words($1) }) >= 2 else { return nil }
    let place =
      parts.count == 2 ? "inside" : frame.lowerBound > parts[0].lowerBound ? "after" : "before"
    return Candidate(
      type: .indirect, medium: medium, quote: parts, speaker: [speaker], cue: [cue],
      frame: [frame], rule: rule + ".frame-" + place, sentence: sentence.number)
  }

  /// In front of the verb stands one constituent: "Nach Angaben der Sprecherin gegenüber der Zeitung ist …".
  private func verb(behind frame: Range<Int>) -> Int {
    guard let index = sentence.segment(of: frame.upperBound - 1) else { return frame.upperBound }
    for segment in sentence.segments[index...] {
      if segment.opener == .relative || (!segment.hasFinite && segment.opener == .main) { continue }
      let isDirect = segment.finite == segment.begin || segment.begin < frame.upperBound
      guard segment.opener == .main, segment.hasFinite, isDirect, segment.before != .colon,
        segment.finite >= frame.upperBound, segment.finite - frame.upperBound <= 20
      else { return frame.upperBound }
      return segment.finite
    }
    return frame.upperBound
  }

  /// The words that a source phrase speaks for: the sentence, or the part of it behind a semicolon.
  private func scope(of frame: Range<Int>) -> Range<Int> {
    var low = sentence.core.lowerBound
    var high = sentence.core.upperBound
    // Inside a relative clause it speaks for that clause.
    if let index = sentence.segment(of: frame.lowerBound),
      sentence.segments[index].opener == .relative, index > 0
    {
      low = sentence.segments[index].begin
      if sentence.segments[(index + 1)...].contains(where: { $0.opener == .main && $0.hasFinite }) {
        high = sentence.segments[index].end
      }
      return low..<max(low, high)
    }
    for segment in sentence.segments
    where segment.before == .semicolon || segment.before == .colon {
      if segment.begin <= frame.lowerBound {
        low = segment.begin
      } else if segment.before == .semicolon {
        high = min(high, segment.begin - 1)
      }
    }
    return low..<max(low, high)
  }

  /// How a source speaks: papers and reports in writing, people in speech, opinions in neither.
  private func medium(_ phrase: NounPhrase) -> Medium {
    guard let noun = phrase.range.first(where: { context.isNounLike($0) }) else {
      return .speechOrWriting
    }
    let fold = context.tokens.folds[noun]
    if Self.opinions.contains(fold) { return .speechOrThought }
    if context.has(noun, .saying) { return .speechOrWriting }
    if phrase.range.contains(where: { context.has($0, .medium) }) || context.has(noun, .source) {
      return .writing
    }
    return context.has(noun, [.person, .title, .givenName]) ? .speech : .speechOrWriting
  }

  private static let opinions = Set(
    ["Meinung", "Ansicht", "Auffassung", "Einschätzung", "Überzeugung", "Vorstellung", "Sicht"]
      .map { WordFold.hash($0) })
}

extension Array {
  /// The element, or nil outside.
  subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}

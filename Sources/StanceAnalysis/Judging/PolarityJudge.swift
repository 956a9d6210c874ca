import GermanLanguage
import TextModel

/// Decides what a speaker does by a statement, and where the speaker stands towards its object.
///
/// First the reporting verb or noun; where it says nothing, the words of the statement: what ought to
/// be, what the speaker intends, what is good or bad. Rules were written on the statements of training
/// documents only.
struct PolarityJudge {
  typealias Lemma = LemmaTable.Lemma

  let words: StanceWords
  let verbs: ReportingVerbs
  let nouns: LemmaMap<ReportingVerbs.Verb>

  struct Verdict {
    var act: SpeechAct = .assert
    /// +1, 0, -1.
    var sign = 0
    var isAmbivalent = false
    var confidence = 0.5
    /// The verb that decided, so that a cue which contains it is not turned a second time.
    var verbToken: Int?
    /// Whether the sign comes from the reporting words, not from what was said.
    var isFromReport = false
    /// The reporting word, if one was found.
    var reporting: ReportingVerbs.Verb?
    /// Whether the reporting word is negated: "forderte nicht".
    var isReportNegated = false
    /// What all signals together say, and how surely.
    var weighedSign = 0
    var weighedConfidence = 0.0
    /// Whether the report denies what follows.
    var denies: Bool { act == .reject || act == .deny || act == .doubt }
  }

  func judge(
    _ statement: Statement, _ scope: StatementScope, _ lemmas: ArticleLemmas,
    speakerOnlyReports: Bool
  ) -> Verdict {
    var verdict = Verdict()
    var informs = false
    if var reporting = reportingWord(statement, scope, lemmas) {
      if reporting.verb.act == .threaten, isImpersonal(scope, lemmas) {
        // "Es drohe eine Dürre": nobody threatens, somebody warns.
        reporting.verb.act = .warn
        reporting.verb.stance = -1
      }
      verdict.reporting = reporting.verb
      verdict.act = reporting.verb.act
      verdict.sign = reporting.verb.stance
      verdict.verbToken = reporting.token
      informs = reporting.verb.informs
      verdict.confidence = reporting.verb.stance == 0 ? 0.5 : 0.8
      verdict.isFromReport = reporting.verb.stance != 0
      if reporting.verb.stance != 0, !lemmas.isCapitalised(reporting.token),
        isNegated(reporting.token, lemmas, reach: 4)
      {
        verdict.sign = -verdict.sign
        verdict.isReportNegated = true
        verdict.confidence = 0.6
      }
    } else if let shape = headlineShape(statement, scope, lemmas) {
      verdict.sign = shape.sign
      verdict.verbToken = shape.token
      verdict.confidence = 0.8
      verdict.isFromReport = true
    }
    if verdict.sign == 0,
      verdict.act == .assert || verdict.act == .announce || verdict.act == .other
    {
      judgeContent(
        statement, scope, lemmas, &verdict,
        speakerOnlyReports: speakerOnlyReports || informs || tellsFacts(scope, lemmas))
    } else if verdict.act == .announce, examines(scope, lemmas) {
      verdict.sign = 0
    }
    if concedes(scope, lemmas), statement.type == .reported || verdict.sign != 0 {
      if statement.type == .reported { verdict.isAmbivalent = true }
    }
    return verdict
  }

  // MARK: Reporting words

  func reportingWord(
    _ statement: Statement, _ scope: StatementScope, _ lemmas: ArticleLemmas
  ) -> (verb: ReportingVerbs.Verb, token: Int)? {
    var best: (verb: ReportingVerbs.Verb, token: Int)?
    func consider(_ range: Range<Int>, allowsWeak: Bool, nounsToo: Bool) {
      for token in range where lemmas.has([.reports, .reportsAsNoun], at: token) {
        for lemma in lemmas.lemmas(token) {
          if nounsToo, lemmas.isCapitalised(token), let noun = nouns[lemma] {
            // In a summary a noun counts only where no verb reports.
            if best == nil || (best?.verb.stance == 0 && allowsWeak) { best = (noun, token) }
          }
          for verb in verbs.verbs(lemma) {
            if let partner = verb.partner {
              guard hasLemma(partner, near: token, lemmas) else { continue }
            } else if lemmas.isCapitalised(token),
              !lemmas.tokens.flags[token].contains(.firstOfSentence)
            {
              continue
            }
            if verb.isWeak, !allowsWeak, verb.stance != 0 { continue }
            if let companion = verb.companion, !has(companion, near: token, lemmas) { continue }
            if best == nil || (best?.verb.stance == 0 && verb.stance != 0) { best = (verb, token) }
          }
        }
      }
    }
    for range in scope.cue { consider(range, allowsWeak: true, nounsToo: true) }
    // Whoever gives reasons for a demand names it in passing.
    if best == nil || best?.verb.stance == 0, best?.verb.fineAct != "justify",
      statement.type != .reported, scope.told.has(.reportsAsNoun)
    {
      // "betonte seine Hoffnung", "mit Kritik": nouns of the reporting clause; not those inside
      // relative clauses, which belong to the author.
      for range in scope.report {
        // Near its end, where it announces what follows: "seine Hoffnung, dass", "mit Kritik:".
        for token in range.suffix(5)
        where lemmas.has(.reportsAsNoun, at: token) && lemmas.isCapitalised(token)
          && !isInSpeaker(token, scope)
        {
          for lemma in lemmas.lemmas(token) {
            if let noun = nouns[lemma], best == nil || best?.verb.stance == 0 {
              best = (noun, token)
            }
          }
        }
      }
    }
    if statement.type == .reported, statement.cue.isEmpty,
      scope.said.has([.reports, .reportsAsNoun])
    {
      for range in scope.content { consider(range, allowsWeak: false, nounsToo: true) }
    }
    return best
  }

  private func isImpersonal(_ scope: StatementScope, _ lemmas: ArticleLemmas) -> Bool {
    lemmas.have(.impersonal, in: scope.cue) || scope.told.has(.impersonal)
  }

  func isInSpeaker(_ token: Int, _ scope: StatementScope) -> Bool {
    scope.speaker.contains { $0.contains(token) }
  }

  private func has(_ key: WordKey, near token: Int, _ lemmas: ArticleLemmas) -> Bool {
    let sentence = lemmas.tokens.sentences[lemmas.tokens.sentence(of: token)]
    for other in max(sentence.lowerBound, token - 8)..<min(sentence.upperBound, token + 12)
    where lemmas.tokens.kinds[other] == .word
      && lemmas.tokens.ends[other] - lemmas.tokens.begins[other] <= 6
    {
      let isIt = lemmas.word(other).withUnsafeBufferPointer { word in
        withFolded(word) { letters in
          if WordKey(letters) == key { return true }
          // dafür, davor, dagegen, darauf
          guard letters.count > 2, letters[0] == UInt8(ascii: "d"), letters[1] == UInt8(ascii: "a")
          else { return false }
          return WordKey(letters[(letters[2] == UInt8(ascii: "r") ? 3 : 2)...]) == key
        }
      }
      if isIt { return true }
    }
    return false
  }

  private func hasLemma(_ lemma: Lemma, near token: Int, _ lemmas: ArticleLemmas) -> Bool {
    let sentence = lemmas.tokens.sentences[lemmas.tokens.sentence(of: token)]
    let near = max(sentence.lowerBound, token - 20)..<min(sentence.upperBound, token + 12)
    return near.contains { lemmas.has(lemma, at: $0) }
  }

  /// "Lukaschenko für Waffenruhe", "Grüne gegen Kohle": a headline without a verb.
  private func headlineShape(
    _ statement: Statement, _ scope: StatementScope, _ lemmas: ArticleLemmas
  ) -> (sign: Int, token: Int)? {
    guard statement.zone != .body, statement.type == .reported, scope.contentCount <= 12 else {
      return nil
    }
    for range in scope.content {
      for token in range.dropFirst() {
        if lemmas.has(.against, at: token) { return (-1, token) }
        if lemmas.has(.inFavour, at: token) { return (1, token) }
      }
    }
    return nil
  }

  /// "laut X", "nach Angaben von X": the words pass something on; "nach Ansicht von X" tells an opinion.
  func isSourceFormula(_ scope: StatementScope, _ lemmas: ArticleLemmas) -> Bool {
    formula(scope, lemmas) == .source
  }

  enum Formula { case source, opinion }

  func formula(_ scope: StatementScope, _ lemmas: ArticleLemmas) -> Formula? {
    guard lemmas.have(.formula, in: scope.cue) else { return nil }
    let isOpinion = scope.told.has(.opinion) || lemmas.have(.opinion, in: scope.speaker)
    return isOpinion ? .opinion : .source
  }

  // MARK: What was said

  private func judgeContent(
    _ statement: Statement, _ scope: StatementScope, _ lemmas: ArticleLemmas,
    _ verdict: inout Verdict, speakerOnlyReports: Bool
  ) {
    var obliged = 0
    var intends = 0
    var judged = 0.0
    var own = 0
    let isShort = scope.contentCount <= 6
    for range in scope.content
    where !scope.said.effects.isEmpty || scope.said.has([.reports, .judges]) {
      for token in range {
        guard !lemmas.effects(token).isEmpty || lemmas.has([.reports, .judges], at: token) else {
          continue
        }
        for lemma in lemmas.lemmas(token) {
          if own == 0, let verb = ownVerb(lemma, token, range, lemmas) {
            own = isNegated(token, lemmas, reach: 4) ? -verb.stance : verb.stance
            if verdict.act == .assert { verdict.act = verb.act }
          }
          let effects = words[lemma]
          guard !effects.isEmpty else { continue }
          if obliges(effects, token, lemmas), statement.type != .freeIndirect {
            obliged += isNegated(token, lemmas, reach: 5) ? -1 : 1
          }
          if effects.contains(.forbids), isNegated(token, lemmas, reach: 6) { obliged -= 1 }
          if effects.contains(.intends), isIntention(token, statement, lemmas) {
            intends += isNegated(token, lemmas, reach: 8) ? -1 : 1
          }
        }
        let judging = judging(token, lemmas)
        if !judging.isEmpty {
          judged += judgement(judging, token, lemmas) * (judged == 0 ? 1 : 0.6)
        }
      }
    }
    intends += future(statement, scope, lemmas)
    if intends > 0, examines(scope, lemmas) { intends = 0 }
    let framed = frameJudgement(statement, scope, lemmas)
    if framed != 0 {
      verdict.sign = framed
      verdict.act = framed > 0 ? .praise : .accuse
      verdict.confidence = 0.7
      verdict.isFromReport = true
    } else if own != 0 {
      verdict.sign = own
      verdict.confidence = 0.65
    } else if intends != 0 {
      verdict.sign = intends.signum()
      if verdict.act == .assert { verdict.act = intends > 0 ? .announce : .reject }
      verdict.confidence = 0.65
    } else if obliged != 0, !speakerOnlyReports || statement.type == .reported {
      verdict.sign = obliged.signum()
      if verdict.act == .assert { verdict.act = obliged > 0 ? .demand : .reject }
      verdict.confidence = 0.65
    } else if abs(judged) >= 0.8, !speakerOnlyReports || (isShort && statement.type == .direct) {
      verdict.sign = judged > 0 ? 1 : -1
      if verdict.act == .assert { verdict.act = judged > 0 ? .praise : .accuse }
      verdict.confidence = 0.55
    } else if isShort, statement.type == .direct, isLabel(scope, lemmas) {
      // A word in quotation marks that somebody "called" a thing is mostly no praise.
      verdict.sign = -1
      verdict.act = .accuse
      verdict.confidence = 0.4
    }
  }

  /// Judging words of the reporting clause: "zeigte sich enttäuscht", "äußerte sich lobend". Not those of
  /// the speaker's description or of relative clauses.
  func frameJudgement(
    _ statement: Statement, _ scope: StatementScope, _ lemmas: ArticleLemmas
  ) -> Int {
    guard scope.told.has(.judges) else { return 0 }
    var sum = 0.0
    for range in scope.report {
      var isAside = false
      for token in range {
        if lemmas.tokens.kinds[token] == .comma {
          isAside =
            token + 1 < range.upperBound && lemmas.tokens.classes[token + 1].contains(.relative)
        }
        guard lemmas.has(.judges, at: token), !isAside, !isInSpeaker(token, scope) else { continue }
        let effects = judging(token, lemmas)
        if !effects.isDisjoint(with: Self.judging.subtracting(.badIfNegated)) {
          sum += judgement(effects, token, lemmas)
        }
      }
    }
    return abs(sum) >= 1 ? (sum > 0 ? 1 : -1) : 0
  }

  static let judging: StanceWords.Effects =
    StanceWords.Effects.goods.union(StanceWords.Effects.bads).union(.badIfNegated)

  /// The judgement of a token: by its very form, else by the longest word that it can be (*Unsicherheit*
  /// before *Sicherheit*).
  func judging(_ token: Int, _ lemmas: ArticleLemmas) -> StanceWords.Effects {
    guard lemmas.has(.judges, at: token) else { return [] }
    let form = spelled(words.effects(ofForm: lemmas.tokens.folds[token]), token, lemmas)
    if !form.isDisjoint(with: Self.judging) { return form }
    for lemma in lemmas.lemmas(token).reversed() {
      let effects = spelled(words.effects(lemma, in: lemmas.word(token)), token, lemmas)
      if !effects.isDisjoint(with: Self.judging) { return effects }
    }
    return []
  }

  /// The effects of a lemma that a token of this spelling can have.
  func spelled(
    _ effects: StanceWords.Effects, _ token: Int, _ lemmas: ArticleLemmas
  ) -> StanceWords.Effects {
    effects.spelled(
      capitalised: lemmas.isCapitalised(token),
      first: lemmas.tokens.flags[token].contains(.firstOfSentence))
  }

  /// +1 or -1 for a judging word, half of it for an adjective before its noun; turned by a negator.
  private func judgement(
    _ effects: StanceWords.Effects, _ token: Int, _ lemmas: ArticleLemmas
  ) -> Double {
    let negated = isNegated(token, lemmas, reach: 3)
    let isGood = !effects.isDisjoint(with: StanceWords.Effects.goods)
    if !isGood, effects.isDisjoint(with: StanceWords.Effects.bads) { return negated ? -1 : 0 }
    var weight = isGood ? 1.0 : -1.0
    let next = token + 1
    if !lemmas.isCapitalised(token), next < lemmas.tokens.count, lemmas.isCapitalised(next),
      lemmas.word(token).last != UInt8(ascii: "t")
    {
      weight *= 0.6
    }
    return negated ? -weight : weight
  }

  /// A verb of reporting that the speaker says of himself or herself: "wir fordern", "ich bedauere",
  /// "gefordert wird".
  func ownVerb(
    _ lemma: Lemma, _ token: Int, _ range: Range<Int>, _ lemmas: ArticleLemmas
  ) -> ReportingVerbs.Verb? {
    guard !lemmas.isCapitalised(token) || token == range.lowerBound else { return nil }
    for verb in verbs.verbs(lemma) where verb.stance != 0 && verb.partner == nil && !verb.isWeak {
      if let companion = verb.companion, !has(companion, near: token, lemmas) { continue }
      let near = max(range.lowerBound, token - 3)..<min(range.upperBound, token + 3)
      if near.contains(where: { lemmas.has(.speaking, at: $0) }) { return verb }
    }
    return nil
  }

  /// nannte, bezeichnete, sprach von: the quoted words are a label.
  func isLabel(_ scope: StatementScope, _ lemmas: ArticleLemmas) -> Bool {
    lemmas.have(.labelling, in: scope.cue)
  }

  /// Whether the outcome is open: "will prüfen", "werde beraten".
  func examines(_ scope: StatementScope, _ lemmas: ArticleLemmas) -> Bool {
    scope.said.effects.contains(.examines)
  }

  /// Whether police, a study or a paper speaks, which tell facts.
  func tellsFacts(_ scope: StatementScope, _ lemmas: ArticleLemmas) -> Bool {
    scope.speaker.contains { range in
      range.contains { token in
        lemmas.effects(token).contains(.reportsFacts) && lemmas.isCapitalised(token)
      }
    }
  }

  /// muss, müsse, sollte: what ought to be; not "musste", which tells what was.
  func obliges(
    _ effects: StanceWords.Effects, _ token: Int, _ lemmas: ArticleLemmas
  ) -> Bool {
    if lemmas.isNameLike(token) { return effects.contains(.obligesAsNoun) }
    return effects.contains(.obliges) && isObligation(token, lemmas)
  }

  private func isObligation(_ token: Int, _ lemmas: ArticleLemmas) -> Bool {
    if lemmas.tokens.classes[token].contains(.hearsay) { return false }
    let word = lemmas.word(token)
    return !word.starts(with: "musst".utf8) && !word.starts(with: "wollt".utf8)
  }

  /// Whether the subject of "wollen" is the speaker: a first person, er, sie or man beside it, or the
  /// subject of a summary.
  func isIntention(
    _ token: Int, _ statement: Statement, _ lemmas: ArticleLemmas
  ) -> Bool {
    if statement.type == .reported || lemmas.has(.ready, at: token) { return true }
    let sentence = lemmas.tokens.sentences[lemmas.tokens.sentence(of: token)]
    for other in max(sentence.lowerBound, token - 3)..<min(sentence.upperBound, token + 4)
    where lemmas.has(.selves, at: other) {
      return true
    }
    return false
  }

  /// "Wir werden …", "er werde …", "dass sie … werde": a promise or an announcement.
  func future(
    _ statement: Statement, _ scope: StatementScope, _ lemmas: ArticleLemmas
  ) -> Int {
    guard scope.said.has(.future) else { return 0 }
    for range in scope.content {
      for token in range where lemmas.has(.future, at: token) {
        let near = max(range.lowerBound, token - 2)..<min(range.upperBound, token + 3)
        let isFirstPerson = near.contains { lemmas.has(.firstPerson, at: $0) }
        let isSelf =
          statement.type != .direct
          && (range.prefix(2).contains { lemmas.has(.selves, at: $0) }
            || near.contains { lemmas.has(.selves, at: $0) })
        if isFirstPerson || isSelf { return isNegated(token, lemmas, reach: 8) ? -1 : 1 }
      }
    }
    return 0
  }

  /// werde, werden, whoever will.
  func hasFuture(_ scope: StatementScope, _ lemmas: ArticleLemmas) -> Bool {
    scope.said.has(.future)
  }

  func concedes(_ scope: StatementScope, _ lemmas: ArticleLemmas) -> Bool {
    scope.said.effects.contains(.concedes) || scope.told.effects.contains(.concedes)
  }

  /// Whether a negator stands near a token in the same clause.
  func isNegated(_ token: Int, _ lemmas: ArticleLemmas, reach: Int) -> Bool {
    negator(near: token..<token + 1, lemmas, reach: reach) != nil
  }

  /// Whether a word judges, but is negated: *nicht falsch* says nothing of what is false.
  func isDenied(_ token: Int, _ lemmas: ArticleLemmas) -> Bool {
    lemmas.has(.judges, at: token) && isNegated(token, lemmas, reach: 3)
  }

  /// The negator in the clause of some tokens, at most `reach` away.
  func negator(near range: Range<Int>, _ lemmas: ArticleLemmas, reach: Int) -> Int? {
    let sentence = lemmas.tokens.sentences[lemmas.tokens.sentence(of: range.lowerBound)]
    var token = range.lowerBound - 1
    while token >= sentence.lowerBound, range.lowerBound - token <= reach,
      !isBoundary(token, lemmas)
    {
      if negates(token, lemmas) { return token }
      token -= 1
    }
    token = range.upperBound
    while token < sentence.upperBound, token - range.upperBound < reach, !isBoundary(token, lemmas)
    {
      if negates(token, lemmas) { return token }
      token += 1
    }
    return range.first { negates($0, lemmas) }
  }

  func negates(_ token: Int, _ lemmas: ArticleLemmas) -> Bool {
    lemmas.effects(token).contains(.negates)
  }

  func isBoundary(_ token: Int, _ lemmas: ArticleLemmas) -> Bool {
    switch lemmas.tokens.kinds[token] {
    case .comma, .semicolon, .colon, .dash, .period, .question, .exclamation: true
    default: false
    }
  }
}

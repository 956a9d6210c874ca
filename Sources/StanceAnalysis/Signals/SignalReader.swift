import GermanLanguage
import TextModel

/// Reads the signals of one statement: what its reporting word implies, who speaks, what was said.
struct SignalReader {
  let words: StanceWords
  let signalWords: SignalWords
  let judge: PolarityJudge

  /// - Parameter signals: get those of this statement instead of what they held; used again for the next,
  ///   they take no memory.
  /// - Complexity: linear in the length of the statement.
  func signals(
    of statement: Statement, _ scope: StatementScope, _ lemmas: ArticleLemmas,
    verdict: PolarityJudge.Verdict, speakerOnlyReports: Bool, into signals: inout StanceSignals
  ) {
    signals.removeAll()
    readReport(verdict, statement, scope, lemmas, &signals)
    readSort(statement, scope, lemmas, &signals)
    readSpeaker(scope, lemmas, speakerOnlyReports: speakerOnlyReports, &signals)
    for range in scope.content {
      for token in range { readContent(token, range, statement, scope, lemmas, &signals) }
    }
    // A negator that turns a judging word is used up: "nicht falsch" denies nothing else.
    signals[.negations] = max(
      0, signals[.negations] - signals[.goodNegated] - signals[.badNegated])
    let future = judge.future(statement, scope, lemmas)
    if future > 0 { signals[.willSelf] = 1 }
    if future == 0, judge.hasFuture(scope, lemmas) { signals[.willOther] = 1 }
    if future < 0 { signals[.willSelfNot] = 1 }
    if verdict.sign > 0 { signals[.ruledSupport] = 1 }
    if verdict.sign < 0 { signals[.ruledOpposition] = 1 }
    if verdict.isFromReport { signals[.ruledByReport] = Float(verdict.sign) }
  }

  // MARK: The report

  private func readReport(
    _ verdict: PolarityJudge.Verdict, _ statement: Statement, _ scope: StatementScope,
    _ lemmas: ArticleLemmas, _ signals: inout StanceSignals
  ) {
    let framed = judge.frameJudgement(statement, scope, lemmas)
    if framed > 0 { signals[.reportPraises] = 1 }
    if framed < 0 { signals[.reportBlames] = 1 }
    guard let verb = verdict.reporting else {
      signals[.reportsNothing] = 1
      return
    }
    if verdict.isReportNegated { signals[.sideIsNegated] = Float(verb.stance) }
    guard verb.stance == 0 else {
      signals[side(verb)] = 1
      if verb.stance > 0, refrains(scope, lemmas) {
        signals[verb.act == .demand || verb.act == .recommend ? .demandsNot : .plansNot] = 1
      }
      return
    }
    switch verb.act {
    case .announce, .promise: signals[.announcesNews] = 1
    case .ask: signals[.asks] = 1
    case .admit: signals[.admits] = 1
    default: break
    }
    switch verb.fineAct {
    case "inform", "hint": signals[.informs] = 1
    case "think": signals[.thinks] = 1
    case "claim": signals[.claims] = 1
    case "emphasise": signals[.stresses] = 1
    case "justify": signals[.argues] = 1
    case "opine": signals[.judges] = 1
    case "reply": signals[.replies] = 1
    case "predict": signals[.predicts] = 1
    case "label": signals[.labels] = 1
    default: break
    }
  }

  private func side(_ verb: ReportingVerbs.Verb) -> StanceSignal {
    if verb.stance > 0 {
      switch verb.act {
      case .demand: return .supportsByDemand
      case .praise: return .supportsByPraise
      case .promise: return .supportsByPromise
      case .announce: return .supportsByPlan
      case .recommend: return .supportsByAdvice
      case .threaten: return .threatens
      case .other: return .supportsByHope
      default: return .supportsOtherwise
      }
    }
    switch verb.act {
    case .reject: return .opposesByRefusal
    case .accuse: return .opposesByCharge
    case .warn: return .opposesByWarning
    case .deny: return .opposesByDenial
    case .doubt: return .opposesByDoubt
    default: return .opposesOtherwise
    }
  }

  /// "…, nicht auf X zu bestehen": the demanded infinitive begins with a negator.
  private func refrains(_ scope: StatementScope, _ lemmas: ArticleLemmas) -> Bool {
    guard let first = scope.content.first else { return false }
    return first.prefix(4).contains { judge.negates($0, lemmas) }
  }

  // MARK: Sort and speaker

  private func readSort(
    _ statement: Statement, _ scope: StatementScope, _ lemmas: ArticleLemmas,
    _ signals: inout StanceSignals
  ) {
    switch statement.type {
    case .direct: signals[.isDirect] = 1
    case .indirect: signals[.isIndirect] = 1
    case .reported: signals[.isSummary] = 1
    case .freeIndirect: signals[.isFreeIndirect] = 1
    case .indirectFreeIndirect: signals[.isContinued] = 1
    }
    let count = scope.contentCount
    if count <= 6 { signals[.isFragment] = 1 }
    if count <= 14 { signals[.isShort] = 1 }
    if count >= 40 { signals[.isLong] = 1 }
    if statement.zone != .body { signals[.isHeadline] = 1 }
    if judge.examines(scope, lemmas) { signals[.examines] = 1 }
    if judge.concedes(scope, lemmas) { signals[.concedes] = 1 }
    if statement.type == .indirect, let first = scope.content.first?.first,
      !lemmas.tokens.classes[first].isDisjoint(with: .interrogative)
        || lemmas.has(.whether, at: first)
    {
      signals[.asksIndirectly] = 1
    }
  }

  private func readSpeaker(
    _ scope: StatementScope, _ lemmas: ArticleLemmas, speakerOnlyReports: Bool,
    _ signals: inout StanceSignals
  ) {
    if judge.tellsFacts(scope, lemmas) { signals[.factSpeaks] = 1 }
    if speakerOnlyReports { signals[.mediumSpeaks] = 1 }
    if scope.speaker.isEmpty { signals[.nobodySpeaks] = 1 }
    switch judge.formula(scope, lemmas) {
    case .source: signals[.formulaOfSource] = 1
    case .opinion: signals[.formulaOfOpinion] = 1
    case nil: break
    }
    for range in scope.speaker {
      for token in range where lemmas.tokens.kinds[token] == .word {
        signalWords.read(token, at: .speaker, lemmas, into: &signals)
      }
    }
    for range in scope.report {
      for token in range where lemmas.tokens.kinds[token] == .word {
        signalWords.read(token, at: .report, lemmas, into: &signals)
      }
    }
  }

  // MARK: What was said

  private func readContent(
    _ token: Int, _ range: Range<Int>, _ statement: Statement, _ scope: StatementScope,
    _ lemmas: ArticleLemmas, _ signals: inout StanceSignals
  ) {
    let tokens = lemmas.tokens
    switch tokens.kinds[token] {
    case .number: signals.count(.numbers)
    case .question: signals.count(.questions, upTo: 1)
    case .exclamation: signals.count(.exclaims, upTo: 1)
    case .doubleQuote: signals.count(.quotes, by: 0.5, upTo: 1)
    case .word: break
    default: return
    }
    guard tokens.kinds[token] == .word else { return }
    let classes = tokens.classes[token]
    if !classes.isDisjoint(with: [.month, .weekday, .time]) { signals.count(.times) }
    if statement.type == .reported, scope.speaker.contains(where: { $0.contains(token) }) { return }
    signalWords.read(token, at: .content, lemmas, into: &signals)
    if lemmas.has(.too, at: token), token + 1 < range.upperBound,
      tokens.classes[token + 1].isDisjoint(with: [.zuInfinitive, .infinitive]),
      !lemmas.isCapitalised(token + 1),
      lemmas.word(token + 1).last != UInt8(ascii: "n")
    {
      signals.count(.tooMuch, upTo: 1)
    }
    let effects = lemmas.effects(token)
    guard !effects.isEmpty || lemmas.has([.reports, .judges], at: token) else { return }
    var happens = false
    for lemma in lemmas.lemmas(token) {
      if let verb = judge.ownVerb(lemma, token, range, lemmas) {
        let negated = judge.isNegated(token, lemmas, reach: 4)
        let sign = negated ? -verb.stance : verb.stance
        signals.count(sign > 0 ? .ownSupport : .ownOpposition, upTo: 1)
      }
      let all = words[lemma]
      guard !all.isEmpty else { continue }
      if all.contains(.negates) { signals.count(.negations) }
      if all.contains(.happens) { happens = true }
      readModality(all, token, statement, lemmas, &signals)
    }
    let judging = judge.judging(token, lemmas)
    if !judging.isEmpty { readJudgement(judging, token, lemmas, &signals) }
    if happens { signals.count(.happens) }
  }

  private func readModality(
    _ effects: StanceWords.Effects, _ token: Int, _ statement: Statement, _ lemmas: ArticleLemmas,
    _ signals: inout StanceSignals
  ) {
    if judge.obliges(effects, token, lemmas), statement.type != .freeIndirect {
      signals.count(judge.isNegated(token, lemmas, reach: 5) ? .oughtNot : .ought, upTo: 2)
    }
    if effects.contains(.forbids), judge.isNegated(token, lemmas, reach: 6) {
      signals.count(.mustNot, upTo: 1)
    }
    if effects.contains(.intends), !lemmas.isNameLike(token) {
      if judge.isIntention(token, statement, lemmas) {
        signals.count(judge.isNegated(token, lemmas, reach: 8) ? .intendsNot : .intends, upTo: 1)
      } else {
        signals.count(.intendsOther, upTo: 1)
      }
    }
  }

  private func readJudgement(
    _ effects: StanceWords.Effects, _ token: Int, _ lemmas: ArticleLemmas,
    _ signals: inout StanceSignals
  ) {
    let negated = judge.isNegated(token, lemmas, reach: 3)
    let isGood = !effects.isDisjoint(with: StanceWords.Effects.goods)
    let isBad = !effects.isDisjoint(with: StanceWords.Effects.bads)
    if isGood, isBad { return }
    guard isGood || isBad else {
      if negated { signals.count(.failsToBe, upTo: 1) }
      return
    }
    let isAdjective = !effects.isDisjoint(with: [.goodAdjective, .badAdjective])
    let isAttribute =
      isAdjective && token + 1 < lemmas.tokens.count && lemmas.isCapitalised(token + 1)
      && Self.endings.contains(lemmas.word(token).last ?? 0)
    if negated {
      // "ist nicht falsch" judges more surely than "keine falschen Angaben".
      if isAdjective, !isAttribute, !lemmas.isCapitalised(token) {
        signals.count(isGood ? .goodPredicateNegated : .badPredicateNegated, upTo: 1)
      }
      signals.count(isGood ? .goodNegated : .badNegated, upTo: 2)
      return
    }
    if !effects.isDisjoint(with: [.goodNoun, .badNoun]), lemmas.isCapitalised(token) {
      signals.count(isGood ? .goodNoun : .badNoun)
    } else if isAdjective {
      signals.count(
        isAttribute
          ? isGood ? .goodAttribute : .badAttribute : isGood ? .goodPredicate : .badPredicate)
    } else {
      signals.count(isGood ? .goodVerb : .badVerb)
    }
  }

  private static let endings: Set<UInt8> = Set("enrsm".utf8)
}

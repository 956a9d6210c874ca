/// One thing in a statement that speaks for or against its taking a side. Each has a weight for every
/// polarity in `stance-weights.tsv`; the names there and in `stance-signals.tsv` are these.
public enum StanceSignal: Int, CaseIterable, Sendable {
  /// In every statement: how frequent the polarities are.
  case always

  // What the reporting word says, by its act and side.
  case supportsByDemand, supportsByPraise, supportsByPromise, supportsByPlan, supportsByAdvice
  case supportsByHope, supportsOtherwise, threatens
  case opposesByRefusal, opposesByCharge, opposesByWarning, opposesByDenial, opposesByDoubt
  case opposesOtherwise
  /// A demand that something be left undone.
  case demandsNot
  /// The same of what is announced or promised.
  case plansNot
  case sideIsNegated
  case announcesNews, asks, admits, informs, thinks, claims, stresses, argues, judges, answers
  case replies, predicts, labels, reportsNothing
  case reportPraises, reportBlames

  // What sort of statement it is.
  case isDirect, isIndirect, isSummary, isFreeIndirect, isContinued, isFragment, isShort, isLong
  case isHeadline, isHearsay

  // Who speaks.
  case factSpeaks, mediumSpeaks, nobodySpeaks, formulaOfSource, formulaOfOpinion
  case opponentSpeaks, lobbySpeaks, backerSpeaks, officeSpeaks, partySpeaks, courtSpeaks
  case expertSpeaks, spokenFor, companySpeaks, athleteSpeaks
  case reportsQuarrel, reportsTalk, reportsFavour

  // What was said.
  case ownSupport, ownOpposition
  case ought, oughtNot, mustNot, intends, intendsNot, willSelf, willSelfNot, examines
  /// Somebody else than the speaker intends or will: mostly the speaker's own side.
  case intendsOther, willOther, asksIndirectly
  case goodPredicate, badPredicate, goodAttribute, badAttribute, goodNoun, badNoun
  case goodVerb, badVerb, goodNegated, badNegated, goodPredicateNegated, badPredicateNegated
  case failsToBe, tooMuch
  case happens, numbers, times, negations, questions, exclaims, quotes
  case restricts, emphasises, urges, compares, continues, future, contrasts, hedges, enables
  case supposes, tellsPast, speaksAsI, speaksAsWe, addresses, thanks, values, politics, charges
  case worries, hopes, concedes, against, towards, ownPlan

  // What the rules conclude from all of it.
  case ruledSupport, ruledOpposition, ruledByReport

  /// As the data files call it.
  public var name: String { String(describing: self) }

  /// How many there are; `allCases` would be made anew for every statement.
  static let count = allCases.count

  static let named: [String: StanceSignal] = Dictionary(
    uniqueKeysWithValues: allCases.map { ($0.name, $0) })
}

/// How strongly each signal is there: mostly 0 or 1, counts up to a few.
public struct StanceSignals: Sendable {
  public private(set) var values: [Float]

  init() {
    values = Array(repeating: 0, count: StanceSignal.count)
    self[.always] = 1
  }

  /// Makes them those of a statement of which nothing is known.
  mutating func removeAll() {
    for index in values.indices { values[index] = 0 }
    self[.always] = 1
  }

  public subscript(signal: StanceSignal) -> Float {
    get { values[signal.rawValue] }
    set { values[signal.rawValue] = newValue }
  }

  /// Counts one more, up to a limit: the tenth number says no more than the third.
  mutating func count(_ signal: StanceSignal, by amount: Float = 1, upTo limit: Float = 3) {
    values[signal.rawValue] = min(limit, values[signal.rawValue] + amount)
  }
}

import TextModel

/// Numbers of statements by the side that they take.
public struct StanceCounts: Hashable, Sendable {
  public var support = 0
  public var oppose = 0
  public var neutral = 0
  public var ambivalent = 0
  /// The statements counted; fewer than the sum of the others when one takes several sides.
  public var statements = 0

  /// Nothing counted.
  public init() {}

  /// Counts one statement under each side that it takes.
  public mutating func add(_ sides: Set<Polarity>) {
    guard !sides.isEmpty else { return }
    statements += 1
    for side in sides {
      switch side {
      case .support: support += 1
      case .oppose: oppose += 1
      case .neutral: neutral += 1
      case .ambivalent: ambivalent += 1
      }
    }
  }

  /// Adds what was counted elsewhere, of other statements.
  public mutating func add(_ other: StanceCounts) {
    support += other.support
    oppose += other.oppose
    neutral += other.neutral
    ambivalent += other.ambivalent
    statements += other.statements
  }

  /// The one sign for all of them: both sides taken makes it ambivalent.
  public var polarity: Polarity {
    if (support > 0 && oppose > 0) || ambivalent > 0 { return .ambivalent }
    return support > 0 ? .support : oppose > 0 ? .oppose : .neutral
  }
}

/// A month of statements, a year of those that are dated no better, or neither.
public struct StatementPeriod: Hashable, Sendable, Comparable {
  /// Nil for statements that no one year holds, undated ones among them.
  public var year: Int?
  /// 1...12; nil for what is only known to lie in the year.
  public var month: Int?

  /// A month or a year.
  public init(year: Int, month: Int? = nil) {
    self.year = year
    self.month = month
  }

  /// The smallest period that holds these days.
  public init(_ days: ClosedRange<Int>?) {
    guard let days, days.lowerBound != .min, days.upperBound != .max else { return }
    let first = CalendarDate(dayNumber: days.lowerBound)
    let last = CalendarDate(dayNumber: days.upperBound)
    guard first.year == last.year else { return }
    year = first.year
    if first.month == last.month { month = first.month }
  }

  /// In the order of time; a year stands before its months, what has none at the end.
  public static func < (a: StatementPeriod, b: StatementPeriod) -> Bool {
    (a.year ?? .max, a.month ?? 0) < (b.year ?? .max, b.month ?? 0)
  }
}

/// How many statements of a period took which side.
public struct PeriodStances: Hashable, Sendable {
  public var period: StatementPeriod
  public var counts: StanceCounts

  /// The counts of a period.
  public init(period: StatementPeriod, counts: StanceCounts) {
    self.period = period
    self.counts = counts
  }
}

/// Stances counted over time.
public struct StanceHistory: Hashable, Sendable {
  public private(set) var total = StanceCounts()
  /// In the order of time, periods without statements left out.
  public private(set) var periods: [PeriodStances] = []

  /// Nothing counted.
  public init() {}

  /// What was counted by period; the periods may come in any order, each once.
  public init(_ counts: [StatementPeriod: StanceCounts]) {
    periods = counts.map { PeriodStances(period: $0.key, counts: $0.value) }
      .sorted { $0.period < $1.period }
    for period in periods { total.add(period.counts) }
  }
}

import TextModel

/// What is known of the day an article appeared: a first and a last day, with the reason for each.
struct DateBounds {
  struct Bound {
    var day: Int
    var evidence: [TextSpan]
    /// A clause for the reader: "“24. November” looks back".
    var reason: String
  }

  var low: Bound?
  var high: Bound?

  var lowDay: Int { low?.day ?? .min }
  var highDay: Int { high?.day ?? .max }
  var isClosed: Bool { low != nil && high != nil }
  var isSingleDay: Bool { isClosed && lowDay == highDay }

  /// Raises the first day; refuses what would leave no day.
  @discardableResult
  mutating func notBefore(_ day: Int, _ evidence: [TextSpan], _ reason: String) -> Bool {
    guard day > lowDay else { return day <= highDay }
    guard day <= highDay else { return false }
    low = Bound(day: day, evidence: evidence, reason: reason)
    return true
  }

  /// Lowers the last day; refuses what would leave no day.
  @discardableResult
  mutating func notAfter(_ day: Int, _ evidence: [TextSpan], _ reason: String) -> Bool {
    guard day < highDay else { return day >= lowDay }
    guard day >= lowDay else { return false }
    high = Bound(day: day, evidence: evidence, reason: reason)
    return true
  }

  /// Both at once; refuses what would leave no day.
  @discardableResult
  mutating func within(
    _ days: ClosedRange<Int>, _ evidence: [TextSpan], _ reason: String
  ) -> Bool {
    guard days.upperBound >= lowDay, days.lowerBound <= highDay else { return false }
    let text = reason
    if days.lowerBound > lowDay {
      low = Bound(day: days.lowerBound, evidence: evidence, reason: text)
    }
    if days.upperBound < highDay {
      high = Bound(day: days.upperBound, evidence: evidence, reason: text)
    }
    return true
  }

  /// The date in the coarsest form that says exactly this; nil when nothing is known.
  var edtf: EDTF? {
    if isClosed { return EDTF.covering(lowDay...highDay) }
    return EDTF.between(low.map { firstPoint($0.day) }, high.map { lastPoint($0.day) })
  }

  private func firstPoint(_ day: Int) -> EDTF.Point {
    let date = CalendarDate(dayNumber: day)
    if date.day > 1 { return .day(date) }
    return date.month > 1 ? .month(year: date.year, month: date.month) : .year(date.year)
  }

  private func lastPoint(_ day: Int) -> EDTF.Point {
    let date = CalendarDate(dayNumber: day)
    if date.day < CalendarDate.days(inMonth: date.month, of: date.year) { return .day(date) }
    return date.month < 12 ? .month(year: date.year, month: date.month) : .year(date.year)
  }
}

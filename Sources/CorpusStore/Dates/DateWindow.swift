import TextModel

/// The stretch of time to which the list is narrowed, with the unit by which it moves.
public struct DateWindow: Hashable, Sendable {
  /// First and last day, inclusive; `Int.min` and `Int.max` are open ends.
  public let days: ClosedRange<Int>
  /// Nil for a stretch that is none of the calendar's.
  public let unit: Unit?

  /// From coarse to fine.
  public enum Unit: Int, CaseIterable, Sendable {
    case year, quarter, month, week, day

    /// The unit's name in the interface.
    public var name: String {
      switch self {
      case .year: "year"
      case .quarter: "quarter"
      case .month: "month"
      case .week: "week"
      case .day: "day"
      }
    }
  }

  /// The window of these days; its unit is the one of which they are exactly one.
  public init(days: ClosedRange<Int>) {
    self.days = days
    unit =
      Self.isClosed(days) ? Unit.allCases.first { $0.days(around: days.lowerBound) == days } : nil
  }

  /// The unit of the calendar in which a day lies.
  public init(_ unit: Unit, around day: Int) {
    days = unit.days(around: day)
    self.unit = unit
  }

  /// The window `steps` later (earlier when negative), nil with an open end or at the calendar's ends.
  ///
  /// A stretch of whole months moves by as many months, any other by its own length in days.
  public func moved(by steps: Int) -> DateWindow? {
    guard Self.isClosed(days), steps != 0 else { return nil }
    let moved: DateWindow
    if let unit {
      var window = self
      for _ in 0..<abs(steps) {
        window = DateWindow(
          unit, around: steps > 0 ? window.days.upperBound + 1 : window.days.lowerBound - 1)
      }
      moved = window
    } else if let months = wholeMonths {
      let from = CalendarDate(dayNumber: days.lowerBound).monthIndex + months * steps
      moved = DateWindow(
        days: Unit.firstDay(ofMonth: from)...Unit.firstDay(ofMonth: from + months) - 1)
    } else {
      moved = DateWindow(
        days: days.lowerBound + days.count * steps...days.upperBound + days.count * steps)
    }
    let years =
      CalendarDate(dayNumber: moved.days.lowerBound)
      .year...CalendarDate(
        dayNumber: moved.days.upperBound
      ).year
    return years.lowerBound > 1 && years.upperBound < 9999 ? moved : nil
  }

  /// The next coarser window around this one; nil stands for all time.
  public var coarser: DateWindow? {
    guard Self.isClosed(days) else { return nil }
    if let unit {
      guard let coarser = Unit(rawValue: unit.rawValue - 1) else { return nil }
      return DateWindow(coarser, around: days.lowerBound)
    }
    // A free stretch grows to the smallest unit that holds it.
    return Unit.allCases.reversed().lazy.map { DateWindow($0, around: days.lowerBound) }
      .first { $0.days.contains(days.upperBound) }
  }

  /// The next finer window inside this one that holds `day`, or begins this window when `day` lies
  /// outside; nil for a single day.
  public func finer(around day: Int?) -> DateWindow? {
    let inside = day.flatMap { days.contains($0) ? $0 : nil }
    guard
      let anchor = inside ?? (days.lowerBound != .min ? days.lowerBound : nil)
        ?? (days.upperBound != .max ? days.upperBound : nil)
    else { return nil }
    if let unit {
      return Unit(rawValue: unit.rawValue + 1).map { DateWindow($0, around: anchor) }
    }
    return Unit.allCases.lazy.map { DateWindow($0, around: anchor) }
      .first { !Self.isClosed(days) || $0.days.count < days.count }
  }

  /// How the window is written; reading it back gives the window again.
  public var label: String {
    let from = CalendarDate(dayNumber: days.lowerBound)
    switch unit {
    case .year: return "\(EDTF.Point.year(from.year))"
    case .quarter: return "\(EDTF.Point.year(from.year))-Q\((from.month + 2) / 3)"
    case .month: return "\(EDTF.Point.month(year: from.year, month: from.month))"
    case .week:
      let week = Unit.isoWeek(of: days.lowerBound)
      return "\(EDTF.Point.year(week.year))-W\(week.week < 10 ? "0" : "")\(week.week)"
    case .day: return "\(EDTF.Point.day(from))"
    case nil: break
    }
    if let months = wholeMonths, months > 0 {
      let last = CalendarDate(dayNumber: days.upperBound)
      return
        "\(EDTF.Point.month(year: from.year, month: from.month))..\(EDTF.Point.month(year: last.year, month: last.month))"
    }
    let begin = days.lowerBound == .min ? "" : "\(EDTF.Point.day(from))"
    let end =
      days.upperBound == .max ? "" : "\(EDTF.Point.day(CalendarDate(dayNumber: days.upperBound)))"
    return "\(begin)..\(end)"
  }

  /// How many whole months it covers; nil when it begins or ends inside one.
  private var wholeMonths: Int? {
    guard Self.isClosed(days) else { return nil }
    let from = CalendarDate(dayNumber: days.lowerBound)
    let after = CalendarDate(dayNumber: days.upperBound + 1)
    return from.day == 1 && after.day == 1 ? after.monthIndex - from.monthIndex : nil
  }

  private static func isClosed(_ days: ClosedRange<Int>) -> Bool {
    days.lowerBound != .min && days.upperBound != .max
  }
}

extension DateWindow.Unit {
  /// The days of the unit in which a day lies.
  func days(around day: Int) -> ClosedRange<Int> {
    let date = CalendarDate(dayNumber: day)
    switch self {
    case .year: return EDTF.Point.year(date.year).days
    case .quarter:
      let first = date.monthIndex - (date.month - 1) % 3
      return Self.firstDay(ofMonth: first)...Self.firstDay(ofMonth: first + 3) - 1
    case .month: return EDTF.Point.month(year: date.year, month: date.month).days
    case .week:
      let monday = day - (date.weekday - 1)
      return monday...monday + 6
    case .day: return day...day
    }
  }

  /// First day of the month with this index (`year * 12 + month - 1`), kept inside the calendar.
  static func firstDay(ofMonth index: Int) -> Int {
    let clamped = min(max(index, 12), 9999 * 12 + 11)
    return CalendarDate(year: clamped / 12, month: clamped % 12 + 1, day: 1)?.dayNumber ?? 0
  }

  /// Year and number of the week in which a day lies (ISO 8601: a week belongs to its Thursday's year).
  static func isoWeek(of day: Int) -> (year: Int, week: Int) {
    let thursday = day - (CalendarDate(dayNumber: day).weekday - 1) + 3
    let year = CalendarDate(dayNumber: thursday).year
    return (year, (thursday - firstDay(ofMonth: year * 12)) / 7 + 1)
  }

  /// Monday of an ISO week; nil when the year has no such week.
  static func monday(year: Int, week: Int) -> Int? {
    guard (1...53).contains(week), (1...9998).contains(year) else { return nil }
    let fourth = firstDay(ofMonth: year * 12) + 3  // 4 January always lies in week 1
    let monday = fourth - (CalendarDate(dayNumber: fourth).weekday - 1) + (week - 1) * 7
    return isoWeek(of: monday) == (year, week) ? monday : nil
  }
}

extension CalendarDate {
  /// Months since year 0, for arithmetic.
  public var monthIndex: Int { year * 12 + month - 1 }
}

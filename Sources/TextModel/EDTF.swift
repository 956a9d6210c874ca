/// A date of the Extended Date/Time Format (ISO 8601-2), in the subset that Standpunkt writes:
/// `2023-03-31T13:46:00`, `2023-03-31`, `2023-03`, `2023`, `A/B`, and open ends `2023/..`, `../2023-05`.
public enum EDTF: Hashable, Sendable {
  case point(Point)
  /// From the begin of the first to the end of the second; nil is an open end. Not both are nil, and
  /// the first does not begin after the second ends.
  case interval(from: Point?, to: Point?)

  /// A date with one precision.
  public enum Point: Hashable, Sendable {
    /// Local time of the outlet, seconds of the day.
    case second(CalendarDate, secondOfDay: Int)
    case day(CalendarDate)
    case month(year: Int, month: Int)
    case year(Int)
  }

  /// First and last day that the date may mean, as day numbers; open ends are `Int.min` and `Int.max`.
  public var days: ClosedRange<Int> {
    switch self {
    case .point(let point):
      return point.days
    case .interval(let from, let to):
      let low = from?.days.lowerBound ?? .min
      return low...max(low, to?.days.upperBound ?? .max)
    }
  }

  /// An interval, checked.
  ///
  /// - Returns: nil when both ends are open or the interval would end before it begins.
  public static func between(_ from: Point?, _ to: Point?) -> EDTF? {
    guard from != nil || to != nil else { return nil }
    if let from, let to, from.days.lowerBound > to.days.upperBound { return nil }
    return .interval(from: from, to: to)
  }

  /// The smallest date that covers these days: a day, a month or a year when they are exactly one,
  /// else an interval of days; nil when both ends are open.
  public static func covering(_ days: ClosedRange<Int>) -> EDTF? {
    let from = days.lowerBound == .min ? nil : CalendarDate(dayNumber: days.lowerBound)
    let to = days.upperBound == .max ? nil : CalendarDate(dayNumber: days.upperBound)
    guard let from, let to else { return between(from.map(Point.day), to.map(Point.day)) }
    let candidates: [Point] = [
      .day(from), .month(year: from.year, month: from.month), .year(from.year),
    ]
    if let exact = candidates.first(where: { $0.days == days }) { return .point(exact) }
    return between(.day(from), .day(to))
  }
}

extension EDTF.Point {
  /// First and last day of the year, month, day or moment, as day numbers.
  public var days: ClosedRange<Int> {
    switch self {
    case .second(let date, _), .day(let date):
      return date.dayNumber...date.dayNumber
    case .month(let year, let month):
      return firstDay(year, month)...firstDay(year, month)
        + CalendarDate.days(inMonth: month, of: year) - 1
    case .year(let year):
      return firstDay(year, 1)...firstDay(year, 1) + (CalendarDate.isLeap(year) ? 365 : 364)
    }
  }
}

/// Years and months inside a `Point` are checked when it is made; 1970 stands in for nonsense.
private func firstDay(_ year: Int, _ month: Int) -> Int {
  CalendarDate(year: year, month: month, day: 1)?.dayNumber ?? 0
}

extension EDTF: CustomStringConvertible {
  /// As it is written in files (`2023-03/..`).
  public var description: String {
    switch self {
    case .point(let point): point.description
    case .interval(let from, let to): "\(from?.description ?? "..")/\(to?.description ?? "..")"
    }
  }
}

extension EDTF.Point: CustomStringConvertible {
  /// As it is written in files (`2023-03`).
  public var description: String {
    switch self {
    case .second(let date, let second):
      "\(EDTF.Point.day(date))T\(digits(second / 3600, 2)):\(digits(second / 60 % 60, 2)):\(digits(second % 60, 2))"
    case .day(let date): "\(digits(date.year, 4))-\(digits(date.month, 2))-\(digits(date.day, 2))"
    case .month(let year, let month): "\(digits(year, 4))-\(digits(month, 2))"
    case .year(let year): digits(year, 4)
    }
  }
}

private func digits(_ number: Int, _ width: Int) -> String {
  let text = String(number)
  return String(repeating: "0", count: max(0, width - text.count)) + text
}

extension EDTF {
  /// Reads the subset; nil for anything else, such as "2023-13", "2023-02-30" or "../..".
  ///
  /// A date-time without seconds ("2023-03-31T13:46") is read as its full minute.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    switch parts.count {
    case 1:
      guard let point = Point(parts[0]) else { return nil }
      self = .point(point)
    case 2:
      let from = parts[0] == ".." ? nil : Point(parts[0])
      let to = parts[1] == ".." ? nil : Point(parts[1])
      guard parts[0] == ".." || from != nil, parts[1] == ".." || to != nil,
        let interval = EDTF.between(from, to)
      else { return nil }
      self = interval
    default:
      return nil
    }
  }
}

extension EDTF.Point {
  /// Reads a year, month, day or date-time; nil for anything else.
  public init?(_ text: some StringProtocol) {
    let halves = text.split(separator: "T", omittingEmptySubsequences: false)
    guard halves.count <= 2, let dateText = halves.first else { return nil }
    let fields = dateText.split(separator: "-", omittingEmptySubsequences: false)
    guard (1...3).contains(fields.count), let year = number(fields[0], digits: 4),
      let first = CalendarDate(year: year, month: 1, day: 1)
    else { return nil }
    guard fields.count > 1 else {
      if halves.count > 1 { return nil }
      self = .year(first.year)
      return
    }
    guard let month = number(fields[1], digits: 2), (1...12).contains(month) else { return nil }
    guard fields.count > 2 else {
      if halves.count > 1 { return nil }
      self = .month(year: year, month: month)
      return
    }
    guard let day = number(fields[2], digits: 2),
      let date = CalendarDate(year: year, month: month, day: day)
    else { return nil }
    guard halves.count > 1 else {
      self = .day(date)
      return
    }
    let clock = halves[1].split(separator: ":", omittingEmptySubsequences: false)
      .map { number($0, digits: 2) }
    guard clock.count == 2 || clock.count == 3, let hour = clock[0], hour < 24,
      let minute = clock[1], minute < 60
    else { return nil }
    let seconds = clock.count == 3 ? clock[2] : 0
    guard let seconds, seconds < 60 else { return nil }
    self = .second(date, secondOfDay: hour * 3600 + minute * 60 + seconds)
  }
}

/// A number of exactly so many ASCII digits.
private func number(_ text: some StringProtocol, digits: Int) -> Int? {
  guard text.utf8.count == digits, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
    return nil
  }
  return Int(text)
}

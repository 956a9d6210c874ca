import TextModel

/// What is wrong with a date that the user typed, in one short sentence.
public struct DateInputError: Error, Equatable, Sendable {
  public var message: String
}

extension DateWindow {
  /// Reads what a user types for a window of time.
  ///
  /// `2023`, `2023-03`, `2023-03-31`, `2023-Q1`, `2023-W13`; `31.3.2023`, `3/2023`, `3.2023`; two of them
  /// joined by `..` or `/`, both ends inclusive, one of them may be missing (`2023-03..`); EDTF, whose
  /// open end is `..` after the slash (`2023/..`).
  public init(input: String) throws(DateInputError) {
    let text = input.filter { $0 != " " }.uppercased()
    guard !text.isEmpty else { throw DateInputError(message: "type a date such as 2023-03") }
    if let edtf = EDTF(text) {
      self.init(days: edtf.days)
      return
    }
    if let ends = Self.ends(of: text) {
      let from = ends.from.isEmpty ? Int.min : try Self.days(ends.from).lowerBound
      let to = ends.to.isEmpty ? Int.max : try Self.days(ends.to).upperBound
      guard from != .min || to != .max else {
        throw DateInputError(message: "one end needs a date")
      }
      guard from <= to else { throw DateInputError(message: "it ends before it begins") }
      self.init(days: from...to)
    } else {
      self.init(days: try Self.days(text))
    }
  }

  /// The two ends of an interval; nil for a single date. A single slash after one or two digits belongs
  /// to a month (`3/2023`).
  private static func ends(of text: String) -> (from: String, to: String)? {
    let bytes = Array(text.utf8)
    for index in bytes.indices.dropLast() where bytes[index] == 0x2E && bytes[index + 1] == 0x2E {
      let before = bytes[..<index].last == 0x2F ? bytes[..<(index - 1)] : bytes[..<index]
      let after =
        bytes[(index + 2)...].first == 0x2F ? bytes[(index + 3)...] : bytes[(index + 2)...]
      return (String(decoding: before, as: UTF8.self), String(decoding: after, as: UTF8.self))
    }
    guard let slash = bytes.firstIndex(of: 0x2F), slash > 2 else { return nil }
    return (
      String(decoding: bytes[..<slash], as: UTF8.self),
      String(decoding: bytes[(slash + 1)...], as: UTF8.self)
    )
  }

  /// The days of one date.
  private static func days(_ text: String) throws(DateInputError) -> ClosedRange<Int> {
    if let point = EDTF.Point(text) { return point.days }
    let incomplete = DateInputError(
      message: "not a date yet: 2023-03, 31.3.2023, 2023-03..2024-02")
    let separators: Set<Character> = ["-", ".", "/"]
    let fields = text.split(whereSeparator: separators.contains).map(String.init)
    let separator = text.first(where: separators.contains)
    guard (2...3).contains(fields.count) else { throw incomplete }
    if separator == "-" {
      guard let year = Self.number(fields[0], digits: 4...4) else { throw incomplete }
      if fields.count == 2, fields[1].hasPrefix("Q") {
        guard let quarter = Int(fields[1].dropFirst()), (1...4).contains(quarter) else {
          throw DateInputError(message: "quarters are Q1 to Q4")
        }
        return Unit.quarter.days(around: Unit.firstDay(ofMonth: year * 12 + quarter * 3 - 3))
      }
      if fields.count == 2, fields[1].hasPrefix("W") {
        guard let week = Self.number(String(fields[1].dropFirst()), digits: 2...2) else {
          throw incomplete
        }
        guard let monday = Unit.monday(year: year, week: week) else {
          throw DateInputError(message: "\(year) has no week \(week)")
        }
        return monday...monday + 6
      }
      guard let month = Self.number(fields[1], digits: 2...2) else { throw incomplete }
      guard fields.count == 3 else { throw DateInputError(message: "there is no month \(month)") }
      guard let day = Self.number(fields[2], digits: 2...2) else { throw incomplete }
      return try Self.day(day, month, year)
    }
    // German order: day, month, year.
    guard let year = Self.number(fields[fields.count - 1], digits: 4...4),
      let month = Self.number(fields[fields.count - 2], digits: 1...2)
    else { throw incomplete }
    guard (1...12).contains(month) else {
      throw DateInputError(message: "there is no month \(month)")
    }
    if fields.count == 2 { return EDTF.Point.month(year: year, month: month).days }
    guard let day = Self.number(fields[0], digits: 1...2) else { throw incomplete }
    return try Self.day(day, month, year)
  }

  private static func day(_ day: Int, _ month: Int, _ year: Int) throws(DateInputError)
    -> ClosedRange<Int>
  {
    guard (1...12).contains(month) else {
      throw DateInputError(message: "there is no month \(month)")
    }
    guard let date = CalendarDate(year: year, month: month, day: day) else {
      throw DateInputError(message: "month \(month) has no day \(day)")
    }
    return date.dayNumber...date.dayNumber
  }

  private static func number(_ text: String, digits: ClosedRange<Int>) -> Int? {
    guard digits.contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    return Int(text)
  }
}

import GermanLanguage
import TextModel

/// A date in digits, and where it ends.
struct NumericDate {
  enum Value {
    case point(EDTF.Point)
    case dayOfMonth(day: Int, month: Int)
  }
  var value: Value
  var end: Int
}

extension [UInt8] {
  /// The number in the digits that begin here; nil for none or more than nine.
  func number(at offset: Int, to end: Int) -> (value: Int, end: Int)? {
    var at = offset
    var value = 0
    while at < end, isDigit(self[at]) {
      value = value * 10 + Int(self[at] & 0x0F)
      at += 1
      if at - offset > 9 { return nil }
    }
    return at > offset ? (value, at) : nil
  }

  private func number(at offset: Int, digits: Int, to end: Int) -> Int? {
    guard let found = number(at: offset, to: end), found.end == offset + digits else { return nil }
    return found.value
  }

  /// 2023-03-31, 2023-03, 2023-03-31T13:46(:00)(Z, +02:00): ISO 8601. The zone is not applied: what the
  /// outlet wrote is its local time.
  func isoDate(at offset: Int, to end: Int, separator: UInt8 = UInt8(ascii: "-")) -> NumericDate? {
    guard let year = number(at: offset, digits: 4, to: end), isPlausibleYear(year),
      offset + 4 < end, self[offset + 4] == separator,
      let month = number(at: offset + 5, digits: 2, to: end), (1...12).contains(month)
    else { return nil }
    var at = offset + 7
    guard at < end, self[at] == separator, let day = number(at: at + 1, digits: 2, to: end) else {
      guard at == end || !isWordByte(self[at]) else { return nil }
      return NumericDate(value: .point(.month(year: year, month: month)), end: at)
    }
    guard let date = CalendarDate(year: year, month: month, day: day) else { return nil }
    at += 3
    if at < end, self[at] == UInt8(ascii: "T") || self[at] == 0x20,
      let clock = clock(at: at + 1, to: end, separators: ":")
    {
      var stop = clock.end
      // Zone
      while stop < end, isDigit(self[stop]) || "+Z:.-".utf8.contains(self[stop]) { stop += 1 }
      return NumericDate(value: .point(.second(date, secondOfDay: clock.second)), end: stop)
    }
    guard at == end || !isDigit(self[at]) else { return nil }
    return NumericDate(value: .point(.day(date)), end: at)
  }

  /// 31.03.2023, 31. 3. 23, 24.11. – two-digit years mean 1950 to 2049.
  func germanNumericDate(at offset: Int, to end: Int) -> NumericDate? {
    let dot = UInt8(ascii: ".")
    guard let day = number(at: offset, to: end), (1...31).contains(day.value),
      day.end - offset <= 2,
      day.end < end, self[day.end] == dot
    else { return nil }
    let monthAt = skipBlank(day.end + 1, end)
    guard let month = number(at: monthAt, to: end), (1...12).contains(month.value),
      month.end - monthAt <= 2, month.end < end, self[month.end] == dot
    else { return nil }
    let yearAt = skipBlank(month.end + 1, end)
    if let year = number(at: yearAt, to: end) {
      let digits = year.end - yearAt
      // "3.4.1234567" and "3.4.23.1" are something else, and "24.11. 17 Uhr" has no year.
      let isClock = year.end < end && self[year.end] == UInt8(ascii: ":") && digits <= 2
      let goesOn =
        year.end + 1 < end && self[year.end] == dot && isDigit(self[year.end + 1])
      if digits == 4 || (digits == 2 && yearAt == month.end + 1), !goesOn, !isClock {
        let full =
          digits == 4 ? year.value : year.value < 50 ? 2000 + year.value : 1900 + year.value
        guard isPlausibleYear(full),
          let date = CalendarDate(year: full, month: month.value, day: day.value)
        else { return nil }
        return NumericDate(value: .point(.day(date)), end: year.end)
      }
      if yearAt == month.end + 1 { return nil }
    }
    guard monthAt == day.end + 1,
      CalendarDate(year: 2024, month: month.value, day: day.value) != nil
    else { return nil }
    return NumericDate(value: .dayOfMonth(day: day.value, month: month.value), end: month.end + 1)
  }

  /// 13:46, 13:46:05; also 13.46 where the caller says so.
  func clock(at offset: Int, to end: Int, separators: StaticString) -> (second: Int, end: Int)? {
    guard let hour = number(at: offset, to: end), hour.value < 24, hour.end - offset <= 2,
      hour.end < end, separators.withUTF8Buffer({ $0.contains(self[hour.end]) }),
      let minute = number(at: hour.end + 1, digits: 2, to: end), minute < 60
    else { return nil }
    var second = 0
    var at = hour.end + 3
    if at < end, self[at] == UInt8(ascii: ":"), let found = number(at: at + 1, digits: 2, to: end),
      found < 60
    {
      second = found
      at += 3
    }
    guard at == end || !isDigit(self[at]) else { return nil }
    return (hour.value * 3600 + minute * 60 + second, at)
  }

  func skipBlank(_ offset: Int, _ end: Int) -> Int { skipSpace(from: offset, to: end) }
}

/// Years that a news text may name as a date in digits.
func isPlausibleYear(_ year: Int) -> Bool { (1400...2100).contains(year) }

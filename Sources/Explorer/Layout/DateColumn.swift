import ScreenModel
import TextModel

/// A date in ten columns: "2023-03-31", "2023-03", "2023/..", and "~2022-10" for an interval inside a
/// month.
public func shortDate(_ edtf: EDTF?) -> StyledLine {
  guard let edtf else { return StyledLine("undated", role: .dateUncertain) }
  switch edtf {
  case .point(.second(let date, _)): return StyledLine("\(EDTF.Point.day(date))", role: .date)
  case .point(let point): return StyledLine("\(point)", role: .date)
  case .interval(let from, let to): return StyledLine(interval(from, to), role: .dateUncertain)
  }
}

/// `shortDate` filled up with blanks.
func dateInTenColumns(_ edtf: EDTF?) -> StyledLine {
  var line = shortDate(edtf)
  line.append(String(repeating: " ", count: max(0, 10 - line.columns)))
  return line
}

private func interval(_ from: EDTF.Point?, _ to: EDTF.Point?) -> String {
  let begin = from.map { CalendarDate(dayNumber: $0.days.lowerBound) }
  let end = to.map { CalendarDate(dayNumber: $0.days.upperBound) }
  func month(_ date: CalendarDate) -> EDTF.Point { .month(year: date.year, month: date.month) }
  func open(_ point: EDTF.Point, _ date: CalendarDate) -> String {
    if case .year = point { "\(point)" } else { "\(month(date))" }
  }
  switch (from, begin, to, end) {
  case (_, let begin?, _, let end?):
    if begin.year == end.year {
      return begin.month == end.month ? "~\(month(begin))" : "~\(EDTF.Point.year(begin.year))"
    }
    return "\(EDTF.Point.year(begin.year))/\(EDTF.Point.year(end.year))"
  case (let from?, let begin?, _, nil): return open(from, begin) + "/.."
  case (_, nil, let to?, let end?): return "../" + open(to, end)
  default: return "undated"
  }
}

/// A date in full; of a time of day the hours and minutes.
public func longDate(_ edtf: EDTF) -> String {
  guard case .point(.second(let date, let second)) = edtf else { return edtf.description }
  func digits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
  return "\(EDTF.Point.day(date)) \(digits(second / 3600)):\(digits(second / 60 % 60))"
}

import TextModel

/// Counts articles by the months that their dates meet, for every store alike.
///
/// An interval longer than five years (and so an open one) says nothing about single months and is left out.
public struct MonthTally {
  /// How many months an interval may meet.
  private static let longest = 60

  private var months: [Int: (certain: Int, possible: Int)] = [:]
  /// Articles come in the order of time, so that most share the last one's months.
  private var last: (days: ClosedRange<Int>, months: ClosedRange<Int>)?

  public init() {}

  /// Adds an article by the first and last day of its date, as day numbers; nil for an undated one.
  public mutating func add(_ days: ClosedRange<Int>?) {
    guard let days, days.lowerBound != .min, days.upperBound != .max else { return }
    let span: ClosedRange<Int>
    if let last, last.days == days {
      span = last.months
    } else {
      span =
        CalendarDate(dayNumber: days.lowerBound)
        .monthIndex...CalendarDate(dayNumber: days.upperBound).monthIndex
      last = (days, span)
    }
    guard span.count <= Self.longest else { return }
    for month in span {
      if span.count == 1 {
        months[month, default: (0, 0)].certain += 1
      } else {
        months[month, default: (0, 0)].possible += 1
      }
    }
  }

  /// The months that were met, in order.
  public var counts: [MonthCount] {
    months.sorted { $0.key < $1.key }.map {
      MonthCount(
        year: $0.key / 12, month: $0.key % 12 + 1, certain: $0.value.certain,
        possible: $0.value.possible)
    }
  }
}

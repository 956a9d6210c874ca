import CorpusStore

/// Columns of a small chart over time: a block for every year, in it a column for every quarter or month,
/// before them one for what is dated no better than the year; at the end one for what has no year.
public struct TimeAxis: Hashable, Sendable {
  /// What one column stands for.
  public enum Unit: Int, Hashable, Sendable, CaseIterable {
    case month, quarter, year

    /// Columns of a year's months.
    var columns: Int {
      switch self {
      case .month: 12
      case .quarter: 4
      case .year: 0
      }
    }
  }

  /// Where a year's label stands.
  public struct Label: Hashable, Sendable {
    public var text: String
    /// Counted from the axis's first column.
    public var column: Int
  }

  /// What a column stands for.
  public let unit: Unit
  /// Whether years are labelled with two digits, since four would not fit.
  public let isTight: Bool
  /// Columns in all; 0 when nothing fits or there is nothing to show.
  public let columns: Int
  /// Whether years before the first shown one are left out.
  public let isCut: Bool
  private let firstYear: Int
  private let years: Int
  /// Columns of a year with the gap behind it.
  private let block: Int
  private let hasYearColumn: Bool
  private let hasUndated: Bool

  /// The finest axis that fits.
  ///
  /// - Parameters:
  ///   - periods: what has to be shown.
  ///   - room: columns that there are; of too many years the last ones are shown.
  public init(_ periods: some Sequence<StatementPeriod>, room: Int) {
    var first = Int.max
    var last = Int.min
    var yearOnly = false
    var undated = false
    for period in periods {
      guard let year = period.year else {
        undated = true
        continue
      }
      first = min(first, year)
      last = max(last, year)
      if period.month == nil { yearOnly = true }
    }
    let wanted = first <= last ? last - first + 1 : 0
    let tail = undated ? 2 : 0
    let free = room - tail
    func width(_ unit: Unit) -> Int { Self.width(unit, yearOnly) }
    let unit = Unit.allCases.first { wanted * width($0) - 1 <= free } ?? .year
    isTight = unit == .year && wanted * width(.year) - 1 > free
    block = isTight ? 3 : width(unit)
    let fitting = min(wanted, max(0, (free + 1) / block))
    self.unit = unit
    hasYearColumn = unit == .year || yearOnly
    hasUndated = undated && room >= 6
    years = fitting
    firstYear = last == .min ? 0 : last - fitting + 1
    isCut = fitting < wanted
    columns =
      room < 6 || (fitting == 0 && !undated)
      ? 0 : max(0, fitting * block - (fitting > 0 ? 1 : 0)) + (undated ? 2 : 0)
  }

  /// Columns of a year with the gap behind it.
  private static func width(_ unit: Unit, _ yearOnly: Bool) -> Int {
    unit == .year ? 5 : unit.columns + (yearOnly ? 1 : 0) + 1
  }

  /// The column of a period; nil for a year that is left out.
  public func column(of period: StatementPeriod) -> Int? {
    guard columns > 0 else { return nil }
    guard let year = period.year else { return hasUndated ? columns - 1 : nil }
    guard year >= firstYear, year < firstYear + years else { return nil }
    let begin = (year - firstYear) * block
    guard unit != .year, let month = period.month else { return begin }
    return begin + (hasYearColumn ? 1 : 0) + (unit == .month ? month - 1 : (month - 1) / 3)
  }

  /// The years above their blocks, and a question mark above what has none.
  public var labels: [Label] {
    guard columns > 0 else { return [] }
    var labels = (0..<years).map {
      let year = "\(firstYear + $0)"
      return Label(text: isTight ? String(year.suffix(2)) : year, column: $0 * block)
    }
    if hasUndated { labels.append(Label(text: "?", column: columns - 1)) }
    return labels
  }

  /// The empty columns between years, where a line helps the eye down.
  public var gaps: [Int] {
    guard columns > 0, unit != .year else { return [] }
    return (1..<max(1, years)).map { $0 * block - 1 }
  }

  /// The counts of each column, empty columns left out.
  public func buckets(_ history: StanceHistory) -> [Int: StanceCounts] {
    var buckets: [Int: StanceCounts] = [:]
    for period in history.periods {
      guard let column = column(of: period.period) else { continue }
      buckets[column, default: StanceCounts()].add(period.counts)
    }
    return buckets
  }

  /// What a column stands for, in a few words.
  public var legend: String {
    guard columns > 0 else { return "" }
    var text =
      switch unit {
      case .month: "by month"
      case .quarter: "by quarter"
      case .year: "by year"
      }
    if hasYearColumn, unit != .year { text += " · first column: only the year is known" }
    if hasUndated { text += " · ?: no year" }
    if isCut { text += " · earlier years do not fit" }
    return text
  }
}

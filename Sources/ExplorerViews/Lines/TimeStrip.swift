import CorpusStore
import Explorer
import ScreenModel
import TextModel

/// The corpus over time: a block for every month (or quarter, or year, as the width allows), the window
/// in force marked, months in which articles lie only possibly pale.
struct TimeStrip {
  let state: ExplorerState

  private struct Bucket {
    var days: ClosedRange<Int>
    var certain = 0
    var possible = 0
  }

  /// Months per block, from fine to coarse.
  private static let units = [1, 3, 12]

  func draw(on canvas: inout Canvas, in area: Rect) {
    guard let first = state.histogram.first?.year, let last = state.histogram.last?.year else {
      let words = state.list.count == 0 ? "" : " no article here is dated by a month or better"
      canvas.write(words, row: area.row, column: area.column, clippedTo: area, role: .faint)
      return
    }
    let room = area.size.columns - 2
    let unit = Self.units.first { width(years: last - first + 1, unit: $0) <= room } ?? 12
    // Of too long a history the end, or the part with the window.
    let fitting = max(1, room / (6 + 12 / unit))
    var end = last
    if last - first + 1 > fitting, let day = state.query.window?.days.upperBound, day != .max {
      end = min(last, max(first + fitting - 1, CalendarDate(dayNumber: day).year))
    }
    let years = max(first, end - fitting + 1)...end
    let buckets = years.map { year in self.buckets(of: year, unit: unit) }
    let maximum = buckets.joined().map(\.certain).max() ?? 0
    var column = area.column + 1
    for (year, buckets) in zip(years, buckets) {
      canvas.write("\(year) ", row: area.row, column: column, clippedTo: area, role: .faint)
      column += 5
      for bucket in buckets {
        draw(bucket, maximum, on: &canvas, row: area.row, column: column)
        column += 1
      }
      column += 1
    }
  }

  private func width(years: Int, unit: Int) -> Int { years * (6 + 12 / unit) - 1 }

  private func buckets(of year: Int, unit: Int) -> [Bucket] {
    stride(from: 1, through: 12, by: unit).compactMap { month in
      let from = EDTF.Point.month(year: year, month: month).days.lowerBound
      let to = EDTF.Point.month(year: year, month: month + unit - 1).days.upperBound
      var bucket = Bucket(days: from...to)
      for count in state.histogram
      where count.year == year && (month..<month + unit).contains(count.month) {
        bucket.certain += count.certain
        bucket.possible = max(bucket.possible, count.possible)
      }
      return bucket
    }
  }

  private func draw(
    _ bucket: Bucket, _ maximum: Int, on canvas: inout Canvas, row: Int, column: Int
  ) {
    let isActive = state.query.window.map { $0.days.overlaps(bucket.days) } ?? false
    var glyph = Sparkline.block(for: bucket.certain, maximum: maximum)
    var role = Role.histogram
    if bucket.certain == 0 {
      glyph = bucket.possible > 0 ? "░" : isActive ? "·" : " "
      role = .dateUncertain
    }
    if isActive { role = .histogramActive }
    if !isActive, let days = selectedDays, days.overlaps(bucket.days), bucket.certain > 0 {
      role = .date
    }
    canvas.place(glyph, columns: 1, row: row, column: column, role: role)
  }

  /// The selected article's days, when it is dated to a month or better.
  private var selectedDays: ClosedRange<Int>? {
    guard let days = state.list.selectedRow?.edtf?.days, days.lowerBound != .min,
      days.upperBound != .max, days.count <= 31
    else { return nil }
    return days
  }
}

import GermanLanguage
import TextModel

extension ArticleDater {
  /// The date that a stretch of an article names, such as a reporting clause: "am 27. Februar
  /// aufgezeichnet", "hatte bereits im März gesagt", "sagte er am Dienstag (4. März)".
  ///
  /// - Parameter reference: the article's own date; what is relative to it or has no year is settled by
  ///   it, and left unsaid where it is too wide for that.
  /// - Returns: the first date named, inside the past of the article unless the words point ahead; nil
  ///   when none is named or it is the article's own day.
  public func date(
    in span: TextSpan, of article: Article, reference: ArticleDate
  ) -> ArticleDate? {
    let bytes = article.text.utf8
    let limits = TextSpan(min(span.begin, bytes.count), min(span.end, bytes.count))
    for expression in finder.expressions(in: limits, of: article.text) {
      if expression.isNameOfYear || tenses.lead(expression, in: limits, bytes) == .unbound {
        continue
      }
      let tense = tenses.tense(
        tenses.sentence(around: expression.span, in: limits, bytes), around: expression.span, bytes)
      guard let (edtf, basis, reason) = resolve(expression, tense, article, reference) else {
        continue
      }
      if let own = reference.days, edtf.days == own { continue }
      return ArticleDate(edtf: edtf, basis: basis, evidence: [expression.span], reason: reason)
    }
    return nil
  }

  private func resolve(
    _ expression: DateExpression, _ tense: Tense, _ article: Article, _ reference: ArticleDate
  ) -> (EDTF, ArticleDate.Basis, String)? {
    let words = "“\(oneLine(article.text[expression.span]))”"
    let isAhead = tense == .ahead || tense == .planned || expression.direction == .next
    let days = reference.days
    func inferred(_ days: ClosedRange<Int>) -> (EDTF, ArticleDate.Basis, String)? {
      EDTF.covering(days).map { ($0, .inferred, "\(words), counted from the article's date.") }
    }
    switch expression.meaning {
    case .absolute(let point):
      return (.point(point), .explicit, "\(words) names it.")
    case .season(let month, let year):
      let first = EDTF.Point.month(year: year, month: month).days.lowerBound
      return inferred(first...addMonths(3, to: first) - 1)
    case .dayOfMonth(let day, let month):
      return nearest(days, isAhead) { year in
        CalendarDate(year: year, month: month, day: day).map { $0.dayNumber...$0.dayNumber }
      }.flatMap(inferred)
    case .month(let month, let offset):
      if let offset {
        guard let days, days.upperBound < .max, days.lowerBound > .min,
          year(days.lowerBound) == year(days.upperBound)
        else { return nil }
        return inferred(EDTF.Point.month(year: year(days.lowerBound) + offset, month: month).days)
      }
      return nearest(days, isAhead) { EDTF.Point.month(year: $0, month: month).days }.flatMap(
        inferred)
    case .weekday(let weekday):
      guard let days, days.upperBound < .max, days.lowerBound > .min, days.count <= 7 else {
        return nil
      }
      return nearestWeekday(weekday, days, isAhead, expression.direction).flatMap(inferred)
    case .relative(let unit, let offset):
      guard let days, days.upperBound < .max, days.lowerBound > .min else { return nil }
      return relative(unit, offset, days).flatMap(inferred)
    case .distance(let count, let unit, let nuance):
      guard let days, days.lowerBound == days.upperBound else { return nil }
      let ago = Inference.daysAfter(0, count, unit, nuance)
      let back = unit == .day && nuance == .none ? ago.lowerBound + 1...ago.upperBound - 1 : ago
      return inferred(
        days.lowerBound - max(back.upperBound, 0)...days.lowerBound - max(back.lowerBound, 0))
    }
  }

  /// The year whose day or month lies next to the article on the right side; nil when the article's
  /// date leaves more than one.
  private func nearest(
    _ days: ClosedRange<Int>?, _ isAhead: Bool, _ make: (Int) -> ClosedRange<Int>?
  ) -> ClosedRange<Int>? {
    guard let days, days.lowerBound > .min, days.upperBound < .max, days.count < 300 else {
      return nil
    }
    func candidate(_ reference: Int) -> ClosedRange<Int>? {
      let years = [year(reference) - 1, year(reference), year(reference) + 1]
      let all = years.compactMap(make)
      return isAhead
        ? all.first { $0.upperBound >= reference } : all.last { $0.lowerBound <= reference }
    }
    let (first, last) = (candidate(days.lowerBound), candidate(days.upperBound))
    return first == last ? first : nil
  }

  /// The last such weekday up to the article, or the next one after it; several days when the article's
  /// date leaves it open.
  private func nearestWeekday(
    _ weekday: Int, _ days: ClosedRange<Int>, _ isAhead: Bool,
    _ direction: DateExpression.Direction?
  ) -> ClosedRange<Int>? {
    func candidate(_ reference: Int) -> Int {
      let own = CalendarDate(dayNumber: reference).weekday
      if isAhead { return reference + (weekday - own + 7) % 7 }
      let back = (own - weekday + 7) % 7
      return reference - (back == 0 && direction == .previous ? 7 : back)
    }
    let (first, last) = (candidate(days.lowerBound), candidate(days.upperBound))
    return first <= last ? first...last : nil
  }

  private func relative(
    _ unit: DateExpression.Unit, _ offset: Int, _ days: ClosedRange<Int>
  ) -> ClosedRange<Int>? {
    switch unit {
    case .day:
      return days.lowerBound + offset...days.upperBound + offset
    case .week:
      guard days.count <= 31 else { return nil }
      let first = days.lowerBound - CalendarDate(dayNumber: days.lowerBound).weekday + 1
      let last = days.upperBound - CalendarDate(dayNumber: days.upperBound).weekday + 7
      return first + 7 * offset...last + 7 * offset
    case .month:
      guard days.count <= 31 else { return nil }
      return month(addMonths(offset, to: days.lowerBound))
        .lowerBound...month(
          addMonths(offset, to: days.upperBound)
        ).upperBound
    case .year:
      guard year(days.lowerBound) == year(days.upperBound) else { return nil }
      return EDTF.Point.year(year(days.lowerBound) + offset).days
    }
  }

  private func year(_ day: Int) -> Int { CalendarDate(dayNumber: day).year }

  private func month(_ day: Int) -> ClosedRange<Int> {
    let date = CalendarDate(dayNumber: day)
    return EDTF.Point.month(year: date.year, month: date.month).days
  }
}

import GermanLanguage
import TextModel

/// Narrows down when an article appeared by what its text takes for granted.
///
/// Four kinds of evidence, from sure to weak: days and years that the text looks back on and facts that
/// did not exist before their day (first day); a day named with its weekday, which news does for a few
/// days only (which also settles the year); the time since an event whose day is known; days that lie
/// ahead and holders of an office (last day). What contradicts surer evidence is dropped.
struct Inference {
  let article: Article
  let finder: DateExpressionFinder
  let tenses: TenseReader
  let facts: OutsideFacts
  let noAdverb: PhraseSet
  var bounds: DateBounds

  /// An expression of the text with what is around it.
  private struct Sighting {
    var expression: DateExpression
    var tense: Tense
    var lead: DateLead
    var sentence: TextSpan
    var block: TextSpan
    /// Number of its block among those of the body and standfirst, from 0.
    var position: Int
  }

  /// - Parameter statedDay: a day without a year that a date line states of the article itself.
  mutating func run(statedDay: DateExpression?) {
    var sightings = findSightings()
    if var statedDay {
      statedDay.dayOffset = 0
      sightings.append(
        Sighting(
          expression: statedDay, tense: .past, lead: .plain, sentence: statedDay.span,
          block: statedDay.span,
          position: 0))
    }
    let mentions = facts.mentions(in: article)
    takeStatedDays(sightings)
    takeFacts(mentions)
    takeAnchors(sightings, mentions)
    // A day settled by one may let the next one settle.
    for _ in 0..<2 { takeDaysWithoutYear(sightings) }
    takeDaysAhead(sightings)
    takeOffices(mentions)
    for _ in 0..<2 { takeDaysWithoutYear(sightings) }
  }

  /// Each is read with its sentence, up to 1.2 kB: a text of nothing but dates must not take long.
  private static let maximumSightings = 500

  private func findSightings() -> [Sighting] {
    var result: [Sighting] = []
    var seen = 0
    var position = -1
    let bytes = article.text.utf8
    for block in article.anatomy.blocks {
      if block.zone == .body || block.zone == .standfirst { position += 1 }
      let rest = Self.maximumSightings - seen
      if rest <= 0 { break }
      for expression in finder.expressions(in: block.span, of: article.text, limit: rest) {
        seen += 1
        var sighting = Sighting(
          expression: expression, tense: .open, lead: .plain, sentence: expression.span,
          block: block.span, position: position)
        switch expression.meaning {
        // "gestern" and "am Montag" say nothing of the article's day.
        case .weekday, .relative: continue
        // Of "vor zehn Monaten" only the sentence counts, whatever its tense.
        case .distance:
          sighting.sentence = tenses.sentence(around: expression.span, in: block.span, bytes)
        case .absolute, .season, .dayOfMonth, .month:
          sighting.sentence = tenses.sentence(around: expression.span, in: block.span, bytes)
          sighting.tense = tenses.tense(sighting.sentence, around: expression.span, bytes)
          sighting.lead = tenses.lead(expression, in: block.span, bytes)
        }
        result.append(sighting)
      }
    }
    return result
  }
  // MARK: Complete dates

  private mutating func takeStatedDays(_ sightings: [Sighting]) {
    for sighting in sightings {
      let expression = sighting.expression
      let evidence = [expression.span]
      let words = quoted(expression.span)
      if let offset = expression.dayOffset, case .absolute(let point) = expression.meaning {
        // "heute (27. März 2006)"
        let day = point.days.lowerBound - offset
        bounds.within(day...day, evidence, "\(words) names the day itself")
        continue
      }
      // "Samstag, den 7. Januar 2005" was a Friday: one of the words is wrong.
      if let weekday = expression.weekday, case .absolute(let point) = expression.meaning,
        CalendarDate(dayNumber: point.days.lowerBound).weekday != weekday
      {
        continue
      }
      guard looksBack(sighting) else { continue }
      switch expression.meaning {
      case .absolute(.day(let date)), .absolute(.second(let date, _)):
        bounds.notBefore(date.dayNumber, evidence, "\(words) lies in the past")
        if expression.weekday != nil, sighting.position <= 1, expression.direction != .next {
          bounds.notAfter(
            date.dayNumber + 10, evidence, "\(words) is named with its weekday as recent news")
        }
      case .absolute(.month(let year, let month)):
        bounds.notBefore(
          EDTF.Point.month(year: year, month: month).days.lowerBound, evidence,
          "\(words) lies in the past")
      case .absolute(.year(let year)):
        if looksBackOnYear(sighting) {
          bounds.notBefore(
            EDTF.Point.year(year + 1).days.lowerBound, evidence,
            "\(words) is told in retrospect, so that year is over")
        } else {
          bounds.notBefore(
            EDTF.Point.year(year).days.lowerBound, evidence, "\(words) lies in the past")
        }
      case .season(let month, let year):
        bounds.notBefore(
          EDTF.Point.month(year: year, month: month).days.lowerBound, evidence,
          "\(words) lies in the past")
      default: break
      }
    }
  }

  private func looksBack(_ sighting: Sighting) -> Bool {
    switch sighting.lead {
    case .since: sighting.tense != .planned
    case .unbound: false
    case .plain: sighting.tense == .past && !sighting.expression.isNameOfYear
    }
  }

  /// "der 2022 sein Land … zur Verfügung stellte", "wurde 2019 gewählt": a bare year as an adverbial
  /// beside a preterite is how one writes of a year that is over; of the running year one says the month.
  private func looksBackOnYear(_ sighting: Sighting) -> Bool {
    let bytes = article.text.utf8
    let expression = sighting.expression
    guard !expression.isNameOfYear, expression.part == nil else { return false }
    let wordEnd = bytes.trimEnd(from: sighting.sentence.begin, to: expression.span.begin)
    guard wordEnd < expression.span.begin else { return false }
    var word = wordEnd
    while word > sighting.sentence.begin, isWordByte(bytes[word - 1]) { word -= 1 }
    guard word < wordEnd, bytes.isSmall(at: word), !noAdverb.contains(bytes, word, wordEnd) else {
      return false
    }
    if tenses.isPast(bytes, word, wordEnd) { return true }
    if tenses.isPerfect(bytes, word, wordEnd) { return false }
    // The preterite in the rest of the clause.
    var at = expression.span.end
    while at < sighting.sentence.end, bytes[at] != UInt8(ascii: ","), bytes[at] != UInt8(ascii: ";")
    {
      if isWordByte(bytes[at]) {
        let end = bytes.wordEnd(from: at, to: sighting.sentence.end)
        if tenses.isPast(bytes, at, end) { return true }
        at = end
      } else {
        at += 1
      }
    }
    return false
  }

  private mutating func takeDaysAhead(_ sightings: [Sighting]) {
    for sighting in sightings where sighting.tense == .planned && sighting.lead != .since {
      let expression = sighting.expression
      guard expression.dayOffset == nil, !expression.isNameOfYear else { continue }
      let last: Int
      switch expression.meaning {
      case .absolute(.day(let date)), .absolute(.second(let date, _)): last = date.dayNumber
      case .absolute(.month(let year, let month)):
        last = EDTF.Point.month(year: year, month: month).days.upperBound
      default: continue
      }
      bounds.notAfter(last, [expression.span], "\(quoted(expression.span)) still lies ahead")
    }
  }

  // MARK: Facts

  private mutating func takeFacts(_ mentions: OutsideFacts.Mentions) {
    let named = mentions.named.merging(mentions.former) { first, _ in first }
    for (index, span) in named.sorted(by: { $0.key < $1.key }) {
      let fact = facts.facts[index]
      if fact.needsContext, !mentions.contexts.contains(index) { continue }
      let from = fact.kind == .office ? fact.from - 75 : fact.from
      bounds.notBefore(
        from, [span], "\(quoted(span)) is not named before \(date(fact.from)) (\(fact.what))")
    }
  }

  private mutating func takeOffices(_ mentions: OutsideFacts.Mentions) {
    for (index, span) in mentions.named.sorted(by: { $0.key < $1.key }) {
      guard let to = facts.facts[index].to else { continue }
      bounds.notAfter(to + 14, [span], "\(quoted(span)) is named in office")
    }
  }

  /// "vor gut zehn Monaten … überfallen"
  private mutating func takeAnchors(_ sightings: [Sighting], _ mentions: OutsideFacts.Mentions) {
    for sighting in sightings {
      guard case .distance(let count, let unit, let nuance) = sighting.expression.meaning else {
        continue
      }
      for (fact, span) in mentions.anchors
      where mentions.contexts.contains(fact) && sighting.sentence.contains(span) {
        let event = facts.facts[fact]
        let days = Self.daysAfter(event.from, count, unit, nuance)
        bounds.within(
          days, [sighting.expression.span, span],
          "\(quoted(sighting.expression.span)) counts from \(date(event.from)), when \(event.what)")
        break
      }
    }
  }

  /// When somebody writes "vor gut zehn Monaten" of a day: a journalist rounds by half a unit and more.
  static func daysAfter(
    _ day: Int, _ count: Int, _ unit: DateExpression.Unit, _ nuance: DateExpression.Nuance
  ) -> ClosedRange<Int> {
    let middle: Int
    let scale: Int
    switch unit {
    case .day: (middle, scale) = (day + count, max(1, count / 25))
    case .week: (middle, scale) = (day + 7 * count, max(4, count / 4))
    case .month: (middle, scale) = (addMonths(count, to: day), 20)
    case .year: (middle, scale) = (addMonths(12 * count, to: day), 150)
    }
    switch nuance {
    case .over: return middle - scale * 3 / 2...middle + scale
    case .under: return middle - scale * 3 / 2...middle + scale / 4
    case .about, .none: return middle - scale * 3 / 2...middle + scale * 3 / 2
    }
  }

  // MARK: Days without a year

  private mutating func takeDaysWithoutYear(_ sightings: [Sighting]) {
    for sighting in sightings {
      let expression = sighting.expression
      switch expression.meaning {
      case .dayOfMonth(let day, let month):
        if let offset = expression.dayOffset {
          settle(day, month, expression.weekday, offset: -offset, within: 0, sighting)
        } else if looksBack(sighting), let weekday = expression.weekday,
          expression.direction != .next
        {
          settle(
            day, month, weekday, offset: 0, within: recency(expression), sighting)
        } else if looksBack(sighting) {
          takeRecurring(day, month, sighting)
        }
      case .month(let month, let offset):
        guard sighting.tense == .past, offset == nil || offset == 0, expression.direction == nil
        else {
          continue
        }
        let day =
          switch expression.part {
          case .middle: 10
          case .end: 20
          default: 1
          }
        takeRecurring(day, month, sighting)
      default: break
      }
    }
  }

  /// How many days after a day news names it by its weekday. In brackets ("am Dienstag (4. März)") the
  /// weekday alone was the text, so that the next one has not come; spelt out, it may just have.
  private func recency(_ expression: DateExpression) -> Int {
    if expression.direction == .previous { return 13 }
    return article.text.utf8[expression.span.end - 1] == UInt8(ascii: ")") ? 6 : 7
  }

  /// A day and month, maybe with its weekday, that lie `within` days before the article: the years in
  /// which that is possible. One left settles the year.
  private mutating func settle(
    _ day: Int, _ month: Int, _ weekday: Int?, offset: Int, within: Int, _ sighting: Sighting
  ) {
    guard let low = bounds.low?.day else { return }
    let high = min(bounds.highDay, facts.horizon)
    guard low <= high else { return }
    var windows: [ClosedRange<Int>] = []
    for year in CalendarDate(dayNumber: low).year - 1...CalendarDate(dayNumber: high).year {
      guard let date = CalendarDate(year: year, month: month, day: day),
        weekday == nil || date.weekday == weekday
      else { continue }
      let window = date.dayNumber + offset...date.dayNumber + offset + within
      if window.upperBound >= low, window.lowerBound <= high { windows.append(window) }
    }
    guard let first = windows.first else { return }
    let words = quoted(sighting.expression.span)
    if windows.count == 1 {
      let year = CalendarDate(dayNumber: first.lowerBound).year
      let how =
        weekday == nil
        ? "\(words) names the day itself" : "\(words) fits \(year) only and is recent news"
      bounds.within(first, [sighting.expression.span], how)
    }
  }

  /// A day or month of every year that lies in the past: of the year that is left, when only one is.
  private mutating func takeRecurring(
    _ day: Int, _ month: Int, _ sighting: Sighting
  ) {
    guard bounds.isClosed, bounds.highDay - bounds.lowDay < 300 else { return }
    let years =
      CalendarDate(dayNumber: bounds.lowDay).year...CalendarDate(dayNumber: bounds.highDay).year
    let days = years.compactMap { CalendarDate(year: $0, month: month, day: day)?.dayNumber }
      .filter { bounds.lowDay < $0 && $0 <= bounds.highDay }
    guard days.count == 1, let found = days.first else { return }
    bounds.notBefore(
      found, [sighting.expression.span], "\(quoted(sighting.expression.span)) lies in the past")
  }

  // MARK: Words

  private func quoted(_ span: TextSpan) -> String { "“\(oneLine(article.text[span]))”" }

  private func date(_ day: Int) -> String {
    EDTF.Point.day(CalendarDate(dayNumber: day)).description
  }
}

/// The same day of the month so many months later, or the last day of a shorter month.
func addMonths(_ count: Int, to day: Int) -> Int {
  let date = CalendarDate(dayNumber: day)
  let months = date.year * 12 + date.month - 1 + count
  let (year, month) = (months / 12, months % 12 + 1)
  let last = CalendarDate.days(inMonth: month, of: year)
  return CalendarDate(year: year, month: month, day: min(date.day, last))?.dayNumber ?? day
}

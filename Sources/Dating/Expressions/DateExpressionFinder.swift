import GermanLanguage
import TextModel

/// Finds the words of a text that name a time.
///
/// One pass over the bytes; only at the beginning of words that may begin a date is anything looked up.
/// Expressions do not overlap, and of two that begin together the longer one wins.
///
/// - Complexity: O(*n*).
public struct DateExpressionFinder: Sendable {
  let lexicon: DateLexicon

  /// Prepares the words for months, weekdays and distances from the data files.
  public init(lexicon: LexiconFiles = .embedded) {
    self.lexicon = DateLexicon(lexicon)
  }

  /// All expressions inside a span, in text order; at most the first `limit`.
  public func expressions(
    in span: TextSpan, of text: SourceText, limit: Int = .max
  ) -> [DateExpression] {
    var found: [DateExpression] = []
    let bytes = text.utf8
    let end = min(span.end, bytes.count)
    var at = span.begin
    while found.count < limit {
      at = lexicon.vocabulary.nextCandidate(bytes, from: at, to: end, orDigit: true)
      guard at < end else { break }
      if let expression = expression(bytes, at: at, from: span.begin, to: end) {
        found.append(expression)
        at = max(expression.span.end, at + 1)
      } else {
        at += 1
      }
    }
    return found
  }

  private func expression(
    _ bytes: [UInt8], at offset: Int, from begin: Int, to end: Int
  ) -> DateExpression? {
    if isDigit(bytes[offset]) { return digits(bytes, offset, begin, end) }
    guard let match = lexicon.vocabulary.find(bytes, at: offset, to: end) else { return nil }
    switch lexicon.entries[match.index] {
    case .month(let month):
      return monthName(month, bytes, offset, match.end, begin, end)
    case .weekday(let weekday, let isShort):
      return weekdayName(weekday, isShort, bytes, offset, match.end, begin, end)
    case .relative(let unit, let shift):
      var result = DateExpression(
        span: TextSpan(offset, match.end), meaning: .relative(unit, shift))
      if unit == .day, let day = dayAfterName(bytes, match.end, begin, end) {
        result.span = TextSpan(offset, day.span.end)
        result.meaning = day.meaning
        result.dayOffset = shift
      }
      return result
    case .season(let month):
      let yearAt = bytes.skipBlank(match.end, end)
      guard let year = year(bytes, yearAt, end) else { return nil }
      return DateExpression(
        span: TextSpan(offset, yearAt + 4), meaning: .season(firstMonth: month, year: year))
    case .distance:
      return distance(bytes, offset, match.end, end)
    }
  }

  // MARK: Digits

  private func digits(_ bytes: [UInt8], _ offset: Int, _ begin: Int, _ end: Int) -> DateExpression?
  {
    if offset > begin {
      let before = bytes[offset - 1]
      if before == UInt8(ascii: ",") || before == UInt8(ascii: ":") || before == UInt8(ascii: "+")
        || (before == UInt8(ascii: ".") && offset - 1 > begin && isWordByte(bytes[offset - 2]))
      {
        return nil
      }
    }
    if let iso = bytes.isoDate(at: offset, to: end) { return withTime(iso, bytes, offset, end) }
    if let german = bytes.germanNumericDate(at: offset, to: end) {
      return withTime(german, bytes, offset, end)
    }
    if let day = dayAndMonth(bytes, offset, end) { return withTime(day, bytes, offset, end) }
    guard let year = year(bytes, offset, end), !isBefore(bytes, offset, begin, "-/") else {
      return nil
    }
    var result = DateExpression(span: TextSpan(offset, offset + 4), meaning: .absolute(.year(year)))
    let word = wordBefore(bytes, offset, begin)
    if let word {
      if let part = lexicon.parts.find(bytes, at: word.begin, to: word.end), part.end == word.end {
        result.part = DateExpression.Part(rawValue: lexicon.partNumbers[part.index])
        result.span = TextSpan(word.begin, offset + 4)
      } else if bytes.isCapital(at: word.begin), !isYearIntro(bytes, word) {
        result.isNameOfYear = true
      }
    }
    // "2000 Menschen" counts; "2022 Präsident" after "im Jahr" does not.
    let next = bytes.skipBlank(offset + 4, end)
    if next > offset + 4, bytes.isCapital(at: next), word.map({ !isYearIntro(bytes, $0) }) ?? true,
      result.part == nil
    {
      return nil
    }
    return result
  }

  /// "3. März 2025", "3. März", "5.März 2008", "3. 3. 2025".
  private func dayAndMonth(_ bytes: [UInt8], _ offset: Int, _ end: Int) -> NumericDate? {
    guard let day = bytes.number(at: offset, to: end), (1...31).contains(day.value),
      day.end - offset <= 2, day.end < end, bytes[day.end] == UInt8(ascii: ".")
    else { return nil }
    let nameAt = bytes.skipBlank(day.end + 1, end)
    guard let name = lexicon.months.find(bytes, at: nameAt, to: end) else { return nil }
    let month = lexicon.monthNumbers[name.index]
    let yearAt = bytes.skipBlank(name.end, end)
    if yearAt > name.end, let year = year(bytes, yearAt, end) {
      guard let date = CalendarDate(year: year, month: month, day: day.value) else { return nil }
      return NumericDate(value: .point(.day(date)), end: yearAt + 4)
    }
    guard CalendarDate(year: 2024, month: month, day: day.value) != nil else { return nil }
    return NumericDate(value: .dayOfMonth(day: day.value, month: month), end: name.end)
  }

  private func withTime(
    _ date: NumericDate, _ bytes: [UInt8], _ offset: Int, _ end: Int
  ) -> DateExpression {
    switch date.value {
    case .dayOfMonth(let day, let month):
      return DateExpression(
        span: TextSpan(offset, date.end), meaning: .dayOfMonth(day: day, month: month))
    case .point(.day(let day)):
      // ", um 13:46 Uhr", " - 13:46 Uhr", " | 13.46 Uhr"
      var at = date.end
      while at < end,
        bytes[at] == UInt8(ascii: ",") || bytes[at] == UInt8(ascii: "|")
          || bytes[at] == UInt8(ascii: "/")
          || bytes.whiteSpace(at: at) > 0 || bytes.dash(at: at) > 0
      {
        at += max(1, max(bytes.whiteSpace(at: at), bytes.dash(at: at)))
      }
      if at + 3 < end, bytes[at] == UInt8(ascii: "u"), bytes[at + 1] == UInt8(ascii: "m"),
        bytes[at + 2] == 0x20
      {
        at += 3
      }
      if at > date.end, let clock = bytes.clock(at: at, to: end, separators: ":.") {
        let word = bytes.skipBlank(clock.end, end)
        let hasUhr =
          word + 3 <= end && bytes[word] == UInt8(ascii: "U")
          && bytes[word + 1] == UInt8(ascii: "h")
          && bytes[word + 2] == UInt8(ascii: "r")
        let colon = bytes[at..<clock.end].contains(UInt8(ascii: ":"))
        if hasUhr || colon {
          return DateExpression(
            span: TextSpan(offset, hasUhr ? word + 3 : clock.end),
            meaning: .absolute(.second(day, secondOfDay: clock.second)))
        }
      }
      return DateExpression(span: TextSpan(offset, date.end), meaning: .absolute(.day(day)))
    case .point(let point):
      return DateExpression(span: TextSpan(offset, date.end), meaning: .absolute(point))
    }
  }

  /// A year of four digits that stands alone.
  private func year(_ bytes: [UInt8], _ offset: Int, _ end: Int) -> Int? {
    guard let found = bytes.number(at: offset, to: end), found.end == offset + 4,
      isPlausibleYear(found.value)
    else { return nil }
    if found.end < end {
      let after = bytes[found.end]
      if isWordByte(after) || after == UInt8(ascii: "%") || after == UInt8(ascii: ":") {
        return nil
      }
      if found.end + 1 < end, isWordByte(bytes[found.end + 1]),
        after == UInt8(ascii: ".") || after == UInt8(ascii: ",") || after == UInt8(ascii: "/")
          || after == UInt8(ascii: "-")
      {
        return nil
      }
    }
    return found.value
  }

  // MARK: Names

  private func monthName(
    _ month: Int, _ bytes: [UInt8], _ offset: Int, _ nameEnd: Int, _ begin: Int, _ end: Int
  ) -> DateExpression? {
    var first = offset
    var part: DateExpression.Part?
    var isIntroduced = false
    if let word = wordBefore(bytes, offset, begin) {
      if let found = lexicon.parts.find(bytes, at: word.begin, to: word.end), found.end == word.end
      {
        part = DateExpression.Part(rawValue: lexicon.partNumbers[found.index])
        first = word.begin
        isIntroduced = true
      } else {
        isIntroduced = bytes.isSmall(at: word.begin)
      }
    }
    let yearAt = bytes.skipBlank(nameEnd, end)
    if yearAt > nameEnd, let year = year(bytes, yearAt, end) {
      var result = DateExpression(
        span: TextSpan(first, yearAt + 4), meaning: .absolute(.month(year: year, month: month)))
      result.part = part
      return result
    }
    // "August" is a name too: a month alone needs "im", "Anfang", "seit" before it.
    guard isIntroduced else { return nil }
    var result = DateExpression(
      span: TextSpan(first, nameEnd), meaning: .month(month, yearOffset: nil))
    result.part = part
    result.direction = direction(bytes, first, begin)
    if let genitive = lexicon.yearGenitives.find(bytes, at: yearAt, to: end) {
      result.span = TextSpan(first, genitive.end)
      result.meaning = .month(month, yearOffset: lexicon.yearGenitiveOffsets[genitive.index])
    }
    return result
  }

  private func weekdayName(
    _ weekday: Int, _ isShort: Bool, _ bytes: [UInt8], _ offset: Int, _ nameEnd: Int, _ begin: Int,
    _ end: Int
  ) -> DateExpression? {
    if let day = dayAfterName(bytes, nameEnd, begin, end) {
      var result = day
      result.span = TextSpan(offset, day.span.end)
      result.weekday = weekday
      result.direction = direction(bytes, offset, begin)
      return result
    }
    if isShort { return nil }
    var result = DateExpression(span: TextSpan(offset, nameEnd), meaning: .weekday(weekday))
    result.direction = direction(bytes, offset, begin)
    return result
  }

  /// The day that follows a weekday or "heute": ", 31. März 2023", " (24. November)", ", dem 6. Dezember".
  private func dayAfterName(
    _ bytes: [UInt8], _ offset: Int, _ begin: Int, _ end: Int
  ) -> DateExpression? {
    var at = offset
    if at < end, bytes[at] == UInt8(ascii: ",") { at += 1 }
    at = bytes.skipBlank(at, end)
    for article in ["den ", "dem ", "der "] where at + 4 < end {
      if bytes[at..<at + 4].elementsEqual(article.utf8) {
        at = bytes.skipBlank(at + 4, end)
        break
      }
    }
    var bracket = false
    if at < end, bytes[at] == UInt8(ascii: "(") {
      bracket = true
      at = bytes.skipBlank(at + 1, end)
      for article in ["den ", "der "] where at + 4 < end {
        if bytes[at..<at + 4].elementsEqual(article.utf8) { at = bytes.skipBlank(at + 4, end) }
      }
    }
    guard at > offset, at < end, isDigit(bytes[at]),
      var day = digits(bytes, at, max(begin, at), end)
    else { return nil }
    switch day.meaning {
    case .absolute(.day), .absolute(.second), .dayOfMonth: break
    default: return nil
    }
    if bracket, day.span.end < end, bytes[day.span.end] == UInt8(ascii: ")") {
      day.span = TextSpan(day.span.begin, day.span.end + 1)
    }
    return day
  }

  /// "vor gut zehn Monaten", "seit rund 500 Tagen".
  private func distance(_ bytes: [UInt8], _ offset: Int, _ wordEnd: Int, _ end: Int)
    -> DateExpression?
  {
    var at = bytes.skipBlank(wordEnd, end)
    var nuance = DateExpression.Nuance.none
    for _ in 0..<2 {
      guard let found = lexicon.nuances.find(bytes, at: at, to: end) else { break }
      if nuance == .none || nuance == .about { nuance = lexicon.nuanceValues[found.index] }
      at = bytes.skipBlank(found.end, end)
    }
    let count: Int
    if let number = bytes.number(at: at, to: end) {
      count = number.value
      at = number.end
    } else if let number = lexicon.numbers.find(bytes, at: at, to: end) {
      count = lexicon.numberValues[number.index]
      at = number.end
    } else {
      return nil
    }
    at = bytes.skipBlank(at, end)
    guard let unit = lexicon.units.find(bytes, at: at, to: end), (1...2000).contains(count) else {
      return nil
    }
    return DateExpression(
      span: TextSpan(offset, unit.end),
      meaning: .distance(count: count, unit: lexicon.unitValues[unit.index], nuance: nuance))
  }

  // MARK: What stands before

  /// The word directly before an offset, with only white space between.
  private func wordBefore(_ bytes: [UInt8], _ offset: Int, _ begin: Int) -> TextSpan? {
    let end = bytes.trimEnd(from: begin, to: offset)
    guard end < offset else { return nil }
    var first = end
    while first > begin, isWordByte(bytes[first - 1]) || bytes[first - 1] == UInt8(ascii: "-") {
      first -= 1
    }
    return first < end ? TextSpan(first, end) : nil
  }

  private func isYearIntro(_ bytes: [UInt8], _ word: TextSpan) -> Bool {
    lexicon.yearIntros.contains(bytes, word.begin, word.end)
      || lexicon.parts.contains(bytes, word.begin, word.end)
  }

  private func isBefore(_ bytes: [UInt8], _ offset: Int, _ begin: Int, _ marks: StaticString)
    -> Bool
  {
    offset > begin && marks.withUTF8Buffer { $0.contains(bytes[offset - 1]) }
  }

  private func direction(_ bytes: [UInt8], _ offset: Int, _ begin: Int) -> DateExpression.Direction?
  {
    guard let word = wordBefore(bytes, offset, begin) else { return nil }
    if lexicon.previous.contains(bytes, word.begin, word.end) { return .previous }
    if lexicon.next.contains(bytes, word.begin, word.end) { return .next }
    if lexicon.this.contains(bytes, word.begin, word.end) { return .this }
    return nil
  }
}

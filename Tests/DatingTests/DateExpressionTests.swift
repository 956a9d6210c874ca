import Dating
import Testing
import TextModel

/// The words that name a time, and what they say.
@Suite struct DateExpressionTests {
  private func day(_ year: Int, _ month: Int, _ day: Int) -> DateExpression.Meaning? {
    CalendarDate(year: year, month: month, day: day).map { .absolute(.day($0)) }
  }

  private func found(_ text: String) -> [(words: String, expression: DateExpression)] {
    let source = SourceText(text)
    return DateExpressionFinder().expressions(in: source.span, of: source)
      .map { (source[$0.span], $0) }
  }

  @Test(arguments: [
    "31.03.2023", "31. 3. 2023", "31.3.23", "31. März 2023", "31.März 2023", "31. Mrz 2023",
    "2023-03-31",
  ])
  func spellingsOfADay(text: String) {
    let all = found("Er kam am \(text) an.")
    #expect(all.map(\.words) == [text])
    #expect(all.first?.expression.meaning == day(2023, 3, 31))
  }

  @Test(arguments: [
    "31.03.2023 13:46 Uhr", "31.03.2023, 13:46", "31. März 2023, um 13.46 Uhr",
    "31.03.2023 | 13:46 Uhr",
    "2023-03-31T13:46", "2023-03-31T13:46:00+02:00", "31.03.2023 - 13:46 Uhr",
  ])
  func daysWithATime(text: String) throws {
    let all = found("Stand \(text)")
    #expect(all.map(\.words) == [text])
    guard case .absolute(.second(let date, let second))? = all.first?.expression.meaning else {
      Issue.record("no time in \(text)")
      return
    }
    #expect(date == CalendarDate(year: 2023, month: 3, day: 31))
    #expect(second == (13 * 60 + 46) * 60)
  }

  @Test func weekdayAndDayAreOneExpression() {
    let all = found(
      "Es begann am Donnerstag (24. November), und am Sonntag, dem 27. November 2022, war es aus.")
    #expect(all.map(\.words) == ["Donnerstag (24. November)", "Sonntag, dem 27. November 2022"])
    #expect(all.map(\.expression.weekday) == [4, 7])
    #expect(all.first?.expression.meaning == .dayOfMonth(day: 24, month: 11))
  }

  @Test func partsOfMonthsAndYears() {
    let all = found(
      "Seit Anfang Dezember und Ende 2021, im März vergangenen Jahres, im Sommer 2020.")
    #expect(
      all.map(\.words) == [
        "Anfang Dezember", "Ende 2021", "März vergangenen Jahres", "Sommer 2020",
      ])
    #expect(all[0].expression.part == .begin)
    #expect(all[1].expression.part == .end)
    #expect(all[2].expression.meaning == .month(3, yearOffset: -1))
    #expect(all[3].expression.meaning == .season(firstMonth: 6, year: 2020))
  }

  @Test func timesCountedFromTheArticle() {
    let all = found("Vor gut zehn Monaten, seit rund 500 Tagen, vergangene Woche, gestern.")
    #expect(
      all.map(\.expression.meaning) == [
        .distance(count: 10, unit: .month, nuance: .over),
        .distance(count: 500, unit: .day, nuance: .about), .relative(.week, -1),
        .relative(.day, -1),
      ])
  }

  @Test(arguments: [
    "Es kostet 2000 Euro.", "Nach 1.2023 Metern", "um 20:23 Uhr", "die Nummer 0172023",
    "Version 3.4.5.6",
    "August Beispiel kam.", "So war es.", "31. Februar 2023?", "2023/2024", "5:2", "Saal 3.1",
  ])
  func whatIsNoDate(text: String) {
    let days = found(text).filter {
      if case .absolute(.day) = $0.expression.meaning { return true }
      if case .weekday = $0.expression.meaning { return true }
      if case .absolute(.year) = $0.expression.meaning { return true }
      return false
    }
    #expect(days.isEmpty, "\(days)")
  }

  @Test func aYearThatNamesSomething() {
    #expect(found("die Saison 2005 endete").first?.expression.isNameOfYear == true)
    #expect(found("das im Jahr 2005 endete").first?.expression.isNameOfYear == false)
  }
}

import Testing
import TextModel

@Suite struct EDTFTests {
  @Test(arguments: [
    "2023-03-31T13:46:00", "2023-03-31", "2023-03", "2023", "2023/..", "../2023-05",
    "2023-03-31/2024-02",
  ])
  func writesWhatItReads(_ text: String) {
    #expect(EDTF(text)?.description == text)
  }

  @Test(arguments: [
    "", "23", "2023-13", "2023-02-30", "../..", "2024/2023", "2023-3", "2023-03-31T25:00",
    "2023T10:00", "2023/2024/2025", "２０２３",
  ])
  func refuses(_ text: String) {
    #expect(EDTF(text) == nil)
  }

  @Test func daysRunForwardsAndBack() {
    var previous: CalendarDate?
    for number in stride(from: -719_162, through: 2_932_896, by: 1_003) {
      let date = CalendarDate(dayNumber: number)
      #expect(date.dayNumber == number)
      #expect(previous.map { $0 < date } ?? true)
      previous = date
    }
    #expect(CalendarDate(year: 2022, month: 11, day: 24)?.weekday == 4)
  }

  @Test func coversExactlyTheseDays() {
    #expect(EDTF("2024-02").map { EDTF.covering($0.days) } == .some(EDTF("2024-02")))
    #expect(EDTF("2024").map { EDTF.covering($0.days) } == .some(EDTF("2024")))
    #expect(EDTF.covering(.min ... .max) == nil)
  }
}

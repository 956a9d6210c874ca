import CorpusStore
import Testing
import TextModel

@Suite struct DateWindowTests {
  @Test(arguments: [
    // input, label, unit
    ("2023", "2023", "year"), ("2023-03", "2023-03", "month"), ("2023-03-31", "2023-03-31", "day"),
    ("31.3.2023", "2023-03-31", "day"), ("3/2023", "2023-03", "month"),
    ("3.2023", "2023-03", "month"),
    ("2023-Q1", "2023-Q1", "quarter"), ("2023-q4", "2023-Q4", "quarter"),
    ("2023-W13", "2023-W13", "week"),
    ("2023-03..2024-02", "2023-03..2024-02", ""), ("2023-03/2024-02", "2023-03..2024-02", ""),
    ("2023-01..2023-12", "2023", "year"), ("2023-03-01..2023-03-31", "2023-03", "month"),
    ("2023-03-05..2023-03-09", "2023-03-05..2023-03-09", ""),
    ("1.3.2023..3.3.2023", "2023-03-01..2023-03-03", ""),
    ("2023/..", "2023-01-01..", ""), ("../2023-05", "..2023-05-31", ""),
    ("2023-03..", "2023-03-01..", ""),
    ("..2023", "..2023-12-31", ""), (" 2023 - 03 ", "2023-03", "month"),
    ("2023-03-31T13:46:00", "2023-03-31", "day"),
  ])
  func reads(_ input: String, _ label: String, _ unit: String) throws {
    let window = try DateWindow(input: input)
    #expect(window.label == label)
    #expect(window.unit?.name ?? "" == unit)
    #expect(try DateWindow(input: window.label) == window, "the label reads back")
  }

  @Test(arguments: [
    "", "2", "202", "2023-", "2023-0", "2023-1", "2023-13", "2023-02-30", "32.1.2023", "3/20",
    "31.3.",
    "2024..2023", "..", "2023-Q5", "2023-W60", "morgen", "2023-03..2024-", "/", "./.", "2023//2024",
  ])
  func refuses(_ input: String) {
    #expect(throws: DateInputError.self) { try DateWindow(input: input) }
  }

  @Test(arguments: [
    ("2023-03", 1, "2023-04"), ("2023-12", 1, "2024-01"), ("2023-01", -2, "2022-11"),
    ("2023", -1, "2022"), ("2023-Q4", 1, "2024-Q1"), ("2023-W52", 1, "2024-W01"),
    ("2024-02-29", 1, "2024-03-01"), ("2023-03..2023-04", 1, "2023-05..2023-06"),
    ("2023-03-05..2023-03-09", -1, "2023-02-28..2023-03-04"),
  ])
  func moves(_ from: String, _ steps: Int, _ to: String) throws {
    #expect(try DateWindow(input: from).moved(by: steps)?.label == to)
  }

  @Test func openEndsDoNotMove() throws {
    #expect(try DateWindow(input: "2023..").moved(by: 1) == nil)
    #expect(try DateWindow(input: "9998").moved(by: 1) == nil)
  }

  @Test func growsAndShrinksByUnits() throws {
    var window: DateWindow? = try DateWindow(input: "2023-05-17")
    var labels: [String] = []
    while let here = window {
      labels.append(here.label)
      window = here.coarser
    }
    #expect(labels == ["2023-05-17", "2023-W20", "2023-05", "2023-Q2", "2023"])

    let day = try DateWindow(input: "2023-05-17").days.lowerBound
    var finer: DateWindow? = try DateWindow(input: "2023")
    labels = []
    while let here = finer {
      labels.append(here.label)
      finer = here.finer(around: day)
    }
    #expect(labels == ["2023", "2023-Q2", "2023-05", "2023-W20", "2023-05-17"])
    #expect(try DateWindow(input: "2023").finer(around: nil)?.label == "2023-Q1")
    #expect(try DateWindow(input: "2023-03-05..2023-04-09").coarser?.label == "2023")
    #expect(try DateWindow(input: "2023-03-05..2023-03-09").coarser?.label == "2023-03")
  }
}

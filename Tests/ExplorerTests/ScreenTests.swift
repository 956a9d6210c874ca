import ExplorerViews
import ScreenExport
import ScreenModel
import Testing

/// Golden screens: what stands where after some keys, and below in one letter what each cell means.
///
/// `STANDPUNKT_RECORD=1 swift test --filter ScreenTests` rewrites the files and fails; reviewing the
/// difference is the test.
@Suite struct ScreenTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var name: String
    var size: Size
    var keys: String
    var testDescription: String { name }

    init(_ name: String, _ columns: Int, _ rows: Int, _ keys: String) {
      self.name = name
      size = Size(columns: columns, rows: rows)
      self.keys = keys
    }
  }

  static let cases = [
    Case("first-screen-120x36", 120, 36, ""),
    Case("statement-120x36", 120, 36, "jjjJJ"),
    Case("first-screen-80x24", 80, 24, ""),
    Case("sidebar-80x24", 80, 24, "jjj<Enter>iJ"),
    Case("list-59x20", 59, 20, "jj"),
    Case("text-59x20", 59, 20, "jjj<Enter>J"),
    Case("text-40x12", 40, 12, "jjj<Enter>J"),
    Case("list-20x5", 20, 5, "j"),
    Case("date-window-100x30", 100, 30, "d2023-03<Enter>"),
    Case("date-prompt-80x24", 80, 24, "d2023-0"),
    Case("empty-window-100x30", 100, 30, "d1999<Enter>U"),
    Case("related-outside-filter-120x36", 120, 36, "d2023-03<Enter>J."),
    Case("related-list-100x30", 100, 30, "jjjJr"),
    Case("explanation-100x36", 100, 36, "jjjJe"),
    Case("help-80x24", 80, 24, "?"),
    Case("help-120x36", 120, 36, "?"),
    Case("actor-filter-120x36", 120, 36, "ahuber<Enter><Enter>J"),
    Case("actor-picker-80x24", 80, 24, "ahu"),
    Case("search-100x30", 100, 30, "/strassenbahn<Enter>"),
    Case("problems-80x24", 80, 24, "w"),
    Case("sidebar-statements-120x36", 120, 36, "jjj<Tab><Tab>jj<Enter>"),
    Case("wide-200x50", 200, 50, "jjjJ"),
    Case("matrix-120x36", 120, 36, "M"),
    Case("matrix-80x24", 80, 24, "Mjl"),
    Case("matrix-59x20", 59, 20, "Mj"),
    Case("matrix-20x5", 20, 5, "Ml"),
    Case("matrix-window-120x36", 120, 36, "Md2023-03<Enter>"),
    Case("matrix-cell-120x36", 120, 36, "M<Enter>"),
    Case("matrix-cell-100x30", 100, 30, "M<Enter>"),
    Case("actor-page-120x36", 120, 36, "jjjjJA"),
    Case("actor-page-80x24", 80, 24, "jjjjJAj"),
    Case("actor-page-40x12", 40, 12, "jjjjJA"),
    Case("concept-page-120x36", 120, 36, "jjjjJC"),
    Case("concept-page-80x24", 80, 24, "jjjjJCjj"),
    Case("command-line-80x24", 80, 24, ":"),
    Case("command-line-actor-80x24", 80, 24, ":act<Tab>a<Tab>"),
    Case("marks-100x30", 100, 30, "jjjjJmJmB"),
    Case("concept-picker-80x24", 80, 24, "Cbahn"),
  ]

  @Test(arguments: cases) func matchesRecordedScreen(_ sample: Case) throws {
    var session = ExplorerSession(SampleCorpus.store, size: sample.size, corpusName: "lindenau")
    session.send(try KeyScript.parse(sample.keys))
    let folder = "\(#filePath)".dropLast("ScreenTests.swift".count) + "Screens/"
    if let mismatch = GoldenScreen.mismatch(
      of: session.screen, withFile: "\(folder)\(sample.name).screen")
    {
      Issue.record("after the keys \(sample.keys): \(mismatch)")
    }
  }
}

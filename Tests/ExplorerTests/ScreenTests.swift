import ExplorerViews
import Foundation
import ScreenModel
import Testing

/// Golden screens: what stands where after some keys, and below in one letter what each cell means.
///
/// `RECORD_SCREENS=1 swift test --filter ScreenTests` rewrites the files and fails; reviewing the
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
  ]

  @Test(arguments: cases) func matchesRecordedScreen(_ sample: Case) throws {
    var session = ExplorerSession(SampleCorpus.store, size: sample.size, corpusName: "lindenau")
    session.send(try KeyScript.parse(sample.keys))
    let shown = drawing(of: session.screen, keys: sample.keys)
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Screens/\(sample.name).screen")
    if ProcessInfo.processInfo.environment["RECORD_SCREENS"] != nil {
      try Data(shown.utf8).write(to: file)
      Issue.record("recorded \(sample.name)")
      return
    }
    let recorded = try String(decoding: Data(contentsOf: file), as: UTF8.self)
    if shown != recorded {
      Issue.record(
        "the screen differs from the recorded one:\n\(differences(recorded, shown))")
    }
  }

  private func differences(_ recorded: String, _ shown: String) -> String {
    let old = recorded.split(separator: "\n", omittingEmptySubsequences: false)
    let new = shown.split(separator: "\n", omittingEmptySubsequences: false)
    var lines: [String] = []
    for index in 0..<max(old.count, new.count) {
      let a = index < old.count ? old[index] : ""
      let b = index < new.count ? new[index] : ""
      if a != b { lines += ["- \(a)", "+ \(b)"] }
    }
    return lines.joined(separator: "\n")
  }
}

/// A screen as text: size and keys, the glyphs, and one letter for the role of each cell, upper case
/// where it is selected, `*` where it is a match.
func drawing(of canvas: Canvas, keys: String) -> String {
  var lines = ["size \(canvas.size.columns)x\(canvas.size.rows)", "keys \(keys)"]
  if let cursor = canvas.cursor { lines.append("cursor \(cursor.row) \(cursor.column)") }
  for row in 0..<canvas.size.rows {
    lines.append(canvas.row(row).map(\.grapheme).joined() + "|")
  }
  lines.append("~")
  for row in 0..<canvas.size.rows {
    lines.append(canvas.row(row).map(letter).joined() + "|")
  }
  return lines.joined(separator: "\n") + "\n"
}

private func letter(_ cell: Cell) -> String {
  if cell.flags.contains(.match) { return "*" }
  let letter: String =
    switch cell.role {
    case .text: cell.grapheme == " " ? " " : "."
    case .faint: "f"
    case .title: "t"
    case .heading: "h"
    case .border: "─"
    case .borderFocused: "═"
    case .statusLine, .headerLine: "l"
    case .key: "k"
    case .quote: "q"
    case .quoteSelected: "Q"
    case .speaker: "s"
    case .cue: "c"
    case .addressee: "a"
    case .frame: "r"
    case .gutter: "g"
    case .gutterSelected: "G"
    case .support: "+"
    case .oppose: "-"
    case .neutral: "o"
    case .ambivalent: "±"
    case .actor: "n"
    case .concept: "i"
    case .date: "d"
    case .dateUncertain: "u"
    case .histogram: "b"
    case .histogramActive: "B"
    case .evidence: "e"
    case .warning: "w"
    case .error: "x"
    case .control: "^"
    case .prompt: "p"
    case .promptText: "y"
    }
  return cell.flags.contains(.selected) ? letter.uppercased() : letter
}

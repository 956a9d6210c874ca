import CorpusStore
import Explorer
import ScreenModel
import TextModel

/// The first line: the program, the corpus with its counts, and a chip for every filter.
struct HeaderView {
  let state: ExplorerState

  func draw(on canvas: inout Canvas, in area: Rect) {
    canvas.fill(area, with: Cell(" ", role: .headerLine))
    var line = StyledLine(area.size.columns >= 60 ? " Standpunkt  " : " ", role: .headerLine)
    if let summary = state.summary {
      if !state.corpusName.isEmpty { line.append(state.corpusName + " · ", role: .faint) }
      line.append(counted(summary.articles, "article"), role: .faint)
      if area.size.columns >= 60 {
        line.append(" · " + counted(summary.statements, "statement"), role: .faint)
      }
    } else {
      line.append("reading \(state.corpusName) …", role: .faint)
    }
    line.append("  ")
    for chip in chips {
      line.append("[", role: .faint)
      line.append(chip.name + " ", role: .faint)
      line.append(chip.value, role: .key)
      line.append("] ", role: .faint)
    }
    canvas.write(line, row: area.row, column: area.column, clippedTo: area)
  }

  private var chips: [(name: String, value: String)] {
    let filter = state.query.filter
    var chips: [(String, String)] = []
    if let window = state.query.window { chips.append(("date", window.label)) }
    if filter.hidesUncertain { chips.append(("dates", "certain only")) }
    if !filter.actors.isEmpty {
      let names = filter.actors.map {
        $0.map { state.actorNames[$0] ?? $0.rawValue } ?? "unknown speaker"
      }
      chips.append(("actor", names.sorted().joined(separator: ", ")))
    }
    if !filter.concepts.isEmpty {
      let labels = filter.concepts.map { state.conceptLabels[$0] ?? $0.rawValue }
      chips.append(("concept", labels.sorted().joined(separator: ", ")))
    }
    if !filter.polarities.isEmpty {
      let signs = Polarity.allCases.filter(filter.polarities.contains)
      chips.append(("stance", signs.map { "\($0.sign) \($0.rawValue)" }.joined(separator: ", ")))
    }
    if !filter.types.isEmpty {
      let types = ReportedSpeech.allCases.filter(filter.types.contains)
      chips.append(("type", types.map(\.rawValue).joined(separator: ", ")))
    }
    if !filter.text.isEmpty { chips.append(("text", filter.text)) }
    return chips
  }
}

/// A number with its noun: "1 article", "30 articles".
func counted(_ number: Int, _ noun: String) -> String {
  "\(number) \(noun)\(number == 1 ? "" : "s")"
}

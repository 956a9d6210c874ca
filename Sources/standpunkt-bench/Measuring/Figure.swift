/// One measured value, and what it must not exceed.
struct Figure {
  enum Unit {
    case milliseconds, seconds, bytes, memory, ratio, count
  }

  var what: String
  /// In the unit; memory in bytes.
  var value: Double
  var unit: Unit
  var budget: Double?

  init(_ what: String, _ value: Double, _ unit: Unit, budget: Double? = nil) {
    self.what = what
    self.value = value
    self.unit = unit
    self.budget = budget
  }

  var isOver: Bool { budget.map { value > $0 } ?? false }

  /// In bold when it is over its budget.
  var text: String { isOver ? "**\(Self.text(value, unit))**" : Self.text(value, unit) }

  var budgetText: String { budget.map { Self.text($0, unit) } ?? "" }

  private static func text(_ value: Double, _ unit: Unit) -> String {
    switch unit {
    case .milliseconds: decimals(value, value < 10 ? 1 : 0) + " ms"
    case .seconds: decimals(value, value < 10 ? 2 : 0) + " s"
    case .bytes: value < 1000 ? decimals(value, 0) + " bytes" : decimals(value / 1000, 1) + " kB"
    case .memory: decimals(value / Double(1 << 20), 0) + " MiB"
    case .ratio: decimals(value, 2)
    case .count: decimals(value, 0)
    }
  }
}

/// Figures of several sizes of one thing, side by side.
struct FigureTable {
  private var names: [String] = []
  private var rows: [String: [String: Figure]] = [:]
  private var columns: [String] = []

  mutating func add(_ figure: Figure, column: String) {
    if !columns.contains(column) { columns.append(column) }
    if rows[figure.what] == nil { names.append(figure.what) }
    rows[figure.what, default: [:]][column] = figure
  }

  /// As Markdown, in the order in which the figures came.
  var markdown: String {
    let head = ["what"] + columns + ["budget"]
    var lines = [
      "| " + head.joined(separator: " | ") + " |",
      "|" + head.map { _ in "---|" }.joined(),
    ]
    for name in names {
      let row = rows[name] ?? [:]
      let budget = columns.compactMap { row[$0]?.budgetText }.first { !$0.isEmpty } ?? ""
      let cells = [name] + columns.map { row[$0]?.text ?? "–" } + [budget]
      lines.append("| " + cells.joined(separator: " | ") + " |")
    }
    return lines.joined(separator: "\n")
  }
}

/// Replaces what stands in a file of Markdown below a heading of the second order, or adds it at the end.
func writeSection(_ heading: String, _ text: String, to path: String) throws {
  let old = textFile(path)
  let section = "## \(heading)\n\n\(text)\n\n"
  var new = ""
  var isInside = false
  var wasFound = false
  for line in old.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
    if line.hasPrefix("## ") || line.hasPrefix("# ") {
      isInside = line == "## \(heading)"
      if isInside {
        wasFound = true
        new += section
      }
    }
    if !isInside { new += line + "\n" }
  }
  if !wasFound { new += (new.isEmpty || new.hasSuffix("\n\n") ? "" : "\n") + section }
  while new.hasSuffix("\n\n") { new.removeLast() }
  try replaceFile(path, with: Array(new.utf8))
}

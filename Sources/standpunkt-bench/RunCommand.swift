import ArgumentParser
import Glibc

struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Measure each phase and whole commands; print the figures as Markdown.")

  @Option(help: "How many made-up articles the phases are measured on.")
  var articles = 2000

  @Option(
    help: ArgumentHelp("The program to measure; else the one beside this.", valueName: "file"))
  var program: String?

  @Option(
    help: ArgumentHelp("Write the figures into this file of Markdown too.", valueName: "file"))
  var into: String?

  func validate() throws {
    guard articles > 0 else { throw ValidationError("--articles takes a positive number.") }
  }

  func run() throws {
    let inputs = (0..<articles).map { Array(GeneratedArticle(number: $0).text.utf8) }
    let phases = Phases()
    try tell("Phases", phasesText(phases, inputs))
    try tell("One long article", longArticles(phases))
    if let text = try wholeCommands() { try tell("Whole commands on made-up articles", text) }
    try tell("Explorer without a terminal", explorer())
  }

  private func tell(_ heading: String, _ text: String) throws {
    print("## \(heading)\n\n\(text)\n")
    if let into { try writeSection(heading, text, to: into) }
  }

  private func phasesText(_ phases: Phases, _ inputs: [[UInt8]]) -> String {
    let bytes = inputs.reduce(0) { $0 + $1.count }
    let measured = phases.measure(inputs, runs: 3)
    let all = measured.rows.last?.seconds ?? 1
    let rows = (measured.rows + [measured.learned]).map { row in
      "| \(row.name) | \(decimals(row.seconds * 1000, 0)) | "
        + "\(decimals(Double(bytes) / 1e6 / row.seconds, 1)) | \(decimals(100 * row.seconds / all, 0)) % |"
    }
    return """
      \(Machine.today), commit \(Machine.commit), \(Machine.processor): \(articles) articles of `standpunkt-bench generate`, \
      \(decimals(Double(bytes) / 1e6, 1)) MB. Processor time of one core, best of three.

      | phase | ms | MB/s | share |
      |---|---|---|---|
      \(rows.joined(separator: "\n"))

      The last row stands beside the sum. \(measured.statements) statements; peak memory \(megabytes(peakMemory())).
      """
  }

  /// One article of growing length: the time for each megabyte must not grow.
  private func longArticles(_ phases: Phases) -> String {
    var lines = ["| length | ms | MB/s | slowest phase |", "|---|---|---|---|"]
    for size in [100_000, 1_000_000, 5_000_000] {
      let text = Array(GeneratedArticle(number: 1, bytes: size).text.utf8)
      let rows = phases.measure([text], runs: size < 1_000_000 ? 3 : 1).rows
      guard let all = rows.last, let slowest = rows.dropLast().max(by: { $0.seconds < $1.seconds })
      else { continue }
      lines.append(
        "| \(decimals(Double(text.count) / 1e6, 1)) MB | \(decimals(all.seconds * 1000, 0)) | "
          + "\(decimals(Double(text.count) / 1e6 / all.seconds, 1)) | \(slowest.name), "
          + "\(decimals(100 * slowest.seconds / all.seconds, 0)) % |")
    }
    return lines.joined(separator: "\n")
  }

  /// The built program on folders of articles; nil when there is none.
  private func wholeCommands() throws -> String? {
    let program = program ?? programBeside
    guard access(program, X_OK) == 0 else {
      print("No program at \(program): whole commands were not measured.\n")
      return nil
    }
    let folder = try makeFolder()
    defer { removeFolder(folder) }
    var lines = [
      "| command | articles | seconds | MB/s | processor seconds | peak memory |",
      "|---|---|---|---|---|---|",
    ]
    for (count, jobs) in [(500, 1), (5000, 1), (5000, 2)] {
      let path = "\(folder)/\(count)"
      if jobs == 1 {
        try writeArticles(0..<count, bytes: GeneratedArticle.usualBytes, folder: path)
      }
      let bytes = bytesOfFiles(below: path)
      let runs = try (0..<3).map { _ in
        try ChildRun(program, ["extract", path, "--jobs", String(jobs)])
      }
      guard let best = runs.min(by: { $0.wallSeconds < $1.wallSeconds }) else { continue }
      lines.append(
        "| extract --jobs \(jobs) | \(count) | \(decimals(best.wallSeconds, 2)) | "
          + "\(decimals(Double(bytes) / 1e6 / best.wallSeconds, 1)) | "
          + "\(decimals(best.processorSeconds, 2)) | \(megabytes(best.peakMemory)) |")
    }
    let starts = try (0..<20).map { _ in try ChildRun(program, ["--version"]).wallSeconds * 1000 }
      .sorted()
    try writeArticles(0..<1, bytes: GeneratedArticle.usualBytes, folder: "\(folder)/1")
    let ones = try (0..<20).map { _ in
      try ChildRun(program, ["extract", "\(folder)/1"]).wallSeconds * 1000
    }.sorted()
    return """
      Commit \(Machine.commit). Files in the cache of the system; output thrown away.

      \(lines.joined(separator: "\n"))

      Start-up: `--version` \(decimals(starts.percentile(50), 1)) ms, `extract` of one article \
      \(decimals(ones.percentile(50), 1)) ms (median of 20).
      """
  }

  private func explorer() -> String {
    let count = min(articles, 500)
    let steps = ExplorerSteps(articles: count)
    let rows = [
      ("render a frame", steps.frames), ("down in the list", steps.downs),
      ("page down in the text", steps.pages), ("next statement", steps.jumps),
    ].map { name, values in
      "| \(name) | \(decimals(values.percentile(50), 2)) | \(decimals(values.percentile(95), 2)) |"
    }
    return """
      \(count) articles in memory, 120x36; each step is the update, all its answers and the new frame.

      | step | median ms | 95 % below ms |
      |---|---|---|
      \(rows.joined(separator: "\n"))
      """
  }
}

/// With so many decimals.
func decimals(_ number: Double, _ places: Int) -> String {
  guard number.isFinite else { return "–" }
  let scale = (0..<places).reduce(1) { product, _ in product * 10 }
  let units = Int((number * Double(scale)).rounded())
  return places == 0 ? "\(units)" : "\(units / scale).\(padded(units % scale, places))"
}

func megabytes(_ bytes: Int) -> String { "\(decimals(Double(bytes) / 1e6, 0)) MB" }

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

  func validate() throws {
    guard articles > 0 else { throw ValidationError("--articles takes a positive number.") }
  }

  func run() throws {
    let inputs = (0..<articles).map { Array(GeneratedArticle(number: $0).text.utf8) }
    let bytes = inputs.reduce(0) { $0 + $1.count }
    print(
      """
      # Measurements

      \(Machine.today), commit \(Machine.commit), \(Machine.processor). Articles are made by \
      `standpunkt-bench generate`. Times are processor time of one core unless the table says otherwise, \
      best of three; other programs may have run beside it. MB are 1,000,000 bytes.

      ## Phases

      \(articles) articles, \(decimals(Double(bytes) / 1e6, 1)) MB.

      | phase | ms | MB/s | share |
      |---|---|---|---|
      """)
    let phases = Phases()
    let measured = phases.measure(inputs, runs: 3)
    let all = measured.rows.last?.seconds ?? 1
    for row in measured.rows + [measured.learned] {
      print(
        "| \(row.name) | \(decimals(row.seconds * 1000, 0)) | "
          + "\(decimals(Double(bytes) / 1e6 / row.seconds, 1)) | \(decimals(100 * row.seconds / all, 0)) % |"
      )
    }
    print(
      "\nThe last row stands beside the sum. \(measured.statements) statements; peak memory \(megabytes(peakMemory())).\n"
    )
    longArticles(phases)
    try wholeCommands()
    explorer()
  }

  /// One article of growing length: the time for each megabyte must not grow.
  private func longArticles(_ phases: Phases) {
    print(
      """
      ## One long article

      | length | ms | MB/s | slowest phase |
      |---|---|---|---|
      """)
    for size in [100_000, 1_000_000, 5_000_000] {
      let text = Array(GeneratedArticle(number: 1, bytes: size).text.utf8)
      let rows = phases.measure([text], runs: size < 1_000_000 ? 3 : 1).rows
      guard let all = rows.last, let slowest = rows.dropLast().max(by: { $0.seconds < $1.seconds })
      else { continue }
      print(
        "| \(decimals(Double(text.count) / 1e6, 1)) MB | \(decimals(all.seconds * 1000, 0)) | "
          + "\(decimals(Double(text.count) / 1e6 / all.seconds, 1)) | \(slowest.name), "
          + "\(decimals(100 * slowest.seconds / all.seconds, 0)) % |")
    }
    print("")
  }

  /// The built program on folders of articles.
  private func wholeCommands() throws {
    let program = program ?? programBeside
    guard access(program, X_OK) == 0 else {
      print("No program at \(program): whole commands were not measured.\n")
      return
    }
    let folder = try makeFolder()
    defer { removeFolder(folder) }
    print(
      """
      ## Whole commands

      Files in the cache of the system; output thrown away.

      | command | articles | seconds | MB/s | processor seconds | peak memory |
      |---|---|---|---|---|---|
      """)
    for (count, jobs) in [(500, 1), (5000, 1), (5000, 2)] {
      let path = "\(folder)/\(count)"
      if jobs == 1 {
        try writeArticles(0..<count, bytes: GeneratedArticle.usualBytes, folder: path)
      }
      let bytes = (0..<count).reduce(0) { $0 + GeneratedArticle(number: $1).text.utf8.count }
      let runs = try (0..<3).map { _ in
        try ChildRun(program, ["extract", path, "--jobs", String(jobs)])
      }
      guard let best = runs.min(by: { $0.wallSeconds < $1.wallSeconds }) else { continue }
      print(
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
    print(
      """

      Start-up: `--version` \(decimals(starts.percentile(50), 1)) ms, `extract` of one article \
      \(decimals(ones.percentile(50), 1)) ms (median of 20).

      """)
  }

  private func explorer() {
    let count = min(articles, 500)
    let steps = ExplorerSteps(articles: count)
    print(
      """
      ## Explorer without a terminal

      \(count) articles in memory, 120x36; each step is the update, all its answers and the new frame.

      | step | median ms | 95 % below ms |
      |---|---|---|
      """)
    for (name, values) in [
      ("render a frame", steps.frames), ("down in the list", steps.downs),
      ("page down in the text", steps.pages), ("next statement", steps.jumps),
    ] {
      print(
        "| \(name) | \(decimals(values.percentile(50), 2)) | \(decimals(values.percentile(95), 2)) |"
      )
    }
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

import ArgumentParser
import CorpusIndex
import Glibc

/// The budgets of a large archive: making the index, opening it, asking it, and the explorer on it.
struct IndexCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "index",
    abstract: "Measure the index and the explorer on it at several sizes; print Markdown.")

  @Option(help: "Numbers of articles, separated by commas.")
  var articles = "5,1000,100000"

  @Option(help: "About so many bytes an article.")
  var bytes = GeneratedArticle.usualBytes

  @Option(help: ArgumentHelp("Where the articles are or are made; kept.", valueName: "dir"))
  var folder = "/tmp/standpunkt-bench"

  @Option(
    help: ArgumentHelp("The program to measure; else the one beside this.", valueName: "file"))
  var program: String?

  @Option(help: "Ask each question so many times; the least time counts.")
  var rounds = 3

  @Option(
    help: ArgumentHelp(
      "Only ask this search of the indexes that are there; repeatable.", valueName: "text"))
  var query: [String] = []

  @Flag(help: "Make the indexes anew.")
  var rebuild = false

  @Option(
    help: ArgumentHelp("Write the table into this file of Markdown too.", valueName: "file"))
  var into: String?

  func run() throws {
    guard mkdir(folder, 0o755) == 0 || errno == EEXIST else {
      throw BenchError("cannot make \(folder)")
    }
    var table = FigureTable()
    let load = Machine.load
    for size in articles.split(separator: ",").compactMap({ Int($0) }) {
      for figure in try measure(size) {
        table.add(budgeted(figure, size), column: grouped(size))
      }
    }
    let text = """
      \(Machine.today), commit \(Machine.commit), \(Machine.processor), load \(load) at the beginning. Articles \
      of about \(bytes) bytes, made by `standpunkt-bench generate`; files in the cache of the system; the explorer in a \
      terminal of 120x36. Making the index and what happens in the terminal is timed by the clock on the wall, the questions \
      between them by the processor: they were asked \(rounds) times of a store opened anew, the least time counts. In \
      bold: over the budget.

      \(table.markdown)
      """
    print("## \(heading)\n\n\(text)")
    if let into { try writeSection(heading, text, to: into) }
  }

  private var heading: String {
    bytes == GeneratedArticle.usualBytes
      ? "Index and explorer by size" : "Index and explorer, articles of \(bytes) bytes"
  }

  /// Beyond a hundred thousand articles only keys and bytes have budgets.
  private func budgeted(_ figure: Figure, _ size: Int) -> Figure {
    var figure = figure
    if size > 100_000, figure.unit != .bytes, !figure.what.hasPrefix("down") {
      figure.budget = nil
    }
    return figure
  }

  private func measure(_ size: Int) throws -> [Figure] {
    let program = program ?? programBeside
    let archive = "\(folder)/\(size)-\(bytes)"
    let index = archive + ".index"
    if !query.isEmpty {
      let questions = try IndexQuestions(index, rounds: rounds, only: query)
      return questions.figures + hits(questions)
    }
    if access(archive, F_OK) != 0 {
      // Whole or not at all: an archive that is there is taken for one of so many articles.
      try writeArticles(0..<size, bytes: bytes, folder: archive + ".part")
      guard rename(archive + ".part", archive) == 0 else {
        throw BenchError("cannot make \(archive)")
      }
    }
    if rebuild { for suffix in ["", "-wal", "-shm"] { unlink(index + suffix) } }
    var figures: [Figure] = []
    if access(index, F_OK) != 0 { figures += try build(program, archive, index, size) }
    let again = try ChildRun(program, ["index", archive, "--index", index])
    figures += [
      Figure("index again, nothing new", again.wallSeconds, .seconds),
      Figure("memory of that", Double(again.peakMemory), .memory, budget: Double(400 << 20)),
    ]
    let questions = try IndexQuestions(index, rounds: rounds)
    figures += questions.figures
    do {
      figures += try terminal(program, archive, index, size, questions)
    } catch let error as BenchError {
      // What took minutes to measure is not thrown away for it.
      let line = Array("\(error)\n".utf8)
      _ = Glibc.write(STDERR_FILENO, line, line.count)
    }
    return figures + hits(questions)
  }

  private func hits(_ questions: IndexQuestions) -> [Figure] {
    questions.hits.map { Figure("hits of `\($0.text)`", Double($0.articles), .count) }
  }

  private func build(
    _ program: String, _ archive: String, _ index: String, _ size: Int
  ) throws -> [Figure] {
    let run = try ChildRun(program, ["index", archive, "--index", index, "--jobs", "2"])
    let text = bytesOfFiles(below: archive)
    var status = stat()
    stat(index, &status)
    let isLarge = size >= 100_000
    return [
      Figure(
        "index from nothing, --jobs 2", run.wallSeconds, .seconds,
        budget: isLarge && bytes == GeneratedArticle.usualBytes ? 180 : nil),
      Figure("its processor time", run.processorSeconds, .seconds),
      Figure("its memory", Double(run.peakMemory), .memory, budget: Double(400 << 20)),
      Figure(
        "its size / the text", Double(status.st_size) / Double(max(1, text)), .ratio,
        budget: isLarge && bytes == GeneratedArticle.usualBytes ? 2.5 : nil),
    ]
  }

  private func terminal(
    _ program: String, _ archive: String, _ index: String, _ size: Int,
    _ questions: IndexQuestions
  ) throws -> [Figure] {
    let steps = try TerminalSteps(
      program, [archive, "--index", index], rows: size,
      title: questions.firstTitle, searches: questions.shown)
    var figures = [
      Figure("first paint", steps.firstPaint, .milliseconds, budget: 100),
      Figure("list usable", steps.listUsable, .milliseconds, budget: 300),
      Figure("down, 95 % below", steps.downs.percentile(95), .milliseconds, budget: 10),
      Figure("down, first write, median", steps.downBytes.percentile(50), .bytes, budget: 250),
      Figure("whole settled step, median", steps.settledBytes.percentile(50), .bytes, budget: 5000),
      Figure("50 keys at once", Double(steps.burstBytes), .bytes, budget: 6000),
    ]
    for search in steps.searches {
      figures.append(
        Figure(
          "search in the terminal, `\(search.text)`", search.milliseconds, .milliseconds, budget: 50
        )
      )
    }
    figures.append(
      Figure(
        "the explorer's memory", Double(steps.peakMemory), .memory, budget: Double(150 << 20)))
    return figures
  }
}

/// With a comma between thousands.
func grouped(_ number: Int) -> String {
  let digits = String(number)
  return digits.enumerated().map { index, digit in
    let rest = digits.count - index
    return (index > 0 && rest % 3 == 0 ? "," : "") + String(digit)
  }.joined()
}

import ArgumentParser
import ArticleAnalysis
import Interchange

struct ExtractCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: "Print the statements of articles, one line of JSON an article.")

  enum Input: String, ExpressibleByArgument, CaseIterable { case text, jsonl }
  enum Only: String, ExpressibleByArgument, CaseIterable { case statements }

  @OptionGroup var corpus: CorpusOptions

  @Option(help: "What the paths hold: texts, or lines of {document, text, path?, date?}.")
  var input: Input = .text

  @Option(help: "jsonl: one object an article; tsv: one line a statement.")
  var format: TableFormat = .jsonl

  @Option(help: ArgumentHelp("Write to this file instead of standard output.", valueName: "file"))
  var output: String?

  @Option(help: ArgumentHelp("Work on so many articles at once.", valueName: "n"))
  var jobs = 1

  @Option(help: "Leave actors and stances out.")
  var only: Only?

  @Option(
    help: ArgumentHelp(
      "Take codebook.tsv and actors.tsv from this folder, as from a folder of articles.",
      valueName: "folder"), completion: .directory)
  var lists: String?

  @Flag(help: "Add each article's whole text, so that the lines can be loaded elsewhere.")
  var withText = false

  func validate() throws {
    guard (1...1024).contains(jobs) else {
      throw ValidationError("--jobs takes a number from 1 to 1024.")
    }
  }

  func run() throws {
    let depth: ArticleAnalyser.Depth = only == .statements ? .statements : .everything
    var source = ArticleSource(
      corpus, format: input == .jsonl ? .jsonLines : .text, jobs: jobs, depth: depth,
      lists: lists)
    let options = RecordOptions(hasActorsAndStances: only == nil, withText: withText)
    let results = try ResultOutput(path: output)
    if format == .tsv { try results.write(statementTableHeader) }
    let format = format
    try source.forEach { analysed in
      switch format {
      case .jsonl: jsonLine(analysed, options: options)
      case .tsv: tabSeparatedLines(analysed)
      }
    } consume: {
      try results.write($0)
    }
    try results.finish()
    throw source.exitCode
  }
}

/// The two formats of results.
enum TableFormat: String, ExpressibleByArgument, CaseIterable { case jsonl, tsv }

import ArgumentParser
import ArticleAnalysis
import Evaluation
import NewsArchive
import TextModel

struct EvaluateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Score the statements found in annotated articles against their annotation.",
    discussion: """
      The figures are those of the data set of quotation attribution in German news (Petersen-Frey and \
      Biemann 2024). Both its published layout and ours are read.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @Option(
    help: ArgumentHelp("A folder with one JSON file an annotated article.", valueName: "folder"))
  var gold: String

  @Option(help: "text: tables to read; json: the same figures for programs.")
  var format: Format = .text

  @Option(
    help: ArgumentHelp("Add 95 % intervals from so many resamples of the articles.", valueName: "n")
  )
  var bootstrap = 0

  @Option(
    help: ArgumentHelp(
      "List errors with their places: missed, spurious, boundary, type or speaker, with :N at most N.",
      valueName: "kind[:n]"))
  var show: [ErrorList] = []

  @Flag var reading: StatementReading?

  func run() throws {
    let files = UserFiles(paths: [])
    let reader = ArticleReader(lexicon: files.lexicon)
    let analyser = ArticleAnalyser(lexicon: files.lexicon, learned: reading.weights)
    let report: EvaluationReport
    do {
      report = try evaluate(goldFolder: gold, bootstrap: max(0, bootstrap)) { document, text in
        let article = reader.article(document: document, path: document, text: text)
        return analyser.analyse(article, depth: .statements).statements
      }
    } catch {
      StandardError.say(displayable(error.description))
      throw ExitCode(1)
    }
    for warning in report.warnings { StandardError.say(displayable(warning)) }
    let results = try ResultOutput(path: nil)
    switch format {
    case .json: try results.write(Array(report.json.utf8))
    case .text:
      try results.write(Array(report.text.utf8))
      for list in show {
        try results.write(Array(report.errorText(list.kind, limit: list.limit).utf8))
      }
    }
    try results.finish()
  }
}

/// `missed:40`: a kind of errors and how many of them.
struct ErrorList: ExpressibleByArgument {
  let kind: StatementError.Kind
  let limit: Int

  init?(argument: String) {
    let parts = argument.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    guard let kind = parts.first.flatMap(StatementError.Kind.init), parts.count <= 2 else {
      return nil
    }
    self.kind = kind
    guard parts.count == 2 else {
      limit = 30
      return
    }
    guard let limit = Int(parts[1]), limit > 0 else { return nil }
    self.limit = limit
  }
}

import ArgumentParser
import ArticleAnalysis

/// What every command that reads articles asks for.
struct CorpusOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "Folders and files to read; - reads one article from standard input.",
      discussion: """
        In a folder (searched with its subfolders) only *.txt and *.text are read; a file named here is \
        always read. Text may be UTF-8, UTF-16 with a byte-order mark, or Windows-1252.
        """, valueName: "path"), completion: .file())
  var paths: [String]

  @Option(
    help: ArgumentHelp(
      "Also read files of folders whose name matches, such as '*.md'.", valueName: "glob"))
  var include: [String] = []

  @Flag var reading: StatementReading?

  func validate() throws {
    if paths.isEmpty {
      throw ValidationError(
        "Name at least one folder or file of articles, for example: standpunkt corpus")
    }
  }
}

/// What was learned from the public data set takes part as far as it pays: the weights of stances always, those
/// that correct quotations only when they are asked for, since on held-out articles they change little and cost
/// more time than everything else together.
enum StatementReading: String, EnumerableFlag {
  case rulesOnly, learned

  static func help(for value: StatementReading) -> ArgumentHelp? {
    switch value {
    case .rulesOnly: "Judge without weights learned from the public data set (CC BY-NC-SA 4.0)."
    case .learned: "Let learned weights (CC BY-NC-SA 4.0) also correct what the rules find; slower."
    }
  }
}

extension StatementReading? {
  /// Without a flag, the weights of stances.
  var weights: LearnedWeights {
    switch self {
    case .rulesOnly: .none
    case .learned: .all
    case nil: .stances
    }
  }
}

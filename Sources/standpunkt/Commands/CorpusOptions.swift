import ArgumentParser

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

  @Flag var reading: StatementReading = .rulesOnly

  func validate() throws {
    if paths.isEmpty {
      throw ValidationError(
        "Name at least one folder or file of articles, for example: standpunkt corpus")
    }
  }
}

/// Whether the learned weights take part in finding statements.
///
/// The rules alone are the default: on held-out articles the weights change little, and they cost more time
/// than everything else together.
enum StatementReading: String, EnumerableFlag {
  case rulesOnly, learned

  static func help(for value: StatementReading) -> ArgumentHelp? {
    switch value {
    case .rulesOnly: "Find statements by the rules alone."
    case .learned: "Let the learned weights (CC BY-NC-SA 4.0) correct what the rules find; slower."
    }
  }
}

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

  @Flag(help: "Find statements by rules alone, without the learned weights.")
  var rulesOnly = false

  func validate() throws {
    if paths.isEmpty {
      throw ValidationError(
        "Name at least one folder or file of articles, for example: standpunkt corpus")
    }
  }
}

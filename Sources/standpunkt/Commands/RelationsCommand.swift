import ArgumentParser
import Interchange

struct RelationsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "relations",
    abstract: "Print how the statements of articles relate to each other, best first for each.")

  @OptionGroup var corpus: CorpusOptions

  @Option(help: "jsonl: one object a relation; tsv: a table.")
  var format: TableFormat = .jsonl

  @Option(help: ArgumentHelp("Write to this file instead of standard output.", valueName: "file"))
  var output: String?

  @Option(help: ArgumentHelp("Work on so many articles at once.", valueName: "n"))
  var jobs = 1

  func validate() throws {
    guard (1...1024).contains(jobs) else {
      throw ValidationError("--jobs takes a number from 1 to 1024.")
    }
  }

  func run() throws {
    var source = ArticleSource(corpus, jobs: jobs)
    let loaded = try LoadedCorpus.load(&source)
    let results = try ResultOutput(path: output)
    if format == .tsv { try results.write(relationTableHeader) }
    for item in loaded.relations.items {
      for relation in loaded.relations.relations(of: item.id) {
        switch format {
        case .jsonl: try results.write(jsonLine(relation))
        case .tsv: try results.write(tabSeparatedLine(relation))
        }
      }
    }
    try results.finish()
    throw source.exitCode
  }
}

import ArgumentParser
import CorpusStore
import Interchange

struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Print the statements that pass a filter, newest article first.")

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, jsonl }

  @OptionGroup var corpus: CorpusOptions
  @OptionGroup var filters: FilterOptions

  @Option(
    help: ArgumentHelp("Only articles that contain these words, in any case.", valueName: "words"))
  var text: String?

  @Option(
    help: "text: one line a statement; jsonl: the article's object with the statements that pass.")
  var format: Format = .text

  func validate() throws {
    _ = try filters.filter(text: text)
  }

  func run() throws {
    let filter = try filters.filter(text: text)
    var source = ArticleSource(corpus)
    let store = try LoadedCorpus.load(&source).store
    let results = try ResultOutput(path: nil)
    for row in store.rows(filter, in: 0..<Int.max) {
      let ordinals = store.statements(of: row.key, filter)
      switch format {
      case .text:
        let refs = ordinals.map { StatementRef(article: row.key, ordinal: $0) }
        for digest in store.digests(refs) {
          let date = digest.edtf?.description ?? "undated"
          let stances = digest.stances.map { " \($0.concept):\($0.polarity.rawValue)" }.joined()
          let line =
            "\(date)  \(row.document)#\(digest.ref.ordinal)  \(digest.speaker ?? "unknown")"
            + "  \(digest.type.rawValue)\(stances)  \(digest.text)"
          try results.write(Array((displayable(line) + "\n").utf8))
        }
      case .jsonl:
        var analysed = try store.article(row.key)
        analysed.statements.removeAll { !ordinals.contains($0.ordinal) }
        if !analysed.statements.isEmpty { try results.write(jsonLine(analysed)) }
      }
    }
    try results.finish()
    throw source.exitCode
  }
}

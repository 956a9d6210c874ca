import ArgumentParser
import CorpusIndex
import CorpusStore
import Interchange
import TextModel

struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Print the statements that pass a filter, newest article first.",
    discussion: """
      More than \(CorpusPlan.mostInMemory) articles are searched through their index, which is brought up to \
      date first.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, jsonl }

  @OptionGroup var corpus: CorpusOptions
  @OptionGroup var filters: FilterOptions
  @OptionGroup var place: IndexOptions

  @Option(
    help:
      "text: one line a statement; jsonl: its object as extract gives it, after its document and date."
  )
  var format: Format = .text

  func validate() throws {
    _ = try filters.filter()
  }

  func run() throws {
    let filter = try filters.filter()
    var searched = try SearchedCorpus(corpus, place)
    // Before the first line is printed: what is damaged shows where much is read.
    _ = searched.store.counts(filter)
    if let file = (searched.store as? IndexStore)?.damagedFile {
      searched = try SearchedCorpus(corpus, place, damaged: file)
    }
    if searched.store.counts(filter).statements == 0 {
      for sentence in NamesInFilter(filter, in: searched.store).sentences {
        StandardError.say(displayable(sentence))
      }
    }
    let results = try ResultOutput(path: nil)
    let failed = try write(searched.store, filter) { try results.write($0) }
    try results.finish()
    // What was printed is then not all there is.
    if let index = searched.store as? IndexStore, let failure = index.failure {
      if let file = index.damagedFile, try SearchedCorpus(corpus, place, damaged: file).isWhole {
        StandardError.say(
          "the index turned out to be damaged and has been made anew: search again for all there is"
        )
      } else {
        StandardError.say(displayable(failure))
      }
      throw ExitCode(1)
    }
    throw failed ? ExitCode(1) : searched.exitCode
  }

  /// Writes the statements, some articles at a time.
  ///
  /// - Returns: whether some articles could not be read any more.
  private func write(
    _ store: some CorpusStore, _ filter: CorpusFilter, to write: ([UInt8]) throws -> Void
  ) throws -> Bool {
    var failed = false
    let count = store.counts(filter).articles
    for begin in stride(from: 0, to: count, by: 500) {
      for row in store.rows(filter, in: begin..<min(count, begin + 500))
      where row.matchingStatements > 0 {
        let ordinals = store.statements(of: row.key, filter)
        switch format {
        case .text:
          let refs = ordinals.map { StatementRef(article: row.key, ordinal: $0) }
          for digest in store.digests(refs) { try write(line(digest, row)) }
        case .jsonl:
          let analysed: AnalysedArticle
          do {
            analysed = try store.article(row.key)
          } catch {
            failed = true
            StandardError.say(error)
            continue
          }
          try write(statementLines(analysed, ordinals: Set(ordinals)))
        }
      }
    }
    return failed
  }

  private func line(_ digest: StatementDigest, _ row: ArticleRow) -> [UInt8] {
    let date = digest.edtf?.description ?? "undated"
    let stances = digest.stances.map { " \($0.concept):\($0.polarity.rawValue)" }.joined()
    let line =
      "\(date)  \(row.document)#\(digest.ref.ordinal)  \(digest.speaker ?? "unknown")"
      + "  \(digest.type.rawValue)\(stances)  \(digest.text)"
    return Array((displayable(line) + "\n").utf8)
  }
}

import ArgumentParser
import ArticleAnalysis
import GermanLanguage
import NewsArchive
import Pipelines
import TextModel

/// What became of one input.
struct ArticleOutcome<Result: Sendable>: Sendable {
  var result: Result?
  var diagnostics: [Diagnostic] = []
}

/// Reads and analyses one input after the other; may be used by several threads at once.
struct ArticleWorker: Sendable {
  let reader: ArticleReader
  let analyser: ArticleAnalyser
  let depth: ArticleAnalyser.Depth

  /// Reads and analyses some inputs together and makes of each article what the command needs.
  func work<Result: Sendable>(
    _ inputs: [PendingArticle], _ transform: (AnalysedArticle) -> Result
  ) -> [ArticleOutcome<Result>] {
    var outcomes = Array(repeating: ArticleOutcome<Result>(), count: inputs.count)
    var batch = ArticleBatch<Int>()
    func analyse() {
      for (input, article) in batch.analyse(with: analyser, depth: depth) {
        outcomes[input].result = transform(article)
      }
    }
    for input in inputs.indices {
      do {
        let (article, date) = try read(inputs[input]) { outcomes[input].diagnostics.append($0) }
        batch.add(article, metadataDate: date, label: input)
        if batch.isFull { analyse() }
      } catch {
        outcomes[input].diagnostics.append(error)
      }
    }
    analyse()
    return outcomes
  }

  private func read(
    _ pending: PendingArticle, warn: (Diagnostic) -> Void
  ) throws(Diagnostic) -> (Article, date: String?) {
    switch pending {
    case .file(let input):
      return (try reader.read(input, warn: warn), nil)
    case .bytes(let document, let path, let bytes):
      return (try reader.article(document: document, path: path, bytes: bytes), nil)
    case .jsonLine(let line, let place):
      let article = try JSONArticle(line: line, place: place)
      let path = article.path ?? article.document
      let text = SourceText(article.text)
      if let date = article.date, !date.isEmpty, !ArticleAnalyser.canRead(metadataDate: date) {
        warn(
          Diagnostic(
            .warning, path: place,
            message:
              "has the date \"\(displayable(String(date.prefix(40))))\", wanted is one such as 2023-03-31, 2023-03 "
              + "or 2023-03/2023-05; the article was read without it"))
      }
      return (
        reader.article(document: article.document, path: path, text: text), date: article.date
      )
    }
  }
}

/// Everything that a command needs to read a corpus: the inputs in order, and who works on them.
struct ArticleSource {
  var queue: ArticleQueue
  let worker: ArticleWorker
  let lexicon: LexiconFiles
  let jobs: Int
  /// Whether diagnostics are said on standard error as they arise; not while a screen is shown.
  var speaks = true
  /// What was wrong so far.
  private(set) var diagnostics: [Diagnostic] = []

  init(
    _ options: CorpusOptions, format: ArticleQueue.Format = .text, jobs: Int = 1,
    depth: ArticleAnalyser.Depth = .everything, lists: String? = nil
  ) {
    let files = UserFiles(paths: options.paths + (lists.map { [$0] } ?? []))
    lexicon = files.lexicon
    let analyser = ArticleAnalyser(
      lexicon: files.lexicon, codebooks: files.codebooks,
      actorLists: files.actorLists,
      learned: options.reading.weights)
    worker = ArticleWorker(
      reader: ArticleReader(lexicon: files.lexicon), analyser: analyser, depth: depth)
    queue = ArticleQueue(paths: options.paths, include: options.include, format: format)
    self.jobs = jobs
  }

  /// Reads everything and makes something of each article on `jobs` cores, then hands it over in input
  /// order on the calling thread; what went wrong is said on standard error.
  mutating func forEach<Result: Sendable>(
    _ transform: @escaping @Sendable (AnalysedArticle) -> Result,
    consume: (Result) throws -> Void
  ) throws {
    report(worker.analyser.diagnostics + queue.diagnostics)
    let worker = worker
    let limit = ArticleAnalyser.batchCount(of: queue.count, jobs: jobs)
    try pipeline(
      jobs: jobs, window: 4, next: { queue.next(atMost: limit, bytes: ArticleAnalyser.batchBytes) },
      transform: { worker.work($0, transform) },
      consume: { outcomes in
        for outcome in outcomes {
          report(outcome.diagnostics)
          if let result = outcome.result { try consume(result) }
        }
      })
  }

  private mutating func report(_ diagnostics: [Diagnostic]) {
    self.diagnostics += diagnostics
    if speaks { diagnostics.forEach(StandardError.say) }
  }

  /// The status to end with: 0 all went well, 1 some inputs could not be read.
  var exitCode: ExitCode {
    diagnostics.contains { $0.severity == .failure } ? ExitCode(1) : .success
  }
}

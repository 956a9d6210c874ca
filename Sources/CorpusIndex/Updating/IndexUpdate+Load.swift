import ArticleAnalysis
import GRDB
import Interchange
import NewsArchive
import Pipelines
import Relations
import TextModel

extension IndexUpdate {
  /// A line of `extract --with-text` and where it stands, for messages.
  public typealias Line = (bytes: [UInt8], place: String)

  /// Stores articles that were analysed elsewhere, by the same program with the same data.
  ///
  /// An article whose text is that of a file of the archive belongs to the file, as if it had been read here; the
  /// texts of others are kept in the index. What is in the index already and not among the lines stays.
  ///
  /// - Parameters:
  ///   - next: the next line; nil at the end.
  ///   - findings: the archive's files; those of no path when it is not at hand.
  /// - Throws: `IndexFailure`, and what `next` throws.
  public func load(
    _ next: () throws -> Line?, files findings: ArticleWalker.Findings,
    note: (String) -> Void = { _ in }, progress: (UpdateProgress) -> Bool = { _ in true }
  ) throws -> UpdateReport {
    try withIndex(note, mayRepeat: false) { queue in
      try load(queue, next, findings, progress)
    }
  }

  private func load(
    _ queue: DatabaseQueue, _ next: () throws -> Line?, _ findings: ArticleWalker.Findings,
    _ progress: (UpdateProgress) -> Bool
  ) throws -> UpdateReport {
    var report = UpdateReport()
    guard progress(UpdateProgress(phase: .comparing)) else { return report }
    var batch = try BatchWriter(
      queue: queue, path: location.path ?? "memory", analyser: analyser, analysis: analysis)
    var tasks: [String: KnownFiles.Task] = [:]
    var current: Set<String> = []
    guard try batch.refreshWords(reader, progress) else { return report }
    try batch.transaction { writer, db in
      var files = try KnownFiles(db, analysis: analysis.value)
      for task in try files.compare(findings.inputs, now: currentTime(), keepsNames: false, db) {
        tasks[task.input.document] = task
      }
      try writer.refreshLists(db)
    }
    for input in findings.inputs where tasks[input.document] == nil {
      current.insert(input.document)
    }
    let loader = LineLoader(
      reader: reader, maker: EntryMaker(relations: RelationItemMaker(lexicon: lexicon)),
      tasks: tasks, current: current)

    var state = UpdateProgress(phase: .reading)
    var isStopped = false
    // Of two lines with one document the later one holds, so that they must not share a transaction.
    var documents: Set<String> = []
    try pipeline(
      jobs: jobs, next: { isStopped ? nil : try next() }, transform: loader.load,
      consume: { loaded in
        state.done += 1
        switch loaded {
        case .change(let change, let document):
          if !documents.insert(document).inserted {
            try batch.flush()
            documents = [document]
          }
          report.count(change)
          try batch.add(change)
        case .isCurrent: report.unchanged += 1
        case .failed(let problem):
          report.failed += 1
          report.problems.append(problem)
        }
        state.stored = batch.stored
        if !progress(state) { isStopped = true }
      })
    try batch.flush()
    guard !isStopped else { return report }
    state.phase = .finishing
    _ = progress(state)
    try batch.transaction { writer, db in
      try writer.finishNames(db)
      try CompoundTable.refresh(db)
    }
    try batch.transaction { _, db in
      report.articles = try Int.fetchOne(db, sql: "SELECT count(*) FROM article") ?? 0
    }
    for table in ["words", "wordings"] {
      try Compaction.merge(table, queue) { progress(state) }
    }
    report.isComplete = true
    return report
  }
}

/// Turns lines into what the index keeps; may be used by several threads at once.
private struct LineLoader: Sendable {
  let reader: ArticleReader
  let maker: EntryMaker
  /// Files that are not in the index as they are now, by document.
  let tasks: [String: KnownFiles.Task]
  /// Documents whose files are in the index as they are.
  let current: Set<String>

  enum Loaded: Sendable {
    case change(IndexChange, document: String)
    case isCurrent
    case failed(Diagnostic)
  }

  func load(_ line: IndexUpdate.Line) -> Loaded {
    do {
      let read = try ReadArticle(line: line.bytes, place: line.place)
      if current.contains(read.document) { return .isCurrent }
      var (article, source, problems) = place(read)
      article.date = read.date
      problems += read.problems
      let given = read.date.basis == .metadata ? read.date.edtf?.description : nil
      let entry = maker.entry(
        of: AnalysedArticle(article: article, actors: read.actors, statements: read.statements),
        givenDate: given)
      return .change(
        .store(entry, source: source, problems: problems), document: read.document)
    } catch {
      return .failed(error)
    }
  }

  /// The article as its file holds it, if the file holds the text of the line; else with the text itself.
  private func place(_ read: ReadArticle) -> (Article, IndexChange.Source, [Diagnostic]) {
    var problems: [Diagnostic] = []
    if var task = tasks[read.document], let bytes = try? reader.bytes(of: task.input),
      let article = try? reader.read(task.input, bytes: bytes, warn: { problems.append($0) }),
      article.text == read.text
    {
      task.hash = ContentHash.of(bytes)
      let isSameText = task.known?.hash == task.hash
      return (article, .file(task.known?.file, task.stamp, isSameText: isSameText), problems)
    }
    let article = reader.article(document: read.document, path: read.path, text: read.text)
    return (article, .text(read.text.string), [])
  }
}

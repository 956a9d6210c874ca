import ArticleAnalysis
import GRDB
import NewsArchive

/// Gathers changes and writes them in transactions: small ones at first, so that something can be read soon,
/// then larger ones, and at least one in three seconds.
struct BatchWriter {
  let queue: DatabaseQueue
  let path: String
  private var writer: IndexWriter
  private var waiting: [IndexChange] = []
  private var waitingBytes = 0
  private var limit = 128
  private var lastCommit = ContinuousClock.now
  /// Articles stored in this run.
  private(set) var stored = 0

  private static let largest = 2000
  private static let mostBytes = 24 << 20

  init(
    queue: DatabaseQueue, path: String, analyser: ArticleAnalyser, analysis: AnalysisFingerprint
  ) throws {
    self.queue = queue
    self.path = path
    writer = try queue.read { db in
      try IndexWriter(db, analyser: analyser, analysis: analysis.value, path: path)
    }
  }

  mutating func add(_ change: IndexChange) throws {
    waiting.append(change)
    if case .store(let entry, _, _) = change { waitingBytes += entry.textWords.utf8.count }
    if waiting.count >= limit || waitingBytes >= Self.mostBytes
      || lastCommit.duration(to: .now) > .seconds(3)
    {
      try flush()
    }
  }

  /// Commits what is waiting.
  mutating func flush() throws {
    defer { lastCommit = .now }
    guard !waiting.isEmpty else { return }
    let batch = waiting
    try transaction { writer, db in try writer.apply(batch, db) }
    for case .store in waiting { stored += 1 }
    waiting.removeAll(keepingCapacity: true)
    waitingBytes = 0
    limit = min(limit * 2, Self.largest)
  }

  /// Makes the words of all articles anew if other rules cut them out of the texts, as one transaction.
  ///
  /// - Returns: false when `progress` asked for an end: nothing has changed, and the next run begins again.
  mutating func refreshWords(
    _ reader: ArticleReader, _ progress: (UpdateProgress) -> Bool
  ) throws -> Bool {
    do {
      try transaction { _, db in
        try Compaction.refreshRules(db, reader: reader) { done, total in
          progress(UpdateProgress(phase: .comparing, done: done, total: total))
        }
      }
      return true
    } catch is Compaction.Stopped {
      return false
    }
  }

  /// Makes the full-text index anew if that is due; if `goesOn` says no, it stays as it is and is due next time.
  ///
  /// - Returns: the number of articles.
  mutating func compact(_ reader: ArticleReader, goesOn: () -> Bool) throws -> Int {
    var articles = 0
    do {
      try transaction { _, db in
        articles = try Int.fetchOne(db, sql: "SELECT count(*) FROM article") ?? 0
        if Compaction.isDue(stale: try IndexMeta.staleWords(db), articles: articles) {
          try Compaction.run(db, reader: reader) { _, _ in goesOn() }
        }
      }
    } catch is Compaction.Stopped {}
    return articles
  }

  /// Runs `body` as one transaction; when it throws, nothing has changed.
  mutating func transaction(_ body: (inout IndexWriter, Database) throws -> Void) throws {
    var changed = writer
    try IndexFile.translating(path) {
      try queue.inDatabase { db in
        try db.inTransaction(.immediate) {
          try body(&changed, db)
          return .commit
        }
      }
    }
    writer = changed
  }
}

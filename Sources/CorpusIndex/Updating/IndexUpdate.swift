import ArticleAnalysis
import FoundationEssentials
import GRDB
import GermanLanguage
import Glibc
import NewsArchive
import Pipelines
import Relations
import TextModel

/// Brings an index up to date with its archive: only new and changed files are parsed, everything in
/// transactions of whole articles, so that it may end at any moment and goes on from there the next time.
public struct IndexUpdate: Sendable {
  /// What to do while another process writes the same index.
  public enum Patience: Sendable {
    case giveUp
    case wait
  }

  public var location: IndexLocation
  public var reader: ArticleReader
  public var analyser: ArticleAnalyser
  public var analysis: AnalysisFingerprint
  public var lexicon: LexiconFiles
  public var jobs = 1
  /// Whether everything is made anew.
  public var isRebuild = false
  /// The file that somebody who read it found damaged (`IndexStore.damagedFile`): it is made anew unless that has
  /// been done already, or it holds what is nowhere else.
  public var damagedFile: UInt64?
  public var patience = Patience.wait
  /// Whether the index forgets what the walk did not find.
  public var forgetsVanished = true

  public init(
    location: IndexLocation, reader: ArticleReader, analyser: ArticleAnalyser,
    analysis: AnalysisFingerprint, lexicon: LexiconFiles
  ) {
    self.location = location
    self.reader = reader
    self.analyser = analyser
    self.analysis = analysis
    self.lexicon = lexicon
  }

  /// Runs the update on the calling thread.
  ///
  /// - Parameters:
  ///   - note: called with a sentence that the user should read.
  ///   - progress: called often, on the calling thread; false ends the work after what is read is stored.
  /// - Throws: `IndexFailure`.
  public func run(
    _ findings: ArticleWalker.Findings, note: (String) -> Void = { _ in },
    progress: (UpdateProgress) -> Bool = { _ in true }
  ) throws -> UpdateReport {
    try withIndex(note) { queue in
      try update(queue, findings, progress)
    }
  }

  /// Opens the index for writing and closes it again, its log emptied into it. A damaged or old index is made
  /// anew, once; not one that the user named and that holds what is nowhere else.
  ///
  /// - Parameter mayRepeat: whether `body` can begin again from the start.
  func withIndex<Result>(
    _ note: (String) -> Void, mayRepeat: Bool = true, _ body: (DatabaseQueue) throws -> Result
  ) throws -> Result {
    guard let path = location.path else { return try body(IndexFile.openForWriting(location)) }
    try IndexFile.prepareFolder(of: location)
    if isReadOnly(path) { throw IndexFailure.readOnly(path: path) }
    // Before anything is made beside a file that is not ours.
    if location.isNamedByUser { _ = try IndexFile.state(of: location) }
    let lock = try WriterLock(
      path, mode: location.isNamedByUser ? 0o666 : 0o600,
      waits: patience == .wait,
      onWait: { note("another process is writing the index; waiting for it to finish") })
    defer { withExtendedLifetime(lock) {} }
    if isRebuild {
      if let count = StoredTexts.count(in: path), count > 0 { note(StoredTexts.loss(of: count)) }
      try IndexFile.remove(location)
    }
    var hasBegun = false
    do {
      if let damagedFile, IndexFile.identity(path) == damagedFile {
        throw IndexFailure.damaged(path: path, reason: "found while it was read")
      }
      return try writing(path, note) { queue in
        hasBegun = true
        return try body(queue)
      }
    } catch let failure as IndexFailure where failure.isMendedByRebuilding {
      if hasBegun, !mayRepeat { throw IndexFailure.loadingEnded(reason: "\(failure)") }
      if let count = StoredTexts.count(in: path), count > 0 {
        if location.isNamedByUser {
          throw IndexFailure.holdsTexts(reason: "\(failure)", articles: count)
        }
        note(StoredTexts.loss(of: count))
      }
      note("\(failure); making it anew")
      try IndexFile.remove(location)
      return try writing(path, note, body)
    }
  }

  /// Whether there is an index that this user can read and neither write nor put a new one in its place.
  private func isReadOnly(_ path: String) -> Bool {
    guard access(path, R_OK) == 0 else { return false }
    return access(path, W_OK) != 0
      || (access(path + ".lock", F_OK) == 0
        ? access(path + ".lock", W_OK) : access(IndexFile.parent(of: path), W_OK)) != 0
  }

  private func writing<Result>(
    _ path: String, _ note: (String) -> Void, _ body: (DatabaseQueue) throws -> Result
  ) throws -> Result {
    let queue = try IndexFile.openForWriting(location, note: note)
    let result = try IndexFile.translating(path) { try body(queue) }
    try IndexFile.translating(path) {
      try queue.inDatabase { try $0.execute(sql: "PRAGMA wal_checkpoint(PASSIVE)") }
      try queue.close()
    }
    return result
  }

  func update(
    _ queue: DatabaseQueue, _ findings: ArticleWalker.Findings,
    _ progress: (UpdateProgress) -> Bool
  ) throws -> UpdateReport {
    var report = UpdateReport()
    var state = UpdateProgress(phase: .comparing)
    guard progress(state) else { return report }
    var batch = try BatchWriter(
      queue: queue, path: location.path ?? "memory", analyser: analyser, analysis: analysis)
    var known: KnownFiles?
    var tasks: [KnownFiles.Task] = []
    guard try batch.refreshWords(reader, progress) else { return report }
    try batch.transaction { writer, db in
      var files = try KnownFiles(db, analysis: analysis.value)
      tasks = try files.compare(findings.inputs, now: currentTime(), keepsNames: true, db)
      known = files
      try writer.refreshLists(db)
      try writer.setProblems(
        analyser.diagnostics + findings.diagnostics, FileStamp(root: 0, path: []), db)
    }
    report.unchanged = findings.inputs.count - tasks.count
    var vanished = try queue.read { try known?.vanished($0, in: findings) ?? [:] }
    known = nil
    let looker = ArticleLooker(
      reader: reader, analyser: analyser,
      maker: EntryMaker(relations: RelationItemMaker(lexicon: lexicon)), vanished: vanished)

    state = UpdateProgress(phase: .reading, total: tasks.count)
    var isStopped = false
    var shares = TaskShares(tasks, jobs: jobs)
    do {
      try pipeline(
        jobs: jobs, window: 4, next: { shares.next() }, transform: looker.look,
        consume: { findings in
          for finding in findings {
            let change: IndexChange
            switch finding {
            case .change(let direct): change = direct
            case .moved(let hash, let task):
              change = moved(task, takenFrom: &vanished[hash, default: []], looker)
            }
            report.count(change)
            try batch.add(change)
            state.done += 1
            state.stored = batch.stored
            if !isStopped, !progress(state) { isStopped = true }
          }
          if isStopped { throw Stopped() }
        })
    } catch is Stopped {}
    try batch.flush()
    state.stored = batch.stored
    guard !isStopped else { return report }

    state.phase = .finishing
    _ = progress(state)
    if forgetsVanished {
      let gone = vanished.values.joined().map(\.file).sorted()
      for start in stride(from: 0, to: gone.count, by: 500) {
        try batch.transaction { writer, db in
          try writer.forget(files: gone[start..<min(start + 500, gone.count)], db)
        }
      }
      report.removed = gone.count
    }
    try batch.transaction { writer, db in
      try writer.finishNames(db)
      try CompoundTable.refresh(db)
    }
    report.articles = try batch.compact(reader) { progress(state) }
    for table in ["words", "wordings"] {
      try Compaction.merge(table, queue) { progress(state) }
    }
    report.isComplete = true
    return report
  }

  /// Takes over the article of a file that is gone, if it reads the same under the new name.
  private func moved(
    _ task: KnownFiles.Task, takenFrom vanished: inout [KnownFiles.Known], _ looker: ArticleLooker
  ) -> IndexChange {
    let index = vanished.firstIndex { known in
      guard known.isCurrent, known.size == task.stamp.size, let path = known.path else {
        return false
      }
      return ArticleAnalyser.isReadAlike(path: path, task.input.path)
    }
    guard let index else { return looker.parse(task) }
    let file = vanished.remove(at: index).file
    return .move(
      file: file, task.stamp, document: task.input.document, path: task.input.path,
      shown: task.input.displayPath)
  }
}

extension UpdateReport {
  /// Counts a change and keeps what went wrong.
  mutating func count(_ change: IndexChange) {
    switch change {
    case .store(_, _, let found):
      parsed += 1
      problems += found
    case .touch: unchanged += 1
    case .move: moved += 1
    case .fail(_, _, let found):
      failed += 1
      problems += found
    }
  }
}

/// Ends the reading early; what waits to be read is left for the next time.
private struct Stopped: Error {}

/// Nanoseconds since 1970.
func currentTime() -> Int64 {
  var time = timespec()
  clock_gettime(CLOCK_REALTIME, &time)
  return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
}

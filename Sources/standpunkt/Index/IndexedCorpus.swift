import ArticleAnalysis
import CorpusIndex
import CorpusStore
import Dispatch
import Explorer
import Glibc
import NewsArchive
import Synchronization

/// A corpus behind its index, for the explorer: opens what the index has at once, lets a child process bring
/// it up to date, and shows what that has stored as it goes.
final class IndexedCorpus: Sendable {
  private let location: IndexLocation
  /// An index that goes with the explorer.
  private let temporary: TemporaryIndex?
  private let texts: ArticleTexts
  private let mailbox: Mailbox
  private let runner: QuestionRunner
  private let state = Mutex(State())

  private struct State {
    var child: IndexChild?
    var isOpen = false
    var isClosed = false
    var opened = ContinuousClock.now
    var openingTook: Duration = .zero
    var storedAtOpening = 0
    var rate = ProgressRate()
  }

  init(
    _ location: IndexLocation, temporary: TemporaryIndex?, texts: ArticleTexts, mailbox: Mailbox,
    runner: QuestionRunner
  ) {
    self.location = location
    self.temporary = temporary
    self.texts = texts
    self.mailbox = mailbox
    self.runner = runner
  }

  /// Opens the index as it is, if there is one.
  ///
  /// - Returns: whether there is one.
  @discardableResult
  func open() -> Bool {
    let begun = ContinuousClock.now
    guard let store = try? IndexStore(location, texts: texts) else { return false }
    let isFirst = state.withLock { state in
      defer {
        state.isOpen = true
        state.opened = .now
        state.openingTook = begun.duration(to: .now)
      }
      return !state.isOpen
    }
    runner.open(store)
    mailbox.post(isFirst ? .corpusRead : .event(.corpusChanged))
    return true
  }

  /// Whether there is anything to show.
  var isOpen: Bool { state.withLock { $0.isOpen } }

  /// The file of an index that goes with the explorer.
  var temporaryPath: String? { temporary?.path }

  /// Starts the child and follows it to its end; blocks.
  ///
  /// - Parameter arguments: of the command `index`.
  func update(arguments: [String]) {
    // Under the lock: whoever closes finds either the child or that none may be started.
    let child = state.withLock { state -> IndexChild? in
      if !state.isClosed { state.child = IndexChild(arguments: arguments) }
      return state.child
    }
    guard let child else {
      mailbox.post(
        .warning("the index could not be brought up to date: no process could be started"))
      return
    }
    child.follow(take)
    state.withLock { $0.child = nil }
    mailbox.post(.event(.progress(nil)))
  }

  /// Ends the child.
  func close() {
    let child = state.withLock { state in
      state.isClosed = true
      return state.child
    }
    if let temporary {
      child?.discard()
      temporary.remove()
    } else {
      child?.stop()
    }
  }

  private func take(_ message: UpdateMessage) {
    switch message {
    case .progress(let progress):
      tell(progress)
      refresh(progress.stored, isLast: false)
    case .finished(_, let hasChanged):
      if hasChanged || !state.withLock({ $0.isOpen }) { refresh(-1, isLast: true) }
    case .busy:
      mailbox.post(.warning("another process is writing the index; what it adds appears later"))
    case .note(let sentence), .failed(let sentence): mailbox.post(.warning(sentence))
    }
  }

  /// The line that shows the work; an index that is only compared with its archive needs none.
  private func tell(_ progress: UpdateProgress) {
    let (isOpen, rate) = state.withLock { ($0.isOpen, $0.rate.rate(at: progress.done)) }
    var shown: WorkProgress?
    switch progress.phase {
    case .comparing:
      if !isOpen { shown = WorkProgress(work: "looking at the archive", done: 0, total: nil) }
    case .reading:
      if progress.total ?? 1 > 0 {
        shown = WorkProgress(
          work: "indexing", done: progress.done, total: progress.total, rate: rate)
      }
    case .finishing:
      if progress.done > 0 {
        shown = WorkProgress(work: "finishing the index of", done: progress.done, total: nil)
      }
    }
    mailbox.post(.event(.progress(shown)))
  }

  /// Shows what was stored since the last time: soon at the beginning, then so seldom that it costs a
  /// twentieth of the time at most.
  private func refresh(_ stored: Int, isLast: Bool) {
    let isDue = state.withLock { state in
      guard stored != state.storedAtOpening || !state.isOpen || isLast else { return false }
      let pause = max(.seconds(1), state.openingTook * 20)
      guard isLast || !state.isOpen || state.opened.duration(to: .now) > pause else { return false }
      state.storedAtOpening = stored
      return true
    }
    if isDue { open() }
  }
}

/// How many items a second, over the last few seconds.
struct ProgressRate {
  private var marks: [(time: ContinuousClock.Instant, done: Int)] = []

  mutating func rate(at done: Int, now: ContinuousClock.Instant = .now) -> Double? {
    marks.append((now, done))
    if marks.count > 40 { marks.removeFirst() }
    guard let first = marks.first else { return nil }
    let seconds = first.time.duration(to: now) / .seconds(1)
    guard seconds >= 1 else { return nil }
    return Double(done - first.done) / seconds
  }
}

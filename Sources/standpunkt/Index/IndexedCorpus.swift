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
  private let watch: IndexWatch
  /// Arguments of the child; with a file that is to be made anew.
  private let arguments: @Sendable (_ path: String?, _ damaged: UInt64?) -> [String]
  private let state = Mutex(State())

  private struct State {
    /// The index as it was before it was opened last.
    var seen: IndexWatch.State?
    /// A file that was found damaged and waits for a child to make it anew; one that a child was told of.
    var damaged: UInt64?
    var mended: UInt64?
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
    runner: QuestionRunner,
    arguments: @escaping @Sendable (_ path: String?, _ damaged: UInt64?) -> [String]
  ) {
    self.location = location
    self.temporary = temporary
    self.texts = texts
    self.mailbox = mailbox
    self.runner = runner
    self.arguments = arguments
    watch = IndexWatch(location)
    runner.onDamage { [weak self] in self?.mend($0) ?? false }
  }

  /// Opens the index as it is, if there is one.
  ///
  /// - Returns: whether there is one.
  @discardableResult
  func open() -> Bool {
    let begun = ContinuousClock.now
    let seen = watch.state
    let store: IndexStore
    do {
      store = try IndexStore(location, texts: texts)
    } catch {
      if case IndexFailure.damaged = error { noteDamage(location.fileIdentity) }
      return false
    }
    let isFirst = state.withLock { state in
      defer {
        state.isOpen = true
        state.seen = seen
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

  /// Starts the child and follows it to its end; blocks. A damaged index is made anew.
  func update() {
    repeat {
      // Under the lock: whoever closes finds either the child or that none may be started.
      let child = state.withLock { state -> IndexChild? in
        let damaged = state.damaged
        state.damaged = nil
        if !state.isClosed {
          state.child = IndexChild(arguments: arguments(temporary?.path, damaged))
        }
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
    } while state.withLock { $0.damaged != nil && !$0.isClosed }
  }

  /// How often somebody else's changes are looked for.
  private static let pause: UInt32 = 2_000_000

  /// Shows what other processes add to the index, until it is closed; blocks.
  ///
  /// A look costs some microseconds every two seconds. What is selected stays selected.
  func follow() {
    while true {
      usleep(Self.pause)
      let (isClosed, hasChild, seen) = state.withLock {
        ($0.isClosed, $0.child != nil, $0.seen)
      }
      if isClosed { return }
      // The child tells by itself.
      if hasChild || watch.state == seen { continue }
      let isDue = state.withLock { state in
        state.opened.duration(to: .now) > max(.seconds(2), state.openingTook * 20)
      }
      if isDue { open() }
    }
  }

  /// Has a damaged index made anew.
  ///
  /// - Returns: false for one that a child could not mend.
  private func mend(_ file: UInt64) -> Bool {
    guard noteDamage(file) else { return false }
    mailbox.post(.warning("the index is damaged and is being made anew"))
    // A child that runs is followed by another one.
    if state.withLock({ $0.child == nil }) {
      DispatchQueue.global(qos: .utility).async { [self] in update() }
    }
    return true
  }

  /// - Returns: whether the file was not known to be damaged.
  @discardableResult
  private func noteDamage(_ file: UInt64?) -> Bool {
    state.withLock { state in
      guard let file, !state.isClosed, state.mended != file else { return false }
      state.damaged = file
      state.mended = file
      return true
    }
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
      if hasChanged || !state.withLock({ $0.isOpen }) {
        refresh(-1, isLast: true)
      } else {
        let seen = watch.state
        state.withLock { $0.seen = seen }
      }
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
      if let total = progress.total {
        shown = WorkProgress(
          work: "making the words anew of", done: progress.done, total: total, rate: rate)
      } else if !isOpen {
        shown = WorkProgress(work: "looking at the archive", done: 0, total: nil)
      }
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
    // Another work has begun.
    if let last = marks.last, done < last.done { marks = [] }
    marks.append((now, done))
    if marks.count > 40 { marks.removeFirst() }
    guard let first = marks.first else { return nil }
    let seconds = first.time.duration(to: now) / .seconds(1)
    guard seconds >= 1 else { return nil }
    return Double(done - first.done) / seconds
  }
}

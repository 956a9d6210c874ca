import CorpusIndex
import CorpusStore
import Dispatch
import Explorer
import Synchronization

/// Answers the explorer's questions on a thread of its own and posts the answers to a mailbox.
///
/// Until the corpus is there, questions wait. Of the questions of one slot only the newest is answered, so
/// that a burst of keys costs one answer.
final class QuestionRunner: Sendable {
  private let queue = DispatchQueue(label: "standpunkt.questions", qos: .userInitiated)
  private let state = Mutex(State())
  private let mailbox: Mailbox

  private struct State {
    var store: (any CorpusStore)?
    var newest: [QuestionSlot: Int] = [:]
    var waiting: [Effect] = []
    /// Whether the user knows that the store cannot be read any more.
    var hasToldFailure = false
    /// Called with a file that was found damaged, once a store; says whether it will be mended.
    var mend: (@Sendable (UInt64) -> Bool)?
    var hasAskedToMend = false
    /// The question that is being answered.
    var running: (slot: QuestionSlot, generation: Int, store: any CorpusStore)?
  }

  init(mailbox: Mailbox) {
    self.mailbox = mailbox
  }

  /// Takes a question; other effects are ignored.
  func run(_ effect: Effect) {
    guard case .ask(_, let slot, let generation, let delay) = effect else { return }
    let isReady = state.withLock { state in
      state.newest[slot] = generation
      if let running = state.running, running.slot == slot, running.generation != generation {
        (running.store as? IndexStore)?.cancel(running.generation)
      }
      if state.store == nil { state.waiting.append(effect) }
      return state.store != nil
    }
    if isReady { answer(effect, slot: slot, generation: generation, after: delay) }
  }

  /// The corpus is there, or there in a new state: answers what has waited for it.
  func open(_ store: some CorpusStore) {
    let waiting = state.withLock { state in
      state.store = store
      state.hasToldFailure = false
      state.hasAskedToMend = false
      defer { state.waiting = [] }
      return state.waiting
    }
    waiting.forEach(run)
  }

  /// What to do with an index that turns out to be damaged.
  func onDamage(_ mend: @escaping @Sendable (UInt64) -> Bool) {
    state.withLock { $0.mend = mend }
  }

  private static func countsAll(_ slot: QuestionSlot) -> Bool {
    slot == .standings || slot == .overlay
  }

  /// Says that an index cannot be read any more, since its answers look as if there were nothing.
  private func tellFailure(of index: IndexStore, again: Bool) {
    guard let failure = index.failure else { return }
    if let file = index.damagedFile {
      let mend = state.withLock { state in
        defer { state.hasAskedToMend = true }
        return state.hasAskedToMend ? nil : state.mend
      }
      if mend?(file) == true { return }
      if mend == nil, !again { return }
    }
    let isNew = state.withLock { state in
      defer { state.hasToldFailure = true }
      return !state.hasToldFailure
    }
    if isNew || again { mailbox.post(.event(.failed(displayable(failure)))) }
  }

  private func answer(_ effect: Effect, slot: QuestionSlot, generation: Int, after delay: Int) {
    let work: @Sendable () -> Void = { [self] in
      guard let store = state.withLock({ $0.newest[slot] == generation ? $0.store : nil }) else {
        return
      }
      if let index = store as? IndexStore, Self.countsAll(slot), !index.hasCounts {
        // What counts over all statements waits beside the queue for them to be read.
        DispatchQueue.global(qos: .utility).async { [self] in
          guard index.prepareCounts() else {
            tellFailure(of: index, again: true)
            return
          }
          answer(effect, slot: slot, generation: generation, after: 0)
        }
        return
      }
      state.withLock { $0.running = (slot, generation, store) }
      defer { state.withLock { $0.running = nil } }
      if let index = store as? IndexStore {
        if let event = index.answering(generation, { perform(effect, index) }) {
          mailbox.post(.event(event))
        }
        tellFailure(of: index, again: false)
      } else if let event = perform(effect, store) {
        mailbox.post(.event(event))
      }
    }
    if delay > 0 {
      queue.asyncAfter(deadline: .now() + .milliseconds(delay), execute: work)
    } else {
      queue.async(execute: work)
    }
  }
}

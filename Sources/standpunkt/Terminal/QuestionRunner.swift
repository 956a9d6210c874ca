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
  }

  init(mailbox: Mailbox) {
    self.mailbox = mailbox
  }

  /// Takes a question; other effects are ignored.
  func run(_ effect: Effect) {
    guard case .ask(_, let slot, let generation, let delay) = effect else { return }
    let isReady = state.withLock { state in
      state.newest[slot] = generation
      if state.store == nil { state.waiting.append(effect) }
      return state.store != nil
    }
    if isReady { answer(effect, slot: slot, generation: generation, after: delay) }
  }

  /// The corpus is there: answers what has waited for it.
  func open(_ store: some CorpusStore) {
    let waiting = state.withLock { state in
      state.store = store
      defer { state.waiting = [] }
      return state.waiting
    }
    waiting.forEach(run)
  }

  private func answer(_ effect: Effect, slot: QuestionSlot, generation: Int, after delay: Int) {
    let work: @Sendable () -> Void = { [self] in
      let store = state.withLock { $0.newest[slot] == generation ? $0.store : nil }
      guard let store, let event = perform(effect, store) else { return }
      mailbox.post(.event(event))
    }
    if delay > 0 {
      queue.asyncAfter(deadline: .now() + .milliseconds(delay), execute: work)
    } else {
      queue.async(execute: work)
    }
  }
}

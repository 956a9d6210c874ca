import Explorer
import Synchronization
import TextModel

/// What other threads tell the loop.
enum Mail: Sendable {
  case event(Event)
  /// So many articles have been read.
  case progress(Int, of: Int?)
  case corpusRead
  /// Something that the user should know, until the next key.
  case warning(String)
}

/// Letters of other threads to the loop; posting one wakes it.
final class Mailbox: Sendable {
  private let letters = Mutex<[Mail]>([])
  private let wake: @Sendable () -> Void

  init(wake: @escaping @Sendable () -> Void) {
    self.wake = wake
  }

  func post(_ mail: Mail) {
    letters.withLock { $0.append(mail) }
    wake()
  }

  /// All letters in the order in which they came; the box is empty afterwards.
  func take() -> [Mail] {
    letters.withLock { letters in
      defer { letters = [] }
      return letters
    }
  }
}

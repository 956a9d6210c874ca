import Dispatch
import Synchronization

/// Transforms items on several threads while the calling thread takes the results in the order of the items.
///
/// Unlike a map over batches the threads go on while the caller stores what came out, and wait when it falls
/// behind: at most `window` items are between the two.
///
/// - Parameters:
///   - jobs: threads that transform; with 1 everything happens on the calling thread.
///   - window: how many items for each thread may wait or be ready; memory grows with it.
///   - next: the next item, or nil at the end; called on the calling thread.
///   - consume: called on the calling thread, in order; what it throws ends the work.
public func pipeline<Item: Sendable, Result: Sendable>(
  jobs: Int, window: Int = 32, next: () throws -> Item?,
  transform: @escaping @Sendable (Item) -> Result,
  consume: (Result) throws -> Void
) throws {
  guard jobs > 1 else {
    while let item = try next() { try consume(transform(item)) }
    return
  }
  let belt = Belt<Item, Result>(window: max(1, window) * jobs)
  let workers = DispatchGroup()
  for _ in 0..<jobs {
    DispatchQueue.global().async(group: workers) {
      while let (slot, item) = belt.take() { belt.put(transform(item), at: slot) }
    }
  }
  defer {
    belt.close(workers: jobs)
    workers.wait()
  }
  var given = 0
  var taken = 0
  var isAtEnd = false
  while true {
    while !isAtEnd, given - taken < belt.window {
      if let item = try next() {
        belt.give(item, at: given % belt.window)
        given += 1
      } else {
        isAtEnd = true
      }
    }
    if taken == given { return }
    if let result = belt.result(at: taken % belt.window) { try consume(result) }
    taken += 1
  }
}

/// The items that wait and the results that are ready, one slot an item.
private final class Belt<Item: Sendable, Result: Sendable>: Sendable {
  let window: Int
  private let waiting = Mutex<[(slot: Int, item: Item)]>([])
  private let isWaiting = DispatchSemaphore(value: 0)
  private let results: Mutex<[Result?]>
  private let isReady: [DispatchSemaphore]

  init(window: Int) {
    self.window = window
    results = Mutex(Array(repeating: nil, count: window))
    isReady = (0..<window).map { _ in DispatchSemaphore(value: 0) }
  }

  func give(_ item: Item, at slot: Int) {
    waiting.withLock { $0.append((slot, item)) }
    isWaiting.signal()
  }

  /// The oldest item; nil when the belt is closed.
  func take() -> (slot: Int, item: Item)? {
    isWaiting.wait()
    return waiting.withLock { $0.isEmpty ? nil : $0.removeFirst() }
  }

  func put(_ result: Result, at slot: Int) {
    results.withLock { $0[slot] = result }
    isReady[slot].signal()
  }

  func result(at slot: Int) -> Result? {
    isReady[slot].wait()
    return results.withLock { results in
      let result = results[slot]
      results[slot] = nil
      return result
    }
  }

  /// Lets the workers end when nothing waits any more.
  func close(workers: Int) {
    waiting.withLock { $0.removeAll() }
    for _ in 0..<workers { isWaiting.signal() }
  }
}

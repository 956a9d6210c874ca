import Dispatch
import Synchronization

/// Transforms items on several cores and hands the results over in the order of the items.
///
/// Items are taken in batches, so that memory does not grow with their number; inside a batch each core
/// takes the next item when it has finished one.
///
/// - Parameters:
///   - jobs: how many items are worked on at once; 1 runs everything on the calling thread.
///   - next: the next item, or nil at the end; called on the calling thread.
///   - consume: called on the calling thread, in order; what it throws ends the work.
func mapInOrder<Item: Sendable, Result: Sendable>(
  jobs: Int, next: () throws -> Item?, transform: @escaping @Sendable (Item) -> Result,
  consume: (Result) throws -> Void
) throws {
  guard jobs > 1 else {
    while let item = try next() { try consume(transform(item)) }
    return
  }
  let batchSize = 32 * jobs
  while true {
    var batch: [Item] = []
    while batch.count < batchSize, let item = try next() { batch.append(item) }
    if batch.isEmpty { return }
    let items = batch
    let taken = Atomic<Int>(0)
    let results = Mutex<[Result?]>(Array(repeating: nil, count: items.count))
    DispatchQueue.concurrentPerform(iterations: min(jobs, items.count)) { _ in
      while true {
        let index = taken.add(1, ordering: .relaxed).oldValue
        guard index < items.count else { return }
        let result = transform(items[index])
        results.withLock { $0[index] = result }
      }
    }
    for result in results.withLock({ $0 }) {
      if let result { try consume(result) }
    }
  }
}

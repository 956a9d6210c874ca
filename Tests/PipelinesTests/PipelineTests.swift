import Pipelines
import Synchronization
import Testing

/// Items go through several threads and come out in order.
@Suite struct PipelineTests {
  private struct Stop: Error {}

  @Test(arguments: [1, 2, 5]) func resultsComeInTheOrderOfTheItems(jobs: Int) throws {
    var items = (0..<1_000).makeIterator()
    var results: [Int] = []
    try pipeline(
      jobs: jobs, window: 3, next: { items.next() },
      transform: { item in
        // Every seventh item takes longer than those behind it.
        item % 7 == 0 ? (0..<20_000).reduce(item) { $0 &+ $1 &- $1 } : item
      }, consume: { results.append($0) })
    #expect(results == Array(0..<1_000))
  }

  @Test(arguments: [1, 3]) func whatIsThrownEndsTheWork(jobs: Int) {
    var given = 0
    var taken = 0
    #expect(throws: Stop.self) {
      try pipeline(
        jobs: jobs, window: 2,
        next: { () -> Int? in
          given += 1
          return given
        }, transform: { $0 },
        consume: { _ in
          taken += 1
          if taken == 10 { throw Stop() }
        })
    }
    #expect(taken == 10)
    #expect(given <= 10 + 2 * jobs)
  }

  @Test func noMoreItemsWaitThanTheWindowHolds() throws {
    let inside = Atomic<Int>(0)
    var most = 0
    var items = (0..<200).makeIterator()
    try pipeline(
      jobs: 2, window: 4,
      next: { () -> Int? in
        let item = items.next()
        if item != nil { most = max(most, inside.add(1, ordering: .relaxed).newValue) }
        return item
      }, transform: { $0 }, consume: { _ in inside.subtract(1, ordering: .relaxed) })
    #expect(most <= 8)
  }
}

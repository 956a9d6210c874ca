import ArticleAnalysis

/// Deals files out in shares that are read together: a few files so that every core gets some, many in
/// shares that are worth reading together, large ones alone.
struct TaskShares: IteratorProtocol {
  private var waiting: ArraySlice<KnownFiles.Task>
  private let count: Int

  init(_ tasks: [KnownFiles.Task], jobs: Int) {
    waiting = tasks[...]
    count = ArticleAnalyser.batchCount(of: tasks.count, jobs: jobs)
  }

  mutating func next() -> [KnownFiles.Task]? {
    var share: [KnownFiles.Task] = []
    var bytes: Int64 = 0
    while share.count < count, bytes < ArticleAnalyser.batchBytes, let task = waiting.popFirst() {
      share.append(task)
      bytes += task.stamp.size
    }
    return share.isEmpty ? nil : share
  }
}

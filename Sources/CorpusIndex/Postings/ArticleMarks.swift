import GRDB

/// Marks the articles that have a word.
struct ArticleMarks: PostingTaker {
  static var wantsPositions: Bool { false }

  /// By place; belongs to the caller.
  private let hits: UnsafeMutableBufferPointer<Bool>
  private var finder: PlaceFinder
  /// Articles that are not marked yet.
  private var unmarked: Int

  init(_ hits: UnsafeMutableBufferPointer<Bool>, _ finder: PlaceFinder) {
    self.hits = hits
    self.finder = finder
    unmarked = hits.reduce(0) { $0 + ($1 ? 0 : 1) }
  }

  var isDone: Bool { unmarked == 0 }

  @inline(__always)
  mutating func take(_ article: Int64, _ positions: UnsafeRawBufferPointer) {
    if let place = finder.place(of: article), !hits[place] {
      hits[place] = true
      unmarked -= 1
    }
  }
}

extension WordSegments {
  /// For each place whether the article has one of some words, or a word with one of some beginnings.
  func marks(
    _ words: [[UInt8]], beginnings: [[UInt8]] = [], _ articles: ArticleColumns, _ db: Database
  ) throws -> [Bool] {
    var hits = Array(repeating: false, count: articles.count)
    try hits.withUnsafeMutableBufferPointer { hits in
      try articles.withFinder { finder in
        var marks = ArticleMarks(hits, finder)
        try walk(words: words, db, &marks)
        for begin in beginnings { try walk(beginning: begin, db, &marks) }
      }
    }
    return hits
  }
}

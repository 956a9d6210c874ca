/// Marks the articles that have a word.
struct ArticleMarks: PostingTaker {
  static var wantsPositions: Bool { false }

  /// By place.
  private(set) var hits: [Bool]
  private var finder: PlaceFinder

  init(_ articles: ArticleColumns) {
    hits = Array(repeating: false, count: articles.count)
    finder = PlaceFinder(articles)
  }

  mutating func take(_ article: Int64, _ positions: UnsafeRawBufferPointer) {
    if let place = finder.place(of: article) { hits[place] = true }
  }
}

/// Finds the places of articles by numbers that mostly rise: near the last one found first.
struct PlaceFinder {
  private let articles: ArticleColumns
  /// The last article found, counted in rising numbers.
  private var last = 0

  init(_ articles: ArticleColumns) {
    self.articles = articles
  }

  /// Nil for an article that the columns do not have.
  ///
  /// - Complexity: O(log of the distance from the last one); O(log *n*) when the numbers begin anew.
  mutating func place(of number: Int64) -> Int? {
    let count = articles.count
    guard count > 0 else { return nil }
    var low = 0
    var high = count
    if articles.number(rising: last) <= number {
      low = last
      var step = 1
      while low + step < count, articles.number(rising: low + step) <= number {
        low += step
        step *= 2
      }
      high = min(count, low + step)
    } else {
      high = last
    }
    while high - low > 1 {
      let middle = (low + high) / 2
      if articles.number(rising: middle) <= number { low = middle } else { high = middle }
    }
    guard articles.number(rising: low) == number else { return nil }
    last = low
    return articles.place(rising: low)
  }
}

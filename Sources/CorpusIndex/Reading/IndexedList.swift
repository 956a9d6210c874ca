import CorpusStore

/// The articles that a filter keeps, by their places, in the order of the list.
struct IndexedList: Sendable {
  /// Places of the articles; nil stands for all of them, in their order.
  var places: [Int32]?
  /// Passing statements of each row; nil stands for all that the article has.
  var passing: [Int32]?
  var counts: FilterCounts
  /// The row of each place, -1 outside; nil when every place is its own row.
  var rows: [Int32]?

  var count: Int { counts.articles }

  func place(_ row: Int) -> Int { places.map { Int($0[row]) } ?? row }

  func row(ofPlace place: Int) -> Int? {
    guard let rows else { return place }
    return rows[place] < 0 ? nil : Int(rows[place])
  }

  /// Passing statements of a row.
  func passing(_ row: Int, _ articles: ArticleColumns) -> Int {
    Int(passing?[row] ?? articles.statements[place(row)])
  }

  func match(_ row: Int) -> DateMatch {
    row < counts.certain ? .certain : row < counts.certain + counts.possible ? .possible : .undated
  }

  /// Runs a filter over the columns.
  ///
  /// - Parameters:
  ///   - scores: for each place how well its text matches; nil for the order of time.
  ///   - hits: for each place whether its text matches; nil for any text.
  ///   - passing: how many statements of the article at a place pass; nil when the filter asks for none.
  /// - Complexity: O(articles).
  init(
    _ filter: CorpusFilter, _ articles: ArticleColumns, hits: [Bool]?, scores: [Double]? = nil,
    passing count: ((Int) -> Int)?
  ) {
    counts = FilterCounts()
    let keepsAll = filter.window == nil && !filter.hidesUncertain && hits == nil && count == nil
    if keepsAll {
      var undated = 0
      for day in articles.lastDays where day == ArticleColumns.undated { undated += 1 }
      counts.undated = undated
      counts.certain = articles.count - undated
      counts.statements = articles.statements.reduce(0) { $0 + Int($1) }
      return
    }
    var groups: [[Int32]] = [[], [], []]
    var groupPassing: [[Int32]] = [[], [], []]
    for place in 0..<articles.count {
      if let hits, !hits[place] { continue }
      guard let match = DateMatch(articles.days(place), window: filter.window),
        match == .certain || !filter.hidesUncertain
      else { continue }
      var statements = Int(articles.statements[place])
      if let count {
        statements = count(place)
        if statements == 0 { continue }
        groupPassing[match.rawValue].append(Int32(statements))
      }
      groups[match.rawValue].append(Int32(place))
      counts.statements += statements
    }
    if let scores {
      for group in groups.indices {
        let order = groups[group].indices.sorted { a, b in
          let x = relevanceRank(scores[Int(groups[group][a])])
          let y = relevanceRank(scores[Int(groups[group][b])])
          return x != y ? x > y : a < b
        }
        if !groupPassing[group].isEmpty {
          groupPassing[group] = order.map { groupPassing[group][$0] }
        }
        groups[group] = order.map { groups[group][$0] }
      }
    }
    counts.certain = groups[0].count
    counts.possible = groups[1].count
    counts.undated = groups[2].count
    let kept = groups[0] + groups[1] + groups[2]
    places = kept
    if count != nil { passing = groupPassing[0] + groupPassing[1] + groupPassing[2] }
    var rows = Array(repeating: Int32(-1), count: articles.count)
    for (row, place) in kept.enumerated() { rows[Int(place)] = Int32(row) }
    self.rows = rows
  }
}

/// The articles that a filter keeps, in the order of the list.
struct FilteredList: Sendable {
  /// One article of the list.
  struct Entry: Sendable {
    var article: Int
    var match: DateMatch
    var statements: Int
  }

  var entries: [Entry]
  /// The row of every article of the store; -1 when the filter leaves it out.
  var rowOfArticle: [Int32]
  var counts: FilterCounts
}

extension MemoryStore {
  /// Runs a filter over all articles: O(articles + statements), and over the text when it asks for words.
  func list(_ filter: CorpusFilter) -> FilteredList {
    let conditions = conditions(filter)
    let holdsText = filter.text.isEmpty ? nil : textMatches(filter.textQuery)
    var groups: [[FilteredList.Entry]] = Array(repeating: [], count: DateMatch.allCases.count)
    var counts = FilterCounts()
    for article in order {
      guard let match = DateMatch(articles[article].article.date.days, window: filter.window),
        match == .certain || !filter.hidesUncertain
      else { continue }
      var passing = statementRanges[article].count
      if filter.asksAboutStatements {
        passing = statementRanges[article].count { conditions.holds(statementFacts[$0]) }
        if passing == 0 { continue }
      }
      if let holdsText, !holdsText[article] { continue }
      groups[match.rawValue].append(.init(article: article, match: match, statements: passing))
      counts.statements += passing
    }
    counts.certain = groups[DateMatch.certain.rawValue].count
    counts.possible = groups[DateMatch.possible.rawValue].count
    counts.undated = groups[DateMatch.undated.rawValue].count
    if filter.byRelevance, holdsText != nil {
      let scores = madeTextIndex.relevance(filter.textQuery)
      for group in groups.indices {
        groups[group].sort { a, b in
          let x = relevanceRank(scores[a.article])
          let y = relevanceRank(scores[b.article])
          return x != y ? x > y : placeInOrder[a.article] < placeInOrder[b.article]
        }
      }
    }
    let entries = groups.flatMap { $0 }
    var rows = Array(repeating: Int32(-1), count: articles.count)
    for (row, entry) in entries.enumerated() { rows[entry.article] = Int32(row) }
    return FilteredList(entries: entries, rowOfArticle: rows, counts: counts)
  }

  func conditions(_ filter: CorpusFilter) -> StatementConditions {
    StatementConditions(filter, actorNumbers: actorNumbers, conceptNumbers: conceptNumbers)
  }

  /// For each article whether its text matches.
  private func textMatches(_ query: TextQuery) -> [Bool] { madeTextIndex.matches(query) }

  private var madeTextIndex: MemoryTextIndex {
    textIndex.withLock { index -> MemoryTextIndex in
      if let index { return index }
      let made = MemoryTextIndex(
        articles.lazy.map { analysed in
          let text = analysed.article.text.utf8
          return (text, analysed.article.anatomy.title.map { Array(text[$0.range]) } ?? [])
        })
      index = made
      return made
    }
  }
}

extension MemoryStore {
  /// The articles whose text matches, in the order given to the store.
  public func articles(matching query: TextQuery) -> [ArticleKey] {
    textMatches(query).enumerated().filter(\.element).map { ArticleKey(rawValue: $0.offset) }
  }
}

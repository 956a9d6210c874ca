import TextModel

extension MemoryStore {
  public func summary() -> CorpusSummary {
    var days: ClosedRange<Int>?
    for article in articles {
      guard let span = article.article.date.days else { continue }
      for day in [span.lowerBound, span.upperBound] where day != .min && day != .max {
        days = min(days?.lowerBound ?? day, day)...max(days?.upperBound ?? day, day)
      }
    }
    return CorpusSummary(
      articles: articles.count, statements: statementFacts.count, diagnostics: problems.count,
      days: days)
  }

  public func diagnostics() -> [Diagnostic] { problems }

  public func counts(_ filter: CorpusFilter) -> FilterCounts { cachedList(filter).counts }

  public func rows(_ filter: CorpusFilter, in range: Range<Int>) -> [ArticleRow] {
    let entries = cachedList(filter).entries
    return entries[range.clamped(to: entries.indices)].map { entry in
      row(of: entry.article, match: entry.match, matching: entry.statements)
    }
  }

  public func position(of article: ArticleKey, in filter: CorpusFilter) -> Int? {
    guard articles.indices.contains(article.rawValue) else { return nil }
    let row = cachedList(filter).rowOfArticle[article.rawValue]
    return row < 0 ? nil : Int(row)
  }

  public func row(_ article: ArticleKey) -> ArticleRow? {
    guard articles.indices.contains(article.rawValue) else { return nil }
    let dated = articles[article.rawValue].article.date.edtf != nil
    return row(
      of: article.rawValue, match: dated ? .certain : .undated,
      matching: statementRanges[article.rawValue].count)
  }

  public func article(_ article: ArticleKey) throws(Diagnostic) -> AnalysedArticle {
    guard articles.indices.contains(article.rawValue) else {
      throw Diagnostic(
        .failure, path: "", message: "There is no article \(article.rawValue) in this corpus.")
    }
    return articles[article.rawValue]
  }

  public func key(ofDocument document: String) -> ArticleKey? { keys[document] }

  public func concept(_ id: ConceptID) -> Concept? { concepts[id] }

  public func actor(_ id: ActorID) -> NewsActor? { actors[id] }

  private func row(of article: Int, match: DateMatch, matching: Int) -> ArticleRow {
    let read = articles[article].article
    return ArticleRow(
      key: ArticleKey(rawValue: article), document: read.document, title: titles[article],
      hasTitle: read.anatomy.title != nil, edtf: read.date.edtf, match: match,
      matchingStatements: matching, statements: statementRanges[article].count)
  }
}

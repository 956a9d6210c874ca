import TextModel

extension MemoryStore {
  public func statements(of article: ArticleKey, _ filter: CorpusFilter) -> [Int] {
    guard position(of: article, in: filter) != nil else { return [] }
    let conditions = conditions(filter)
    return statementFacts[statementRanges[article.rawValue]].filter(conditions.holds).map(\.ordinal)
  }

  /// From an article outside the filter the walk goes on where the article would stand among the dated
  /// ones (among the undated ones when it is one).
  public func statement(
    after statement: StatementRef?, _ filter: CorpusFilter, backwards: Bool
  ) -> StatementRef? {
    let list = cachedList(filter)
    let step = backwards ? -1 : 1
    var row = backwards ? list.entries.count - 1 : 0
    if let statement {
      if let here = position(of: statement.article, in: filter) {
        let ordinals = statements(of: statement.article, filter)
        let next =
          backwards
          ? ordinals.last { $0 < statement.ordinal } : ordinals.first { $0 > statement.ordinal }
        if let next { return StatementRef(article: statement.article, ordinal: next) }
        row = here + step
      } else {
        row = insertionRow(of: statement.article.rawValue, in: list) - (backwards ? 1 : 0)
      }
    }
    while list.entries.indices.contains(row) {
      let entry = list.entries[row]
      if entry.statements > 0 {
        let key = ArticleKey(rawValue: entry.article)
        let ordinals = statements(of: key, filter)
        if let ordinal = backwards ? ordinals.last : ordinals.first {
          return StatementRef(article: key, ordinal: ordinal)
        }
      }
      row += step
    }
    return nil
  }

  public func related(to statement: StatementRef) -> [RelatedStatement] {
    guard articles.indices.contains(statement.article.rawValue) else { return [] }
    let id = StatementID(
      document: articles[statement.article.rawValue].article.document, ordinal: statement.ordinal)
    return relations(id).compactMap { relation in
      guard let key = keys[relation.to.document],
        facts(of: StatementRef(article: key, ordinal: relation.to.ordinal)) != nil
      else { return nil }
      return RelatedStatement(
        ref: StatementRef(article: key, ordinal: relation.to.ordinal), kinds: relation.kinds,
        concept: relation.concept, score: relation.score, reason: relation.reason)
    }
  }

  public func digests(_ statements: [StatementRef]) -> [StatementDigest] {
    statements.compactMap(digest)
  }

  public func digests(_ filter: CorpusFilter, in range: Range<Int>) -> [StatementDigest] {
    let conditions = conditions(filter)
    var found: [StatementDigest] = []
    var before = 0
    for entry in cachedList(filter).entries {
      if before >= range.upperBound { break }
      if before + entry.statements > range.lowerBound {
        for facts in statementFacts[statementRanges[entry.article]] where conditions.holds(facts) {
          if range.contains(before) {
            let ref = StatementRef(
              article: ArticleKey(rawValue: entry.article), ordinal: facts.ordinal)
            if let digest = digest(ref) { found.append(digest) }
          }
          before += 1
        }
      } else {
        before += entry.statements
      }
    }
    return found
  }

  /// The facts of a statement; nil when there is no such statement.
  func facts(of ref: StatementRef) -> StatementFacts? {
    guard articles.indices.contains(ref.article.rawValue) else { return nil }
    return statementFacts[statementRanges[ref.article.rawValue]].first { $0.ordinal == ref.ordinal }
  }

  private func digest(_ ref: StatementRef) -> StatementDigest? {
    guard articles.indices.contains(ref.article.rawValue),
      let statement = articles[ref.article.rawValue].statements.first(where: {
        $0.ordinal == ref.ordinal
      })
    else { return nil }
    let article = articles[ref.article.rawValue].article
    let names = statement.actors.map { actors[$0]?.name ?? $0.rawValue }
    let words = article.text.joined(statement.speaker)
    return StatementDigest(
      ref: ref, type: statement.type,
      speaker: StatementDigest.speaker(named: names, words: words),
      actors: statement.actors, edtf: statement.date?.edtf ?? article.date.edtf,
      text: article.text.joined(statement.quote), polarity: statement.polarity,
      stances: statement.stances.map { ConceptPolarity(concept: $0.concept, polarity: $0.polarity) }
    )
  }

  /// The row before which an article outside the list would stand.
  private func insertionRow(of article: Int, in list: FilteredList) -> Int {
    guard articles.indices.contains(article) else { return 0 }
    let dated = articles[article].article.date.days != nil
    let group: DateMatch = dated ? .certain : .undated
    let place = placeInOrder[article]
    return list.entries.firstIndex {
      $0.match > group || ($0.match == group && placeInOrder[$0.article] > place)
    } ?? list.entries.count
  }
}

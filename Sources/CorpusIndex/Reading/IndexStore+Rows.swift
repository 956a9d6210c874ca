import CorpusStore
import GRDB
import TextModel

extension IndexStore {
  public func summary() -> CorpusSummary {
    var days: ClosedRange<Int>?
    for place in 0..<articles.count {
      guard let span = articles.days(place) else { continue }
      for day in [span.lowerBound, span.upperBound] where day != .min && day != .max {
        days = min(days?.lowerBound ?? day, day)...max(days?.upperBound ?? day, day)
      }
    }
    let problems = reader.read { db in
      try db.first("SELECT count(*) FROM problem") { $0.int(0) } ?? 0
    }
    return CorpusSummary(
      articles: articles.count, statements: articles.statements.reduce(0) { $0 + Int($1) },
      diagnostics: problems ?? 0, days: days)
  }

  public func diagnostics() -> [Diagnostic] {
    var found: [Diagnostic] = []
    _ = reader.read { db in
      found = []
      try db.each(
        "SELECT severity, shown_path, message FROM problem ORDER BY root, path, ordinal"
      ) { row in
        found.append(
          Diagnostic(
            row.int(0) == 0 ? .warning : .failure, path: row.text(1), message: row.text(2)))
      }
    }
    return found
  }

  public func key(ofDocument document: String) -> ArticleKey? {
    reader.read { db in
      try db.first("SELECT id FROM article WHERE document = ? ORDER BY id DESC", [document]) {
        ArticleKey(rawValue: $0.int(0))
      }
    } ?? nil
  }

  public func counts(_ filter: CorpusFilter) -> FilterCounts {
    list(filter)?.counts ?? FilterCounts()
  }

  public func rows(_ filter: CorpusFilter, in range: Range<Int>) -> [ArticleRow] {
    guard let list = list(filter) else { return [] }
    var rows: [ArticleRow] = []
    _ = reader.read { db in
      rows = []
      for row in range.clamped(to: 0..<list.count) {
        let place = list.place(row)
        let found = try self.row(
          db, place, match: list.match(row), matching: list.passing(row, articles))
        if let found { rows.append(found) }
      }
    }
    return rows
  }

  public func position(of article: ArticleKey, in filter: CorpusFilter) -> Int? {
    guard let place = place(article) else { return nil }
    return list(filter)?.row(ofPlace: place)
  }

  public func row(_ article: ArticleKey) -> ArticleRow? {
    guard let place = place(article) else { return nil }
    let isDated = articles.lastDays[place] != ArticleColumns.undated
    return reader.read { db in
      try row(
        db, place, match: isDated ? .certain : .undated,
        matching: Int(articles.statements[place]))
    } ?? nil
  }

  private func row(
    _ db: Database, _ place: Int, match: DateMatch, matching: Int
  ) throws -> ArticleRow? {
    try db.first(
      "SELECT document, title, has_title, edtf FROM article WHERE id = ?",
      [articles.numbers[place]]
    ) { row in
      ArticleRow(
        key: key(place), document: row.text(0), title: row.text(1), hasTitle: row.int(2) != 0,
        edtf: row.optionalText(3).flatMap { EDTF($0) }, match: match, matchingStatements: matching,
        statements: Int(articles.statements[place]))
    }
  }

  public func concept(_ id: ConceptID) -> Concept? {
    names.number(of: id).flatMap { names.concept($0) }
  }

  public func actor(_ id: ActorID) -> NewsActor? {
    names.number(of: id).flatMap { names.actor(Int32($0))?.actor }
  }
}

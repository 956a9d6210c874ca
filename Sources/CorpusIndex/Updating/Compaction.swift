import FoundationEssentials
import GRDB
import NewsArchive
import TextModel

/// Makes the full-text index anew once too many of its rows belong to articles that are gone.
///
/// SQLite's contentless index cannot forget a row without the words that were put in, and the old text of a
/// changed file is gone; until then such rows find nothing.
enum Compaction {
  /// Rows of articles that are gone are borne up to a quarter of all.
  static func isDue(stale: Int, articles: Int) -> Bool { stale > 1000 && stale > articles / 4 }

  /// Makes words and compounds anew when other rules than today's cut them out of the texts.
  ///
  /// In the caller's one transaction, before anything else is written: an index of a hundred thousand articles takes a
  /// minute. A new index has no words yet.
  static func refreshRules(_ db: Database, reader: ArticleReader) throws {
    guard try IndexMeta.wordRules(db) != WordRules.fingerprint else { return }
    if try Int64.fetchOne(db, sql: "SELECT id FROM article LIMIT 1") != nil {
      try db.execute(sql: "DELETE FROM term")
      try run(db, reader: reader, withTerms: true)
      try IndexMeta.setCompoundsAreStale(true, db)
    }
    try IndexMeta.setWordRules(WordRules.fingerprint, db)
  }

  /// Reads the texts of all articles again and indexes their words; nothing is analysed.
  ///
  /// - Parameter withTerms: fills the table of words too, and counts the words of each article.
  /// Runs inside the caller's one transaction. An article whose file went or changed a moment ago is found by
  /// no words until the next update, which reads it anew.
  static func run(_ db: Database, reader: ArticleReader, withTerms: Bool = false) throws {
    var known: Set<UInt64> = []
    try db.execute(sql: "INSERT INTO words (words) VALUES ('delete-all')")
    let find = try db.cachedStatement(
      sql: """
        SELECT a.document, a.path, r.path, f.path, t.text FROM article a
        LEFT JOIN file f ON f.id = a.file LEFT JOIN root r ON r.id = f.root
        LEFT JOIN stored_text t ON t.article = a.id WHERE a.id = ?
        """)
    let insert = try db.cachedStatement(
      sql: "INSERT INTO words (rowid, title, text) VALUES (?, ?, ?)")
    for number in try Int64.fetchAll(db, sql: "SELECT id FROM article ORDER BY id") {
      guard let row = try Row.fetchOne(find, arguments: [number]),
        let article = article(row, reader)
      else { continue }
      let words = EntryMaker.words(of: article)
      try insert.execute(arguments: [number, words.title, words.text])
      guard withTerms else { continue }
      try db.cachedStatement(sql: "UPDATE article SET length = ? WHERE id = ?").execute(
        arguments: [IndexEntry.wordCount(words.title, words.text), number])
      let bytes = Array(words.text.utf8)
      for term in TermScanner.terms(of: words.text) where known.insert(term.hash).inserted {
        try db.cachedStatement(sql: "INSERT OR IGNORE INTO term (term) VALUES (?)").execute(
          arguments: [String(decoding: bytes[Int(term.begin)..<Int(term.end)], as: UTF8.self)])
      }
    }
    try IndexMeta.setStaleWords(0, db)
  }

  private static func article(_ row: Row, _ reader: ArticleReader) -> Article? {
    let document: String = row[0]
    if let text = row[4] as String? {
      return reader.article(document: document, path: row[1], text: SourceText(text))
    }
    guard let root = row[2] as Data?, let path = row[3] as Data? else { return nil }
    return try? reader.read(
      ArticleInput(root: Array(root), relativePath: Array(path), document: document))
  }

  /// Segments that a full-text index may have without being put together.
  private static let fewSegments = 6

  /// Puts the segments of a full-text index together, so that a word stands in one place: an index that was made in
  /// many batches has twenty, and each costs a search of its own.
  ///
  /// - Parameters:
  ///   - table: `words` or `wordings`.
  ///   - goesOn: asked between two steps of some megabytes; each is a transaction of its own.
  static func merge(
    _ table: String, _ queue: DatabaseQueue, goesOn: () -> Bool
  ) throws {
    let isDue = try queue.read { db in
      // Segments of eight leaves or fewer are merged with the next batches anyway.
      try Int.fetchOne(
        db,
        sql: """
          SELECT count(*) FROM (SELECT segid FROM \(table)_idx GROUP BY segid HAVING count(*) > 8)
          """) ?? 0 > fewSegments
    }
    guard isDue else { return }
    // A negative number begins to merge everything, positive ones go on; less than two changes: done.
    var pages = -2000
    while goesOn() {
      let isDone = try queue.inDatabase { db in
        let before = db.totalChangesCount
        try db.execute(
          sql: "INSERT INTO \(table) (\(table), rank) VALUES ('merge', ?)", arguments: [pages])
        return db.totalChangesCount - before < 2
      }
      if isDone { return }
      pages = 2000
    }
  }
}

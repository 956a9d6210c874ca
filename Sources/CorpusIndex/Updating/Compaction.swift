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

  /// Somebody asked for an end; the transaction is to be rolled back.
  struct Stopped: Error {}

  /// Makes words and compounds anew when other rules than today's cut them out of the texts.
  ///
  /// In the caller's one transaction, before files are compared: an index of a hundred thousand articles takes a
  /// minute. A new index has no words yet.
  ///
  /// - Parameter goesOn: as in `run`.
  /// - Throws: `Stopped`, database errors.
  static func refreshRules(
    _ db: Database, reader: ArticleReader, goesOn: (_ done: Int, _ total: Int) -> Bool
  ) throws {
    guard try IndexMeta.wordRules(db) != WordRules.fingerprint else { return }
    if try Int64.fetchOne(db, sql: "SELECT id FROM article LIMIT 1") != nil {
      try db.execute(sql: "DELETE FROM term")
      try run(db, reader: reader, withTerms: true, goesOn: goesOn)
      try IndexMeta.setCompoundsAreStale(true, db)
    }
    try IndexMeta.setWordRules(WordRules.fingerprint, db)
  }

  /// Reads the texts of all articles again and indexes their words; nothing is analysed.
  ///
  /// Runs inside the caller's one transaction. An article whose file is not there as it was read, be it for a moment
  /// only, is found by no words; the file is marked (`FileStamp.noWords`), so that the next update that finds it
  /// under whatever name reads it anew.
  ///
  /// - Parameters:
  ///   - withTerms: fills the table of words too, and counts the words of each article.
  ///   - goesOn: asked before each article, with how many are done and how many there are.
  /// - Throws: `Stopped` when it is not to go on, database errors.
  static func run(
    _ db: Database, reader: ArticleReader, withTerms: Bool = false,
    goesOn: (_ done: Int, _ total: Int) -> Bool = { _, _ in true }
  ) throws {
    var known: Set<UInt64> = []
    try db.execute(sql: "INSERT INTO words (words) VALUES ('delete-all')")
    let find = try db.cachedStatement(
      sql: """
        SELECT a.document, a.path, t.text, r.path, f.path, f.hash, f.id FROM article a
        LEFT JOIN file f ON f.id = a.file LEFT JOIN root r ON r.id = f.root
        LEFT JOIN stored_text t ON t.article = a.id WHERE a.id = ?
        """)
    let insert = try db.cachedStatement(
      sql: "INSERT INTO words (rowid, title, text) VALUES (?, ?, ?)")
    let numbers = try Int64.fetchAll(db, sql: "SELECT id FROM article ORDER BY id")
    for (done, number) in numbers.enumerated() {
      guard goesOn(done, numbers.count) else { throw Stopped() }
      guard let row = try Row.fetchOne(find, arguments: [number]) else { continue }
      guard let article = article(row, reader) else {
        try db.cachedStatement(sql: "UPDATE file SET analysis = ? WHERE id = ?")
          .execute(arguments: [FileStamp.noWords, row[6] as Int64?])
        continue
      }
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

  /// An article as it was when its statements were found; nil when there is no such text any more.
  private static func article(_ row: Row, _ reader: ArticleReader) -> Article? {
    let document: String = row[0]
    if let text = row[2] as String? {
      return reader.article(document: document, path: row[1], text: SourceText(text))
    }
    guard let root = row[3] as Data?, let path = row[4] as Data?, let hash = row[5] as Int64? else {
      return nil
    }
    let input = ArticleInput(root: Array(root), relativePath: Array(path), document: document)
    guard let bytes = try? reader.bytes(of: input),
      Int64(bitPattern: ContentHash.of(bytes)) == hash
    else { return nil }
    return try? reader.read(input, bytes: bytes)
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

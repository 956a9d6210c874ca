import FoundationEssentials
import GRDB
import Relations
import TextModel

extension IndexWriter {
  // MARK: Files

  /// Writes what a file was when it was read; yields its number.
  func storeFile(
    _ known: Int64?, _ stamp: FileStamp, article: Int64?, _ db: Database
  ) throws -> Int64 {
    let hash = Int64(bitPattern: stamp.hash)
    let analysis = Int64(bitPattern: self.analysis)
    if let known = try known ?? number(of: stamp, db) {
      try db.cachedStatement(
        sql: """
          UPDATE file SET root = ?, path = ?, size = ?, modified = ?, hash = ?, analysis = ?,
            article = ? WHERE id = ?
          """
      ).execute(arguments: [
        stamp.root, Data(stamp.path), stamp.size, stamp.modified, hash, analysis, article, known,
      ])
      return known
    }
    try db.cachedStatement(
      sql: """
        INSERT INTO file (root, path, size, modified, hash, analysis, article)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      stamp.root, Data(stamp.path), stamp.size, stamp.modified, hash, analysis, article,
    ])
    return db.lastInsertedRowID
  }

  /// The number of a file that may have got one since the run began: of two lines with one document.
  private func number(of stamp: FileStamp, _ db: Database) throws -> Int64? {
    try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT id FROM file WHERE path = ? AND root = ?"),
      arguments: [Data(stamp.path), stamp.root])
  }

  func touch(_ file: Int64, _ stamp: FileStamp, _ db: Database) throws {
    try db.cachedStatement(sql: "UPDATE file SET size = ?, modified = ? WHERE id = ?")
      .execute(arguments: [stamp.size, stamp.modified, file])
  }

  mutating func move(
    _ file: Int64, _ stamp: FileStamp, document: String, path: String, shown: String, _ db: Database
  ) throws {
    try moveProblems(of: file, stamp, shown: shown, db)
    try db.cachedStatement(
      sql: "UPDATE file SET root = ?, path = ?, size = ?, modified = ? WHERE id = ?"
    ).execute(arguments: [stamp.root, Data(stamp.path), stamp.size, stamp.modified, file])
    let article = try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT article FROM file WHERE id = ?"), arguments: [file])
    guard let article else { return }
    try db.cachedStatement(sql: "UPDATE article SET document = ?, path = ? WHERE id = ?")
      .execute(arguments: [document, path, article])
    try markDisordered(ArticleNumber(rawValue: article), db)
  }

  mutating func fail(
    _ file: Int64?, _ stamp: FileStamp, _ problems: [Diagnostic], _ db: Database
  ) throws {
    if let file {
      let article = try Int64.fetchOne(
        db.cachedStatement(sql: "SELECT article FROM file WHERE id = ?"), arguments: [file])
      if let article { try removeWhole(ArticleNumber(rawValue: article), db) }
    }
    var unread = stamp
    unread.modified = FileStamp.unknownTime
    _ = try storeFile(file, unread, article: nil, db)
    try setProblems(problems, stamp, db)
  }

  /// Removes a file that is gone, with its article.
  mutating func forget(file: Int64, _ db: Database) throws {
    let row = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT root, path, article FROM file WHERE id = ?"),
      arguments: [file])
    guard let row else { return }
    if let article = row[2] as Int64? { try removeWhole(ArticleNumber(rawValue: article), db) }
    try db.cachedStatement(sql: "DELETE FROM problem WHERE root = ? AND path = ?")
      .execute(arguments: [row[0] as Int, row[1] as Data])
    try db.cachedStatement(sql: "DELETE FROM file WHERE id = ?").execute(arguments: [file])
  }

  // MARK: Problems

  func setProblems(_ problems: [Diagnostic], _ stamp: FileStamp, _ db: Database) throws {
    try db.cachedStatement(sql: "DELETE FROM problem WHERE root = ? AND path = ?")
      .execute(arguments: [stamp.root, Data(stamp.path)])
    for (ordinal, problem) in problems.enumerated() {
      try db.cachedStatement(
        sql: """
          INSERT INTO problem (root, path, ordinal, severity, shown_path, message)
          VALUES (?, ?, ?, ?, ?, ?)
          """
      ).execute(arguments: [
        stamp.root, Data(stamp.path), ordinal, problem.severity == .failure ? 1 : 0, problem.path,
        problem.message,
      ])
    }
  }

  /// Gives what is said of a file that is about to move its new name.
  private func moveProblems(
    of file: Int64, _ stamp: FileStamp, shown: String, _ db: Database
  ) throws {
    let place: StatementArguments = [stamp.root, Data(stamp.path)]
    try db.cachedStatement(sql: "DELETE FROM problem WHERE root = ? AND path = ?")
      .execute(arguments: place)
    try db.cachedStatement(
      sql: """
        UPDATE problem SET root = ?, path = ?, shown_path = ? WHERE (root, path) =
          (SELECT root, path FROM file WHERE id = ?)
        """
    ).execute(arguments: place + [shown, file])
  }

  // MARK: Removing articles

  /// The article whose place a new one takes, and whether it is the one that was read from the same file.
  func oldArticle(
    of source: IndexChange.Source, document: String, _ db: Database
  ) throws -> (number: ArticleNumber, document: String, isOfFile: Bool)? {
    func find(_ sql: String, _ arguments: StatementArguments, isOfFile: Bool) throws -> (
      ArticleNumber, String, Bool
    )? {
      try Row.fetchOne(db.cachedStatement(sql: sql), arguments: arguments)
        .map { (ArticleNumber(rawValue: $0[0]), $0[1], isOfFile) }
    }
    switch source {
    case .file(let known, let stamp, _):
      if let file = try known ?? number(of: stamp, db),
        let old = try find(
          "SELECT a.id, a.document FROM file f JOIN article a ON a.id = f.article WHERE f.id = ?",
          [file], isOfFile: true)
      {
        return old
      }
      // One that was loaded without its file gives way to the file.
      return try find(
        "SELECT id, document FROM article WHERE document = ? AND file IS NULL", [document],
        isOfFile: false)
    case .text:
      // The file of the same name holds something else and has to be looked at again.
      try db.cachedStatement(
        sql: """
          UPDATE file SET article = NULL, modified = \(FileStamp.unknownTime)
          WHERE id IN (SELECT file FROM article WHERE document = ?)
          """
      ).execute(arguments: [document])
      return try find(
        "SELECT id, document FROM article WHERE document = ?", [document], isOfFile: false)
    }
  }

  /// Removes the statements of an article with their postings, and what it says of actors.
  mutating func removeStatements(of article: ArticleNumber, _ db: Database) throws {
    try takeBackNamings(of: article, db)
    let bounds = article.statements
    let range: StatementArguments = [bounds.lowerBound, bounds.upperBound]
    try removeWordings(range, db)
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: "SELECT id, actors, stances FROM statement WHERE id BETWEEN ? AND ?"),
      arguments: range)
    for row in rows {
      let number: Int64 = row[0]
      let actors = unpacked(row[1])
      let stances = unpacked(row[2]).map(IndexCodes.stance)
      for actor in actors.isEmpty ? [0] : actors {
        try db.cachedStatement(sql: "DELETE FROM speaker WHERE actor = ? AND statement = ?")
          .execute(arguments: [actor, number])
        for stance in stances {
          try db.cachedStatement(
            sql: "DELETE FROM position WHERE actor = ? AND concept = ? AND statement = ?"
          ).execute(arguments: [actor, stance.concept, number])
        }
      }
      for stance in stances {
        try db.cachedStatement(
          sql: "DELETE FROM stance WHERE concept = ? AND polarity = ? AND statement = ?"
        ).execute(arguments: [stance.concept, IndexCodes.code(stance.polarity), number])
      }
    }
    try db.cachedStatement(sql: "DELETE FROM facts WHERE article = ?")
      .execute(arguments: [article.rawValue])
    for table in ["statement", "statement_text"] {
      try db.cachedStatement(sql: "DELETE FROM \(table) WHERE id BETWEEN ? AND ?")
        .execute(arguments: range)
    }
  }

  /// A full-text index without its texts forgets a row only by the words that were put in; those of a wording
  /// are made of the quote, which is still here.
  private func removeWordings(_ range: StatementArguments, _ db: Database) throws {
    let delete = try db.cachedStatement(
      sql: "INSERT INTO wordings (wordings, rowid, hashes) VALUES ('delete', ?, ?)")
    let rows = try Row.fetchAll(
      db.cachedStatement(sql: "SELECT id, text FROM statement_text WHERE id BETWEEN ? AND ?"),
      arguments: range)
    for row in rows {
      let words = RelationKeys.words(QuoteSketch((row[1] as String).utf8))
      if !words.isEmpty { try delete.execute(arguments: [row[0] as Int64, words]) }
    }
  }

  /// Removes an article whose statements are gone; its words stay in the full-text index, where they find
  /// nothing any more.
  func remove(_ article: ArticleNumber, _ db: Database) throws {
    try db.cachedStatement(sql: "DELETE FROM article WHERE id = ?")
      .execute(arguments: [article.rawValue])
    try db.cachedStatement(sql: "DELETE FROM stored_text WHERE article = ?")
      .execute(arguments: [article.rawValue])
    try IndexMeta.setStaleWords(IndexMeta.staleWords(db) + 1, db)
    // Words of the archive may have gone with it.
    try IndexMeta.setCompoundsAreStale(true, db)
  }

  mutating func removeWhole(_ article: ArticleNumber, _ db: Database) throws {
    try removeStatements(of: article, db)
    try remove(article, db)
  }

  private func unpacked(_ bytes: Data) -> [Int] {
    bytes.withUnsafeBytes(PackedNumbers.unpack)
  }
}

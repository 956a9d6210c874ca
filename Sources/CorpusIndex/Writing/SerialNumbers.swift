import GRDB

/// Gives articles their numbers: inside a rank serials fall, so that what is added in the order of document
/// names stands in the order of the list when read by falling numbers. Where that cannot be kept, the rank is
/// marked as disordered.
struct SerialNumbers {
  private struct Rank {
    var next: Int
    /// The last document name by letters that has a number.
    var lastDocument: String
    var isDisordered: Bool
  }

  private var changed: [Int: Rank] = [:]

  /// Numbers for articles of one batch; they are to be asked for in the order of document names.
  ///
  /// - Throws: `IndexFailure.exhausted` after four million articles of one rank.
  mutating func next(
    rank: Int, document: String, path: String, _ db: Database
  ) throws -> ArticleNumber {
    var entry = try known(rank, db)
    guard entry.next >= 0 else { throw IndexFailure.exhausted(path: path) }
    let number = ArticleNumber(rank: rank, serial: entry.next)
    entry.next -= 1
    if isAfter(document, entry.lastDocument) {
      entry.lastDocument = document
    } else {
      entry.isDisordered = true
    }
    changed[rank] = entry
    return number
  }

  /// Takes note that a document of the rank got another name.
  mutating func markDisordered(rank: Int, _ db: Database) throws {
    var entry = try known(rank, db)
    entry.isDisordered = true
    changed[rank] = entry
  }

  /// Writes what changed; to be called at the end of each transaction.
  mutating func store(_ db: Database) throws {
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO days (rank, next_serial, last_document, disordered) VALUES (?, ?, ?, ?)
        ON CONFLICT (rank) DO UPDATE SET next_serial = excluded.next_serial,
          last_document = excluded.last_document, disordered = excluded.disordered
        """)
    for (rank, entry) in changed {
      try statement.execute(arguments: [rank, entry.next, entry.lastDocument, entry.isDisordered])
    }
    changed.removeAll(keepingCapacity: true)
  }

  private func known(_ rank: Int, _ db: Database) throws -> Rank {
    if let entry = changed[rank] { return entry }
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql: "SELECT next_serial, last_document, disordered FROM days WHERE rank = ?"),
      arguments: [rank])
    guard let row else {
      return Rank(next: ArticleNumber.highestSerial, lastDocument: "", isDisordered: false)
    }
    return Rank(next: row[0], lastDocument: row[1], isDisordered: row[2])
  }
}

/// The order of document names: byte by byte, as SQLite compares texts.
func isAfter(_ a: String, _ b: String) -> Bool { b.utf8.lexicographicallyPrecedes(a.utf8) }

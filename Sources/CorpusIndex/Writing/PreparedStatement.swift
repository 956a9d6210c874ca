import GRDB
import GRDBSQLite

/// A statement that is run for row after row: values are bound straight to SQLite, which for millions of small
/// rows takes half the time of GRDB's arguments.
///
/// Belongs to one connection and may only be used inside its transactions; it ends before the connection does.
final class PreparedStatement {
  private let statement: OpaquePointer
  private let connection: OpaquePointer
  private var next: Int32 = 1

  init(_ db: Database, _ sql: String) throws {
    guard let connection = db.sqliteConnection else {
      throw DatabaseError(resultCode: .SQLITE_MISUSE, message: "the index is closed")
    }
    var statement: OpaquePointer?
    let code = sqlite3_prepare_v3(
      connection, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &statement, nil)
    guard code == SQLITE_OK, let statement else { throw Self.failure(code, connection) }
    self.statement = statement
    self.connection = connection
  }

  deinit { sqlite3_finalize(statement) }

  // MARK: Values, in the order of the question marks

  func add(_ value: Int64) {
    sqlite3_bind_int64(statement, next, value)
    next += 1
  }

  func add(_ value: Int) { add(Int64(value)) }

  func add(_ value: Int?) {
    if let value { add(Int64(value)) } else { addNull() }
  }

  func add(_ value: Int64?) {
    if let value { add(value) } else { addNull() }
  }

  func add(_ value: Bool) { add(value ? 1 as Int64 : 0) }

  func add(_ value: String) {
    var value = value
    value.withUTF8 { add(UnsafeRawBufferPointer($0)) }
  }

  func add(_ value: String?) {
    if let value { add(value) } else { addNull() }
  }

  /// A text as valid UTF-8.
  func add(_ utf8: UnsafeRawBufferPointer) {
    if let start = utf8.baseAddress {
      sqlite3_bind_text(
        statement, next, start.assumingMemoryBound(to: CChar.self), Int32(utf8.count), Self.copied)
    } else {
      sqlite3_bind_text(statement, next, "", 0, Self.copied)
    }
    next += 1
  }

  /// A part of a text.
  func add(_ utf8: Slice<UnsafeRawBufferPointer>) { add(UnsafeRawBufferPointer(rebasing: utf8)) }

  /// A list of numbers as `PackedNumbers` does it.
  func add(packed numbers: [Int]) {
    if numbers.isEmpty {
      sqlite3_bind_zeroblob(statement, next, 0)
    } else {
      withUnsafeTemporaryAllocation(of: UInt32.self, capacity: numbers.count) { words in
        for (index, number) in numbers.enumerated() {
          words.initializeElement(at: index, to: UInt32(truncatingIfNeeded: number).littleEndian)
        }
        sqlite3_bind_blob(
          statement, next, words.baseAddress, Int32(4 * numbers.count), Self.copied)
      }
    }
    next += 1
  }

  /// A blob.
  func add(bytes: [UInt8]) {
    if bytes.isEmpty {
      sqlite3_bind_zeroblob(statement, next, 0)
    } else {
      _ = bytes.withUnsafeBytes {
        sqlite3_bind_blob(statement, next, $0.baseAddress, Int32($0.count), Self.copied)
      }
    }
    next += 1
  }

  private func addNull() {
    sqlite3_bind_null(statement, next)
    next += 1
  }

  /// Runs the statement with the values added since the last time.
  func run() throws {
    next = 1
    let code = sqlite3_step(statement)
    sqlite3_reset(statement)
    guard code == SQLITE_DONE || code == SQLITE_ROW else { throw Self.failure(code, connection) }
  }

  private static func failure(_ code: Int32, _ connection: OpaquePointer) -> DatabaseError {
    DatabaseError(
      resultCode: ResultCode(rawValue: code), message: String(cString: sqlite3_errmsg(connection)))
  }

  /// Tells SQLite to copy what is bound (`SQLITE_TRANSIENT`, a macro that Swift does not see).
  private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
}

/// The statements that are run for every article, statement and posting.
final class RowStatements {
  let article, storedText, words, term, facts, statement, statementText, speaker, stance, position,
    wording: PreparedStatement

  init(_ db: Database) throws {
    func prepare(_ sql: String) throws -> PreparedStatement { try PreparedStatement(db, sql) }
    article = try prepare(
      """
      INSERT OR REPLACE INTO article (id, rank, document, path, file, title, has_title, edtf,
        first_day, last_day, given_date, statements, length, namings)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """)
    storedText = try prepare("INSERT OR REPLACE INTO stored_text (article, text) VALUES (?, ?)")
    words = try prepare("INSERT INTO words (rowid, title, text) VALUES (?, ?, ?)")
    term = try prepare("INSERT OR IGNORE INTO term (term) VALUES (?)")
    facts = try prepare("INSERT INTO facts (article, statements) VALUES (?, ?)")
    statement = try prepare(
      """
      INSERT INTO statement (id, type, polarity, actors, stances, act, zone, parent, answers, edtf)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """)
    statementText = try prepare(
      """
      INSERT INTO statement_text (id, speaker, text, behalf, via, camp, named)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """)
    speaker = try prepare("INSERT OR IGNORE INTO speaker (actor, statement) VALUES (?, ?)")
    stance = try prepare(
      "INSERT OR IGNORE INTO stance (concept, polarity, statement) VALUES (?, ?, ?)")
    position = try prepare(
      """
      INSERT OR IGNORE INTO position (actor, concept, statement, polarity) VALUES (?, ?, ?, ?)
      """)
    wording = try prepare("INSERT INTO wordings (rowid, hashes) VALUES (?, ?)")
  }
}

import GRDB
import GRDBSQLite
import Synchronization

/// A connection on which the index does not change: what one writes meanwhile is seen by the next one.
///
/// Questions come one after the other and each may be cancelled from another thread while it runs; the
/// statement that runs for it then ends at once, and everything it asks afterwards ends before it begins.
final class SnapshotReader: Sendable {
  private let database: any DatabaseReader
  private let state = Mutex(State())

  /// What the database could not do.
  struct Failure: Error {
    var reason: String
    /// Whether the file is not a whole database any more.
    var isDamage: Bool

    init(_ error: any Error) {
      let error = error as? DatabaseError
      reason = error?.message ?? "it cannot be read"
      isDamage = error?.resultCode == .SQLITE_CORRUPT || error?.resultCode == .SQLITE_NOTADB
    }
  }

  private struct State {
    var question = 0
    var isCancelled = false
    var failure: Failure?
  }

  /// - Parameter database: an open index. With a write-ahead log a reading transaction is begun and kept, so
  ///   that all answers are of one moment; without one (network file systems) that would keep the writer
  ///   waiting, and each answer is of its own moment.
  init(_ database: any DatabaseReader) throws {
    guard let pool = database as? DatabasePool,
      try pool.read({ try String.fetchOne($0, sql: "PRAGMA journal_mode") }) == "wal"
    else {
      self.database = database
      return
    }
    self.database = try pool.makeSnapshot()
  }

  /// Runs a question that `cancel` may end; `body` gets nothing to do with the question's number.
  func answering<Result>(_ question: Int, _ body: () -> Result) -> Result {
    state.withLock { state in
      state.question = question
      state.isCancelled = false
    }
    defer {
      state.withLock { state in
        state.question = 0
        state.isCancelled = false
      }
    }
    return body()
  }

  /// Ends the question if it is the one that runs.
  func cancel(_ question: Int) {
    state.withLock { state in
      guard state.question == question, question != 0 else { return }
      state.isCancelled = true
      // Under the lock: the next question cannot have begun.
      database.interrupt()
    }
  }

  /// Whether the question that runs is not wanted any more.
  var isCancelled: Bool { state.withLock { $0.isCancelled } }

  /// What first went wrong; nil when all went well.
  var failure: Failure? { state.withLock { $0.failure } }

  /// Reads; nil when the question was cancelled or the file cannot be read any more.
  func read<Result>(_ body: (Database) throws -> Result) -> Result? {
    while true {
      do {
        return try database.unsafeReentrantRead(body)
      } catch let error as DatabaseError where error.resultCode == .SQLITE_INTERRUPT {
        // Another thread's reading may be hit in passing; it begins anew.
        if isCancelled { return nil }
      } catch {
        state.withLock { $0.failure = $0.failure ?? Failure(error) }
        return nil
      }
    }
  }

  /// The same for a thread that answers no question and whose reading is never cancelled.
  func readBehind<Result>(_ body: (Database) throws -> Result) -> Result? {
    while true {
      do {
        return try database.unsafeReentrantRead(body)
      } catch let error as DatabaseError where error.resultCode == .SQLITE_INTERRUPT {
        continue
      } catch {
        state.withLock { $0.failure = $0.failure ?? Failure(error) }
        return nil
      }
    }
  }
}

/// A row under the cursor of `Database.each`.
struct IndexRow {
  let statement: SQLiteStatement

  func isNull(_ column: Int32) -> Bool { sqlite3_column_type(statement, column) == SQLITE_NULL }
  func int64(_ column: Int32) -> Int64 { sqlite3_column_int64(statement, column) }
  func double(_ column: Int32) -> Double { sqlite3_column_double(statement, column) }
  func int(_ column: Int32) -> Int { Int(sqlite3_column_int64(statement, column)) }

  /// The bytes of a text or blob, valid until the next row.
  func bytes(_ column: Int32) -> UnsafeRawBufferPointer {
    let begin = sqlite3_column_blob(statement, column)
    return UnsafeRawBufferPointer(
      start: begin, count: Int(sqlite3_column_bytes(statement, column)))
  }

  func text(_ column: Int32) -> String { String(decoding: bytes(column), as: UTF8.self) }
  func optionalText(_ column: Int32) -> String? { isNull(column) ? nil : text(column) }
}

extension Database {
  /// Steps through the rows of a cached statement without making a value for each: a hundred thousand rows
  /// take some 20 ms.
  ///
  /// - Parameter arguments: integers and texts, in order.
  func each(
    _ sql: String, _ arguments: [any DatabaseValueConvertible] = [],
    _ body: (IndexRow) throws -> Void
  ) throws {
    try walk(
      sql, arguments,
      whileTrue: { row in
        try body(row)
        return true
      })
  }

  /// The same, ended by the first row for which `body` says false.
  func walk(
    _ sql: String, _ arguments: [any DatabaseValueConvertible] = [],
    whileTrue body: (IndexRow) throws -> Bool
  ) throws {
    let prepared = try cachedStatement(sql: sql)
    try prepared.setArguments(StatementArguments(arguments))
    try step(prepared, whileTrue: body)
  }

  /// Steps through the rows of a statement whose values are bound, until `body` says false.
  func step(_ prepared: GRDB.Statement, whileTrue body: (IndexRow) throws -> Bool) throws {
    let statement = prepared.sqliteStatement
    defer { sqlite3_reset(statement) }
    while true {
      switch sqlite3_step(statement) {
      case SQLITE_ROW: if try !body(IndexRow(statement: statement)) { return }
      case SQLITE_DONE: return
      case let code:
        throw DatabaseError(
          resultCode: ResultCode(rawValue: code),
          message: String(cString: sqlite3_errmsg(sqliteConnection)))
      }
    }
  }

  /// The first row's value; nil when there is no row.
  func first<Value>(
    _ sql: String, _ arguments: [any DatabaseValueConvertible] = [],
    _ value: (IndexRow) throws -> Value
  ) throws -> Value? {
    var found: Value?
    try each(sql, arguments) { row in
      if found == nil { found = try value(row) }
    }
    return found
  }
}

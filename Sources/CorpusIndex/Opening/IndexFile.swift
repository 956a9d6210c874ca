import GRDB
import GRDBSQLite
import Glibc

/// Opens index files: makes them with the right mode, tells our own from foreign, old and damaged ones, and
/// chooses the journal.
public enum IndexFile {
  /// Opens the index for the one process that writes, and makes it when there is none.
  ///
  /// The caller holds the `WriterLock` of the file.
  ///
  /// - Parameter note: called with what the user should know (a network file system).
  static func openForWriting(
    _ location: IndexLocation, note: (String) -> Void = { _ in }
  ) throws -> DatabaseQueue {
    guard let path = location.path else {
      let queue = try DatabaseQueue(configuration: configuration(isReadOnly: false))
      try queue.write(IndexSchema.create)
      return queue
    }
    let folder = parent(of: path)
    let isNew = try state(of: location) != .index
    if isNew {
      // Ours alone in the cache; a file that the user names for sharing obeys the umask.
      let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, location.isNamedByUser ? 0o666 : 0o600)
      guard file >= 0 else { throw IndexFailure.inaccessible(path: path, reason: systemError()) }
      close(file)
    }
    guard access(path, W_OK) == 0 else {
      throw IndexFailure.inaccessible(path: path, reason: systemError())
    }
    return try translating(path) {
      let queue = try DatabaseQueue(path: path, configuration: configuration(isReadOnly: false))
      let network = NetworkFileSystem.name(ofFolder: folder)
      if let network {
        note(
          "the index lies on a network file system (\(network)), where it is slow and readers wait for the"
            + " writer; name a file on a local disk with --index")
      }
      try queue.inDatabase { db in
        try db.execute(sql: "PRAGMA journal_mode = \(network == nil ? "WAL" : "DELETE")")
        try db.execute(sql: "PRAGMA synchronous = NORMAL")
        try db.execute(sql: "PRAGMA cache_size = -32768")
        try db.execute(sql: "PRAGMA temp_store = MEMORY")
        try db.execute(sql: "PRAGMA journal_size_limit = \(64 << 20)")
        if location.isNamedByUser { keepLog(db) }
        try checkVersion(db, location, path)
      }
      return queue
    }
  }

  /// Leaves the (empty) log and its shared memory in place when the last connection closes: colleagues who
  /// may read the index but not make files beside it need them.
  private static func keepLog(_ db: Database) {
    var isKept: Int32 = 1
    sqlite3_file_control(db.sqliteConnection, "main", SQLITE_FCNTL_PERSIST_WAL, &isKept)
  }

  /// Opens an index that exists for reading, while another process may write.
  ///
  /// - Parameter readers: connections at most.
  static func openForReading(
    _ location: IndexLocation, readers: Int = 4
  ) throws -> any DatabaseReader {
    guard let path = location.path else { throw IndexFailure.missing(path: "memory") }
    switch try state(of: location) {
    case .nothing: throw IndexFailure.missing(path: path)
    case .index: break
    }
    return try translating(path) {
      // Reading a write-ahead log needs its shared memory beside it: a pool where it can be made, else a
      // plain connection.
      let reader: any DatabaseReader
      if access(path, W_OK) == 0, access(parent(of: path), W_OK) == 0 {
        var settings = configuration(isReadOnly: true)
        settings.maximumReaderCount = readers
        reader = try DatabasePool(path: path, configuration: settings)
      } else if isLogMissing(path) {
        reader = try openUnchanging(path)
      } else {
        reader = try DatabaseQueue(path: path, configuration: configuration(isReadOnly: true))
      }
      try reader.read { db in try checkVersion(db, location, path) }
      return reader
    }
  }

  /// Whether an index has the journal mode of a write-ahead log, and no log beside it.
  private static func isLogMissing(_ path: String) -> Bool {
    access(path + "-wal", F_OK) != 0 && (try? IndexHeader.read(path))?.hasLog == true
  }

  /// Opens a file as one that nobody writes: where no log can be made beside it, SQLite opens it in no other
  /// way. Whoever writes it makes a log first, which the next opening sees.
  static func openUnchanging(_ path: String) throws -> DatabaseQueue {
    var escaped = ""
    for scalar in path.unicodeScalars {
      switch scalar {
      case "%": escaped += "%25"
      case "?": escaped += "%3f"
      case "#": escaped += "%23"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    // "file:" and a path that begins with two slashes would name a host.
    let root = escaped.hasPrefix("/") ? "file://" : "file:"
    return try DatabaseQueue(
      path: "\(root)\(escaped)?immutable=1", configuration: configuration(isReadOnly: true))
  }

  /// Removes an index with what SQLite keeps beside it, so that it is made anew. Processes that have it open
  /// go on reading what they have.
  ///
  /// - Throws: `IndexFailure.foreign` when the file is not ours.
  static func remove(_ location: IndexLocation) throws {
    guard let path = location.path else { return }
    // Inside our own folder a file that cannot be recognised any more is still ours.
    if location.isNamedByUser { _ = try state(of: location) }
    // The file first: of a log without its file SQLite makes nothing, the reverse would lose pages.
    for name in [path, path + "-wal", path + "-shm", path + "-journal"] where unlink(name) != 0 {
      guard errno == ENOENT else {
        throw IndexFailure.inaccessible(path: name, reason: systemError())
      }
    }
  }

  private static func checkVersion(
    _ db: Database, _ location: IndexLocation, _ path: String
  ) throws {
    let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    if version == IndexSchema.version { return }
    let tables = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") ?? 0
    guard version == 0, tables == 0 else {
      let id = try Int32.fetchOne(db, sql: "PRAGMA application_id")
      throw id == IndexSchema.applicationID
        ? IndexFailure.outdated(path: path) : unrecognised(location, path)
    }
    guard !db.configuration.readonly else { throw IndexFailure.missing(path: path) }
    try db.inTransaction(.immediate) {
      try IndexSchema.create(db)
      return .commit
    }
  }

  private static func configuration(isReadOnly: Bool) -> Configuration {
    var configuration = Configuration()
    configuration.readonly = isReadOnly
    configuration.busyMode = .timeout(10)
    configuration.label = "index"
    return configuration
  }

  /// Runs `body`, its database errors told in our words.
  static func translating<Result>(_ path: String, _ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let error as DatabaseError {
      let reason = error.message ?? "code \(error.extendedResultCode.rawValue)"
      switch error.resultCode {
      case .SQLITE_FULL: throw IndexFailure.diskFull(path: path)
      case .SQLITE_CORRUPT, .SQLITE_NOTADB:
        throw IndexFailure.damaged(path: path, reason: reason)
      case .SQLITE_BUSY, .SQLITE_LOCKED: throw IndexFailure.busy(path: path)
      default: throw IndexFailure.inaccessible(path: path, reason: reason)
      }
    }
  }

  /// Makes our own folder for indexes; a folder that the user names has to be there.
  static func prepareFolder(of location: IndexLocation) throws {
    guard let path = location.path, !location.isNamedByUser else { return }
    try makeFolder(parent(of: path))
  }

  private static func makeFolder(_ path: String) throws {
    var partial = ""
    for part in path.split(separator: "/", omittingEmptySubsequences: true) {
      partial += "/" + part
      if mkdir(partial, 0o700) != 0, errno != EEXIST {
        throw IndexFailure.inaccessible(path: partial, reason: systemError())
      }
    }
  }

  static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}

func systemError(_ number: Int32 = errno) -> String { String(cString: strerror(number)) }

import FoundationEssentials
import GRDB
import Glibc
import NewsArchive

/// What the index knows of the archive's files, compared with what a walk found.
struct KnownFiles {
  struct Known: Sendable {
    var file: Int64
    var size: Int64
    var modified: Int64
    var hash: UInt64
    /// Whether the rules and data of this run read it.
    var isCurrent: Bool
    /// Nil for a file that could not be read.
    var document: UInt64?
    /// The article's path; only of files that are gone, and nil when there is no article.
    var path: String?
    fileprivate var wasSeen = false
  }

  /// A file that has to be looked at.
  struct Task: Sendable {
    var input: ArticleInput
    var stamp: FileStamp
    var known: Known?
  }

  private var roots: [[UInt8]: Int] = [:]
  private var files: [UInt64: Known] = [:]

  init(_ db: Database, analysis: UInt64) throws {
    for row in try Row.fetchAll(db, sql: "SELECT id, path FROM root") {
      roots[Array(row[1] as Data)] = row[0]
    }
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT f.id, f.root, f.path, f.size, f.modified, f.hash, f.analysis, a.document
        FROM file f LEFT JOIN article a ON a.id = f.article
        """)
    while let row = try rows.next() {
      let path: Data = row[2]
      let key = path.withUnsafeBytes { Self.key(root: row[1], $0) }
      files[key] = Known(
        file: row[0], size: row[3], modified: row[4], hash: UInt64(bitPattern: row[5]),
        isCurrent: UInt64(bitPattern: row[6] as Int64) == analysis,
        document: (row[7] as String?).map { TermHash.of($0.utf8) })
    }
  }

  /// The number of a folder, which gets one if it has none.
  private mutating func root(_ path: [UInt8], _ db: Database) throws -> Int {
    if let known = roots[path] { return known }
    try db.execute(sql: "INSERT INTO root (path) VALUES (?)", arguments: [Data(path)])
    let number = Int(db.lastInsertedRowID)
    roots[path] = number
    return number
  }

  /// Compares the inputs of a walk with what is known: by size, time and document name.
  ///
  /// - Parameter now: nanoseconds since 1970. A file that changed less than two seconds ago may change again
  ///   without its time telling, so that it is looked at again next time.
  /// - Returns: the files to look at, in the order of the inputs.
  mutating func compare(
    _ inputs: [ArticleInput], now: Int64, _ db: Database
  ) throws -> [Task] {
    var tasks: [Task] = []
    var absoluteRoots: [ArraySlice<UInt8>: Int] = [:]
    for input in inputs {
      let number: Int
      if let known = absoluteRoots[input.rootPath] {
        number = known
      } else {
        number = try root(absoluteFolder(Array(input.rootPath)), db)
        absoluteRoots[input.rootPath] = number
      }
      var stamp = FileStamp(root: number, path: Array(input.relativePath))
      var status = stat()
      if stat(String(decoding: input.realPath, as: UTF8.self), &status) == 0 || find(input, &status)
      {
        stamp.size = Int64(status.st_size)
        stamp.modified =
          Int64(status.st_mtim.tv_sec) * 1_000_000_000 + Int64(status.st_mtim.tv_nsec)
        if stamp.modified > now - 2_000_000_000 { stamp.modified = FileStamp.unknownTime }
      }
      let key = stamp.path.withUnsafeBytes { Self.key(root: number, $0) }
      guard let known = files[key] else {
        tasks.append(Task(input: input, stamp: stamp, known: nil))
        continue
      }
      files[key]?.wasSeen = true
      let isSame =
        known.isCurrent && known.size == stamp.size && known.modified == stamp.modified
        && known.modified != FileStamp.unknownTime
        && known.document == TermHash.of(input.document.utf8)
      if !isSame { tasks.append(Task(input: input, stamp: stamp, known: known)) }
    }
    return tasks
  }

  /// Files that the index knows and the walk did not find, by the hash of their bytes.
  func vanished(_ db: Database) throws -> [UInt64: [Known]] {
    var vanished: [UInt64: [Known]] = [:]
    let path = try db.cachedStatement(
      sql: "SELECT a.path FROM file f JOIN article a ON a.id = f.article WHERE f.id = ?")
    for var known in files.values where !known.wasSeen {
      known.path = try String.fetchOne(path, arguments: [known.file])
      vanished[known.hash, default: []].append(known)
    }
    for hash in vanished.keys { vanished[hash]?.sort { $0.file < $1.file } }
    return vanished
  }

  private static func key(root: Int, _ path: UnsafeRawBufferPointer) -> UInt64 {
    var hash = TermHash()
    for shift in [0, 8, 16, 24] { hash.add(UInt8(truncatingIfNeeded: root >> shift)) }
    for byte in path { hash.add(byte) }
    return hash.value
  }
}

/// For paths that are no valid UTF-8.
private func find(_ input: ArticleInput, _ status: inout stat) -> Bool {
  (input.realPath + [0]).withUnsafeBytes { bytes in
    guard let path = bytes.bindMemory(to: CChar.self).baseAddress else { return false }
    return stat(path, &status) == 0
  }
}

/// A folder from the root, closed by a slash; as it is when it cannot be found.
private func absoluteFolder(_ path: [UInt8]) -> [UInt8] {
  let resolved = ((path.isEmpty ? Array("./".utf8) : path) + [0]).withUnsafeBytes { bytes in
    bytes.bindMemory(to: CChar.self).baseAddress.flatMap { realpath($0, nil) }
  }
  guard let resolved else { return path }
  defer { free(resolved) }
  var absolute = Array(UnsafeRawBufferPointer(start: resolved, count: strlen(resolved)))
  if absolute.last != UInt8(ascii: "/") { absolute.append(UInt8(ascii: "/")) }
  return absolute
}

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
    /// Of its bytes; that of no file when the words of its article are missing (`FileStamp.noWords`).
    var hash: UInt64
    /// Whether the rules and data of this run read it.
    var isCurrent: Bool
    /// Nil for a file that could not be read.
    var document: UInt64?
    /// The article's path; only of files that are gone, and nil when there is no article.
    var path: String?
    fileprivate var root: Int
    fileprivate var wasSeen = false
  }

  /// A file that has to be looked at; small, since there may be a million of them.
  struct Task: Sendable {
    var input: ArticleInput
    private var root: Int
    private var size: Int64
    private var modified: Int64
    /// Of the bytes, once they are read.
    var hash: UInt64 = 0
    private var box: KnownBox?

    fileprivate init(input: ArticleInput, stamp: FileStamp, known: Known?) {
      self.input = input
      root = stamp.root
      size = stamp.size
      modified = stamp.modified
      box = known.map { KnownBox($0) }
    }

    var known: Known? { box?.known }

    /// What the index is to keep of the file.
    var stamp: FileStamp {
      FileStamp(
        root: root, path: Array(input.relativePath), size: size, modified: modified, hash: hash)
    }
  }

  /// Most files of a task are new, and what is known of one takes as much room as all the rest.
  fileprivate final class KnownBox: Sendable {
    let known: Known

    init(_ known: Known) {
      self.known = known
    }
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
      let hasWords = row[6] as Int64 != FileStamp.noWords
      files[key] = Known(
        file: row[0], size: row[3], modified: row[4],
        hash: hasWords ? UInt64(bitPattern: row[5]) : 0,
        isCurrent: hasWords && UInt64(bitPattern: row[6] as Int64) == analysis,
        document: (row[7] as String?).map { TermHash.of($0.utf8) }, root: row[1])
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
  /// - Parameter keepsNames: whether a file that the index knows below a wider folder stays as it is there, so
  ///   that looking at a part of a shared index changes nothing.
  /// - Returns: the files to look at, in the order of the inputs.
  mutating func compare(
    _ inputs: [ArticleInput], now: Int64, keepsNames: Bool, _ db: Database
  ) throws -> [Task] {
    var tasks: [Task] = []
    var absoluteRoots: [ArraySlice<UInt8>: Int] = [:]
    var widerFolders: [Int: [(folder: [UInt8], rest: [UInt8])]] = [:]
    for input in inputs {
      var input = input
      let number: Int
      if let known = absoluteRoots[input.rootPath] {
        number = known
      } else {
        let folder = absoluteFolder(Array(input.rootPath))
        number = try root(folder, db)
        absoluteRoots[input.rootPath] = number
        if keepsNames {
          widerFolders[number] = roots.keys.filter {
            $0.count < folder.count && folder.starts(with: $0)
          }
          .sorted { $0.count < $1.count }.map { ($0, Array(folder.dropFirst($0.count))) }
        }
      }
      var stamp = FileStamp(root: number, path: Array(input.relativePath))
      var status = stat()
      if stat(String(decoding: input.realPath, as: UTF8.self), &status) == 0 || find(input, &status)
      {
        stamp.size = Int64(status.st_size)
        stamp.modified = nanoseconds(status.st_mtim) ?? FileStamp.unknownTime
        if stamp.modified > now - 2_000_000_000 { stamp.modified = FileStamp.unknownTime }
      }
      var key = stamp.path.withUnsafeBytes { Self.key(root: number, $0) }
      if files[key] == nil, let wider = try wider(input, widerFolders[number] ?? [], db) {
        (input, key) = (wider.input, wider.key)
        stamp.root = wider.root
        stamp.path = Array(input.relativePath)
      }
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

  /// The file as the index knows it below a folder that holds the one it was found in.
  private func wider(
    _ input: ArticleInput, _ folders: [(folder: [UInt8], rest: [UInt8])], _ db: Database
  ) throws -> (input: ArticleInput, root: Int, key: UInt64)? {
    for (folder, rest) in folders {
      guard let root = roots[folder] else { continue }
      let path = rest + input.relativePath
      let key = path.withUnsafeBytes { Self.key(root: root, $0) }
      guard let known = files[key] else { continue }
      let document = try String.fetchOne(
        db.cachedStatement(
          sql: "SELECT a.document FROM file f JOIN article a ON a.id = f.article WHERE f.id = ?"),
        arguments: [known.file])
      if let document {
        return (ArticleInput(root: folder, relativePath: path, document: document), root, key)
      }
    }
    return nil
  }

  /// Files that the index knows and the walk would have found if they were still there, by the hash of their
  /// bytes. An index may be shared by several archives: what the walk did not search is not gone.
  func vanished(_ db: Database, in findings: ArticleWalker.Findings) throws -> [UInt64: [Known]] {
    let reach = WalkReach(findings)
    var folders: [Int: [UInt8]] = [:]
    for (path, number) in roots where reach.mayTouch(below: path) { folders[number] = path }
    var vanished: [UInt64: [Known]] = [:]
    let paths = try db.cachedStatement(
      sql:
        "SELECT f.path, a.path FROM file f LEFT JOIN article a ON a.id = f.article WHERE f.id = ?")
    for var known in files.values where !known.wasSeen {
      guard let folder = folders[known.root],
        let row = try Row.fetchOne(paths, arguments: [known.file]),
        reach.contains(folder + Array(row[0] as Data))
      else { continue }
      known.path = row[1]
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

/// Nanoseconds since 1970; nil for what 64 bits cannot hold, as a file of the year 2262 or later has.
private func nanoseconds(_ time: timespec) -> Int64? {
  let (seconds, isTooLarge) = Int64(time.tv_sec).multipliedReportingOverflow(by: 1_000_000_000)
  let (sum, overflows) = seconds.addingReportingOverflow(Int64(time.tv_nsec))
  return isTooLarge || overflows ? nil : sum
}

/// A folder from the root, closed by a slash; as it is when it cannot be found.
func absoluteFolder(_ path: [UInt8]) -> [UInt8] {
  let resolved = ((path.isEmpty ? Array("./".utf8) : path) + [0]).withUnsafeBytes { bytes in
    bytes.bindMemory(to: CChar.self).baseAddress.flatMap { realpath($0, nil) }
  }
  guard let resolved else { return path }
  defer { free(resolved) }
  var absolute = Array(UnsafeRawBufferPointer(start: resolved, count: strlen(resolved)))
  if absolute.last != UInt8(ascii: "/") { absolute.append(UInt8(ascii: "/")) }
  return absolute
}

import Glibc
import Synchronization

/// The beginning of an index file, looked at without SQLite, so that a file of somebody else is never opened
/// as a database.
struct IndexHeader {
  private var bytes: [UInt8]

  /// Files that were looked at stay open: closing one would drop every lock this process has on it, those of
  /// SQLite's connections too (POSIX), and another process would take away the log under a reader.
  private static let kept = Mutex<[Identity: Int32]>([:])

  private struct Identity: Hashable {
    var device: UInt64
    var inode: UInt64
  }

  /// - Returns: nil when there is no file, or an empty one.
  /// - Throws: `IndexFailure.inaccessible`.
  static func read(_ path: String) throws -> IndexHeader? {
    try kept.withLock { kept in
      forgetRemoved(&kept)
      var status = stat()
      guard stat(path, &status) == 0 else {
        if errno == ENOENT { return nil }
        throw IndexFailure.inaccessible(path: path, reason: systemError())
      }
      if let file = kept[identity(status)] { return try read(file, path) }
      // Reading a pipe or device would wait for somebody to write to it.
      let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
      guard file >= 0 else {
        if errno == ENOENT { return nil }
        throw IndexFailure.inaccessible(path: path, reason: systemError())
      }
      // What is there may be another file by now.
      guard fstat(file, &status) == 0 else {
        throw IndexFailure.inaccessible(path: path, reason: systemError())
      }
      // A file that came there in between may be known already; then both stay open.
      kept[identity(status)] = kept[identity(status)] ?? file
      return try read(file, path)
    }
  }

  private static func identity(_ status: stat) -> Identity {
    Identity(device: UInt64(status.st_dev), inode: UInt64(status.st_ino))
  }

  /// Closes files that have been removed since: nobody opens them any more, hence nobody asks for locks.
  private static func forgetRemoved(_ kept: inout [Identity: Int32]) {
    for (identity, file) in kept {
      var status = stat()
      guard fstat(file, &status) == 0, status.st_nlink == 0 else { continue }
      close(file)
      kept[identity] = nil
    }
  }

  private static func read(_ file: Int32, _ path: String) throws -> IndexHeader? {
    var bytes = [UInt8](repeating: 0, count: 105)
    let count = pread(file, &bytes, bytes.count, 0)
    guard count >= 0 else { throw IndexFailure.inaccessible(path: path, reason: systemError()) }
    return count == 0 ? nil : IndexHeader(bytes: Array(bytes[..<count]))
  }

  /// Whether the file begins as an index does.
  var isOurs: Bool {
    guard bytes.count == 105, bytes.starts(with: Array("SQLite format 3\0".utf8)) else {
      return false
    }
    let id = bytes[68..<72].reduce(0) { $0 << 8 | Int32($1) }
    // Until its tables reach the file (they may be in the log only) a new index is a database without an id
    // and without tables, which is nobody's loss. The number of tables stands in the first page.
    let isEmpty = bytes[100] == 0x0D && bytes[103] == 0 && bytes[104] == 0
    return id == IndexSchema.applicationID || (id == 0 && isEmpty)
  }

  /// Whether what is written goes to a log first.
  var hasLog: Bool { bytes.count > 19 && bytes[18] == 2 }
}

extension IndexFile {
  enum State { case nothing, index }

  /// What is at a place.
  ///
  /// - Throws: `foreign` for a file that does not begin as an index does; `damaged` in our own cache.
  static func state(of location: IndexLocation) throws -> State {
    guard let path = location.path, let header = try IndexHeader.read(path) else { return .nothing }
    guard header.isOurs else { throw unrecognised(location, path) }
    return .index
  }

  /// A file that is no index: in our own cache nobody else's, hence a damaged one.
  static func unrecognised(_ location: IndexLocation, _ path: String) -> IndexFailure {
    location.isNamedByUser
      ? .foreign(path: path) : .damaged(path: path, reason: "it does not begin as an index does")
  }
}

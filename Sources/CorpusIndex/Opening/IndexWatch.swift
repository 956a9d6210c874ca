import GRDB
import Glibc
import Synchronization

/// Notices that an index has changed: what another process added to it, or that it was made anew.
///
/// A connection of its own is asked for `PRAGMA data_version`, which looks at the shared memory of the log and
/// reads nothing: some microseconds.
public final class IndexWatch: Sendable {
  /// One state of an index; two that are equal are the same.
  public struct State: Sendable, Equatable {
    /// Nil when there is none.
    var file: UInt64?
    var version = 0
    /// Of a file without a log, which SQLite believes to be unchanging: nanoseconds.
    var modified: Int64 = 0
  }

  private let location: IndexLocation
  private let kept = Mutex<(file: UInt64, reader: any DatabaseReader)?>(nil)

  /// - Parameter location: an index that may be there or not yet.
  public init(_ location: IndexLocation) {
    self.location = location
  }

  /// How the index is now.
  public var state: State {
    guard let path = location.path, let file = IndexFile.identity(path) else { return State() }
    return kept.withLock { kept in
      if kept?.file != file {
        if let reader = kept?.reader { try? reader.close() }
        // Every connection counts for itself: one.
        kept = (try? IndexFile.openForReading(location, readers: 1)).map { (file, $0) }
      }
      var state = State(file: file)
      state.version =
        (try? kept?.reader.unsafeRead { db in
          try db.first("PRAGMA data_version") { $0.int(0) } ?? 0
        }) ?? 0
      if access(path + "-wal", F_OK) != 0 { state.modified = modified(path) }
      return state
    }
  }

  private func modified(_ path: String) -> Int64 {
    var status = stat()
    guard stat(path, &status) == 0 else { return 0 }
    return Int64(status.st_mtim.tv_sec) &* 1_000_000_000 &+ Int64(status.st_mtim.tv_nsec)
  }
}

extension IndexLocation {
  /// What tells the file that is there now from another one; nil when there is none, and in memory.
  public var fileIdentity: UInt64? { path.flatMap(IndexFile.identity) }
}

extension IndexFile {
  /// What tells a file from the one that takes its place; nil when there is none.
  static func identity(_ path: String) -> UInt64? {
    var status = stat()
    return stat(path, &status) == 0 ? UInt64(status.st_ino) : nil
  }
}

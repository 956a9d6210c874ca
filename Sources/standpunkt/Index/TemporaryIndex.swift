import CorpusIndex
import Glibc

/// An index for as long as the explorer runs: a file that only its owner can read, in a folder of its own
/// that nobody can have made before.
struct TemporaryIndex {
  /// The memory's own file system.
  static let parent = "/dev/shm"

  let folder: String
  var path: String { folder + "/articles.index" }
  var location: IndexLocation { .named(path) }

  /// Makes the folder and an empty file, which keeps its mode when another process fills it.
  ///
  /// - Returns: nil when they cannot be made.
  init?(in parent: String = Self.parent) {
    let made = "\(parent)/standpunkt-XXXXXX".withCString { text -> String? in
      guard let template = strdup(text) else { return nil }
      defer { free(template) }
      return mkdtemp(template).map { String(cString: $0) }
    }
    guard let made else { return nil }
    folder = made
    let file = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard file >= 0 else {
      rmdir(made)
      return nil
    }
    close(file)
  }

  /// Removes the folder with everything in it; nobody writes there any more.
  func remove() {
    for suffix in ["", "-wal", "-shm", "-journal", ".lock"] { unlink(path + suffix) }
    rmdir(folder)
  }
}

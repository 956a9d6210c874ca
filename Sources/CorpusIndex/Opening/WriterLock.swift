import Glibc

/// The right to write an index, held by one process at a time; it ends with the process, however that ends.
///
/// A lock on a file beside the index, since the index itself may be made anew while the lock is held.
final class WriterLock {
  private let descriptor: Int32

  /// - Parameters:
  ///   - waits: whether to wait when another process holds the lock.
  ///   - onWait: called once before waiting.
  /// - Throws: `IndexFailure.busy` when not waiting; `inaccessible` when no lock can be made.
  init(_ path: String, mode: mode_t, waits: Bool, onWait: () -> Void = {}) throws {
    let file = open(path + ".lock", O_RDWR | O_CREAT | O_CLOEXEC, mode)
    guard file >= 0 else { throw IndexFailure.inaccessible(path: path, reason: systemError()) }
    if flock(file, LOCK_EX | LOCK_NB) != 0 {
      let reason = errno
      guard reason == EWOULDBLOCK else {
        close(file)
        throw IndexFailure.inaccessible(path: path, reason: systemError(reason))
      }
      guard waits else {
        close(file)
        throw IndexFailure.busy(path: path)
      }
      onWait()
      while flock(file, LOCK_EX) != 0 {
        guard errno == EINTR else {
          close(file)
          throw IndexFailure.inaccessible(path: path, reason: systemError())
        }
      }
    }
    descriptor = file
  }

  deinit { close(descriptor) }
}

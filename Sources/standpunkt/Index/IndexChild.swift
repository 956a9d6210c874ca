import CorpusIndex
import Glibc
import Synchronization

/// `standpunkt index` as a process of low priority beside the explorer.
///
/// It ends with the explorer: it is told to, and it notices by itself when nobody reads its reports any
/// more. What it has stored by then stays.
final class IndexChild: Sendable {
  private let process: pid_t
  private let reports: Int32
  private let isOver = Mutex(false)

  /// - Parameter arguments: those of the command `index`.
  /// - Returns: nil when the process cannot be started.
  init?(arguments: [String]) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    // A thread of Dispatch holds signals back; the child has to be reached by those that end it.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    var words: [UnsafeMutablePointer<CChar>?] = (["standpunkt"] + arguments).map { strdup($0) }
    words.append(nil)
    defer { for word in words { free(word) } }
    var number: pid_t = 0
    let failed = posix_spawn(&number, "/proc/self/exe", &actions, &attributes, words, environ)
    close(ends[1])
    guard failed == 0 else {
      close(ends[0])
      return nil
    }
    process = number
    reports = ends[0]
  }

  /// Hands every message over, until the process has ended. Blocks; meant for a thread of its own.
  func follow(_ take: (UpdateMessage) -> Void) {
    var lines = LineReader(descriptor: reports)
    while let line = lines.next() {
      if let message = UpdateMessage(line: String(decoding: line, as: UTF8.self)) { take(message) }
    }
    isOver.withLock { isOver in
      guard !isOver else { return }
      isOver = true
      var status: Int32 = 0
      while waitpid(process, &status, 0) < 0, errno == EINTR {}
    }
  }

  /// Ends the process, if it still runs, without waiting for it: it stores what it has read first.
  func stop() {
    isOver.withLock { isOver in
      guard !isOver else { return }
      isOver = true
      kill(process, SIGTERM)
    }
  }

  /// Ends the process and waits for its end: what it has read and stored is not wanted any more.
  func discard() {
    isOver.withLock { isOver in
      guard !isOver else { return }
      isOver = true
      kill(process, SIGKILL)
      var status: Int32 = 0
      while waitpid(process, &status, 0) < 0, errno == EINTR {}
    }
  }
}

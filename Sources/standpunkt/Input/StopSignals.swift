import Glibc

/// Lets the signals that ask a program to end wait until its work is at a place where it may be left.
struct StopSignals {
  private static let numbers = [SIGINT, SIGTERM, SIGHUP]
  private var isHeldBack = false

  /// From now on the signals wait. To be called on the main thread, before it starts others.
  mutating func holdBack() {
    guard !isHeldBack else { return }
    isHeldBack = true
    var signals = sigset_t()
    sigemptyset(&signals)
    for number in Self.numbers { sigaddset(&signals, number) }
    pthread_sigmask(SIG_BLOCK, &signals, nil)
  }

  /// Waits for something to read; false when a signal came instead.
  ///
  /// A read that blocks would not notice signals that are held back.
  func waitForInput(_ descriptor: Int32) -> Bool {
    var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    while waiting == nil {
      let ready = poll(&request, 1, 100)
      if ready > 0 || ready < 0 && errno != EINTR { return true }
    }
    return false
  }

  /// A signal that came and waits.
  var waiting: Int32? {
    guard isHeldBack else { return nil }
    var signals = sigset_t()
    sigpending(&signals)
    return Self.numbers.first { sigismember(&signals, $0) == 1 }
  }
}

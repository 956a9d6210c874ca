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

  /// A signal that came and waits.
  var waiting: Int32? {
    guard isHeldBack else { return nil }
    var signals = sigset_t()
    sigpending(&signals)
    return Self.numbers.first { sigismember(&signals, $0) == 1 }
  }
}

import CSignalPipe

/// Wakes the loop that waits in `Terminal.nextEvents`, from any thread.
///
/// It stays usable, without effect, when the terminal is gone.
public struct Waker: Sendable {
  public init() {
    _ = sp_signal_pipe()
  }

  public func wake() { sp_wake() }
}

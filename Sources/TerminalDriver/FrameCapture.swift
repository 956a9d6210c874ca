import CSignalPipe
import Glibc

/// Where ncurses writes: the terminal, but while a frame is made a file in memory, so that the whole frame
/// is known before any of it is sent.
///
/// ncurses keeps one descriptor for all that it writes and for the terminal's modes. It stands for the
/// terminal at all other times.
struct FrameCapture: ~Copyable {
  /// What ncurses is given to write to.
  let stream: UnsafeMutablePointer<FILE>
  private let output: Int32
  private let terminal: Int32
  private let memory: Int32

  /// - Parameter terminal: stays the caller's.
  init(of terminal: Int32) throws(TerminalError) {
    output = fcntl(terminal, F_DUPFD_CLOEXEC, 3)
    guard output >= 0, let stream = fdopen(output, "r+") else {
      throw .system("no second way to the terminal")
    }
    self.stream = stream
    self.terminal = terminal
    memory = sp_memory_file()
  }

  /// Closes what was opened, once ncurses is done.
  deinit {
    fclose(stream)
    if memory >= 0 { close(memory) }
  }

  /// What ncurses writes meanwhile; nil when it went to the terminal, for want of a file in memory.
  func bytes(_ write: () -> Void) -> [UInt8]? {
    guard memory >= 0, sp_redirect(output, memory) == 0 else {
      write()
      return nil
    }
    write()
    _ = sp_redirect(output, terminal)
    let count = Int(lseek(memory, 0, SEEK_END))
    var bytes = [UInt8](repeating: 0, count: max(0, count))
    let got = bytes.withUnsafeMutableBytes { pread(memory, $0.baseAddress, $0.count, 0) }
    _ = ftruncate(memory, 0)
    lseek(memory, 0, SEEK_SET)
    return Array(bytes.prefix(max(0, got)))
  }
}

import Glibc

/// The terminal as a file.
struct Device {
  let descriptor: Int32
  let stream: UnsafeMutablePointer<FILE>

  /// The controlling terminal; without one, standard output if that is a terminal.
  static func open() throws(TerminalError) -> Device {
    var descriptor = Glibc.open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY)
    if descriptor < 0, isatty(0) == 1, isatty(1) == 1 {
      descriptor = fcntl(1, F_DUPFD_CLOEXEC, 3)
    }
    guard descriptor >= 0 else { throw .noTerminal }
    guard let stream = fdopen(descriptor, "r+") else {
      _ = Glibc.close(descriptor)
      throw .noTerminal
    }
    return Device(descriptor: descriptor, stream: stream)
  }

  func close() { fclose(stream) }

  static func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }

  /// A capability without its delays ($<5>), which only terminals on slow lines need.
  static func withoutPadding(_ capability: String) -> String {
    var result = ""
    var rest = capability[...]
    while let dollar = rest.firstIndex(of: "$"), rest[dollar...].hasPrefix("$<"),
      let close = rest[dollar...].firstIndex(of: ">")
    {
      result += rest[..<dollar]
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }
}

import CPseudoTerminal
import Glibc
import ScreenEmulation
import ScreenModel

/// A program that runs in a terminal of the test.
///
/// Size, locale, time zone and `TERM` are fixed; nothing of the environment of the test gets through. Tests
/// wait for a screen to appear, never for a time to pass.
final class PseudoTerminal {
  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  private(set) var screen: ScreenEmulator
  /// Length of each piece that arrived; a frame that the program writes at once is one piece as a rule.
  private(set) var pieces: [Int] = []
  private var terminal: Int32
  private let process: Int32
  private var status: Int32 = -1

  /// Starts a program.
  ///
  /// - Parameter environment: replaces or, with an empty value, removes what is set by default.
  init(
    _ path: String, _ arguments: [String], size: Size = Size(columns: 120, rows: 36),
    environment: [String: String] = [:]
  ) throws {
    var variables = [
      "TERM": "xterm-256color", "LANG": "C.UTF-8", "TZ": "UTC", "PATH": "/usr/bin:/bin",
      "HOME": "/nonexistent", "SWIFT_BACKTRACE": "enable=no",
      "ASAN_OPTIONS": "detect_leaks=0",
    ]
    for (name, value) in environment { variables[name] = value.isEmpty ? nil : value }
    var argumentList = ([path] + arguments).map { strdup($0) } + [nil]
    var environmentList = variables.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for text in argumentList + environmentList { free(text) } }
    var process: Int32 = 0
    terminal = sp_pty_spawn(
      path, &argumentList, &environmentList, Int32(size.rows), Int32(size.columns), &process)
    self.process = process
    screen = ScreenEmulator(size: size)
    guard terminal >= 0 else { throw Failure(description: "cannot start \(path)") }
  }

  deinit {
    if status < 0 {
      kill(process, SIGKILL)
      var ignored: Int32 = 0
      waitpid(process, &ignored, 0)
    }
    hangUp()
  }

  /// Closes this side of the terminal, as a lost connection does.
  func hangUp() {
    if terminal >= 0 { close(terminal) }
    terminal = -1
  }

  /// Whether the terminal's line discipline is that of a shell: lines, echo, signals, newline translation.
  var isCooked: Bool { sp_pty_modes(terminal) == 0b11111 }
  var byteCount: Int { screen.bytes.count }

  /// Types a key script (`KeyScript`).
  func type(_ script: String) throws {
    var bytes: [UInt8] = []
    for key in try KeyScript.parse(script) { bytes += Self.bytes(of: key) }
    send(bytes)
  }

  func send(_ bytes: [UInt8]) {
    _ = write(terminal, bytes, bytes.count)
  }

  func resize(_ size: Size) {
    screen.resize(size)
    _ = sp_pty_resize(terminal, Int32(size.rows), Int32(size.columns))
  }

  func signal(_ number: Int32) { kill(process, number) }

  /// Reads until the screen is as wanted.
  ///
  /// - Throws: a failure that shows the screen, when the time is over or the program ends before.
  func wait(
    for what: String, seconds: Double = 15, _ isThere: (ScreenEmulator) -> Bool
  ) throws {
    let end = Self.now() + seconds
    while !isThere(screen) {
      guard Self.now() < end else {
        throw Failure(description: "no \(what) after \(seconds) s:\n\(screen.text)")
      }
      guard read(milliseconds: 50) else {
        if isThere(screen) { return }
        throw Failure(description: "the program ended before \(what):\n\(screen.text)")
      }
    }
  }

  /// Waits until some row contains a text.
  func wait(forText text: String, seconds: Double = 15) throws {
    try wait(for: "„\(text)“", seconds: seconds) { $0.text.contains(text) }
  }

  /// Reads until nothing has come for so long: only to measure, never to know that a screen is complete.
  func settle(milliseconds: Int = 300) {
    while true {
      let before = byteCount
      guard read(milliseconds: milliseconds), byteCount > before else { return }
    }
  }

  /// Waits for the program's end; its exit code, or 128 + n after signal n.
  func waitForExit(seconds: Double = 15) throws -> Int32 {
    let end = Self.now() + seconds
    while status < 0 {
      guard Self.now() < end else {
        throw Failure(description: "still running after \(seconds) s:\n\(screen.text)")
      }
      status = sp_pty_status(process)
      if !read(milliseconds: 10) || terminal < 0 { usleep(10_000) }
    }
    return status
  }

  static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// Takes what has come, waiting so long for it; false when the program's side is closed.
  private func read(milliseconds: Int) -> Bool {
    var poll = pollfd(fd: terminal, events: Int16(POLLIN), revents: 0)
    guard terminal >= 0, Glibc.poll(&poll, 1, Int32(milliseconds)) > 0 else { return true }
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    let count = Glibc.read(terminal, &buffer, buffer.count)
    guard count > 0 else { return false }
    pieces.append(count)
    screen.feed(Array(buffer[..<count]))
    return true
  }

  /// What xterm sends for a key.
  private static func bytes(of key: Key) -> [UInt8] {
    switch key {
    case .character(let character): Array(String(character).utf8)
    case .control(let character): [(character.asciiValue ?? 0x40) & 0x1F]
    case .enter: [0x0D]
    case .tab: [0x09]
    case .escape: [0x1B]
    case .backspace: [0x7F]
    case .up: Array("\u{1B}OA".utf8)
    case .down: Array("\u{1B}OB".utf8)
    case .right: Array("\u{1B}OC".utf8)
    case .left: Array("\u{1B}OD".utf8)
    case .home: Array("\u{1B}OH".utf8)
    case .end: Array("\u{1B}OF".utf8)
    case .pageUp: Array("\u{1B}[5~".utf8)
    case .pageDown: Array("\u{1B}[6~".utf8)
    case .backTab: Array("\u{1B}[Z".utf8)
    case .delete: Array("\u{1B}[3~".utf8)
    case .insert: Array("\u{1B}[2~".utf8)
    case .function(1): Array("\u{1B}OP".utf8)
    case .function(let number): Array("\u{1B}[\(number + 10)~".utf8)
    case .mouse(let event):
      Array("\u{1B}[<0;\(event.column + 1);\(event.row + 1)M".utf8)
    case .paste(let text): Array("\u{1B}[200~\(text)\u{1B}[201~".utf8)
    }
  }
}

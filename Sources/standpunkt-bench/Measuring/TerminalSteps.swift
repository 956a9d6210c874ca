import CPseudoTerminal
import Glibc

/// The built program in a terminal of 120 columns and 36 rows: how long until it shows something, and what a
/// key costs in time and bytes.
struct TerminalSteps {
  /// Milliseconds after which an answer to a key is no longer waited for.
  static let patience = 5000.0

  /// Milliseconds from the start to the first bytes, and until the list stands on the screen.
  var firstPaint = 0.0
  var listUsable = 0.0
  /// Milliseconds from the key to the first bytes of its answer, sorted; bytes of the first write, sorted.
  var downs: [Double] = []
  var downBytes: [Double] = []
  /// Bytes of a whole settled step, sorted.
  var settledBytes: [Double] = []
  /// Milliseconds from the last letter of a search to the first bytes that show its hits.
  var searches: [(text: String, milliseconds: Double)] = []
  /// Bytes for fifty keys sent at once.
  var burstBytes = 0
  /// The most memory that the program had.
  var peakMemory = 0

  /// - Parameters:
  ///   - arguments: of the program.
  ///   - rows: how many the list has, so that no key is sent that moves nothing.
  ///   - sign: bytes that are on the screen once the list can be used.
  init(
    _ program: String, _ arguments: [String], rows: Int, sign: String, searches words: [String]
  ) throws {
    let terminal = try Screen(program, arguments)
    defer { terminal.end() }
    firstPaint = try terminal.wait { !$0.isEmpty }
    listUsable = try terminal.wait { contains($0, Array(sign.utf8)) }
    terminal.settle(milliseconds: 1500)
    for step in 0..<100 {
      let before = terminal.count
      let goesDown = rows < 2 || step / (rows - 1) % 2 == 0
      let (time, first) = terminal.press(goesDown ? "j" : "k")
      terminal.settle(milliseconds: 250)
      downs.append(time)
      downBytes.append(Double(first))
      settledBytes.append(Double(terminal.count - before))
    }
    let before = terminal.count
    terminal.send(String(repeating: "j", count: 50))
    terminal.settle(milliseconds: 400)
    burstBytes = terminal.count - before
    for word in words {
      terminal.send("/" + word.dropLast())
      terminal.settle(milliseconds: 600)
      let (time, _) = terminal.press(
        String(word.suffix(1)), until: { contains($0, Array(" here, in ".utf8)) })
      searches.append((word, time))
      terminal.settle(milliseconds: 400)
      terminal.send("\u{1B}")
      terminal.settle(milliseconds: 600)
    }
    peakMemory = terminal.peakMemory
    downs.sort()
    downBytes.sort()
    settledBytes.sort()
  }
}

/// A program in a pseudo-terminal, its output kept as bytes.
private final class Screen {
  private let terminal: Int32
  private let process: Int32
  private let started: Double
  private var output: [UInt8] = []

  init(_ program: String, _ arguments: [String]) throws {
    var words = ([program] + arguments).map { strdup($0) } + [nil]
    let settings = [
      "TERM=xterm-256color", "LANG=C.UTF-8", "TZ=UTC", "PATH=/usr/bin:/bin", "HOME=/nonexistent",
    ]
    var environment = settings.map { strdup($0) } + [nil]
    defer { for text in words + environment { free(text) } }
    var number: Int32 = 0
    started = wallSeconds()
    terminal = sp_pty_spawn(program, &words, &environment, 36, 120, &number)
    process = number
    guard terminal >= 0 else { throw BenchError("cannot start \(program) in a terminal") }
  }

  var count: Int { output.count }

  /// Milliseconds from the start until the output is as wanted.
  func wait(until isThere: ([UInt8]) -> Bool) throws -> Double {
    while !isThere(output) {
      guard wallSeconds() - started < 120, read(milliseconds: 1000) else {
        throw BenchError("the explorer did not show what was waited for")
      }
    }
    return (wallSeconds() - started) * 1000
  }

  /// Milliseconds until the first bytes after a key (or until they are as wanted), and how many came at once.
  func press(_ key: String, until isThere: ([UInt8]) -> Bool = { !$0.isEmpty }) -> (Double, Int) {
    let begin = wallSeconds()
    let before = output.count
    send(key)
    var first = 0
    while wallSeconds() - begin < TerminalSteps.patience / 1000, !isThere(Array(output[before...]))
    {
      let had = output.count
      guard read(milliseconds: 1000) else { break }
      if first == 0 { first = output.count - had }
    }
    return ((wallSeconds() - begin) * 1000, first)
  }

  func send(_ text: String) {
    let bytes = Array(text.utf8)
    _ = write(terminal, bytes, bytes.count)
  }

  /// Reads until nothing has come for so long.
  func settle(milliseconds: Int) {
    while true {
      let before = output.count
      _ = read(milliseconds: milliseconds)
      if output.count == before { return }
    }
  }

  /// False when the program has ended.
  private func read(milliseconds: Int) -> Bool {
    var file = pollfd(fd: terminal, events: Int16(POLLIN), revents: 0)
    guard poll(&file, 1, Int32(milliseconds)) > 0 else { return true }
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    let count = Glibc.read(terminal, &buffer, buffer.count)
    guard count > 0 else { return false }
    output += buffer[..<count]
    return true
  }

  var peakMemory: Int {
    let lines = textFile("/proc/\(process)/status").split(separator: "\n")
    let line = lines.first { $0.hasPrefix("VmHWM:") }
    return (line?.split(separator: " ").compactMap { Int($0) }.first ?? 0) * 1024
  }

  func end() {
    kill(process, SIGTERM)
    while read(milliseconds: 2000) { if sp_pty_status(process) >= 0 { break } }
    close(terminal)
  }
}

private func contains(_ bytes: [UInt8], _ wanted: [UInt8]) -> Bool {
  guard bytes.count >= wanted.count else { return false }
  return (0...bytes.count - wanted.count).contains { bytes[$0...].starts(with: wanted) }
}

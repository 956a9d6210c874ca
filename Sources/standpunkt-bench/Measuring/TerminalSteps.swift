import CPseudoTerminal
import Glibc
import ScreenEmulation
import ScreenModel

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
  /// Milliseconds from typing a search to the screen that shows how many articles have it; patience when it never
  /// did.
  var searches: [(text: String, milliseconds: Double)] = []
  /// Bytes for fifty keys sent at once.
  var burstBytes = 0
  /// The most memory that the program had.
  var peakMemory = 0

  /// No made-up article has it.
  private static let word = "xyxyxy"

  /// - Parameters:
  ///   - arguments: of the program.
  ///   - rows: how many the list has, so that no key is sent that moves nothing.
  ///   - title: of the first article; its line is selected once the list can be used.
  ///   - searches: texts, and how many articles have each; not none.
  init(
    _ program: String, _ arguments: [String], rows: Int, title: String,
    searches: [(text: String, articles: Int)]
  ) throws {
    let terminal = try Screen(program, arguments)
    defer { terminal.end() }
    firstPaint = try terminal.wait { _ in true }
    let begin = String(title.prefix(6))
    listUsable = try terminal.wait { lines in
      lines.contains { $0.hasPrefix("▌") && $0.contains(begin) }
    }
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
    terminal.send("g")
    terminal.settle(milliseconds: 400)
    let before = terminal.count
    terminal.send(String(repeating: "j", count: 50))
    terminal.settle(milliseconds: 400)
    burstBytes = terminal.count - before
    for search in searches {
      // From a list without any article, so that no number of before can be taken for the answer.
      terminal.send("/" + Self.word)
      terminal.settle(milliseconds: 600)
      let time = terminal.type("\u{15}" + search.text) { lines in
        lines.suffix(2).contains {
          $0.contains(search.text) && $0.contains("in \(search.articles) article")
        }
      }
      self.searches.append((search.text, time))
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
  private static let size = Size(columns: 120, rows: 36)
  private var emulator = ScreenEmulator(size: Screen.size)
  /// Bytes of the output that the emulator has got.
  private var emulated = 0
  /// When something came last.
  private var lastRead = 0.0

  init(_ program: String, _ arguments: [String]) throws {
    var words = ([program] + arguments).map { strdup($0) } + [nil]
    let settings = [
      "TERM=xterm-256color", "LANG=C.UTF-8", "TZ=UTC", "PATH=/usr/bin:/bin", "HOME=/nonexistent",
    ]
    var environment = settings.map { strdup($0) } + [nil]
    defer { for text in words + environment { free(text) } }
    var number: Int32 = 0
    started = wallSeconds()
    terminal = sp_pty_spawn(
      program, &words, &environment, Int32(Self.size.rows), Int32(Self.size.columns), &number)
    process = number
    guard terminal >= 0 else { throw BenchError("cannot start \(program) in a terminal") }
  }

  var count: Int { output.count }

  /// Milliseconds from the start until something has come and the screen is as wanted.
  func wait(until isThere: ([String]) -> Bool) throws -> Double {
    while output.isEmpty || !isThere(lines()) {
      guard wallSeconds() - started < 60, read(milliseconds: 1000) else {
        throw BenchError("the explorer did not show what was waited for:\n\(emulator.text)")
      }
    }
    return (lastRead - started) * 1000
  }

  /// Milliseconds until the first bytes after a key, and how many came at once.
  func press(_ key: String) -> (Double, Int) {
    let begin = wallSeconds()
    let before = output.count
    send(key)
    while wallSeconds() - begin < TerminalSteps.patience / 1000, output.count == before {
      guard read(milliseconds: 1000) else { break }
    }
    return ((wallSeconds() - begin) * 1000, output.count - before)
  }

  /// Milliseconds from some keys, sent at once, until the screen is as wanted.
  func type(_ keys: String, until isThere: ([String]) -> Bool) -> Double {
    _ = lines()
    let begin = wallSeconds()
    send(keys)
    while !isThere(lines()) {
      guard wallSeconds() - begin < TerminalSteps.patience / 1000, read(milliseconds: 100) else {
        return TerminalSteps.patience
      }
    }
    return (lastRead - begin) * 1000
  }

  /// The screen after all that has come.
  private func lines() -> [String] {
    emulator.feed(Array(output[emulated...]))
    emulated = output.count
    return emulator.rows
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
    lastRead = wallSeconds()
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

import Glibc
import ScreenModel
import TestFiles
import Testing

/// What is left when the explorer ends: marks that were made, and nothing else.
@Suite(.serialized) struct LeavingTests {
  @Test func aMarkMadeJustBeforeLeavingIsKept() throws {
    let archive = try TemporaryArchive()
    let data = try TemporaryArchive([:])
    let marks = data.path + "/data/standpunkt/marks.tsv"
    defer {
      unlink(marks)
      rmdir(data.path + "/data/standpunkt")
      rmdir(data.path + "/data")
    }
    let terminal = try PseudoTerminal(
      BuiltProgram.path, [archive.path], environment: ["XDG_DATA_HOME": data.path + "/data"])
    try terminal.wait(forText: "▌2024-01-15", seconds: 60)
    try terminal.type("J")
    try terminal.wait(forText: "statement 1/")
    // All in one piece, so that nothing can be stored in between.
    terminal.send(Array("mqq".utf8))
    #expect(try terminal.waitForExit() == 0)
    var status = stat()
    #expect(stat(marks, &status) == 0 && status.st_size > 0)
  }

  /// The cache folder cannot be made, hence the index lies in the memory's file system.
  @Test(arguments: [nil, SIGTERM, SIGHUP, SIGKILL])
  func anIndexForTheMomentGoesWithTheExplorer(_ signal: Int32?) throws {
    guard access("/dev/shm", W_OK) == 0 else { return }
    let archive = try TemporaryArchive(Self.manyArticles)
    let before = Set(Self.folders())
    let terminal = try PseudoTerminal(
      BuiltProgram.path, [archive.path], environment: ["XDG_CACHE_HOME": "/proc/nowhere"])
    var made: [String] = []
    // The folder comes a moment before the file in it.
    try terminal.wait(for: "an index in a folder of its own") { _ in
      made = Self.folders().filter {
        !before.contains($0) && access("/dev/shm/" + $0 + "/articles.index", F_OK) == 0
      }
      return !made.isEmpty
    }
    let folder = "/dev/shm/" + (made.first ?? "")
    var status = stat()
    #expect(stat(folder, &status) == 0 && status.st_mode & 0o777 == 0o700)
    #expect(stat(folder + "/articles.index", &status) == 0 && status.st_mode & 0o777 == 0o600)
    try terminal.wait(for: "the child") { _ in !Self.children(of: archive.path).isEmpty }
    if let signal { terminal.signal(signal) } else { terminal.send(Array("q".utf8)) }
    #expect(try terminal.waitForExit() == signal.map { 128 + $0 } ?? 0)
    if signal != SIGKILL {
      #expect(access(folder, F_OK) != 0)
      #expect(Self.children(of: archive.path).isEmpty)
      return
    }
    // Nobody could tell the child; it notices, and only the folder stays.
    for _ in 0..<100 where !Self.children(of: archive.path).isEmpty { usleep(100_000) }
    #expect(Self.children(of: archive.path).isEmpty)
    for suffix in ["", "-wal", "-shm", ".lock"] { unlink(folder + "/articles.index" + suffix) }
    #expect(rmdir(folder) == 0)
  }

  @Test func theChildEndsWithTheExplorer() throws {
    let archive = try TemporaryArchive(Self.manyArticles)
    let cache = try TemporaryArchive([:])
    let terminal = try PseudoTerminal(
      BuiltProgram.path, [archive.path, "--index", cache.path + "/a.index"])
    defer {
      for suffix in ["", "-wal", "-shm", ".lock"] { unlink(cache.path + "/a.index" + suffix) }
    }
    try terminal.wait(for: "the child") { _ in !Self.children(of: archive.path).isEmpty }
    // At most those that it holds back itself, until what it has read is stored.
    let own: UInt64 = [SIGHUP, SIGINT, SIGTERM].reduce(0) { $0 | 1 << UInt64($1 - 1) }
    let child = Self.children(of: archive.path).first ?? ""
    #expect(Self.blockedSignals(child).map { $0 & ~own } == 0)
    terminal.send(Array("q".utf8))
    #expect(try terminal.waitForExit() == 0)
    for _ in 0..<100 where !Self.children(of: archive.path).isEmpty { usleep(100_000) }
    #expect(Self.children(of: archive.path).isEmpty)
  }

  /// Enough to be indexed for some seconds.
  private static let manyArticles: [String: String] = {
    var files: [String: String] = [:]
    let paragraph =
      "Die Waffen müssen schweigen, sagte Ministerin Maria Huber. „Dafür ist es zu früh“, sagte Karl Weber.\n\n"
    for number in 0..<600 {
      files["2023-03-\(number % 28 + 10) Nummer \(number).txt"] =
        "Nummer \(number)\n\n" + String(repeating: paragraph, count: 40)
    }
    return files
  }()

  private static func folders() -> [String] {
    names(in: "/dev/shm").filter { $0.hasPrefix("standpunkt-") }
  }

  /// A bit for each signal that a process holds back; nil when it has ended.
  private static func blockedSignals(_ process: String) -> UInt64? {
    guard let file = fopen("/proc/\(process)/status", "r") else { return nil }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 8192)
    let count = fread(&bytes, 1, bytes.count, file)
    let lines = String(decoding: bytes[..<count], as: UTF8.self).split(separator: "\n")
    return lines.first { $0.hasPrefix("SigBlk:") }.flatMap {
      UInt64($0.dropFirst(7).drop { $0 == "\t" }, radix: 16)
    }
  }

  /// Processes that index an archive as children, by their command lines.
  private static func children(of archive: String) -> [String] {
    names(in: "/proc").filter { name in
      guard let number = Int32(name), let file = fopen("/proc/\(number)/cmdline", "r") else {
        return false
      }
      defer { fclose(file) }
      var bytes = [UInt8](repeating: 0, count: 4096)
      let count = fread(&bytes, 1, bytes.count, file)
      let words = bytes[..<count].split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
      return words.contains("--child") && words.contains(archive)
    }
  }
}

import GRDB
import Glibc
import Testing

@testable import CorpusIndex

/// Kills the built program while it indexes.
@Suite(.serialized) struct KilledRunTests {
  @Test func aKilledRunIsResumedToTheSameIndex() throws {
    let archive = TestArchive()
    for number in 0..<240 {
      archive.write(
        "\(number % 7)/artikel \(number).txt",
        "Streit um Artikel \(number)\n\n\(number % 28 + 1).\(number % 12 + 1).202\(number % 5)\n\n"
          + "Minister Karl Berg\(number % 9) forderte eine Waffenruhe. „Wir wollen das Abkommen \(number)“, "
          + "sagte Berg\(number % 9). Die Außenministerin Anna Müller lehnte das ab.\n")
    }
    let expected = try archive.freshLines()
    // The same moments on every run of the test; where they fall in the work differs.
    var seed: UInt64 = 0x9E37_79B9
    for round in 0..<10 {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let milliseconds = 60 + Int(seed >> 33) % 900
      let child = try #require(start(archive, jobs: round % 2 + 1))
      usleep(UInt32(milliseconds) * 1000)
      kill(child, SIGKILL)
      var status: Int32 = 0
      while waitpid(child, &status, 0) < 0, errno == EINTR {}
      // What is there may be less, but never anything that does not belong together.
      if let lines = try? archive.lines() {
        #expect(lines.filter { $0.hasPrefix("flaw") } == [], "killed after \(milliseconds) ms")
      }
      if round % 3 == 2 {
        try archive.refresh()
        #expect(try archive.lines() == expected, "killed after \(milliseconds) ms")
        if round < 8 { archive.removeIndex() }
      }
    }
    try archive.refresh()
    #expect(try archive.lines() == expected)
  }

  /// As the explorer starts it; its reports cannot be written.
  @Test func aChildThatNobodyHearsStops() throws {
    let archive = TestArchive()
    archive.fill()
    let program = folder(of: "/proc/self/exe") + "/standpunkt"
    let path = archive.index.path ?? ""
    let command = "'\(program)' index --child --index '\(path)' '\(archive.archive)'"
    #expect(system("\(command) > /dev/full") == 0)
    #expect(try archive.articleCount() == 0)
    #expect(system("\(command) > /dev/null") == 0)
    #expect(try archive.articleCount() == 4)
  }

  private func start(_ archive: TestArchive, jobs: Int) -> pid_t? {
    let program = folder(of: "/proc/self/exe") + "/standpunkt"
    let path = archive.index.path ?? ""
    var words: [UnsafeMutablePointer<CChar>?] = [
      program, "index", archive.archive, "--index", path, "--jobs", "\(jobs)",
    ].map { (word: String) in strdup(word) }
    defer { for word in words { free(word) } }
    words.append(nil)
    var child = pid_t()
    return posix_spawn(&child, program, nil, nil, words, environ) == 0 ? child : nil
  }

  /// The folder of the file that a link leads to.
  private func folder(of link: String) -> String {
    guard let resolved = realpath(link, nil) else { return "." }
    defer { free(resolved) }
    let path = String(cString: resolved)
    return path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
  }
}

extension TestArchive {
  func articleCount() throws -> Int {
    let reader = try IndexFile.openForReading(index)
    return try reader.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM article") ?? 0 }
  }

  func removeIndex() {
    for suffix in ["", "-wal", "-shm"] { unlink((index.path ?? "") + suffix) }
  }
}

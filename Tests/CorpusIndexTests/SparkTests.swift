import CorpusIndex
import Glibc
import TestFiles
import Testing

/// The example of docs/spark in local mode; skipped where PySpark is not installed.
///
/// `STANDPUNKT_PYTHON` names a Python that has it.
@Suite(.serialized) struct SparkTests {
  static let python = IndexLocation.environment("STANDPUNKT_PYTHON") ?? "python3"
  static let hasSpark = run(["-c", "import pyspark"], quietly: true) == 0

  @Test(.enabled(if: hasSpark, "PySpark is not installed"))
  func sparkMakesTheSameIndex() throws {
    let archive = TestArchive()
    archive.fill()
    archive.write("tief/er/brief.text", "\u{FEFF}„Ja“, sagte Karl Berg am 3. Mai 2021.\r\nEnde\r\n")
    let script = "\(Self.package)/docs/spark/extract.py"
    let output = archive.folder + "/lines"
    let status = Self.run([
      script, archive.archive, output, "--articles", "--program", Self.program, "--partitions", "2",
    ])
    #expect(status == 0)
    let pieces = names(in: output).filter { $0.hasPrefix("part-") }.sorted()
    #expect(pieces.count == 2)
    var lines: [IndexUpdate.Line] = []
    for piece in pieces {
      for line in Self.text(output + "/" + piece).split(separator: "\n") {
        lines.append((Array(line.utf8), "\(piece)"))
      }
    }
    var next = lines.makeIterator()
    let report = try archive.update().load({ next.next() }, files: archive.walk())
    #expect(report.parsed == 5)
    #expect(report.problems == [])
    #expect(try archive.lines() == archive.freshLines())
    #expect(try archive.refresh().unchanged == 5)
  }

  /// Runs Python in local mode with two cores; yields its status.
  private static func run(_ arguments: [String], quietly: Bool = false) -> Int32 {
    var files = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&files)
    defer { posix_spawn_file_actions_destroy(&files) }
    for descriptor in [STDOUT_FILENO, STDERR_FILENO] where quietly {
      posix_spawn_file_actions_addopen(&files, descriptor, "/dev/null", O_WRONLY, 0)
    }
    var words: [UnsafeMutablePointer<CChar>?] = ([python] + arguments)
      .map { (word: String) in strdup(word) }
    words.append(nil)
    var settings: [UnsafeMutablePointer<CChar>?] = []
    var variable = environ
    while let setting = variable.pointee {
      settings.append(strdup(setting))
      variable += 1
    }
    settings.append(strdup("PYSPARK_SUBMIT_ARGS=--master local[2] pyspark-shell"))
    settings.append(strdup("SPARK_LOCAL_IP=127.0.0.1"))
    settings.append(nil)
    defer { for word in words + settings { free(word) } }
    var child = pid_t()
    guard posix_spawnp(&child, python, &files, nil, words, settings) == 0 else { return -1 }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    return status
  }

  /// The package's folder, from the place of this file.
  private static var package: String {
    #filePath.split(separator: "/").dropLast(3).reduce("") { "\($0)/\($1)" }
  }

  private static var program: String {
    guard let own = realpath("/proc/self/exe", nil) else { return "standpunkt" }
    defer { free(own) }
    return String(cString: own).split(separator: "/").dropLast().reduce("") { "\($0)/\($1)" }
      + "/standpunkt"
  }

  private static func text(_ path: String) -> String {
    let file = open(path, O_RDONLY)
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 22)
    let count = read(file, &bytes, bytes.count)
    return String(decoding: bytes[..<max(0, count)], as: UTF8.self)
  }
}

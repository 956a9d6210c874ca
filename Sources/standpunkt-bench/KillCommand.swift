import ArgumentParser
import CorpusIndex
import Glibc

struct KillCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kill",
    abstract: "Kill indexing at random moments, resume it, and compare with an undisturbed run.")

  @Argument(help: "How many times.")
  var runs = 200

  @Option(help: "How many made-up articles are indexed.")
  var articles = 300

  @Option(help: "Where the random moments begin; the same number gives the same moments.")
  var seed: UInt64 = 1

  @Option(help: ArgumentHelp("The program; else the one beside this.", valueName: "file"))
  var program: String?

  @Option(
    help: ArgumentHelp("Write the result into this file of Markdown too.", valueName: "file"))
  var into: String?

  func run() throws {
    let program = program ?? programBeside
    let folder = try makeFolder()
    try writeArticles(0..<articles, bytes: GeneratedArticle.usualBytes, folder: folder + "/archive")
    let disturbed = folder + "/disturbed.index"
    let undisturbed = folder + "/undisturbed.index"

    func arguments(_ index: String, jobs: Int) -> [String] {
      ["index", folder + "/archive", "--index", index, "--jobs", "\(jobs)"]
    }
    let calm = try ChildRun(program, arguments(undisturbed, jobs: 1))
    let expected = try IndexDump.lines(.named(undisturbed))

    var random = SeededRandom(seed: seed)
    var killed = 0
    for run in 1...max(1, runs) {
      for suffix in ["", "-wal", "-shm"] { unlink(disturbed + suffix) }
      // One to three kills before the run may end.
      for _ in 0..<Int(random.next() % 3) + 1 {
        let moment = Double(random.next() % 1000) / 1000 * calm.wallSeconds * 1.1
        if try killRun(program, arguments(disturbed, jobs: run % 2 + 1), after: moment) {
          killed += 1
        }
      }
      _ = try ChildRun(program, arguments(disturbed, jobs: 1))
      guard try IndexDump.lines(.named(disturbed)) == expected else {
        throw BenchError("run \(run) ended in another index; see \(folder)")
      }
    }
    let text = """
      \(Machine.today), commit \(Machine.commit), \(Machine.processor): \(runs) runs over \(articles) articles, killed \
      \(killed) times at random moments and resumed: always the same index as that of an undisturbed run.
      """
    print("## Killed runs\n\n\(text)")
    if let into { try writeSection("Killed runs", text, to: into) }
    removeFolder(folder)
  }

  /// Whether it was killed before it ended.
  private func killRun(
    _ program: String, _ arguments: [String], after seconds: Double
  ) throws -> Bool {
    var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) }
    defer { for word in words { free(word) } }
    words.append(nil)
    var child = pid_t()
    guard posix_spawn(&child, program, nil, nil, words, environ) == 0 else {
      throw BenchError("cannot start \(program)")
    }
    usleep(UInt32(seconds * 1_000_000))
    kill(child, SIGKILL)
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    return status & 0x7F == SIGKILL
  }
}

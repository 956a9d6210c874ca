import Glibc
import Testing

/// One index, several processes: what one adds the other shows; who may only read it reads it; and a damaged one
/// is made anew while somebody looks at it.
@Suite(.serialized) struct SharedIndexSessionTests {
  private final class Place {
    let folder: TemporaryArchive
    var index: String { folder.path + "/a.index" }

    init() throws { folder = try TemporaryArchive([:]) }

    deinit { for suffix in ["", "-wal", "-shm", ".lock"] { unlink(index + suffix) } }
  }

  @Test func whatAnotherProcessAddsIsShown() throws {
    let archive = try TemporaryArchive()
    let place = try Place()
    let terminal = try PseudoTerminal(
      BuiltProgram.path, [archive.path, "--index", place.index])
    try terminal.wait(forText: "▌2024-01-15", seconds: 60)
    try terminal.wait(forText: "article 1/4", seconds: 60)
    try terminal.type("j")
    try terminal.wait(forText: "▌2023-04-02")
    let added = archive.path + "/2025-02-03 Neu.txt"
    defer { unlink(added) }
    write("Neuer Anlauf\n\n„Wir beginnen von vorn“, sagte Eva Lenz.\n", to: added)
    #expect(run(BuiltProgram.path, ["index", archive.path, "--index", place.index]) == 0)
    try terminal.wait(forText: "2025-02-03", seconds: 30)
    // The new one stands above; what was selected still is, and in its place of five.
    try terminal.wait(forText: "▌2023-04-02")
    try terminal.wait(forText: "article 3/5")
    // Then it is silent again.
    terminal.settle(milliseconds: 3000)
    let before = terminal.byteCount
    terminal.settle(milliseconds: 2500)
    #expect(terminal.byteCount == before)
    try terminal.type("q")
    #expect(try terminal.waitForExit() == 0)
  }

  @Test func aDamagedIndexIsMadeAnewWhileItIsRead() throws {
    let archive = try TemporaryArchive()
    let place = try Place()
    #expect(run(BuiltProgram.path, ["index", archive.path, "--index", place.index]) == 0)
    damage(place.index)
    let terminal = try PseudoTerminal(BuiltProgram.path, [archive.path, "--index", place.index])
    try terminal.wait(forText: "article 1/4", seconds: 60)
    try terminal.type("a")
    try terminal.wait(forText: "Huber", seconds: 30)
    try terminal.type("<Esc>q")
    _ = try terminal.waitForExit()
    damage(place.index)
    #expect(
      run(BuiltProgram.path, ["search", archive.path, "--index", place.index, "--text", "huber"])
        == 0)
  }

  /// Runs as nobody, which only root can do.
  @Test(.enabled(if: getuid() == 0 && access("/usr/bin/setpriv", X_OK) == 0, "needs root"))
  func whoMayOnlyReadTheIndexReadsIt() throws {
    let archive = try TemporaryArchive()
    let place = try Place()
    for folder in [archive.path, place.folder.path] { chmod(folder, 0o755) }
    #expect(run(BuiltProgram.path, ["index", archive.path, "--index", place.index]) == 0)
    let output = place.folder.path + "/output"
    defer { unlink(output) }
    let status = run(
      "/usr/bin/setpriv",
      ["--reuid", "65534", "--clear-groups", BuiltProgram.path]
        + ["search", archive.path, "--index", place.index, "--text", "waffenruhe"],
      output: output)
    // The program itself may lie where nobody else may look.
    try #require(status != 126 && status != 127)
    #expect(status == 0)
    let said = contents(output)
    #expect(said.contains("Weber"))
    #expect(said.contains("may only be read by you"))
    #expect(!said.contains("Permission denied"))
  }

  /// Everything behind the first page becomes noise.
  private func damage(_ index: String) {
    let file = open(index, O_WRONLY)
    var status = stat()
    fstat(file, &status)
    let noise = [UInt8](repeating: 0x5A, count: max(0, Int(status.st_size) - 4096))
    #expect(pwrite(file, noise, noise.count, 4096) == noise.count)
    close(file)
    for suffix in ["-wal", "-shm"] { unlink(index + suffix) }
  }

  private func write(_ text: String, to path: String) {
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    let bytes = Array(text.utf8)
    #expect(Glibc.write(file, bytes, bytes.count) == bytes.count)
    close(file)
  }

  private func contents(_ path: String) -> String {
    guard let file = fopen(path, "r") else { return "" }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    return String(decoding: bytes[..<fread(&bytes, 1, bytes.count, file)], as: UTF8.self)
  }

  /// Runs a program to its end.
  private func run(_ program: String, _ arguments: [String], output: String = "/dev/null") -> Int32
  {
    var files = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&files)
    defer { posix_spawn_file_actions_destroy(&files) }
    posix_spawn_file_actions_addopen(&files, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    posix_spawn_file_actions_adddup2(&files, 1, 2)
    var words = ([program] + arguments).map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var child = pid_t()
    guard posix_spawn(&child, program, &files, nil, &words, environ) == 0 else { return -1 }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    return status >> 8 & 0xFF
  }
}

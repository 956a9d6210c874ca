import Glibc
import ScreenModel
import Testing

/// What the user decided survives whatever happens to the program.
@Suite(.serialized) struct DecisionTests {
  private func start(_ archive: TemporaryArchive, _ data: TemporaryArchive) throws -> PseudoTerminal
  {
    let terminal = try PseudoTerminal(
      BuiltProgram.path, [archive.path], environment: ["XDG_DATA_HOME": data.path + "/data"])
    try terminal.wait(forText: "▌2024-01-15", seconds: 60)
    return terminal
  }

  private func remove(_ data: TemporaryArchive) {
    unlink(data.path + "/data/standpunkt/marks.tsv")
    rmdir(data.path + "/data/standpunkt")
    rmdir(data.path + "/data")
  }

  @Test func aMarkSurvivesAKill() throws {
    let archive = try TemporaryArchive()
    let data = try TemporaryArchive([:])
    defer { remove(data) }
    let first = try start(archive, data)
    try first.type("J")
    try first.wait(forText: "statement 1/")
    try first.type("m")
    try first.wait(forText: "marked ·")
    first.signal(9)
    #expect(try first.waitForExit() == 128 + 9)

    // A line that a crash cut short does no harm.
    let path = data.path + "/data/standpunkt/marks.tsv"
    let file = try #require(fopen(path, "a"))
    fputs("+\thalf a li", file)
    fclose(file)

    let second = try start(archive, data)
    try second.type("B")
    try second.wait(forText: "Marked statements")
    try second.wait(forText: "Lenz hofft auf Gespräche")
    try second.type("<Enter>")
    try second.wait(forText: "⚑")
    try second.type("m")
    try second.wait(forText: "no longer marked")
    second.signal(9)
    #expect(try second.waitForExit() == 128 + 9)

    let third = try start(archive, data)
    try third.type("B")
    try third.wait(forText: "nothing is marked")
    try third.type("q")
    #expect(try third.waitForExit() == 0)
    var status = stat()
    #expect(stat(path, &status) == 0 && status.st_mode & 0o777 == 0o600)
  }

  @Test func copiesThroughTheTerminal() throws {
    let archive = try TemporaryArchive()
    let data = try TemporaryArchive([:])
    defer { remove(data) }
    let terminal = try start(archive, data)
    try terminal.type("J")
    try terminal.wait(forText: "statement 1/")
    let before = terminal.byteCount
    try terminal.type("y")
    try terminal.wait(forText: "on the clipboard: Eva Lenz (2024-01-15)")
    terminal.settle()
    let copied = terminal.screen.unknown.filter { $0.contains("52;c;") }
    #expect(copied.count == 1)
    // "Eva Lenz (20" in base64.
    #expect(copied.first?.contains("52;c;RXZhIExlbnogKDIw") == true)
    #expect(terminal.byteCount - before < 2048)
    try terminal.type("q")
    #expect(try terminal.waitForExit() == 0)
  }

  /// An old terminal would print it.
  @Test func saysWhenThereIsNoClipboard() throws {
    let archive = try TemporaryArchive()
    let terminal = try PseudoTerminal(
      BuiltProgram.path, [archive.path],
      environment: ["TERM": "vt100", "XDG_DATA_HOME": "/dev/null/data"])
    try terminal.wait(forText: "2024-01-15", seconds: 60)
    try terminal.type("J")
    try terminal.wait(forText: "statement 1/")
    try terminal.type("y")
    try terminal.wait(forText: "no clipboard")
    try terminal.type("m")
    try terminal.wait(forText: "could not be stored")
    try terminal.type("q")
    #expect(try terminal.waitForExit() == 0)
  }
}

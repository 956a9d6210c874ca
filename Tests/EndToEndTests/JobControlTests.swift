import Glibc
import ScreenModel
import Testing

/// The program beside a shell, in pipes, and when its terminal goes away.
@Suite(.serialized) struct JobControlTests {
  /// A shell that runs jobs, with a prompt that nothing else prints.
  private func shell() throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(
      "/bin/sh", ["-i"], environment: ["PS1": "BEREIT> ", "ENV": ""])
    try terminal.wait(forText: "BEREIT>")
    return terminal
  }

  @Test func stopsAndComesBack() throws {
    let archive = try TemporaryArchive()
    let terminal = try shell()
    try terminal.type("\(BuiltProgram.path) \(archive.path)<Enter>")
    try terminal.wait(forText: "▌2024-01-15", seconds: 60)
    try terminal.type("<C-z>")
    try terminal.wait(for: "the shell") { !$0.isAlternate && $0.text.contains("Stopped") }
    #expect(terminal.screen.isCursorVisible)
    try terminal.type("stty size<Enter>")
    try terminal.wait(forText: "36 120")
    terminal.resize(Size(columns: 100, rows: 30))
    try terminal.type("fg<Enter>")
    try terminal.wait(for: "the explorer") { $0.isAlternate && $0.text.contains("▌2024-01-15") }
    try terminal.type("j")
    try terminal.wait(forText: "▌2023-04-02")
    try terminal.type("q")
    try terminal.wait(for: "the shell") { !$0.isAlternate && $0.rows.contains("BEREIT>") }
    try terminal.type("echo ende-$?<Enter>")
    try terminal.wait(forText: "ende-0")
  }

  @Test func readsAnArticleFromAPipeAndKeysFromTheTerminal() throws {
    let archive = try TemporaryArchive()
    let file = archive.path + "/2023-04-02 Weber.txt"
    let terminal = try PseudoTerminal(
      "/bin/sh", ["-c", "cat '\(file)' | \(BuiltProgram.path) - | cat; echo ende"])
    try terminal.wait(forText: "betonte er", seconds: 60)
    try terminal.type("J")
    try terminal.wait(forText: "statement 1/")
    try terminal.type("q")
    try terminal.wait(for: "no explorer") { !$0.isAlternate && $0.text.contains("ende") }
    #expect(try terminal.waitForExit() == 0)
  }

  @Test func endsWhenItsTerminalGoesAway() throws {
    let archive = try TemporaryArchive()
    let terminal = try PseudoTerminal(BuiltProgram.path, [archive.path])
    try terminal.wait(forText: "▌2024-01-15", seconds: 60)
    terminal.hangUp()
    // The kernel sends SIGHUP too; which of the two comes first is not ours to say.
    let status = try terminal.waitForExit()
    #expect(status == 1 || status == 128 + SIGHUP)
  }

  @Test func obeysTheMouseWhenAsked() throws {
    let archive = try TemporaryArchive()
    let plain = try PseudoTerminal(BuiltProgram.path, [archive.path])
    try plain.wait(forText: "▌2024-01-15", seconds: 60)
    #expect(!plain.screen.usesMouse)
    try plain.type("q")
    let terminal = try PseudoTerminal(BuiltProgram.path, ["explore", "--mouse", archive.path])
    try terminal.wait(forText: "▌2024-01-15", seconds: 60)
    #expect(terminal.screen.usesMouse)
    let row = try #require(terminal.screen.rows.firstIndex { $0.contains("2023-04-02") })
    terminal.send(Array("\u{1B}[<0;6;\(row + 1)M\u{1B}[<0;6;\(row + 1)m".utf8))
    try terminal.wait(forText: "▌2023-04-02")
    try terminal.type("q")
    #expect(try terminal.waitForExit() == 0)
    #expect(!terminal.screen.usesMouse)
  }

  /// Sequences of keys that nobody bound must not act as their letters: ESC [ 1 ; 5 q would quit.
  @Test func swallowsUnknownEscapeSequences() throws {
    let archive = try TemporaryArchive()
    let terminal = try PseudoTerminal(BuiltProgram.path, [archive.path])
    try terminal.wait(forText: "▌2024-01-15", seconds: 60)
    terminal.send(Array("\u{1B}[1;5q\u{1B}[200~\u{1B}[201~\u{1B}[I".utf8))
    try terminal.type("j")
    try terminal.wait(forText: "▌2023-04-02")
    // Both forms of the arrows.
    terminal.send(Array("\u{1B}[A".utf8))
    try terminal.wait(forText: "▌2024-01-15")
    terminal.send(Array("\u{1B}OB".utf8))
    try terminal.wait(forText: "▌2023-04-02")
    try terminal.type("q")
    #expect(try terminal.waitForExit() == 0)
  }
}

import Testing

/// Programs in the harness that need no explorer.
@Suite(.serialized) struct HarnessTests {
  @Test func startsProgramsInATerminal() throws {
    let terminal = try PseudoTerminal("/bin/sh", ["-c", "stty size; read x; echo got $x; exit 3"])
    try terminal.wait(forText: "36 120")
    #expect(terminal.isCooked)
    terminal.resize(.init(columns: 80, rows: 24))
    try terminal.type("ja<Enter>")
    try terminal.wait(forText: "got ja")
    #expect(try terminal.waitForExit() == 3)
  }

  @Test func reportsTheSignalThatEndedAProgram() throws {
    let terminal = try PseudoTerminal("/bin/sh", ["-c", "echo ready; read x"])
    try terminal.wait(forText: "ready")
    terminal.signal(15)
    #expect(try terminal.waitForExit() == 128 + 15)
  }

  @Test func findsTheBuiltProgram() throws {
    let terminal = try PseudoTerminal(BuiltProgram.path, ["--version"])
    #expect(try terminal.waitForExit() == 0)
    #expect(terminal.screen.text.contains("."))
  }
}

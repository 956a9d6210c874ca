import ScreenModel
import Testing

/// What is pasted is text, never keys.
@Suite(.serialized) struct PasteTests {
  private func started() throws -> (TemporaryArchive, PseudoTerminal) {
    let archive = try TemporaryArchive()
    let terminal = try PseudoTerminal(BuiltProgram.path, [archive.path])
    try terminal.wait(forText: "4 articles", seconds: 60)
    try terminal.wait(for: "marked pastes") { $0.marksPastes }
    return (archive, terminal)
  }

  private func paste(_ text: String) -> [UInt8] { Array("\u{1B}[200~\(text)\u{1B}[201~".utf8) }

  @Test func goesIntoAPromptAsOneLine() throws {
    let (archive, terminal) = try started()
    defer { withExtendedLifetime(archive) {} }
    try terminal.type("/")
    // In two pieces, as a slow line delivers it, with what would be commands and a strange key.
    let bytes = paste("Waffen-\r\nruhe\tq\u{1B}[B\u{1B}[31mü")
    terminal.send(Array(bytes[..<14]))
    terminal.settle(milliseconds: 200)
    terminal.send(Array(bytes[14...]))
    try terminal.wait(forText: "/Waffen- ruhe q")
    try terminal.wait(forText: "ü")
    try terminal.type("<C-u>")
    terminal.send(paste("Lenz\n"))
    try terminal.wait(forText: "in 1 article")
    try terminal.type("<Esc>q")
    #expect(try terminal.waitForExit() == 0)
    let marksPastes = terminal.screen.marksPastes
    #expect(!marksPastes)
  }

  @Test func doesNothingElsewhere() throws {
    let (archive, terminal) = try started()
    defer { withExtendedLifetime(archive) {} }
    terminal.send(paste("jjmq\nq"))
    try terminal.wait(forText: "pasted text goes into a prompt")
    try terminal.type("M")
    try terminal.wait(forText: "on what")
    terminal.send(paste("qq"))
    try terminal.wait(forText: "pasted text goes into a prompt")
    #expect(terminal.screen.text.contains("on what"))
    // An end that never comes locks nobody in.
    terminal.send(Array("\u{1B}[200~abc".utf8))
    terminal.send([0x03])
    try terminal.type("<Esc>")
    try terminal.wait(for: "the panes") { !$0.text.contains("on what") }
    terminal.signal(11)
    #expect(try terminal.waitForExit() == 128 + 11)
    let marksPastes = terminal.screen.marksPastes
    #expect(!marksPastes)
  }

  @Test func isHandedOverToTheShellAndBack() throws {
    let (archive, terminal) = try started()
    defer { withExtendedLifetime(archive) {} }
    // Nobody is there to go on with a stopped program, so it is told to.
    try terminal.type("<C-z>")
    try terminal.wait(for: "the shell's screen") { !$0.isAlternate && !$0.marksPastes }
    terminal.signal(18)
    try terminal.wait(for: "the explorer") { $0.isAlternate && $0.marksPastes }
    try terminal.type("q")
    #expect(try terminal.waitForExit() == 0)
  }
}

import ScreenEmulation
import ScreenModel
import Testing

/// The built program as a user meets it.
@Suite(.serialized) struct ExplorerSessionTests {
  private func start(
    _ archive: TemporaryArchive, size: Size = Size(columns: 120, rows: 36),
    environment: [String: String] = [:]
  ) throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(
      BuiltProgram.path, [archive.path], size: size, environment: environment)
    try terminal.wait(forText: "Huber", seconds: 60)
    return terminal
  }

  @Test func walksAnArchiveAndGivesTheScreenBack() throws {
    let archive = try TemporaryArchive()
    let terminal = try start(archive)
    #expect(!terminal.isCooked)
    #expect(terminal.screen.isAlternate)
    try terminal.wait(forText: "4 articles")
    // Newest first: the first row of the list is selected, the undated article is the last.
    try terminal.wait(forText: "▌2024-01-15")
    try terminal.type("j")
    try terminal.wait(forText: "▌2023-04-02")
    try terminal.wait(forText: "betonte er")
    try terminal.type("k")
    try terminal.wait(forText: "▌2024-01-15")
    try terminal.type("?")
    try terminal.wait(forText: "Help")
    try terminal.type("<Esc>")
    try terminal.wait(for: "no help") { !$0.text.contains("Help ·") }
    try terminal.type("q")
    #expect(try terminal.waitForExit() == 0)
    #expect(terminal.isCooked)
    #expect(!terminal.screen.isAlternate)
    #expect(terminal.screen.isCursorVisible)
  }

  @Test func opensTheCorpusOfTheProject() throws {
    let terminal = try PseudoTerminal(BuiltProgram.path, [BuiltProgram.corpus])
    try terminal.wait(forText: "30 articles", seconds: 120)
    try terminal.type("J")
    try terminal.wait(forText: "statement 1/")
    try terminal.type("q")
    try terminal.type("q")
    #expect(try terminal.waitForExit() == 0)
  }

  /// From the matrix by its cells into the text, and back; then the pages of an actor and a concept.
  @Test func opensTheMatrixAndThePages() throws {
    let terminal = try PseudoTerminal(BuiltProgram.path, [BuiltProgram.corpus])
    try terminal.wait(forText: "30 articles", seconds: 120)
    try terminal.type("M")
    try terminal.wait(forText: "Who stands where on what")
    try terminal.wait(forText: "Enter lists")
    try terminal.type("<Enter>")
    try terminal.wait(for: "the list of a cell") {
      $0.text.contains("go there") && !$0.text.contains("Enter lists")
    }
    try terminal.type("<Enter>")
    try terminal.wait(forText: "statement ")
    try terminal.wait(for: "the text alone") { !$0.text.contains("go there") }
    try terminal.type("HH")
    try terminal.wait(forText: "Enter lists")
    try terminal.type("A")
    try terminal.wait(forText: "described as")
    terminal.resize(Size(columns: 60, rows: 20))
    try terminal.wait(forText: "Statements")
    terminal.resize(Size(columns: 120, rows: 36))
    try terminal.type("jC")
    try terminal.wait(forText: "codebook")
    try terminal.type("<Esc><Esc><Esc>")
    try terminal.wait(for: "the panes") { !$0.text.contains("codebook") }
    try terminal.type("q")
    #expect(try terminal.waitForExit() == 0)
  }

  /// Whatever sizes came before, the screen is the one that `render` prints.
  @Test func followsTheWindow() throws {
    let archive = try TemporaryArchive()
    let terminal = try start(archive)
    for (columns, rows) in [(80, 24), (40, 10), (20, 5), (3, 2), (120, 36), (200, 60)] {
      let size = Size(columns: columns, rows: rows)
      let rendered = try renderedRows(of: archive, size: size)
      terminal.resize(size)
      try terminal.wait(
        for: "the screen at \(columns)x\(rows):\n\(rendered.joined(separator: "\n"))\n"
      ) { $0.rows == rendered }
    }
    try terminal.wait(forText: "Huber")
    try terminal.type("q")
    #expect(try terminal.waitForExit() == 0)
    #expect(
      terminal.screen.unknown.allSatisfy { $0.hasPrefix("]104") }, "\(terminal.screen.unknown)")
  }

  @Test(arguments: [1, 2, 15] as [Int32])
  func endsBySignalsWithTheScreenRestored(number: Int32) throws {
    let archive = try TemporaryArchive()
    let terminal = try start(archive)
    terminal.signal(number)
    #expect(try terminal.waitForExit() == 128 + number)
    #expect(!terminal.screen.isAlternate)
    // After the end only the other side can tell the modes; Linux keeps them with the terminal.
    #expect(terminal.isCooked)
  }

  @Test func givesTheScreenBackWhenItCrashes() throws {
    let archive = try TemporaryArchive()
    let terminal = try start(archive)
    terminal.signal(11)
    #expect(try terminal.waitForExit() == 128 + 11)
    #expect(!terminal.screen.isAlternate)
    #expect(terminal.screen.isCursorVisible)
    #expect(terminal.isCooked)
  }

  @Test(arguments: [
    "xterm", "xterm-256color", "screen", "screen-256color", "linux", "vt100", "vt220",
  ])
  func worksOnOldTerminals(type: String) throws {
    let archive = try TemporaryArchive()
    let terminal = try start(
      archive, size: Size(columns: 80, rows: 24), environment: ["TERM": type])
    try terminal.type("j")
    try terminal.wait(for: "the next article") { screen in
      screen.text.contains("2023-04-02")
    }
    if type.hasPrefix("vt") {
      #expect(!terminal.screen.text.contains("━"))
      #expect(terminal.screen.text.contains("- Articles ---"))
    }
    #expect(hasNoBackground(terminal.screen))
    try terminal.type("q")
    #expect(try terminal.waitForExit() == 0)
    #expect(terminal.isCooked)
  }

  @Test func obeysNoColour() throws {
    let archive = try TemporaryArchive()
    let terminal = try start(archive, environment: ["NO_COLOR": "1"])
    try terminal.type("J")
    try terminal.wait(forText: "statement 1/")
    let looks = allPlaces(terminal.screen).map(\.look)
    #expect(looks.allSatisfy { $0.foreground == nil && $0.background == nil })
    #expect(looks.contains { $0.bold })
    #expect(looks.contains { $0.reverse || $0.underline })
    try terminal.type("q")
  }

  @Test func worksWithoutAUTF8Locale() throws {
    let archive = try TemporaryArchive()
    let terminal = try start(archive, environment: ["LANG": "C"])
    try terminal.type("j")
    try terminal.wait(forText: "möglich")
    #expect(terminal.screen.text.contains("━ Articles ━"))
    try terminal.type("q")
  }

  @Test(arguments: [
    ("dumb", "cannot place its cursor"), ("gibtesnicht", "no description of"),
    ("", "TERM is not set"),
  ])
  func saysWhenATerminalIsOfNoUse(type: String, message: String) throws {
    let archive = try TemporaryArchive()
    let terminal = try PseudoTerminal(
      BuiltProgram.path, [archive.path], environment: ["TERM": type])
    #expect(try terminal.waitForExit(seconds: 30) == 2)
    #expect(terminal.screen.text.replacing("\n", with: "").contains(message))
    #expect(terminal.screen.text.split(separator: "\n").count <= 2)
  }

  /// Typed all at once, as a paste or a held key on a slow line: painted a few times only.
  @Test func drainsKeysBeforePainting() throws {
    let archive = try TemporaryArchive()
    let terminal = try start(archive)
    try terminal.wait(forText: "▌2024-01-15")
    terminal.settle()
    let before = terminal.byteCount
    try terminal.type(String(repeating: "jk", count: 25) + "jj")
    try terminal.wait(forText: "▌2023-03-31")
    terminal.settle()
    #expect(terminal.byteCount - before < 3 * 6000)
    try terminal.type("q")
  }

  @Test func isSilentWhenNothingHappens() throws {
    let archive = try TemporaryArchive()
    let terminal = try start(archive)
    try terminal.wait(forText: "▌2024-01-15")
    terminal.settle(milliseconds: 700)
    let before = terminal.byteCount
    terminal.settle(milliseconds: 1000)
    #expect(terminal.byteCount == before)
    try terminal.type("q")
  }

  private func allPlaces(_ screen: ScreenEmulator) -> [ScreenEmulator.Place] {
    (0..<screen.size.rows).flatMap { row in (0..<screen.size.columns).map { screen[row, $0] } }
  }

  private func hasNoBackground(_ screen: ScreenEmulator) -> Bool {
    allPlaces(screen).allSatisfy { $0.look.background == nil }
  }
}

import ScreenModel
import Testing

/// What a slow line has to carry, at 120x36 (docs: budgets). The figures are printed; only what does not
/// depend on the machine's load is demanded.
@Suite(.serialized) struct ByteBudgetTests {
  @Test func staysInsideTheBudgets() throws {
    let terminal = try PseudoTerminal(BuiltProgram.path, [BuiltProgram.corpus])
    try terminal.wait(forText: "30 articles", seconds: 120)
    terminal.settle(milliseconds: 1000)
    print("first paint and corpus: \(terminal.byteCount) bytes")
    var settledSteps: [Int] = []
    func measure(_ what: String, _ keys: String) throws -> Int {
      let before = terminal.byteCount
      let pieces = terminal.pieces.count
      try terminal.type(keys)
      terminal.settle(milliseconds: 500)
      let bytes = terminal.byteCount - before
      print("\(what): \(bytes) bytes in \(terminal.pieces.count - pieces) pieces")
      return bytes
    }
    for _ in 0..<5 { settledSteps.append(try measure("down in the list", "j")) }
    #expect(settledSteps.sorted()[2] <= 5 * 1024)
    #expect(
      try measure("50 keys at once", String(repeating: "j", count: 50)) <= 6 * 1024)
    #expect(try measure("to the text", "<Tab>") <= 1024)
    #expect(try measure("page down in the text", "<PgDn>") <= 4 * 1024)
    _ = try measure("next statement", "J")
    _ = try measure("next related statement", ".")
    _ = try measure("help", "?")
    try terminal.type("<Esc>")
    terminal.settle()
    for (view, key, step) in [
      ("matrix", "M", "l"), ("actor's page", "A", "j"), ("concept's page", "C", "j"),
    ] {
      // A settled step's 5 kB, and what the articles' next reading may add to the signs of a view.
      #expect(try measure("open the \(view)", key) <= 5 * 1024 + 512)
      #expect(try measure("a step in the \(view)", step) <= 2 * 1024)
      #expect(try measure("close the \(view)", "<Esc>") <= 5 * 1024 + 512)
    }
    #expect(try measure("idle", "") == 0)
    try terminal.type("qq")
  }
}

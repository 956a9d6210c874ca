import ScreenModel
import Testing

/// What `render` prints is what the terminal shows.
@Suite(.serialized) struct RenderedScreenTests {
  @Test(arguments: [
    (Size(columns: 120, rows: 36), "jjJ"), (Size(columns: 80, rows: 24), "d2023<Enter>"),
    (Size(columns: 50, rows: 16), "?"),
  ])
  func isTheScreenOfTheRealProgram(size: Size, keys: String) throws {
    let archive = try TemporaryArchive()
    let sizeText = "\(size.columns)x\(size.rows)"
    let rendering = try PseudoTerminal(
      BuiltProgram.path, ["render", archive.path, "--size", sizeText, "--keys", keys],
      size: Size(columns: size.columns + 1, rows: size.rows + 1))
    #expect(try rendering.waitForExit(seconds: 60) == 0)
    rendering.settle(milliseconds: 50)
    let rendered = Array(rendering.screen.rows.prefix(size.rows))

    let terminal = try PseudoTerminal(BuiltProgram.path, [archive.path], size: size)
    try terminal.wait(forText: "2024-01-15", seconds: 60)
    terminal.settle()
    try terminal.type(keys)
    try terminal.wait(for: "the rendered screen:\n\(rendered.joined(separator: "\n"))\n") {
      $0.rows == rendered
    }
    try terminal.type("q")
  }
}

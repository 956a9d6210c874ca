import ScreenModel
import Testing

/// What `render` prints is what the terminal shows.
@Suite(.serialized) struct RenderedScreenTests {
  @Test(arguments: [
    (Size(columns: 120, rows: 36), "jjJ"), (Size(columns: 80, rows: 24), "d2023<Enter>"),
    (Size(columns: 50, rows: 16), "?"), (Size(columns: 120, rows: 36), "M"),
    (Size(columns: 80, rows: 24), "jJA"), (Size(columns: 60, rows: 20), "jJAMjC"),
  ])
  func isTheScreenOfTheRealProgram(size: Size, keys: String) throws {
    let archive = try TemporaryArchive()
    let rendered = try renderedRows(of: archive, size: size, keys: keys)
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

/// What `render` prints for an archive: the rows without blanks at their ends.
func renderedRows(of archive: TemporaryArchive, size: Size, keys: String = "") throws -> [String] {
  let rendering = try PseudoTerminal(
    BuiltProgram.path,
    ["render", archive.path, "--size", "\(size.columns)x\(size.rows)", "--keys", keys],
    size: Size(columns: size.columns + 1, rows: size.rows + 1))
  guard try rendering.waitForExit(seconds: 60) == 0 else {
    throw PseudoTerminal.Failure(description: "render failed:\n\(rendering.screen.text)")
  }
  rendering.settle(milliseconds: 50)
  return Array(rendering.screen.rows.prefix(size.rows))
}

import ArgumentParser
import ExplorerViews
import Glibc
import ScreenExport
import ScreenModel

struct RenderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render",
    abstract: "Run the explorer on a script of keys without a terminal, and print the screen.",
    discussion: """
      Keys are literal characters; others are written <Enter> <Esc> <Tab> <S-Tab> <Down> <PgDn> <C-d> <F1>, \
      and < itself <lt>.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, ansi, svg }
  enum Palette: String, ExpressibleByArgument, CaseIterable { case dark, light }

  @OptionGroup var corpus: CorpusOptions
  @OptionGroup var filters: FilterOptions

  @Option(help: ArgumentHelp("Columns and rows of the screen.", valueName: "120x36"))
  var size = ScreenSize(size: Size(columns: 120, rows: 36))

  @Option(help: ArgumentHelp("The keys to press, one after the other.", valueName: "keys"))
  var keys = ""

  @Option(help: "How to print the screen.")
  var format: Format = .text

  @Option(help: "Background of an svg picture.")
  var palette: Palette = .dark

  func validate() throws {
    _ = try parsedKeys()
    _ = try filters.query()
  }

  func run() throws {
    var source = ArticleSource(corpus)
    let loaded = try LoadedCorpus.load(&source)
    var session = ExplorerSession(
      loaded.store, size: size.size, corpusName: corpus.name, query: try filters.query())
    session.send(try parsedKeys())
    let isColourless = getenv("NO_COLOR").map { $0.pointee != 0 } ?? false
    let theme = Theme(depth: isColourless ? .none : .many)
    let results = try ResultOutput(path: nil)
    switch format {
    case .text: try results.write(Array(session.screen.plainText().utf8))
    case .ansi: try results.write(Array(session.screen.ansiText(theme: theme).utf8))
    case .svg:
      let picture = session.screen.svg(
        theme: theme, palette: palette == .dark ? .dark : .light,
        title: "standpunkt \(corpus.name)")
      try results.write(Array(picture.utf8))
    }
    try results.finish()
    throw source.exitCode
  }

  private func parsedKeys() throws -> [Key] {
    do {
      return try KeyScript.parse(keys)
    } catch {
      throw ValidationError("--keys: \(displayable(error.description))")
    }
  }
}

/// `120x36`: columns and rows.
struct ScreenSize: ExpressibleByArgument, CustomStringConvertible {
  let size: Size

  init(size: Size) { self.size = size }

  init?(argument: String) {
    let parts = argument.split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let columns = parts[0], let rows = parts[1],
      (1...1000).contains(columns), (1...1000).contains(rows)
    else { return nil }
    size = Size(columns: columns, rows: rows)
  }

  var description: String { "\(size.columns)x\(size.rows)" }
}

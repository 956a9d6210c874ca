import ArgumentParser
import ArticleAnalysis
import CorpusIndex
import CorpusStore
import GermanLanguage
import Glibc
import NewsArchive
import TextModel

/// The budgets of a large archive: making the index, opening it, asking it, and the explorer on it.
struct IndexCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "index",
    abstract: "Measure the index and the explorer on it at several sizes; print Markdown.")

  @Option(help: "Numbers of articles, separated by commas.")
  var articles = "5,1000,100000"

  @Option(help: "About so many bytes an article.")
  var bytes = GeneratedArticle.usualBytes

  @Option(help: ArgumentHelp("Where the articles are or are made; kept.", valueName: "dir"))
  var folder = "/tmp/standpunkt-bench"

  @Option(
    help: ArgumentHelp("The program to measure; else the one beside this.", valueName: "file"))
  var program: String?

  func run() throws {
    guard mkdir(folder, 0o755) == 0 || errno == EEXIST else {
      throw BenchError("cannot make \(folder)")
    }
    print(
      """
      # An index of many articles

      \(Machine.today), commit \(Machine.commit), \(Machine.processor). Articles of about \(bytes) bytes, made by \
      `standpunkt-bench generate`; files in the cache of the system; 120x36. Times are of the clock on the wall; \
      other programs may have run beside it.

      | articles | what | measured | budget |
      |---|---|---|---|
      """)
    for size in articles.split(separator: ",").compactMap({ Int($0) }) { try measure(size) }
  }

  private func measure(_ size: Int) throws {
    let program = program ?? programBeside
    let archive = "\(folder)/\(size)-\(bytes)"
    if access(archive, F_OK) != 0 {
      try writeArticles(0..<size, bytes: bytes, folder: archive)
    }
    let index = archive + ".index"
    func row(_ what: String, _ value: String, _ budget: String) {
      print("| \(size) | \(what) | \(value) | \(budget) |")
    }
    if access(index, F_OK) != 0 {
      let run = try ChildRun(
        program, ["index", archive, "--index", index, "--jobs", "2"])
      let text = (0..<size).reduce(0) {
        $0 + GeneratedArticle(number: $1, bytes: bytes).text.utf8.count
      }
      var status = stat()
      stat(index, &status)
      row("index from nothing, --jobs 2", "\(decimals(run.wallSeconds, 1)) s", "180 s")
      row("its memory", megabytes(run.peakMemory), "400 MiB")
      row(
        "its size", "\(decimals(Double(status.st_size) / Double(max(1, text)), 2)) of the text",
        "2.5")
    }
    let again = try ChildRun(program, ["index", archive, "--index", index])
    row("index again, nothing new", "\(decimals(again.wallSeconds, 2)) s", "")
    try questions(index, row)
    try terminal(program, archive, index, size, row)
  }

  private func questions(_ index: String, _ row: (String, String, String) -> Void) throws {
    let texts = ArticleTexts {
      ArticleAnalysing(reader: ArticleReader(), analyser: ArticleAnalyser(lexicon: .embedded))
    }
    var store: IndexStore?
    let opening = try milliseconds {
      let opened = try IndexStore(.named(index), texts: texts)
      _ = opened.rows(CorpusFilter(), in: 0..<50)
      _ = opened.counts(CorpusFilter())
      store = opened
    }
    guard let store else { return }
    func show(_ what: String, _ budget: String, _ work: () -> Void) {
      row(what, "\(decimals((try? milliseconds(work)) ?? 0, 1)) ms", budget)
    }
    row("open, first rows and counts", "\(decimals(opening, 1)) ms", "300 ms")
    show("read all statements behind", "") { _ = store.prepareCounts() }
    for text in ["ruhe", "bund*", "der", "minister land", "\"am Montag\"", "die NEAR/3 regierung"] {
      var filter = CorpusFilter()
      filter.text = text
      var hits = 0
      show("first 50 of `\(text)`", "50 ms") {
        _ = store.rows(filter, in: 0..<50)
        hits = store.counts(filter).articles
      }
      row("hits of `\(text)`", "\(hits)", "")
    }
    for typed in ["die", "mini", "ver"] {
      var filter = CorpusFilter()
      filter.text = typed
      filter.isTextBegun = true
      show("first 50 while typing `\(typed)`", "50 ms") { _ = store.rows(filter, in: 0..<50) }
    }
    var relevant = CorpusFilter()
    relevant.text = "minister land"
    relevant.byRelevance = true
    show("`minister land` by relevance", "") { _ = store.rows(relevant, in: 0..<50) }
    var filter = CorpusFilter()
    filter.polarities = [.oppose]
    filter.window = EDTF("2021")?.days
    show("new filter: list", "200 ms") { _ = store.rows(filter, in: 0..<50) }
    show("facet of actors", "200 ms") { _ = store.facet(.actor, filter) }
    show("histogram", "200 ms") { _ = store.histogram(filter) }
    show("standings of the whole corpus", "200 ms") { _ = store.standings(of: nil, CorpusFilter()) }
    var month = CorpusFilter()
    month.window = EDTF("2021-03")?.days
    show("date window moved", "30 ms") { _ = store.rows(month, in: 0..<50) }
    let refs = store.digests(CorpusFilter(), in: 0..<40).map(\.ref)
    var times: [Double] = []
    for ref in refs { times.append(try milliseconds { _ = store.related(to: ref) }) }
    row(
      "related statements, worst of \(refs.count)", "\(decimals(times.max() ?? 0, 1)) ms", "30 ms")
    guard let key = store.rows(CorpusFilter(), in: 0..<1).first?.key else { return }
    _ = try? store.article(key)
    show("an article with its text", "150 ms") { _ = try? store.article(key) }
  }

  private func terminal(
    _ program: String, _ archive: String, _ index: String, _ size: Int,
    _ row: (String, String, String) -> Void
  ) throws {
    let steps = try TerminalSteps(
      program, [archive, "--index", index], rows: size, sign: "1 of \(size)",
      searches: ["ruhe", "bund*", "der"])
    row("first paint", "\(decimals(steps.firstPaint, 0)) ms", "100 ms")
    row("list usable", "\(decimals(steps.listUsable, 0)) ms", "300 ms")
    row("down, 95 % below", "\(decimals(steps.downs.percentile(95), 1)) ms", "10 ms")
    row(
      "down, first write, median", "\(decimals(steps.downBytes.percentile(50), 0)) bytes",
      "250 bytes")
    row(
      "whole settled step, median", "\(decimals(steps.settledBytes.percentile(50), 0)) bytes",
      "5 kB")
    row("50 keys at once", "\(steps.burstBytes) bytes", "6 kB")
    for search in steps.searches {
      row(
        "search in the terminal, `\(search.text)`",
        search.milliseconds < TerminalSteps.patience
          ? "\(decimals(search.milliseconds, 0)) ms" : "no hits were shown", "50 ms")
    }
    row("the explorer's memory", megabytes(steps.peakMemory), "150 MiB")
  }

  private func milliseconds(_ work: () throws -> Void) throws -> Double {
    let begin = wallSeconds()
    try work()
    return (wallSeconds() - begin) * 1000
  }
}

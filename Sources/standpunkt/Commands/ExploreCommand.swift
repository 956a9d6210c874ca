import ArgumentParser
import CorpusIndex
import CorpusStore
import Dispatch
import Explorer
import Glibc
import ScreenModel
import Synchronization
import TerminalDriver

struct ExploreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explore",
    abstract: "Open articles in the explorer (what standpunkt does without a command).")

  @OptionGroup var corpus: CorpusOptions
  @OptionGroup var filters: FilterOptions
  @OptionGroup var place: IndexOptions

  @Flag(help: "Let clicks select and the wheel scroll; takes away the terminal's own selection.")
  var mouse = false

  func validate() throws {
    _ = try filters.query()
  }

  func run() throws {
    try checkPaths()
    let waker = Waker()
    let mailbox = Mailbox { waker.wake() }
    let runner = QuestionRunner(mailbox: mailbox)
    var state = ExplorerState(size: Size(columns: 80, rows: 24), corpusName: corpus.name)
    state.query = try filters.query()
    let marks = MarkFile(paths: corpus.paths)
    marks?.load { mailbox.post(.event(.marks($0))) }
    var loop = ExplorerLoop(state: state, mailbox: mailbox, runner: runner, marks: marks)

    let status: Int32
    do {
      var terminal = try Terminal(TerminalSettings(usesMouse: mouse))
      let opening = openCorpus(mailbox, runner)
      status = loop.run(on: &terminal)
      opening.end()
    } catch {
      StandardError.say(error.description)
      throw ExitCode(2)
    }
    // The terminal is out of scope here, hence the screen given back.
    throw ExitCode(status)
  }

  /// Says so at once when nothing of what was named is there, instead of opening an empty explorer.
  private func checkPaths() throws {
    let missing = corpus.paths.filter { $0 != "-" && access($0, F_OK) != 0 }
    guard missing.count == corpus.paths.count else { return }
    for path in missing {
      StandardError.say("\(displayable(path)): there is no such file or folder")
    }
    throw ExitCode(1)
  }

  /// Opens the corpus on other threads, while the first screen is already shown.
  private func openCorpus(_ mailbox: Mailbox, _ runner: QuestionRunner) -> CorpusOpening {
    let options = corpus
    let place = place
    let opening = CorpusOpening()
    DispatchQueue.global(qos: .userInitiated).async {
      let location: IndexLocation
      var temporaryPath: String?
      switch CorpusPlan(options, place) {
      case .memory:
        Self.readIntoMemory(options, mailbox, runner)
        return
      case .index(let found): location = found
      case .temporaryIndex(let found):
        location = found
        temporaryPath = found.path
      }
      let texts = options.articleTexts()
      let indexed = IndexedCorpus(
        location, isTemporary: temporaryPath != nil, texts: texts, mailbox: mailbox,
        runner: runner)
      opening.began(indexed)
      indexed.open()
      texts.prepare()
      indexed.update(arguments: place.childArguments(options, at: temporaryPath))
      // Neither opened nor made: the files themselves are still there.
      if !indexed.isOpen { Self.readIntoMemory(options, mailbox, runner) }
    }
    return opening
  }

  private static func readIntoMemory(
    _ options: CorpusOptions, _ mailbox: Mailbox, _ runner: QuestionRunner
  ) {
    var source = ArticleSource(options, jobs: max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))))
    source.speaks = false
    let all = source.queue.count
    var announced = ContinuousClock.now
    let loaded = try? LoadedCorpus.load(&source) { read in
      guard announced.duration(to: .now) > .milliseconds(250) else { return }
      announced = .now
      mailbox.post(.progress(read, of: all))
    }
    guard let loaded else { return }
    mailbox.post(.corpusRead)
    runner.open(loaded.store)
  }
}

/// The corpus that is being opened on another thread, to be ended with the explorer.
final class CorpusOpening: Sendable {
  private let state = Mutex<(corpus: IndexedCorpus?, isOver: Bool)>((nil, false))

  func began(_ corpus: IndexedCorpus) {
    let isOver = state.withLock { state in
      state.corpus = corpus
      return state.isOver
    }
    if isOver { corpus.close() }
  }

  func end() {
    let corpus = state.withLock { state in
      state.isOver = true
      return state.corpus
    }
    corpus?.close()
  }
}

extension CorpusOptions {
  /// What the header calls the corpus: the last part of the one path, or how many paths there are.
  var name: String {
    guard paths.count == 1, let path = paths.first else { return "\(paths.count) paths" }
    if path == "-" { return "standard input" }
    return path.split(separator: "/").last.map(String.init) ?? "/"
  }
}

extension FilterOptions {
  /// The filter as the explorer's query.
  func query() throws -> Query {
    var query = Query()
    let filter = try filter()
    query.filter = filter
    query.window = filter.window.map { DateWindow(days: $0) }
    return query
  }
}

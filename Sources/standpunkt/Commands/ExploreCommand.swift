import ArgumentParser
import CorpusStore
import Dispatch
import Explorer
import Glibc
import ScreenModel
import TerminalDriver

struct ExploreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explore",
    abstract: "Open articles in the explorer (what standpunkt does without a command).")

  @OptionGroup var corpus: CorpusOptions
  @OptionGroup var filters: FilterOptions

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
      readCorpus(mailbox, runner)
      status = loop.run(on: &terminal)
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

  /// Reads the corpus on another thread, while the first screen is already shown.
  private func readCorpus(_ mailbox: Mailbox, _ runner: QuestionRunner) {
    let options = corpus
    DispatchQueue.global(qos: .userInitiated).async {
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
    let filter = try filter(text: nil)
    query.filter = filter
    query.window = filter.window.map { DateWindow(days: $0) }
    return query
  }
}

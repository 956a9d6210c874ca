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
      marks?.finish()
    } catch {
      StandardError.say(error.description)
      throw ExitCode(2)
    }
    // The terminal is out of scope here, hence the screen given back. Nobody saw what was told last.
    for case .event(.failed(let sentence)) in mailbox.take() {
      StandardError.say(displayable(sentence))
    }
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
      let plan = CorpusPlan(options, place)
      let texts = options.articleTexts()
      let indexed = opening.begin {
        let location: IndexLocation
        var temporary: TemporaryIndex?
        switch plan {
        case .memory: return nil
        case .index(let found): location = found
        case .temporaryIndex:
          guard let made = TemporaryIndex() else { return nil }
          location = made.location
          temporary = made
        }
        return IndexedCorpus(
          location, temporary: temporary, texts: texts, mailbox: mailbox, runner: runner,
          arguments: { place.childArguments(options, at: $0, damaged: $1) })
      }
      guard let indexed else {
        Self.readIntoMemory(options, mailbox, runner)
        return
      }
      indexed.open()
      texts.prepare()
      indexed.update()
      // Neither opened nor made: the files themselves are still there.
      if !indexed.isOpen {
        Self.readIntoMemory(options, mailbox, runner)
      } else {
        indexed.follow()
      }
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

extension MarkFile {
  /// Waits until every mark is stored: reading comes after the changes asked for before it.
  fileprivate func finish() {
    let done = DispatchSemaphore(value: 0)
    load { _ in done.signal() }
    done.wait()
  }
}

/// The corpus that is being opened on another thread, to be ended with the explorer.
final class CorpusOpening: Sendable {
  private let state = Mutex<(corpus: IndexedCorpus?, isOver: Bool)>((nil, false))

  /// Makes the corpus, so that what it makes on the disk is removed even when the explorer ends meanwhile.
  ///
  /// - Returns: nil when the explorer is over or there is nothing to make.
  func begin(_ make: () -> IndexedCorpus?) -> IndexedCorpus? {
    state.withLock { state in
      guard !state.isOver else { return nil }
      state.corpus = make()
      return state.corpus
    }
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

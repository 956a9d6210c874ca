import CorpusStore
import Explorer
import ExplorerViews
import Glibc
import ScreenModel
import TerminalDriver

/// The one loop of the explorer: keys, sizes and answers in, pictures out.
///
/// It sleeps until something happens, takes in everything that has happened, and paints once.
struct ExplorerLoop {
  private var state: ExplorerState
  private let mailbox: Mailbox
  private let runner: QuestionRunner
  /// Nil without a place to keep marks.
  private let marks: MarkFile?

  init(state: ExplorerState, mailbox: Mailbox, runner: QuestionRunner, marks: MarkFile?) {
    self.marks = marks
    self.state = state
    self.mailbox = mailbox
    self.runner = runner
  }

  /// Shows the explorer until the user leaves it.
  ///
  /// - Returns: the exit status: 0, 1 when the terminal went away, 128 + n for signal n.
  mutating func run(on terminal: inout Terminal) -> Int32 {
    state.size = terminal.size
    if let warning = terminal.localeWarning { state.announce(warning, isWarning: true) }
    if let status = perform(start(&state), on: &terminal) { return status }
    var hasShownEmptyView = false
    while true {
      if state.opensView, !hasShownEmptyView, let status = awaitView(on: &terminal) {
        return status
      }
      terminal.present(render(state))
      hasShownEmptyView = state.opensView
      for event in terminal.nextEvents() {
        if let status = take(event, on: &terminal) { return status }
      }
    }
  }

  /// Waits a moment for what a new view is to show: on a slow line an empty view costs half as much again.
  private mutating func awaitView(on terminal: inout Terminal) -> Int32? {
    let end = ContinuousClock.now + .milliseconds(50)
    while state.opensView {
      let left = Int((end - .now) / .milliseconds(1))
      guard left > 0 else { return nil }
      for event in terminal.nextEvents(timeoutMilliseconds: left) {
        if let status = take(event, on: &terminal) { return status }
      }
    }
    return nil
  }

  /// Takes in one event; a status ends the loop.
  private mutating func take(_ event: TerminalEvent, on terminal: inout Terminal) -> Int32? {
    switch event {
    case .key(let key): return perform(update(&state, .key(key)), on: &terminal)
    case .resized(let size): return perform(update(&state, .resized(size)), on: &terminal)
    case .woken:
      for mail in mailbox.take() {
        if let status = take(mail, on: &terminal) { return status }
      }
      return nil
    case .terminated(let signal): return 128 + signal
    case .hungUp: return 1
    }
  }

  private mutating func take(_ mail: Mail, on terminal: inout Terminal) -> Int32? {
    switch mail {
    case .event(let event): return perform(update(&state, event), on: &terminal)
    case .progress(let read, let all):
      state.announce(
        all.map { "reading article \(read) of \($0) …" } ?? "reading article \(read) …")
    case .corpusRead: state.endAnnouncement()
    case .warning(let sentence): state.announce(displayable(sentence), isWarning: true)
    }
    return nil
  }

  private mutating func perform(_ effects: [Effect], on terminal: inout Terminal) -> Int32? {
    for effect in effects {
      switch effect {
      case .ask: runner.run(effect)
      case .copy(let text):
        if !terminal.copy(text) {
          _ = update(&state, .failed("this terminal has no clipboard that could be reached"))
        }
      case .saveMark(let mark, let isMarked): save(mark, isMarked)
      case .quit: return 0
      case .redraw: terminal.redraw()
      case .suspend:
        terminal.suspend()
        if let status = perform(update(&state, .resized(terminal.size)), on: &terminal) {
          return status
        }
      }
    }
    return nil
  }

  /// Stores a mark on another thread; the explorer shows it once it is safe.
  private mutating func save(_ mark: Mark, _ isMarked: Bool) {
    guard let marks else {
      _ = update(&state, .failed("there is no home in which marks could be kept"))
      return
    }
    let mailbox = mailbox
    marks.save(mark, isMarked: isMarked) { problem in
      mailbox.post(.event(problem.map(Event.failed) ?? .marked(mark, isMarked: isMarked)))
    }
  }
}

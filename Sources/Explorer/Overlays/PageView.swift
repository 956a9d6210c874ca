import CorpusStore
import ScreenModel
import TextModel

/// A page to read: the help, the explanation of what is selected, what could not be read.
public struct PageView: OverlayModel {
  /// What the page tells.
  public enum Content: Sendable {
    case help(KeyContext)
    case explanation
    /// Nil until known.
    case problems([Diagnostic]?)
  }

  /// What the page tells, as far as it is known.
  public private(set) var content: Content
  /// First visible row.
  public private(set) var top = 0

  init(_ content: Content) { self.content = content }

  public var context: KeyContext { .page }

  /// What stands in the frame.
  public var title: String {
    switch content {
    case .help(let context): "Help · keys of \(context.title)"
    case .explanation: "Explanation"
    case .problems: "What could not be read well"
    }
  }

  /// The help is wide enough for two columns.
  public var neededColumns: Int { if case .help = content { 100 } else { 0 } }

  public func question(_ state: ExplorerState) -> Question? {
    if case .problems = content { .problems } else { nil }
  }

  public mutating func receive(_ answer: Answer, _ state: inout ExplorerState) {
    if case .problems(let problems) = answer { content = .problems(problems) }
  }

  public mutating func perform(_ command: Command, _ state: inout ExplorerState) -> OverlayOutcome {
    switch command {
    case .close, .closeOrQuit, .cancel: return .close
    case .explain: if case .explanation = content { return .close }
    default: move(command, state)
    }
    fit(state)
    return .stay
  }

  private mutating func move(_ command: Command, _ state: ExplorerState) {
    let area = layout(state).overlayContent.size
    guard let movement = Movement(command, page: area.rows) else { return }
    top = movement.target(from: top, count: rows(state, columns: area.columns).count)
  }

  public mutating func fit(_ state: ExplorerState) {
    let area = layout(state).overlayContent
    let rows = rows(state, columns: area.size.columns)
    top = min(max(0, top), max(0, rows.count - max(1, area.size.rows)))
  }

  /// The page set for a width.
  public func rows(_ state: ExplorerState, columns: Int) -> [StyledLine] {
    var page = PageText(columns: columns)
    switch content {
    case .help(let context): helpPage(&page, state.keymap, context)
    case .explanation: explanationPage(&page, state)
    case .problems(let problems): problemsPage(&page, problems)
    }
    return page.rows
  }
}

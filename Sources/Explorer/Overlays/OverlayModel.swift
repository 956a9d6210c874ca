/// A prompt or view above the panes.
///
/// A new one is a type that conforms to this, a view that draws it (listed in `overlayViews` of
/// ExplorerViews) and the line that opens it.
public protocol OverlayModel: Sendable {
  /// Which keys hold while it is on top.
  var context: KeyContext { get }
  /// Columns that it needs; it covers the list where fewer are left beside it.
  var neededColumns: Int { get }
  /// The commands worth naming while it is on top, if not those of its context; the way out last.
  var hints: [([Command], String)]? { get }
  /// What it must know; asked while it is on top and the answer is another question's.
  func question(_ state: ExplorerState) -> Question?
  /// Whether a command is about what the view does not know yet, so that it has to wait.
  func waits(for command: Command) -> Bool
  mutating func receive(_ answer: Answer, _ state: inout ExplorerState)
  /// Does what the user wants; `state.overlays` does not hold the view itself meanwhile.
  mutating func perform(_ command: Command, _ state: inout ExplorerState) -> OverlayOutcome
  /// A character is typed that is no command here.
  mutating func type(_ character: Character, _ state: inout ExplorerState)
  /// Selects what lies at a place of the screen, if anything does.
  mutating func point(row: Int, column: Int, _ state: ExplorerState)
  /// Keeps scrolling inside its bounds after anything has changed.
  mutating func fit(_ state: ExplorerState)
}

extension OverlayModel {
  public var neededColumns: Int { 0 }
  public var hints: [([Command], String)]? { nil }

  /// The screen's layout with the view on it.
  public func layout(_ state: ExplorerState) -> ScreenLayout {
    var layout = state.layout
    layout.overlayColumns = max(layout.overlayColumns, neededColumns)
    return layout
  }

  public func question(_ state: ExplorerState) -> Question? { nil }
  public func waits(for command: Command) -> Bool { false }
  public mutating func receive(_ answer: Answer, _ state: inout ExplorerState) {}
  public mutating func type(_ character: Character, _ state: inout ExplorerState) {}
  public mutating func point(row: Int, column: Int, _ state: ExplorerState) {}
  public mutating func fit(_ state: ExplorerState) {}
}

extension Command {
  /// Whether it makes sense in a view that does not know yet what it shows.
  var isAboutTheViewItself: Bool {
    switch self {
    case .close, .closeOrQuit, .cancel, .help, .redraw, .suspend: true
    default: false
    }
  }
}

/// What becomes of a view after a command.
public enum OverlayOutcome {
  case stay
  /// The view stays and something else is done.
  case stayWith([Effect])
  case close
  /// The view stays and another one opens above it.
  case open(any OverlayModel)
  /// Another view opens in its place.
  case replace(any OverlayModel)
  /// The view closes and leaves effects behind.
  case closeWith([Effect])
}

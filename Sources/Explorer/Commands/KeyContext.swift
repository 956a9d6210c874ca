/// Where the keyboard is: the pane with the focus, or the kind of view on top of the panes.
public enum KeyContext: String, Hashable, Sendable, CaseIterable {
  case list, text, sidebar
  /// A line to type in.
  case prompt
  /// A list that narrows as one types.
  case picker
  /// A list of statements or other things to go to.
  case items
  /// A page to read: help, explanation.
  case page
  /// The matrix of actors and concepts.
  case matrix
  /// An actor's or a concept's page.
  case profile

  public static let panes: Set<KeyContext> = [.list, .text, .sidebar]
  /// Views with something to move in.
  public static let views: Set<KeyContext> = [.items, .page, .matrix, .profile]
  /// Views of what the filter keeps, in which the filter can be changed.
  public static let standings: Set<KeyContext> = [.matrix, .profile]

  /// Whether a command means in this view what it means in the panes below.
  func passes(_ command: Command) -> Bool {
    switch command {
    case .back, .forward: KeyContext.views.contains(self)
    case .promptDate, .windowEarlier, .windowLater, .coarser, .finer, .clearDate, .toggleUncertain,
      .filterActor, .filterConcept, .filterStance, .filterType, .clearFilters, .commandLine:
      KeyContext.standings.contains(self)
    default: false
    }
  }

  /// The context's name in the help.
  public var title: String {
    switch self {
    case .list: "the list"
    case .text: "the text"
    case .sidebar: "the sidebar"
    case .prompt: "a prompt"
    case .picker: "a list of values"
    case .items: "a list of statements"
    case .page: "a page"
    case .matrix: "the matrix"
    case .profile: "an actor's or concept's page"
    }
  }
}

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

  public static let panes: Set<KeyContext> = [.list, .text, .sidebar]
  public static let views: Set<KeyContext> = [.items, .page]

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
    }
  }
}

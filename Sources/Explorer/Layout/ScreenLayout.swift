import ScreenModel

/// The parts of the screen that take the keyboard, from left to right.
public enum Pane: Int, Hashable, Sendable, CaseIterable {
  case list, text, sidebar

  public var context: KeyContext {
    switch self {
    case .list: .list
    case .text: .text
    case .sidebar: .sidebar
    }
  }
}

/// Where everything stands on a screen of some size.
///
/// From 100 columns three panes, from 60 two, below that one; small screens lose the strip of time, the
/// hints, the frames, the header and at last the status line.
public struct ScreenLayout: Hashable, Sendable {
  /// How many panes stand side by side.
  public enum Width: Hashable, Sendable { case one, two, three }

  /// How many panes the columns suffice for.
  public var width: Width
  /// The line of the program, the corpus and the filter; nil on a low screen, as the next ones.
  public var header: Rect?
  /// The line of the histogram over time.
  public var strip: Rect?
  /// Where the panes stand.
  public var main: Rect
  /// The line of what is selected.
  public var status: Rect?
  /// The line of the keys worth knowing.
  public var hints: Rect?
  /// Whether panes have a rule with their title above them.
  public var isFramed: Bool
  /// The visible panes from left to right, titles included.
  public var panes: [PanePlace]

  /// Columns that a view over the panes needs: where fewer are left beside the list, it covers the list too.
  ///
  /// What a view leaves of the screen need not be painted again when it closes.
  public var overlayColumns = 0

  /// A pane and its place.
  public struct PanePlace: Hashable, Sendable {
    public var pane: Pane
    /// Title included.
    public var area: Rect
  }

  /// The layout for what the state shows.
  public init(_ state: ExplorerState) {
    self.init(
      size: state.size, focus: state.focus, isZoomed: state.isZoomed, sidebar: state.sidebar)
    // What opens above a wide view hides all of it.
    overlayColumns = state.overlays.map(\.neededColumns).max() ?? 0
  }

  init(size: Size, focus: Pane, isZoomed: Bool, sidebar: SidebarState) {
    width = size.columns >= 100 ? .three : size.columns >= 60 ? .two : .one
    var top = 0
    var bottom = size.rows
    func line(_ row: Int) -> Rect { Rect(row: row, column: 0, columns: size.columns, rows: 1) }
    if size.rows >= 20 {
      bottom -= 1
      hints = line(bottom)
    }
    if size.rows >= 3 {
      bottom -= 1
      status = line(bottom)
    }
    if size.rows >= 8 {
      header = line(top)
      top += 1
    }
    if size.rows >= 16, size.columns >= 40 {
      strip = line(top)
      top += 1
    }
    main = Rect(row: top, column: 0, columns: size.columns, rows: bottom - top)
    isFramed = main.size.rows >= 8 && size.columns >= 60

    let visible: [Pane]
    if isZoomed {
      visible = [focus]
    } else {
      switch width {
      case .three: visible = sidebar.isHiddenWhenWide ? [.list, .text] : [.list, .text, .sidebar]
      case .two:
        if !sidebar.isShownWhenNarrow {
          visible = focus == .sidebar ? [.text, .sidebar] : [.list, .text]
        } else {
          visible = focus == .list ? [.list, .sidebar] : [.text, .sidebar]
        }
      case .one: visible = [focus]
      }
    }
    let columns = Self.columns(of: visible, in: size.columns)
    var column = 0
    panes = zip(visible, columns).map { pane, columns in
      defer { column += columns }
      return PanePlace(
        pane: pane,
        area: Rect(row: top, column: column, columns: columns, rows: bottom - top))
    }
  }

  /// Widths of the panes: the text gets what the others leave.
  private static func columns(of panes: [Pane], in total: Int) -> [Int] {
    guard panes.count > 1 else { return [total] }
    func side(_ pane: Pane) -> Int {
      switch pane {
      case .list: min(56, max(26, total * (panes.count == 3 ? 28 : 38) / 100))
      case .sidebar: min(48, max(26, total * (panes.count == 3 ? 28 : 42) / 100))
      case .text: 0
      }
    }
    var widths = panes.map(side)
    let stretched = panes.firstIndex(of: .text) ?? panes.count - 1
    widths[stretched] = total - (widths.reduce(0, +) - widths[stretched])
    return widths
  }

  /// Whether a pane is on the screen.
  public func isVisible(_ pane: Pane) -> Bool { panes.contains { $0.pane == pane } }

  /// Where a pane's rows stand: below its title when there is room for one.
  public func content(of pane: Pane) -> Rect? {
    guard let place = panes.first(where: { $0.pane == pane }) else { return nil }
    if isFramed { return place.area.panelContent }
    guard main.size.rows >= 5 else { return place.area }
    return Rect(
      row: place.area.row + 1, column: place.area.column, columns: place.area.size.columns,
      rows: place.area.size.rows - 1)
  }

  /// Columns of text in the text pane: beside the gutter, and no wider than the eye likes.
  public var textColumns: Int {
    guard let area = content(of: .text) else { return 0 }
    return max(
      1, min(area.size.columns - Self.gutterColumns - (area.size.columns > 40 ? 1 : 0), 92))
  }

  /// The bar beside statements and a blank.
  public static let gutterColumns = 2

  /// Rows of a pane's content.
  public func rows(of pane: Pane) -> Int { content(of: pane)?.size.rows ?? 0 }

  /// Where a view over the panes stands, its title included: beside the list where that leaves it room
  /// enough, so that one sees the list change and where one comes from.
  public var overlay: Rect {
    guard width == .three, isFramed, let list = panes.first, list.pane == .list, panes.count > 1
    else { return main }
    let begin = list.area.columns.upperBound
    if main.columns.upperBound - begin < overlayColumns { return main }
    return Rect(
      row: main.row, column: begin, columns: main.columns.upperBound - begin, rows: main.size.rows)
  }

  /// Inside of the view over the panes.
  public var overlayContent: Rect {
    let area = overlay
    if isOverlayFramed {
      let inside = area.panelContent
      return Rect(
        row: inside.row, column: inside.column + 1, columns: inside.size.columns - 2,
        rows: inside.size.rows)
    }
    // The last column is for the scroll thumb here, too.
    let columns = area.size.columns - (area.size.columns >= 12 ? 1 : 0)
    guard area.size.rows >= 5 else {
      return Rect(row: area.row, column: area.column, columns: columns, rows: area.size.rows)
    }
    return Rect(row: area.row + 1, column: area.column, columns: columns, rows: area.size.rows - 1)
  }

  /// Whether a view over the panes has room for a title and margins.
  public var isOverlayFramed: Bool { overlay.size.columns >= 40 && overlay.size.rows >= 8 }
}

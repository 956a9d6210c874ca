import CorpusStore
import Explorer
import ScreenModel

/// The explorer's state as a screen: a pure function, so that a state is tested, exported and repainted
/// alike.
///
/// - Returns: a canvas of exactly `state.size`, its cursor on the selected item.
public func render(_ state: ExplorerState) -> Canvas {
  var canvas = Canvas(size: state.size)
  let layout = state.layout
  if let header = layout.header { HeaderView(state: state).draw(on: &canvas, in: header) }
  if let strip = layout.strip { TimeStrip(state: state).draw(on: &canvas, in: strip) }
  for place in layout.panes {
    let view = paneView(place.pane, state)
    let focused = state.overlays.isEmpty && state.focus == place.pane
    view.frame(on: &canvas, place.area, layout, isFocused: focused)
    if let content = layout.content(of: place.pane) {
      view.draw(on: &canvas, in: content, isFocused: focused)
    }
  }
  let bottom =
    layout.status
    ?? Rect(
      row: max(0, state.size.rows - 1), column: 0, columns: state.size.columns, rows: 1)
  if layout.status != nil { StatusLine(state: state).draw(on: &canvas, in: bottom) }
  if let hints = layout.hints { HintLine(state: state).draw(on: &canvas, in: hints) }
  for overlay in state.overlays {
    for view in overlayViews where view.draw(overlay, state, bottom, &canvas) { break }
  }
  return canvas
}

/// A pane of the screen.
protocol PaneView {
  var title: StyledLine { get }
  /// What stands right of the title.
  var trailing: StyledLine { get }
  /// Which part is in view: first visible row and rows in all.
  var scroll: (first: Int, total: Int) { get }
  func draw(on canvas: inout Canvas, in area: Rect, isFocused: Bool)
}

extension PaneView {
  /// The title above a pane, on a rule where there is room for one.
  func frame(on canvas: inout Canvas, _ area: Rect, _ layout: ScreenLayout, isFocused: Bool) {
    if layout.isFramed {
      let content = canvas.drawPanel(
        area, title: title, trailing: trailing, isFocused: isFocused,
        hasNeighbour: area.columns.upperBound < layout.main.columns.upperBound)
      canvas.drawScrollThumb(
        column: area.columns.upperBound - 1, rows: content.rows, firstVisible: scroll.first,
        total: scroll.total)
    } else if layout.main.size.rows >= 5 {
      let line = Rect(row: area.row, column: area.column, columns: area.size.columns, rows: 1)
      var end = line.columns.upperBound
      if trailing.columns + 12 <= line.size.columns {
        end =
          canvas.writeRightAligned(trailing, row: area.row, endingBefore: end, clippedTo: line) - 1
      }
      canvas.write(
        title, row: area.row, column: area.column,
        clippedTo: Rect(row: area.row, column: area.column, columns: end - area.column, rows: 1))
    }
  }
}

/// The panes; a new one is a case of `Pane`, a file and a line here.
private func paneView(_ pane: Pane, _ state: ExplorerState) -> any PaneView {
  switch pane {
  case .list: ArticleListPane(state: state)
  case .text: TextPane(state: state)
  case .sidebar: StandingsPane(state: state)
  }
}

/// Draws one kind of view over the panes; false for any other kind.
struct OverlayView {
  var draw: (any OverlayModel, ExplorerState, _ bottom: Rect, inout Canvas) -> Bool

  init<Model: OverlayModel>(
    _ draw: @escaping (Model, ExplorerState, _ bottom: Rect, inout Canvas) -> Void
  ) {
    self.draw = { model, state, bottom, canvas in
      guard let model = model as? Model else { return false }
      draw(model, state, bottom, &canvas)
      return true
    }
  }
}

/// The views over the panes; a new one is a file and a line here.
private var overlayViews: [OverlayView] {
  [
    OverlayView(drawDatePrompt), OverlayView(drawSearchPrompt), OverlayView(drawPicker),
    OverlayView(drawStatementList), OverlayView(drawPage), OverlayView(drawMatrix),
    OverlayView(drawCommandLine),
    OverlayView(drawProfile),
  ]
}

/// Clears the place of a view over the panes, draws its title and gives its inside.
func drawOverlay(
  _ title: StyledLine, trailing: StyledLine = StyledLine(), _ layout: ScreenLayout,
  on canvas: inout Canvas, scroll: (first: Int, total: Int) = (0, 0)
) -> Rect {
  canvas.fill(layout.overlay)
  if layout.isOverlayFramed {
    canvas.drawPanel(layout.overlay, title: title, trailing: trailing, isFocused: true)
  } else if layout.overlay.size.rows >= 5 {
    canvas.write(
      title, row: layout.overlay.row, column: layout.overlay.column, clippedTo: layout.overlay)
  } else if let status = layout.status {
    // The lowest screens have it where else the panes' selection is told, beside the way out.
    let room = Rect(
      row: status.row, column: status.column, columns: status.size.columns - 4, rows: 1)
    canvas.fill(room, with: Cell(" ", role: .statusLine))
    canvas.write(title, row: room.row, column: room.column + 1, clippedTo: room)
  }
  if layout.overlayContent.columns.upperBound < layout.overlay.columns.upperBound {
    canvas.drawScrollThumb(
      column: layout.overlay.columns.upperBound - 1, rows: layout.overlayContent.rows,
      firstVisible: scroll.first, total: scroll.total)
  }
  canvas.cursor = Canvas.Position(
    row: layout.overlayContent.row, column: layout.overlayContent.column)
  return layout.overlayContent
}

import CorpusStore
import TextModel

/// The matrix: who stands where on everything, inside the filter. Enter lists the statements of a cell.
public struct MatrixPage: OverlayModel {
  /// Nil until known.
  public private(set) var matrix: StanceMatrix?
  /// The selected cell.
  public private(set) var row = 0
  public private(set) var column = 0
  /// The first visible actor and concept.
  public private(set) var firstRow = 0
  public private(set) var firstColumn = 0

  /// Rows and columns that are asked for at most; what is beyond is counted.
  static let limits = (actors: 200, concepts: 100)

  init() {}

  public var context: KeyContext { .matrix }
  public var neededColumns: Int { 84 }

  /// Where everything stands on a screen.
  public func geometry(_ state: ExplorerState) -> MatrixGeometry {
    MatrixGeometry(
      area: layout(state).overlayContent, actors: matrix?.actors.count ?? 0,
      concepts: matrix?.concepts.count ?? 0)
  }

  public func waits(for command: Command) -> Bool { matrix == nil && !command.isAboutTheViewItself }

  public func question(_ state: ExplorerState) -> Question? {
    .matrix(
      state.query.filter, actors: Self.limits.actors, concepts: Self.limits.concepts)
  }

  /// The selected actor and concept stay selected when the new matrix has them.
  public mutating func receive(_ answer: Answer, _ state: inout ExplorerState) {
    guard case .matrix(let new) = answer else { return }
    if let matrix {
      let actor = matrix.actors.indices.contains(row) ? matrix.actors[row] : nil
      let concept = matrix.concepts.indices.contains(column) ? matrix.concepts[column] : nil
      if let actor, let index = new.actors.firstIndex(where: { $0.id == actor.id }) { row = index }
      if let concept, let index = new.concepts.firstIndex(where: { $0.id == concept.id }) {
        column = index
      }
    }
    matrix = new
    for actor in new.actors { if let id = actor.id { state.actorNames[id] = actor.name } }
    for concept in new.concepts { state.conceptLabels[concept.id] = concept.label }
  }

  public mutating func perform(_ command: Command, _ state: inout ExplorerState) -> OverlayOutcome {
    switch command {
    case .close, .closeOrQuit, .cancel, .matrix: return .close
    case .cellRight: column += 1
    case .cellLeft: column -= 1
    case .firstColumn: column = 0
    case .lastColumn: column = Int.max / 2
    case .open: return openCell(&state)
    case .actorPage:
      guard let actor = selectedActor?.id else { return .open(FacetPicker(.actor, .page, state)) }
      state.leave(self)
      return .open(ProfilePage(.actor(actor)))
    case .conceptPage:
      guard let concept = selectedConcept?.id else {
        return .open(FacetPicker(.concept, .page, state))
      }
      state.leave(self)
      return .open(ProfilePage(.concept(concept)))
    default:
      if let movement = Movement(command, page: geometry(state).visibleActors) {
        row = movement.target(from: row, count: matrix?.actors.count ?? 0)
      }
    }
    fit(state)
    return .stay
  }

  public mutating func point(row: Int, column: Int, _ state: ExplorerState) {
    let place = geometry(state)
    guard let matrix, place.rows.contains(row) else { return }
    let actor = firstRow + row - place.rows.lowerBound
    if matrix.actors.indices.contains(actor) { self.row = actor }
    let step = (column - place.names.upperBound) / max(1, place.cellColumns)
    if column >= place.names.upperBound, step < place.visibleConcepts,
      matrix.concepts.indices.contains(firstColumn + step)
    {
      self.column = firstColumn + step
    }
  }

  /// The statements of the selected cell.
  private func openCell(_ state: inout ExplorerState) -> OverlayOutcome {
    guard let actor = selectedActor, let concept = selectedConcept, let cell = selectedCell else {
      return .stay
    }
    guard cell.statements > 0 else {
      state.say("\(actor.name) says nothing on \(concept.label) here")
      return .stay
    }
    state.leave(self)
    return .open(
      StatementList(
        title: "\(actor.name) · \(concept.label)",
        source: .inside(state.query.filter.narrowed(to: actor.id, on: concept.id))))
  }

  /// The selected row; nil in an empty matrix.
  public var selectedActor: StanceMatrix.Actor? {
    guard let matrix, matrix.actors.indices.contains(row) else { return nil }
    return matrix.actors[row]
  }

  /// The selected column; nil in an empty matrix.
  public var selectedConcept: StanceMatrix.Column? {
    guard let matrix, matrix.concepts.indices.contains(column) else { return nil }
    return matrix.concepts[column]
  }

  /// The counts of the selected cell; nil in an empty matrix.
  public var selectedCell: StanceCounts? {
    guard let matrix, matrix.cells.indices.contains(row),
      matrix.cells[row].indices.contains(column)
    else { return nil }
    return matrix.cells[row][column]
  }

  /// Keeps the selected cell inside the matrix and in view; a step beyond the edge scrolls by half a
  /// page, since on a slow line one scrolled screen costs as much as another.
  public mutating func fit(_ state: ExplorerState) {
    let place = geometry(state)
    row = min(max(0, row), max(0, (matrix?.actors.count ?? 0) - 1))
    column = min(max(0, column), max(0, (matrix?.concepts.count ?? 0) - 1))
    firstRow = Self.fitted(
      firstRow, to: row, page: place.visibleActors, count: matrix?.actors.count ?? 0)
    firstColumn = Self.fitted(
      firstColumn, to: column, page: place.visibleConcepts, count: matrix?.concepts.count ?? 0)
  }

  private static func fitted(_ first: Int, to index: Int, page: Int, count: Int) -> Int {
    let page = max(1, page)
    var first = first
    if index < first || index >= first + page { first = index - page / 2 }
    return min(max(0, first), max(0, count - page))
  }
}

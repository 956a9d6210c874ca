import CorpusStore
import TextModel

extension ExplorerState {
  /// The matrix of all actors and concepts.
  mutating func openMatrix() {
    leave(place)
    overlays.append(MatrixPage())
  }

  /// The page of the sidebar's selected actor, or of the selected statement's; else one is picked.
  mutating func openActorPage() {
    guard let actor = actorAtHand else {
      overlays.append(FacetPicker(.actor, .page, self))
      return
    }
    leave(place)
    overlays.append(ProfilePage(.actor(actor)))
  }

  /// The page of the sidebar's selected concept, or of the first on which the selected statement takes a
  /// stance; else one is picked.
  mutating func openConceptPage() {
    guard let concept = conceptAtHand else {
      overlays.append(FacetPicker(.concept, .page, self))
      return
    }
    leave(place)
    overlays.append(ProfilePage(.concept(concept)))
  }

  private var actorAtHand: ActorID? {
    if focus == .sidebar {
      switch sidebar.selected {
      case .actor(_, let actor), .position(_, let actor, _): return actor
      case .group(_, let state): return state
      case .morePositions(let actor): return actor
      default: return nil
      }
    }
    return reading.selectedStatement?.actors.first
  }

  private var conceptAtHand: ConceptID? {
    if focus == .sidebar, case .position(_, _, let concept)? = sidebar.selected { return concept }
    return reading.selectedStatement?.stances.max { $0.confidence < $1.confidence }?.concept
  }
}

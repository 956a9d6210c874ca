import CorpusStore
import TextModel

/// The page of an actor or of a concept: what is known of it, who stands where on what, over time.
public struct ProfilePage: OverlayModel {
  /// Whom or what it is about.
  public enum Subject: Hashable, Sendable {
    case actor(ActorID)
    case concept(ConceptID)
  }

  /// What is known of the subject.
  public enum Content: Sendable {
    case actor(ActorProfile, state: ActorIdentity?)
    case concept(ConceptProfile)
    /// Neither the codebook nor any article of the corpus knows it.
    case nothing
  }

  public let subject: Subject
  /// Nil until known.
  public private(set) var content: Content?
  /// The first statements of its list: the newest of those that lie in the window for certain.
  public private(set) var said: [StatementDigest] = []
  /// The row that is selected, by what it is about; nil for the first that can be.
  public private(set) var selected: ProfileRow.ID?
  /// First visible row.
  public private(set) var top = 0
  /// Whether the selection was moved; until then the page is shown from its top.
  private var hasMoved = false

  init(_ subject: Subject) { self.subject = subject }

  public var context: KeyContext { .profile }
  public var neededColumns: Int { 84 }

  public func waits(for command: Command) -> Bool {
    content == nil && !command.isAboutTheViewItself
  }

  public func question(_ state: ExplorerState) -> Question? {
    switch subject {
    case .actor(let id): .actorProfile(id, state.query.filter)
    case .concept(let id): .conceptProfile(id, state.query.filter)
    }
  }

  public mutating func receive(_ answer: Answer, _ state: inout ExplorerState) {
    switch answer {
    case .actorProfile(let profile, let country, let said):
      self.said = said
      guard let profile else {
        content = .nothing
        return
      }
      content = .actor(profile, state: country)
      if let id = profile.actor.id { state.actorNames[id] = profile.actor.name }
      for position in profile.positions {
        state.conceptLabels[position.concept] = position.label
      }
    case .conceptProfile(let profile, let said):
      self.said = said
      content = profile.map(Content.concept) ?? .nothing
      if let profile {
        state.conceptLabels[profile.concept.id] =
          profile.concept.labelGerman.isEmpty
          ? profile.concept.id.rawValue : profile.concept.labelGerman
      }
    default: break
    }
  }

  public mutating func perform(_ command: Command, _ state: inout ExplorerState) -> OverlayOutcome {
    let rows = rows(state)
    let choices = rows.indices.filter { rows[$0].target != nil }
    let here = choices.firstIndex { rows[$0].id == selected } ?? 0
    let page = max(1, layout(state).overlayContent.size.rows)
    var next = here
    switch command {
    case .close, .closeOrQuit, .cancel: return .close
    case .down:
      // The first choice may lie below a long description: then it is shown first.
      let isSeen = choices.isEmpty || choices[here] < top + page
      next += hasMoved || isSeen ? 1 : 0
    case .up:
      // Above the first choice there may be text to read.
      if here == 0 { top = max(0, top - 1) }
      next -= 1
    case .pageDown, .pageUp, .halfPageDown, .halfPageUp:
      if let movement = Movement(command, page: page) {
        let row = choices.isEmpty ? 0 : choices[here]
        next = choice(choices, near: movement.target(from: row, count: rows.count))
      }
    case .first:
      next = 0
      top = 0
    case .last: next = choices.count - 1
    case .nextContradiction:
      // To the next change of position, from the last around to the first.
      let changes = choices.indices.filter { rows[choices[$0]].isChange }
      guard let found = changes.first(where: { $0 > here }) ?? changes.first else {
        state.say("no change of position here")
        return .stay
      }
      next = found
    case .open:
      guard choices.indices.contains(here), let target = rows[choices[here]].target else {
        return .stay
      }
      return go(to: target, &state)
    case .actorPage:
      if case .actor(let id)? = target(rows, choices, here)?.pages.actor {
        return go(to: .page(.actor(id)), &state)
      }
      return .open(FacetPicker(.actor, .page, state))
    case .conceptPage:
      if case .concept(let id)? = target(rows, choices, here)?.pages.concept {
        return go(to: .page(.concept(id)), &state)
      }
      return .open(FacetPicker(.concept, .page, state))
    case .matrix:
      state.leave(self)
      return .open(MatrixPage())
    default: return .stay
    }
    if choices.indices.contains(min(max(0, next), choices.count - 1)) {
      selected = rows[choices[min(max(0, next), choices.count - 1)]].id
      hasMoved = true
      show(rows, page)
    } else {
      scrollText(command, rows.count, page)
    }
    return .stay
  }

  /// The selected row's target.
  private func target(_ rows: [ProfileRow], _ choices: [Int], _ here: Int) -> ProfileRow.Target? {
    choices.indices.contains(here) ? rows[choices[here]].target : nil
  }

  private mutating func go(
    to target: ProfileRow.Target, _ state: inout ExplorerState
  ) -> OverlayOutcome {
    switch target {
    case .statements(let title, let actor, let concept):
      state.leave(self)
      return .open(
        StatementList(
          title: title, source: .inside(state.query.filter.narrowed(to: actor, on: concept))))
    case .allStatements(let title, let actor):
      var filter = state.query.filter
      filter.actors = [actor]
      state.leave(self)
      return .open(StatementList(title: title, source: .inside(filter)))
    case .statement(let ref, _, _):
      state.jump(to: ref, reason: nil, from: self)
      return .close
    case .page(let subject):
      if subject == self.subject { return .stay }
      state.leave(self)
      return .open(ProfilePage(subject))
    }
  }

  private func choice(_ choices: [Int], near row: Int) -> Int {
    choices.lastIndex { $0 <= row } ?? 0
  }

  /// A page without anything to choose is read like a text.
  private mutating func scrollText(_ command: Command, _ count: Int, _ page: Int) {
    switch command {
    case .down: top += 1
    case .pageDown, .halfPageDown: top += max(1, page - 1)
    case .pageUp, .halfPageUp: top -= max(1, page - 1)
    case .last: top = count
    default: break
    }
    top = min(max(0, top), max(0, count - page))
  }

  /// Scrolls so that the selected row is in view; up to the very top with the first choice.
  private mutating func show(_ rows: [ProfileRow], _ page: Int) {
    guard let index = rows.firstIndex(where: { $0.id == selected }) else { return }
    if index < top || index >= top + page {
      top = index < page ? 0 : index - page / 2
    }
    top = min(max(0, top), max(0, rows.count - page))
  }

  public mutating func point(row: Int, column: Int, _ state: ExplorerState) {
    let area = layout(state).overlayContent
    let rows = rows(state)
    let index = top + row - area.row
    guard area.rows.contains(row), rows.indices.contains(index), rows[index].target != nil else {
      return
    }
    selected = rows[index].id
    hasMoved = true
  }

  public mutating func fit(_ state: ExplorerState) {
    let rows = rows(state)
    let page = max(1, layout(state).overlayContent.size.rows)
    let isThere = rows.contains { $0.id == selected && $0.target != nil }
    if !isThere {
      selected = rows.first { $0.target != nil }?.id
      hasMoved = false
      top = 0
    }
    if hasMoved, let index = rows.firstIndex(where: { $0.id == selected }), index >= top + page {
      top = index - page + 1
    }
    top = min(max(0, top), max(0, rows.count - page))
  }

  /// The rows for the screen as it is; the same for moving and for drawing.
  public func rows(_ state: ExplorerState) -> [ProfileRow] {
    profileRows(self, state, columns: layout(state).overlayContent.size.columns)
  }

  /// What stands in the frame.
  public var title: String {
    switch content {
    case .actor(let profile, _): profile.actor.name
    case .concept(let profile):
      profile.concept.labelGerman.isEmpty
        ? profile.concept.id.rawValue : profile.concept.labelGerman
    case .nothing, nil:
      switch subject {
      case .actor(let id): id.rawValue
      case .concept(let id): id.rawValue
      }
    }
  }

  /// What stands at the right of the frame.
  public var kind: String {
    switch content {
    case .actor(let profile, _):
      [profile.actor.kind?.rawValue, profile.actor.country].compactMap { $0 }
        .joined(separator: " · ")
    case .concept: "concept"
    case .nothing, nil: ""
    }
  }
}

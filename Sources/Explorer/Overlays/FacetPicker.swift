import CorpusStore
import TextModel

/// A filter's values with their counts: type to narrow, Enter takes one alone, Tab adds or takes out.
public struct FacetPicker: OverlayModel {
  /// What a value is picked for.
  public enum Purpose: Hashable, Sendable {
    case filter
    /// To open its page.
    case page
  }

  public let field: FacetField
  public let purpose: Purpose
  /// What is typed to narrow the values.
  public var editor = LineEditor()
  /// Nil until known.
  public private(set) var values: [FacetValue]?
  /// The place among the values that match.
  public var cursor = ListCursor()
  let before: Place
  private var hasToggled = false

  init(_ field: FacetField, _ state: ExplorerState) { self.init(field, .filter, state) }

  init(_ field: FacetField, _ purpose: Purpose, _ state: ExplorerState) {
    self.field = field
    self.purpose = purpose
    before = state.place
  }

  public var context: KeyContext { .picker }

  public var hints: [([Command], String)]? {
    switch purpose {
    case .page: [([.up, .down], "move"), ([.open], "open its page"), ([.close], "as before")]
    // With several chosen Enter takes them all.
    case .filter where hasToggled:
      [
        ([.up, .down], "move"), ([.open], "take these"), ([.toggleValue], "add, take out"),
        ([.close], "as before"),
      ]
    case .filter: nil
    }
  }

  /// The values that contain what is typed.
  public var matching: [FacetValue] {
    let words = foldedWords(editor.text)
    guard !words.isEmpty else { return values ?? [] }
    return (values ?? []).filter { value in
      let label = FoldedText(value.label)
      return words.allSatisfy { !label.matches([$0]).isEmpty }
    }
  }

  /// Whether the filter asks for a value.
  public func isChosen(_ value: FacetValue, _ filter: CorpusFilter) -> Bool {
    switch field {
    case .actor: filter.actors.contains(value.value.map { ActorID($0) })
    case .concept: value.value.map { filter.concepts.contains(ConceptID($0)) } ?? false
    case .stance:
      value.value.flatMap(Polarity.init(rawValue:)).map(filter.polarities.contains) ?? false
    case .type:
      value.value.flatMap(ReportedSpeech.init(rawValue:)).map(filter.types.contains) ?? false
    }
  }

  /// Asked with the filter as it was: the field's own condition makes no difference to the counts.
  public func question(_ state: ExplorerState) -> Question? { .facet(field, before.query.filter) }

  /// What is typed narrows before the values are there; choosing among them waits.
  public func waits(for command: Command) -> Bool {
    var probe = ListCursor()
    return values == nil
      && (command == .open || command == .toggleValue
        || probe.perform(command, count: 2, page: 2))
  }

  public mutating func receive(_ answer: Answer, _ state: inout ExplorerState) {
    guard case .facet(let all) = answer else { return }
    // Unknown speakers can be filtered by; they are nobody in particular and have no page.
    let values = purpose == .page ? all.filter { $0.value != nil } : all
    self.values = values
    for value in values {
      guard let id = value.value else { continue }
      if field == .actor { state.actorNames[ActorID(id)] = value.label }
      if field == .concept { state.conceptLabels[ConceptID(id)] = value.label }
    }
    if purpose == .filter,
      let chosen = values.firstIndex(where: { isChosen($0, state.query.filter) })
    {
      cursor.select(chosen, count: values.count, page: page(state))
    }
  }

  public mutating func perform(_ command: Command, _ state: inout ExplorerState) -> OverlayOutcome {
    switch command {
    case .open:
      guard let value = selected else {
        state.say(
          editor.text.isEmpty ? "nothing to choose here" : "nothing here matches “\(editor.text)”")
        return .stay
      }
      if purpose == .page { return openPage(value, &state) }
      if !hasToggled { set(value, in: &state.query.filter, alone: true) }
      if state.query != before.query {
        state.leave(before)
        state.keepsOutside = false
        state.isBrowsing = false
      }
      return .close
    case .toggleValue:
      guard purpose == .filter, let value = selected else { return .stay }
      set(value, in: &state.query.filter, alone: false)
      state.keepsOutside = false
      hasToggled = true
      return .stay
    case .close, .cancel:
      if state.query != before.query { state.restore(before) }
      return .close
    default:
      if cursor.perform(command, count: matching.count, page: page(state)) { return .stay }
      if editor.perform(command) { cursor = ListCursor() }
      return .stay
    }
  }

  private func openPage(_ value: FacetValue, _ state: inout ExplorerState) -> OverlayOutcome {
    guard let id = value.value else { return .stay }
    state.leave(before)
    return .replace(
      ProfilePage(field == .concept ? .concept(ConceptID(id)) : .actor(ActorID(id))))
  }

  public mutating func type(_ character: Character, _ state: inout ExplorerState) {
    editor.insert(character)
    cursor = ListCursor()
  }

  public mutating func point(row: Int, column: Int, _ state: ExplorerState) {
    let area = state.layout.overlayContent
    let index = cursor.top + row - area.row - (area.size.rows - page(state))
    guard area.rows.contains(row), index >= cursor.top, matching.indices.contains(index) else {
      return
    }
    cursor.select(index, count: matching.count, page: page(state))
  }

  public mutating func fit(_ state: ExplorerState) {
    cursor.fit(count: matching.count, page: page(state))
  }

  /// The value of the cursor; nil when nothing matches.
  public var selected: FacetValue? {
    let values = matching
    return values.indices.contains(cursor.index) ? values[cursor.index] : nil
  }

  /// The line to type in stands above the values.
  private func page(_ state: ExplorerState) -> Int {
    let rows = state.layout.overlayContent.size.rows
    return max(1, rows - (rows > 4 ? 2 : 1))
  }

  /// Adds the value or takes it out; `alone` drops the field's other values, and the value itself when it
  /// was the only one.
  private func set(_ value: FacetValue, in filter: inout CorpusFilter, alone: Bool) {
    switch field {
    case .actor:
      change(&filter.actors, value.value.map { ActorID($0) }, alone)
    case .concept:
      if let id = value.value { change(&filter.concepts, ConceptID(id), alone) }
    case .stance:
      if let polarity = value.value.flatMap(Polarity.init(rawValue:)) {
        change(&filter.polarities, polarity, alone)
      }
    case .type:
      if let type = value.value.flatMap(ReportedSpeech.init(rawValue:)) {
        change(&filter.types, type, alone)
      }
    }
  }

  private func change<Value>(_ values: inout Set<Value>, _ value: Value, _ alone: Bool) {
    if alone {
      values = values == [value] ? [] : [value]
    } else if values.remove(value) == nil {
      values.insert(value)
    }
  }
}

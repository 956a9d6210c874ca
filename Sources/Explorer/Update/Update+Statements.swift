import CorpusStore
import TextModel

extension ExplorerState {
  /// To the next (previous) statement inside the filter, at the end of the article to the next one.
  mutating func stepStatement(backwards: Bool) -> [Effect] {
    isBrowsing = false
    walk = nil
    showText()
    guard list.selected != nil else {
      say(list.counts == nil ? "the articles are still being read" : "nothing is selected")
      return []
    }
    if isPending(.step) || destination != nil {
      queuedSteps = min(99, max(-99, queuedSteps + (backwards ? -1 : 1)))
      return []
    }
    let from: StatementRef?
    if let loaded = reading.loaded, loaded.key == list.selected {
      if let ordinal = nextInside(loaded, backwards: backwards) {
        select(statement: ordinal)
        return []
      }
      from = StatementRef(
        article: loaded.key, ordinal: reading.statement ?? (backwards ? 0 : Int.max))
    } else {
      // Nothing of an article that cannot be shown can be reached: on to the next one.
      let skips = reading.problem != nil && !isPending(.reading) && !backwards
      from = list.selected.map { StatementRef(article: $0, ordinal: skips ? Int.max : 0) }
    }
    return [askAnew(.step(from: from, query.filter, backwards: backwards), in: .step)]
  }

  /// The next statement of the article: after the selected one, or, when that was scrolled away, the next
  /// from what is in view.
  private func nextInside(_ loaded: Reading, backwards: Bool) -> Int? {
    if let ordinal = reading.statement, reading.selectedStatement.map(isVisible) ?? false {
      return backwards
        ? loaded.inside.last { $0 < ordinal } : loaded.inside.first { $0 > ordinal }
    }
    if reading.statement == nil, backwards, reading.top == 0 { return nil }
    // Found once: searching for each ordinal would be quadratic in a long article.
    let begins = Dictionary(
      loaded.analysed.statements.map { ($0.ordinal, $0.quote.first?.begin ?? 0) },
      uniquingKeysWith: { first, _ in first })
    func begin(_ ordinal: Int) -> Int { begins[ordinal] ?? 0 }
    return backwards
      ? loaded.inside.last { begin($0) < reading.top }
      : loaded.inside.first { begin($0) >= reading.top }
  }

  /// Goes to the text where it cannot be seen beside the pane with the keyboard.
  mutating func showText() {
    if !layout.isVisible(.text) { focus = .text }
  }

  mutating func select(statement ordinal: Int) {
    reading.statement = ordinal
    arrival = nil
    pendingRelated = nil
    showStatement()
  }

  mutating func receive(step ref: StatementRef?) -> [Effect] {
    guard let ref else {
      queuedSteps = 0
      say("no more statements in this direction")
      return []
    }
    go(to: Destination(article: ref.article, statement: ref.ordinal))
    return continueSteps()
  }

  /// Does the next of the steps that were typed ahead.
  mutating func continueSteps() -> [Effect] {
    var effects: [Effect] = []
    while queuedSteps != 0, destination == nil, !isPending(.step) {
      let backwards = queuedSteps < 0
      queuedSteps += backwards ? 1 : -1
      effects += stepStatement(backwards: backwards)
    }
    return effects
  }

  /// Goes to an article and a statement in it; at once when it is being read, else when its text comes.
  mutating func go(to target: Destination) {
    isBrowsing = false
    if list.selected == target.article, reading.loaded?.key == target.article {
      arrive(at: target)
      return
    }
    // The file may be there again; else the answer says that there is nowhere to arrive.
    if list.selected == target.article, reading.problem != nil { asked[.reading] = nil }
    let steps = queuedSteps
    if list.selected != target.article {
      leaveArticle()
      list.selected = target.article
      list.pinned = nil
      if let index = list.rows.firstIndex(where: { $0.key == target.article }) {
        list.cursor = list.first + index
      }
    }
    queuedSteps = steps
    keepsOutside = true
    destination = target
  }

  mutating func arrive(at target: Destination) {
    destination = nil
    reading.statement = target.statement
    if let top = target.textTop { reading.top = top }
    if target.statement != nil { showStatement() }
    if target.seeksMatch {
      let spans = reading.matches
      reading.match = spans.isEmpty ? nil : target.backwards ? spans.count - 1 : 0
      if let match = reading.match { show(spans[match]) }
    }
  }

  /// Leaves the place for a statement elsewhere; from a view (`top`) also all views, to which one comes
  /// back with the place.
  mutating func jump(to ref: StatementRef, reason: String?, from top: (any OverlayModel)? = nil) {
    leave(place, top)
    if top != nil {
      overlays = []
      focus = .text
    }
    let steps = ref.article != list.selected
    go(to: Destination(article: ref.article, statement: ref.ordinal))
    if steps { keepsOutside = true }
    arrival = reason.map { Arrival(ref: ref, reason: $0) }
    showText()
  }

  mutating func travel(_ command: Command) {
    let here = Visit(place: place, views: overlays)
    let visit = command == .back ? history.back(from: here) : history.forward(from: here)
    guard let visit else {
      say(command == .back ? "this is where you began" : "nothing lies ahead")
      return
    }
    restore(visit.place)
    overlays = visit.views
    asked[.overlay] = nil
  }

  /// Makes everything as it was at a place.
  mutating func restore(_ place: Place) {
    query = place.query
    walk = nil
    arrival = nil
    focus = place.focus
    isBrowsing = false
    guard let article = place.article else {
      keepsOutside = false
      return
    }
    if list.selected == article, reading.loaded?.key == article {
      keepsOutside = true
      arrive(at: Destination(article: article, statement: place.statement, textTop: place.textTop))
      // Whether it lies inside is said by the new list.
    } else {
      go(to: Destination(article: article, statement: place.statement, textTop: place.textTop))
    }
  }
}

import CorpusStore
import ScreenModel

extension ExplorerState {
  /// After any event: keeps scrolling and selection inside what there is, and asks for what is missing.
  ///
  /// Questions are derived from the state, so that no handler can forget one: a question that was asked
  /// already is not asked again.
  mutating func settle() -> [Effect] {
    let layout = self.layout
    fitSearch()
    fitText(layout)
    fitList(layout)
    fitSidebar(layout)
    for index in overlays.indices {
      var overlay = overlays[index]
      overlay.fit(self)
      overlays[index] = overlay
    }
    var effects: [Effect] = []
    func add(_ effect: Effect?) { if let effect { effects.append(effect) } }
    let filter = query.filter
    add(ask(.summary, in: .summary))
    if listedFilter != filter || listIsStale, pendingListFilter != filter {
      add(ask(.list(filter, around: list.selected, margin: listMargin), in: .list))
    } else if !listIsStale, let missing = missingRows(layout) {
      add(ask(.rows(filter, missing), in: .rows))
    }
    if let article = list.selected, listedFilter != nil {
      add(ask(.reading(article, filter), in: .reading, delay: isBrowsing ? 60 : 0))
    }
    var timeless = filter
    timeless.window = nil
    if layout.strip != nil { add(ask(.histogram(timeless), in: .histogram, delay: 30)) }
    if layout.isVisible(.sidebar) { add(ask(.standings(filter), in: .standings, delay: 60)) }
    if let ref = reading.selectedRef, reading.loaded?.key == list.selected {
      add(ask(.related(ref), in: .related, delay: pendingRelated == nil ? 60 : 0))
    }
    if overlays.count != overlaysAsked {
      overlaysAsked = overlays.count
      asked[.overlay] = nil
    }
    if let index = askingOverlay, let question = overlays[index].question(self) {
      add(ask(question, in: .overlay))
    }
    return effects
  }

  /// The topmost view that must know something: the one below a prompt follows what is typed.
  var askingOverlay: Int? { overlays.lastIndex { $0.question(self) != nil } }

  /// The effect of asking; nil when this was the slot's last question already.
  mutating func ask(_ question: Question, in slot: QuestionSlot, delay: Int = 0) -> Effect? {
    if asked[slot]?.question == question { return nil }
    return askAnew(question, in: slot, delay: delay)
  }

  /// Asks whether or not it was asked before.
  mutating func askAnew(_ question: Question, in slot: QuestionSlot, delay: Int = 0) -> Effect {
    generation += 1
    asked[slot] = Asked(question: question, generation: generation)
    return .ask(question, slot: slot, generation: generation, delayMilliseconds: delay)
  }

  /// Whether a question of the slot waits for its answer.
  func isPending(_ slot: QuestionSlot) -> Bool { asked[slot]?.isAnswered == false }

  private var pendingListFilter: CorpusFilter? {
    guard let asked = asked[.list], !asked.isAnswered, case .list(let filter, _, _) = asked.question
    else { return nil }
    return filter
  }

  /// Rows kept on each side of the cursor: a few screens of them.
  private var listMargin: Int { max(20, 2 * size.rows) }

  /// The rows to ask for when some that are visible, or the cursor's, are not known.
  private func missingRows(_ layout: ScreenLayout) -> Range<Int>? {
    guard listedFilter == query.filter, let lines = listLines, list.count > 0 else { return nil }
    let height = max(1, layout.rows(of: .list) - pinnedLines)
    let visible = lines.rows(onLines: list.top..<list.top + height)
    let wanted = min(visible.lowerBound, list.cursor)..<max(visible.upperBound, list.cursor + 1)
    let needed = visible.isEmpty ? list.cursor..<list.cursor + 1 : wanted
    let clamped = needed.clamped(to: 0..<list.count)
    let known = list.first..<list.first + list.rows.count
    if known.clamped(to: clamped) == clamped { return nil }
    return max(0, list.cursor - listMargin)..<min(list.count, list.cursor + listMargin)
  }
}

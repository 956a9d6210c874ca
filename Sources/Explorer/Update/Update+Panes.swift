import CorpusStore

extension ExplorerState {
  mutating func movePane(by step: Int, wraps: Bool) {
    let panes = reachablePanes
    guard let here = panes.firstIndex(of: focus) else {
      focus = .text
      return
    }
    let next = here + step
    if panes.indices.contains(next) {
      focus = panes[next]
    } else if wraps {
      focus = panes[(next + panes.count) % panes.count]
    }
    if focus == .sidebar { rest() }
  }

  /// The panes that Tab goes round: the sidebar when it is shown, or when there is one pane at a time.
  private var reachablePanes: [Pane] {
    switch layout.width {
    case .one: Pane.allCases
    case .two: sidebar.isShownWhenNarrow || focus == .sidebar ? Pane.allCases : [.list, .text]
    case .three: sidebar.isHiddenWhenWide ? [.list, .text] : Pane.allCases
    }
  }

  /// One pane at a time: goes to the sidebar and back.
  mutating func toggleSidebar() {
    // Beside a pane alone on the screen it cannot be: all are shown again.
    if isZoomed, layout.width != .one {
      isZoomed = false
      if layout.isVisible(.sidebar) { return }
    }
    switch layout.width {
    case .one: focus = focus == .sidebar ? .text : .sidebar
    case .two:
      sidebar.isShownWhenNarrow.toggle()
      if !sidebar.isShownWhenNarrow, focus == .sidebar { focus = .text }
    case .three:
      sidebar.isHiddenWhenWide.toggle()
      if sidebar.isHiddenWhenWide, focus == .sidebar { focus = .text }
    }
    if focus == .sidebar { rest() }
  }

  mutating func open() -> [Effect] {
    switch focus {
    case .list:
      guard list.selected != nil else { return [] }
      focus = .text
      isBrowsing = false
    case .text: openExplanation()
    case .sidebar: openStatements()
    }
    return []
  }

  /// Esc at the panes: undoes what was opened last — zoom, search, the way in — and never quits.
  mutating func stepOut() {
    if isZoomed {
      isZoomed = false
    } else if search != nil {
      change {
        $0.filter.text = ""
        $0.filter.isTextBegun = false
        $0.filter.byRelevance = false
      }
    } else if focus != .list {
      focus = focus == .sidebar && layout.width != .one ? .text : .list
    } else {
      say(
        "\(keymap.name(of: .closeOrQuit, in: .list) ?? "q") quits · \(keymap.name(of: .help, in: .list) ?? "?") lists the keys"
      )
    }
  }

  /// The statements behind the sidebar's selected line.
  private mutating func openStatements() {
    let items = sidebarItems(self)
    guard let item = items.first(where: { $0.id == sidebar.selected }) else { return }
    switch (item.id, item.content) {
    case (.position(_, _, _), .position(let standing)):
      let name = actorName(of: item.id)
      overlays.append(
        StatementList(
          title: "\(name) · \(standing.label)", source: .refs(standing.statements)))
    case (.actor(.article, let actor), .actor(let standing)):
      guard let loaded = reading.loaded else { return }
      let refs = loaded.analysed.statements.filter {
        actor.map($0.actors.contains) ?? $0.actors.isEmpty
      }.map { StatementRef(article: loaded.key, ordinal: $0.ordinal) }
      overlays.append(StatementList(title: standing.name, source: .refs(refs)))
    case (.actor(.corpus, let actor), .actor(let standing)):
      var filter = query.filter
      filter.actors = [actor]
      overlays.append(StatementList(title: standing.name, source: .inside(filter)))
    case (.morePositions, _): openActorPage()
    default: break
    }
  }

  private func actorName(of id: SidebarItem.ID) -> String {
    guard case .position(let scope, let actor, _) = id else { return "" }
    let standings = scope == .article ? reading.loaded?.standings : sidebar.corpus
    return standings?.first { $0.actor == actor }?.name ?? ""
  }

  mutating func openRelated() {
    guard let ref = reading.selectedRef else {
      sayNoStatement()
      return
    }
    overlays.append(StatementList(title: "Related statements", source: .related(ref)))
  }

  mutating func openExplanation() {
    guard reading.loaded != nil else { return }
    overlays.append(PageView(.explanation))
  }

  mutating func openHelp(for context: KeyContext) {
    overlays.append(PageView(.help(context)))
  }

  mutating func sayNoStatement() {
    say(
      "no statement selected · \(keymap.name(of: .nextStatement, in: .text) ?? "J") selects the next one"
    )
  }
}

import CorpusStore
import TextModel

extension ExplorerState {
  mutating func moveSidebar(_ command: Command) {
    let items = sidebarItems(self)
    let choices = items.indices.filter { items[$0].isSelectable }
    guard !choices.isEmpty else { return }
    let here = choices.firstIndex { items[$0].id == sidebar.selected } ?? 0
    guard let movement = Movement(command, page: layout.rows(of: .sidebar)) else { return }
    sidebar.selected = items[choices[movement.target(from: here, count: choices.count)]].id
    showSidebarSelection(items)
  }

  /// Puts the sidebar's cursor somewhere sensible when the keyboard comes: on the selected statement's
  /// actor, else on the first line.
  mutating func rest() {
    let items = sidebarItems(self)
    if let id = litActor, items.contains(where: { $0.id == id }) {
      sidebar.selected = id
    } else if sidebar.visitedFor != reading.loaded?.key {
      sidebar.selected = items.first(where: \.isSelectable)?.id
    }
    sidebar.visitedFor = reading.loaded?.key
    showSidebarSelection(items)
  }

  /// The line of the selected statement's actor.
  var litActor: SidebarItem.ID? {
    reading.selectedStatement.map { .actor(.article, $0.actors.first) }
  }

  mutating func fitSidebar(_ layout: ScreenLayout) {
    guard layout.isVisible(.sidebar) else { return }
    let items = sidebarItems(self)
    let choices = items.filter(\.isSelectable)
    if !choices.contains(where: { $0.id == sidebar.selected }) {
      sidebar.selected = choices.first?.id
      sidebar.top = 0
    }
    if focus == .sidebar {
      showSidebarSelection(items)
    } else if let lit = litActor, sidebarFollowed != lit {
      // The selected statement's actor is kept in view.
      sidebarFollowed = lit
      if let index = items.firstIndex(where: { $0.id == lit }) { showSidebar(index, items.count) }
    }
    sidebar.top = min(max(0, sidebar.top), max(0, items.count - layout.rows(of: .sidebar)))
  }

  private mutating func showSidebarSelection(_ items: [SidebarItem]) {
    if let index = items.firstIndex(where: { $0.id == sidebar.selected }) {
      showSidebar(index, items.count)
    }
  }

  private mutating func showSidebar(_ index: Int, _ count: Int) {
    let height = max(1, layout.rows(of: .sidebar))
    if index < sidebar.top { sidebar.top = index <= 1 ? 0 : max(0, index - height / 2) }
    if index >= sidebar.top + height { sidebar.top = index - height / 2 }
    sidebar.top = min(max(0, sidebar.top), max(0, count - height))
  }
}

import CorpusStore
import TextModel

/// "Who stands where": actors with their stances, first of the article, then of the filtered corpus.
public struct SidebarState: Sendable {
  /// Hidden by the user on a screen that has room for it.
  public var isHiddenWhenWide = false
  /// Shown by the user on a screen that has room for two panes only.
  public var isShownWhenNarrow = false
  /// Standings of the corpus under the filter; nil until known.
  public var corpus: [ActorStanding]?
  /// Actors of the corpus that are not listed.
  public var corpusMore = 0
  /// Names of the states under which metonyms are grouped.
  public var corpusNames: [ActorID: String] = [:]
  /// The selected line, by what it is about.
  public var selected: SidebarItem.ID?
  /// First visible line.
  public var top = 0
  /// The article for which the keyboard was last here.
  var visitedFor: ArticleKey?

  /// A sidebar that knows nothing yet.
  public init() {}
}

/// One line of the sidebar.
public struct SidebarItem: Sendable {
  /// Of which statements a line tells.
  public enum Scope: Hashable, Sendable { case article, corpus }

  /// What a line is about; holds while counts and order change.
  public enum ID: Hashable, Sendable {
    case heading(Scope)
    case group(Scope, ActorID)
    case actor(Scope, ActorID?)
    case position(Scope, ActorID?, ConceptID)
    case blank(Scope)
    /// The positions of an actor that are not listed.
    case morePositions(ActorID)
    case more
  }

  /// What a line shows.
  public enum Content: Sendable {
    case heading(String)
    /// The state under which metonyms stand, when it says nothing itself.
    case group(String)
    case actor(ActorStanding)
    case position(ConceptStanding)
    /// How many positions of the actor above are not listed; its page has them.
    case morePositions(Int)
    case blank
    /// Says why there is nothing.
    case note(String)
  }

  /// What the line is about.
  public var id: ID
  public var content: Content
  /// Steps to the right: metonyms stand under their state.
  public var indent: Int

  /// Whether the cursor can rest on it.
  public var isSelectable: Bool {
    switch content {
    case .actor, .position, .morePositions: true
    case .heading, .group, .blank, .note: false
    }
  }
}

/// The lines of the sidebar, made from what is known; the same for moving and for drawing.
public func sidebarItems(_ state: ExplorerState) -> [SidebarItem] {
  var items: [SidebarItem] = []
  if let loaded = state.reading.loaded {
    items.append(SidebarItem(id: .heading(.article), content: .heading("This article"), indent: 0))
    items += lines(loaded.standings, .article, loaded.actorNames)
  }
  if let corpus = state.sidebar.corpus {
    if !items.isEmpty { items.append(SidebarItem(id: .blank(.corpus), content: .blank, indent: 0)) }
    let articles = state.list.count
    let title = state.query.filter.isEmpty ? "Whole corpus" : "Inside the filter"
    items.append(
      SidebarItem(
        id: .heading(.corpus),
        content: .heading("\(title) · \(articles) \(articles == 1 ? "article" : "articles")"),
        indent: 0))
    items += lines(corpus, .corpus, state.sidebar.corpusNames)
    if state.sidebar.corpusMore > 0 {
      items.append(
        SidebarItem(
          id: .more, content: .note("and \(state.sidebar.corpusMore) more actors"), indent: 0))
    }
  }
  return items
}

/// Positions of one actor that the sidebar lists for the corpus.
private let shownPositions = 6

private func lines(
  _ standings: [ActorStanding], _ scope: SidebarItem.Scope, _ names: [ActorID: String]
) -> [SidebarItem] {
  guard !standings.isEmpty else {
    return [SidebarItem(id: .blank(scope), content: .note("nobody is quoted"), indent: 0)]
  }
  var items: [SidebarItem] = []
  func add(_ standing: ActorStanding, indent: Int) {
    items.append(
      SidebarItem(
        id: .actor(scope, standing.actor), content: .actor(standing), indent: indent))
    // In the corpus those with most to say take dozens of positions: the chief ones, and a way to all.
    let isCut =
      scope == .corpus && standing.actor != nil && standing.positions.count > shownPositions + 1
    let shown = isCut ? shownPositions : standing.positions.count
    for position in standing.positions.prefix(shown) {
      items.append(
        SidebarItem(
          id: .position(scope, standing.actor, position.concept), content: .position(position),
          indent: indent))
    }
    if shown < standing.positions.count, let actor = standing.actor {
      items.append(
        SidebarItem(
          id: .morePositions(actor), content: .morePositions(standing.positions.count - shown),
          indent: indent))
    }
  }
  for group in grouped(standings) {
    if let state = group.state {
      items.append(
        SidebarItem(
          id: .group(scope, state), content: .group(names[state] ?? state.rawValue), indent: 0))
    }
    if let head = group.head { add(head, indent: 0) }
    for member in group.members { add(member, indent: 1) }
  }
  return items
}

private struct StandingGroup {
  /// Set when the state has no statements of its own.
  var state: ActorID?
  var head: ActorStanding?
  var members: [ActorStanding]
}

/// Metonyms under their state, at the place of the first of them.
private func grouped(_ standings: [ActorStanding]) -> [StandingGroup] {
  var groups: [StandingGroup] = []
  var groupOfState: [ActorID: Int] = [:]
  let states = Set(standings.compactMap(\.metonymOf))
  for standing in standings {
    if let state = standing.metonymOf {
      if let index = groupOfState[state] {
        groups[index].members.append(standing)
      } else {
        groupOfState[state] = groups.count
        groups.append(StandingGroup(state: state, head: nil, members: [standing]))
      }
    } else if let actor = standing.actor, states.contains(actor) {
      if let index = groupOfState[actor] {
        groups[index].head = standing
        groups[index].state = nil
      } else {
        groupOfState[actor] = groups.count
        groups.append(StandingGroup(state: nil, head: standing, members: []))
      }
    } else {
      groups.append(StandingGroup(state: nil, head: standing, members: []))
    }
  }
  return groups
}

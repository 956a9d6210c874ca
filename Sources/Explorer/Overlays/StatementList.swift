import CorpusStore
import TextModel

/// A list of statements to go to: related ones with their reasons, or those behind a line of the sidebar.
public struct StatementList: OverlayModel {
  /// Which statements it lists.
  public enum Source: Hashable, Sendable {
    case related(StatementRef)
    case refs([StatementRef])
    case inside(CorpusFilter)
    case marked([Mark])
  }

  /// A statement of the list.
  public struct Entry: Sendable {
    public var statement: StatementEntry
    /// What relates it, in a list of related statements.
    public var relation: RelatedStatement?
  }

  public let title: String
  public let source: Source
  /// Nil until known.
  public private(set) var entries: [Entry]?
  /// Whether there are more than are listed.
  private var hasMore = false
  /// The place among the entries.
  public var cursor = ListCursor()
  /// How many are listed at most.
  static let limit = 500

  init(title: String, source: Source) {
    self.title = title
    self.source = source
  }

  public var context: KeyContext { .items }

  /// What to say when there is none.
  public var emptyNote: String {
    switch source {
    case .related: "No statement is related to this one."
    case .marked: "What was marked stands in no text of this archive any more."
    case .refs, .inside: "No statements."
    }
  }

  /// How many there are; there may be more than can be listed.
  public var extent: String {
    let count = entries?.count ?? 0
    guard hasMore else { return "\(count)" }
    return if case .related = source { "the best \(count)" } else { "the first \(count)" }
  }

  /// Rows that an entry takes.
  public func rowsPerEntry(height: Int) -> Int {
    let full = if case .related = source { 3 } else { 2 }
    return height >= 2 * full ? full : 1
  }

  public func waits(for command: Command) -> Bool {
    entries == nil && !command.isAboutTheViewItself
  }

  public func question(_ state: ExplorerState) -> Question? {
    // One more than is shown tells whether there are more.
    let asked = Self.limit + 1
    return switch source {
    case .related(let ref): .related(ref)
    case .refs(let refs): .statements(Array(refs.prefix(asked)))
    case .marked(let marks): .marked(Array(marks.prefix(asked)))
    case .inside(let filter): .statementsInside(filter, limit: asked)
    }
  }

  public mutating func receive(_ answer: Answer, _ state: inout ExplorerState) {
    switch answer {
    case .related(let related, let hasMore, let names):
      guard case .related = source else { return }
      self.hasMore = hasMore
      entries = related.map { Entry(statement: $0.statement, relation: $0.relation) }
      state.conceptLabels.merge(names.concepts) { _, new in new }
    case .statements(let statements, let names):
      state.conceptLabels.merge(names.concepts) { _, new in new }
      entries = statements.prefix(Self.limit).map { Entry(statement: $0, relation: nil) }
      hasMore = statements.count > Self.limit
    default: break
    }
  }

  public mutating func perform(_ command: Command, _ state: inout ExplorerState) -> OverlayOutcome {
    let entries = entries ?? []
    switch command {
    case .close, .closeOrQuit, .cancel: return .close
    case .open:
      guard entries.indices.contains(cursor.index) else { return .stay }
      let entry = entries[cursor.index]
      state.jump(to: entry.statement.digest.ref, reason: entry.relation?.reason, from: self)
      return .close
    case .copyCitation:
      guard entries.indices.contains(cursor.index) else { return .stay }
      return .stayWith(state.copy(entries[cursor.index].statement))
    default:
      _ = cursor.perform(command, count: entries.count, page: page(state))
      return .stay
    }
  }

  public mutating func point(row: Int, column: Int, _ state: ExplorerState) {
    let area = state.layout.overlayContent
    let count = entries?.count ?? 0
    let index = cursor.top + (row - area.row) / rowsPerEntry(height: area.size.rows)
    guard area.rows.contains(row), index < min(count, cursor.top + page(state)) else { return }
    cursor.select(index, count: count, page: page(state))
  }

  public mutating func fit(_ state: ExplorerState) {
    cursor.fit(count: entries?.count ?? 0, page: page(state))
  }

  private func page(_ state: ExplorerState) -> Int {
    let height = state.layout.overlayContent.size.rows
    return max(1, height / rowsPerEntry(height: height))
  }
}

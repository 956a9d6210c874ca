import CorpusStore
import ScreenModel
import TextModel

/// One row of an actor's or a concept's page.
public struct ProfileRow: Sendable {
  /// What a row is about; holds while counts and order change.
  public enum ID: Hashable, Sendable {
    case text(Int)
    case all
    case actor(ActorID?)
    case concept(ConceptID)
    case change(Int, isLater: Bool)
    case said(StatementRef)
    case identity(ActorID)
  }

  /// Where Enter leads.
  public enum Target: Hashable, Sendable {
    case statements(title: String, ActorID?, ConceptID)
    case allStatements(title: String, ActorID)
    case statement(StatementRef, ActorID?, ConceptID?)
    case page(ProfilePage.Subject)

    /// The pages to which `A` and `C` lead from it.
    var pages: (actor: ProfilePage.Subject?, concept: ProfilePage.Subject?) {
      switch self {
      case .statements(_, let actor, let concept):
        (actor.map { .actor($0) }, .concept(concept))
      case .statement(_, let actor, let concept):
        (actor.map { .actor($0) }, concept.map { .concept($0) })
      case .allStatements(_, let actor): (.actor(actor), nil)
      case .page(let subject):
        if case .actor = subject { (subject, nil) } else { (nil, subject) }
      }
    }
  }

  /// What it shows.
  public enum Content: Sendable {
    case text(StyledLine)
    /// A heading with a rule behind it.
    case heading(String, StyledLine)
    /// The years above the charts.
    case axis
    /// A name, its numbers, and a chart of signs.
    case lane(StyledLine, StyledLine, StanceHistory)
    /// A name, its numbers, and a chart of blocks of one side's counts; nil for all statements.
    case bars(StyledLine, StyledLine, StanceHistory, Polarity?)
  }

  /// What it is about.
  public var id: ID
  /// What it shows.
  public var content: Content
  /// Where Enter leads; nil for a row that cannot be selected.
  public var target: Target?

  /// Whether it is one of the two statements of a change of position.
  var isChange: Bool { if case .change = id { true } else { false } }
}

/// How the columns of a page with charts are shared out.
public struct LaneColumns: Hashable, Sendable {
  /// Columns of the names, a blank at their end.
  public var name: Int
  /// Columns of the numbers behind them.
  public var counts: Int
  /// Columns before the chart.
  public var chart: Int { name + counts + 2 }
  /// The chart's columns, counted from its first one.
  public var axis: TimeAxis

  /// Shares out the columns of a page; the chart gets what the others leave.
  init(columns: Int, histories: [StanceHistory]) {
    name = min(38, max(12, columns * 32 / 100))
    counts = columns >= 50 ? 12 : 8
    if name + counts + 8 > columns { name = max(4, columns - counts - 2) }
    axis = TimeAxis(
      histories.lazy.flatMap { $0.periods.lazy.map(\.period) }, room: columns - name - counts - 3)
  }
}

extension ProfilePage {
  /// The columns of the page's charts.
  public func lanes(columns: Int) -> LaneColumns {
    switch content {
    case .actor(let profile, _):
      LaneColumns(columns: columns, histories: [profile.statements])
    case .concept(let profile):
      LaneColumns(columns: columns, histories: [profile.statements])
    case .nothing, nil: LaneColumns(columns: columns, histories: [])
    }
  }
}

/// Numbers by side: "+6 −2 ±1", or "○3" when no side is taken.
public func sideCounts(_ counts: StanceCounts) -> StyledLine {
  let sides: [(Polarity, Int)] = [
    (.support, counts.support), (.oppose, counts.oppose), (.ambivalent, counts.ambivalent),
    (.neutral, counts.neutral),
  ]
  var line = StyledLine()
  for (side, count) in sides where count > 0 {
    // Where sides are taken, what takes none is left out.
    if side == .neutral, !line.isEmpty { continue }
    if !line.isEmpty { line.append(" ") }
    line.append("\(side.sign)\(count)", role: side.role)
  }
  return line
}

/// What a view is narrowed to, as one line: "Whole corpus", or the conditions one by one.
public func filterLine(_ state: ExplorerState) -> StyledLine {
  let chips = filterChips(state)
  var line = StyledLine()
  if chips.isEmpty {
    line.append("Whole corpus", role: .faint)
  } else {
    line.append("Inside the filter ", role: .faint)
    for chip in chips {
      line.append(" \(chip.name) ", role: .faint)
      line.append(chip.value, role: .key)
    }
  }
  line.append(" · \(counted(state.list.count, "article"))", role: .faint)
  return line
}

/// The conditions of the filter by name and value.
public func filterChips(_ state: ExplorerState) -> [(name: String, value: String)] {
  let filter = state.query.filter
  var chips: [(String, String)] = []
  if let window = state.query.window { chips.append(("date", window.label)) }
  if filter.hidesUncertain { chips.append(("dates", "certain only")) }
  if !filter.actors.isEmpty {
    let names = filter.actors.map {
      $0.map { state.actorNames[$0] ?? $0.rawValue } ?? "unknown speaker"
    }
    chips.append(("actor", names.sorted().joined(separator: ", ")))
  }
  if !filter.concepts.isEmpty {
    let labels = filter.concepts.map { state.conceptLabels[$0] ?? $0.rawValue }
    chips.append(("concept", labels.sorted().joined(separator: ", ")))
  }
  if !filter.polarities.isEmpty {
    let signs = Polarity.allCases.filter(filter.polarities.contains)
    chips.append(("stance", signs.map { "\($0.sign) \($0.rawValue)" }.joined(separator: ", ")))
  }
  if !filter.types.isEmpty {
    let types = ReportedSpeech.allCases.filter(filter.types.contains)
    chips.append(("type", types.map(\.rawValue).joined(separator: ", ")))
  }
  if !filter.text.isEmpty { chips.append(("text", filter.text)) }
  return chips
}

/// A number with its noun: "1 article", "30 articles".
public func counted(_ number: Int, _ noun: String) -> String {
  "\(number) \(noun)\(number == 1 ? "" : "s")"
}

import TextModel

/// One statement as the profiles count it.
public struct DatedStances: Sendable {
  public var ref: StatementRef
  /// First and last day that its date may mean; nil for an undated one.
  public var days: ClosedRange<Int>?
  public var actors: [ActorID]
  public var polarity: Polarity
  public var stances: [ConceptPolarity]

  /// A statement by its parts.
  public init(
    ref: StatementRef, days: ClosedRange<Int>?, actors: [ActorID], polarity: Polarity,
    stances: [ConceptPolarity]
  ) {
    self.ref = ref
    self.days = days
    self.actors = actors
    self.polarity = polarity
    self.stances = stances
  }

  /// The sides that it takes on a concept.
  func sides(on concept: ConceptID) -> Set<Polarity> {
    Set(stances.lazy.filter { $0.concept == concept }.map(\.polarity))
  }
}

/// Counts over time, and finds where somebody went over to the other side.
public struct StanceTally<Subject: Hashable & Sendable>: Sendable {
  /// A side taken at some time.
  private struct Turn: Sendable {
    var ref: StatementRef
    var days: ClosedRange<Int>
    var side: Polarity
  }

  /// A change of position, as the two statements.
  public struct Change: Sendable {
    public var subject: Subject
    public var before: StatementRef
    public var after: StatementRef
    /// The side taken in `after`.
    public var to: Polarity
  }

  private var counts: [Subject: [StatementPeriod: StanceCounts]] = [:]
  /// Statements come article by article, so that most are of the last one's days.
  private var last: (days: ClosedRange<Int>?, period: StatementPeriod)?
  private var turns: [Subject: [Turn]] = [:]

  /// Nothing counted.
  public init() {}

  /// Counts the sides that a statement takes.
  public mutating func add(_ statement: DatedStances, _ sides: Set<Polarity>, to subject: Subject) {
    guard !sides.isEmpty else { return }
    let period: StatementPeriod
    if let last, last.days == statement.days {
      period = last.period
    } else {
      period = StatementPeriod(statement.days)
      last = (statement.days, period)
    }
    counts[subject, default: [:]][period, default: StanceCounts()].add(sides)
    if sides.count == 1, let side = sides.first, side == .support || side == .oppose,
      let days = statement.days
    {
      turns[subject, default: []].append(Turn(ref: statement.ref, days: days, side: side))
    }
  }

  /// The histories, in no order.
  public var histories: [(subject: Subject, history: StanceHistory)] {
    counts.map { ($0.key, StanceHistory($0.value)) }
  }

  /// Where a side gave way to the other, in the order of time of the later statement, ties in the order
  /// given.
  ///
  /// Each statement is held against the last one that was certainly made before it: whose days end before
  /// its own begin. What may have been said at the same time is no change. Of several that turn away from
  /// one statement the first counts.
  ///
  /// - Complexity: O(*n* log *n*) in the statements.
  public func changes(inOrder precedes: (Subject, Subject) -> Bool) -> [Change] {
    var found: [(day: Int, change: Change)] = []
    for (subject, turns) in turns {
      let byBegin = turns.sorted { ($0.days.lowerBound, $0.ref) < ($1.days.lowerBound, $1.ref) }
      let byEnd = turns.sorted { ($0.days.upperBound, $0.ref) < ($1.days.upperBound, $1.ref) }
      var ended = 0
      var lastLeft: StatementRef?
      for turn in byBegin {
        while ended < byEnd.count, byEnd[ended].days.upperBound < turn.days.lowerBound {
          ended += 1
        }
        guard ended > 0, byEnd[ended - 1].side != turn.side, byEnd[ended - 1].ref != lastLeft
        else { continue }
        lastLeft = byEnd[ended - 1].ref
        found.append(
          (
            turn.days.lowerBound,
            Change(
              subject: subject, before: byEnd[ended - 1].ref, after: turn.ref, to: turn.side)
          ))
      }
    }
    return found.sorted { a, b in
      if a.day != b.day { return a.day < b.day }
      if a.change.after != b.change.after { return a.change.after < b.change.after }
      return precedes(a.change.subject, b.change.subject)
    }.map(\.change)
  }
}

extension StatementRef: Comparable {
  /// By article number, then by place in the text.
  public static func < (a: StatementRef, b: StatementRef) -> Bool {
    (a.article.rawValue, a.ordinal) < (b.article.rawValue, b.ordinal)
  }
}

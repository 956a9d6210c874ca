import TextModel

/// Who stands where: actors by concepts, inside a filter.
///
/// A stance counts when its statement passes the filter narrowed to the cell's actor and concept, so that
/// a cell is exactly the list of statements under that filter. Under a filter by actor or concept only
/// those have rows or columns.
public struct StanceMatrix: Hashable, Sendable {
  /// A row.
  public struct Actor: Hashable, Sendable {
    /// Nil for unknown speakers.
    public var id: ActorID?
    public var name: String
    public var kind: ActorKind?
    /// The state for which a government metonym stands.
    public var metonymOf: ActorID?
    /// The row's counts summed up over all concepts, also over those without a column.
    public var total: StanceCounts

    /// A row without its cells.
    public init(
      id: ActorID?, name: String, kind: ActorKind?, metonymOf: ActorID?, total: StanceCounts
    ) {
      self.id = id
      self.name = name
      self.kind = kind
      self.metonymOf = metonymOf
      self.total = total
    }
  }

  /// A column.
  public struct Column: Hashable, Sendable {
    public var id: ConceptID
    public var label: String
    /// The column's counts summed up over all actors, also over those without a row.
    public var total: StanceCounts

    /// A column without its cells.
    public init(id: ConceptID, label: String, total: StanceCounts) {
      self.id = id
      self.label = label
      self.total = total
    }
  }

  /// Most stances first, ties by name; unknown speakers last.
  public var actors: [Actor]
  /// Most stances first, ties by label.
  public var concepts: [Column]
  /// Row by row; without statements where an actor says nothing about a concept.
  public var cells: [[StanceCounts]]
  /// Actors that take a stance but have no row.
  public var moreActors: Int
  /// Concepts on which a stance is taken but which have no column.
  public var moreConcepts: Int

  /// Cuts a tally down to the rows and columns with most stances.
  ///
  /// - Parameters:
  ///   - tally: the counts of each actor on each concept, cells without statements left out.
  ///   - actors: names and kinds; nil stands for unknown speakers.
  ///   - limits: rows and columns kept at most; the row of unknown speakers is kept beside them.
  public init(
    tally: [ActorID?: [ConceptID: StanceCounts]],
    actor: (ActorID?) -> (name: String, kind: ActorKind?, metonymOf: ActorID?),
    label: (ConceptID) -> String, limits: (actors: Int, concepts: Int)
  ) {
    var rows: [Actor] = []
    var columns: [ConceptID: StanceCounts] = [:]
    for (id, counts) in tally {
      var total = StanceCounts()
      for (concept, count) in counts {
        total.add(count)
        columns[concept, default: StanceCounts()].add(count)
      }
      let known = actor(id)
      rows.append(
        Actor(
          id: id, name: known.name, kind: known.kind, metonymOf: known.metonymOf, total: total))
    }
    rows.sort { a, b in
      if (a.id == nil) != (b.id == nil) { return b.id == nil }
      return a.total.statements != b.total.statements
        ? a.total.statements > b.total.statements
        : (a.name, a.id?.rawValue ?? "") < (b.name, b.id?.rawValue ?? "")
    }
    let unknown = rows.last.flatMap { $0.id == nil ? $0 : nil }
    let known = rows.count - (unknown == nil ? 0 : 1)
    actors = Array(rows.prefix(min(max(0, limits.actors), known)))
    moreActors = known - actors.count
    if let unknown { actors.append(unknown) }
    let ordered = columns.map { Column(id: $0.key, label: label($0.key), total: $0.value) }
      .sorted {
        $0.total.statements != $1.total.statements
          ? $0.total.statements > $1.total.statements : ($0.label, $0.id) < ($1.label, $1.id)
      }
    concepts = Array(ordered.prefix(max(0, limits.concepts)))
    moreConcepts = ordered.count - concepts.count
    let order = concepts.map(\.id)
    cells = actors.map { row in order.map { tally[row.id]?[$0] ?? StanceCounts() } }
  }
}

extension CorpusFilter {
  /// Whether a stance of a passing statement counts where stances are counted by concept.
  public func counts(_ stance: ConceptPolarity) -> Bool {
    (concepts.isEmpty || concepts.contains(stance.concept))
      && (polarities.isEmpty || polarities.contains(stance.polarity))
  }

  /// The filter of one cell of the matrix: the statements of an actor (nil: of unknown speakers) on a
  /// concept.
  public func narrowed(to actor: ActorID?, on concept: ConceptID) -> CorpusFilter {
    var narrowed = self
    narrowed.actors = [actor]
    narrowed.concepts = [concept]
    return narrowed
  }
}

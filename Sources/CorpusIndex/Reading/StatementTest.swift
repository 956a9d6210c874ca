import CorpusStore
import TextModel

/// A filter's conditions on statements, in the numbers of one index.
struct StatementTest {
  private var types: UInt16 = 0
  private var polarities: UInt16 = 0
  private var actors: Set<Int32> = []
  private var takesUnknown = false
  private var asksForActor = false
  private var concepts: Set<Int32> = []
  private var asksForConcept = false
  /// The concept, where only one is asked for: compared more quickly than looked for in a set.
  private var onlyConcept: Int32?

  /// - Parameters: the numbers of actors and concepts; what the index does not know matches nothing.
  init(_ filter: CorpusFilter, actor: (ActorID) -> Int?, concept: (ConceptID) -> Int?) {
    for type in filter.types { types |= 1 << IndexCodes.code(type) }
    for polarity in filter.polarities { polarities |= 1 << IndexCodes.code(polarity) }
    asksForActor = !filter.actors.isEmpty
    takesUnknown = filter.actors.contains(nil)
    actors = Set(filter.actors.compactMap { $0.flatMap(actor) }.map { Int32($0) })
    asksForConcept = !filter.concepts.isEmpty
    concepts = Set(filter.concepts.compactMap(concept).map { Int32($0) })
    if concepts.count == 1 { onlyConcept = concepts.first }
  }

  /// Whether the statement meets all conditions; those on stances one stance must meet together.
  func holds(_ statement: Int, _ columns: StatementColumns) -> Bool {
    holds(
      type: columns.typeCode(statement), polarity: columns.polarityCode(statement),
      actors: columns.actors(statement), stances: columns.stances(statement))
  }

  func holds(
    type: Int, polarity: Int, actors spoken: ArraySlice<Int32>, stances: ArraySlice<Int32>
  ) -> Bool {
    if types != 0, types & (1 << type) == 0 { return false }
    if asksForActor {
      let isMeant = spoken.isEmpty ? takesUnknown : spoken.contains { actors.contains($0) }
      if !isMeant { return false }
    }
    if let onlyConcept {
      return stances.contains { $0 >> 2 == onlyConcept && asksFor(polarity: Int($0 & 3)) }
    }
    if asksForConcept {
      return stances.contains { concepts.contains($0 >> 2) && asksFor(polarity: Int($0 & 3)) }
    }
    return asksFor(polarity: polarity) || stances.contains { asksFor(polarity: Int($0 & 3)) }
  }

  /// Whether a stance counts where stances are counted by concept.
  func counts(stance: Int32) -> Bool {
    (!asksForConcept || concepts.contains(stance >> 2)) && asksFor(polarity: Int(stance & 3))
  }

  func asksFor(polarity: Int) -> Bool { polarities == 0 || polarities & (1 << polarity) != 0 }

  /// The polarities under which the statement is counted, as bits: of its stances on the concepts asked
  /// for, or, when none is, its own and those of all its stances.
  func countedPolarities(_ statement: Int, _ columns: StatementColumns) -> UInt16 {
    var bits: UInt16 = asksForConcept ? 0 : 1 << columns.polarityCode(statement)
    for stance in columns.stances(statement)
    where !asksForConcept || concepts.contains(stance >> 2) {
      bits |= 1 << (stance & 3)
    }
    return bits
  }
}

import TextModel

/// What filters ask of one statement, with actors and concepts as small numbers.
struct StatementFacts: Sendable {
  var article: Int
  var ordinal: Int
  var type: ReportedSpeech
  var polarity: Polarity
  /// Numbers of the actors; empty when the speaker is unknown.
  var actors: [Int]
  var stances: [(concept: Int, polarity: Polarity)]

  /// The polarities under which the statement is counted: of its stances on the concepts asked for, or,
  /// when none is asked for, its own and those of all its stances.
  func polarities(on concepts: Set<Int>) -> Set<Polarity> {
    guard concepts.isEmpty else {
      return Set(stances.lazy.filter { concepts.contains($0.concept) }.map(\.polarity))
    }
    return Set(stances.map(\.polarity)).union([polarity])
  }
}

/// A filter's conditions on statements, in the numbers of one store.
struct StatementConditions {
  var actors: Set<Int>
  var unknownSpeaker: Bool
  var asksForActor: Bool
  var concepts: Set<Int>
  var asksForConcept: Bool
  var polarities: Set<Polarity>
  var types: Set<ReportedSpeech>

  init(_ filter: CorpusFilter, actorNumbers: [ActorID: Int], conceptNumbers: [ConceptID: Int]) {
    actors = Set(filter.actors.compactMap { $0.flatMap { actorNumbers[$0] } })
    unknownSpeaker = filter.actors.contains(nil)
    asksForActor = !filter.actors.isEmpty
    concepts = Set(filter.concepts.compactMap { conceptNumbers[$0] })
    asksForConcept = !filter.concepts.isEmpty
    polarities = filter.polarities
    types = filter.types
  }

  func holds(_ statement: StatementFacts) -> Bool {
    if !types.isEmpty, !types.contains(statement.type) { return false }
    if asksForActor {
      let known =
        statement.actors.isEmpty
        ? unknownSpeaker : statement.actors.contains(where: actors.contains)
      if !known { return false }
    }
    if asksForConcept {
      return statement.stances.contains {
        concepts.contains($0.concept) && (polarities.isEmpty || polarities.contains($0.polarity))
      }
    }
    return polarities.isEmpty || polarities.contains(statement.polarity)
      || statement.stances.contains { polarities.contains($0.polarity) }
  }
}

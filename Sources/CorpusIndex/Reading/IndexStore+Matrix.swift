import CorpusStore
import TextModel

extension IndexStore {
  /// O(statements inside the filter), without reading the file.
  public func matrix(_ filter: CorpusFilter, actors: Int, concepts: Int) -> StanceMatrix {
    var tally = NumberedTally()
    if let list = list(filter), let columns = statementColumns {
      let test = test(filter)
      let isOpen = !filter.asksAboutStatements
      var sides: [Int32] = []
      for row in 0..<list.count {
        if row & 0xFFF == 0, reader.isCancelled { break }
        for statement in columns.range(list.place(row), articles) {
          let stances = columns.stances(statement)
          guard !stances.isEmpty, isOpen || test.holds(statement, columns) else { continue }
          sides.removeAll(keepingCapacity: true)
          forEachOnce(stances) { if test.counts(stance: $0) { sides.append($0) } }
          if sides.isEmpty { continue }
          tally.add(
            statement, actors: columns.actors(statement), stances: sides[...], ref: nil)
        }
      }
    }
    names.load(tally.actors)
    var counts: [ActorID?: [ConceptID: StanceCounts]] = [:]
    var numbers: [ActorID?: Int32] = [:]
    for position in tally.positions {
      guard isAskedFor(position.actor, filter), let concept = names.concept(Int(position.concept))
      else { continue }
      let id = position.actor == NumberedTally.unknown ? nil : names.actorID(position.actor)
      if position.actor != NumberedTally.unknown, id == nil { continue }
      func count(_ side: Polarity) -> Int { Int(position.by[IndexCodes.code(side)]) }
      var cell = StanceCounts()
      cell.support = count(.support)
      cell.oppose = count(.oppose)
      cell.neutral = count(.neutral)
      cell.ambivalent = count(.ambivalent)
      cell.statements = Int(position.count)
      counts[id, default: [:]][concept.id] = cell
      numbers[id] = position.actor
    }
    return StanceMatrix(
      tally: counts,
      actor: { id in
        guard id != nil, let number = numbers[id], let known = self.names.actor(number)?.actor
        else { return ("unknown speaker", nil, nil) }
        return (known.name, known.kind, known.metonymOf)
      }, label: label, limits: (actors, concepts))
  }

  /// Under a filter by actor only those have rows, not the others who said something with them.
  private func isAskedFor(_ actor: Int32, _ filter: CorpusFilter) -> Bool {
    guard !filter.actors.isEmpty else { return true }
    return filter.actors.contains(
      actor == NumberedTally.unknown ? nil : names.actorID(actor))
  }
}

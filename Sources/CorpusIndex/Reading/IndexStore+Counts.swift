import CorpusStore
import TextModel

extension IndexStore {
  public func facet(_ field: FacetField, _ filter: CorpusFilter) -> [FacetValue] {
    var others = filter
    switch field {
    case .actor: others.actors = []
    case .concept: others.concepts = []
    case .stance: others.polarities = []
    case .type: others.types = []
    }
    guard let list = list(others), let columns = statementColumns else { return [] }
    let test = test(others)
    let isOpen = !others.asksAboutStatements
    var tally = FacetTally()
    for row in 0..<list.count {
      if row & 0xFFF == 0, reader.isCancelled { return [] }
      for statement in columns.range(list.place(row), articles)
      where isOpen || test.holds(statement, columns) {
        switch field {
        case .actor:
          let actors = columns.actors(statement)
          if actors.isEmpty { tally.count(-1, row) }
          forEachOnce(actors) { tally.count($0, row) }
        case .concept:
          let stances = columns.stances(statement)
          for index in stances.indices where test.asksFor(polarity: Int(stances[index] & 3)) {
            let concept = stances[index] >> 2
            let isKnown = stances[..<index].contains {
              $0 >> 2 == concept && test.asksFor(polarity: Int($0 & 3))
            }
            if !isKnown { tally.count(concept, row) }
          }
        case .stance:
          let bits = test.countedPolarities(statement, columns)
          for code in 0..<4 where bits & (1 << code) != 0 { tally.count(Int32(code), row) }
        case .type: tally.count(Int32(columns.typeCode(statement)), row)
        }
      }
    }
    if field == .actor { names.load(tally.values.filter { $0 >= 0 }) }
    return tally.values.compactMap { value in
      guard let (id, label) = named(field, value) else { return nil }
      return FacetValue(
        value: id, label: label, statements: tally.statements(value),
        articles: tally.articles(value))
    }.sorted {
      $0.statements != $1.statements
        ? $0.statements > $1.statements : ($0.label, $0.value ?? "") < ($1.label, $1.value ?? "")
    }
  }

  private func named(_ field: FacetField, _ value: Int32) -> (id: String?, label: String)? {
    switch field {
    case .actor:
      if value == -1 { return (nil, "unknown speaker") }
      return names.actor(value).map { ($0.actor.id.rawValue, $0.actor.name) }
    case .concept:
      return names.concept(Int(value)).map { ($0.id.rawValue, names.label(ofConcept: Int(value))) }
    case .stance:
      let polarity: Polarity? = IndexCodes.value(Int(value))
      return polarity.map { ($0.rawValue, $0.rawValue) }
    case .type:
      let type: ReportedSpeech? = IndexCodes.value(Int(value))
      return type.map { ($0.rawValue, $0.rawValue) }
    }
  }

  public func histogram(_ filter: CorpusFilter) -> [MonthCount] {
    var timeless = filter
    timeless.window = nil
    guard let list = list(timeless) else { return [] }
    var tally = MonthTally()
    for row in 0..<list.count { tally.add(articles.days(list.place(row))) }
    return tally.counts
  }
}

/// Statements and articles by actor or concept number or code, in flat arrays; -1 stands for the unknown
/// speaker.
private struct FacetTally {
  private struct Count {
    var statements: Int32 = 0
    var articles: Int32 = 0
    var lastRow: Int32 = -1
  }

  private var counts: [Count] = []

  @inline(__always)
  mutating func count(_ value: Int32, _ row: Int) {
    let index = Int(value) + 1
    guard index >= 0, index < 1 << 24 else { return }
    if index >= counts.count {
      counts.append(
        contentsOf: repeatElement(Count(), count: max(index + 1 - counts.count, counts.count)))
    }
    counts[index].statements += 1
    if counts[index].lastRow != Int32(truncatingIfNeeded: row) {
      counts[index].lastRow = Int32(truncatingIfNeeded: row)
      counts[index].articles += 1
    }
  }

  /// Those that were counted.
  var values: [Int32] {
    counts.indices.filter { counts[$0].statements > 0 }.map { Int32($0) - 1 }
  }

  func statements(_ value: Int32) -> Int { Int(counts[Int(value) + 1].statements) }
  func articles(_ value: Int32) -> Int { Int(counts[Int(value) + 1].articles) }
}

/// Calls `body` for each of a few values, repeated ones once.
@inline(__always)
func forEachOnce(_ values: ArraySlice<Int32>, _ body: (Int32) -> Void) {
  for index in values.indices where !values[..<index].contains(values[index]) {
    body(values[index])
  }
}

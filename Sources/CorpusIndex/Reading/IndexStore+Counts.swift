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
    // By actor or concept number or code; -1 stands for the unknown speaker.
    var tally: [Int32: (statements: Int, articles: Int, lastRow: Int)] = [:]
    func count(_ value: Int32, _ row: Int) {
      var count = tally[value] ?? (0, 0, -1)
      count.statements += 1
      if count.lastRow != row { count.articles += 1 }
      count.lastRow = row
      tally[value] = count
    }
    for row in 0..<list.count {
      if row & 0xFFF == 0, reader.isCancelled { return [] }
      for statement in columns.range(list.place(row), articles)
      where isOpen || test.holds(statement, columns) {
        switch field {
        case .actor:
          let actors = columns.actors(statement)
          if actors.isEmpty { count(-1, row) }
          forEachOnce(actors) { count($0, row) }
        case .concept:
          forEachOnce(
            columns.stances(statement).lazy.filter { test.asksFor(polarity: Int($0 & 3)) }
              .map { $0 >> 2 }
          ) { count($0, row) }
        case .stance:
          let bits = test.countedPolarities(statement, columns)
          for code in 0..<4 where bits & (1 << code) != 0 { count(Int32(code), row) }
        case .type: count(Int32(columns.typeCode(statement)), row)
        }
      }
    }
    if field == .actor { names.load(tally.keys) }
    return tally.compactMap { value, count in
      guard let (id, label) = named(field, value) else { return nil }
      return FacetValue(
        value: id, label: label, statements: count.statements, articles: count.articles)
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

/// Calls `body` for each of a few values, repeated ones once.
func forEachOnce(_ values: some Collection<Int32>, _ body: (Int32) -> Void) {
  for (offset, value) in values.enumerated() where !values.prefix(offset).contains(value) {
    body(value)
  }
}

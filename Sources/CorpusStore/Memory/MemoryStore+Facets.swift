import TextModel

extension MemoryStore {
  public func facet(_ field: FacetField, _ filter: CorpusFilter) -> [FacetValue] {
    var others = filter
    switch field {
    case .actor: others.actors = []
    case .concept: others.concepts = []
    case .stance: others.polarities = []
    case .type: others.types = []
    }
    let conditions = conditions(others)
    var tally: [String?: (statements: Int, articles: Int, lastArticle: Int)] = [:]
    for entry in cachedList(others).entries {
      for facts in statementFacts[statementRanges[entry.article]] where conditions.holds(facts) {
        for value in values(field, of: facts, conditions) {
          var count = tally[value] ?? (0, 0, -1)
          count.statements += 1
          if count.lastArticle != entry.article { count.articles += 1 }
          count.lastArticle = entry.article
          tally[value] = count
        }
      }
    }
    return tally.map { value, count in
      FacetValue(
        value: value, label: label(field, value), statements: count.statements,
        articles: count.articles)
    }.sorted {
      $0.statements != $1.statements
        ? $0.statements > $1.statements : ($0.label, $0.value ?? "") < ($1.label, $1.value ?? "")
    }
  }

  /// The values of a field under which a statement is counted, each once.
  private func values(
    _ field: FacetField, of facts: StatementFacts, _ conditions: StatementConditions
  ) -> Set<String?> {
    switch field {
    case .actor:
      facts.actors.isEmpty ? [nil] : Set(facts.actors.map { actorIDs[$0].rawValue })
    case .concept:
      Set(
        facts.stances.lazy.filter {
          conditions.polarities.isEmpty || conditions.polarities.contains($0.polarity)
        }.map { self.conceptIDs[$0.concept].rawValue })
    case .stance: Set(facts.polarities(on: conditions.concepts).map(\.rawValue))
    case .type: [facts.type.rawValue]
    }
  }

  private func label(_ field: FacetField, _ value: String?) -> String {
    guard let value else { return "unknown speaker" }
    switch field {
    case .actor: return actors[ActorID(value)]?.name ?? value
    case .concept: return label(of: ConceptID(value))
    case .stance, .type: return value
    }
  }

  /// A concept's German label, else its id.
  func label(of concept: ConceptID) -> String {
    guard let label = concepts[concept]?.labelGerman, !label.isEmpty else {
      return concept.rawValue
    }
    return label
  }

  public func histogram(_ filter: CorpusFilter) -> [MonthCount] {
    var timeless = filter
    timeless.window = nil
    var tally = MonthTally()
    for entry in cachedList(timeless).entries {
      tally.add(articles[entry.article].article.date.days)
    }
    return tally.counts
  }
}

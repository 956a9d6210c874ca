import TextModel

extension MemoryStore {
  /// O(statements inside the filter).
  public func matrix(_ filter: CorpusFilter, actors: Int, concepts: Int) -> StanceMatrix {
    let conditions = conditions(filter)
    var tally: [ActorID?: [ConceptID: StanceCounts]] = [:]
    for entry in cachedList(filter).entries {
      for facts in statementFacts[statementRanges[entry.article]] where conditions.holds(facts) {
        let sides = sides(of: facts, filter)
        if sides.isEmpty { continue }
        for speaker in speakers(of: facts)
        where filter.actors.isEmpty || filter.actors.contains(speaker) {
          for (concept, polarities) in sides {
            tally[speaker, default: [:]][concept, default: StanceCounts()].add(polarities)
          }
        }
      }
    }
    return StanceMatrix(
      tally: tally,
      actor: { id in
        let known = self.identity(of: id)
        return (known.name, known.kind, known.metonymOf)
      }, label: label(of:), limits: (actors, concepts))
  }

  /// O(statements) for the list of the actor's statements, which is remembered.
  public func profile(of actor: ActorID, _ filter: CorpusFilter) -> ActorProfile? {
    guard actors[actor] != nil else { return nil }
    var own = filter
    own.actors = [actor]
    return profile(
      of: actor, filter, dated(own), articles: cachedList(own).entries.count,
      names: names(of: actor),
      metonyms: actors.values.filter { $0.metonymOf == actor }.map { identity(of: $0.id) }
        .sorted { $0.name < $1.name })
  }

  /// O(statements) for the list of the statements, which is remembered.
  public func profile(of concept: ConceptID, _ filter: CorpusFilter) -> ConceptProfile? {
    guard conceptNumbers[concept] != nil else { return nil }
    var about = filter
    about.concepts = [concept]
    return profile(
      of: concept, filter, dated(about), articles: cachedList(about).entries.count)
  }

  /// The words of all mentions; O(actors of all articles).
  ///
  /// A form that is another one with an s behind it counts as that one: the genitive. Forms that differ
  /// only in case count as the most frequent of them.
  public func names(of actor: ActorID) -> ActorNames {
    var aliases: [String: Int] = [:]
    var roles: [String: Int] = [:]
    for analysed in articles {
      for named in analysed.actors where named.id == actor {
        for mention in named.mentions {
          let words = oneLine(analysed.article.text[mention.span])
          switch mention.kind {
          case .name: aliases[words, default: 0] += 1
          case .title, .description: roles[words, default: 0] += 1
          case .pronoun: break
          }
        }
      }
    }
    for (words, count) in aliases where words.utf8.last == 0x73 {
      let stem = String(words.dropLast())
      guard aliases[stem] != nil else { continue }
      aliases[stem, default: 0] += count
      aliases[words] = nil
    }
    func counted(_ words: [String: Int]) -> [CountedWords] {
      // Most frequent first; of two as frequent the one without the capital of a sentence's beginning.
      let forms = words.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key > $1.key }
      var places: [[UInt8]: Int] = [:]
      var counted: [CountedWords] = []
      for (form, count) in forms {
        let folded = foldedBytes(Array(form.utf8))
        if let place = places[folded] {
          counted[place].mentions += count
        } else {
          places[folded] = counted.count
          counted.append(CountedWords(form, mentions: count))
        }
      }
      return counted.sorted {
        $0.mentions != $1.mentions ? $0.mentions > $1.mentions : $0.words < $1.words
      }
    }
    return ActorNames(aliases: counted(aliases), roles: counted(roles))
  }

  /// The statements inside a filter as the pages count them.
  private func dated(_ filter: CorpusFilter) -> [DatedStances] {
    let conditions = conditions(filter)
    var found: [DatedStances] = []
    for entry in cachedList(filter).entries {
      let analysed = articles[entry.article]
      let range = statementRanges[entry.article]
      for (facts, statement) in zip(statementFacts[range], analysed.statements)
      where conditions.holds(facts) {
        found.append(
          DatedStances(
            ref: StatementRef(
              article: ArticleKey(rawValue: entry.article), ordinal: facts.ordinal),
            days: statement.date.flatMap(\.days) ?? analysed.article.date.days,
            actors: statement.actors, polarity: facts.polarity,
            stances: facts.stances.map {
              ConceptPolarity(concept: conceptIDs[$0.concept], polarity: $0.polarity)
            }))
      }
    }
    return found
  }

  /// Who says it; nil for an unknown speaker.
  private func speakers(of facts: StatementFacts) -> Set<ActorID?> {
    facts.actors.isEmpty ? [nil] : Set(facts.actors.map { actorIDs[$0] })
  }

  /// The sides that a statement takes, by concept, as far as the filter counts them.
  private func sides(
    of facts: StatementFacts, _ filter: CorpusFilter
  ) -> [ConceptID: Set<Polarity>] {
    var sides: [ConceptID: Set<Polarity>] = [:]
    for stance in facts.stances {
      let counted = ConceptPolarity(concept: conceptIDs[stance.concept], polarity: stance.polarity)
      if filter.counts(counted) { sides[counted.concept, default: []].insert(counted.polarity) }
    }
    return sides
  }
}

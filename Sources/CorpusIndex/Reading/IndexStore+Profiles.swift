import CorpusStore
import GRDB
import TextModel

/// The pages of actors and concepts from the columns: one walk over the numbers of all statements, and one
/// over the few that have a date of their own. No quote is read but those of changes of position.
extension IndexStore {
  public func profile(of actor: ActorID, _ filter: CorpusFilter) -> ActorProfile? {
    guard let number = names.number(of: actor) else { return nil }
    var own = filter
    own.actors = [actor]
    let dates = ownDates(
      "SELECT s.id, s.edtf FROM speaker p JOIN statement s ON s.id = p.statement"
        + " WHERE p.actor = ? AND s.edtf IS NOT NULL", Int64(number))
    return profile(
      of: actor, filter, dated(own, dates), articles: counts(own).articles,
      names: self.names(of: actor), metonyms: [])
  }

  public func profile(of concept: ConceptID, _ filter: CorpusFilter) -> ConceptProfile? {
    guard let number = names.number(of: concept) else { return nil }
    var about = filter
    about.concepts = [concept]
    let dates = ownDates(
      "SELECT s.id, s.edtf FROM stance t JOIN statement s ON s.id = t.statement"
        + " WHERE t.concept = ? AND s.edtf IS NOT NULL", Int64(number))
    return profile(of: concept, filter, dated(about, dates), articles: counts(about).articles)
  }

  /// The aliases of the actor list; what single articles call the actor is not in the index, and so they
  /// are not counted.
  public func names(of actor: ActorID) -> ActorNames {
    guard let number = names.number(of: actor),
      let known = names.actor(Int32(truncatingIfNeeded: number))
    else { return ActorNames() }
    return ActorNames(aliases: known.aliases.map { CountedWords($0, mentions: 0) })
  }

  /// Dates of statements that were not made when their article was written.
  private func ownDates(_ sql: String, _ number: Int64) -> [StatementRef: ClosedRange<Int>] {
    var dates: [StatementRef: ClosedRange<Int>] = [:]
    _ = reader.read { db in
      dates = [:]
      try db.each(sql, [number]) { row in
        let statement = StatementNumber(rawValue: row.int64(0))
        guard let days = row.optionalText(1).flatMap({ EDTF($0) })?.days else { return }
        let article = ArticleKey(rawValue: Int(statement.article.rawValue))
        dates[StatementRef(article: article, ordinal: statement.ordinal)] = days
      }
    }
    return dates
  }

  /// The statements inside a filter, in list order then text order, as the pages count them.
  private func dated(
    _ filter: CorpusFilter, _ ownDates: [StatementRef: ClosedRange<Int>]
  ) -> [DatedStances] {
    guard let list = list(filter), let columns = statementColumns else { return [] }
    let test = test(filter)
    var words = KnownWords(names)
    var found: [DatedStances] = []
    found.reserveCapacity(list.counts.statements)
    for row in 0..<list.count {
      if row & 0xFFF == 0, reader.isCancelled { return [] }
      let place = list.place(row)
      for statement in columns.range(place, articles) where test.holds(statement, columns) {
        let ref = StatementRef(article: key(place), ordinal: Int(columns.ordinals[statement]))
        let own = ownDates.isEmpty ? nil : ownDates[ref]
        found.append(
          DatedStances(
            ref: ref, days: own ?? days(place), actors: words.actors(columns.actors(statement)),
            polarity: IndexCodes.value(columns.polarityCode(statement)) ?? .neutral,
            stances: words.stances(columns.stances(statement))))
      }
    }
    return found
  }

  /// First and last day of the article at a place; nil for an undated one.
  private func days(_ place: Int) -> ClosedRange<Int>? {
    let first = articles.firstDays[place]
    let last = articles.lastDays[place]
    guard last != ArticleColumns.undated else { return nil }
    // The ends of the columns' numbers stand for open ends.
    let from = first == .min ? Int.min : Int(first)
    return from...max(from, last == .max ? Int.max : Int(last))
  }
}

/// Looks the same few actors and stances up again and again.
private struct KnownWords {
  private let names: IndexNames
  /// By number, nil for what was not looked up yet.
  private var actors: [ActorID??] = []
  private var stances: [ConceptPolarity??] = []
  /// Numbers from here on are looked up each time.
  private static let kept = 1 << 22

  init(_ names: IndexNames) {
    self.names = names
  }

  mutating func actors(_ numbers: ArraySlice<Int32>) -> [ActorID] {
    if numbers.count == 1, let number = numbers.first { return actor(number).map { [$0] } ?? [] }
    return numbers.compactMap { actor($0) }
  }

  mutating func stances(_ packed: ArraySlice<Int32>) -> [ConceptPolarity] {
    if packed.count == 1, let number = packed.first { return stance(number).map { [$0] } ?? [] }
    return packed.compactMap { stance($0) }
  }

  private mutating func actor(_ number: Int32) -> ActorID? {
    let names = names
    return Self.known(number, &actors) { names.actorID(number) }
  }

  private mutating func stance(_ packed: Int32) -> ConceptPolarity? {
    let names = names
    return Self.known(packed, &stances) {
      let (concept, polarity) = IndexCodes.stance(Int(packed))
      return names.concept(concept).map { ConceptPolarity(concept: $0.id, polarity: polarity) }
    }
  }

  private static func known<Word>(
    _ number: Int32, _ list: inout [Word??], _ look: () -> Word?
  ) -> Word? {
    let index = Int(number)
    if list.indices.contains(index), let word = list[index] { return word }
    let word = look()
    guard index >= 0, index < kept else { return word }
    if index >= list.count {
      list.append(
        contentsOf: repeatElement(.none, count: max(index + 1 - list.count, list.count)))
    }
    list[index] = .some(word)
    return word
  }
}

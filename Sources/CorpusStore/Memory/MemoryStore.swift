import Synchronization
import TextModel

/// A corpus held in memory: everything is answered from arrays, and the lists of the last few filters are
/// kept, so that moving in one costs nothing in the size of the corpus.
public final class MemoryStore: CorpusStore {
  let articles: [AnalysedArticle]
  let problems: [Diagnostic]
  let relations: @Sendable (StatementID) -> [StatementRelation]
  /// Articles newest first by the end of their interval, an open end being newest of all; undated ones
  /// last; ties by document.
  let order: [Int]
  /// The place of every article in `order`.
  let placeInOrder: [Int]
  let keys: [String: ArticleKey]
  let titles: [String]

  let actorIDs: [ActorID]
  let actors: [ActorID: NewsActor]
  let actorNumbers: [ActorID: Int]
  let conceptIDs: [ConceptID]
  let concepts: [ConceptID: Concept]
  let conceptNumbers: [ConceptID: Int]

  /// Article by article in the order given, each in text order.
  let statementFacts: [StatementFacts]
  let statementRanges: [Range<Int>]

  /// Made when the first text is looked for.
  let textIndex = Mutex<MemoryTextIndex?>(nil)
  private let cache = Mutex<[(filter: CorpusFilter, list: FilteredList)]>([])
  private static let cachedLists = 8

  /// Takes what was read.
  ///
  /// - Parameters:
  ///   - articles: their position is their `ArticleKey`; of two with one document name the first is
  ///     found by name.
  ///   - concepts: the codebook; a concept that only a stance names is labelled by its id.
  ///   - relations: the relations of a statement, best first, one more than `RelatedStatement.most` if there are
  ///     more; called from any thread.
  /// - Complexity: O(*n* log *n*) in articles, O(*n*) in statements.
  public init(
    articles: [AnalysedArticle], diagnostics: [Diagnostic] = [], concepts: [Concept] = [],
    relations: @escaping @Sendable (StatementID) -> [StatementRelation] = { _ in [] }
  ) {
    self.articles = articles
    problems = diagnostics
    self.relations = relations
    titles = articles.map { listTitle(of: $0.article) }
    keys = Dictionary(
      articles.enumerated().map { ($1.article.document, ArticleKey(rawValue: $0)) },
      uniquingKeysWith: { first, _ in first })

    let ends = articles.map { $0.article.date.days?.upperBound }
    let order = articles.indices.sorted { a, b in
      switch (ends[a], ends[b]) {
      case (let x?, let y?) where x != y: return x > y
      case (.some, nil): return true
      case (nil, .some): return false
      default:
        let x = articles[a].article.document
        let y = articles[b].article.document
        return x != y ? x < y : a < b
      }
    }

    self.order = order
    var places = Array(repeating: 0, count: articles.count)
    for (place, article) in order.enumerated() { places[article] = place }
    placeInOrder = places

    var registry = Registry(concepts: concepts)
    var facts: [StatementFacts] = []
    var ranges: [Range<Int>] = []
    for (index, article) in articles.enumerated() {
      for actor in article.actors { registry.add(actor) }
      let begin = facts.count
      for statement in article.statements {
        facts.append(registry.facts(of: statement, article: index))
      }
      ranges.append(begin..<facts.count)
    }
    statementFacts = facts
    statementRanges = ranges
    actorIDs = registry.actorIDs
    actors = registry.actors
    actorNumbers = registry.actorNumbers
    conceptIDs = registry.conceptIDs
    self.concepts = registry.concepts
    conceptNumbers = registry.conceptNumbers
  }

  /// The list of a filter, remembered.
  func cachedList(_ filter: CorpusFilter) -> FilteredList {
    let known = cache.withLock { lists -> FilteredList? in
      guard let index = lists.firstIndex(where: { $0.filter == filter }) else { return nil }
      let entry = lists.remove(at: index)
      lists.append(entry)
      return entry.list
    }
    if let known { return known }
    let list = list(filter)
    cache.withLock { lists in
      lists.append((filter, list))
      if lists.count > Self.cachedLists { lists.removeFirst() }
    }
    return list
  }
}

/// Numbers actors and concepts while the corpus is read in.
private struct Registry {
  var actorIDs: [ActorID] = []
  var actors: [ActorID: NewsActor] = [:]
  var actorNumbers: [ActorID: Int] = [:]
  var conceptIDs: [ConceptID] = []
  var concepts: [ConceptID: Concept] = [:]
  var conceptNumbers: [ConceptID: Int] = [:]

  init(concepts given: [Concept]) {
    for concept in given {
      concepts[concept.id] = concept
      _ = number(of: concept.id)
    }
  }

  /// The first article that names an actor settles its name; the mentions belong to that article.
  mutating func add(_ actor: NewsActor) {
    guard actors[actor.id] == nil else { return }
    var known = actor
    known.mentions = []
    actors[actor.id] = known
    _ = number(of: actor.id)
  }

  mutating func facts(of statement: Statement, article: Int) -> StatementFacts {
    StatementFacts(
      article: article, ordinal: statement.ordinal, type: statement.type,
      polarity: statement.polarity, actors: statement.actors.map { number(of: $0) },
      stances: statement.stances.map { (number(of: $0.concept), $0.polarity) })
  }

  private mutating func number(of actor: ActorID) -> Int {
    if let number = actorNumbers[actor] { return number }
    actorNumbers[actor] = actorIDs.count
    actorIDs.append(actor)
    return actorIDs.count - 1
  }

  private mutating func number(of concept: ConceptID) -> Int {
    if let number = conceptNumbers[concept] { return number }
    conceptNumbers[concept] = conceptIDs.count
    conceptIDs.append(concept)
    return conceptIDs.count - 1
  }
}

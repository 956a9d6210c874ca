import CorpusStore
import TextModel

/// What the explorer asks of the corpus; the answer comes later as an event.
public enum Question: Hashable, Sendable {
  case summary
  /// A filter's list around an article, or from its top when the article is nil or outside.
  case list(CorpusFilter, around: ArticleKey?, margin: Int)
  case rows(CorpusFilter, Range<Int>)
  case reading(ArticleKey, CorpusFilter)
  case histogram(CorpusFilter)
  case standings(CorpusFilter)
  case related(StatementRef)
  case facet(FacetField, CorpusFilter)
  case statements([StatementRef])
  /// The first so many statements inside a filter.
  case statementsInside(CorpusFilter, limit: Int)
  case marked([Mark])
  case problems
  case matrix(CorpusFilter, actors: Int, concepts: Int)
  case actorProfile(ActorID, CorpusFilter)
  case conceptProfile(ConceptID, CorpusFilter)
  /// The statement after (before) another inside the filter.
  case step(from: StatementRef?, CorpusFilter, backwards: Bool)
  /// The article after (before) another in the list, around its end; the first (last) one when that is
  /// outside.
  case neighbour(of: ArticleKey?, CorpusFilter, backwards: Bool)
  /// The article of a document's name, with or without its ending.
  case document(String)
}

/// The kinds of question of which one at most waits for its answer; a newer one replaces an older.
public enum QuestionSlot: Hashable, Sendable, CaseIterable {
  case summary, list, rows, reading, histogram, standings, related, overlay, step
}

/// The corpus's answer to a question.
public enum Answer: Sendable {
  case summary(CorpusSummary)
  case list(ListAnswer)
  case rows([ArticleRow], first: Int)
  case reading(Reading)
  case unreadable(ArticleKey, Diagnostic)
  case histogram([MonthCount])
  /// The actors with most statements, and how many more there are.
  case standings([ActorStanding], more: Int, names: [ActorID: String])
  case related([RelatedEntry], hasMore: Bool, names: CorpusNames)
  case facet([FacetValue])
  case statements([StatementEntry], names: CorpusNames)
  case problems([Diagnostic])
  case matrix(StanceMatrix)
  /// An actor's page, with the state for which it stands and its first statements of the list; nil for
  /// an unknown actor.
  case actorProfile(ActorProfile?, state: ActorIdentity?, said: [StatementDigest])
  case conceptProfile(ConceptProfile?, said: [StatementDigest])
  case step(StatementRef?)
  /// Nil in an empty list.
  case neighbour(ArticleKey?)
  /// The article asked for by name, or nil.
  case document(ArticleKey?)
}

/// The start of a list that was opened under a new filter.
public struct ListAnswer: Sendable {
  /// How many articles pass the filter.
  public var counts: FilterCounts
  /// Some rows around the article asked for.
  public var rows: [ArticleRow]
  /// The row number of the first of `rows`.
  public var first: Int
  /// The row number of the article asked for; nil when the filter leaves it out.
  public var position: Int?
  /// The first article of the list.
  public var top: ArticleKey?
  /// The row of the article asked for, whether inside or not.
  public var row: ArticleRow?
}

/// An article with all that the text pane and the sidebar show of it.
public struct Reading: Sendable {
  public var key: ArticleKey
  /// The article with everything read from it.
  public var analysed: AnalysedArticle
  /// Its row of the list.
  public var row: ArticleRow
  /// Its row in the filter's list; nil outside.
  public var position: Int?
  /// Ordinals of the statements inside the filter, in text order.
  public var inside: [Int]
  /// Who says what in it, whatever the filter.
  public var standings: [ActorStanding]
  /// Names of actors that the article's statements and metonyms refer to.
  public var actorNames: [ActorID: String]
  /// Labels of the concepts on which its statements take a stance.
  public var conceptLabels: [ConceptID: String]
}

/// Names needed to show entries of a list.
public struct CorpusNames: Sendable {
  /// Labels of concepts.
  public var concepts: [ConceptID: String] = [:]
  /// Names of what a list mentions.
  public init(concepts: [ConceptID: String] = [:]) { self.concepts = concepts }
}

/// A statement of a list with the title and the name of its article.
public struct StatementEntry: Sendable {
  public var digest: StatementDigest
  /// The headline, or the first words of the text.
  public var title: String
  /// Name of the article, see `Article.document`.
  public var document: String

  /// An entry by its parts.
  public init(digest: StatementDigest, title: String, document: String) {
    self.digest = digest
    self.title = title
    self.document = document
  }
}

/// A related statement, with what is shown of it.
public struct RelatedEntry: Sendable {
  public var relation: RelatedStatement
  public var statement: StatementEntry
}

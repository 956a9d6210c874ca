import TextModel

/// Where the explorer gets everything it shows; in memory at first, an index behind it later.
///
/// Every function is a read, may be called from any thread, and answers from one consistent state of the
/// corpus. Articles are named by `ArticleKey`, small numbers that hold as long as the store lives.
/// Rows are ordered as the list shows them: articles certainly in the filter's window, then possibly in
/// it, then undated ones; inside each group newest first by the end of their date's interval (an open end
/// counts as newest), ties by document name.
public protocol CorpusStore: Sendable {
  /// Counts of the whole corpus and what went wrong while it was read.
  func summary() -> CorpusSummary

  /// What went wrong or was doubtful while the inputs were read, in input order.
  func diagnostics() -> [Diagnostic]

  /// The article of a document name; nil when the corpus has none.
  func key(ofDocument document: String) -> ArticleKey?

  /// How many articles and statements pass the filter.
  func counts(_ filter: CorpusFilter) -> FilterCounts

  /// The rows of the filtered list in a range, clamped to what there is.
  func rows(_ filter: CorpusFilter, in range: Range<Int>) -> [ArticleRow]

  /// Where an article stands in the filtered list; nil when the filter leaves it out.
  func position(of article: ArticleKey, in filter: CorpusFilter) -> Int?

  /// The row of one article, whether or not the filter keeps it.
  func row(_ article: ArticleKey) -> ArticleRow?

  /// An article with its text and everything read from it.
  ///
  /// - Throws: `Diagnostic` when the file has vanished or changed since it was read.
  func article(_ article: ArticleKey) throws(Diagnostic) -> AnalysedArticle

  /// The ordinals of an article's statements that pass the filter, in text order.
  func statements(of article: ArticleKey, _ filter: CorpusFilter) -> [Int]

  /// The next (or previous) statement inside the filter, through the article and on to the next (or
  /// previous) row of the list that has one; nil at the end. With `statement` nil: the first (last).
  func statement(
    after statement: StatementRef?, _ filter: CorpusFilter, backwards: Bool
  ) -> StatementRef?

  /// Related statements, best first: the best `RelatedStatement.most`, and one more if there are more.
  func related(to statement: StatementRef) -> [RelatedStatement]

  /// One line about each statement, for lists; statements that do not exist are left out.
  func digests(_ statements: [StatementRef]) -> [StatementDigest]

  /// The statements inside the filter, in list order then text order, from an offset.
  func digests(_ filter: CorpusFilter, in range: Range<Int>) -> [StatementDigest]

  /// For each value of a field, how many statements and articles pass the filter without that field's own
  /// condition; most statements first.
  func facet(_ field: FacetField, _ filter: CorpusFilter) -> [FacetValue]

  /// Articles per month under the filter without its date window, months in order, empty ones left out.
  func histogram(_ filter: CorpusFilter) -> [MonthCount]

  /// Actors with their stances: of all statements of one article whatever the filter, or of all inside
  /// the filter. Most statements first; unknown speakers are the entry without an actor.
  func standings(of article: ArticleKey?, _ filter: CorpusFilter) -> [ActorStanding]

  /// A concept's labels; nil for an unknown id.
  func concept(_ id: ConceptID) -> Concept?

  /// What is known of an actor; nil for an unknown id.
  func actor(_ id: ActorID) -> NewsActor?

  /// Actors by concepts inside the filter: the rows and columns with most stances, the rest counted.
  func matrix(_ filter: CorpusFilter, actors: Int, concepts: Int) -> StanceMatrix

  /// An actor's page inside the filter; nil for an unknown id. Names are those of the whole corpus.
  func profile(of actor: ActorID, _ filter: CorpusFilter) -> ActorProfile?

  /// A concept's page inside the filter; nil for an id that neither codebook nor stances name.
  func profile(of concept: ConceptID, _ filter: CorpusFilter) -> ConceptProfile?

  /// The words by which the articles of the whole corpus mean an actor.
  func names(of actor: ActorID) -> ActorNames
}

/// An article's number inside one store.
public struct ArticleKey: Hashable, Sendable, RawRepresentable {
  public let rawValue: Int
  public init(rawValue: Int) { self.rawValue = rawValue }
}

/// A statement inside one store.
public struct StatementRef: Hashable, Sendable {
  public var article: ArticleKey
  /// 1-based, as in `Statement.ordinal`.
  public var ordinal: Int

  public init(article: ArticleKey, ordinal: Int) {
    self.article = article
    self.ordinal = ordinal
  }
}

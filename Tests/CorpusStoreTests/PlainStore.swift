import CorpusStore
import TextModel

/// A store that answers only what it must, so that matrix and pages come from the protocol's own reading.
struct PlainStore: CorpusStore {
  let store: MemoryStore

  func summary() -> CorpusSummary { store.summary() }
  func diagnostics() -> [Diagnostic] { store.diagnostics() }
  func key(ofDocument document: String) -> ArticleKey? { store.key(ofDocument: document) }
  func counts(_ filter: CorpusFilter) -> FilterCounts { store.counts(filter) }
  func rows(_ filter: CorpusFilter, in range: Range<Int>) -> [ArticleRow] {
    store.rows(filter, in: range)
  }
  func position(of article: ArticleKey, in filter: CorpusFilter) -> Int? {
    store.position(of: article, in: filter)
  }
  func row(_ article: ArticleKey) -> ArticleRow? { store.row(article) }
  func article(_ article: ArticleKey) throws(Diagnostic) -> AnalysedArticle {
    try store.article(article)
  }
  func statements(of article: ArticleKey, _ filter: CorpusFilter) -> [Int] {
    store.statements(of: article, filter)
  }
  func statement(
    after statement: StatementRef?, _ filter: CorpusFilter, backwards: Bool
  ) -> StatementRef? {
    store.statement(after: statement, filter, backwards: backwards)
  }
  func related(to statement: StatementRef) -> [RelatedStatement] { store.related(to: statement) }
  func digests(_ statements: [StatementRef]) -> [StatementDigest] { store.digests(statements) }
  func digests(_ filter: CorpusFilter, in range: Range<Int>) -> [StatementDigest] {
    store.digests(filter, in: range)
  }
  func facet(_ field: FacetField, _ filter: CorpusFilter) -> [FacetValue] {
    store.facet(field, filter)
  }
  func histogram(_ filter: CorpusFilter) -> [MonthCount] { store.histogram(filter) }
  func standings(of article: ArticleKey?, _ filter: CorpusFilter) -> [ActorStanding] {
    store.standings(of: article, filter)
  }
  func concept(_ id: ConceptID) -> Concept? { store.concept(id) }
  func actor(_ id: ActorID) -> NewsActor? { store.actor(id) }
}

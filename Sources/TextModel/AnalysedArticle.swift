/// Everything read from one article.
public struct AnalysedArticle: Sendable, Equatable {
  /// The article with its anatomy and date.
  public var article: Article
  /// In the order of their first mention.
  public var actors: [NewsActor]
  /// In text order of their quotes, a host before what is nested in it; ordinals 1, 2, 3 ….
  public var statements: [Statement]

  /// Puts together what the phases found.
  public init(article: Article, actors: [NewsActor], statements: [Statement]) {
    self.article = article
    self.actors = actors
    self.statements = statements
  }
}

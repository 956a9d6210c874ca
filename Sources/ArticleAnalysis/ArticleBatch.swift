import TextModel

/// Articles that wait until they are enough to be read together.
///
/// Each carries a label by which the caller knows it again.
public struct ArticleBatch<Label> {
  private var articles: [(article: Article, metadataDate: String?)] = []
  private var labels: [Label] = []
  private var bytes = 0

  /// An empty batch.
  public init() {}

  /// Adds an article.
  ///
  /// - Parameter metadataDate: an EDTF date that came with the article from elsewhere.
  public mutating func add(_ article: Article, metadataDate: String? = nil, label: Label) {
    articles.append((article, metadataDate))
    labels.append(label)
    bytes += article.text.utf8.count
  }

  /// Whether more articles would gain nothing and cost memory.
  public var isFull: Bool {
    articles.count >= ArticleAnalyser.batchCount || bytes >= ArticleAnalyser.batchBytes
  }

  /// Reads the articles and empties the batch.
  ///
  /// - Returns: what was read, in the order in which the articles were added.
  public mutating func analyse(
    with analyser: ArticleAnalyser, depth: ArticleAnalyser.Depth = .everything
  ) -> [(label: Label, article: AnalysedArticle)] {
    let read = Array(zip(labels, analyser.analyse(articles, depth: depth)))
    self = ArticleBatch()
    return read.map { (label: $0, article: $1) }
  }
}

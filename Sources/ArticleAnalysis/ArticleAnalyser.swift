import GermanLanguage
import TextModel

/// Reads everything from an article: its date, its statements, who speaks and where they stand.
///
/// A pure function of the article and the data files, so that articles can be worked on in any order, by
/// several threads and on several machines.
public struct ArticleAnalyser: Sendable {
  /// How much is read.
  public enum Depth: Sendable {
    /// The date and the statements with their spans.
    case statements
    /// Also actors and stances.
    case everything
  }

  /// The codebook's concepts, in its order.
  public let concepts: [Concept]

  /// Prepares all word tables.
  ///
  /// - Parameters:
  ///   - codebooks: `codebook.tsv` files of the corpus; the first replaces the built-in one.
  ///   - actorLists: `actors.tsv` files of the corpus; they add to the built-in list and win over it.
  public init(lexicon: LexiconFiles, codebooks: [[UInt8]] = [], actorLists: [[UInt8]] = []) {
    concepts = []
  }

  /// Everything that is read from an article.
  ///
  /// - Parameter metadataDate: an EDTF date that came with the article from elsewhere.
  /// - Complexity: linear in the length of the text.
  public func analyse(
    _ article: Article, metadataDate: String? = nil, depth: Depth = .everything
  ) -> AnalysedArticle {
    AnalysedArticle(article: article, actors: [], statements: [])
  }
}

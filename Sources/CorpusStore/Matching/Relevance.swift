#if canImport(Glibc)
  import Glibc
#endif

/// How well an article matches what is looked for: BM25 (Robertson and Zaragoza 2009), summed over the words
/// and phrases of a query; words of the headline count threefold.
///
/// The formula and its constants are those of SQLite's FTS5, whose function the index uses.
public struct Relevance: Sendable {
  public static let titleWeight = 3.0
  private static let k = 1.2
  private static let b = 0.75

  private let articles: Double
  private let averageLength: Double

  /// - Parameters:
  ///   - articles: their number.
  ///   - words: words of all their texts and headlines.
  public init(articles: Int, words: Int) {
    self.articles = Double(articles)
    averageLength = articles > 0 ? Double(words) / Double(articles) : 1
  }

  /// The worth of a phrase that stands in `hits` articles, `inTitle` and `inText` times in one of `length`
  /// words.
  public func score(hits: Int, inTitle: Int, inText: Int, length: Int) -> Double {
    let rarity = max(1e-6, log((articles - Double(hits) + 0.5) / (Double(hits) + 0.5)))
    let frequency = Self.titleWeight * Double(inTitle) + Double(inText)
    let damping = Self.k * (1 - Self.b + Self.b * Double(length) / averageLength)
    return rarity * frequency * (Self.k + 1) / (frequency + damping)
  }
}

/// A score in steps of a thousandth, so that what differs by rounding only stays in the list's order.
public func relevanceRank(_ score: Double) -> Int { Int((score * 1000).rounded()) }

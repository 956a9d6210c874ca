import Actors
import Dating
import GermanLanguage
import Quotations
import StanceAnalysis
import TextModel

/// Reads everything from an article: its date, its statements, who speaks and where they stand.
///
/// A pure function of the article and the data files, so that articles can be worked on in any order, by
/// several threads and on several machines.
public struct ArticleAnalyser: Sendable {
  /// Another number whenever the rules, not only the data files, are others than before, so that what older
  /// rules read is read again: a hash of the sources, made by the build.
  public static let rulesVersion = RulesDigest.value

  /// So many articles are worth reading together; more gain nothing.
  public static let batchCount = 64
  /// Articles with so many bytes of text are enough for a batch, however few they are.
  public static let batchBytes = 1 << 17

  /// How many of some articles make a batch, so that few are dealt out to every core, and a stop comes soon.
  ///
  /// - Parameter total: nil when nobody knows yet how many there are.
  public static func batchCount(of total: Int?, jobs: Int) -> Int {
    guard let total else { return batchCount }
    return max(1, min(total / (4 * jobs), batchCount))
  }

  /// How much is read.
  public enum Depth: Sendable {
    /// The date and the statements with their spans.
    case statements
    /// Also actors and stances.
    case everything
  }

  /// A user's data file, with the path to name in diagnostics.
  public typealias UserFile = (path: String, bytes: [UInt8])

  /// The codebook's concepts, in its order.
  public let concepts: [Concept]
  /// What could not be read of the user's data files.
  public let diagnostics: [Diagnostic]

  private let dater: ArticleDater
  private let finder: StatementFinder
  private let resolver: ActorResolver
  private let stances: StanceAnalyser

  /// Prepares all word tables.
  ///
  /// - Parameters:
  ///   - codebooks: `codebook.tsv` files of the corpus; the first replaces the built-in one.
  ///   - actorLists: `actors.tsv` files of the corpus; they add to the built-in list and win over it.
  ///   - learned: what of that which was learned from the public data set takes part, if the program has it.
  public init(
    lexicon: LexiconFiles, codebooks: [UserFile] = [], actorLists: [UserFile] = [],
    learned: LearnedWeights = .stances
  ) {
    let words = GermanLexicon(files: lexicon)
    dater = ArticleDater(lexicon: lexicon)
    finder = StatementFinder(lexicon: lexicon, words: words, learned: learned == .all)
    resolver = ActorResolver(words: words, files: lexicon, actorLists: actorLists)
    let codebook =
      codebooks.first.map { Codebook($0.bytes, path: $0.path) } ?? Codebook(files: lexicon)
    stances = StanceAnalyser(codebook: codebook, files: lexicon, learned: learned != .none)
    concepts = codebook.concepts
    diagnostics = resolver.diagnostics + codebook.diagnostics
  }

  /// What the actor lists know of an actor, without mentions, and its further names; nil for an id that no
  /// list has.
  public func listedActor(_ id: ActorID) -> (actor: NewsActor, aliases: [String])? {
    resolver.listed(id).map { ($0, resolver.aliases(of: id)) }
  }

  /// Whether two paths say the same about an article's date, so that moving a file from one to the other
  /// changes nothing that is read from it.
  public static func isReadAlike(path: String, _ other: String) -> Bool {
    ArticleDater.date(inPath: path) == ArticleDater.date(inPath: other)
  }

  /// Whether a date that came with an article from elsewhere can be read: EDTF, ISO 8601 with or without a time and zone,
  /// or German digits. What cannot counts as none.
  public static func canRead(metadataDate text: String) -> Bool {
    ArticleDater.date(ofMetadata: text) != nil
  }

  /// Everything that is read from an article.
  ///
  /// - Parameter metadataDate: an EDTF date that came with the article from elsewhere.
  /// - Complexity: linear in the length of the text.
  public func analyse(
    _ article: Article, metadataDate: String? = nil, depth: Depth = .everything
  ) -> AnalysedArticle {
    analyse([(article, metadataDate)], depth: depth)[0]
  }

  /// The same of several articles, phase by phase.
  ///
  /// Each phase has tables that together with those of the others are larger than the fast memory of a core:
  /// a batch of short articles is read an eighth faster than one article after the other.
  ///
  /// - Parameter articles: each with the EDTF date that came with it from elsewhere; all of them are in
  ///   memory at once, with all that is read from them (see `ArticleBatch`).
  public func analyse(
    _ articles: [(article: Article, metadataDate: String?)], depth: Depth = .everything
  ) -> [AnalysedArticle] {
    var analysed: [AnalysedArticle] = []
    analysed.reserveCapacity(articles.count)
    for (article, metadataDate) in articles {
      analysed.append(AnalysedArticle(article: article, actors: [], statements: []))
      analysed[analysed.count - 1].article.date = dater.date(
        of: article, metadataDate: metadataDate)
    }
    var readings: [StatementFinder.Reading] = []
    readings.reserveCapacity(articles.count)
    for index in analysed.indices {
      readings.append(finder.reading(of: analysed[index].article))
      // Taken out of the reading, so that they are filled in without a copy.
      swap(&analysed[index].statements, &readings[index].statements)
    }
    for index in analysed.indices where !analysed[index].statements.isEmpty {
      StatementDating(
        dater: dater, article: analysed[index].article, tokens: readings[index].tokens
      ).fill(&analysed[index].statements)
    }
    guard depth == .everything else { return analysed }
    for index in analysed.indices {
      analysed[index].actors = resolver.resolve(
        analysed[index].article, &analysed[index].statements, tokens: readings[index].tokens)
    }
    for index in analysed.indices where !analysed[index].statements.isEmpty {
      stances.analyse(
        analysed[index].article.text, &analysed[index].statements,
        tokens: readings[index].tokens, actors: analysed[index].actors)
    }
    return analysed
  }
}

import Actors
import Dating
import GermanLanguage
import Glibc
import Interchange
import NewsArchive
import Quotations
import StanceAnalysis
import TextModel

/// The whole way of an article from bytes to its JSON line, with nothing left out, for tests that ask
/// whether any bytes at all can break it.
public struct ReadingPipeline: Sendable {
  private let reader: ArticleReader
  private let dater: ArticleDater
  private let rules: StatementFinder
  private let learned: StatementFinder
  private let resolver: ActorResolver
  private let stances: StanceAnalyser

  public init() {
    let files = LexiconFiles.embedded
    reader = ArticleReader(lexicon: files)
    dater = ArticleDater(lexicon: files)
    rules = StatementFinder(lexicon: files)
    learned = StatementFinder(lexicon: files, learned: true)
    resolver = ActorResolver(words: GermanLexicon(files: files), files: files)
    stances = StanceAnalyser(codebook: Codebook(files: files), files: files)
  }

  /// - Parameters:
  ///   - path: names the file; dates are read from it.
  ///   - isLearned: whether the learned weights have their say, where the program was built with them.
  /// - Returns: what was read with its JSON line; nil when the bytes are refused as no text.
  public func read(
    _ bytes: [UInt8], path: String = "artikel.txt", isLearned: Bool = false
  ) -> (analysed: AnalysedArticle, tokens: TokenBuffer, json: [UInt8])? {
    guard
      var article = try? reader.article(
        document: String(path.dropLast(4)), path: path, bytes: bytes)
    else { return nil }
    article.date = dater.date(of: article)
    let reading = (isLearned ? learned : rules).reading(of: article)
    let resolved = resolver.resolve(article, reading.statements, tokens: reading.tokens)
    let statements = stances.analyse(
      article.text, resolved.statements, tokens: reading.tokens, actors: resolved.actors)
    let analysed = AnalysedArticle(
      article: article, actors: resolved.actors, statements: statements)
    return (analysed, reading.tokens, jsonLine(analysed, options: RecordOptions(withText: true)))
  }

  /// How long the actors of an article take, in seconds of computing, when everything else is read.
  public func secondsOfResolving(_ bytes: [UInt8]) throws -> Double {
    let article = try reader.article(document: "artikel", path: "artikel.txt", bytes: bytes)
    let reading = rules.reading(of: article)
    let begin = Self.secondsOfThread
    _ = resolver.resolve(article, reading.statements, tokens: reading.tokens)
    return Self.secondsOfThread - begin
  }

  /// The time that this thread has computed, which other tests beside it do not lengthen.
  private static var secondsOfThread: Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

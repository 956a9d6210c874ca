import CorpusStore
import GRDB
import Synchronization
import TextModel

/// A corpus answered from its index: one unchanging moment of it.
///
/// Articles are named by their `ArticleNumber`, so that keys hold from one moment to the next one too. Lists
/// and counts are answered from columns in memory (`ArticleColumns` at once, `StatementColumns` when first
/// needed), words by the full-text index, the rest by single rows of the file; the text of an article is read
/// from the archive. Functions answer with nothing when their question was cancelled or the file cannot be
/// read any more; `failure` then says why.
public final class IndexStore: CorpusStore {
  let reader: SnapshotReader
  private let path: String
  /// The file that was opened; nil in memory.
  private let file: UInt64?
  let names: IndexNames
  let articles: ArticleColumns
  let source: ArticleTexts
  let words: TextHits

  let lists = Mutex<[(filter: CorpusFilter, list: IndexedList)]>([])
  private let loaded = Mutex<StatementColumns?>(nil)
  /// Held while the columns are read, so that they are read once.
  private let loading = Mutex<Void>(())
  private static let keptLists = 8

  /// Opens an index that exists.
  ///
  /// - Parameter texts: reads the text of an article that is looked at.
  /// - Throws: `IndexFailure`.
  public convenience init(
    _ location: IndexLocation, texts: ArticleTexts
  ) throws {
    try self.init(
      IndexFile.openForReading(location), path: location.path, analysis: texts)
  }

  /// Whether there is an index at a place; whether it can be used shows when it is opened.
  public static func exists(at location: IndexLocation) -> Bool {
    return (try? IndexFile.state(of: location)) == .index
  }

  init(
    _ database: any DatabaseReader, path: String? = nil, analysis: ArticleTexts
  ) throws {
    self.path = path ?? "in memory"
    file = path.flatMap(IndexFile.identity)
    reader = try SnapshotReader(database)
    names = IndexNames(reader)
    source = analysis
    guard let columns = reader.read({ try ArticleColumns($0) }) else {
      throw IndexFailure.damaged(
        path: self.path, reason: reader.failure?.reason ?? "it cannot be read")
    }
    articles = columns
    words = TextHits(reader)
  }

  /// What the index could not do and what helps, as a sentence without its full stop; nil when all went well.
  public var failure: String? {
    guard let failure = reader.failure else { return nil }
    return failure.isDamage
      ? "\(IndexFailure.damaged(path: path, reason: failure.reason)): standpunkt index --rebuild does so"
      : "the index \(path) cannot be read any more (\(failure.reason)); try again, or make it anew with"
        + " standpunkt index --rebuild"
  }

  /// The file, when it turned out while it was read that it is no whole index any more: what
  /// `IndexUpdate.damagedFile` is to be told. Nil for a whole one.
  public var damagedFile: UInt64? { reader.failure?.isDamage == true ? file : nil }

  /// Runs the questions of `body` under a number by which `cancel` may end them.
  public func answering<Result>(_ question: Int, _ body: () -> Result) -> Result {
    reader.answering(question, body)
  }

  /// Ends a question if it still runs; what it answers then is worth nothing. From any thread.
  public func cancel(_ question: Int) { reader.cancel(question) }

  /// Reads ahead what counts over all statements need, piece by piece; meant for a thread of its own.
  ///
  /// - Returns: whether they could be read; else `failure` says why not.
  public func prepareCounts() -> Bool { statementColumns != nil }

  /// Whether counts over all statements can be answered without reading ahead.
  public var hasCounts: Bool { loaded.withLock { $0 != nil } }

  /// The columns of all statements; read now if they have not been.
  var statementColumns: StatementColumns? {
    if let columns = loaded.withLock({ $0 }) { return columns }
    return loading.withLock { _ in
      if let columns = loaded.withLock({ $0 }) { return columns }
      let columns = StatementColumns(
        articles, read: { reader.readBehind($0) }, isWanted: { reader.failure == nil })
      loaded.withLock { $0 = columns }
      return columns
    }
  }

  /// Forgets the answers that are remembered for the next question, so that one can be measured by itself; for
  /// the benchmark.
  package func forgetAnswers() {
    lists.withLock { $0.removeAll() }
    words.forget()
  }

  func test(_ filter: CorpusFilter) -> StatementTest {
    StatementTest(
      filter, actor: { names.number(of: $0) }, concept: { names.number(of: $0) })
  }

  /// The list of a filter, remembered; nil when the question was cancelled.
  func list(_ filter: CorpusFilter) -> IndexedList? {
    let known = lists.withLock { lists -> IndexedList? in
      guard let index = lists.firstIndex(where: { $0.filter == filter }) else { return nil }
      let entry = lists.remove(at: index)
      lists.append(entry)
      return entry.list
    }
    if let known { return known }
    guard let list = run(filter) else { return nil }
    lists.withLock { lists in
      lists.append((filter, list))
      if lists.count > Self.keptLists { lists.removeFirst() }
    }
    return list
  }

  private func run(_ filter: CorpusFilter) -> IndexedList? {
    var hits: [Bool]?
    if !filter.text.isEmpty, let query = filter.textQuery.root {
      guard let found = words.matches(query, articles) else { return nil }
      hits = found
    }
    var scores: [Double]?
    if filter.byRelevance, hits != nil, let query = filter.textQuery.root {
      guard let found = words.relevance(query, articles) else { return nil }
      scores = found
    }
    guard filter.asksAboutStatements else {
      return IndexedList(filter, articles, hits: hits, scores: scores, passing: nil)
    }
    guard let columns = statementColumns else { return nil }
    let test = test(filter)
    return IndexedList(filter, articles, hits: hits, scores: scores) { place in
      columns.range(place, self.articles).count { test.holds($0, columns) }
    }
  }

  func key(_ place: Int) -> ArticleKey { ArticleKey(rawValue: Int(articles.numbers[place])) }

  func place(_ key: ArticleKey) -> Int? { articles.place(of: Int64(key.rawValue)) }
}

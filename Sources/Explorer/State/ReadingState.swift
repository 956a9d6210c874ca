import CorpusStore
import TextModel
import Typesetting

/// The article in the text pane.
public struct ReadingState: Sendable {
  /// What is shown; it may lag behind the list's selection until the answer comes.
  public var loaded: Reading?
  /// Why the selected article cannot be shown.
  public var problem: Diagnostic?
  /// Ordinal of the selected statement of the loaded article.
  public var statement: Int?
  /// UTF-8 offset of the first visible row.
  public var top = 0
  /// The article as rows, for the width of the pane.
  public var layout: WrappedText?
  /// The width for which it was set.
  var layoutColumns = 0
  var layoutRows = 0
  /// What is to be in view as soon as the text stands in a pane.
  var owed: TextSpan?
  /// Whether the selected statement was in view after the last event.
  var showsStatement = false
  /// The words of the text, made when it is first searched.
  public var words: SearchWords?
  /// What the search words match, in text order.
  ///
  /// New ones make the match that was reached before meaningless.
  public var matches: [TextSpan] = [] {
    didSet { match = nil }
  }
  /// The match that `n` reached last, an index of `matches`.
  public var match: Int?

  /// Nothing is read.
  public init() {}

  /// The selected statement.
  public var selectedStatement: Statement? {
    guard let statement else { return nil }
    return loaded?.analysed.statements.first { $0.ordinal == statement }
  }

  /// The selected statement's place in the corpus.
  public var selectedRef: StatementRef? {
    guard let loaded, let statement else { return nil }
    return StatementRef(article: loaded.key, ordinal: statement)
  }
}

/// Where a jump leads once the article is there.
struct Destination: Sendable {
  var article: ArticleKey
  var statement: Int?
  var textTop: Int?
  /// Whether the first search match is looked for in the article, and from which side.
  var seeksMatch: Bool = false
  var backwards: Bool = false
}

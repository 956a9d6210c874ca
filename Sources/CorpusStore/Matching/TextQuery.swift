/// What a full-text search asks for, read from what somebody typed.
///
///     ruhe waffen            both words, anywhere in the article; Ruhe also finds Waffenruhe
///     bund*                  words that begin so
///     "keine Waffenruhe"     these words in a row
///     a OR b, a NOT b, -b    either; the first without the second
///     a NEAR b, a NEAR/3 b   at most 10 (3) words between them; also NEAR(a b, 3)
///     (a OR b) c             parentheses; AND binds closer than OR and may be left out
///
/// Operators are written in capitals. Case does not matter in words, ä is ae, ß is ss.
public struct TextQuery: Hashable, Sendable {
  /// One thing to look for.
  public indirect enum Node: Hashable, Sendable {
    /// A word; also as a part of compounds.
    case word([UInt8])
    /// Words that begin with this; `whileTyping` also the word itself as a part of compounds.
    case prefix([UInt8], whileTyping: Bool)
    case phrase(Phrase)
    /// Phrases in any order with at most so many words between one and the next.
    case near([Phrase], distance: Int)
    case and([Node])
    case or([Node])
    case not(Node)
  }

  /// Folded words in a row; of the last perhaps only the beginning.
  public struct Phrase: Hashable, Sendable {
    public var words: [[UInt8]]
    public var endsInPrefix: Bool

    public init(_ words: [[UInt8]], endsInPrefix: Bool = false) {
      self.words = words
      self.endsInPrefix = endsInPrefix
    }
  }

  /// Nil asks for nothing, so that every article matches.
  public let root: Node?

  public init(root: Node?) { self.root = root }

  /// Reads a finished query.
  ///
  /// - Throws: a sentence on what is wrong with it.
  public init(_ text: String) throws(TextQueryError) {
    let tokens = try QueryToken.tokens(of: text, isTyping: false)
    var parser = TextQueryParser(tokens: tokens, isTyping: false)
    root = try parser.parse()
    if root == nil, text.utf8.contains(where: { $0 > 0x20 }) {
      throw TextQueryError("there is no word in it to search for")
    }
  }

  /// Reads a query that is still being typed: what is open is closed, an operator that waits for its word
  /// is left out, and the last word stands for all that begin with it (from the third letter on; a
  /// shorter one is not looked for yet).
  public init(typing text: String) {
    let tokens = try? QueryToken.tokens(of: text, isTyping: true)
    var parser = TextQueryParser(tokens: tokens ?? [], isTyping: true)
    root = (try? parser.parse()) ?? nil
  }

  /// A finished query as it is, an unfinished one as far as it goes.
  public init(lenient text: String) {
    if let query = try? TextQuery(text) { self = query } else { self.init(typing: text) }
  }

  /// Whether the last word of an unfinished query is long enough to be looked for as a beginning.
  public static func asksForLastWord(whileTyping text: String) -> Bool {
    let words = searchableText(Array(text.utf8)).split(separator: 0x20)
    return (words.last?.count ?? 0) >= shortestTypedPrefix
  }

  public static let nearDistance = 10
  /// A word that is still being typed is looked for as a beginning from so many letters on.
  public static let shortestTypedPrefix = 3
}

/// Why a search cannot be run; one sentence without its full stop.
public struct TextQueryError: Error, Hashable, Sendable {
  public let message: String
  init(_ message: String) { self.message = message }
}

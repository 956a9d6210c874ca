import TextModel

/// All tokens of an article's prose, as parallel arrays: one entry a token, in text order.
///
/// Parallel arrays instead of an array of structures, since each phase reads one or two of the fields
/// over the whole article. Token numbers are `Int`; a token range is half-open.
public struct TokenBuffer: Sendable {
  /// UTF-8 offset of the first byte.
  public internal(set) var begins: [Int32] = []
  /// UTF-8 offset behind the last byte.
  public internal(set) var ends: [Int32] = []
  /// What each token is.
  public internal(set) var kinds: [TokenKind] = []
  /// What its bytes and its surroundings show.
  public internal(set) var flags: [TokenFlags] = []
  /// `WordFold.hash` of the token's bytes: case, umlauts and ß do not matter.
  public internal(set) var folds: [UInt64] = []
  /// What the lexicon knows of the word; empty for anything else.
  public internal(set) var classes: [WordClass] = []
  /// The verb of which the word may be a form, as numbered by `GermanVerbs`; -1 for none.
  public internal(set) var verbs: [Int16] = []
  /// Sentence by sentence, ranges of tokens: ordered, disjoint, together all tokens. No sentence
  /// reaches over the end of a block.
  public internal(set) var sentences: [Range<Int>] = []
  /// For each sentence the number of its block in the order given to the tokeniser.
  public internal(set) var blockOfSentence: [Int32] = []
  /// For each token the number of its sentence.
  public internal(set) var sentenceOfToken: [Int32] = []

  /// No tokens.
  public init() {}

  /// How many tokens there are.
  @inlinable public var count: Int { begins.count }

  /// Where a token stands.
  @inlinable
  public func span(_ token: Int) -> TextSpan {
    TextSpan(Int(begins[token]), Int(ends[token]))
  }

  /// From the first byte of the first token to the last byte of the last one.
  ///
  /// - Precondition: the range is not empty.
  @inlinable
  public func span(_ range: Range<Int>) -> TextSpan {
    TextSpan(Int(begins[range.lowerBound]), Int(ends[range.upperBound - 1]))
  }

  /// The first token that ends behind an offset; `count` when there is none.
  ///
  /// - Complexity: logarithmic in the number of tokens.
  @inlinable
  public func firstToken(endingAfter utf8Offset: Int) -> Int {
    ends.withUnsafeBufferPointer { ends in
      // Halving without a branch that nobody can foresee.
      var first = 0
      var rest = ends.count
      while rest > 0 {
        let half = (rest + 1) / 2
        first += Int(ends[first + half - 1]) <= utf8Offset ? half : 0
        rest -= half
      }
      return first
    }
  }

  /// The tokens of which at least one byte lies in a span.
  @inlinable
  public func tokens(in span: TextSpan) -> Range<Int> {
    let first = firstToken(endingAfter: span.begin)
    var end = first
    while end < count, Int(begins[end]) < span.end { end += 1 }
    return first..<end
  }

  /// The number of the sentence that holds a token; beyond the last token that of the last sentence.
  @inlinable
  public func sentence(of token: Int) -> Int {
    token < sentenceOfToken.count ? Int(sentenceOfToken[token]) : max(0, sentences.count - 1)
  }
}

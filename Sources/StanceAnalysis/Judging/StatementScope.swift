import GermanLanguage
import TextModel

/// The tokens of one statement: what was said, and the words that report it.
///
/// A class, since every rule is handed it: one count to keep instead of one for each list.
final class StatementScope {
  /// Ranges of tokens of the quote, without what others say inside it.
  var content: [Range<Int>] = []
  /// Ranges of tokens of the reporting words outside the quote.
  var report: [Range<Int>] = []
  var cue: [Range<Int>] = []
  var speaker: [Range<Int>] = []
  /// What the words of the quote are together; empty until they have been read.
  var said = WordSummary()
  /// The same of the reporting words.
  var told = WordSummary()

  /// The tokens of a statement; not an initialiser, which would take copies of what it only reads.
  ///
  /// - Parameter others: quotes of statements nested in it that have another speaker.
  static func of(
    _ statement: Statement, others: [TextSpan], tokens: TokenBuffer
  ) -> StatementScope {
    let scope = StatementScope()
    var quote = statement.quote.map { tokens.tokens(in: $0) }
    if others.isEmpty {
      quote.removeAll { $0.isEmpty }
      scope.content = quote
    } else {
      let holes = others.map { tokens.tokens(in: $0) }
      for range in quote { append(range, without: holes, to: &scope.content) }
    }
    for span in statement.frame {
      append(tokens.tokens(in: span), without: quote, to: &scope.report)
    }
    scope.cue = statement.cue.map { tokens.tokens(in: $0) }
    scope.speaker = statement.speaker.map { tokens.tokens(in: $0) }
    return scope
  }

  var contentCount: Int { content.reduce(0) { $0 + $1.count } }

  private static func append(
    _ range: Range<Int>, without holes: [Range<Int>], to parts: inout [Range<Int>]
  ) {
    // Mostly nothing overlaps.
    if holes.contains(where: { range.overlaps($0) }) {
      parts += subtract(range, holes)
    } else if !range.isEmpty {
      parts.append(range)
    }
  }

  private static func subtract(_ range: Range<Int>, _ holes: [Range<Int>]) -> [Range<Int>] {
    var parts = range.isEmpty ? [] : [range]
    for hole in holes where !hole.isEmpty {
      parts = parts.flatMap { part -> [Range<Int>] in
        guard part.overlaps(hole) else { return [part] }
        var rest: [Range<Int>] = []
        if part.lowerBound < hole.lowerBound { rest.append(part.lowerBound..<hole.lowerBound) }
        if hole.upperBound < part.upperBound { rest.append(hole.upperBound..<part.upperBound) }
        return rest
      }
    }
    return parts
  }
}

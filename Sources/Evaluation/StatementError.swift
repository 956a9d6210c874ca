import TextModel

/// One place where the system and the gold annotation differ, told so that a reader can open it.
public struct StatementError: Sendable {
  public enum Kind: String, Sendable, CaseIterable {
    /// In the gold, not found (not aligned, or less than half of the quote agrees).
    case missed
    /// Of the system, not found in the gold.
    case spurious
    /// Found, with other limits of the quote.
    case boundary
    /// Found, with another head of the speaker.
    case speaker
    /// Found, as another type.
    case type
  }

  /// One side of the comparison, in the words of the text.
  public struct Side: Sendable, Equatable {
    public var type: ReportedSpeech
    public var medium: Medium
    public var quote: String
    public var speaker: String
    public var cue: String
    public var frame: String
    /// The rule that made a system statement, with its confidence; empty for gold.
    public var rule: String
  }

  public var kind: Kind
  public var document: String
  /// Line of the quote's first word, from 1.
  public var line: Int
  /// Column in code points, from 1, as editors count.
  public var column: Int
  /// Token F1 of the two quotes.
  public var f1: Double
  public var gold: Side?
  public var system: Side?
  /// The passage on one line, the gold quote between ⟦ ⟧ and the system's between ⟨ ⟩, with some
  /// words before and after.
  public var passage: String
}

extension StatementError {
  static func errors(
    of row: AlignedRow, gold: [ScoredStatement], system: [ScoredStatement],
    _ statements: [Statement], in document: GoldDocument
  ) -> [StatementError] {
    let g = row.gold.map { gold[$0] }
    let s = row.system.map { system[$0] }
    var kinds: [Kind] = []
    if let g, let s, row.found {
      if g.quote != s.quote { kinds.append(.boundary) }
      if !haveSameHead(g.speaker, s.speaker, in: document) { kinds.append(.speaker) }
      if g.type != s.type { kinds.append(.type) }
    } else {
      if g != nil { kinds.append(.missed) }
      if s != nil { kinds.append(.spurious) }
    }
    guard !kinds.isEmpty, let first = (g ?? s)?.quote.numbers.first else { return [] }
    let begin = document.tokens[first].begin
    let (line, column) = position(begin, in: document.text)
    let passage = passage(g?.quote ?? .empty, s?.quote ?? .empty, in: document)
    return kinds.map {
      StatementError(
        kind: $0, document: document.document, line: line, column: column, f1: row.f1,
        gold: g.map { side($0, rule: "", document) },
        system: s.map { scored in
          let statement = row.system.map { statements[$0] }
          let rule = statement.map { "\($0.rule) \(fixed($0.confidence, 2))" } ?? ""
          return side(scored, rule: rule, document)
        }, passage: passage)
    }
  }

  private static func side(_ statement: ScoredStatement, rule: String, _ document: GoldDocument)
    -> Side
  {
    func words(_ part: Part) -> String { document.text.joined(document.spans(statement[part])) }
    return Side(
      type: statement.type, medium: statement.medium, quote: words(.quote),
      speaker: words(.speaker), cue: words(.cue), frame: words(.frame), rule: rule)
  }

  /// Line and column of an offset, both from 1; columns in code points.
  static func position(_ offset: Int, in text: SourceText) -> (line: Int, column: Int) {
    var line = 1
    var column = 1
    for byte in text.utf8.prefix(offset) {
      if byte == 0x0A {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    return (line, column)
  }

  /// The words around both quotes, `context` tokens before and after them.
  private static func passage(
    _ gold: TokenSet, _ system: TokenSet, in document: GoldDocument, context: Int = 12
  ) -> String {
    let all = gold.numbers + system.numbers
    guard let first = all.min(), let last = all.max() else { return "" }
    let low = max(0, first - context)
    let high = min(document.tokens.count, last + 1 + context)
    var text = low > 0 ? "… " : ""
    for token in low..<high {
      if token > low, document.tokens[token - 1].end < document.tokens[token].begin { text += " " }
      if gold.contains(token), !gold.contains(token - 1) { text += "⟦" }
      if system.contains(token), !system.contains(token - 1) { text += "⟨" }
      text += document.word(token)
      if system.contains(token), !system.contains(token + 1) { text += "⟩" }
      if gold.contains(token), !gold.contains(token + 1) { text += "⟧" }
    }
    return text + (high < document.tokens.count ? " …" : "")
  }
}

import TextModel

/// Splits prose into tokens and sentences.
///
/// Words keep inner hyphens, apostrophes and gender marks ("US-Magazin", "That's", "Bürger:innen");
/// numbers keep their separators; each mark is a token of its own. No token or sentence reaches over
/// the end of a block.
/// - Complexity: O(*n*) in the bytes of the blocks, whatever they hold.
public struct Tokeniser: Sendable {
  /// The word lists that give tokens their classes.
  public let lexicon: GermanLexicon

  /// Tokens take their classes from these word lists.
  public init(lexicon: GermanLexicon) {
    self.lexicon = lexicon
  }

  /// The tokens of some stretches of a text.
  ///
  /// - Parameter blocks: spans in text order, disjoint, inside the text.
  public func tokens(of text: SourceText, in blocks: [TextSpan]) -> TokenBuffer {
    var buffer = TokenBuffer()
    let estimate = blocks.reduce(0) { $0 + $1.count } / 5 + 8
    buffer.reserve(estimate)
    // One block's at a time; its room is used again for the next.
    var scanned: [ScannedToken] = []
    text.utf8.withUnsafeBufferPointer { bytes in
      for (number, block) in blocks.enumerated() {
        let first = buffer.count
        var scanner = TokenScanner(bytes: bytes, position: block.begin, end: block.end)
        scanned.removeAll(keepingCapacity: true)
        scanner.scan(into: &scanned, lexicon: lexicon)
        buffer.append(scanned)
        SentenceSplitter.split(
          &buffer, from: first, block: Int32(number), lexicon: lexicon)
      }
    }
    return buffer
  }

  /// The tokens of a whole text, read as blocks of one line each.
  public func tokens(ofLines text: SourceText) -> TokenBuffer {
    tokens(of: text, in: Self.lines(of: text))
  }

  /// The lines of a text that are not blank, without their line breaks.
  public static func lines(of text: SourceText) -> [TextSpan] {
    var result: [TextSpan] = []
    var begin = 0
    for (index, byte) in text.utf8.enumerated() where byte == 0x0A || byte == 0x0D {
      if index > begin { result.append(TextSpan(begin, index)) }
      begin = index + 1
    }
    if begin < text.count { result.append(TextSpan(begin, text.count)) }
    return result
  }
}

extension TokenBuffer {
  mutating func reserve(_ count: Int) {
    begins.reserveCapacity(count)
    ends.reserveCapacity(count)
    kinds.reserveCapacity(count)
    flags.reserveCapacity(count)
    folds.reserveCapacity(count)
    classes.reserveCapacity(count)
    verbs.reserveCapacity(count)
    sentenceOfToken.reserveCapacity(count)
  }

  /// Appends tokens field by field: an array is asked for its owner and its room once, not for each token.
  mutating func append(_ tokens: [ScannedToken]) {
    Self.append(tokens, to: &begins) { $0.begin }
    Self.append(tokens, to: &ends) { $0.end }
    Self.append(tokens, to: &kinds) { $0.kind }
    Self.append(tokens, to: &flags) { $0.flags }
    Self.append(tokens, to: &folds) { $0.fold }
    Self.append(tokens, to: &classes) { $0.classes }
    Self.append(tokens, to: &verbs) { $0.verb }
  }

  @inline(__always)
  private static func append<Field>(
    _ tokens: [ScannedToken], to fields: inout [Field], _ field: (ScannedToken) -> Field
  ) {
    fields.append(addingCapacity: tokens.count) { (span: inout OutputSpan<Field>) in
      for token in tokens { span.append(field(token)) }
    }
  }
}

import TextModel

/// One annotated article: its text, the annotators' own tokens and sentences, and the statements they
/// marked. Offsets are UTF-8 offsets of `text`.
public struct GoldDocument: Sendable {
  /// The document's name ("16930").
  public var document: String
  public var text: SourceText
  /// The data set's tokens, in text order, disjoint.
  public var tokens: [TextSpan]
  /// Token ranges of the data set's sentences.
  public var sentences: [Range<Int>]
  public var statements: [GoldStatement]

  public init(
    document: String, text: SourceText, tokens: [TextSpan], sentences: [Range<Int>],
    statements: [GoldStatement]
  ) {
    self.document = document
    self.text = text
    self.tokens = tokens
    self.sentences = sentences
    self.statements = statements
  }

  /// The token's own text.
  public func word(_ token: Int) -> String { text[tokens[token]] }

  /// The tokens that spans mean: each one that they overlap by at least one byte.
  func tokenSet(_ spans: [TextSpan]) -> TokenSet {
    var numbers: [Int] = []
    for span in spans where !span.isEmpty {
      var index = max(firstToken(beginningAfter: span.begin) - 1, 0)
      while index < tokens.count, tokens[index].begin < span.end {
        if tokens[index].end > span.begin { numbers.append(index) }
        index += 1
      }
    }
    return TokenSet(numbers)
  }

  /// Spans from the begin of each run's first token to the end of its last one.
  func spans(_ set: TokenSet) -> [TextSpan] {
    set.runs.map { TextSpan(tokens[$0.lowerBound].begin, tokens[$0.upperBound - 1].end) }
  }

  private func firstToken(beginningAfter offset: Int) -> Int {
    var low = 0
    var high = tokens.count
    while low < high {
      let middle = (low + high) / 2
      if tokens[middle].begin <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// One annotated statement; its parts are half-open token ranges, sorted, empty where nothing is
/// annotated.
public struct GoldStatement: Sendable, Equatable {
  public var type: ReportedSpeech
  public var medium: Medium
  public var isNested: Bool
  public var quote: [Range<Int>]
  public var speaker: [Range<Int>]
  public var cue: [Range<Int>]
  public var frame: [Range<Int>]
  public var addressee: [Range<Int>]

  public init(
    type: ReportedSpeech, medium: Medium, isNested: Bool = false, quote: [Range<Int>],
    speaker: [Range<Int>] = [], cue: [Range<Int>] = [], frame: [Range<Int>] = [],
    addressee: [Range<Int>] = []
  ) {
    self.type = type
    self.medium = medium
    self.isNested = isNested
    self.quote = quote
    self.speaker = speaker
    self.cue = cue
    self.frame = frame
    self.addressee = addressee
  }
}

/// The five parts of a statement that are scored, in the order of the tables.
enum Part: Int, CaseIterable, Sendable {
  case quote, speaker, cue, frame, addressee

  var name: String {
    switch self {
    case .quote: "quote"
    case .speaker: "speaker"
    case .cue: "cue"
    case .frame: "frame"
    case .addressee: "addressee"
    }
  }

  static let roles: [Part] = [.speaker, .cue, .frame, .addressee]
}

import TextModel

/// A statement in token ranges, as rules found it or the model reads it.
public struct TaggedStatement: Sendable {
  public var type: ReportedSpeech
  /// Ordered, disjoint, not empty.
  public var quote: [Range<Int>]
  public var frame: [Range<Int>] = []
  public var cue: [Range<Int>] = []
  public var speaker: [Range<Int>] = []
  /// Number of the statement in which a Direct quote lies, and whose roles it has.
  public var host: Int?
  /// The rule, or the part of the model, that found it.
  public var rule = ""
  /// Number of the rules' statement that it comes from or meets, if any.
  public var source: Int?
  /// Estimated probability that the statement is one and its speaker is right.
  public var confidence: Float = 0
  /// Probability of the chosen speaker among the candidates.
  public var speakerProbability: Float = 1
  /// Log odds of a pair of marks to be a Direct quote.
  var markScore: Float = 0
  /// Whether it is a statement of the rules that the tags do not show.
  var isKept = false
  /// The features from which the confidence follows.
  public var evidence: [UInt32] = []

  public init(type: ReportedSpeech, quote: [Range<Int>]) {
    self.type = type
    self.quote = quote
  }
}

/// One reported utterance: what was said, by whom, in which words reported, and where the speaker
/// stands (the statement of Discourse Network Analysis, with the roles of quotation attribution).
///
/// Found by `Quotations`, which fills the spans; `Actors` adds whom the speaker's words mean, and
/// `StanceAnalysis` where the speaker stands.
public struct Statement: Sendable, Equatable {
  /// Position among the statements of the article, from 1; its id is `document#ordinal`.
  public var ordinal: Int
  /// The part of the article in which it stands.
  public var zone: Zone
  /// How it is reported.
  public var type: ReportedSpeech
  /// How it was uttered.
  public var medium: Medium
  /// What was said. Several spans where the reporting words stand in the middle; ordered, disjoint.
  public var quote: [TextSpan]
  /// Who said it, in the words of the text: a pronoun stays a pronoun. Empty when the text names nobody.
  public var speaker: [TextSpan]
  /// The word or words that signal reporting: *sagte*, *laut*.
  public var cue: [TextSpan]
  /// The whole reporting clause.
  public var frame: [TextSpan]
  /// The words for whom it was said to; empty when nobody is named.
  public var addressee: [TextSpan]
  /// Ordinal of the statement in which this one is nested.
  public var parent: Int?
  /// Name of the rule or model that found it ("konjunktiv.frame-before"); `docs/rules.md` lists them.
  public var rule: String
  /// Estimated probability that the statement is one and its speaker is right, 0...1.
  public var confidence: Double

  /// Whom the speaker is; several for joint speakers, none when unknown.
  public var actors: [ActorID] = []
  /// Whose position it is when a spokesperson speaks.
  public var onBehalfOf: ActorID?
  /// Through whom the utterance is reported: an agency, a newspaper, another speaker.
  public var via: [ActorID] = []
  /// When it was made, if at another time than the article.
  public var date: ArticleDate?

  /// What the speaker does by it.
  public var act: SpeechAct = .assert
  /// The speaker's stance towards whatever the statement is about.
  public var polarity: Polarity = .neutral
  /// The words that name what it is about.
  public var target: [TextSpan] = []
  /// Where the speaker stands on the concepts of the codebook.
  public var stances: [Stance] = []

  /// A statement as it is found; actors and stances are filled in later.
  public init(
    ordinal: Int, zone: Zone, type: ReportedSpeech, medium: Medium, quote: [TextSpan],
    speaker: [TextSpan] = [], cue: [TextSpan] = [], frame: [TextSpan] = [],
    addressee: [TextSpan] = [], parent: Int? = nil, rule: String, confidence: Double
  ) {
    self.ordinal = ordinal
    self.zone = zone
    self.type = type
    self.medium = medium
    self.quote = quote
    self.speaker = speaker
    self.cue = cue
    self.frame = frame
    self.addressee = addressee
    self.parent = parent
    self.rule = rule
    self.confidence = confidence
  }
}

/// The type of reported speech, after Petersen-Frey and Biemann (LREC-COLING 2024). Raw values are
/// those of the data set and of the JSON contract.
public enum ReportedSpeech: String, Sendable, CaseIterable {
  /// Verbatim, in quotation marks.
  case direct = "Direct"
  /// Rendered, with a reporting clause.
  case indirect = "Indirect"
  /// A sentence that sums up an utterance; the speaker is one of its constituents.
  case reported = "Reported"
  /// Own sentence with *soll*, the speaker elsewhere.
  case freeIndirect = "FreeIndirect"
  /// Own sentence in Konjunktiv, the speaker elsewhere.
  case indirectFreeIndirect = "IndirectFreeIndirect"
}

/// How something was uttered; the unresolved pairs are those of the data set.
public enum Medium: String, Sendable, CaseIterable {
  case speech = "Speech"
  case writing = "Writing"
  case thought = "Thought"
  case speechOrThought = "ST"
  case speechOrWriting = "SW"
  case thoughtOrWriting = "TW"
  case none
}

/// What the speaker does by saying it (speech acts, CAMEO). Raw values are those of the JSON contract.
public enum SpeechAct: String, Sendable, CaseIterable {
  case assert, demand, reject, warn, announce, admit, deny, promise, accuse, threaten, praise,
    regret
  case ask, recommend, doubt, other
}

/// Where a speaker stands towards something.
public enum Polarity: String, Sendable, CaseIterable {
  case support, oppose, neutral, ambivalent
}

/// The speaker's stance on one concept of the codebook.
public struct Stance: Sendable, Equatable {
  /// The concept.
  public var concept: ConceptID
  /// Where the speaker stands on it.
  public var polarity: Polarity
  /// 0...1.
  public var confidence: Double
  /// The words it was read from.
  public var evidence: [TextSpan]

  /// A stance with the words that show it.
  public init(concept: ConceptID, polarity: Polarity, confidence: Double, evidence: [TextSpan]) {
    self.concept = concept
    self.polarity = polarity
    self.confidence = confidence
    self.evidence = evidence
  }
}

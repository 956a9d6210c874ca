import Relations
import TextModel

public struct CorpusSummary: Hashable, Sendable {
  public var articles: Int
  public var statements: Int
  /// Inputs that could not be read, and reservations about others.
  public var diagnostics: Int
  /// First and last day of the dated articles (open ends left out); nil when none is dated.
  public var days: ClosedRange<Int>?

  public init(articles: Int, statements: Int, diagnostics: Int, days: ClosedRange<Int>?) {
    self.articles = articles
    self.statements = statements
    self.diagnostics = diagnostics
    self.days = days
  }
}

/// How many articles lie in each group of the list, and how many statements pass in all.
public struct FilterCounts: Hashable, Sendable {
  public var certain = 0
  public var possible = 0
  public var undated = 0
  public var statements = 0

  public init() {}

  public var articles: Int { certain + possible + undated }
}

/// One line of the list.
public struct ArticleRow: Hashable, Sendable {
  public var key: ArticleKey
  public var document: String
  /// The headline; else the first words of the text.
  public var title: String
  public var hasTitle: Bool
  public var edtf: EDTF?
  public var match: DateMatch
  /// Statements inside the filter, and in all.
  public var matchingStatements: Int
  public var statements: Int

  public init(
    key: ArticleKey, document: String, title: String, hasTitle: Bool, edtf: EDTF?,
    match: DateMatch, matchingStatements: Int, statements: Int
  ) {
    self.key = key
    self.document = document
    self.title = title
    self.hasTitle = hasTitle
    self.edtf = edtf
    self.match = match
    self.matchingStatements = matchingStatements
    self.statements = statements
  }
}

/// One statement in a list.
public struct StatementDigest: Hashable, Sendable {
  public var ref: StatementRef
  public var type: ReportedSpeech
  /// Name of the speaker's actor (several joined by " and "), the speaker's words when unresolved, or nil.
  public var speaker: String?

  /// What `speaker` is of some actors' names and the speaker's words in the text.
  public static func speaker(named names: [String], words: String) -> String? {
    if names.isEmpty { return words.isEmpty ? nil : words }
    return names.joined(separator: " and ")
  }

  public var actors: [ActorID]
  public var edtf: EDTF?
  /// The quote on one line.
  public var text: String
  public var polarity: Polarity
  public var stances: [ConceptPolarity]

  public init(
    ref: StatementRef, type: ReportedSpeech, speaker: String?, actors: [ActorID], edtf: EDTF?,
    text: String, polarity: Polarity, stances: [ConceptPolarity]
  ) {
    self.ref = ref
    self.type = type
    self.speaker = speaker
    self.actors = actors
    self.edtf = edtf
    self.text = text
    self.polarity = polarity
    self.stances = stances
  }
}

public struct ConceptPolarity: Hashable, Sendable {
  public var concept: ConceptID
  public var polarity: Polarity

  public init(concept: ConceptID, polarity: Polarity) {
    self.concept = concept
    self.polarity = polarity
  }
}

/// A related statement with what relates it.
public struct RelatedStatement: Hashable, Sendable {
  /// So many are shown at most; an answer may hold one more, which tells that there are others.
  public static let most = RelationIndex.usualLimit

  public var ref: StatementRef
  public var kinds: [StatementRelation.Kind]
  public var concept: ConceptID?
  /// 0...1, best first.
  public var score: Double
  /// One sentence for the reader.
  public var reason: String

  public init(
    ref: StatementRef, kinds: [StatementRelation.Kind], concept: ConceptID?, score: Double,
    reason: String
  ) {
    self.ref = ref
    self.kinds = kinds
    self.concept = concept
    self.score = score
    self.reason = reason
  }
}

public struct FacetValue: Hashable, Sendable {
  /// Actor or concept id, polarity or type as written in the JSON contract; nil for unknown speakers.
  public var value: String?
  public var label: String
  public var statements: Int
  public var articles: Int

  public init(value: String?, label: String, statements: Int, articles: Int) {
    self.value = value
    self.label = label
    self.statements = statements
    self.articles = articles
  }
}

/// Articles whose date meets a month.
public struct MonthCount: Hashable, Sendable {
  public var year: Int
  public var month: Int
  /// Dated inside the month.
  public var certain: Int
  /// Dated by an interval of at most five years that covers more than the month.
  public var possible: Int

  public init(year: Int, month: Int, certain: Int, possible: Int) {
    self.year = year
    self.month = month
    self.certain = certain
    self.possible = possible
  }
}

/// One actor of the sidebar with what they stand for.
public struct ActorStanding: Hashable, Sendable {
  /// Nil for unknown speakers.
  public var actor: ActorID?
  public var name: String
  public var kind: ActorKind?
  /// The state under which a government metonym is grouped.
  public var metonymOf: ActorID?
  public var statements: Int
  /// By concept, most statements first.
  public var positions: [ConceptStanding]

  public init(
    actor: ActorID?, name: String, kind: ActorKind?, metonymOf: ActorID?, statements: Int,
    positions: [ConceptStanding]
  ) {
    self.actor = actor
    self.name = name
    self.kind = kind
    self.metonymOf = metonymOf
    self.statements = statements
    self.positions = positions
  }
}

/// An actor's stances on one concept, as numbers of statements.
public struct ConceptStanding: Hashable, Sendable {
  public var concept: ConceptID
  public var label: String
  public var support: Int
  public var oppose: Int
  public var neutral: Int
  public var ambivalent: Int
  /// The statements counted, in list order then text order.
  public var statements: [StatementRef]

  public init(
    concept: ConceptID, label: String, support: Int, oppose: Int, neutral: Int, ambivalent: Int,
    statements: [StatementRef]
  ) {
    self.concept = concept
    self.label = label
    self.support = support
    self.oppose = oppose
    self.neutral = neutral
    self.ambivalent = ambivalent
    self.statements = statements
  }

  /// The one sign for all of them: both sides taken makes it ambivalent.
  public var polarity: Polarity {
    if (support > 0 && oppose > 0) || ambivalent > 0 { return .ambivalent }
    return support > 0 ? .support : oppose > 0 ? .oppose : .neutral
  }
}

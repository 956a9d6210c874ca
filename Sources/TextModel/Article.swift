/// One document of the archive: its text and what its layout says.
public struct Article: Sendable, Equatable {
  /// The path below the given PATH without its last extension, `/` as separator.
  public var document: String
  /// The same with the extension.
  public var path: String
  /// The decoded text that all spans point into.
  public var text: SourceText
  /// Its parts.
  public var anatomy: ArticleAnatomy
  /// When it appeared, as far as that could be settled.
  public var date: ArticleDate

  /// An article as it is read; its date is settled later.
  public init(
    document: String, path: String, text: SourceText, anatomy: ArticleAnatomy,
    date: ArticleDate = .unknown
  ) {
    self.document = document
    self.path = path
    self.text = text
    self.anatomy = anatomy
    self.date = date
  }
}

/// The parts of an article, as spans of its text.
///
/// A part that the text gives no evidence for is nil or empty: a text that starts with its lead has no
/// title.
public struct ArticleAnatomy: Sendable, Equatable {
  /// The line above the headline.
  public var kicker: TextSpan?
  /// The headline.
  public var title: TextSpan?
  /// The paragraphs between headline and body.
  public var standfirst: [TextSpan] = []
  /// The points of a summary in front of the body.
  public var keyPoints: [TextSpan] = []
  /// The author's name, without "Von:".
  public var byline: TextSpan?
  /// Places of the dateline ("Minsk"), without the dash.
  public var dateline: [TextSpan] = []
  /// Agencies named by a sign-off, a dateline or as a source in the prose ("dpa", "AFP"), each once, in
  /// text order; those of photo credits left out.
  public var agencies: [TextSpan] = []
  /// Headings inside the body.
  public var subheadings: [TextSpan] = []
  /// What is not read for statements: captions, credits, date lines …
  public var nonProse: [NonProse] = []
  /// What is read for statements, in text order, disjoint: paragraph by paragraph, with its zone.
  /// Never overlaps `nonProse`.
  public var blocks: [TextBlock] = []

  /// Nothing found: the text is one body.
  public init() {}
}

/// A stretch of text that is read on its own, such as a paragraph or a headline.
public struct TextBlock: Sendable, Equatable {
  /// Which part of the article it belongs to.
  public var zone: Zone
  /// Where it stands.
  public var span: TextSpan

  /// A block of prose.
  public init(zone: Zone, span: TextSpan) {
    self.zone = zone
    self.span = span
  }
}

/// The part of an article in which a statement stands. Raw values are those of the JSON contract.
public enum Zone: String, Sendable, CaseIterable {
  case headline, standfirst, keypoints, subheading, body
}

/// Text that is not article prose and yields no statements.
public struct NonProse: Sendable, Equatable {
  /// Raw values are those of the JSON contract.
  public enum Kind: String, Sendable, CaseIterable {
    case metaPrefix = "meta-prefix"
    case byline, caption, credit
    case dateLine = "date-line"
    case boxLabel = "box-label"
    case agencySignoff = "agency-signoff"
  }

  /// What it is instead of prose.
  public var kind: Kind
  /// Where it stands.
  public var span: TextSpan

  /// A stretch that is no prose.
  public init(kind: Kind, span: TextSpan) {
    self.kind = kind
    self.span = span
  }
}

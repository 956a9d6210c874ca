/// One document of the archive: its text and what its layout says.
public struct Article: Sendable, Equatable {
  /// The path below the given PATH without its last extension, `/` as separator.
  public var document: String
  /// The same with the extension.
  public var path: String
  public var text: SourceText
  public var anatomy: ArticleAnatomy
  public var date: ArticleDate

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
  public var kicker: TextSpan?
  public var title: TextSpan?
  public var standfirst: [TextSpan] = []
  public var keyPoints: [TextSpan] = []
  /// The author's name, without "Von:".
  public var byline: TextSpan?
  /// Places of the dateline ("Minsk"), without the dash.
  public var dateline: [TextSpan] = []
  /// Agencies named by a sign-off, a dateline or as a source in the prose ("dpa", "AFP"), each once, in
  /// text order; those of photo credits left out.
  public var agencies: [TextSpan] = []
  public var subheadings: [TextSpan] = []
  public var nonProse: [NonProse] = []
  /// What is read for statements, in text order, disjoint: paragraph by paragraph, with its zone.
  /// Never overlaps `nonProse`.
  public var blocks: [TextBlock] = []

  public init() {}
}

/// A stretch of text that is read on its own, such as a paragraph or a headline.
public struct TextBlock: Sendable, Equatable {
  public var zone: Zone
  public var span: TextSpan

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

  public var kind: Kind
  public var span: TextSpan

  public init(kind: Kind, span: TextSpan) {
    self.kind = kind
    self.span = span
  }
}

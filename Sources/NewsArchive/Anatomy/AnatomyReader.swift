import GermanLanguage
import TextModel

/// Reads an article's parts from its layout.
///
/// A phase a file, from the surest sign to the weakest: lines that are no prose, key points, headline,
/// dateline, standfirst, sub-headings, sign-off. What no phase claims is body. Every phase looks at
/// whole paragraphs and asks for evidence; without it a part stays prose.
///
/// - Complexity: O(*n*) in the length of the text.
public struct AnatomyReader: Sendable {
  private let lexicon: LayoutLexicon

  /// Prepares the layout words from the data files.
  public init(lexicon: LexiconFiles = .embedded) {
    self.lexicon = LayoutLexicon(lexicon)
  }

  /// The parts of a text; blocks in text order, disjoint, and what is no prose.
  public func anatomy(of text: SourceText) -> ArticleAnatomy {
    var draft = LayoutDraft(
      bytes: text.utf8, lexicon: lexicon, parts: splitParagraphs(text.utf8))
    draft.takeMetaPrefix()
    for index in draft.parts.indices { draft.takeLayoutLine(index) }
    draft.takeCaptionsAboveCredits()
    draft.takeKeyPoints()
    draft.takeHeadline()
    draft.takeDateline()
    draft.takeStandfirst()
    draft.takeSignOff()
    draft.takeSubheadings()
    draft.takeNamedAgencies()
    return draft.finished()
  }
}

extension LayoutDraft {
  /// Decides what one line can say of itself.
  fileprivate mutating func takeLayoutLine(_ index: Int) {
    guard parts[index].role == .open, parts[index].begin < parts[index].end else { return }
    takeSiteLine(index)
    if parts[index].role == .open { takeByline(index) }
    if parts[index].role == .open, index < 16 || index + 6 >= parts.count { takeDateLine(index) }
    if parts[index].role == .open { takeCaption(index) }
  }

  /// The blocks that are read for statements.
  fileprivate mutating func finished() -> ArticleAnatomy {
    for part in parts where part.begin < part.end {
      let zone: Zone? =
        switch part.role {
        case .furniture, .kicker: nil
        case .title: .headline
        case .standfirst: .standfirst
        case .keyPoint: .keypoints
        case .subheading: .subheading
        case .open: .body
        }
      if let zone { anatomy.blocks.append(TextBlock(zone: zone, span: part.span)) }
    }
    anatomy.nonProse.sort { $0.span < $1.span }
    return anatomy
  }
}

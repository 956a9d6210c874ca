import ScreenModel
import TextModel

/// A stretch of an article that is set on rows of its own.
public struct ArticleParagraph: Hashable, Sendable {
  /// What part of the article it is.
  public enum Kind: Hashable, Sendable {
    case kicker, title, standfirst, keyPoint, subheading, body
    /// Captions, credits, date lines and the like.
    case nonProse
  }

  /// UTF-8 offsets, without white space at the ends.
  public var span: TextSpan
  public var kind: Kind

  /// How its text looks where no statement says otherwise.
  public var role: Role {
    switch kind {
    case .title: .title
    case .subheading: .heading
    case .kicker, .nonProse: .faint
    case .standfirst, .keyPoint, .body: .text
    }
  }
}

/// Cuts an article into paragraphs: at its line breaks and where its parts meet, so that a kicker, a
/// headline and a date in one line stand on three rows. Together they hold all text but white space.
public func paragraphs(of article: Article) -> [ArticleParagraph] {
  let text = article.text
  let anatomy = article.anatomy
  var parts: [ArticleParagraph] = []
  if let kicker = anatomy.kicker { parts.append(.init(span: kicker, kind: .kicker)) }
  if let title = anatomy.title { parts.append(.init(span: title, kind: .title)) }
  for nonProse in anatomy.nonProse where nonProse.kind != .agencySignoff {
    parts.append(.init(span: nonProse.span, kind: .nonProse))
  }
  for block in anatomy.blocks {
    let kind: ArticleParagraph.Kind =
      switch block.zone {
      case .headline: .title
      case .standfirst: .standfirst
      case .keypoints: .keyPoint
      case .subheading: .subheading
      case .body: .body
      }
    parts.append(.init(span: block.span, kind: kind))
  }
  var cuts: Set<Int> = [0, text.count]
  for part in parts {
    cuts.insert(part.span.begin)
    cuts.insert(part.span.end)
  }
  for (offset, byte) in text.utf8.enumerated() where byte == 0x0A || byte == 0x0D {
    cuts.insert(offset)
  }
  parts.sort { $0.span < $1.span }
  // Parts that reach over the place that is read: few, so that the whole stays linear.
  var open: [ArticleParagraph] = []
  var coming = parts[...]
  let offsets = cuts.sorted()
  var paragraphs: [ArticleParagraph] = []
  /// Text of no part, such as a dateline: it stands on the row of the part that follows it.
  var loose: TextSpan?
  for (begin, end) in zip(offsets, offsets.dropFirst()) {
    guard let span = trimmed(TextSpan(begin, end), in: text.utf8) else { continue }
    open.removeAll { $0.span.end <= span.begin }
    while let next = coming.first, next.span.begin <= span.begin {
      if next.span.end > span.begin { open.append(next) }
      coming.removeFirst()
    }
    // The smallest part that holds it says what it is.
    let kind = open.filter { $0.span.contains(span) }.min { $0.span.count < $1.span.count }?.kind
    let sameLineAsLast =
      paragraphs.last.map { !text.hasLineBreak(between: $0.span, and: span) } ?? false
    if let before = loose, text.hasLineBreak(between: before, and: span) {
      paragraphs.append(ArticleParagraph(span: before, kind: .body))
      loose = nil
    }
    switch kind {
    case nil:
      if sameLineAsLast, loose == nil, let last = paragraphs.last,
        last.kind == .body || isTail(span, of: text)
      {
        paragraphs[paragraphs.count - 1].span = last.span.union(span)
      } else {
        loose = loose.map { $0.union(span) } ?? span
      }
    case let kind?:
      if let before = loose, kind == .body || kind == .standfirst {
        paragraphs.append(ArticleParagraph(span: before.union(span), kind: kind))
      } else {
        if let before = loose { paragraphs.append(ArticleParagraph(span: before, kind: .body)) }
        paragraphs.append(ArticleParagraph(span: span, kind: kind))
      }
      loose = nil
    }
  }
  if let loose { paragraphs.append(ArticleParagraph(span: loose, kind: .body)) }
  return paragraphs
}

extension SourceText {
  fileprivate func hasLineBreak(between a: TextSpan, and b: TextSpan) -> Bool {
    guard a.end <= b.begin else { return false }
    return utf8[a.end..<b.begin].contains { $0 == 0x0A || $0 == 0x0D }
  }
}

/// Whether it is only a mark or two that nobody wants on a row of its own.
private func isTail(_ span: TextSpan, of text: SourceText) -> Bool {
  span.count <= 2 && text.utf8[span.range].allSatisfy { $0 < 0x30 && $0 > 0x20 }
    && span.begin > 0 && text.utf8[span.begin - 1] > 0x20
}

private func trimmed(_ span: TextSpan, in utf8: [UInt8]) -> TextSpan? {
  var begin = span.begin
  var end = span.end
  while begin < end, utf8[begin] <= 0x20 { begin += 1 }
  while end > begin, utf8[end - 1] <= 0x20 { end -= 1 }
  return begin < end ? TextSpan(begin, end) : nil
}

import ScreenModel
import TextModel
import Typesetting

/// Sets an article in rows of some width.
///
/// - Returns: at least the rows of its paragraphs; none for an article without text.
public func articleLayout(_ article: Article, columns: Int) -> WrappedText {
  var set: [Paragraph] = []
  var previous: ArticleParagraph.Kind?
  for part in paragraphs(of: article) {
    let blank = previous.map { needsBlank(between: $0, and: part.kind) } ?? false
    let isPoint = part.kind == .keyPoint && columns >= 20
    set.append(
      Paragraph(
        span: part.span, role: part.role, indent: isPoint ? 2 : 0, bullet: isPoint ? "•" : "",
        blankRowsBefore: blank ? 1 : 0))
    previous = part.kind
  }
  return WrappedText(article.text, paragraphs: set, columns: columns)
}

/// Whether an empty row stands between two parts; headline, kicker and the lines around them keep
/// together, and so do key points.
private func needsBlank(
  between a: ArticleParagraph.Kind, and b: ArticleParagraph.Kind
) -> Bool {
  let furniture: Set<ArticleParagraph.Kind> = [.kicker, .title, .nonProse]
  if a == .subheading || (b == .keyPoint && (a == .keyPoint || a == .nonProse)) { return false }
  return !(furniture.contains(a) && furniture.contains(b))
}

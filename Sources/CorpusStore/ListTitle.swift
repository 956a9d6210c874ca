import TextModel

/// What the list shows of an article: the headline on one line, else the first words of the text.
public func listTitle(of article: Article) -> String {
  if let title = article.anatomy.title { return oneLine(article.text[title]) }
  let start = article.anatomy.blocks.first?.span ?? article.text.span
  var end = min(start.end, start.begin + 120)
  while !article.text.isCodePointBoundary(end) { end -= 1 }
  let words = oneLine(article.text[TextSpan(start.begin, end)])
  return words.isEmpty ? "(empty)" : words + (end < start.end ? " …" : "")
}

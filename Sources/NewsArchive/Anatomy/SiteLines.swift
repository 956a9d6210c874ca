import GermanLanguage
import TextModel

extension LayoutDraft {
  /// Labels of boxes, and lines that the site adds: "Anzeige", "Lesen Sie auch: …", "Mehr zum Thema".
  mutating func takeSiteLine(_ index: Int) {
    let part = parts[index]
    guard part.count <= 300 else { return }
    var end = part.end
    if end > part.begin, bytes[end - 1] == UInt8(ascii: ":") { end -= 1 }
    if lexicon.boxLabels.contains(bytes, part.begin, end)
      || lexicon.lines.contains(bytes, part.begin, end)
    {
      furnish(index, .boxLabel)
    } else if let after = lexicon.lineStarts.match(bytes, at: part.begin, to: part.end) {
      // Prose may begin with "Folgen Sie uns" too, but then a sentence of some length follows.
      if part.count <= 160 || bytes[after - 1] == UInt8(ascii: ":") { furnish(index, .boxLabel) }
    }
  }

  /// Whether a part is the label of a box of key points.
  func isBoxLabel(_ part: Part) -> Bool {
    var end = part.end
    if end > part.begin, bytes[end - 1] == UInt8(ascii: ":") { end -= 1 }
    return lexicon.boxLabels.contains(bytes, part.begin, end)
  }
}

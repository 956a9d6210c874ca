import GermanLanguage
import TextModel

extension LayoutDraft {
  /// Finds sub-headings, which plain text does not mark: a short line without a full stop between
  /// paragraphs of prose.
  mutating func takeSubheadings() {
    let open = openIndices
    for (position, index) in open.enumerated() where position + 1 < open.count {
      let part = parts[index]
      guard looksLikeHeadline(part, maximumBytes: 130), words(part, upTo: 16) <= 15 else {
        continue
      }
      let next = open[position + 1]
      // Prose directly below; before it prose, or the top of the article.
      guard next == index + 1 || parts[(index + 1)..<next].allSatisfy({ $0.role == .furniture }),
        isProse(parts[next]), parts[next].count > part.count || parts[next].count > 90
      else { continue }
      if endsWithQuestion(part), !standsApart(index) { continue }
      if position == 0 {
        guard anatomy.title != nil else { continue }
      } else {
        let before = parts[open[position - 1]]
        guard isProse(before) || anatomy.subheadings.last == before.span else { continue }
        // The line is not the end of a list: "Name: Wert", "Name: Wert".
        if anatomy.subheadings.last == before.span { continue }
      }
      parts[index].role = .subheading
      anatomy.subheadings.append(part.span)
    }
  }

  private func endsWithQuestion(_ part: Part) -> Bool {
    lastMark(part) == UInt32(UInt8(ascii: "?")) || lastMark(part) == UInt32(UInt8(ascii: "!"))
  }

  /// A question that is a line of its own between empty lines, or where no empty lines are used.
  private func standsApart(_ index: Int) -> Bool {
    let next = index + 1
    return parts[index].afterBlankLine == (next < parts.count ? parts[next].afterBlankLine : true)
  }
}

import GermanLanguage
import TextModel

extension LayoutDraft {
  /// Finds the paragraph that sums the article up before it begins.
  ///
  /// Below a title: a short first paragraph that is set off from the body by a dateline, a byline, a
  /// caption, a box or a date line, or that has another paragraph after it which begins anew instead of
  /// going on. Without a title only a box of key points directly after it is evidence enough.
  mutating func takeStandfirst() {
    guard let first = parts.indices.prefix(12).first(where: { parts[$0].role == .open }) else {
      return
    }
    let part = parts[first]
    // The dateline begins the body.
    if let place = anatomy.dateline.first, part.begin >= place.begin, lineHolds(place, first) {
      return
    }
    if anatomy.agencies.contains(where: { lineHolds($0, first) }) { return }
    guard part.count <= 420, endsSentence(part) || anatomy.title != nil, words(part, upTo: 4) >= 4,
      sentences(part, upTo: 5) <= 4, let next = nextContent(after: first)
    else { return }
    let boxFollows = parts[next].role == .keyPoint
    if anatomy.title == nil {
      guard boxFollows else { return }
    } else if !boxFollows {
      guard parts[next].role == .open, isProse(parts[next]) else { return }
      let setOff =
        next > first + 1 || anatomy.dateline.contains { lineHolds($0, next) }
        || anatomy.agencies.contains { lineHolds($0, next) }
      guard setOff || (part.count <= 360 && !goesOn(parts[next])) else { return }
    }
    parts[first].role = .standfirst
    anatomy.standfirst.append(part.span)
  }

  /// Whether a span stands in front of a part, in the same line.
  private func lineHolds(_ span: TextSpan, _ index: Int) -> Bool {
    let begin = index > 0 ? parts[index - 1].end : 0
    return span.begin >= begin && span.end <= parts[index].end
  }

  /// Whether a paragraph takes up what was said: it begins with a pronoun or a word like "zudem".
  private func goesOn(_ part: Part) -> Bool {
    let end = bytes.wordEnd(from: part.begin, to: part.end)
    return lexicon.continuations.contains(bytes, part.begin, end)
  }
}

import GermanLanguage
import TextModel

extension LayoutDraft {
  /// Recognises "Von: Maximilian Kurz", "Von Anna Beispiel und Karl Muster, Berlin", with a date line after
  /// it or none. The names are the byline, the whole line is not prose.
  mutating func takeByline(_ index: Int) {
    let part = parts[index]
    guard part.count <= 160,
      var at = lexicon.bylineIntros.match(bytes, at: part.begin, to: part.end)
    else { return }
    let colon = bytes[at - 1] == UInt8(ascii: ":")
    at = bytes.skipSpace(from: at, to: part.end)
    guard at < part.end, let names = names(from: at, to: part.end) else { return }
    // "Von Berlin bis München ..." does not consist of names; without a colon a single word is a
    // name only when the line ends there.
    guard colon || names.words >= 2 || names.end == part.end else { return }
    let rest = bytes.skipSpace(from: names.end, to: part.end)
    guard rest == part.end || isDateLine(rest, part.end) else { return }
    if anatomy.byline == nil { anatomy.byline = TextSpan(at, names.end) }
    parts[index].role = .furniture
    addNonProse(.byline, part.begin, names.end)
    if rest < part.end { addNonProse(.dateLine, skipMarks(from: rest, to: part.end), part.end) }
  }

  /// The end of a list of names: capitalised words with the small words of names between them, commas,
  /// slashes; nil when something else comes before a natural end.
  private func names(from begin: Int, to end: Int) -> (end: Int, words: Int)? {
    var at = begin
    var reached = begin
    var words = 0
    while at < end {
      if bytes.isCapital(at: at) {
        let wordEnd = bytes.wordEnd(from: at, to: end)
        // A weekday or a month begins the date line.
        if words > 0,
          lexicon.weekdays.contains(bytes, at, wordEnd)
            || lexicon.dateIntros.match(bytes, at: at, to: end) != nil
        {
          break
        }
        at = wordEnd
        words += 1
        if at < end, bytes[at] == UInt8(ascii: "."), at - begin <= 40 { at += 1 }
        reached = at
      } else if let link = lexicon.bylineLinks.match(bytes, at: at, to: end), words > 0 {
        at = link
      } else if let agency = lexicon.agencies.match(bytes, at: at, to: end) {
        at = agency
        reached = agency
        words += 1
      } else if bytes[at] == UInt8(ascii: ",") || bytes[at] == UInt8(ascii: "/")
        || bytes[at] == UInt8(ascii: "|") || bytes[at] == UInt8(ascii: "(")
        || bytes[at] == UInt8(ascii: ")") || bytes.whiteSpace(at: at) > 0 || bytes.dash(at: at) > 0
      {
        at += max(1, max(bytes.whiteSpace(at: at), bytes.dash(at: at)))
        if at <= end, at > begin, bytes[at - 1] == UInt8(ascii: ")") { reached = at }
      } else if isDigit(bytes[at]) {
        break
      } else {
        return nil
      }
      if words > 12 { return nil }
    }
    return words > 0 ? (reached, words) : nil
  }

  private func skipMarks(from begin: Int, to end: Int) -> Int {
    var at = begin
    while at < end, !isWordByte(bytes[at]) { at += 1 }
    return at
  }
}

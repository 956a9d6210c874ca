import GermanLanguage
import TextModel

extension LayoutDraft {
  /// Recognises the words below a picture by the credit at their end: "© Name/AFP", "Foto: Name/dpa".
  mutating func takeCaption(_ index: Int) {
    let part = parts[index]
    guard let credit = creditBegin(part) else { return }
    if credit == part.begin {
      parts[index].role = .furniture
      addNonProse(.credit, part.begin, part.end)
      return
    }
    // A caption is a sentence or two. At the end of a long paragraph only the credit is no prose.
    if part.count - (part.end - credit) <= 420 {
      parts[index].role = .furniture
      addNonProse(.caption, part.begin, part.end)
    } else {
      parts[index].end = bytes.trimEnd(from: part.begin, to: credit)
    }
    addNonProse(.credit, credit, part.end)
  }

  /// Takes the line above a credit that has a line of its own for its caption, unless it is the only line
  /// that can be the standfirst.
  mutating func takeCaptionsAboveCredits() {
    let credits = Set(
      anatomy.nonProse.prefix(64).filter { $0.kind == .credit }.map(\.span))
    for index in parts.indices.prefix(24).dropFirst()
    where parts[index].role == .furniture && credits.contains(parts[index].span) {
      guard parts[index - 1].role == .open, parts[index - 1].count <= 250 else { continue }
      let before = parts[..<(index - 1)].count { $0.role == .open }
      if before >= 2 || (before == 1 && !endsSentence(parts[index - 1])) {
        furnish(index - 1, .caption)
      }
    }
  }

  /// Where a credit begins that runs to the part's end; an opening bracket before it belongs to it.
  private func creditBegin(_ part: Part) -> Int? {
    // A credit is short: look at the last 120 bytes only.
    var at = max(part.begin, part.end - 120)
    while at > part.begin, bytes[at] & 0xC0 == 0x80 { at -= 1 }
    var atWordStart = at == part.begin || !isWordByte(bytes[at - 1])
    while at < part.end {
      if atWordStart || bytes[at] == 0xC2, lexicon.creditIntros.mayMatch(bytes, at: at),
        let names = lexicon.creditIntros.match(bytes, at: at, to: part.end),
        isCredit(from: names, to: part.end)
      {
        var begin = at
        if begin > part.begin,
          bytes[begin - 1] == UInt8(ascii: "(") || bytes[begin - 1] == UInt8(ascii: "[")
        {
          begin -= 1
        }
        return begin
      }
      atWordStart = !isWordByte(bytes[at])
      at += 1
    }
    return nil
  }

  /// Names of people and agencies: no sentence goes on in it.
  private func isCredit(from begin: Int, to end: Int) -> Bool {
    let at = bytes.skipSpace(from: begin, to: end)
    guard at < end, end - at <= 110 else { return false }
    var smallWords = 0
    var words = 0
    var next = at
    while next < end {
      guard isWordByte(bytes[next]) else {
        next += 1
        continue
      }
      words += 1
      let wordEnd = bytes.wordEnd(from: next, to: end)
      if bytes.isSmall(at: next), lexicon.agenciesAnyCase.match(bytes, at: next, to: end) == nil {
        smallWords += 1
      }
      next = wordEnd
    }
    return words > 0 && smallWords * 2 <= words
  }
}

import GermanLanguage
import TextModel

// The lines and ends of lines that say when an article appeared: "Stand: 31.03.2023 13:46 Uhr",
// "Freitag, 3. März 2023, 14:05 Uhr". Here they are only told from prose; the module Dating reads them.

extension LayoutDraft {
  /// Where a stretch of nothing but words of dates ends, and whether it named a day, a time or a
  /// month with a year.
  private func dateWords(from begin: Int, to end: Int) -> (end: Int, namesDate: Bool) {
    var at = begin
    var reached = begin
    var numbers = 0
    var namesDate = false
    var month = false
    while at < end {
      if let next = lexicon.months.match(bytes, at: at, to: end) {
        at = next
        month = true
        if numbers > 0 { namesDate = true }
      } else if let next = lexicon.weekdays.match(bytes, at: at, to: end)
        ?? lexicon.clockWords.match(bytes, at: at, to: end)
        ?? lexicon.dateIntros.match(bytes, at: at, to: end)
      {
        at = next
      } else if isDigit(bytes[at]) {
        // 31.03.2023, 2023-03-31T13:46, 13:46, 13.46, 5. (März)
        var digits = 0
        var groups = 0
        while at < end {
          if isDigit(bytes[at]) {
            if digits == 0 { groups += 1 }
            digits += 1
          } else if digits > 0, ".-:/T+Z".utf8.contains(bytes[at]) {
            digits = 0
          } else {
            break
          }
          at += 1
          if digits > 4 { return (reached, namesDate) }
        }
        numbers += 1
        if groups >= 2 || month { namesDate = true }
      } else if isBlank(bytes[at]) || ",.|/·()-:•".utf8.contains(bytes[at])
        || bytes.whiteSpace(at: at) > 0 || bytes.scalar(at: at) == 0x2022
        || bytes.scalar(at: at) == 0xB7 || bytes.dash(at: at) > 0
      {
        at += max(1, max(bytes.whiteSpace(at: at), bytes.dash(at: at)))
        while at < end, bytes[at] & 0xC0 == 0x80 { at += 1 }
        continue
      } else {
        return (reached, namesDate)
      }
      reached = at
    }
    return (end, namesDate)
  }

  /// Whether a stretch consists of words of dates only and names one.
  func isDateLine(_ begin: Int, _ end: Int) -> Bool {
    guard end - begin <= 200 else { return false }
    let words = dateWords(from: begin, to: end)
    return words.end == end && words.namesDate
  }

  /// Takes "Stand: …" off a part's end, or the whole part when it is nothing else.
  mutating func takeDateLine(_ index: Int) {
    let part = parts[index]
    if isDateLine(part.begin, part.end) {
      furnish(index, .dateLine)
      return
    }
    // An introducing word inside the part, from which only words of dates follow.
    guard part.count <= 600, mayEndDate(part) else { return }
    var at = part.begin
    while true {
      at = lexicon.dateIntros.nextCandidate(bytes, from: at, to: part.end)
      guard at < part.end else { return }
      if bytes.isCapital(at: at), lexicon.dateIntros.match(bytes, at: at, to: part.end) != nil,
        isDateLine(at, part.end)
      {
        let end = bytes.trimEnd(from: part.begin, to: at)
        guard end > part.begin else { return }
        addNonProse(.dateLine, at, part.end)
        parts[index].end = end
        parts[index].cutAtEnd = true
        return
      }
      at += 1
    }
  }

  /// Whether a part's last byte can end words of dates: a digit, a bracket, "Uhr", "MESZ", "März", "Minuten".
  private func mayEndDate(_ part: Part) -> Bool {
    let last = bytes[part.end - 1]
    return isDigit(last) || last == UInt8(ascii: ")") || last | 0x20 &- 0x61 < 26
  }

  /// Takes " date 2025-03 " off the beginning of the text.
  mutating func takeMetaPrefix() {
    guard let part = parts.first,
      let keyEnd = lexicon.metaKeys.match(bytes, at: part.begin, to: part.end)
    else { return }
    var at = keyEnd
    while at < part.end, isBlank(bytes[at]) || bytes[at] == UInt8(ascii: ":") { at += 1 }
    guard at > keyEnd, let end = isoDateEnd(from: at, to: part.end) else { return }
    addNonProse(.metaPrefix, part.begin, end)
    let next = bytes.skipSpace(from: end, to: part.end)
    if next == part.end {
      parts[0].role = .furniture
    } else {
      parts[0].begin = next
    }
  }

  /// 2025, 2025-03, 2025-03-04, 2025-03-04T12:00:00Z
  private func isoDateEnd(from begin: Int, to end: Int) -> Int? {
    func digits(_ count: Int, _ at: Int) -> Bool {
      at + count <= end && (at..<at + count).allSatisfy { isDigit(bytes[$0]) }
    }
    guard digits(4, begin) else { return nil }
    var at = begin + 4
    for _ in 0..<2 {
      guard at < end, bytes[at] == UInt8(ascii: "-"), digits(2, at + 1) else { break }
      at += 3
    }
    if at < end, bytes[at] == UInt8(ascii: "T") {
      while at < end, isDigit(bytes[at]) || "T:+Z.".utf8.contains(bytes[at]) { at += 1 }
    }
    guard at == end || !isWordByte(bytes[at]) else { return nil }
    return at
  }
}

import GermanLanguage
import TextModel

extension LayoutDraft {
  /// Takes the agencies named at the end: "(dpa/pm)" after the last sentence, or a line "dpa/afp".
  mutating func takeSignOff() {
    var tried = 0
    for index in parts.indices.reversed() where parts[index].role == .open {
      let part = parts[index]
      if part.count <= 60, part.role == .open, isAgencyLine(part.begin, part.end) {
        anatomy.agencies += agencyList(from: part.begin, to: part.end)
        furnish(index, .agencySignoff)
        return
      }
      if let open = signOffBegin(part) {
        anatomy.agencies += agencyList(from: open + 1, to: part.end - 1)
        addNonProse(.agencySignoff, open, part.end)
        parts[index].end = bytes.trimEnd(from: part.begin, to: open)
        if parts[index].count == 0 { parts[index].role = .furniture }
        return
      }
      tried += 1
      if tried == 3 { return }
    }
  }

  /// Only agencies and marks of authors, with an agency first: "dpa", "dpa/afp", "(kna)".
  private func isAgencyLine(_ begin: Int, _ end: Int) -> Bool {
    guard let first = agencyList(from: begin, to: end).first else { return false }
    var letters = begin
    while letters < end, !isWordByte(bytes[letters]) { letters += 1 }
    guard first.begin == letters else { return false }
    // What follows are further marks: short and without a sentence.
    var words = 0
    var at = first.end
    while at < end {
      if isWordByte(bytes[at]) {
        let word = bytes.wordEnd(from: at, to: end)
        if word - at > 4, lexicon.agenciesAnyCase.match(bytes, at: at, to: end) == nil {
          return false
        }
        at = word
        words += 1
      } else {
        at += 1
      }
    }
    return words <= 5
  }

  /// Where a bracket of agencies or authors' marks begins that ends the part, after a finished sentence.
  private func signOffBegin(_ part: Part) -> Int? {
    guard part.count > 3, bytes[part.end - 1] == UInt8(ascii: ")") else { return nil }
    let from = max(part.begin, part.end - 64)
    guard let open = bytes[from..<part.end].lastIndex(of: UInt8(ascii: "(")) else { return nil }
    let before = Part(
      begin: part.begin, end: bytes.trimEnd(from: part.begin, to: open), afterBlankLine: false)
    guard open == part.begin || endsSentence(before) else { return nil }
    if !agencyList(from: open + 1, to: part.end - 1).isEmpty { return open }
    // "(pm)", "(abc/de)": marks of authors, two to four small letters each.
    var length = 0
    for byte in bytes[(open + 1)..<(part.end - 1)] {
      if byte &- 0x61 < 26 {
        length += 1
        if length > 4 { return nil }
      } else if byte == UInt8(ascii: "/") || byte == UInt8(ascii: ",") || byte == 0x20 {
        if length == 1 { return nil }
        length = 0
      } else {
        return nil
      }
    }
    return length >= 2 ? open : nil
  }
}

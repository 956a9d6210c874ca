import GermanLanguage
import TextModel

extension LayoutDraft {
  /// Adds the agencies that the prose names as its sources, each at its first mention.
  mutating func takeNamedAgencies() {
    var known: Set<[UInt8]> = []
    anatomy.agencies = anatomy.agencies.sorted().filter { known.insert(name($0)).inserted }
    for part in parts where part.role != .furniture {
      var at = part.begin
      var atWordStart = true
      while at < part.end {
        let byte = bytes[at]
        if atWordStart, lexicon.agencies.begins(with: byte),
          let end = lexicon.agencies.match(bytes, at: at, to: part.end)
        {
          let span = TextSpan(at, end)
          if known.insert(name(span)).inserted { anatomy.agencies.append(span) }
          at = end
          atWordStart = false
          continue
        }
        atWordStart = !isWordByte(byte) && byte != UInt8(ascii: "-")
        at += 1
      }
    }
    anatomy.agencies.sort()
  }

  private func name(_ span: TextSpan) -> [UInt8] { bytes[span.range].map(folded) }
}

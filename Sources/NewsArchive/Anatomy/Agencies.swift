import GermanLanguage
import TextModel

extension LayoutDraft {
  /// Adds the agencies that the prose names as its sources, each at its first mention.
  mutating func takeNamedAgencies() {
    var known: Set<[UInt8]> = []
    anatomy.agencies = anatomy.agencies.sorted().filter { known.insert(name($0)).inserted }
    for part in parts where part.role != .furniture {
      var at = part.begin
      while true {
        at = lexicon.agencies.nextCandidate(bytes, from: at, to: part.end, hyphenJoins: true)
        guard at < part.end else { break }
        guard let end = lexicon.agencies.match(bytes, at: at, to: part.end) else {
          at += 1
          continue
        }
        let span = TextSpan(at, end)
        if known.insert(name(span)).inserted { anatomy.agencies.append(span) }
        at = end
      }
    }
    anatomy.agencies.sort()
  }

  private func name(_ span: TextSpan) -> [UInt8] { bytes[span.range].map(folded) }
}

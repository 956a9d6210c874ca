import GermanLanguage
import TextModel

/// Whether a sentence looks back on what it tells, or ahead.
enum Tense {
  case past, ahead
  /// Neither shows, or both do.
  case open
}

/// Reads a sentence's tense from its finite verbs, as far as they show it.
///
/// Past: a strong preterite or auxiliary of the list, a small word in -te or -ten that is no adjective, a
/// perfect with its participle. Ahead: *wird*, *soll*, *geplant* and the like. Both together say nothing,
/// for a plan of the past may lie ahead or not.
struct TenseReader: Sendable {
  private let past: PhraseSet
  private let perfect: PhraseSet
  private let ahead: PhraseSet
  private let noVerb: PhraseSet
  private let determiners: PhraseSet

  init(_ files: LexiconFiles) {
    var forms: [String: [String]] = [:]
    for row in TabSeparatedTable(files.bytes("tense-words.tsv")).rows {
      forms[row["class"], default: []].append(row["form"])
    }
    func phrases(_ kind: String) -> PhraseSet { PhraseSet(forms[kind] ?? [], ignoringCase: false) }
    past = phrases("past")
    perfect = phrases("perfect")
    ahead = phrases("ahead")
    noVerb = phrases("no-verb")
    determiners = phrases("determiner")
  }

  /// The sentence around a span, at most 600 bytes to either side.
  func sentence(around span: TextSpan, in block: TextSpan, _ bytes: [UInt8]) -> TextSpan {
    var begin = span.begin
    let lowest = max(block.begin, span.begin - 600)
    while begin > lowest {
      if endsSentence(bytes, begin - 1, block.end) { break }
      begin -= 1
    }
    var end = span.end
    let highest = min(block.end, span.end + 600)
    while end < highest {
      if endsSentence(bytes, end, block.end) { break }
      end += 1
    }
    return TextSpan(begin, max(end, begin))
  }

  private func endsSentence(_ bytes: [UInt8], _ at: Int, _ end: Int) -> Bool {
    switch bytes[at] {
    case UInt8(ascii: "!"), UInt8(ascii: "?"): break
    case UInt8(ascii: "."):
      // "4. März", "J. D. Vance"
      guard at > 1, !isDigit(bytes[at - 1]), isWordByte(bytes[at - 2]) || !isWordByte(bytes[at - 1])
      else { return false }
    default: return false
    }
    return at + 1 >= end || !isWordByte(bytes[at + 1])
  }

  func tense(_ sentence: TextSpan, _ bytes: [UInt8]) -> Tense {
    var isPast = false
    var isAhead = false
    var hasPerfect = false
    var hasParticiple = false
    var afterDeterminer = false
    var at = sentence.begin
    while at < sentence.end {
      guard isWordByte(bytes[at]) else {
        at += 1
        continue
      }
      if ahead.match(bytes, at: at, to: sentence.end) != nil { isAhead = true }
      let end = bytes.wordEnd(from: at, to: sentence.end)
      if past.contains(bytes, at, end) {
        isPast = true
      } else if perfect.contains(bytes, at, end) {
        hasPerfect = true
      } else if isPreterite(bytes, at, end), !afterDeterminer {
        isPast = true
      } else if isParticiple(bytes, at, end) {
        hasParticiple = true
      }
      afterDeterminer = determiners.contains(bytes, at, end)
      at = end
    }
    if hasPerfect && hasParticiple { isPast = true }
    return isPast == isAhead ? .open : isPast ? .past : .ahead
  }

  /// Whether a word is a weak preterite by its form, or a strong one of the list.
  func isPast(_ bytes: [UInt8], _ begin: Int, _ end: Int) -> Bool {
    past.contains(bytes, begin, end) || isPreterite(bytes, begin, end)
  }

  /// A small word in -te or -ten, but not in -ste(n), which superlatives have, and none of the exceptions.
  private func isPreterite(_ bytes: [UInt8], _ begin: Int, _ end: Int) -> Bool {
    guard end - begin >= 5, bytes.isSmall(at: begin) else { return false }
    var stem = end
    if bytes[stem - 1] == UInt8(ascii: "n") { stem -= 1 }
    guard stem - begin >= 5, bytes[stem - 1] == UInt8(ascii: "e"),
      bytes[stem - 2] == UInt8(ascii: "t"),
      bytes[stem - 3] != UInt8(ascii: "s")
    else { return false }
    return !noVerb.contains(bytes, begin, end)
  }

  /// A small word with *ge* at or near its beginning that ends in -t or -en, or one in -iert.
  private func isParticiple(_ bytes: [UInt8], _ begin: Int, _ end: Int) -> Bool {
    guard end - begin >= 5, bytes.isSmall(at: begin) else { return false }
    let last = bytes[end - 1]
    guard
      last == UInt8(ascii: "t")
        || (last == UInt8(ascii: "n") && bytes[end - 2] == UInt8(ascii: "e"))
    else { return false }
    if bytes[begin..<end].suffix(4).elementsEqual("iert".utf8) { return true }
    for at in begin..<min(begin + 6, end - 2)
    where bytes[at] == UInt8(ascii: "g") && bytes[at + 1] == UInt8(ascii: "e") { return true }
    let head = bytes[begin..<end].prefix(3)
    return ["be", "ver", "er", "ent", "zer"].contains { head.starts(with: $0.utf8) }
  }
}

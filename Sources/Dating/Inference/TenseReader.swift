import GermanLanguage
import TextModel

/// Whether a sentence looks back on what it tells, or ahead.
enum Tense {
  case past
  case ahead
  /// Ahead, and by a word that nobody uses of what is over ("soll", "geplant"): narrators do say "wird".
  case planned
  /// Neither shows, or both do.
  case open
}

/// What the words before a date make of it.
enum DateLead {
  /// "seit 1994": lies back, whatever the verb.
  case since
  /// "bis", "für", "zum", a noun that the date only labels: says nothing of the article's date.
  case unbound
  case plain
}

/// Reads a sentence's tense from its finite verbs, as far as they show it.
///
/// Past: a strong preterite or auxiliary of the list, a small word in -te or -ten that is no adjective, a
/// perfect with its participle. Ahead: *wird*, *soll*, *geplant* and the like. Both together say nothing,
/// for a plan of the past may lie ahead or not.
///
/// A class, since it is handed to every phase and holds many arrays: one count to keep instead of dozens.
final class TenseReader: Sendable {
  private let past: PhraseSet
  private let perfect: PhraseSet
  private let ahead: PhraseSet
  private let noVerb: PhraseSet
  private let determiners: PhraseSet
  private let unreal: PhraseSet
  private let plans: PhraseSet
  private let noBound: PhraseSet
  private let since: PhraseSet
  private let between: PhraseSet
  private let openings: PhraseSet
  private let prefixes: PhraseSet

  init(_ files: LexiconFiles) {
    var forms: [String: [String]] = [:]
    for row in TabSeparatedTable(files.bytes("tense-words.tsv")).rows {
      forms[row["class"], default: []].append(row["form"])
    }
    for row in TabSeparatedTable(files.bytes("verbs.tsv")).rows {
      let preterite = row["preterite"]
      if preterite.isEmpty { continue }
      forms["past", default: []].append(preterite)
      forms["past", default: []].append(
        preterite + (preterite.utf8.last == UInt8(ascii: "e") ? "n" : "en"))
    }
    func phrases(_ kind: String) -> PhraseSet { PhraseSet(forms[kind] ?? [], ignoringCase: false) }
    past = phrases("past")
    perfect = phrases("perfect")
    ahead = phrases("ahead")
    noVerb = phrases("no-verb")
    determiners = phrases("determiner")
    unreal = phrases("unreal")
    plans = phrases("plan")
    noBound = phrases("no-bound")
    since = phrases("since")
    between = phrases("between")
    openings = phrases("opening")
    prefixes = PhraseSet(forms["prefix"] ?? [], ignoringCase: false, anywhere: true)
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

  /// The tense of what a sentence says of an expression in it.
  ///
  /// The clause of the expression decides when it shows a tense ("…, sagte er am 1. August 2023"), else
  /// the whole sentence. What is said in quotation marks does not count unless the expression is part of it.
  func tense(_ sentence: TextSpan, around span: TextSpan, _ bytes: [UInt8]) -> Tense {
    let clause = clause(around: span, in: sentence, bytes)
    let own = tense(of: clause, around: span, bytes)
    return own == .open && clause != sentence ? tense(of: sentence, around: span, bytes) : own
  }

  private func clause(around span: TextSpan, in sentence: TextSpan, _ bytes: [UInt8]) -> TextSpan {
    func isBoundary(_ at: Int) -> Bool {
      switch bytes[at] {
      case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "("),
        UInt8(ascii: ")"):
        return !(at > 0 && at + 1 < bytes.count && isDigit(bytes[at - 1]) && isDigit(bytes[at + 1]))
      default: return false
      }
    }
    var begin = span.begin
    while begin > sentence.begin, !isBoundary(begin - 1) { begin -= 1 }
    var end = min(span.end, sentence.end)
    while end < sentence.end, !isBoundary(end) { end += 1 }
    return TextSpan(begin, max(begin, end))
  }

  private func tense(of sentence: TextSpan, around span: TextSpan, _ bytes: [UInt8]) -> Tense {
    var isPast = false
    var isAhead = false
    var isPlanned = false
    var isUnreal = false
    var hasPerfect = false
    var hasParticiple = false
    var afterDeterminer = false
    var quoteEnd = 0
    var at = sentence.begin
    while at < sentence.end {
      guard isWordByte(bytes[at]) else {
        if at >= quoteEnd, let close = quotationEnd(bytes, at, sentence.end),
          !(at < span.begin && span.end <= close)
        {
          quoteEnd = close
          at = close
        }
        at += 1
        continue
      }
      if ahead.match(bytes, at: at, to: sentence.end) != nil { isAhead = true }
      if plans.match(bytes, at: at, to: sentence.end) != nil { isPlanned = true }
      if unreal.match(bytes, at: at, to: sentence.end) != nil { isUnreal = true }
      let end = bytes.wordEnd(from: at, to: sentence.end)
      if isStrongPreterite(bytes, at, end) {
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
    if isUnreal || isPast == isAhead { return .open }
    return isPast ? .past : isPlanned ? .planned : .ahead
  }

  /// The mark that closes the quotation opened at an offset; nil when none is opened or closed.
  private func quotationEnd(_ bytes: [UInt8], _ at: Int, _ end: Int) -> Int? {
    let closing: [UInt32]
    switch bytes.scalar(at: at) {
    case 0x201E: closing = [0x201C, 0x201D]
    case 0xBB: closing = [0xAB]
    case 0xAB: closing = [0xBB]
    case 0x22: closing = [0x22]
    default: return nil
    }
    var next = at + 1
    while next < end {
      if !isWordByte(bytes[next]), closing.contains(bytes.scalar(at: next)) { return next }
      next += 1
    }
    return nil
  }

  /// What stands before an expression: up to four words, articles and "Jahr" passed over.
  func lead(_ expression: DateExpression, in block: TextSpan, _ bytes: [UInt8]) -> DateLead {
    var end = bytes.trimEnd(from: block.begin, to: expression.span.begin)
    var isFirst = true
    var article = false
    for _ in 0..<4 {
      var begin = end
      while begin > block.begin, isWordByte(bytes[begin - 1]) { begin -= 1 }
      guard begin < end else { return .plain }
      if since.contains(bytes, begin, end) { return .since }
      if noBound.contains(bytes, begin, end) { return .unbound }
      guard between.contains(bytes, begin, end) else {
        // "Mindesthaltbarkeitsdatum 16. Dezember 2007", "das Jahr 2020"
        let noun = bytes.isCapital(at: begin) && !openings.contains(bytes, begin, end)
        return (isFirst && noun) || article ? .unbound : .plain
      }
      article = bytes[begin..<end].elementsEqual("das".utf8)
      isFirst = false
      end = bytes.trimEnd(from: block.begin, to: begin)
    }
    return .plain
  }

  /// Whether a word forms a perfect and says nothing of a year being over.
  func isPerfect(_ bytes: [UInt8], _ begin: Int, _ end: Int) -> Bool {
    perfect.contains(bytes, begin, end)
  }

  /// Whether a word is a weak preterite by its form, or a strong one of the list.
  func isPast(_ bytes: [UInt8], _ begin: Int, _ end: Int) -> Bool {
    isStrongPreterite(bytes, begin, end) || isPreterite(bytes, begin, end)
  }

  /// A form of the list, also behind a prefix: *beschloss*, *stattfand*.
  private func isStrongPreterite(_ bytes: [UInt8], _ begin: Int, _ end: Int) -> Bool {
    if past.contains(bytes, begin, end) { return true }
    guard let stem = prefixes.match(bytes, at: begin, to: end), stem < end else { return false }
    return past.contains(bytes, stem, end)
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

  private static let inseparable = ["be", "ver", "er", "ent", "zer"].map { Array($0.utf8) }

  /// A small word with *ge* at or near its beginning that ends in -t or -en, or one in -iert.
  private func isParticiple(_ bytes: [UInt8], _ begin: Int, _ end: Int) -> Bool {
    guard end - begin >= 5, bytes.isSmall(at: begin) else { return false }
    let last = bytes[end - 1]
    guard
      last == UInt8(ascii: "t")
        || (last == UInt8(ascii: "n") && bytes[end - 2] == UInt8(ascii: "e"))
    else { return false }
    if bytes[begin..<end].suffix(4).elementsEqual("iert".utf8) { return true }
    if noVerb.contains(bytes, begin, end) { return false }
    for at in begin..<min(begin + 6, end - 2)
    where bytes[at] == UInt8(ascii: "g") && bytes[at + 1] == UInt8(ascii: "e") { return true }
    let head = bytes[begin..<end].prefix(3)
    return Self.inseparable.contains { head.starts(with: $0) }
  }
}

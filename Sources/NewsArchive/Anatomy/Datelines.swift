import GermanLanguage
import TextModel

/// What stands before the dash of "BERLIN/MOSKAU, 3. März (dpa) – …".
struct DatelineReading {
  var places: [TextSpan] = []
  var agencies: [TextSpan] = []
  var date: TextSpan?
  /// Whether brackets hold a short mark that may be an agency's ("abc"), though none of the list.
  var hasMark = false
  /// Where the article's first sentence begins.
  var end = 0
}

extension LayoutDraft {
  /// Where the prose after a dateline begins; nil without one.
  func datelineEnd(_ part: Part) -> Int? { datelineReading(part)?.end }

  /// Takes the dateline of the first prose paragraphs.
  mutating func takeDateline() {
    var seen = 0
    for index in parts.indices where parts[index].role == .open {
      if let reading = datelineReading(parts[index]),
        reading.agencies.isEmpty && reading.date == nil ? isSureWithout(reading, index, seen) : true
      {
        anatomy.dateline = reading.places
        anatomy.agencies += reading.agencies
        if let date = reading.date { addNonProse(.dateLine, date.begin, date.end) }
        parts[index].begin = reading.end
        return
      }
      seen += 1
      if seen == 4 { return }
    }
  }

  /// Whether a place alone is a dateline: prose of some length follows it, and it stands at the very top or
  /// below a headline. "Hertha BSC – Bayern München 1:1" in a list is none.
  private func isSureWithout(_ reading: DatelineReading, _ index: Int, _ seen: Int) -> Bool {
    parts[index].end - reading.end >= 40 && endsSentence(parts[index])
      && (seen == 0 || anatomy.title != nil)
  }

  /// Reads places, agencies in brackets and a date up to a dash, colon or bar.
  func datelineReading(_ part: Part) -> DatelineReading? {
    guard part.count > 20 else { return nil }
    let limit = min(part.end, part.begin + 110)
    var reading = DatelineReading()
    var at = part.begin
    var words = 0
    var brackets = 0
    while true {
      // Places.
      if bytes[at] == UInt8(ascii: "(") {
        guard let close = bytes[at..<limit].firstIndex(of: UInt8(ascii: ")")) else { return nil }
        let agencies = agencyList(from: at + 1, to: close)
        if !agencies.isEmpty {
          reading.agencies += agencies
        } else if isDateLine(at + 1, close) {
          reading.date = TextSpan(at + 1, close)
        } else if reading.places.isEmpty || close - at > 40 {
          return nil
        } else if isMark(at + 1, close) {
          reading.hasMark = true
        }
        brackets += 1
        at = close + 1
      } else if !reading.places.isEmpty,
        let agency = lexicon.agencies.match(bytes, at: at, to: limit)
      {
        reading.agencies.append(TextSpan(at, agency))
        brackets += 1
        at = agency
      } else if bytes.isCapital(at: at), reading.date == nil, words < 5 {
        guard let place = place(from: at, to: limit) else { return nil }
        words += place.words
        reading.places.append(TextSpan(at, place.end))
        at = place.end
      } else {
        return nil
      }
      // What comes between them.
      let afterItem = at
      at = bytes.skipSpace(from: at, to: limit)
      if at < limit, bytes[at] == UInt8(ascii: ",") {
        at = bytes.skipSpace(from: at + 1, to: limit)
        if let date = dateBeforeDash(from: at, to: limit) {
          reading.date = date
          at = bytes.skipSpace(from: date.end, to: limit)
        }
      } else if at < limit, bytes[at] == UInt8(ascii: "/"), reading.date == nil {
        at = bytes.skipSpace(from: at + 1, to: limit)
        if at < limit { continue }
        return nil
      }
      guard at < limit else { return nil }
      // The dash: an ASCII hyphen needs blanks around it.
      let dash = bytes.dash(at: at)
      let bar = bytes[at] == UInt8(ascii: "|") && brackets > 0
      if dash > 0 || bar {
        let start = bytes.skipSpace(from: at + max(dash, 1), to: part.end)
        guard dash != 1 || bar || (at > afterItem && start > at + 1) else { return nil }
        guard !reading.places.isEmpty || !reading.agencies.isEmpty, start < part.end,
          beginsSentence(start)
        else { return nil }
        reading.end = start
        return reading
      }
      if bytes[at] == UInt8(ascii: ":"), brackets > 0 {
        let start = bytes.skipSpace(from: at + 1, to: part.end)
        guard start < part.end, beginsSentence(start) else { return nil }
        reading.end = start
        return reading
      }
      // "Bern (sda) Der Bundesrat …": no dash, but an agency in brackets.
      if brackets > 0, !reading.agencies.isEmpty || reading.hasMark, !reading.places.isEmpty,
        bytes[afterItem - 1] == UInt8(ascii: ")"), beginsSentence(at),
        bytes[at] != UInt8(ascii: "(")
      {
        reading.end = at
        return reading
      }
      guard at > afterItem else { return nil }
    }
  }

  /// Two to five small letters without a blank.
  private func isMark(_ begin: Int, _ end: Int) -> Bool {
    (2...5).contains(end - begin) && bytes[begin..<end].allSatisfy { $0 &- 0x61 < 26 }
  }

  private func beginsSentence(_ at: Int) -> Bool {
    bytes.isCapital(at: at) || isDigit(bytes[at]) || isQuoteOrBracket(bytes.scalar(at: at))
  }

  /// One place: up to three capitalised words, with small ones inside ("Frankfurt am Main", "St. Petersburg").
  private func place(from begin: Int, to end: Int) -> (end: Int, words: Int)? {
    if let known = lexicon.slashPlaces.match(bytes, at: begin, to: end) { return (known, 1) }
    var at = begin
    var reached = begin
    var words = 0
    while at < end, words < 4 {
      if bytes.isCapital(at: at) {
        at = bytes.wordEnd(from: at, to: end)
        // "St." and "Bad"
        if at < end, bytes[at] == UInt8(ascii: "."), at - begin <= 3 { at += 1 }
        reached = at
        words += 1
      } else if words > 0, let link = lexicon.placeLinks.match(bytes, at: at, to: end) {
        at = link
      } else {
        break
      }
      guard at < end, bytes[at] == 0x20 || bytes.whiteSpace(at: at) > 0 else { break }
      at = bytes.skipSpace(from: at, to: end)
    }
    return words > 0 && reached - begin <= 45 ? (reached, words) : nil
  }

  /// A date that stands between a comma and the dash or bracket.
  private func dateBeforeDash(from begin: Int, to end: Int) -> TextSpan? {
    var at = begin
    while at < end {
      if bytes[at] == UInt8(ascii: "(") || bytes[at] == UInt8(ascii: "|")
        || (bytes.dash(at: at) > 0 && at > begin && bytes.whiteSpace(at: at - 1) > 0)
        || bytes.dash(at: at) == 3
      {
        let stop = bytes.trimEnd(from: begin, to: at)
        return stop > begin && dateOrDay(begin, stop) ? TextSpan(begin, stop) : nil
      }
      at += 1
    }
    return nil
  }

  /// A date line, or a day and month without a year ("3. März").
  private func dateOrDay(_ begin: Int, _ end: Int) -> Bool { isDateLine(begin, end) }

  /// Agencies in a list such as "dpa/afp" or "AFP, Reuters"; empty unless at least one is known and the
  /// rest are short marks of authors.
  func agencyList(from begin: Int, to end: Int) -> [TextSpan] {
    guard end > begin, end - begin <= 60 else { return [] }
    var found: [TextSpan] = []
    var at = begin
    while at < end {
      if let agency = lexicon.agenciesAnyCase.match(bytes, at: at, to: end) {
        found.append(TextSpan(at, agency))
        at = agency
      } else if isWordByte(bytes[at]) {
        let word = bytes.wordEnd(from: at, to: end)
        if word - at > 14 { return [] }
        at = word
      } else {
        at += 1
      }
    }
    return found
  }
}

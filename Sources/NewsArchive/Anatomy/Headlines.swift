import GermanLanguage
import TextModel

extension LayoutDraft {
  /// Finds title and kicker where layout gives evidence for them.
  ///
  /// Evidence: the text begins with a short line that does not end as a sentence, and what follows is a
  /// byline, a caption, a date line or a paragraph of prose. A line that ends with a full stop needs a
  /// byline or a caption directly after it. A text that starts with its lead has no title.
  mutating func takeHeadline() {
    guard let first = parts.indices.prefix(6).first(where: { parts[$0].role == .open }) else {
      return
    }
    let part = parts[first]
    guard datelineEnd(part) == nil else { return }
    if takeKickerLine(first) { return }
    guard words(part, upTo: 3) >= 2 || part.cutAtEnd else { return }
    let furnitureAfter =
      part.cutAtEnd || (first + 1 < parts.count && parts[first + 1].role == .furniture)
    let stopped = endsWithFullStop(part)
    if stopped {
      guard furnitureAfter, part.count <= 120, sentences(part, upTo: 2) == 1,
        hasByline(after: first)
      else { return }
    } else {
      guard looksLikeHeadline(part, maximumBytes: 220) else { return }
    }
    guard let next = nextContent(after: first) else {
      // Nothing but a line and layout around it.
      if part.cutAtEnd { takeTitleLine(first) }
      return
    }
    if part.cutAtEnd {
      takeTitleLine(first)
      return
    }
    let follower = parts[next]
    // A sentence that goes on in the next line is none.
    let begin = bytes[follower.begin]
    guard furnitureAfter || !(bytes.isSmall(at: follower.begin) || begin == UInt8(ascii: "("))
    else {
      return
    }
    guard furnitureAfter || isProse(follower) || follower.role != .open else { return }
    // A list of short lines is no headline with prose below it.
    guard furnitureAfter || follower.count > part.count / 2 else { return }
    if isBehindPrefix(first) {
      takeTitleLine(first)
      return
    }
    parts[first].role = .title
    anatomy.title = part.span
  }

  /// Takes kicker and headline, two lines without a full stop of which the first is the shorter, when
  /// prose or layout follows.
  private mutating func takeKickerLine(_ first: Int) -> Bool {
    let part = parts[first]
    guard !part.cutAtEnd, part.count <= 48, first + 1 < parts.count, parts[first + 1].role == .open,
      looksLikeHeadline(part, maximumBytes: 48)
    else { return false }
    let title = parts[first + 1]
    guard title.count > part.count, looksLikeHeadline(title, maximumBytes: 220),
      datelineEnd(title) == nil, words(title, upTo: 3) >= 3, first + 2 < parts.count
    else { return false }
    let third = parts[first + 2]
    guard third.role != .open || title.cutAtEnd || (isProse(third) && third.count > title.count / 2)
    else { return false }
    parts[first].role = .kicker
    anatomy.kicker = part.span
    parts[first + 1].role = .title
    anatomy.title = title.span
    return true
  }

  /// Takes a line in which kicker and headline stand before "Stand: …".
  private mutating func takeTitleLine(_ index: Int) {
    let part = parts[index]
    parts[index].role = .title
    if let boundary = kickerEnd(part) {
      anatomy.kicker = TextSpan(part.begin, boundary.kicker)
      parts[index].begin = boundary.title
    }
    anatomy.title = parts[index].span
  }

  /// Where a kicker ends that is followed by a headline in the same line.
  ///
  /// German rarely sets two nouns side by side: in "Krieg gegen die Ukraine Lukaschenko für Waffenruhe"
  /// the kicker ends between them. Given names and titles ("Wladimir Putin", "Kremlchef Putin") and an
  /// adjective at the beginning ("Russische Atomwaffen") do belong to the next noun; a capitalised word
  /// that opens clauses ("Was", "Der") or a quotation mark begins the headline.
  private func kickerEnd(_ part: Part) -> (kicker: Int, title: Int)? {
    var at = part.begin
    var count = 0
    var left: (begin: Int, end: Int)?  // the capitalised word directly before
    while at < part.end, count < 6 {
      let isMark = opensHeadline(at)
      let begin = at
      while at < part.end, opensHeadline(at) || (at > begin && bytes[at] == 0x20) {
        at += max(1, bytes.scalar(at: at) < 0x80 ? 1 : bytes.scalar(at: at) < 0x800 ? 2 : 3)
      }
      let end = bytes.wordEnd(from: at, to: part.end)
      guard end > at else { return nil }
      if let left, bytes.isCapital(at: at),
        !joinsNext(left.begin, left.end, before: part.begin)
          || lexicon.openers.contains(bytes, at, end) || isMark
      {
        let title = Part(begin: begin, end: part.end, afterBlankLine: false)
        return words(title, upTo: 3) >= 3 ? (left.end, begin) : nil
      }
      left = bytes.isCapital(at: at) ? (at, end) : nil
      count += 1
      // Only white space may stand between kicker and headline: a mark makes it one line.
      at = bytes.skipSpace(from: end, to: part.end)
      if at == end { return nil }
    }
    return nil
  }

  /// A quotation mark, or the pluses around a ticker's headline.
  private func opensHeadline(_ at: Int) -> Bool {
    isQuoteOrBracket(bytes.scalar(at: at)) || bytes[at] == UInt8(ascii: "+")
  }

  /// Whether a capitalised word belongs to the noun after it: a given name, a title ("Kremlchef",
  /// "Nato-Generalsekretär"), an adjective ("Russische"), a genitive without an article ("Putins"); or
  /// a preposition at the beginning ("Nach").
  private func joinsNext(_ begin: Int, _ end: Int, before: Int) -> Bool {
    if lexicon.givenNames.contains(bytes, begin, end)
      || lexicon.titleNouns.contains(bytes, begin, end)
      || (begin == before && lexicon.openers.contains(bytes, begin, end))
    {
      return true
    }
    let word = bytes[begin..<end]
    func ends(_ suffixes: [[UInt8]]) -> Bool {
      suffixes.contains { word.count > $0.count && word.suffix($0.count).elementsEqual($0) }
    }
    if ends(lexicon.titleSuffixes) || ends(lexicon.adjectiveSuffixes) { return true }
    if let hyphen = word.lastIndex(of: UInt8(ascii: "-")),
      lexicon.titleNouns.contains(bytes, hyphen + 1, end)
    {
      return true
    }
    return isNameGenitive(begin, end, before: before)
  }

  /// "Putins Drohung", but not "des Sicherheitsrats", "Belarus", "Haus", "Beschluss".
  private func isNameGenitive(_ begin: Int, _ end: Int, before: Int) -> Bool {
    guard end - begin > 4, bytes[end - 1] == UInt8(ascii: "s"),
      !"sui".utf8.contains(bytes[end - 2]),
      !lexicon.places.contains(bytes, begin, end)
    else { return false }
    let article = bytes[before..<begin].split { !isWordByte($0) }.last
    return article.map { !$0.elementsEqual("des".utf8) && !$0.elementsEqual("eines".utf8) } ?? true
  }

  /// Whether a prefix was taken off this line: then other lines may be glued into it too.
  private func isBehindPrefix(_ index: Int) -> Bool {
    index == 0 && anatomy.nonProse.contains { $0.kind == .metaPrefix }
  }

  private func hasByline(after index: Int) -> Bool {
    guard let byline = anatomy.byline else { return false }
    let next = index + 1
    return next < parts.count && parts[next].begin <= byline.begin && byline.end <= parts[next].end
  }
}

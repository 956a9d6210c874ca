import GermanLanguage
import TextModel

/// An article's paragraphs while it is being decided what each is.
struct LayoutDraft {
  /// One paragraph, or what is left of it when layout at its ends has been taken off.
  struct Part {
    enum Role: Equatable {
      /// Not decided; in the end body.
      case open
      case furniture
      case kicker, title, standfirst, keyPoint, subheading
    }

    var begin: Int
    var end: Int
    /// Whether an empty line stands before it.
    var afterBlankLine: Bool
    var role: Role = .open
    /// Whether layout such as "Stand: …" was taken off its end.
    var cutAtEnd = false

    var count: Int { end - begin }
    var span: TextSpan { TextSpan(begin, end) }
  }

  let bytes: [UInt8]
  let lexicon: LayoutLexicon
  var parts: [Part]
  var anatomy = ArticleAnatomy()

  /// Indices of the parts that may be prose, in order.
  var openIndices: [Int] { parts.indices.filter { parts[$0].role == .open } }

  mutating func addNonProse(_ kind: NonProse.Kind, _ begin: Int, _ end: Int) {
    if begin < end { anatomy.nonProse.append(NonProse(kind: kind, span: TextSpan(begin, end))) }
  }

  /// Makes a whole part furniture.
  mutating func furnish(_ index: Int, _ kind: NonProse.Kind) {
    parts[index].role = .furniture
    addNonProse(kind, parts[index].begin, parts[index].end)
  }

  /// The first part at or after an index that is not furniture.
  func nextContent(after index: Int) -> Int? {
    parts.indices.dropFirst(index + 1).first { parts[$0].role != .furniture }
  }

  func previousContent(before index: Int) -> Int? {
    parts.indices.prefix(index).last { parts[$0].role != .furniture }
  }
}

extension LayoutDraft {
  /// Whether a part ends as a sentence ends: `.`, `!`, `?`, `…`, `:`, closing marks after it aside.
  func endsSentence(_ part: Part) -> Bool {
    guard let last = lastMark(part) else { return false }
    switch last {
    case UInt32(UInt8(ascii: ".")), UInt32(UInt8(ascii: "!")), UInt32(UInt8(ascii: "?")),
      UInt32(UInt8(ascii: ":")), 0x2026:
      return true
    default: return false
    }
  }

  func endsWithFullStop(_ part: Part) -> Bool {
    lastMark(part) == UInt32(UInt8(ascii: "."))
  }

  /// The last character that is no closing mark.
  func lastMark(_ part: Part) -> UInt32? {
    var at = part.end
    while at > part.begin {
      at = bytes.previous(at, from: part.begin)
      let scalar = bytes.scalar(at: at)
      if !isQuoteOrBracket(scalar) { return scalar }
    }
    return nil
  }

  func words(_ part: Part, upTo limit: Int) -> Int {
    var count = 0
    var at = part.begin
    while at < part.end, count < limit {
      if isWordByte(bytes[at]) {
        count += 1
        at = bytes.wordEnd(from: at, to: part.end)
      } else {
        at += 1
      }
    }
    return count
  }

  /// Sentences that end inside or at the end of a part: marks followed by white space and no small
  /// letter, counted up to a limit.
  func sentences(_ part: Part, upTo limit: Int) -> Int {
    var count = 0
    var at = part.begin
    while at < part.end, count < limit {
      let byte = bytes[at]
      if byte == UInt8(ascii: ".") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?") {
        var next = at + 1
        while next < part.end, isQuoteOrBracket(bytes.scalar(at: next)) {
          next += bytes.scalar(at: next) < 0x80 ? 1 : bytes.scalar(at: next) < 0x800 ? 2 : 3
        }
        if next >= part.end {
          count += 1
        } else if bytes.whiteSpace(at: next) > 0 {
          let start = bytes.skipSpace(from: next, to: part.end)
          // "24. November" and "J. D. Vance" do not end one.
          let dateOrInitial =
            byte == UInt8(ascii: ".") && at > part.begin
            && (isDigit(bytes[at - 1])
              || (bytes.isCapital(at: at - 1)
                && (at - 1 == part.begin || !isWordByte(bytes[at - 2]))))
          if !bytes.isSmall(at: start), !dateOrInitial { count += 1 }
        }
      }
      at += 1
    }
    return count
  }

  /// Whether a part reads as prose: it ends as a sentence, or is too long for a line of layout.
  func isProse(_ part: Part) -> Bool { part.count > 240 || endsSentence(part) }

  /// Whether a part could be a headline by its form: short, begun like one, no full stop at the end.
  func looksLikeHeadline(_ part: Part, maximumBytes: Int) -> Bool {
    guard part.count <= maximumBytes, part.count > 2, let last = lastMark(part) else {
      return false
    }
    switch last {
    case UInt32(UInt8(ascii: ".")), UInt32(UInt8(ascii: ",")), UInt32(UInt8(ascii: ";")),
      UInt32(UInt8(ascii: ":")):
      return false
    default: break
    }
    let first = bytes.scalar(at: part.begin)
    if bytes.isSmall(at: part.begin) || first == 0x2022 || first == UInt32(UInt8(ascii: "*"))
      || (first == UInt32(UInt8(ascii: "-")))
    {
      return false
    }
    return bytes.isCapital(at: part.begin) || isDigit(bytes[part.begin])
      || isQuoteOrBracket(first) || first == UInt32(UInt8(ascii: "+"))
  }
}

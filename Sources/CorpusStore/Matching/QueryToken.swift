/// The pieces of a search query.
enum QueryToken: Equatable {
  case open
  case close
  case and
  case or
  case not
  /// `NEAR` or `NEAR/5` between two words.
  case near(Int)
  /// `NEAR(` with all up to its `)`.
  case nearGroup([TextQuery.Phrase], distance: Int)
  /// What was typed in one go: a word, or several when signs divide it (Sofort-Waffenruhe).
  case words(TextQuery.Phrase, isQuoted: Bool, isTyped: Bool)

  /// - Parameter isTyping: whether anything unfinished is forgiven, and the last word only begun.
  static func tokens(of text: String, isTyping: Bool) throws(TextQueryError) -> [QueryToken] {
    var scanner = QueryScanner(bytes: Array(text.utf8), isTyping: isTyping)
    var tokens: [QueryToken] = []
    while let token = try scanner.next() { tokens.append(token) }
    return tokens
  }
}

/// Cuts a query into tokens.
private struct QueryScanner {
  let bytes: [UInt8]
  let isTyping: Bool
  var index = 0

  mutating func next() throws(TextQueryError) -> QueryToken? {
    while index < bytes.count {
      switch bytes[index] {
      case 0...0x20: index += 1
      case UInt8(ascii: "("):
        index += 1
        return .open
      case UInt8(ascii: ")"):
        index += 1
        return .close
      case UInt8(ascii: "-")
      where index + 1 < bytes.count && !endsWord(bytes[index + 1])
        && bytes[index + 1] != UInt8(ascii: "-"):
        index += 1
        return .not
      default:
        let token =
          if let length = openingQuote { try quoted(afterMark: length) } else { try bare() }
        // What holds no letters is passed over.
        if let token { return token }
      }
    }
    return nil
  }

  /// The length of the quotation mark that begins here: " or one of „ “ ” » «.
  private var openingQuote: Int? { quoteLength(at: index) }

  private func quoteLength(at index: Int) -> Int? {
    switch bytes[index] {
    case UInt8(ascii: "\""): return 1
    case 0xE2
    where index + 2 < bytes.count && bytes[index + 1] == 0x80
      && (0x9C...0x9F).contains(bytes[index + 2]):
      return 3
    case 0xC2
    where index + 1 < bytes.count && (bytes[index + 1] == 0xAB || bytes[index + 1] == 0xBB):
      return 2
    default: return nil
    }
  }

  private mutating func quoted(afterMark length: Int) throws(TextQueryError) -> QueryToken? {
    let opened = index
    index += length
    let begin = index
    while index < bytes.count, quoteLength(at: index) == nil { index += 1 }
    let words = foldedSearchWords(bytes[begin..<index])
    guard index < bytes.count else {
      guard isTyping else {
        throw TextQueryError("the quotation mark at letter \(letter(opened)) is not closed")
      }
      guard !words.isEmpty else { return nil }
      let isBegun = !(bytes.last.map(endsWord) ?? true)
      return .words(
        TextQuery.Phrase(words, endsInPrefix: isBegun), isQuoted: true, isTyped: false)
    }
    index += quoteLength(at: index) ?? 1
    var hasStar = false
    if index < bytes.count, bytes[index] == UInt8(ascii: "*") {
      hasStar = true
      index += 1
    }
    guard !words.isEmpty else { return nil }
    return .words(
      TextQuery.Phrase(words, endsInPrefix: hasStar), isQuoted: true, isTyped: false)
  }

  private mutating func bare() throws(TextQueryError) -> QueryToken? {
    let begin = index
    while index < bytes.count, !endsWord(bytes[index]), quoteLength(at: index) == nil {
      index += 1
    }
    let typed = bytes[begin..<index]
    if let token = try operatorToken(typed) { return token }
    guard index == typed.endIndex else { return nil }  // a NEAR(…) without words
    let hasStar = typed.last == UInt8(ascii: "*")
    if !isTyping, typed.dropLast().contains(UInt8(ascii: "*")) {
      throw TextQueryError("a * stands at the end of a word only, as in bund*")
    }
    let words = foldedSearchWords(typed)
    guard !words.isEmpty else {
      if hasStar, !isTyping { throw TextQueryError("a * needs letters before it, as in bund*") }
      return nil
    }
    let isLast = isTyping && index == bytes.count && !hasStar
    return .words(
      TextQuery.Phrase(words, endsInPrefix: hasStar), isQuoted: false, isTyped: isLast)
  }

  private mutating func operatorToken(
    _ typed: ArraySlice<UInt8>
  ) throws(TextQueryError) -> QueryToken? {
    if typed.elementsEqual("AND".utf8) { return .and }
    if typed.elementsEqual("OR".utf8) { return .or }
    if typed.elementsEqual("NOT".utf8) { return .not }
    guard typed.starts(with: "NEAR".utf8) else { return nil }
    let rest = typed.dropFirst(4)
    if rest.isEmpty {
      if index < bytes.count, bytes[index] == UInt8(ascii: "(") { return try nearGroup() }
      return .near(TextQuery.nearDistance)
    }
    guard rest.first == UInt8(ascii: "/") else { return nil }
    if let distance = number(rest.dropFirst()) { return .near(distance) }
    if isTyping { return .near(TextQuery.nearDistance) }
    throw TextQueryError("NEAR/ needs a number of words, as in NEAR/5")
  }

  /// `NEAR(a "b c" d, 5)`.
  private mutating func nearGroup() throws(TextQueryError) -> QueryToken? {
    let opened = index
    index += 1
    var phrases: [TextQuery.Phrase] = []
    var distance = TextQuery.nearDistance
    while index < bytes.count, bytes[index] != UInt8(ascii: ")") {
      switch bytes[index] {
      case 0...0x20, UInt8(ascii: "("): index += 1
      case UInt8(ascii: ","):
        let begin = index + 1
        while index < bytes.count, bytes[index] != UInt8(ascii: ")") { index += 1 }
        let digits = bytes[begin..<index].filter { $0 != 0x20 }
        if let number = number(digits[...]) {
          distance = number
        } else if !isTyping {
          throw TextQueryError("after the comma NEAR(…) needs a number of words")
        }
      default:
        if let length = openingQuote {
          if case .words(let phrase, _, _)? = try quoted(afterMark: length) {
            phrases.append(phrase)
          }
        } else {
          let begin = index
          while index < bytes.count, !endsWord(bytes[index]), bytes[index] != UInt8(ascii: ","),
            quoteLength(at: index) == nil
          { index += 1 }
          let words = foldedSearchWords(bytes[begin..<index])
          if !words.isEmpty {
            phrases.append(
              TextQuery.Phrase(words, endsInPrefix: bytes[index - 1] == UInt8(ascii: "*")))
          }
        }
      }
    }
    if index < bytes.count {
      index += 1
    } else if !isTyping {
      throw TextQueryError("the parenthesis at letter \(letter(opened)) is not closed")
    }
    if phrases.count < 2, !isTyping {
      throw TextQueryError("NEAR(…) needs two words at least")
    }
    guard !phrases.isEmpty else { return nil }
    return .nearGroup(phrases, distance: distance)
  }

  private func endsWord(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == UInt8(ascii: "(") || byte == UInt8(ascii: ")")
      || byte == UInt8(ascii: "\"")
  }

  private func number(_ digits: ArraySlice<UInt8>) -> Int? {
    guard !digits.isEmpty, digits.count <= 4 else { return nil }
    return Int(String(decoding: digits, as: UTF8.self)).flatMap { $0 >= 0 ? $0 : nil }
  }

  /// The letter's number, counted from 1, as somebody would who looks at the prompt.
  private func letter(_ offset: Int) -> Int {
    String(decoding: bytes[..<offset], as: UTF8.self).count + 1
  }
}

/// The words of a piece of a query.
private func foldedSearchWords(_ bytes: ArraySlice<UInt8>) -> [[UInt8]] {
  searchableText(Array(bytes)).split(separator: 0x20).map(Array.init)
}

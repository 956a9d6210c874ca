/// Puts the tokens of a query together: OR over AND over NOT over NEAR.
struct TextQueryParser {
  let tokens: [QueryToken]
  let isTyping: Bool
  private var index = 0
  private var depth = 0
  /// Deeper nesting is no query of a person and would end on the stack.
  private static let deepest = 60

  init(tokens: [QueryToken], isTyping: Bool) {
    self.tokens = tokens
    self.isTyping = isTyping
  }

  mutating func parse() throws(TextQueryError) -> TextQuery.Node? {
    var parts: [TextQuery.Node] = []
    while index < tokens.count {
      if let node = try alternatives() { parts.append(node) }
      if index < tokens.count {
        // Only a parenthesis that nobody opened ends `alternatives` early.
        if !isTyping { throw TextQueryError("there is a ) without its (") }
        index += 1
      }
    }
    return Self.joined(parts, TextQuery.Node.and)
  }

  private var token: QueryToken? { index < tokens.count ? tokens[index] : nil }

  private mutating func alternatives() throws(TextQueryError) -> TextQuery.Node? {
    var parts: [TextQuery.Node] = []
    if let first = try conjunction() { parts.append(first) } else { try need("OR", before: .or) }
    while token == .or {
      index += 1
      if let next = try conjunction() {
        parts.append(next)
      } else if !isTyping {
        throw TextQueryError("OR needs a word on both sides")
      }
    }
    return Self.joined(parts, TextQuery.Node.or)
  }

  /// Says what is missing when an operator stands where a word should.
  private func need(_ name: String, before expected: QueryToken) throws(TextQueryError) {
    if !isTyping, token == expected { throw TextQueryError("\(name) needs a word on both sides") }
  }

  private mutating func conjunction() throws(TextQueryError) -> TextQuery.Node? {
    var parts: [TextQuery.Node] = []
    while let token {
      switch token {
      case .or, .close: return Self.joined(parts, TextQuery.Node.and)
      case .and:
        index += 1
        if isTyping { continue }
        guard !parts.isEmpty, let next = try negation() else {
          throw TextQueryError("AND needs a word on both sides")
        }
        parts.append(next)
      default:
        if let next = try negation() { parts.append(next) }
      }
    }
    return Self.joined(parts, TextQuery.Node.and)
  }

  private mutating func negation() throws(TextQueryError) -> TextQuery.Node? {
    guard token == .not else { return try proximity() }
    // "NOT NOT a" is typed by nobody; it is read as one NOT.
    while token == .not { index += 1 }
    guard let node = try proximity() else {
      if isTyping { return nil }
      throw TextQueryError("NOT needs a word after it")
    }
    return .not(node)
  }

  private mutating func proximity() throws(TextQueryError) -> TextQuery.Node? {
    let first = token
    guard let node = try primary() else { return nil }
    guard case .near(let distance)? = token else { return node }
    var phrases: [TextQuery.Phrase] = []
    var reach = distance
    guard case .words(let phrase, _, _)? = first else {
      if isTyping { return node }  // the stray NEAR is passed over as the next primary
      throw TextQueryError("NEAR joins words and \"phrases\" only")
    }
    phrases.append(phrase)
    while case .near(let distance)? = token {
      index += 1
      reach = max(reach, distance)
      if case .words(var phrase, _, let isTyped)? = token {
        index += 1
        if isTyped {
          if (phrase.words.last?.count ?? 0) < TextQuery.shortestTypedPrefix { continue }
          phrase.endsInPrefix = true
        }
        phrases.append(phrase)
      } else if !isTyping {
        throw TextQueryError("NEAR needs a word or a \"phrase\" on both sides")
      }
    }
    return phrases.count > 1 ? .near(phrases, distance: reach) : node
  }

  private mutating func primary() throws(TextQueryError) -> TextQuery.Node? {
    let isNegated = try passOperators()
    guard let token, let node = try operand(token) else { return nil }
    return isNegated ? .not(node) : node
  }

  /// Passes over a NEAR with nothing before it and what follows it up to a word; tells whether a NOT is there.
  private mutating func passOperators() throws(TextQueryError) -> Bool {
    var isNegated = false
    while let token {
      switch token {
      case .near where !isTyping:
        throw TextQueryError("NEAR needs a word or a \"phrase\" on both sides")
      case .near: break
      case .not: isNegated = true
      default: return isNegated
      }
      index += 1
    }
    return isNegated
  }

  private mutating func operand(_ token: QueryToken) throws(TextQueryError) -> TextQuery.Node? {
    switch token {
    case .open:
      index += 1
      depth += 1
      defer { depth -= 1 }
      guard depth < Self.deepest else {
        throw TextQueryError("the parentheses are nested too deeply")
      }
      let inner = try alternatives()
      if self.token == .close {
        index += 1
      } else if !isTyping {
        throw TextQueryError("a ( is not closed")
      }
      return inner
    case .words(let phrase, let isQuoted, let isTyped):
      index += 1
      return Self.node(phrase, isQuoted: isQuoted, isTyped: isTyped)
    case .nearGroup(let phrases, let distance):
      index += 1
      return phrases.count > 1 ? .near(phrases, distance: distance) : .phrase(phrases[0])
    case .close, .or, .and, .near, .not: return nil
    }
  }

  private static func node(
    _ phrase: TextQuery.Phrase, isQuoted: Bool, isTyped: Bool
  ) -> TextQuery.Node? {
    var phrase = phrase
    if isTyped {
      if (phrase.words.last?.count ?? 0) < TextQuery.shortestTypedPrefix {
        // Not looked for yet: two letters say little and are in every article.
        phrase.words.removeLast()
        return phrase.words.isEmpty ? nil : .phrase(phrase)
      }
      phrase.endsInPrefix = true
    }
    guard phrase.words.count == 1, !isQuoted else { return .phrase(phrase) }
    return phrase.endsInPrefix
      ? .prefix(phrase.words[0], whileTyping: isTyped) : .word(phrase.words[0])
  }

  private static func joined(
    _ parts: [TextQuery.Node], _ join: ([TextQuery.Node]) -> TextQuery.Node
  ) -> TextQuery.Node? {
    parts.count > 1 ? join(parts) : parts.first
  }
}

/// One token as it is scanned: all that goes into the arrays of a `TokenBuffer`.
struct ScannedToken {
  var begin: Int32
  var end: Int32
  var kind: TokenKind
  var flags: TokenFlags
  var verb: Int16
  var fold: UInt64
  var classes: WordClass
}

/// Walks over the bytes of one block and finds where tokens begin and end.
struct TokenScanner {
  let bytes: UnsafeBufferPointer<UInt8>
  var position: Int
  let end: Int

  /// Appends the tokens of the block.
  mutating func scan(into tokens: inout [ScannedToken], lexicon: GermanLexicon) {
    var spaceBefore = true
    var isFirst = true
    while position < end {
      let blank = blankLength(position)
      if blank > 0 {
        position += blank
        spaceBefore = true
        if !isFirst { tokens[tokens.count - 1].flags.insert(.spaceAfter) }
        continue
      }
      let begin = position
      var flags: TokenFlags = spaceBefore ? [.spaceBefore] : []
      if isFirst { flags.insert(.firstOfBlock) }
      let byte = bytes[position]
      let kind: TokenKind
      if isLetter(position) {
        kind = .word
        scanWord(&flags)
      } else if isDigit(byte) {
        kind = scanNumber(&flags)
      } else {
        kind = scanMark(spaceBefore: spaceBefore)
      }
      let slice = UnsafeBufferPointer(rebasing: bytes[begin..<position])
      var fold: UInt64 = 0
      var classes: WordClass = []
      var verb: Int16 = -1
      if kind == .word || kind == .number {
        fold = WordFold.hash(slice)
        if kind == .word {
          let entry = lexicon.entry(fold)
          classes = entry?.classes ?? []
          if let entry, entry.verb >= 0 {
            // "einige", "weite", "Folge" are no Konjunktiv of "einigen", "weiten", "folgen".
            let isOther = !classes.isDisjoint(with: Self.otherThanVerb)
            if !isOther || classes.contains(.auxiliary) || classes.contains(.modal) {
              classes.formUnion(entry.verbClasses)
              verb = entry.verb
            }
          } else if classes.isEmpty, !flags.contains(.capitalised) || isFirst {
            classes = lexicon.verbs.prefixedClasses(slice)
          }
          if flags.contains(.capitalised),
            classes.isDisjoint(with: Self.needsNoCompound)
          {
            classes.formUnion(lexicon.compoundClasses(slice))
          }
        }
      }
      tokens.append(
        ScannedToken(
          begin: Int32(truncatingIfNeeded: begin), end: Int32(truncatingIfNeeded: position),
          kind: kind, flags: flags, verb: verb, fold: fold, classes: classes))
      spaceBefore = false
      isFirst = false
    }
    if !isFirst { tokens[tokens.count - 1].flags.insert(.spaceAfter) }
  }

  private static let otherThanVerb: WordClass = [
    .determiner, .pronoun, .adverb, .adjective, .preposition, .subordinator, .numeral,
  ]

  private static let needsNoCompound: WordClass = [
    .person, .organisation, .title, .thing, .definiteArticle, .indefiniteArticle, .preposition,
    .adverb, .pronoun, .source, .saying, .state,
  ]

  // MARK: Characters

  @inline(__always)
  private func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  /// Length of a blank at a position: space, tab, line break, no-break and thin spaces; else 0.
  @inline(__always)
  private func blankLength(_ at: Int) -> Int {
    let byte = bytes[at]
    if byte <= 0x20 || byte == 0x7F { return 1 }
    if byte == 0xC2, at + 1 < end, bytes[at + 1] == 0xA0 || bytes[at + 1] == 0xAD { return 2 }
    if byte == 0xE2, at + 2 < end, bytes[at + 1] == 0x80,
      (0x80...0x8F).contains(bytes[at + 2]) || (0xA8...0xAF).contains(bytes[at + 2])
    {
      return 3
    }
    if byte == 0xEF, at + 2 < end, bytes[at + 1] == 0xBB, bytes[at + 2] == 0xBF { return 3 }
    return 0
  }

  /// Whether a letter begins here. Anything beyond Latin-1 that is not General Punctuation, an arrow
  /// or a symbol block counts as a letter.
  @inline(__always)
  private func isLetter(_ at: Int) -> Bool {
    let byte = bytes[at]
    if byte < 0x80 { return (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A }
    guard at + 1 < end else { return false }
    switch byte {
    case 0xC2: return bytes[at + 1] == 0xAA || bytes[at + 1] == 0xB5 || bytes[at + 1] == 0xBA
    case 0xC3: return bytes[at + 1] != 0x97 && bytes[at + 1] != 0xB7
    case 0xC4...0xDF: return true
    case 0xE0, 0xE1, 0xE4...0xEE: return true
    case 0xE3: return bytes[at + 1] != 0x80
    default: return false
    }
  }

  /// Length in bytes of the character that begins here.
  @inline(__always)
  private func length(_ at: Int) -> Int {
    let byte = bytes[at]
    let count = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
    return min(count, end - at)
  }

  @inline(__always)
  private func isUpper(_ at: Int) -> Bool {
    let byte = bytes[at]
    if byte < 0x80 { return byte >= 0x41 && byte <= 0x5A }
    guard at + 1 < end else { return false }
    let next = bytes[at + 1]
    switch byte {
    case 0xC3: return next >= 0x80 && next <= 0x9E && next != 0x97
    // Latin Extended-A: even code points are capitals for most of the block (Č, Š, Ž are odd or even).
    case 0xC4, 0xC5:
      return next & 1 == 0 || (byte == 0xC5 && (next == 0xB9 || next == 0xBB || next == 0xBD))
    case 0xD0: return next >= 0x80 && next <= 0xAF
    case 0xCE: return next >= 0x91 && next <= 0xA9
    default: return false
    }
  }

  /// Whether ’ or ' stands here; its length or 0.
  @inline(__always)
  private func apostropheLength(_ at: Int) -> Int {
    if bytes[at] == 0x27 { return 1 }
    if bytes[at] == 0xE2, at + 2 < end, bytes[at + 1] == 0x80, bytes[at + 2] == 0x99 { return 3 }
    return 0
  }

  // MARK: Words and numbers

  private mutating func scanWord(_ flags: inout TokenFlags) {
    let begin = position
    if isUpper(position) { flags.insert(.capitalised) }
    var letters = 0
    var capitals = 0
    var sinceDot = 0
    while position < end {
      if isLetter(position) {
        letters += 1
        sinceDot += 1
        if isUpper(position) { capitals += 1 }
        position += length(position)
        continue
      }
      let byte = bytes[position]
      if isDigit(byte) {
        flags.insert(.hasDigit)
        position += 1
        continue
      }
      let next = position + 1
      if byte == 0x2D {
        // Hyphen: inside a compound, or at the end of its first half ("Innen- und …").
        if next < end, isLetter(next) || isDigit(bytes[next]) {
          flags.insert(.hyphenated)
          // "al-Jazeera", "n-TV": a name.
          if letters <= 3, isUpper(next) { flags.insert(.capitalised) }
          position = next
          sinceDot = 0
          continue
        }
        if next == end || blankLength(next) > 0 || bytes[next] == 0x2C || bytes[next] == 0x2F {
          flags.insert(.hyphenated)
          position = next
        }
        break
      }
      // "Bürger:innen", "Bürger*innen", "Bürger_innen", "Bürger/innen".
      if byte == 0x3A || byte == 0x2A || byte == 0x5F || byte == 0x2F, genderEnding(next) {
        position = next
        continue
      }
      // "z.B", "F.A.Z", "J.D": short parts joined by full stops; "n-tv.de": small letters on both sides.
      if byte == 0x2E, next < end, isLetter(next), sinceDot <= 2 || isDomainEnd(next) {
        flags.insert(.dotted)
        position = next
        sinceDot = 0
        continue
      }
      let apostrophe = apostropheLength(position)
      if apostrophe > 0, position + apostrophe < end, isLetter(position + apostrophe),
        !isUpper(position + apostrophe) || position - begin <= 2
      {
        position += apostrophe
        continue
      }
      break
    }
    if letters >= 2, capitals == letters { flags.insert(.allCapitals) }
  }

  /// Whether "innen", "in" or "n" ends a word here after a gender mark.
  private func genderEnding(_ at: Int) -> Bool {
    guard at + 1 < end, bytes[at] == 0x69 || bytes[at] == 0x49, bytes[at + 1] == 0x6E else {
      return false
    }
    var index = at + 2
    if index + 2 < end, bytes[index] == 0x6E, bytes[index + 1] == 0x65, bytes[index + 2] == 0x6E {
      index += 3
    }
    return index >= end || !isLetter(index)
  }

  /// Whether a top-level domain ends the word here: ".de", ".com", ".tv".
  private func isDomainEnd(_ at: Int) -> Bool {
    var index = at
    while index < end, bytes[index] >= 0x61, bytes[index] <= 0x7A { index += 1 }
    let count = index - at
    return count >= 2 && count <= 4 && (index >= end || !isLetter(index))
      && position > 0 && !isUpper(position - 1)
  }

  private mutating func scanNumber(_ flags: inout TokenFlags) -> TokenKind {
    flags.insert(.hasDigit)
    while position < end {
      let byte = bytes[position]
      if isDigit(byte) {
        position += 1
        continue
      }
      if byte == 0x2E || byte == 0x2C || byte == 0x3A, position + 1 < end,
        isDigit(bytes[position + 1])
      {
        position += 2
        continue
      }
      break
    }
    // "40-jährigen", "70-Jährige", "2000er".
    if position < end {
      if isLetter(position) {
        var rest = TokenFlags()
        scanWord(&rest)
        if rest.contains(.hyphenated) { flags.insert(.hyphenated) }
        return .word
      }
      if bytes[position] == 0x2D, position + 1 < end, isLetter(position + 1) {
        position += 1
        if isUpper(position) { flags.insert(.capitalised) }
        var rest = TokenFlags()
        scanWord(&rest)
        flags.insert(.hyphenated)
        return .word
      }
    }
    return .number
  }

  // MARK: Marks

  private mutating func scanMark(spaceBefore: Bool) -> TokenKind {
    let byte = bytes[position]
    let begin = position
    position += length(position)
    switch byte {
    case 0x2C: return .comma
    case 0x2E:
      if position + 1 < end, bytes[position] == 0x2E, bytes[position + 1] == 0x2E {
        while position < end, bytes[position] == 0x2E { position += 1 }
        return .ellipsis
      }
      return .period
    case 0x3A: return .colon
    case 0x3B: return .semicolon
    case 0x3F: return .question
    case 0x21: return .exclamation
    case 0x2F: return .slash
    case 0x28, 0x5B, 0x7B: return .openBracket
    case 0x29, 0x5D, 0x7D: return .closeBracket
    case 0x22: return .doubleQuote
    case 0x27:
      if position < end, bytes[position] == 0x27 {
        position += 1
        return .doubleQuote
      }
      return .singleQuote
    case 0x60: return .singleQuote
    case 0x2D:
      if position < end, bytes[position] == 0x2D {
        while position < end, bytes[position] == 0x2D { position += 1 }
        return .dash
      }
      let blankBehind = position >= end || blankLength(position) > 0
      return spaceBefore && blankBehind ? .dash : .symbol
    case 0xC2:
      switch bytes[begin + 1] {
      case 0xAB, 0xBB: return .doubleQuote
      case 0xB4: return .singleQuote
      default: return .symbol
      }
    case 0xE2:
      guard position - begin == 3, bytes[begin + 1] == 0x80 else { return .symbol }
      switch bytes[begin + 2] {
      case 0x93, 0x94, 0x95, 0x92: return .dash
      case 0x9C, 0x9D, 0x9E, 0x9F: return .doubleQuote
      case 0x98, 0x99, 0x9A, 0x9B, 0xB9, 0xBA: return .singleQuote
      case 0xA6: return .ellipsis
      default: return .symbol
      }
    default: return .symbol
    }
  }
}

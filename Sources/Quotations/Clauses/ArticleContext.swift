import GermanLanguage
import TextModel

/// What all phases read: tokens, keywords, quotation marks, and which tokens rules must not look into.
final class ArticleContext {
  let tokens: TokenBuffer
  let keys: [Keyword]
  let pairs: [QuotationPair]
  /// For a token that opens a pair the pair's number, else -1.
  let pairOpening: [Int32]
  /// Inside a long quotation or a bracket: not part of the clause around it.
  let masked: [Bool]
  /// For each token the number of the outermost pair it lies in (marks included), else -1.
  let outerPair: [Int32]
  let reporting: ReportingLexicon

  /// Quotations from this many words on are opaque for the clause around them.
  static let opaqueWords = 4
  private static let longestBracket = 40

  /// - Parameter level: pairs of this depth are the quotations to pass over; 1 reads inside quotations.
  init(
    tokens: TokenBuffer, pairs: [QuotationPair], reporting: ReportingLexicon, level: Int = 0
  ) {
    self.tokens = tokens
    self.pairs = pairs
    self.reporting = reporting
    let table = Keyword.table
    keys = tokens.folds.map { fold in
      guard fold != 0, let raw = table[fold] else { return .none }
      return Keyword(rawValue: UInt8(raw)) ?? .none
    }
    var opening = Array(repeating: Int32(-1), count: tokens.count)
    var outer = Array(repeating: Int32(-1), count: tokens.count)
    var masked = Array(repeating: false, count: tokens.count)
    for (number, pair) in pairs.enumerated() {
      opening[pair.open] = Int32(number)
      guard pair.depth == level else { continue }
      for token in pair.tokens { outer[token] = Int32(number) }
      if pair.words >= Self.opaqueWords {
        for token in pair.tokens { masked[token] = true }
      }
    }
    // Brackets, inside one sentence and not too long.
    for sentence in tokens.sentences {
      var open = -1
      for token in sentence {
        if tokens.kinds[token] == .openBracket, open < 0 { open = token }
        if tokens.kinds[token] == .closeBracket, open >= 0 {
          if token - open <= Self.longestBracket, open > sentence.lowerBound {
            for inner in open...token { masked[inner] = true }
          }
          open = -1
        }
      }
    }
    pairOpening = opening
    outerPair = outer
    self.masked = masked
  }

  // MARK: Short questions about a token

  @inline(__always) func kind(_ t: Int) -> TokenKind { tokens.kinds[t] }
  @inline(__always) func classes(_ t: Int) -> WordClass { tokens.classes[t] }
  @inline(__always) func flags(_ t: Int) -> TokenFlags { tokens.flags[t] }
  @inline(__always) func key(_ t: Int) -> Keyword { keys[t] }

  @inline(__always)
  func isWord(_ t: Int) -> Bool { tokens.kinds[t] == .word }

  @inline(__always)
  func isCapital(_ t: Int) -> Bool { tokens.flags[t].contains(.capitalised) }

  @inline(__always)
  func has(_ t: Int, _ classes: WordClass) -> Bool {
    !tokens.classes[t].isDisjoint(with: classes)
  }

  func length(_ t: Int) -> Int { Int(tokens.ends[t] - tokens.begins[t]) }

  /// Whether a capitalised word can be a noun or name: not merely an article at a sentence's begin.
  func isNounLike(_ t: Int) -> Bool {
    guard kind(t) == .word else { return false }
    if !isCapital(t) { return has(t, .medium) && !has(t, .adverb) || isDomain(t) }
    if flags(t).contains(.firstOfSentence) || !isInsideSentence(t) {
      return !has(t, Self.notNouns) || has(t, Self.nouns)
    }
    // "Der", "Die" inside names („Die Zeit“) are left to the pairs.
    return !has(t, [.definiteArticle, .pronoun]) || flags(t).contains(.allCapitals)
  }

  /// "tageblatt.example": a site named by its address.
  private func isDomain(_ t: Int) -> Bool {
    flags(t).contains(.dotted) && length(t) >= 6 && classes(t).isEmpty
  }

  /// "Monatelang", "Ausdrücklich": an unlisted word at a sentence's begin with an adverb's ending.
  func isAdverbAtBegin(_ t: Int) -> Bool {
    adverbEnds[t] && flags(t).contains(.firstOfSentence) && classes(t).isEmpty
  }

  private func isInsideSentence(_ t: Int) -> Bool {
    guard t > 0 else { return false }
    let before = kind(t - 1)
    return before == .word || before == .number || before == .comma
  }

  static let notNouns: WordClass = [
    .definiteArticle, .indefiniteArticle, .possessive, .determiner, .pronoun, .objectPronoun,
    .reflexive, .preposition, .coordinator, .subordinator, .interrogative, .adverb, .negation,
    .finite, .participle, .numeral,
  ]
  static let nouns: WordClass = [
    .person, .organisation, .title, .givenName, .state, .source, .saying, .time, .medium, .thing,
  ]

  /// A lower-case word with an adjective's ending, or a number.
  func isAdjectiveLike(_ t: Int) -> Bool {
    if kind(t) == .number { return true }
    guard kind(t) == .word else { return false }
    if isCapital(t), !flags(t).contains(.firstOfSentence) { return false }
    if has(
      t,
      [
        .definiteArticle, .indefiniteArticle, .pronoun, .objectPronoun, .reflexive, .preposition,
        .coordinator, .subordinator, .finite, .modal, .auxiliary, .interrogative,
      ])
    {
      return false
    }
    if has(t, [.numeral, .adjective, .participle, .determiner, .possessive]) { return true }
    return endsLikeAdjective(t)
  }

  /// The adjective endings are checked on the bytes' folds: -e, -en, -em, -er, -es.
  func endsLikeAdjective(_ t: Int) -> Bool {
    adjectiveEnds[t]
  }

  /// Set by `prepareEndings`.
  var adjectiveEnds: [Bool] = []
  /// The word ends in -t, -te or -ten.
  var verbEnds: [Bool] = []
  /// The word ends in -er.
  var erEnds: [Bool] = []
  /// The word ends in -lich, -lang, -weise, -mals or -lings.
  var adverbEnds: [Bool] = []

  private static let adverbEndings: [[UInt8]] = ["lich", "lang", "weise", "mals", "lings"].map {
    Array($0.utf8)
  }

  func takeEndings(of other: ArticleContext) {
    adjectiveEnds = other.adjectiveEnds
    erEnds = other.erEnds
    verbEnds = other.verbEnds
    adverbEnds = other.adverbEnds
  }

  func prepareEndings(_ bytes: UnsafeBufferPointer<UInt8>) {
    // In arrays of its own: those of the class would be asked for their owner at each word.
    let none = Array(repeating: false, count: tokens.count)
    var (adjectiveEnds, erEnds, verbEnds, adverbEnds) = (none, none, none, none)
    for t in 0..<tokens.count where tokens.kinds[t] == .word {
      let end = Int(tokens.ends[t])
      let length = end - Int(tokens.begins[t])
      guard length >= 4 else { continue }
      let last = bytes[end - 1]
      if tokens.flags[t].contains(.firstOfSentence) {
        adverbEnds[t] = Self.adverbEndings.contains { ending in
          length > ending.count
            && ending.indices.allSatisfy { bytes[end - ending.count + $0] == ending[$0] }
        }
      }
      verbEnds[t] =
        last == 0x74 || (last == 0x65 && bytes[end - 2] == 0x74)
        || (last == 0x6E && bytes[end - 2] == 0x65 && bytes[end - 3] == 0x74)
      if last == 0x65 {
        adjectiveEnds[t] = true
      } else if bytes[end - 2] == 0x65 {
        erEnds[t] = last == 0x72
        adjectiveEnds[t] =
          last == 0x6E || last == 0x6D || last == 0x72 || last == 0x73  // n m r s
      }
    }
    self.adjectiveEnds = adjectiveEnds
    self.erEnds = erEnds
    self.verbEnds = verbEnds
    self.adverbEnds = adverbEnds
  }
}

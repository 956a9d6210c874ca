/// Finds where sentences end.
///
/// A full stop ends no sentence after an abbreviation, an initial ("J. D. Vance"), an ordinal ("24.
/// November") or a Roman number ("Benedikt XVI. reiste"), nor before a small letter. Closing marks and
/// brackets behind the stop belong to the sentence that ends.
enum SentenceSplitter {
  static func split(
    _ buffer: inout TokenBuffer, from first: Int, block: Int32, lexicon: GermanLexicon
  ) {
    let end = buffer.count
    guard first < end else { return }
    var begin = first
    var index = first
    while index < end {
      let kind = buffer.kinds[index]
      guard kind.isTerminator else {
        index += 1
        continue
      }
      if kind == .period, isAbbreviating(buffer, index, end) {
        buffer.flags[index].insert(.abbreviates)
        index += 1
        continue
      }
      var next = index + 1
      while next < end, closes(buffer, next, sentenceBegin: begin) { next += 1 }
      guard next < end else { break }
      if !startsSentence(buffer, next, after: index) {
        index = next
        continue
      }
      close(&buffer, begin, next, block)
      begin = next
      index = next
    }
    close(&buffer, begin, end, block)
  }

  private static func close(_ buffer: inout TokenBuffer, _ begin: Int, _ end: Int, _ block: Int32) {
    guard begin < end else { return }
    buffer.flags[begin].insert(.firstOfSentence)
    // A capital inside a sentence makes a noun or a name, whatever the folded form could be; behind a
    // mark, a colon or a bracket it may begin a clause.
    var mayBegin = true
    for token in begin..<end {
      let flags = buffer.flags[token]
      if flags.contains(.capitalised), mayBegin,
        buffer.classes[token].isDisjoint(with: [.auxiliary, .modal])
      {
        // "Folge des Krieges sei …": a first word in -e is a noun, no Konjunktiv.
        buffer.classes[token].remove(.konjunktiv1)
      }
      if flags.contains(.capitalised), !mayBegin, !buffer.classes[token].isEmpty {
        buffer.classes[token].subtract(.verbal)
        buffer.verbs[token] = -1
      }
      switch buffer.kinds[token] {
      case .word, .number, .comma, .symbol: mayBegin = false
      default: mayBegin = true
      }
    }
    let number = Int32(buffer.sentences.count)
    for _ in begin..<end { buffer.sentenceOfToken.append(number) }
    buffer.sentences.append(begin..<end)
    buffer.blockOfSentence.append(block)
  }

  /// Whether a token behind the final stop still belongs to the sentence: a further stop, a closing mark
  /// or bracket that follows without a blank.
  private static func closes(_ buffer: TokenBuffer, _ at: Int, sentenceBegin: Int) -> Bool {
    let kind = buffer.kinds[at]
    let flags = buffer.flags[at]
    switch kind {
    case .period, .question, .exclamation, .ellipsis:
      return !flags.contains(.spaceBefore)
    case .doubleQuote, .singleQuote:
      return !flags.contains(.spaceBefore)
    case .closeBracket: return true
    default: return false
    }
  }

  /// Whether a sentence can begin here.
  private static func startsSentence(_ buffer: TokenBuffer, _ at: Int, after stop: Int) -> Bool {
    let kind = buffer.kinds[at]
    let flags = buffer.flags[at]
    switch kind {
    case .word:
      if flags.contains(.capitalised) || flags.contains(.hasDigit) {
        // "„Halt!“ Rufe": no; but a blank and a capital nearly always begin a sentence.
        return flags.contains(.spaceBefore) || buffer.kinds[stop] == .period
      }
      // A small letter goes on, except after a clear stop and a blank in careless copy.
      return false
    case .number, .openBracket, .doubleQuote, .singleQuote:
      return flags.contains(.spaceBefore)
    case .dash, .symbol: return flags.contains(.spaceBefore) && buffer.kinds[stop] == .period
    default: return false
    }
  }

  /// Whether a full stop belongs to the word before it.
  private static func isAbbreviating(_ buffer: TokenBuffer, _ at: Int, _ end: Int) -> Bool {
    guard at > 0, !buffer.flags[at].contains(.spaceBefore) else { return false }
    let before = at - 1
    let flags = buffer.flags[before]
    let next = at + 1
    guard next < end else { return false }
    let nextIsFunctionWord = startsLikeSentence(buffer, next)
    switch buffer.kinds[before] {
    case .number:
      let length = buffer.ends[before] - buffer.begins[before]
      guard length <= 2 else {
        return buffer.kinds[next] == .word && !buffer.flags[next].contains(.capitalised)
      }
      if buffer.kinds[next] == .word { return !nextIsFunctionWord }
      return buffer.kinds[next] != .doubleQuote
    case .word:
      let classes = buffer.classes[before]
      if classes.contains(.abbreviation) { return true }
      if classes.contains(.closingAbbreviation) { return !nextIsFunctionWord }
      let length = buffer.ends[before] - buffer.begins[before]
      if length == 1 { return true }
      if flags.contains(.dotted) {
        // "F.A.Z." goes on unless the next word looks like a beginning; "spiegel.de." ends.
        return length <= 8 && !nextIsFunctionWord
      }
      if isRoman(buffer, before) { return !nextIsFunctionWord }
      return false
    default:
      return false
    }
  }

  /// Whether a word that usually begins sentences stands here with a capital: an article, a pronoun, a
  /// preposition, an adverb.
  private static func startsLikeSentence(_ buffer: TokenBuffer, _ at: Int) -> Bool {
    buffer.kinds[at] == .word && buffer.flags[at].contains(.capitalised)
      && !buffer.flags[at].contains(.allCapitals)
      && !buffer.classes[at].isDisjoint(with: [
        .definiteArticle, .indefiniteArticle, .pronoun, .possessive, .determiner, .preposition,
        .adverb, .subordinator, .interrogative, .coordinator, .auxiliary, .modal,
      ])
  }

  /// A Roman number of two letters or more: all capitals out of I, V, X.
  private static func isRoman(_ buffer: TokenBuffer, _ at: Int) -> Bool {
    romanNumbers.contains(buffer.folds[at]) && buffer.flags[at].contains(.allCapitals)
  }

  private static let romanNumbers: Set<UInt64> = Set(
    [
      "II", "III", "IV", "VI", "VII", "VIII", "IX", "XI", "XII", "XIII", "XIV", "XV", "XVI",
      "XVII", "XVIII",
    ].map { WordFold.hash($0) })
}

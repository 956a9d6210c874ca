import GermanLanguage
import TextModel

/// What the words of an article are to the rules; sentences are read when they are asked for.
struct ArticleLemmas {
  typealias Lemma = LemmaTable.Lemma

  let text: SourceText
  let tokens: TokenBuffer
  private let reader: WordReader
  /// The words read so far, also those of earlier articles; to be given back at the end.
  private(set) var memo: WordMemo
  private var isRead: [Bool]
  /// For each token its word; no word before its sentence has been read, and for marks.
  private var words: [WordSlots.Entry]

  init(text: SourceText, tokens: TokenBuffer, reader: WordReader, memo: consuming WordMemo) {
    self.text = text
    self.tokens = tokens
    self.reader = reader
    self.memo = memo
    isRead = Array(repeating: false, count: tokens.sentences.count)
    words = Array(repeating: WordSlots.Entry(), count: tokens.count)
  }

  /// The lemmas of a token whose sentence has been read.
  func lemmas(_ token: Int) -> ArraySlice<Lemma> {
    let places = memo.words[words[token].number.place].lemmas
    return memo.lemmas[Int(places.lowerBound)..<Int(places.upperBound)]
  }

  /// Whether a token can be a word.
  func has(_ lemma: Lemma, at token: Int) -> Bool {
    words[token].lemmaBits & WordReader.bit(lemma) != 0 && lemmas(token).contains(lemma)
  }

  /// The signals that a token gives.
  func signals(_ token: Int) -> ArraySlice<(SignalWords.Place, StanceSignal)> {
    let places = memo.words[words[token].number.place].signals
    return memo.signals[Int(places.lowerBound)..<Int(places.upperBound)]
  }

  /// What some tokens are together.
  func summary(of ranges: [Range<Int>]) -> WordSummary {
    var summary = WordSummary()
    for range in ranges {
      for token in range {
        summary.marks.formUnion(words[token].marks)
        summary.effects.formUnion(words[token].effects)
        summary.lemmaBits |= words[token].lemmaBits
      }
    }
    return summary
  }

  /// The effects of all lemmas of a token together.
  func effects(_ token: Int) -> StanceWords.Effects { words[token].effects }

  /// The row of a token in the weights of words at a place; -1 for none.
  func weight(_ token: Int, at place: StatementPlace) -> Int {
    let row =
      place == .content
      ? words[token].contentWeight : memo.words[words[token].number.place].weights[place.number]
    return Int(row)
  }

  /// Whether a token has one of some marks.
  func has(_ marks: WordMarks, at token: Int) -> Bool {
    !words[token].marks.isDisjoint(with: marks)
  }

  /// Whether one of some tokens has one of some marks.
  func have(_ marks: WordMarks, in ranges: [Range<Int>]) -> Bool {
    for range in ranges {
      for token in range where has(marks, at: token) { return true }
    }
    return false
  }

  func word(_ token: Int) -> ArraySlice<UInt8> {
    text.utf8[Int(tokens.begins[token])..<Int(tokens.ends[token])]
  }

  func isCapitalised(_ token: Int) -> Bool { tokens.flags[token].contains(.capitalised) }

  /// Capitalised inside a sentence: a noun or a name, no verb.
  func isNameLike(_ token: Int) -> Bool {
    isCapitalised(token) && !tokens.flags[token].contains(.firstOfSentence)
  }

  /// Reads the sentences that some ranges of tokens touch.
  mutating func read(_ ranges: [Range<Int>]) {
    for range in ranges where !range.isEmpty {
      var sentence = tokens.sentence(of: range.lowerBound)
      while sentence < tokens.sentences.count,
        tokens.sentences[sentence].lowerBound < range.upperBound
      {
        if !isRead[sentence] { readSentence(sentence) }
        sentence += 1
      }
    }
  }

  private mutating func readSentence(_ sentence: Int) {
    isRead[sentence] = true
    let range = tokens.sentences[sentence]
    var hasHalves = false
    var hasParticles = false
    text.utf8.withUnsafeBufferPointer { utf8 in
      for token in range where tokens.kinds[token] == .word {
        let word = memo.entry(
          of: bytes(of: token, utf8), fold: tokens.folds[token],
          capitalised: isCapitalised(token), reader)
        words[token] = word
        if word.number.hasHalves { hasHalves = true }
        if word.number.isParticle { hasParticles = true }
      }
      if hasHalves, hasParticles { joinHalves(range, utf8) }
    }
  }

  /// Finds separable verbs in two pieces: "lehnt … ab".
  private mutating func joinHalves(_ range: Range<Int>, _ utf8: UnsafeBufferPointer<UInt8>) {
    var particles: [(token: Int, key: WordKey)] = []
    for token in range {
      if words[token].number.isParticle, let key = memo.words[words[token].number.place].particle,
        endsClause(token + 1, range)
      {
        particles.append((token, key))
      }
    }
    guard !particles.isEmpty else { return }
    for token in range
    where words[token].number.hasHalves && (!isCapitalised(token) || token == range.lowerBound) {
      let halves = memo.words[words[token].number.place].halves
      var found: [Lemma] = []
      for half in memo.halves[Int(halves.lowerBound)..<Int(halves.upperBound)] {
        let particle = particles.first { $0.token > token && $0.key == half.particle }
        guard let particle, particle.token - token <= 30 else { continue }
        found.append(half.lemma)
      }
      guard !found.isEmpty else { continue }
      words[token] = memo.joined(
        words[token].number, with: found, fold: tokens.folds[token], bytes(of: token, utf8), reader)
    }
  }

  private func bytes(
    of token: Int, _ utf8: UnsafeBufferPointer<UInt8>
  ) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: utf8[Int(tokens.begins[token])..<Int(tokens.ends[token])])
  }

  /// Whether a clause can end before a token, so that a particle there belongs to a verb.
  private func endsClause(_ token: Int, _ sentence: Range<Int>) -> Bool {
    guard token < sentence.upperBound else { return true }
    return tokens.kinds[token] != .word || tokens.classes[token].contains(.coordinator)
  }
}

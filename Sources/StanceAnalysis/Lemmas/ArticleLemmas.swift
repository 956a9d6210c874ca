import GermanLanguage
import TextModel

/// The lemmas that cues know, for each token of an article; sentences are read when they are asked for.
struct ArticleLemmas {
  typealias Lemma = LemmaTable.Lemma

  let text: SourceText
  let tokens: TokenBuffer
  private let table: LemmaTable
  private var isRead: [Bool]
  private var first: [Int32]
  private var count: [Int16]
  private var flat: [Lemma] = []
  private var reading = LemmaTable.Reading()

  init(text: SourceText, tokens: TokenBuffer, table: LemmaTable) {
    self.text = text
    self.tokens = tokens
    self.table = table
    isRead = Array(repeating: false, count: tokens.sentences.count)
    first = Array(repeating: 0, count: tokens.count)
    count = Array(repeating: 0, count: tokens.count)
  }

  /// The lemmas of a token whose sentence has been read.
  func lemmas(_ token: Int) -> ArraySlice<Lemma> {
    flat[Int(first[token])..<Int(first[token]) + Int(count[token])]
  }

  func word(_ token: Int) -> ArraySlice<UInt8> {
    text.utf8[Int(tokens.begins[token])..<Int(tokens.ends[token])]
  }

  func isCapitalised(_ token: Int) -> Bool { tokens.flags[token].contains(.capitalised) }

  /// Capitalised inside a sentence: a noun or a name, no verb.
  func isNameLike(_ token: Int) -> Bool {
    isCapitalised(token) && !tokens.flags[token].contains(.firstOfSentence)
  }

  /// Reads the sentences that a range of tokens touches.
  mutating func read(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    var sentence = tokens.sentence(of: range.lowerBound)
    while sentence < tokens.sentences.count,
      tokens.sentences[sentence].lowerBound < range.upperBound
    {
      if !isRead[sentence] { readSentence(sentence) }
      sentence += 1
    }
  }

  private mutating func readSentence(_ sentence: Int) {
    isRead[sentence] = true
    let range = tokens.sentences[sentence]
    var found: [(token: Int, lemma: Lemma)] = []
    var halves: [(token: Int, particle: WordKey, lemma: Lemma)] = []
    var particles: [(token: Int, key: WordKey)] = []
    for token in range where tokens.kinds[token] == .word {
      table.read(word(token), capitalised: isCapitalised(token), into: &reading)
      for lemma in reading.lemmas { found.append((token, lemma)) }
      if !isCapitalised(token) || token == range.lowerBound {
        for half in reading.halves { halves.append((token, half.particle, half.lemma)) }
      }
      if let key = reading.particle, endsClause(token + 1, range) { particles.append((token, key)) }
    }
    for half in halves {
      let particle = particles.first { $0.token > half.token && $0.key == half.particle }
      guard let particle, particle.token - half.token <= 30 else { continue }
      found.append((half.token, half.lemma))
    }
    found.sort { $0.token < $1.token }
    for hit in found {
      if count[hit.token] == 0 { first[hit.token] = Int32(flat.count) }
      flat.append(hit.lemma)
      count[hit.token] += 1
    }
  }

  /// Whether a clause can end before a token, so that a particle there belongs to a verb.
  private func endsClause(_ token: Int, _ sentence: Range<Int>) -> Bool {
    guard token < sentence.upperBound else { return true }
    return tokens.kinds[token] != .word || tokens.classes[token].contains(.coordinator)
  }
}

import GermanLanguage
import TextModel

/// The tokens as the features see them: small codes, clauses, quotation marks.
struct TokenView {
  let tokens: TokenBuffer
  let count: Int
  /// The word's identity; for marks and numbers a code of their kind.
  var word: [UInt32]
  /// A code for the part of speech, as far as lists and endings tell.
  var part: [UInt32]
  /// The last three bytes.
  var ending: [UInt32]
  /// Number of a reporting verb, 0 for other words.
  var verb: [UInt32]
  /// Number of any verb, 0 for other words.
  var lemma: [UInt32]
  /// What a noun or pronoun means: person, body, source …
  var meaning: [UInt32]
  var clause: [Int32]
  var sentence: [Int32]
  /// Tokens since the opening mark, 0 outside quotation marks.
  var sinceOpening: [Int32]
  /// Tokens to the closing mark, 0 outside.
  var untilClosing: [Int32]
  var clauses: [ClauseView] = []
  /// For every sentence the range of its clauses.
  var clausesOfSentence: [Range<Int>] = []
  private let words: ReportingWords

  init(_ tokens: TokenBuffer, _ text: SourceText, _ cues: CueWords, _ words: ReportingWords) {
    self.tokens = tokens
    self.words = words
    count = tokens.count
    word = Array(repeating: 0, count: count)
    part = word
    ending = word
    verb = word
    lemma = word
    meaning = word
    clause = Array(repeating: 0, count: count)
    sentence = clause
    sinceOpening = clause
    untilClosing = clause
    for index in 0..<count {
      let kind = tokens.kinds[index]
      guard kind == .word || kind == .number else {
        word[index] = UInt32(kind.rawValue) + 1
        part[index] = UInt32(kind.rawValue) + 1
        continue
      }
      let begin = Int(tokens.begins[index])
      let end = Int(tokens.ends[index])
      var tail: UInt32 = 0
      for byte in text.utf8[max(begin, end - 3)..<end] {
        tail = tail << 8 | UInt32(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)
      }
      ending[index] = tail
      let capital = tokens.flags[index].contains(.capitalised)
      if kind == .number {
        word[index] = 100
        part[index] = 100
        ending[index] = UInt32(end - begin)
        continue
      }
      let fold = tokens.folds[index]
      word[index] = UInt32(truncatingIfNeeded: fold ^ (fold >> 32)) | 0x8000_0000
      let classes = tokens.classes[index]
      if !capital || tokens.flags[index].contains(.firstOfSentence) {
        verb[index] = cues.verb(tokens.verbs[index])
        lemma[index] = UInt32(tokens.verbs[index] + 1)
      }
      var bit: UInt32 = 1
      for some in Self.meanings {
        if !classes.isDisjoint(with: some) { meaning[index] |= bit }
        bit <<= 1
      }
      if capital, meaning[index] == 0 { meaning[index] = bit }
      if classes.isEmpty {
        part[index] = mix(7, capital ? 1 : 0, capital ? 0 : tail & 0xFFFF)
      } else {
        let raw = classes.rawValue
        part[index] = mix(11, UInt32(truncatingIfNeeded: raw ^ (raw >> 31)), capital ? 1 : 0)
      }
    }
    for (number, range) in tokens.sentences.enumerated() {
      for index in range { sentence[index] = Int32(number) }
    }
    readMarks()
  }

  private static let meanings: [WordClass] = [
    .person, .organisation, [.givenName, .title], .state, .source, .saying, .medium, .thing, .time,
    .pronoun,
  ]

  /// Pairs quotation marks inside each block: an open one is closed by the next of its kind.
  private mutating func readMarks() {
    var open: Int?
    for index in 0..<count {
      if tokens.flags[index].contains(.firstOfBlock) { open = nil }
      guard tokens.kinds[index] == .doubleQuote else { continue }
      if let begin = open, index - begin < 150 {
        for inner in begin...index {
          sinceOpening[inner] = Int32(inner - begin + 1)
          untilClosing[inner] = Int32(index - inner + 1)
        }
        open = nil
      } else {
        open = index
      }
    }
  }

  /// Splits sentences into clauses and looks at each.
  mutating func readClauses() {
    for range in tokens.sentences {
      let first = clauses.count
      var begin = range.lowerBound
      var afterColon = false
      for index in range {
        let kind = tokens.kinds[index]
        let splits = kind == .comma || kind == .colon || kind == .semicolon || kind == .dash
        if splits, index > begin {
          addClause(begin..<index + 1, afterColon: afterColon)
          begin = index + 1
          afterColon = kind == .colon
        }
      }
      if begin < range.upperBound {
        addClause(begin..<range.upperBound, afterColon: afterColon)
      }
      clausesOfSentence.append(first..<clauses.count)
    }
  }

  private mutating func addClause(_ range: Range<Int>, afterColon: Bool) {
    var view = ClauseView(tokens: range)
    var seenWord = false
    var length = 0
    var content: UInt32 = 0
    var light: UInt32 = 0
    var particle: UInt32 = 0
    for index in range {
      clause[index] = Int32(clauses.count)
      guard tokens.kinds[index] == .word else { continue }
      length += 1
      let classes = tokens.classes[index]
      let fold = tokens.folds[index]
      if !seenWord {
        seenWord = true
        view.first = word[index]
        if classes.contains(.subordinator) { view.traits.insert(.subordinate) }
        if classes.contains(.interrogative) { view.traits.insert(.interrogative) }
        if classes.contains(.relative) { view.traits.insert(.relative) }
      }
      if classes.contains(.konjunktiv1) { view.traits.insert(.konjunktiv1) }
      if classes.contains(.konjunktiv2) { view.traits.insert(.konjunktiv2) }
      if classes.contains(.hearsay) { view.traits.insert(.hearsay) }
      if classes.contains(.saying) || classes.contains(.source) { view.traits.insert(.saying) }
      if view.subject == 0, meaning[index] != 0 { view.subject = meaning[index] }
      if !classes.isDisjoint(with: [.finite, .auxiliary, .modal, .konjunktiv1, .konjunktiv2]) {
        view.traits.insert(.finite)
        view.finite = word[index]
      } else if classes.contains(.ambiguousFinite), view.finite == 0 {
        view.finite = word[index]
      }
      if lemma[index] != 0 {
        if classes.isDisjoint(with: [.auxiliary, .modal]) {
          content = lemma[index]
        } else {
          light = lemma[index]
        }
      }
      particle = classes.contains(.particle) ? word[index] : 0
      if verb[index] != 0 {
        view.verb = verb[index]
        view.traits.insert(.reportingVerb)
      }
      if fold == words.laut || fold == words.zufolge || fold == words.gemaess
        || (fold == words.nach && index + 1 < range.upperBound
          && tokens.kinds[index + 1] == .word)
        || (fold == words.so && index == range.lowerBound)
      {
        view.traits.insert(.sourcePreposition)
      }
      if classes.contains(.zuInfinitive) { view.traits.insert(.infinitiveWithZu) }
      if fold == words.zu, index + 1 < range.upperBound,
        !tokens.flags[index + 1].contains(.capitalised), endsInN(index + 1)
      {
        view.traits.insert(.infinitiveWithZu)
      }
      if sinceOpening[index] > 0 { view.traits.insert(.quoted) }
    }
    view.predicate = content != 0 ? mix(21, content, particle) : light != 0 ? mix(22, light) : 0
    if length <= 3 { view.traits.insert(.short) }
    if afterColon { view.traits.insert(.afterColon) }
    clauses.append(view)
  }

  private func endsInN(_ index: Int) -> Bool { ending[index] & 0xFF == 0x6E }
}

/// Mixes a template's number and two values into a key.
@inline(__always)
func mix(_ template: UInt32, _ a: UInt32, _ b: UInt32 = 0) -> UInt32 {
  var key = (template &* 0x9E37_79B1) ^ (a &* 0x85EB_CA6B)
  key = (key ^ (key >> 15)) &* 0x2C1B_3C6D
  key ^= b &* 0xC2B2_AE35
  key = (key ^ (key >> 13)) &* 0x297A_2D39
  return key ^ (key >> 16)
}

import GermanLanguage
import TextModel

/// One pair of quotation marks.
struct QuotationPair: Equatable {
  /// Token of the opening mark.
  var open: Int
  /// Token of the closing mark; for an unmatched opening mark the last token of its paragraph.
  var close: Int
  /// Nothing closed it: the passage runs to the paragraph's end.
  var isOpen: Bool
  /// 0 for an outer pair, 1 and more inside another.
  var depth: Int
  /// Words and numbers inside.
  var words: Int

  /// All tokens, marks included.
  var tokens: Range<Int> { open..<close + 1 }
}

/// Pairs quotation marks.
///
/// Knows „…“ “…” "…" »…« «…» and the inner ‚…‘ '…' ‹…›, told apart by where blanks stand. Pairing
/// stops at a paragraph's end, so that one missing mark cannot swallow the article.
/// - Complexity: O(*n*) in tokens, as nesting deeper than four is not followed.
enum QuotationPairing {
  private static let deepest = 4
  /// An unmatched opening mark is taken for a passage only when the paragraph's rest is this long.
  private static let shortestOpenPassage = 4

  static func pairs(_ tokens: TokenBuffer, _ text: UnsafeBufferPointer<UInt8>) -> [QuotationPair] {
    var pairs: [QuotationPair] = []
    var stack: [(token: Int, mark: Mark)] = []
    var sentence = 0
    while sentence < tokens.sentences.count {
      let block = tokens.blockOfSentence[sentence]
      var last = sentence
      while last + 1 < tokens.sentences.count, tokens.blockOfSentence[last + 1] == block {
        last += 1
      }
      let range =
        tokens.sentences[sentence].lowerBound..<tokens.sentences[last].upperBound
      stack.removeAll(keepingCapacity: true)
      for token in range where tokens.kinds[token].isQuote {
        let mark = Mark(tokens, token, text)
        if let match = closing(mark, stack) {
          // What was opened inside and never closed is dropped.
          let opened = stack[match].token
          stack.removeSubrange(match...)
          pairs.append(
            QuotationPair(
              open: opened, close: token, isOpen: false, depth: stack.count, words: 0))
        } else if mark.mayOpen, stack.count < deepest {
          stack.append((token, mark))
        }
      }
      if let first = stack.first, first.mark.isDouble,
        range.upperBound - first.token > shortestOpenPassage
      {
        pairs.append(
          QuotationPair(
            open: first.token, close: range.upperBound - 1, isOpen: true, depth: 0, words: 0))
      }
      sentence = last + 1
    }
    pairs.sort { $0.open != $1.open ? $0.open < $1.open : $0.close > $1.close }
    countWords(&pairs, tokens)
    settleDepths(&pairs)
    return pairs
  }

  private static func countWords(_ pairs: inout [QuotationPair], _ tokens: TokenBuffer) {
    guard !pairs.isEmpty else { return }
    var sums: [Int32] = [0]
    sums.reserveCapacity(tokens.count + 1)
    var sum: Int32 = 0
    for kind in tokens.kinds {
      if kind == .word || kind == .number { sum += 1 }
      sums.append(sum)
    }
    for index in pairs.indices {
      pairs[index].words = Int(sums[pairs[index].close + 1] - sums[pairs[index].open])
    }
  }

  /// Depths by containment, after unmatched marks were dropped.
  private static func settleDepths(_ pairs: inout [QuotationPair]) {
    var open: [Int] = []
    for index in pairs.indices {
      while let last = open.last, pairs[last].close < pairs[index].open { open.removeLast() }
      pairs[index].depth = open.count
      open.append(index)
    }
  }

  private static func closing(_ mark: Mark, _ stack: [(token: Int, mark: Mark)]) -> Int? {
    guard mark.mayClose else { return nil }
    var index = stack.count - 1
    while index >= 0 {
      if stack[index].mark.isClosed(by: mark) { return index }
      index -= 1
    }
    return nil
  }
}

/// One mark with what its shape and its surroundings say.
private struct Mark {
  enum Shape { case low, highLeft, highRight, straight, guillemetLeft, guillemetRight }
  var shape: Shape
  var isDouble: Bool
  var spaceBefore: Bool
  var spaceAfter: Bool
  var wordBefore: Bool

  init(_ tokens: TokenBuffer, _ token: Int, _ text: UnsafeBufferPointer<UInt8>) {
    isDouble = tokens.kinds[token] == .doubleQuote
    let begin = Int(tokens.begins[token])
    let first = text[begin]
    let last = text[Int(tokens.ends[token]) - 1]
    switch (first, last) {
    case (0xC2, 0xAB), (0xE2, 0xB9): shape = .guillemetLeft
    case (0xC2, 0xBB), (0xE2, 0xBA): shape = .guillemetRight
    case (0xE2, 0x9E), (0xE2, 0x9A): shape = .low
    case (0xE2, 0x9C), (0xE2, 0x98), (0xE2, 0x9F), (0xE2, 0x9B): shape = .highLeft
    case (0xE2, 0x9D), (0xE2, 0x99): shape = .highRight
    default: shape = .straight
    }
    let flags = tokens.flags[token]
    spaceBefore = flags.contains(.spaceBefore)
    spaceAfter = flags.contains(.spaceAfter)
    wordBefore = token > 0 && !spaceBefore && tokens.kinds[token - 1] == .word
    if token > 0, !spaceBefore {
      let kind = tokens.kinds[token - 1]
      if kind == .openBracket || kind == .dash || kind == .slash || kind == .symbol {
        spaceBefore = true
      }
      // „‚So‘, sagte er“: an inner mark directly behind an outer opening one.
      if kind.isQuote, tokens.flags[token - 1].contains(.spaceBefore) { spaceBefore = true }
    }
  }

  var mayOpen: Bool {
    switch shape {
    case .low: true
    case .highRight: isDouble && spaceBefore && !spaceAfter
    case .highLeft: isDouble ? !spaceAfter : spaceBefore && !spaceAfter
    case .straight: spaceBefore && !spaceAfter
    case .guillemetLeft, .guillemetRight: !spaceAfter && (spaceBefore || !wordBefore)
    }
  }

  var mayClose: Bool {
    switch shape {
    case .low: false
    case .straight: !spaceBefore
    case .highLeft, .highRight: !spaceBefore || spaceAfter
    case .guillemetLeft, .guillemetRight: !spaceBefore || spaceAfter
    }
  }

  /// Whether a mark of this kind, as an opening one, is closed by another.
  func isClosed(by other: Mark) -> Bool {
    guard isDouble == other.isDouble else { return false }
    switch shape {
    case .low:
      return other.shape == .highLeft || other.shape == .highRight || other.shape == .straight
    case .highLeft:
      return other.shape == .highRight || other.shape == .highLeft || other.shape == .straight
    case .highRight: return other.shape == .highRight || other.shape == .straight
    case .straight:
      return other.shape == .straight || other.shape == .highLeft || other.shape == .highRight
    case .guillemetLeft: return other.shape == .guillemetRight
    case .guillemetRight: return other.shape == .guillemetLeft
    }
  }
}

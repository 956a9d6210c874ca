import GermanLanguage
import TextModel

/// A pair of quotation marks and the tokens between them.
public struct MarkPair: Sendable, Equatable {
  /// From the opening mark to the closing one, both included.
  public var tokens: Range<Int>
}

/// Pairs quotation marks inside each block: the next mark closes an open one. Pairs of more than 400
/// tokens are none.
func markPairs(_ tokens: TokenBuffer) -> [MarkPair] {
  var pairs: [MarkPair] = []
  var open: Int?
  for index in 0..<tokens.count {
    if tokens.flags[index].contains(.firstOfBlock) { open = nil }
    guard tokens.kinds[index] == .doubleQuote else { continue }
    if let begin = open, index - begin < 400 {
      pairs.append(MarkPair(tokens: begin..<index + 1))
      open = nil
    } else {
      open = index
    }
  }
  return pairs
}

/// Features for the question whether a pair of marks holds a Direct quote.
struct MarkFeatures {
  let tokens: TokenBuffer
  let view: TokenView
  let tags: [Tag]
  let hints: [TokenHint]

  func keys(_ pair: MarkPair) -> [UInt32] {
    var keys: [UInt32] = []
    var template: UInt32 = 900
    func add(_ a: UInt32, _ b: UInt32 = 0) {
      template += 1
      keys.append(mix(template, a, b))
    }
    let begin = pair.tokens.lowerBound
    let end = pair.tokens.upperBound
    let length = pair.tokens.count - 2
    let bucket = UInt32(length <= 8 ? length : length <= 14 ? 9 : length <= 24 ? 10 : 11)
    var counts = [Int](repeating: 0, count: 6)
    for index in pair.tokens { counts[Self.group(tags[index])] += 1 }
    let inside = UInt32(counts.indices.max { counts[$0] < counts[$1] } ?? 0)
    let before = begin > 0 ? UInt32(Self.group(tags[begin - 1])) : 9
    let after = end < tags.count ? UInt32(Self.group(tags[end])) : 9
    func part(_ index: Int) -> UInt32 {
      index >= 0 && index < view.count ? view.part[index] : 3
    }
    func word(_ index: Int) -> UInt32 {
      index >= 0 && index < view.count ? view.word[index] : 3
    }
    var finite: UInt32 = 0
    var capitals = 0
    var words = 0
    for index in begin + 1..<max(end - 1, begin + 1) where tokens.kinds[index] == .word {
      words += 1
      if tokens.flags[index].contains(.capitalised) { capitals += 1 }
      if !tokens.classes[index].isDisjoint(with: [.finite, .auxiliary, .modal]) { finite = 1 }
    }
    let capitalBegin: UInt32 = tokens.flags[begin + 1].contains(.capitalised) ? 1 : 0
    let allCapitals: UInt32 = capitals == words ? 1 : 0
    let stop: UInt32 = tokens.kinds[end - 2].isTerminator ? 1 : 0
    let clause = view.clauses[Int(view.clause[begin])]
    add(0)
    add(bucket)
    add(inside, bucket)
    add(inside, before)
    add(inside, after)
    add(mix(1, inside, before), after)
    add(mix(2, before, after), bucket)
    add(finite, bucket)
    add(mix(3, capitalBegin, allCapitals), bucket)
    add(mix(4, capitalBegin, finite), inside)
    add(stop, bucket)
    add(word(begin + 1))
    add(word(begin - 1))
    add(word(end))
    add(part(begin - 1))
    add(part(end))
    add(part(begin - 1), bucket)
    add(part(end), bucket)
    add(part(begin + 1), bucket)
    add(part(begin - 1), part(begin + 1))
    add(part(begin - 2), part(begin - 1))
    add(word(begin - 2))
    add(part(end - 2), part(end))
    add(length == 1 ? word(begin + 1) : 3)
    add(view.ending[end - 2])
    add(clause.kind, inside)
    add(clause.verb, bucket > 3 ? 1 : 0)
    if !hints.isEmpty {
      let hint = UInt32(hints[begin].tag.rawValue)
      add(hint, bucket)
      add(hint, inside)
      add(hints[begin].inDirect ? 1 : 0)
      add(hints[begin].inDirect ? 1 : 0, bucket)
      add(hints[begin].inDirect ? 1 : 0, inside)
      add(hints[begin].inDirect ? UInt32(hints[begin].directRule) : 0)
    }
    return keys
  }

  /// Tags by what they mean for a pair of marks.
  static func group(_ tag: Tag) -> Int {
    switch tag {
    case .outside: 0
    case .frame, .cue, .speaker: 1
    case .indirectBegin, .indirect, .indirectAgain: 2
    case .reportedBegin, .reported, .reportedBeginSpeaker, .reportedSpeaker: 3
    case .freeBegin, .free, .konjunktivBegin, .konjunktiv: 4
    case .direct: 5
    }
  }
}

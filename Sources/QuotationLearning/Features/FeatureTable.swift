import GermanLanguage

/// The feature keys of all tokens, one row of `width` keys a token, and what decides between tags of
/// neighbours: the kind of the step from the token before.
public struct FeatureTable: Sendable {
  public let count: Int
  public private(set) var width: Int
  public private(set) var keys: [UInt32]
  /// For every token the kind of the step to it.
  public private(set) var steps: [StepKind]

  init(count: Int, width: Int, keys: [UInt32], steps: [StepKind]) {
    self.count = count
    self.width = width
    self.keys = keys
    self.steps = steps
  }

  init(_ view: TokenView, hints: [TokenHint]) {
    count = view.count
    var writer = FeatureWriter(view, hints)
    keys = []
    steps = StepKind.kinds(view.tokens)
    width = 0
    writer.reserve(view.count * 130)
    for index in 0..<count {
      writer.write(index)
      if index == 0 {
        width = writer.keys.count
        keys.reserveCapacity(width * count)
      }
    }
    keys = writer.keys
  }
}

/// The kind of the step from one token to the next; each has its own table of transitions.
public enum StepKind: UInt8, CaseIterable, Sendable {
  case inside, afterComma, afterColon, atQuote, beforeStop, newSentence, newBlock

  static func kinds(_ tokens: TokenBuffer) -> [StepKind] {
    (0..<tokens.count).map { StepKind(tokens, $0) }
  }

  init(_ tokens: TokenBuffer, _ index: Int) {
    let flags = tokens.flags[index]
    if flags.contains(.firstOfBlock) {
      self = .newBlock
    } else if flags.contains(.firstOfSentence) {
      self = .newSentence
    } else if tokens.kinds[index].isTerminator {
      self = .beforeStop
    } else if tokens.kinds[index - 1] == .comma {
      self = .afterComma
    } else if tokens.kinds[index - 1] == .colon {
      self = .afterColon
    } else if tokens.kinds[index].isQuote || tokens.kinds[index - 1].isQuote {
      self = .atQuote
    } else {
      self = .inside
    }
  }
}

/// Writes the features of one token after the other.
struct FeatureWriter {
  private let view: TokenView
  private let hints: [TokenHint]
  private(set) var keys: [UInt32] = []
  private var template: UInt32 = 0

  init(_ view: TokenView, _ hints: [TokenHint]) {
    self.view = view
    self.hints = hints
  }

  mutating func reserve(_ count: Int) { keys.reserveCapacity(count) }

  /// Forgets what was written, keeping the memory.
  mutating func clear() { keys.removeAll(keepingCapacity: true) }

  @inline(__always)
  private mutating func add(_ a: UInt32, _ b: UInt32 = 0) {
    template &+= 1
    keys.append(mix(template, a, b))
  }

  @inline(__always)
  private func at(_ values: [UInt32], _ index: Int) -> UInt32 {
    index >= 0 && index < values.count ? values[index] : 3
  }

  mutating func write(_ i: Int) {
    template = 0
    let w = (at(view.word, i - 2), at(view.word, i - 1), view.word[i], at(view.word, i + 1))
    let w2 = at(view.word, i + 2)
    let p = (at(view.part, i - 2), at(view.part, i - 1), view.part[i], at(view.part, i + 1))
    let p2 = at(view.part, i + 2)
    add(0)
    add(w.0)
    add(w.1)
    add(w.2)
    add(w.3)
    add(w2)
    add(p.0)
    add(p.1)
    add(p.2)
    add(p.3)
    add(p2)
    add(w.1, w.2)
    add(w.2, w.3)
    add(p.1, p.2)
    add(p.2, p.3)
    add(mix(1, p.1, p.2), p.3)
    add(mix(1, p.0, p.1), p.2)
    add(mix(1, p.2, p.3), p2)
    add(w.1, p.2)
    add(p.1, w.2)
    add(w.2, p.3)
    add(view.ending[i])
    add(at(view.ending, i - 1))
    add(at(view.ending, i + 1))
    add(view.ending[i], p.1)
    writeClause(i, w.2, p.2)
    writeSentence(i, w.2, p.2)
    writeMarks(i, p.2)
    writeHints(i, w.2, p.2)
  }

  /// Where the token stands in its clause, and what this clause and its neighbours are.
  private mutating func writeClause(_ i: Int, _ w: UInt32, _ p: UInt32) {
    let number = Int(view.clause[i])
    let all = view.clausesOfSentence[Int(view.sentence[i])]
    let clause = view.clauses[number]
    let before = number > all.lowerBound ? view.clauses[number - 1] : ClauseView(tokens: 0..<0)
    let after = number + 1 < all.upperBound ? view.clauses[number + 1] : ClauseView(tokens: 0..<0)
    let place =
      UInt32(min(i - clause.tokens.lowerBound, 3))
      | UInt32(min(clause.tokens.upperBound - 1 - i, 2)) << 4
    add(clause.kind, place)
    add(clause.kind, before.kind)
    add(clause.kind, after.kind)
    add(mix(1, before.kind, clause.kind), after.kind)
    add(before.kind, place)
    add(after.kind, place)
    add(clause.first, place & 3)
    add(clause.first, before.verb)
    add(clause.first, before.kind)
    add(clause.verb)
    add(before.verb)
    add(after.verb)
    add(clause.finite)
    add(clause.finite, before.verb)
    add(p, clause.kind)
    add(clause.verb, before.kind)
    add(w, clause.kind & 0b101_1000)
    add(before.first, clause.first)
    add(place, p)
    add(clause.predicate)
    add(before.predicate)
    add(after.predicate)
    add(clause.predicate, place)
    add(clause.predicate, before.predicate)
    add(before.predicate, clause.kind)
    add(after.predicate, clause.kind)
    add(clause.predicate, clause.subject)
    add(clause.subject, clause.kind)
    add(before.subject, before.kind)
    add(view.lemma[i], p)
    add(at(view.lemma, i - 1))
    add(at(view.lemma, i + 1))
    add(view.meaning[i], place)
    add(view.meaning[i], at(view.meaning, i - 1))
    add(view.meaning[i], at(view.lemma, i + 1))
  }

  /// What the whole sentence holds, and on which side of the token; the sentence before and after.
  private mutating func writeSentence(_ i: Int, _ w: UInt32, _ p: UInt32) {
    let number = Int(view.sentence[i])
    let range = view.tokens.sentences[number]
    var left: UInt32 = 0
    var right: UInt32 = 0
    let clauses = view.clausesOfSentence[number]
    let own = Int(view.clause[i])
    var traitsLeft: ClauseTraits = []
    var traitsRight: ClauseTraits = []
    for clause in clauses {
      if clause < own {
        traitsLeft.formUnion(view.clauses[clause].traits)
        if view.clauses[clause].verb != 0 { left = view.clauses[clause].verb }
      } else if clause > own {
        traitsRight.formUnion(view.clauses[clause].traits)
        if right == 0 { right = view.clauses[clause].verb }
      }
    }
    let traits = view.clauses[own].traits
    let mask: UInt32 = 0b1100_1101_1111
    add(left, right)
    add(traitsLeft.rawValue & mask, traitsRight.rawValue & mask)
    add(
      mix(1, traitsLeft.rawValue & mask, traitsRight.rawValue & mask), traits.rawValue & mask)
    add(summary(number - 1), traits.union(traitsLeft).union(traitsRight).rawValue & mask)
    add(summary(number - 1), summary(number))
    add(summary(number), summary(number + 1))
    add(summary(number - 2), summary(number - 1))
    let first = range.lowerBound
    add(view.word[first], UInt32(min(i - first, 5)))
    add(view.part[first], at(view.part, first + 1))
    add(at(view.word, first + 1))
    let main = mainClause(number)
    add(main.predicate)
    add(main.predicate, UInt32(min(i - first, 2)))
    add(main.predicate, main.subject)
    add(main.predicate, main.kind)
    add(main.subject, main.kind)
    let previous = number > 0 ? mainClause(number - 1) : ClauseView(tokens: 0..<0)
    add(previous.predicate, UInt32(min(i - first, 1)))
    add(previous.predicate, traits.union(traitsLeft).union(traitsRight).rawValue & 7)
    add(UInt32(min(i - first, 6)), UInt32(min(range.upperBound - 1 - i, 4)))
    add(UInt32(min(range.count, 40) / 4), UInt32(clauses.count))
    add(view.tokens.flags[i].contains(.firstOfBlock) ? 1 : 0, summary(number))
    add(at(view.word, range.upperBound - 1), at(view.word, range.upperBound - 2))
  }

  /// The first clause with a finite verb that is not subordinate.
  private func mainClause(_ sentence: Int) -> ClauseView {
    var found: ClauseView?
    for clause in view.clausesOfSentence[sentence] {
      let one = view.clauses[clause]
      if found == nil { found = one }
      if one.finite != 0, one.traits.isDisjoint(with: [.subordinate, .relative, .interrogative]) {
        return one
      }
    }
    return found ?? ClauseView(tokens: 0..<0)
  }

  /// A sentence's traits as a small code; 1 beyond the text.
  private func summary(_ sentence: Int) -> UInt32 {
    guard sentence >= 0, sentence < view.clausesOfSentence.count else { return 1 }
    var traits: ClauseTraits = []
    for clause in view.clausesOfSentence[sentence] { traits.formUnion(view.clauses[clause].traits) }
    return (traits.rawValue & 0b1100_0001_1111) << 1
  }

  private mutating func writeMarks(_ i: Int, _ p: UInt32) {
    let since = view.sinceOpening[i]
    let until = view.untilClosing[i]
    let length = since + until
    add(UInt32(min(since, 3)), UInt32(min(until, 3)))
    add(since > 0 ? 1 : 0, UInt32(min(length, 12)))
    let near = max(since, 0) > 0
    add(near ? 1 : 0, p)
    let before = i > 0 ? view.untilClosing[i - 1] : 0
    let after = i + 1 < view.count ? view.sinceOpening[i + 1] : 0
    add(UInt32(min(before, 2)), UInt32(min(after, 2)))
  }

  private mutating func writeHints(_ i: Int, _ w: UInt32, _ p: UInt32) {
    guard !hints.isEmpty else { return }
    let hint = hints[i]
    let before = i > 0 ? hints[i - 1] : .none
    let after = i + 1 < hints.count ? hints[i + 1] : .none
    let tag = UInt32(hint.tag.rawValue)
    add(tag)
    add(tag, UInt32(before.tag.rawValue))
    add(tag, UInt32(after.tag.rawValue))
    add(tag, UInt32(hint.rule))
    add(tag, w)
    add(tag, p)
    add(mix(1, tag, UInt32(before.tag.rawValue)), UInt32(hint.rule))
    add(tag, view.clauses[Int(view.clause[i])].kind)
  }
}

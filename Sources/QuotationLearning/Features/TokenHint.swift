import TextModel

/// What the rules say of a token: the learned part corrects them rather than starting from nothing.
public struct TokenHint: Sendable, Equatable {
  /// The tag that follows from the rules' statements.
  public var tag: Tag = .outside
  /// A number that stands for the rule, 0 for none.
  public var rule: UInt16 = 0
  /// Whether it lies in a Direct quote, and the number of the rule that found it.
  public var inDirect = false
  public var directRule: UInt16 = 0
  /// Whether it lies in the speaker of a statement.
  public var speaks = false

  static let none = TokenHint()

  /// The hints of the rules' statements for the tokens of an article.
  ///
  /// Hosts win over what is nested in them, quotes over frames.
  public static func hints(_ statements: [TaggedStatement], count: Int) -> [TokenHint] {
    var hints = [TokenHint](repeating: .none, count: count)
    for statement in statements where statement.type != .direct {
      guard
        statement.quote.allSatisfy({ $0.allSatisfy { !hints[$0].tag.isQuote } })
      else { continue }
      let rule = number(of: statement.rule)
      for (part, range) in statement.quote.enumerated() {
        for token in range {
          hints[token].tag = inner(statement.type)
          hints[token].rule = rule
        }
        if let first = range.first {
          hints[first].tag =
            part > 0 && statement.type == .indirect ? .indirectAgain : begin(statement.type)
        }
      }
    }
    for statement in statements where statement.type == .direct {
      let rule = number(of: statement.rule)
      for token in statement.quote.joined() {
        hints[token].inDirect = true
        hints[token].directRule = rule
        if !hints[token].tag.isQuote {
          hints[token].tag = .direct
          hints[token].rule = rule
        }
      }
    }
    for statement in statements {
      let rule = number(of: statement.rule)
      for (ranges, tag) in [
        (statement.frame, Tag.frame), (statement.speaker, .speaker), (statement.cue, .cue),
      ] {
        for token in ranges.joined() {
          if tag == .speaker { hints[token].speaks = true }
          guard !hints[token].tag.isQuote else { continue }
          if tag == .frame || hints[token].tag != .outside {
            hints[token].tag = tag
            hints[token].rule = rule
          }
        }
      }
    }
    return hints
  }

  private static func begin(_ type: ReportedSpeech) -> Tag {
    switch type {
    case .direct: .direct
    case .indirect: .indirectBegin
    case .reported: .reportedBegin
    case .freeIndirect: .freeBegin
    case .indirectFreeIndirect: .konjunktivBegin
    }
  }

  private static func inner(_ type: ReportedSpeech) -> Tag {
    switch type {
    case .direct: .direct
    case .indirect: .indirect
    case .reported: .reported
    case .freeIndirect: .free
    case .indirectFreeIndirect: .konjunktiv
    }
  }

  /// A number for a rule's name, the same in every run.
  private static func number(of rule: String) -> UInt16 {
    var hash: UInt32 = 2_166_136_261
    for byte in rule.utf8 { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    return UInt16(truncatingIfNeeded: hash ^ (hash >> 16)) | 1
  }
}

import GermanLanguage
import TextModel

/// Reads statements off a sequence of tags.
public struct StatementAssembly {
  let tokens: TokenBuffer
  let tags: [Tag]

  public init(_ tokens: TokenBuffer, _ tags: [Tag]) {
    self.tokens = tokens
    self.tags = tags
  }

  /// Statements in text order, frames still open.
  func quotes() -> [TaggedStatement] {
    var found: [TaggedStatement] = []
    var index = 0
    while index < tags.count {
      guard let type = type(tags[index]) else {
        index += 1
        continue
      }
      let begin = index
      index += 1
      if type == .direct {
        while index < tags.count, tags[index] == .direct,
          !tokens.flags[index].contains(.firstOfBlock)
        {
          index += 1
        }
      } else {
        while index < tags.count, self.type(tags[index]) == type, !tags[index].beginsSpan {
          index += 1
        }
      }
      if tags[begin] == .indirectAgain, let last = found.lastIndex(where: { $0.type == .indirect }),
        let end = found[last].quote.last?.upperBound,
        tokens.sentence(of: begin) - tokens.sentence(of: end - 1) <= 0
      {
        found[last].quote.append(begin..<index)
        continue
      }
      var statement = TaggedStatement(type: type, quote: [begin..<index])
      if type == .reported {
        statement.speaker = runs(in: begin..<index) {
          $0 == .reportedSpeaker || $0 == .reportedBeginSpeaker
        }
      }
      found.append(statement)
    }
    return found
  }

  private func type(_ tag: Tag) -> ReportedSpeech? {
    switch tag {
    case .outside, .frame, .cue, .speaker: nil
    case .indirectBegin, .indirect, .indirectAgain: .indirect
    case .reportedBegin, .reported, .reportedBeginSpeaker, .reportedSpeaker: .reported
    case .freeBegin, .free: .freeIndirect
    case .konjunktivBegin, .konjunktiv: .indirectFreeIndirect
    case .direct: .direct
    }
  }

  private func runs(in range: Range<Int>, where holds: (Tag) -> Bool) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var index = range.lowerBound
    while index < range.upperBound {
      guard holds(tags[index]) else {
        index += 1
        continue
      }
      let begin = index
      while index < range.upperBound, holds(tags[index]) { index += 1 }
      runs.append(begin..<index)
    }
    return runs
  }
}

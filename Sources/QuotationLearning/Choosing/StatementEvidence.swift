import GermanLanguage
import Glibc
import TextModel

/// What speaks for a statement: how sure the tagger, the marks and the choice of speaker were, and
/// whether the rules agree.
struct StatementEvidence {
  private let tokens: TokenBuffer
  private let marginals: Marginals?
  private let rules: [TaggedStatement]

  init(_ reading: StatementReading, chain: ChainWeights, rules: [TaggedStatement]) {
    tokens = reading.tokens
    self.rules = rules
    marginals =
      reading.statements.isEmpty && rules.isEmpty
      ? nil : Marginals(reading.emissions, steps: reading.steps, moves: chain.moves)
  }

  /// Says which rule or part of the model made the statement, and from which of the rules' it comes.
  func name(_ statement: inout TaggedStatement) {
    var best: (number: Int, common: Int)?
    for (number, rule) in rules.enumerated()
    where (rule.type == .direct) == (statement.type == .direct) {
      let common = Self.common(rule.quote, statement.quote)
      if common > best?.common ?? 0 { best = (number, common) }
    }
    guard let best else {
      statement.rule =
        switch statement.type {
        case .direct: "model.quotation-marks"
        case .indirect: "model.indirect"
        case .reported: "model.reported"
        case .freeIndirect: "model.soll"
        case .indirectFreeIndirect: "model.konjunktiv"
        }
      return
    }
    statement.source = best.number
    let rule = rules[best.number]
    if rule.quote != statement.quote || rule.type != statement.type {
      statement.rule = "model.bounds:" + rule.rule
    } else if rule.speaker != statement.speaker || rule.frame != statement.frame {
      statement.rule = "model.roles:" + rule.rule
    } else {
      statement.rule = rule.rule
    }
  }

  /// Statements of the rules that meet none of the model's, but that it finds not unlikely: two
  /// readers see more than one.
  func keptRules(
    besides found: [TaggedStatement], threshold: Float, score: ([UInt32]) -> Float,
    _ reading: StatementReading
  ) -> [TaggedStatement] {
    var kept: [TaggedStatement] = []
    for (number, rule) in rules.enumerated() {
      let isDirect = rule.type == .direct
      let meets = found.contains {
        ($0.type == .direct) == isDirect && Self.common($0.quote, rule.quote) > 0
      }
      if meets { continue }
      var statement = rule
      statement.host = nil
      statement.source = number
      if isDirect {
        guard let first = rule.quote.first, first.count > 2 else { continue }
        statement.markScore = score(reading.markKeys(MarkPair(tokens: first)))
        guard sigmoid(statement.markScore) >= threshold else { continue }
      } else if rendered(rule) < threshold {
        continue
      }
      statement.speakerProbability = 0.6
      statement.isKept = true
      kept.append(statement)
    }
    return kept
  }

  /// Mean probability of the quote's tokens to be rendered speech of any type.
  private func rendered(_ statement: TaggedStatement) -> Float {
    guard let marginals else { return 0 }
    var sum: Float = 0
    var count: Float = 0
    for token in statement.quote.joined() {
      for tag in Tag.allCases where tag.isQuote && tag != .direct {
        sum += marginals.tokens[token][Int(tag.rawValue)]
      }
      count += 1
    }
    return sum / max(count, 1)
  }

  /// Features for the odds that the statement is right.
  func keys(_ statement: TaggedStatement) -> [UInt32] {
    var keys: [UInt32] = []
    var template: UInt32 = 3000
    func add(_ a: UInt32, _ b: UInt32 = 0) {
      template += 1
      keys.append(mix(template, a, b))
    }
    let type = UInt32(ReportedSpeech.allCases.firstIndex(of: statement.type) ?? 0)
    let nested: UInt32 = statement.host == nil ? 0 : 1
    var agreement: UInt32 = 0
    if let source = statement.source, !statement.isKept {
      let rule = rules[source]
      agreement = 1
      if rule.quote == statement.quote {
        agreement = rule.type == statement.type ? 3 : 2
        if agreement == 3, rule.speaker == statement.speaker { agreement = 4 }
      } else if rule.type == statement.type, rule.speaker == statement.speaker {
        agreement = 5
      }
    }
    let sure = statement.type == .direct ? sigmoid(statement.markScore) : certainty(statement)
    let speaker = statement.speaker.isEmpty ? 0 : UInt32(1)
    add(0)
    add(type, nested)
    add(bin(sure), type)
    add(bin(sure), agreement)
    add(bin(sure))
    add(bin(statement.speakerProbability))
    add(bin(statement.speakerProbability), type)
    add(bin(statement.speakerProbability), agreement)
    add(agreement, type)
    add(speaker, type)
    add(bin(sure * statement.speakerProbability))
    add(bin(sure * statement.speakerProbability), type)
    add(statement.frame.isEmpty ? 0 : 1, type)
    add(statement.cue.isEmpty ? 0 : 1, type)
    if let first = statement.speaker.first, first.count == 1,
      tokens.classes[first.lowerBound].contains(.pronoun)
    {
      add(1, type)
    }
    return keys
  }

  /// Mean probability of the tags of the statement's own type, and of its limits.
  private func certainty(_ statement: TaggedStatement) -> Float {
    guard let marginals else { return 0 }
    let group = Self.group(statement.type)
    var sum: Float = 0
    var count: Float = 0
    for token in statement.quote.joined() {
      for tag in group { sum += marginals.tokens[token][Int(tag.rawValue)] }
      count += 1
    }
    return sum / max(count, 1)
  }

  private static func group(_ type: ReportedSpeech) -> [Tag] {
    switch type {
    case .direct: [.direct]
    case .indirect: [.indirectBegin, .indirect, .indirectAgain]
    case .reported: [.reportedBegin, .reported, .reportedBeginSpeaker, .reportedSpeaker]
    case .freeIndirect: [.freeBegin, .free]
    case .indirectFreeIndirect: [.konjunktivBegin, .konjunktiv]
    }
  }

  private func sigmoid(_ value: Float) -> Float { 1 / (1 + expf(-value)) }

  /// Probabilities in steps that are finer towards 1.
  private func bin(_ probability: Float) -> UInt32 {
    let limits: [Float] = [0.2, 0.35, 0.5, 0.6, 0.7, 0.8, 0.87, 0.92, 0.96, 0.985, 0.995]
    return UInt32(limits.firstIndex { probability < $0 } ?? limits.count)
  }

  static func common(_ a: [Range<Int>], _ b: [Range<Int>]) -> Int {
    var count = 0
    for first in a {
      for second in b where first.overlaps(second) { count += first.clamped(to: second).count }
    }
    return count
  }
}

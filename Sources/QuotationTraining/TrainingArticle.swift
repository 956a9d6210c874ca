import Evaluation
import GermanLanguage
import QuotationLearning
import Quotations
import TextModel

/// A gold article made ready for training: our tokens, their features, and the tags they should get.
struct TrainingArticle {
  var gold: GoldDocument
  var tokens: TokenBuffer
  var features: FeatureTable
  var tags: [Tag]
  /// What the rules alone find.
  var rules: [TaggedStatement]
  var ruleStatements: [Statement]
}

extension TrainingArticle {
  var sequence: ChainTrainer.Sequence { .init(features: features, tags: tags) }

  init(_ gold: GoldDocument, finder: StatementFinder, extractor: FeatureExtractor) {
    self.gold = gold
    let reading = finder.reading(of: bodyArticle(gold))
    let tokens = reading.tokens
    self.tokens = tokens
    let found = reading.statements.map { statement in
      func ours(_ spans: [TextSpan]) -> [Range<Int>] { spans.map(tokens.tokens(in:)) }
      var tagged = TaggedStatement(type: statement.type, quote: ours(statement.quote))
      tagged.speaker = ours(statement.speaker)
      tagged.cue = ours(statement.cue)
      tagged.frame = ours(statement.frame)
      tagged.rule = statement.rule
      return tagged
    }
    rules = found
    ruleStatements = reading.statements
    features = extractor.features(
      tokens, text: gold.text, hints: TokenHint.hints(found, count: tokens.count))
    tags = goldTags(gold, tokens)
  }
}

/// The article of a gold document, every line of it prose.
func bodyArticle(_ gold: GoldDocument) -> Article {
  var anatomy = ArticleAnatomy()
  anatomy.blocks = Tokeniser.lines(of: gold.text).map { TextBlock(zone: .body, span: $0) }
  return Article(
    document: gold.document, path: gold.document, text: gold.text, anatomy: anatomy)
}

/// The tags that the gold statements of an article give to our tokens.
///
/// Outer statements win over those inside them; nested Direct quotes get no tag of their own.
func goldTags(_ gold: GoldDocument, _ tokens: TokenBuffer) -> [Tag] {
  var tags = [Tag](repeating: .outside, count: tokens.count)
  func ranges(_ goldRanges: [Range<Int>]) -> [Range<Int>] {
    goldRanges.compactMap { range in
      guard !range.isEmpty else { return nil }
      let span = TextSpan(
        gold.tokens[range.lowerBound].begin, gold.tokens[range.upperBound - 1].end)
      let ours = tokens.tokens(in: span)
      return ours.isEmpty ? nil : ours
    }
  }
  var quoted = [Bool](repeating: false, count: tokens.count)
  let outerFirst = gold.statements.sorted {
    ($0.quote.first?.lowerBound ?? 0, -$0.quote.reduce(0) { $0 + $1.count })
      < ($1.quote.first?.lowerBound ?? 0, -$1.quote.reduce(0) { $0 + $1.count })
  }
  for statement in outerFirst where statement.type != .direct {
    let quote = ranges(statement.quote)
    guard !quote.isEmpty, quote.allSatisfy({ $0.allSatisfy { !quoted[$0] } }) else { continue }
    for (number, range) in quote.enumerated() {
      for token in range {
        quoted[token] = true
        tags[token] = inner(statement.type)
      }
      tags[range.lowerBound] =
        number > 0 && statement.type == .indirect ? .indirectAgain : begin(statement.type)
    }
    if statement.type == .reported {
      for range in ranges(statement.speaker) {
        for token in range where tags[token] == .reported { tags[token] = .reportedSpeaker }
        for token in range where tags[token] == .reportedBegin {
          tags[token] = .reportedBeginSpeaker
        }
      }
    }
  }
  for statement in outerFirst where statement.type == .direct {
    for range in ranges(statement.quote) where range.allSatisfy({ !quoted[$0] }) {
      for token in range {
        quoted[token] = true
        tags[token] = .direct
      }
    }
  }
  for statement in outerFirst where !statement.frame.isEmpty {
    for (part, tag) in [
      (statement.frame, Tag.frame), (statement.speaker, .speaker), (statement.cue, .cue),
    ] {
      for range in ranges(part) {
        for token in range where !quoted[token] {
          // A speaker far from its frame is found later, not by its tag.
          if tag == .frame || tags[token] != .outside { tags[token] = tag }
        }
      }
    }
  }
  return tags
}

private func begin(_ type: ReportedSpeech) -> Tag {
  switch type {
  case .direct: .direct
  case .indirect: .indirectBegin
  case .reported: .reportedBegin
  case .freeIndirect: .freeBegin
  case .indirectFreeIndirect: .konjunktivBegin
  }
}

private func inner(_ type: ReportedSpeech) -> Tag {
  switch type {
  case .direct: .direct
  case .indirect: .indirect
  case .reported: .reported
  case .freeIndirect: .free
  case .indirectFreeIndirect: .konjunktiv
  }
}

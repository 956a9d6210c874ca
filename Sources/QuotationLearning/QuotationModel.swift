import GermanLanguage
import Glibc
import TextModel

/// The learned part of quotation attribution: a tagger over tokens, a decision on each pair of
/// quotation marks, and a choice of speakers.
public struct QuotationModel: Sendable {
  public var chain: ChainWeights
  public var marks: ChoiceWeights
  public var roles: ChainWeights
  public var speakers: ChoiceWeights
  /// From the evidence for a statement to the odds that it is right.
  public var confidence = ChoiceWeights([], buckets: 1)
  public let extractor: FeatureExtractor
  /// A statement of the rules that the tags do not show is kept from this probability on.
  public var patience: Float = 0
  /// Statements less probable than this are dropped.
  public var doubt: Float = 0.1
  /// Taken from the score of tokens outside any statement; above 0 more statements are found.
  public var boldness: Float = 0

  public init(
    chain: ChainWeights, marks: ChoiceWeights, roles: ChainWeights, speakers: ChoiceWeights,
    extractor: FeatureExtractor
  ) {
    self.chain = chain
    self.marks = marks
    self.roles = roles
    self.speakers = speakers
    self.extractor = extractor
  }

  /// The statements of an article, in text order, each with the rule or part of the model that made it.
  ///
  /// - Parameter rules: what the rules found in the same tokens.
  public func statements(_ tokens: TokenBuffer, text: SourceText, rules: [TaggedStatement])
    -> [TaggedStatement]
  {
    guard tokens.count > 0 else { return [] }
    var reading = StatementReading(
      tokens, text: text, rules: rules, chain: chain, boldness: boldness, extractor: extractor)
    for pair in reading.pairs {
      let score = marks.score(reading.markKeys(pair))
      if score > 0 { reading.accept(pair, score: score) }
    }
    reading.finish()
    for number in reading.statements.indices where reading.takesRoles(number) {
      let table = reading.roleFeatures(number)
      reading.setRoles(
        number,
        bestTags(roles.emissions(table), steps: table.steps, transitions: roles.transitions))
    }
    for number in reading.statements.indices where reading.takesRoles(number) {
      reading.chooseSpeaker(number, speakers)
    }
    reading.followRules(rules)
    reading.copyToNested()
    let evidence = StatementEvidence(reading, chain: chain, rules: rules)
    reading.statements += evidence.keptRules(
      besides: reading.statements, threshold: patience, score: { marks.score($0) }, reading)
    reading.sortStatements()
    for number in reading.statements.indices {
      evidence.name(&reading.statements[number])
      let keys = evidence.keys(reading.statements[number])
      reading.statements[number].evidence = keys
      reading.statements[number].confidence = 1 / (1 + exp(-confidence.score(keys)))
    }
    reading.dropStatements { $0.confidence < doubt }
    return reading.statements
  }
}

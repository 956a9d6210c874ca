import Evaluation
import GermanLanguage
import QuotationLearning
import TextModel

/// Trains all parts of the model on annotated articles.
///
/// The later parts see tags as they will be when the program runs: those of taggers trained without
/// the article at hand (cross-fitting).
struct ModelTrainer {
  var chainTrainer = ChainTrainer()
  var roleTrainer = ChainTrainer(decay: 0.01)
  var choiceTrainer = ChoiceTrainer()
  var roleBuckets = 1 << 13
  var chainBuckets = 1 << 14
  var choiceBuckets = 1 << 12
  /// Articles are divided into so many parts for cross-fitting.
  var folds = 3
  var confidenceFolds = 3
  var confidenceTrainer = ChoiceTrainer(epochs: 24, rate: 0.05, decay: 0)
  var boldness: Float = 0
  let extractor: FeatureExtractor

  /// Changes a setting by its name on the command line; others are ignored.
  mutating func set(_ name: String, _ value: Float) {
    switch name {
    case "epochs": chainTrainer.epochs = Int(value)
    case "rate": chainTrainer.rate = value
    case "decay": chainTrainer.decay = value
    case "minimum": chainTrainer.minimumCount = Int(value)
    case "roleEpochs": roleTrainer.epochs = Int(value)
    case "roleDecay": roleTrainer.decay = value
    case "choiceEpochs": choiceTrainer.epochs = Int(value)
    case "choiceRate": choiceTrainer.rate = value
    case "choiceDecay": choiceTrainer.decay = value
    case "bold": boldness = value
    case "buckets": chainBuckets = Int(value)
    case "roleBuckets": roleBuckets = Int(value)
    default: break
    }
  }

  /// One article read by a tagger that has not seen it.
  private struct Held {
    var reading: StatementReading
    var answers: GoldAnswers
    var sequences: [ChainTrainer.Sequence] = []
  }

  /// Trains the model, then its confidence on articles that a model trained without them has read.
  func trainCalibrated(_ articles: [TrainingArticle], report: (String) -> Void = { _ in })
    -> QuotationModel
  {
    var choices: [Choice] = []
    for fold in 0..<confidenceFolds {
      let others = articles.enumerated().filter { $0.offset % confidenceFolds != fold }
      let model = train(others.map(\.element))
      for (number, article) in articles.enumerated() where number % confidenceFolds == fold {
        choices += confidenceChoices(article, model)
      }
      report("confidence, part \(fold + 1) of \(confidenceFolds): \(choices.count) statements")
    }
    var model = train(articles, report: report)
    model.confidence = confidenceTrainer.train(choices, buckets: 1 << 8)
    return model
  }

  private func confidenceChoices(_ article: TrainingArticle, _ model: QuotationModel) -> [Choice] {
    var model = model
    model.doubt = 0
    let found = model.statements(article.tokens, text: article.gold.text, rules: article.rules)
    let right = judge(found.map { statement($0, article.tokens) }, against: article.gold)
    return zip(found, right).map { Choice(candidates: [$0.evidence, []], right: [$1 ? 0 : 1]) }
  }

  func train(_ articles: [TrainingArticle], report: (String) -> Void = { _ in }) -> QuotationModel {
    var markChoices: [Choice] = []
    var held: [Held] = []
    for fold in 0..<folds {
      let others = articles.enumerated().filter { $0.offset % folds != fold }
      let chain = chainTrainer.train(others.map(\.element.sequence)).packed(buckets: chainBuckets)
      for (number, article) in articles.enumerated() where number % folds == fold {
        var one = Held(
          reading: StatementReading(
            article.tokens, text: article.gold.text, rules: article.rules, chain: chain,
            boldness: boldness, extractor: extractor), answers: GoldAnswers(article))
        for pair in one.reading.pairs {
          let isDirect = one.answers.isDirect(pair.tokens)
          markChoices.append(
            Choice(candidates: [one.reading.markKeys(pair), []], right: [isDirect ? 0 : 1]))
          if isDirect { one.reading.accept(pair) }
        }
        one.reading.finish()
        one.sequences = roleSequences(one.reading, one.answers)
        held.append(one)
      }
    }
    // The speakers' choice sees roles of taggers that have not seen the article either.
    var speakerChoices: [Choice] = []
    for fold in 0..<folds {
      let others = held.enumerated().filter { $0.offset % folds != fold }
      let roles = roleTrainer.train(others.flatMap(\.element.sequences))
        .packed(buckets: roleBuckets, tags: 4)
      for number in held.indices where number % folds == fold {
        speakerChoices += choices(&held[number].reading, held[number].answers, roles)
      }
    }
    report("\(markChoices.count) marks, \(speakerChoices.count) speakers")
    let weights = chainTrainer.train(articles.map(\.sequence)) { report("epoch \($0) loss \($1)") }
    report("features \(weights.keys.count)")
    let roleWeights = roleTrainer.train(held.flatMap(\.sequences))
    report("role features \(roleWeights.keys.count)")
    var model = QuotationModel(
      chain: weights.packed(buckets: chainBuckets),
      marks: choiceTrainer.train(markChoices, buckets: choiceBuckets),
      roles: roleWeights.packed(buckets: roleBuckets, tags: 4),
      speakers: choiceTrainer.train(speakerChoices, buckets: choiceBuckets), extractor: extractor)
    model.boldness = boldness
    return model
  }

  /// The windows of the statements found, with the gold roles, and those of the gold statements.
  private func roleSequences(_ reading: StatementReading, _ answers: GoldAnswers)
    -> [ChainTrainer.Sequence]
  {
    var sequences: [ChainTrainer.Sequence] = []
    for number in reading.statements.indices where reading.takesRoles(number) {
      let statement = reading.statements[number]
      guard let gold = answers.statement(like: statement) else { continue }
      sequences.append(
        .init(
          features: reading.roleFeatures(statement),
          tags: answers.roleTags(gold, reading.roleWindow(statement))))
    }
    for statement in answers.taggedStatements {
      sequences.append(
        .init(
          features: reading.roleFeatures(statement.tagged),
          tags: answers.roleTags(statement.gold, reading.roleWindow(statement.tagged))))
    }
    return sequences
  }

  private func choices(
    _ reading: inout StatementReading, _ answers: GoldAnswers, _ roles: ChainWeights
  ) -> [Choice] {
    for number in reading.statements.indices where reading.takesRoles(number) {
      let table = reading.roleFeatures(number)
      reading.setRoles(
        number, bestTags(roles.emissions(table), steps: table.steps, transitions: roles.transitions)
      )
    }
    var choices: [Choice] = []
    for number in reading.statements.indices where reading.takesRoles(number) {
      guard let gold = answers.statement(like: reading.statements[number]) else { continue }
      let candidates = reading.candidates(number)
      let right = answers.right(candidates.map(\.tokens), gold)
      guard !right.isEmpty else { continue }
      choices.append(Choice(candidates: candidates.map(\.keys), right: right))
      reading.statements[number].speaker = candidates[right[0]].tokens.map { [$0] } ?? []
    }
    return choices
  }
}

/// A statement of the model in text offsets.
func statement(_ tagged: TaggedStatement, _ tokens: TokenBuffer) -> Statement {
  func spans(_ ranges: [Range<Int>]) -> [TextSpan] {
    ranges.filter { !$0.isEmpty }.map { tokens.span($0) }
  }
  return Statement(
    ordinal: 1, zone: .body, type: tagged.type, medium: .speech, quote: spans(tagged.quote),
    speaker: spans(tagged.speaker), cue: spans(tagged.cue), frame: spans(tagged.frame),
    rule: tagged.rule, confidence: Double(tagged.confidence))
}

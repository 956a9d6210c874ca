import GermanLanguage
import StanceAnalysis
import TextModel

/// Learns the weights of signals, words and context from labelled statements.
struct StanceTrainer {
  /// Words found in fewer labelled statements have no weight.
  var minimumCount = 3
  /// L2 of signals and of words: a word must be seen more often before it is believed.
  var signalPull: Float = 3
  var wordPull: Float = 40
  var contextPull: Float = 20
  /// What an unsure label counts.
  var unsureWeight: Float = 1
  var sentenceWeight: Float = 2
  var folds = 8
  /// Words that weigh less for every polarity are left out of the table.
  var leastWordWeight: Float = 0.02

  /// The three tables.
  struct Model {
    var words: [String: Int]
    /// Signals first, then words.
    var weights: [SIMD4<Float>]
    /// Relations by what is said, then the bias.
    var context: [SIMD4<Float>] = []
  }

  private var signalCount: Int { StanceSignal.allCases.count }

  // MARK: The statement alone

  /// Learns from statements alone; `context` of the model stays empty.
  func fitAlone(_ articles: [LabelledArticle]) -> Model {
    var counts: [String: Int] = [:]
    for article in articles {
      for (features, label) in zip(article.features, article.labels) where label != nil {
        for word in features.words { counts[Self.name(word), default: 0] += 1 }
      }
    }
    let names = counts.filter { $0.value >= minimumCount }.keys.sorted()
    var words: [String: Int] = [:]
    for (number, name) in names.enumerated() { words[name] = signalCount + number }
    var model = Model(words: words, weights: [])
    var examples: [SoftmaxRegression.Example] = []
    for article in articles {
      for (position, label) in article.labels.enumerated() {
        guard let label else { continue }
        examples.append(
          .init(
            features: features(article.features[position], model), label: label,
            weight: (article.isSure[position] ? 1 : unsureWeight)
              * (article.source == .sentence ? sentenceWeight : 1)))
      }
    }
    let pulls =
      Array(repeating: signalPull, count: signalCount)
      + Array(repeating: wordPull, count: names.count)
    model.weights = SoftmaxRegression().fit(examples, pulls: pulls)
    return model
  }

  static func name(_ word: (place: StatementPlace, stem: String)) -> String {
    word.place.rawValue + "\t" + word.stem
  }

  private func features(_ statement: StanceFeatures, _ model: Model) -> [(
    number: Int, value: Float
  )] {
    var result: [(number: Int, value: Float)] = []
    for (number, value) in statement.signals.values.enumerated() where value != 0 {
      result.append((number, value))
    }
    for word in statement.words {
      if let number = model.words[Self.name(word)] { result.append((number, 1)) }
    }
    return result
  }

  func scores(_ article: LabelledArticle, _ model: Model) -> [PolarityScores] {
    article.features.map { statement in
      let sums = features(statement, model).reduce(SIMD4<Float>.zero) {
        $0 + $1.value * model.weights[$1.number]
      }
      return PolarityScores(support: sums.x, oppose: sums.y, neutral: sums.z)
    }
  }

  // MARK: With its kin

  /// Numbers of the context's vectors, and a one for the bias.
  static func contextFeatures(_ article: LabelledArticle, _ scores: [PolarityScores])
    -> [[(number: Int, value: Float)]]
  {
    let told = StatementKin(article.statements).context(scores)
    let width = StatementKin.Relation.allCases.count
    return scores.indices.map { position in
      var result: [(number: Int, value: Float)] = [(width * 3, 1)]
      for relation in 0..<width {
        let logs = told[position * width + relation]
        for said in 0..<3 where logs[said] != 0 { result.append((relation * 3 + said, logs[said])) }
      }
      return result
    }
  }

  func fitContext(_ articles: [(LabelledArticle, [PolarityScores])]) -> [SIMD4<Float>] {
    var examples: [SoftmaxRegression.Example] = []
    for (article, scores) in articles where article.source == .article {
      let features = Self.contextFeatures(article, scores)
      for (position, label) in article.labels.enumerated() {
        guard let label else { continue }
        examples.append(
          .init(
            features: features[position], label: label,
            weight: article.isSure[position] ? 1 : unsureWeight))
      }
    }
    let count = StatementKin.Relation.allCases.count * 3 + 1
    return SoftmaxRegression().fit(examples, pulls: Array(repeating: contextPull, count: count))
  }

  // MARK: All of it

  /// Learns everything, and says what it is worth on articles that a part was not learned from.
  ///
  /// The context is learned from scores of statements that the model of their part has not seen, since
  /// later they will not have been seen either.
  func train(_ articles: [LabelledArticle]) -> (model: Model, report: StanceReport) {
    let parts = partition(articles)
    var unseen: [[PolarityScores]] = Array(repeating: [], count: articles.count)
    for part in 0..<folds {
      let model = fitAlone(articles.indices.filter { parts[$0] != part }.map { articles[$0] })
      for index in articles.indices where parts[index] == part {
        unseen[index] = scores(articles[index], model)
      }
    }
    var report = StanceReport()
    for part in 0..<folds {
      let others = articles.indices.filter { parts[$0] != part }
      let context = fitContext(others.map { (articles[$0], unseen[$0]) })
      for index in articles.indices where parts[index] == part {
        let features = Self.contextFeatures(articles[index], unseen[index])
        for (position, label) in articles[index].labels.enumerated() {
          guard let label else { continue }
          let sums = features[position].reduce(SIMD4<Float>.zero) {
            $0 + $1.value * context[$1.number]
          }
          report.add(
            articles[index].source, label: label, alone: Self.largest(unseen[index][position]),
            withKin: Self.largest(PolarityScores(support: sums.x, oppose: sums.y, neutral: sums.z)),
            isSure: articles[index].isSure[position])
        }
      }
    }
    var model = fitAlone(articles)
    model.context = fitContext(Array(zip(articles, unseen)))
    return (model, report)
  }

  /// A part for each text, in turn.
  private func partition(_ articles: [LabelledArticle]) -> [Int] {
    articles.indices.map { $0 % folds }
  }

  private static func largest(_ scores: PolarityScores) -> Int {
    (0..<3).max { scores[$0] < scores[$1] } ?? 2
  }
}

/// How often the polarities were right.
struct StanceReport {
  private var pairs:
    [(source: LabelledArticle.Source, sure: Bool, label: Int, alone: Int, kin: Int)] =
      []

  mutating func add(
    _ source: LabelledArticle.Source, label: Int, alone: Int, withKin: Int, isSure: Bool
  ) {
    pairs.append((source, isSure, label, alone, withKin))
  }

  /// A line for each kind of text.
  var text: String {
    var lines = ""
    for (name, source) in [("articles", LabelledArticle.Source.article), ("sentences", .sentence)] {
      let all = pairs.filter { $0.source == source }
      let sure = all.filter(\.sure)
      guard !all.isEmpty else { continue }
      lines +=
        "\(name): \(all.count) statements, macro-F1 alone \(Self.f1(all.map { ($0.label, $0.alone) }))"
        + " (sure \(Self.f1(sure.map { ($0.label, $0.alone) }))), with kin"
        + " \(Self.f1(all.map { ($0.label, $0.kin) })) (sure \(Self.f1(sure.map { ($0.label, $0.kin) })))\n"
    }
    return lines
  }

  /// Macro-F1 over the three polarities, in thousandths.
  private static func f1(_ pairs: [(Int, Int)]) -> String {
    let sum = (0..<3).reduce(0.0) { sum, polarity in
      let hits = pairs.count { $0.0 == polarity && $0.1 == polarity }
      let wrong = pairs.count { ($0.0 == polarity) != ($0.1 == polarity) }
      return sum + (hits == 0 ? 0 : 2 * Double(hits) / Double(2 * hits + wrong))
    }
    let thousandths = Int((sum / 3 * 1000).rounded())
    return "0." + String(1000 + thousandths).dropFirst()
  }
}

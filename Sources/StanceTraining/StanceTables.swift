import GermanLanguage
import StanceAnalysis

/// The tables that `StanceAnalyser` judges polarity by, learned from labelled statements.
public struct StanceTables: Sendable {
  /// What each signal weighs: `stance-weights.tsv`.
  public var signals: String
  /// What each word weighs: `stance-words.tsv`.
  public var words: String
  /// What the other statements of an article weigh: `stance-context.tsv`.
  public var context: String
  /// What such tables are worth on texts that they were not learned from, in words.
  public var report: String

  /// Learns the tables.
  ///
  /// - Parameters:
  ///   - sentences: a table `polarity, text` of made-up sentences; empty for none.
  ///   - labels: a table `document, begin, end, polarity, sure`; empty for none.
  ///   - folder: the articles of the labels, in a layout that `standpunkt evaluate` reads.
  ///   - settings: of the trainer, by name: `signalPull`, `wordPull`, `contextPull`, `minimumCount`,
  ///     `unsureWeight`, `sentenceWeight`, `leastWordWeight`, `folds`.
  /// - Throws: when the folder cannot be read, or a setting is not known.
  /// - Complexity: a minute for some thousand statements.
  public init(
    sentences: [UInt8], labels: [UInt8], folder: String, settings: [String: Float] = [:],
    files: LexiconFiles = .embedded
  ) throws {
    let reader = StatementReader(files: files)
    var articles = try labelledSentences(sentences, reader: reader)
    if !labels.isEmpty {
      articles += try labelledArticles(labels, folder: folder, reader: reader)
    }
    var trainer = StanceTrainer()
    for (name, value) in settings {
      guard trainer.set(name, value) else { throw UnknownSetting(name: name) }
    }
    let (model, report) = trainer.train(articles)
    let source =
      labels.isEmpty
      ? "sentences of our own"
      : "statements of the public data set and sentences of our own, all labelled by us"
    let head = "# Learned by standpunkt-train from \(source): \(articles.count) texts.\n"
    signals = head + "signal\tsupport\toppose\tneutral\n"
    for signal in StanceSignal.allCases {
      signals += signal.name + "\t" + row(model.weights[signal.rawValue]) + "\n"
    }
    words = head + "place\tstem\tsupport\toppose\tneutral\n"
    for (word, number) in model.words.sorted(by: { $0.key < $1.key }) {
      let weights = model.weights[number]
      if max(abs(weights.x), abs(weights.y), abs(weights.z)) < trainer.leastWordWeight { continue }
      words += word + "\t" + row(weights) + "\n"
    }
    context = head + "relation\tsaid\tsupport\toppose\tneutral\n"
    // Sentences without an article teach nothing of context.
    let relations = labels.isEmpty ? [] : StatementKin.Relation.allCases
    for relation in relations {
      for (said, name) in ["support", "oppose", "neutral"].enumerated() {
        context += relation.name + "\t" + name + "\t"
        context += row(model.context[relation.rawValue * 3 + said]) + "\n"
      }
    }
    if !relations.isEmpty, let bias = model.context.last {
      context += "always\t\t" + row(bias) + "\n"
    }
    self.report = report.text
  }
}

/// A setting that the trainer does not have.
struct UnknownSetting: Error, CustomStringConvertible {
  var name: String
  var description: String {
    "there is no setting \(name); see the usage of standpunkt-train stances."
  }
}

extension StanceTrainer {
  /// Whether there is a setting of that name.
  mutating func set(_ name: String, _ value: Float) -> Bool {
    switch name {
    case "signalPull": signalPull = value
    case "wordPull": wordPull = value
    case "contextPull": contextPull = value
    case "minimumCount": minimumCount = Int(value)
    case "unsureWeight": unsureWeight = value
    case "sentenceWeight": sentenceWeight = value
    case "folds": folds = max(2, Int(value))
    case "leastWordWeight": leastWordWeight = value
    default: return false
    }
    return true
  }
}

private func row(_ weights: SIMD4<Float>) -> String {
  "\(hundredths(weights.x))\t\(hundredths(weights.y))\t\(hundredths(weights.z))"
}

/// A number with two decimals.
private func hundredths(_ value: Float) -> String {
  let whole = Int((abs(value) * 100).rounded())
  let digits = String(1000 + whole % 100).suffix(2)
  return (value < 0 && whole > 0 ? "-" : "") + "\(whole / 100).\(digits)"
}

import Evaluation
import GermanLanguage
import Glibc
import QuotationLearning
import Quotations
import TextModel

private let usage = """
  usage: standpunkt-train DATA [--output FILE] [--folds N] [--show KIND] [name=value ...]

  DATA holds the folders train/ and dev/ of annotated articles, in either layout.
  --output FILE   learn from all of train/ and write the weights; then report dev/
  --weights FILE  instead report dev/ as these weights find it
  --confidence FILE  instead fit the confidence of the rules on train/ and write the table; report what it is
                  worth on parts of train/ that it was not fitted on
  --folds N       instead cross-validate on train/ in N parts (dev/ is not touched)
  --rules-only    report what the rules alone find
  --show KIND     list the errors of a kind: missed, spurious, boundary, speaker, type
  name=value      a setting of the trainer: epochs, rate, decay, minimum, bold, buckets, roleBuckets

  """

/// Runs the training program; its exit status.
public func trainingCommand(_ arguments: [String]) -> Int32 {
  guard let options = TrainingOptions(arguments) else {
    message(usage)
    return 64
  }
  do {
    try run(options)
    return 0
  } catch {
    message("\(error)\n")
    return 1
  }
}

/// Ends the program.
public func exitWith(_ status: Int32) -> Never { exit(status) }

struct TrainingOptions {
  var data = ""
  var output: String?
  var weights: String?
  var folds: Int?
  var confidence: String?
  var rulesOnly = false
  var show: [StatementError.Kind] = []
  var settings: [(String, Float)] = []

  init?(_ arguments: [String]) {
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      switch argument {
      case "--output": output = rest.popFirst()
      case "--confidence": confidence = rest.popFirst()
      case "--weights": weights = rest.popFirst()
      case "--folds": folds = rest.popFirst().flatMap { Int($0) }
      case "--rules-only": rulesOnly = true
      case "--show":
        guard let kind = rest.popFirst().flatMap({ StatementError.Kind(rawValue: $0) }) else {
          return nil
        }
        show.append(kind)
      default:
        let parts = argument.split(separator: "=")
        if parts.count == 2, let value = Float(parts[1]) {
          settings.append((String(parts[0]), value))
        } else if data.isEmpty, !argument.hasPrefix("-") {
          data = argument
        } else {
          return nil
        }
      }
    }
    if data.isEmpty || folds.map({ $0 < 2 }) ?? false { return nil }
  }
}

private func run(_ options: TrainingOptions) throws(GoldError) {
  let files = LexiconFiles.embedded
  let finder = StatementFinder(lexicon: files)
  if let path = options.confidence {
    try fitConfidence(options.data + "/train", finder: finder, to: path)
    return
  }
  let extractor = FeatureExtractor(files: files, lexicon: GermanLexicon(files: files))
  func load(_ part: String) throws(GoldError) -> [TrainingArticle] {
    try readGold(folder: options.data + "/" + part).map {
      TrainingArticle($0, finder: finder, extractor: extractor)
    }
  }
  var trainer = ModelTrainer(extractor: extractor)
  for (name, value) in options.settings { trainer.set(name, value) }
  var found: [String: [Statement]] = [:]
  var gold: [GoldDocument] = []
  func judge(_ articles: [TrainingArticle], by model: QuotationModel?) {
    for article in articles {
      gold.append(article.gold)
      found[article.gold.document] =
        model.map { model in
          model.statements(article.tokens, text: article.gold.text, rules: article.rules)
            .map { statement($0, article.tokens) }
        } ?? article.ruleStatements
    }
  }
  if let folds = options.folds {
    let train = try load("train")
    for fold in 0..<folds {
      let others = train.enumerated().filter { $0.offset % folds != fold }.map(\.element)
      let held = train.enumerated().filter { $0.offset % folds == fold }.map(\.element)
      judge(held, by: options.rulesOnly ? nil : trainer.train(others))
      message("part \(fold + 1) of \(folds) done\n")
    }
  } else if let path = options.weights {
    guard let bytes = read(path),
      var model = bytes.withUnsafeBufferPointer({
        QuotationModel(weights: $0, extractor: extractor)
      })
    else { throw .unreadable(path: path) }
    for (name, value) in options.settings {
      if name == "patience" { model.patience = value }
      if name == "doubt" { model.doubt = value }
    }
    judge(try load("dev"), by: model)
  } else if options.rulesOnly {
    judge(try load("dev"), by: nil)
  } else {
    let model = trainer.trainCalibrated(try load("train")) { message($0 + "\n") }
    if let path = options.output {
      guard write(model.encoded, path) else { throw .unreadable(path: path) }
      message("wrote \(path), \(model.encoded.count) bytes\n")
    }
    judge(try load("dev"), by: model)
  }
  let report = evaluate(gold, bootstrap: 1000) { name, _ in found[name] ?? [] }
  print(report.text)
  for kind in options.show { print(report.errorText(kind, limit: .max)) }
}

/// Writes the table of confidence, and says how it does on articles that it was not fitted on.
private func fitConfidence(
  _ folder: String, finder: StatementFinder, to path: String
) throws(GoldError) {
  let trainer = ConfidenceTrainer()
  let articles = trainer.examples(try readGold(folder: folder), finder: finder)
  var judged: [(confidence: Double, right: Bool)] = []
  let folds = 5
  for fold in 0..<folds {
    let others = articles.enumerated().filter { $0.offset % folds != fold }.flatMap(\.element)
    let weights = Dictionary(
      uniqueKeysWithValues: trainer.fit(others).map { ($0.sign, $0.weight) })
    for example in articles.enumerated().filter({ $0.offset % folds == fold }).flatMap(\.element) {
      judged.append((trainer.probability(weights, example), example.right))
    }
  }
  let held = Calibration(judged)
  for bin in held.bins where bin.statements > 0 {
    message(
      "  \(bin.low)-\(bin.high)  n \(bin.statements)  mean \(bin.confidence)  right \(bin.right)\n")
  }
  message(
    "held out: expected error \(held.expectedError); at 0.9 and above \(held.confidentShare) of all, "
      + "\(held.confidentRight) of them right\n")
  let table = trainer.table(trainer.fit(articles.flatMap { $0 }))
  guard write(Array(table.utf8), path) else { throw .unreadable(path: path) }
}

private func read(_ path: String) -> [UInt8]? {
  guard let file = fopen(path, "rb") else { return nil }
  defer { fclose(file) }
  var bytes: [UInt8] = []
  var part = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = fread(&part, 1, part.count, file)
    if count == 0 { return bytes }
    bytes += part[..<count]
  }
}

private func write(_ bytes: [UInt8], _ path: String) -> Bool {
  guard let file = fopen(path, "wb") else { return false }
  let written = fwrite(bytes, 1, bytes.count, file)
  return fclose(file) == 0 && written == bytes.count
}

private func message(_ text: String) {
  var text = text
  text.withUTF8 { _ = Glibc.write(2, $0.baseAddress, $0.count) }
}

import TextModel

/// What an evaluation found out: figures, intervals, calibration and every single error.
public struct EvaluationReport: Sendable {
  public var figures: Figures
  /// 95 % intervals of the key figures; empty when none were asked for.
  public var intervals: [Interval]
  public var calibration: Calibration
  /// Every error, in the order of the documents and, in each, of the gold statements.
  public var errors: [StatementError]
  /// What was left out of the count, in words.
  public var warnings: [String]
}

/// Evaluates a system on a folder of gold documents.
///
/// - Parameters:
///   - goldFolder: a folder with one JSON file a document, in either layout (`readGold`).
///   - bootstrap: number of resampled corpora for the intervals; 0 for none.
///   - statements: the system: given a document's name and its text, the statements found in it.
public func evaluate(
  goldFolder: String, bootstrap: Int = 0,
  statements: (_ document: String, _ text: SourceText) -> [Statement]
) throws(GoldError) -> EvaluationReport {
  evaluate(try readGold(folder: goldFolder), bootstrap: bootstrap, statements: statements)
}

/// Evaluates a system on gold documents; see `evaluate(goldFolder:bootstrap:statements:)`.
public func evaluate(
  _ documents: [GoldDocument], bootstrap samples: Int = 0,
  statements: (_ document: String, _ text: SourceText) -> [Statement]
) -> EvaluationReport {
  var counts: [Counts] = []
  var judged: [(confidence: Double, right: Bool)] = []
  var errors: [StatementError] = []
  var warnings: [String] = []
  for document in documents {
    let gold = document.statements.map(ScoredStatement.init)
    let found = statements(document.document, document.text)
    var system: [ScoredStatement] = []
    var kept: [Statement] = []
    for statement in found {
      let scored = ScoredStatement(statement, in: document)
      if scored.quote.isEmpty {
        warnings.append(
          "document \(document.document) statement \(statement.ordinal): "
            + "quote covers no token, ignored")
        continue
      }
      system.append(scored)
      kept.append(statement)
    }
    let rows = align(gold, system)
    counts.append(count(rows, gold: gold, system: system, in: document))
    for row in rows {
      errors += StatementError.errors(of: row, gold: gold, system: system, kept, in: document)
      if let index = row.system {
        let right =
          row.found
          && row.gold.map { haveSameHead(gold[$0].speaker, system[index].speaker, in: document) }
            ?? false
        judged.append((kept[index].confidence, right))
      }
    }
  }
  var total = Counts()
  for one in counts { total += one }
  return EvaluationReport(
    figures: Figures(total), intervals: bootstrap(counts, samples: samples),
    calibration: Calibration(judged), errors: errors, warnings: warnings)
}

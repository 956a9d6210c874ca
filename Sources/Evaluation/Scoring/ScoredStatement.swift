import TextModel

/// A statement as scoring sees it: type, medium and the tokens of its five parts.
struct ScoredStatement: Sendable {
  var type: ReportedSpeech
  var medium: Medium
  /// Indexed by `Part`.
  var parts: [TokenSet]

  subscript(part: Part) -> TokenSet { parts[part.rawValue] }
  var quote: TokenSet { self[.quote] }
  var speaker: TokenSet { self[.speaker] }

  init(_ gold: GoldStatement) {
    type = gold.type
    medium = gold.medium
    parts = [gold.quote, gold.speaker, gold.cue, gold.frame, gold.addressee].map { TokenSet($0) }
  }

  init(_ statement: Statement, in document: GoldDocument) {
    type = statement.type
    medium = statement.medium
    parts = [
      statement.quote, statement.speaker, statement.cue, statement.frame, statement.addressee,
    ].map(document.tokenSet)
  }
}

/// A gold statement, a system statement, or an aligned pair.
struct AlignedRow: Sendable {
  var gold: Int?
  var system: Int?
  /// Token F1 of the two quotes; 0 unless both are there.
  var f1: Double

  /// Aligned, and at least half of the quote agrees.
  var found: Bool { f1 >= 0.5 }
}

/// Aligns gold and system statements of one document one-to-one, maximising the sum of the quotes'
/// token F1, a little more for the same type (0.01) and medium (0.001); pairs without a common token
/// are not aligned. The rest follows as rows of its own, gold first.
func align(_ gold: [ScoredStatement], _ system: [ScoredStatement]) -> [AlignedRow] {
  var rows: [AlignedRow] = []
  if !gold.isEmpty, !system.isEmpty {
    let f1 = gold.map { g in system.map { g.quote.overlapF1(with: $0.quote) } }
    func weight(_ i: Int, _ j: Int) -> Double {
      guard f1[i][j] > 0 else { return 0 }
      return f1[i][j] + (gold[i].type == system[j].type ? 0.01 : 0)
        + (gold[i].medium == system[j].medium ? 0.001 : 0)
    }
    let pairs: [(Int, Int)]
    if gold.count <= system.count {
      let matrix = gold.indices.map { i in system.indices.map { weight(i, $0) } }
      pairs = maximumAssignment(matrix).enumerated().map { ($0, $1) }
    } else {
      let matrix = system.indices.map { j in gold.indices.map { weight($0, j) } }
      pairs = maximumAssignment(matrix).enumerated().map { ($1, $0) }.sorted { $0.0 < $1.0 }
    }
    rows = pairs.filter { f1[$0.0][$0.1] > 0 }
      .map { AlignedRow(gold: $0.0, system: $0.1, f1: f1[$0.0][$0.1]) }
  }
  let alignedGold = Set(rows.compactMap(\.gold))
  let alignedSystem = Set(rows.compactMap(\.system))
  for index in gold.indices where !alignedGold.contains(index) {
    rows.append(AlignedRow(gold: index, system: nil, f1: 0))
  }
  for index in system.indices where !alignedSystem.contains(index) {
    rows.append(AlignedRow(gold: nil, system: index, f1: 0))
  }
  return rows
}

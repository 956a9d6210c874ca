import TextModel

/// For every statement whether it is right: aligned with a gold statement, found, and with the right
/// head of the speaker.
public func judge(_ statements: [Statement], against document: GoldDocument) -> [Bool] {
  let gold = document.statements.map(ScoredStatement.init)
  let system = statements.map { ScoredStatement($0, in: document) }
  var right = [Bool](repeating: false, count: statements.count)
  for row in align(gold, system) where row.found {
    guard let g = row.gold, let s = row.system else { continue }
    right[s] = haveSameHead(gold[g].speaker, system[s].speaker, in: document)
  }
  return right
}

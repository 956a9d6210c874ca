import TextModel

/// The header line of `extract --format tsv`.
public let statementTableHeader = tabSeparatedLine([
  "document", "statement", "date", "type", "actor", "act", "polarity", "concepts", "text",
])

/// The header line of `relations --format tsv`.
public let relationTableHeader = tabSeparatedLine([
  "from", "to", "kinds", "concept", "score", "reason",
])

/// The lines of `extract --format tsv` for an article, one a statement.
///
/// The date is the statement's own, else the article's; concepts are written `ceasefire:support`.
public func tabSeparatedLines(_ analysed: AnalysedArticle) -> [UInt8] {
  let article = analysed.article
  return analysed.statements.flatMap { statement in
    tabSeparatedLine([
      article.document,
      "\(article.document)#\(statement.ordinal)",
      (statement.date ?? article.date).edtf?.description ?? "",
      statement.type.rawValue,
      statement.actors.map(\.rawValue).joined(separator: ";"),
      statement.act.rawValue,
      statement.polarity.rawValue,
      statement.stances.map { "\($0.concept):\($0.polarity.rawValue)" }.joined(separator: ";"),
      article.text.joined(statement.quote),
    ])
  }
}

/// One line of `relations --format tsv`.
public func tabSeparatedLine(_ relation: StatementRelation) -> [UInt8] {
  var score = JSONWriter()
  score.decimal(relation.score)
  return tabSeparatedLine([
    relation.from.description, relation.to.description,
    relation.kinds.map(\.rawValue).joined(separator: ";"), relation.concept?.rawValue ?? "",
    String(decoding: score.bytes, as: UTF8.self), relation.reason,
  ])
}

/// Fields joined by tabs; tabs, line breaks and other control characters inside become blanks, so that a
/// line stays a line and a terminal that shows it interprets nothing.
private func tabSeparatedLine(_ fields: [String]) -> [UInt8] {
  var line: [UInt8] = []
  for (index, field) in fields.enumerated() {
    if index > 0 { line.append(0x09) }
    var previous: UInt8 = 0
    for byte in field.utf8 {
      // C1 controls are written C2 80...C2 9F.
      let isSecondOfC1 = previous == 0xC2 && byte < 0xA0
      if isSecondOfC1 { line.removeLast() }
      line.append(byte < 0x20 || byte == 0x7F || isSecondOfC1 ? 0x20 : byte)
      previous = byte
    }
  }
  line.append(0x0A)
  return line
}

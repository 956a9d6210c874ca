import GermanLanguage
import TextModel

/// What the lines that are no prose say of the article's date.
struct StatedDate {
  /// A day, with time or without.
  var point: EDTF.Point
  var evidence: TextSpan
  var isUpdate: Bool
}

extension ArticleDater {
  /// Days stated by date lines at the top ("Stand: …"), in the dateline, or at the end with a word that
  /// says what they are. A line of a date alone inside the body heads a list and is not one.
  func statedDates(_ article: Article) -> [StatedDate] {
    dateLines(article).compactMap { line in
      for expression in finder.expressions(in: line, of: article.text) {
        guard case .absolute(let point) = expression.meaning else { continue }
        switch point {
        case .day, .second:
          return StatedDate(
            point: point, evidence: line, isUpdate: isUpdate(line, article.text.utf8))
        default: continue
        }
      }
      return nil
    }
  }

  /// A day without a year in such a line ("Stand: 8. Juli").
  func statedDayOfMonth(_ article: Article) -> DateExpression? {
    for line in dateLines(article) {
      for var expression in finder.expressions(in: line, of: article.text) {
        if case .dayOfMonth = expression.meaning {
          expression.span = line
          return expression
        }
      }
    }
    return nil
  }

  private func dateLines(_ article: Article) -> [TextSpan] {
    let bytes = article.text.utf8
    let bodies = article.anatomy.blocks.filter { $0.zone == .body }
    let firstBody = bodies.first?.span.begin ?? bytes.count
    let lastBody = bodies.last?.span.end ?? 0
    // The first lines and the last: no article has more, and each is compared with the blocks.
    let all = article.anatomy.nonProse.filter { $0.kind == .dateLine }.map(\.span)
    let lines = all.count > 24 ? all.prefix(12) + all.suffix(12) : all[...]
    return lines.filter { line in
      if line.begin < firstBody { return true }
      let named = beginsWithWord(line, bytes)
      if named { return line.begin >= lastBody }
      // In a dateline: the same line goes on with a block.
      guard let next = bodies.first(where: { $0.span.begin >= line.end }) else { return false }
      return next.span.begin - line.end <= 40
        && !bytes[line.end..<next.span.begin].contains { $0 == 0x0A || $0 == 0x0D }
    }
  }

  /// Whether other words than those of the date stand before it: "Stand:", "Aktualisiert am".
  private func beginsWithWord(_ line: TextSpan, _ bytes: [UInt8]) -> Bool {
    guard let first = finder.expressions(in: line, of: SourceText(validUTF8: bytes)).first else {
      return false
    }
    return bytes[line.begin..<first.span.begin].contains { isWordByte($0) }
  }

  private func isUpdate(_ line: TextSpan, _ bytes: [UInt8]) -> Bool {
    var at = line.begin
    while at < line.end {
      if isWordByte(bytes[at]) {
        if updateWords.match(bytes, at: at, to: line.end) != nil { return true }
        at = bytes.wordEnd(from: at, to: line.end)
      } else {
        at += 1
      }
    }
    return false
  }

  /// Month or day given in front of the text: "date 2023-03".
  func prefixDate(_ article: Article) -> (point: EDTF.Point, evidence: TextSpan)? {
    for part in article.anatomy.nonProse where part.kind == .metaPrefix {
      for expression in finder.expressions(in: part.span, of: article.text) {
        if case .absolute(let point) = expression.meaning { return (point, part.span) }
      }
    }
    return nil
  }
}

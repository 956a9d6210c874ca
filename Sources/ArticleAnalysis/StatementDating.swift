import Dating
import GermanLanguage
import TextModel

/// Finds when a statement was made, where its article says that it was another day than its own: "hatte im
/// März gesagt", "in dem am 27. Februar aufgezeichneten Gespräch", "sagte am Dienstag" in the paper of Friday.
///
/// Only a date that belongs to the reporting words counts: behind a verb, a participle or the speaker; not
/// one that labels a noun ("vor dem Gipfel am Freitag"), that stands in a relative clause, or that says how
/// long something has gone on.
struct StatementDating {
  let dater: ArticleDater
  let article: Article
  let tokens: TokenBuffer

  /// - Parameter statements: in text order.
  /// - Complexity: linear in the length of the reporting clauses.
  func fill(_ statements: inout [Statement]) {
    let recordings = recordings()
    for index in statements.indices {
      let statement = statements[index]
      if let own = ownDate(statement) ?? recorded(statement, recordings) {
        statements[index].date = own
      } else if index > 0, statement.frame.isEmpty, statement.cue.isEmpty,
        statement.type != .reported, let before = statements[index - 1].date,
        !statement.speaker.isEmpty, statement.speaker == statements[index - 1].speaker
      {
        // It goes on from the sentence that says when.
        statements[index].date = before
      }
    }
  }

  private func ownDate(_ statement: Statement) -> ArticleDate? {
    for region in regions(statement) {
      var begin = region.begin
      // A clause names few dates.
      for _ in 0..<4 where begin < region.end {
        guard
          let date = dater.date(
            in: TextSpan(begin, region.end), of: article, reference: article.date),
          let evidence = date.evidence.first
        else { break }
        if isOfReport(evidence, in: region, statement), isNews(date) { return date }
        begin = evidence.end
      }
    }
    return nil
  }

  /// The reporting clause; of a summary what stands before its first comma.
  private func regions(_ statement: Statement) -> [TextSpan] {
    if !statement.frame.isEmpty { return statement.frame }
    guard statement.type == .reported, let quote = statement.quote.first else { return [] }
    let range = tokens.tokens(in: quote)
    let end = range.first { tokens.kinds[$0] == .comma } ?? range.upperBound
    return end > range.lowerBound ? [tokens.span(range.lowerBound..<end)] : []
  }

  /// Whether it says more than the date of the article does: another time, not ahead, or a narrower one.
  private func isNews(_ date: ArticleDate) -> Bool {
    guard let days = date.days, days.lowerBound > .min, days.upperBound < .max else { return false }
    guard let own = article.date.days else { return true }
    if days.lowerBound > own.upperBound { return false }
    guard days.overlaps(own) else { return true }
    // An open end has no length.
    let isOpen = own.lowerBound == .min || own.upperBound == .max
    return own.contains(days.lowerBound) && own.contains(days.upperBound)
      && (isOpen || days.upperBound - days.lowerBound < own.upperBound - own.lowerBound)
  }

  private func isOfReport(
    _ evidence: TextSpan, in region: TextSpan, _ statement: Statement
  ) -> Bool {
    let first = tokens.tokens(in: evidence).lowerBound
    guard first < tokens.count else { return false }
    let lowest = tokens.tokens(in: region).lowerBound
    var comma = first - 1
    while comma > lowest, tokens.kinds[comma] != .comma { comma -= 1 }
    if comma >= lowest, tokens.kinds[comma] == .comma, tokens.classes[comma + 1].contains(.relative)
    {
      return false
    }
    // Back over "am vergangenen", "bereits im".
    var before = first - 1
    while before >= lowest, first - before < 5, isLead(before) {
      if Self.spans.contains(tokens.folds[before]) { return false }
      before -= 1
    }
    guard before >= lowest else { return true }
    if tokens.kinds[before].isQuote { return true }
    guard tokens.kinds[before] == .word else { return false }
    if !tokens.flags[before].contains(.capitalised)
      || tokens.flags[before].contains(.firstOfSentence) && tokens.classes[before].contains(.adverb)
    {
      return true
    }
    let place = tokens.span(before)
    return (statement.speaker + statement.addressee + statement.cue).contains { $0.contains(place) }
  }

  /// A small word that leads to a date.
  private func isLead(_ token: Int) -> Bool {
    guard tokens.kinds[token] == .word,
      !tokens.flags[token].contains(.capitalised)
        || tokens.flags[token].contains(.firstOfSentence)
    else { return false }
    return !tokens.classes[token].isDisjoint(with: [
      .preposition, .definiteArticle, .adverb, .adjective, .determiner,
    ])
  }

  /// Words that make a date the beginning or end of something.
  private static let spans: Set<UInt64> = Set(
    ["seit", "ab", "bis", "für", "zum", "nach"].map { WordFold.hash($0) })

  // MARK: Recordings

  private struct Recording {
    var date: ArticleDate
    var block: Int32
    var noun: UInt64
  }

  /// "Das Gespräch wurde am 27. Februar aufgezeichnet": sentences that date what was recorded.
  private func recordings() -> [Recording] {
    var result: [Recording] = []
    for token in 0..<tokens.count where tokens.folds[token] == Self.recorded {
      let sentence = tokens.sentence(of: token)
      let range = tokens.sentences[sentence]
      guard let noun = range.first(where: { Self.recordable.contains(tokens.folds[$0]) }),
        let date = dater.date(
          in: tokens.span(range), of: article, reference: article.date), isNews(date)
      else { continue }
      result.append(
        Recording(
          date: date, block: tokens.blockOfSentence[sentence], noun: tokens.folds[noun]))
    }
    return result
  }

  private static let recorded = WordFold.hash("aufgezeichnet")
  private static let recordable: Set<UInt64> = Set(
    ["Interview", "Gespräch", "Sendung", "Podcast", "Video", "Ansprache", "Rede"].map {
      WordFold.hash($0)
    })

  /// The recording that a statement is from: told in the same paragraph, or named in its reporting clause.
  private func recorded(_ statement: Statement, _ recordings: [Recording]) -> ArticleDate? {
    guard !recordings.isEmpty, let quote = statement.quote.hull else { return nil }
    let token = tokens.firstToken(endingAfter: quote.begin)
    guard token < tokens.count else { return nil }
    let block = tokens.blockOfSentence[tokens.sentence(of: token)]
    return recordings.first { recording in
      recording.block == block
        || statement.frame.contains { span in
          tokens.tokens(in: span).contains { tokens.folds[$0] == recording.noun }
        }
    }?.date
  }
}

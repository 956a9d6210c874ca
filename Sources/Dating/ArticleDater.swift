import GermanLanguage
import TextModel

/// Settles when an article appeared, as far as its text, its file's name and what came with it say.
///
/// A day that the article states of itself wins; then the metadata, then the file's name; else what the
/// text implies (`Inference`), inside the month or year that is stated. Nothing is claimed that these do
/// not support: the date may be an interval with an open end, or unknown.
public struct ArticleDater: Sendable {
  let finder: DateExpressionFinder
  let tenses: TenseReader
  let facts: OutsideFacts
  let updateWords: PhraseSet
  private let noAdverb: PhraseSet

  /// Prepares the phrases of dates, tenses and outside facts from the data files.
  public init(lexicon: LexiconFiles = .embedded) {
    finder = DateExpressionFinder(lexicon: lexicon)
    tenses = TenseReader(lexicon)
    facts = OutsideFacts(lexicon)
    var forms: [String: [String]] = [:]
    for row in TabSeparatedTable(lexicon.bytes("date-phrases.tsv")).rows {
      forms[row["class"], default: []].append(row["form"])
    }
    updateWords = PhraseSet(forms["update"] ?? [], ignoringCase: true)
    noAdverb = PhraseSet(forms["no-adverb"] ?? [], ignoringCase: false)
  }

  /// Reads a date that came with an article: EDTF, ISO 8601 with or without a time and zone, or German digits; nil for
  /// anything else.
  public static func date(ofMetadata text: String) -> EDTF? { MetadataDate.date(text) }

  /// - Parameter metadataDate: the `date` field of a JSON line, if there was one.
  /// - Complexity: O(*n*) in the length of the text.
  public func date(of article: Article, metadataDate: String? = nil) -> ArticleDate {
    let prefix = prefixDate(article)
    if let stated = stated(article, prefix) { return stated }
    let metadata = metadataDate.flatMap { Self.date(ofMetadata: $0) }
    if let metadata, isDay(metadata) {
      return ArticleDate(
        edtf: metadata, basis: .metadata, reason: "The metadata of the article give its date.")
    }
    if let prefix, isDay(.point(prefix.point)) {
      return ArticleDate(
        edtf: .point(prefix.point), basis: .explicit, evidence: [prefix.evidence],
        reason: "“\(words(prefix.evidence, article))” in front of the text gives the day.")
    }
    let fileName = FileNameDate.date(ofPath: article.path)
    let frame = frame(article, prefix, metadata, fileName)
    if let fileName, case .day = fileName, frame.basis == .filename {
      // The text may show that the name's day is another one: something later lies in the past.
      let inferred = infer(article, from: DateBounds())
      if inferred.lowDay <= fileName.days.upperBound {
        return ArticleDate(
          edtf: .point(fileName), basis: .filename,
          reason: "The file's name gives the day.")
      }
      return result(inferred, article, DateBounds(), nil)
    }
    let inferred = infer(article, from: frame.bounds)
    if frame.basis == .filename, !inferred.isClosed || inferred.lowDay > inferred.highDay {
      return result(infer(article, from: DateBounds()), article, DateBounds(), nil)
    }
    return result(inferred, article, frame.bounds, frame.basis)
  }

  /// What the name of a file says about the date of what is in it; nil when it says nothing.
  public static func date(inPath path: String) -> EDTF? {
    FileNameDate.date(ofPath: path).map(EDTF.point)
  }

  // MARK: Stated

  /// A day in a date line; of several the one of publication rather than of an update.
  private func stated(
    _ article: Article, _ prefix: (point: EDTF.Point, evidence: TextSpan)?
  ) -> ArticleDate? {
    let dates = statedDates(article)
    guard let chosen = dates.first(where: { !$0.isUpdate }) ?? dates.first else { return nil }
    // The same day with a time in another line is the same date, more exact.
    let best =
      dates.first {
        if case .second = $0.point {
          return $0.isUpdate == chosen.isUpdate && $0.point.days == chosen.point.days
        }
        return false
      } ?? chosen
    var evidence = [best.evidence]
    var what = "the day"
    if case .second = best.point { what = "day and time" }
    var reason = "“\(words(best.evidence, article))” gives \(what)"
    if let prefix {
      if prefix.point.days.overlaps(best.point.days) {
        evidence.append(prefix.evidence)
        reason += ", and “\(words(prefix.evidence, article))” agrees"
      } else {
        reason += ", though “\(words(prefix.evidence, article))” says otherwise"
      }
    }
    return ArticleDate(
      edtf: .point(best.point), basis: .explicit, evidence: evidence, reason: reason + ".")
  }

  private func isDay(_ edtf: EDTF) -> Bool {
    switch edtf {
    case .point(.day), .point(.second): true
    default: false
    }
  }

  // MARK: Inferred

  /// What is stated more coarsely than by the day.
  private func frame(
    _ article: Article, _ prefix: (point: EDTF.Point, evidence: TextSpan)?, _ metadata: EDTF?,
    _ fileName: EDTF.Point?
  ) -> (bounds: DateBounds, basis: ArticleDate.Basis?) {
    var bounds = DateBounds()
    if let prefix {
      bounds.within(
        prefix.point.days, [prefix.evidence],
        "“\(words(prefix.evidence, article))” stands in front of the text")
      return (bounds, .explicit)
    }
    if let metadata {
      if metadata.days.lowerBound > .min {
        bounds.notBefore(metadata.days.lowerBound, [], "the metadata say so")
      }
      if metadata.days.upperBound < .max {
        bounds.notAfter(metadata.days.upperBound, [], "the metadata say so")
      }
      return (bounds, .metadata)
    }
    if let fileName {
      bounds.within(fileName.days, [], "the file's path says so")
      return (bounds, .filename)
    }
    return (bounds, nil)
  }

  private func infer(_ article: Article, from bounds: DateBounds) -> DateBounds {
    var inference = Inference(
      article: article, finder: finder, tenses: tenses, facts: facts, noAdverb: noAdverb,
      bounds: bounds)
    inference.run(statedDay: statedDayOfMonth(article))
    return inference.bounds
  }

  private func result(
    _ bounds: DateBounds, _ article: Article, _ frame: DateBounds, _ frameBasis: ArticleDate.Basis?
  ) -> ArticleDate {
    guard let edtf = bounds.edtf else { return .unknown }
    let narrowed = bounds.lowDay != frame.lowDay || bounds.highDay != frame.highDay
    var evidence: [TextSpan] = []
    for span in (bounds.low?.evidence ?? []) + (bounds.high?.evidence ?? [])
      + (frame.low?.evidence ?? [])
    where !evidence.contains(span) {
      evidence.append(span)
    }
    return ArticleDate(
      edtf: edtf, basis: narrowed ? .inferred : frameBasis ?? .inferred, evidence: evidence,
      reason: sentence(bounds))
  }

  private func sentence(_ bounds: DateBounds) -> String {
    switch (bounds.low, bounds.high) {
    case (let low?, let high?) where low.reason == high.reason: capitalised(low.reason) + "."
    case (let low?, let high?):
      "Not before \(day(low.day)): \(low.reason); not after \(day(high.day)): \(high.reason)."
    case (let low?, nil): "Not before \(day(low.day)): \(low.reason)."
    case (nil, let high?): "Not after \(day(high.day)): \(high.reason)."
    case (nil, nil): ArticleDate.unknown.reason
    }
  }

  private func capitalised(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }

  private func day(_ day: Int) -> String {
    EDTF.Point.day(CalendarDate(dayNumber: day)).description
  }

  private func words(_ span: TextSpan, _ article: Article) -> String { oneLine(article.text[span]) }
}

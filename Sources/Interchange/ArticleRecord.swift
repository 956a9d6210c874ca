import TextModel

/// What a line of `extract` says beyond the analysed article itself.
public struct RecordOptions: Sendable {
  /// Whether actors and stances were read; if not, their fields are null or empty.
  public var hasActorsAndStances: Bool
  /// Whether the article's whole text goes along under `text`, so that the line can be loaded elsewhere.
  public var withText: Bool

  /// Everything, without the text, unless said otherwise.
  public init(hasActorsAndStances: Bool = true, withText: Bool = false) {
    self.hasActorsAndStances = hasActorsAndStances
    self.withText = withText
  }
}

/// One line of `extract --format jsonl` for an article, closed by a newline.
///
/// Offsets are counts of Unicode code points. Cost is linear in the length of the text.
public func jsonLine(_ analysed: AnalysedArticle, options: RecordOptions = RecordOptions())
  -> [UInt8]
{
  let record = ArticleRecord(analysed: analysed, options: options)
  // Mostly about twice as long as the text.
  var json = JSONWriter(capacity: 1_024 + 2 * analysed.article.text.count)
  record.write(to: &json)
  json.newline()
  return json.bytes
}

/// Lines of `search --format jsonl`: the objects that `extract` gives for some statements of an article, each
/// after the article's `document`, `path`, `title` and, as `articleDate`, its date.
///
/// - Parameter ordinals: those of the statements; others are left out.
public func statementLines(_ analysed: AnalysedArticle, ordinals: Set<Int>) -> [UInt8] {
  let record = ArticleRecord(analysed: analysed, options: RecordOptions())
  var json = JSONWriter()
  for statement in analysed.statements where ordinals.contains(statement.ordinal) {
    record.writeAlone(statement, to: &json)
    json.newline()
  }
  return json.bytes
}

/// Writes an article in the key order of the JSON contract.
struct ArticleRecord {
  let analysed: AnalysedArticle
  let options: RecordOptions
  let offsets: CodePointOffsets

  init(analysed: AnalysedArticle, options: RecordOptions) {
    self.analysed = analysed
    self.options = options
    offsets = CodePointOffsets(analysed.article.text)
  }

  private var article: Article { analysed.article }

  func write(to json: inout JSONWriter) {
    let anatomy = article.anatomy
    json.object { json in
      json.key("document")
      json.string(article.document)
      json.key("path")
      json.string(article.path)
      json.key("title")
      json.string(words(anatomy.title))
      json.key("kicker")
      json.string(words(anatomy.kicker))
      json.key("standfirst")
      json.string(
        anatomy.standfirst.isEmpty ? nil : anatomy.standfirst.map(words).joined(separator: " "))
      json.key("keyPoints")
      json.array(anatomy.keyPoints) { $0.string(words($1)) }
      json.key("subheadings")
      spans(anatomy.subheadings, to: &json)
      json.key("byline")
      json.string(words(anatomy.byline))
      json.key("dateline")
      json.array(anatomy.dateline) { $0.string(words($1)) }
      json.key("agencies")
      json.array(anatomy.agencies) { $0.string(words($1)) }
      json.key("nonProse")
      json.array(anatomy.nonProse) { json, part in
        json.object { json in
          json.key("kind")
          json.string(part.kind.rawValue)
          json.key("span")
          span(part.span, to: &json)
        }
      }
      json.key("date")
      date(article.date, to: &json)
      json.key("actors")
      json.array(analysed.actors) { actor($1, to: &$0) }
      json.key("statements")
      json.array(analysed.statements) { statement($1, to: &$0) }
      if options.withText {
        json.key("text")
        json.string(article.text.utf8)
      }
    }
  }

  private func date(_ date: ArticleDate, to json: inout JSONWriter) {
    json.object { json in
      json.key("edtf")
      json.string(date.edtf?.description)
      json.key("precision")
      json.string(date.precision.rawValue)
      json.key("basis")
      json.string(date.basis?.rawValue)
      json.key("evidence")
      spans(date.evidence, to: &json)
      json.key("reason")
      json.string(date.reason)
    }
  }

  private func actor(_ actor: NewsActor, to json: inout JSONWriter) {
    json.object { json in
      json.key("id")
      json.string(actor.id.rawValue)
      json.key("name")
      json.string(actor.name)
      json.key("kind")
      json.string(actor.kind.rawValue)
      json.key("metonymOf")
      json.string(actor.metonymOf?.rawValue)
      json.key("mentions")
      json.array(actor.mentions) { span($1.span, to: &$0) }
    }
  }

  private func statement(_ statement: Statement, to json: inout JSONWriter) {
    json.object { fields(of: statement, to: &$0) }
  }

  /// A statement as an object of its own, with the article that it is from.
  func writeAlone(_ statement: Statement, to json: inout JSONWriter) {
    json.object { json in
      json.key("document")
      json.string(article.document)
      json.key("path")
      json.string(article.path)
      json.key("title")
      json.string(words(article.anatomy.title))
      json.key("articleDate")
      date(article.date, to: &json)
      fields(of: statement, to: &json)
    }
  }

  private func fields(of statement: Statement, to json: inout JSONWriter) {
    let known = options.hasActorsAndStances
    json.key("id")
    json.string(article.document, number: statement.ordinal)
    json.key("zone")
    json.string(statement.zone.rawValue)
    json.key("type")
    json.string(statement.type.rawValue)
    json.key("medium")
    json.string(statement.medium.rawValue)
    json.key("quote")
    spans(statement.quote, to: &json)
    json.key("speaker")
    spans(statement.speaker, to: &json)
    json.key("cue")
    spans(statement.cue, to: &json)
    json.key("frame")
    spans(statement.frame, to: &json)
    json.key("addressee")
    spans(statement.addressee, to: &json)
    json.key("actor")
    switch statement.actors.count {
    case 0: json.null()
    case 1: json.string(statement.actors[0].rawValue)
    default: json.array(statement.actors) { $0.string($1.rawValue) }
    }
    json.key("onBehalfOf")
    json.string(statement.onBehalfOf?.rawValue)
    json.key("via")
    json.array(statement.via) { $0.string($1.rawValue) }
    json.key("parent")
    if let parent = statement.parent {
      json.string(article.document, number: parent)
    } else {
      json.null()
    }
    json.key("date")
    if let own = statement.date { date(own, to: &json) } else { json.null() }
    json.key("act")
    json.string(known ? statement.act.rawValue : nil)
    json.key("polarity")
    json.string(known ? statement.polarity.rawValue : nil)
    json.key("target")
    spans(statement.target, to: &json)
    json.key("confidence")
    json.decimal(statement.confidence)
    json.key("stances")
    json.array(statement.stances) { json, stance in
      json.object { json in
        json.key("concept")
        json.string(stance.concept.rawValue)
        json.key("polarity")
        json.string(stance.polarity.rawValue)
        json.key("confidence")
        json.decimal(stance.confidence)
        json.key("evidence")
        spans(stance.evidence, to: &json)
      }
    }
    json.key("rule")
    json.string(statement.rule)
    json.key("text")
    json.string(article.text.joinedUTF8(statement.quote))
  }

  private func spans(_ spans: [TextSpan], to json: inout JSONWriter) {
    json.array(spans) { span($1, to: &$0) }
  }

  private func span(_ span: TextSpan, to json: inout JSONWriter) {
    json.pair(
      offsets.codePoint(ofUTF8: span.begin), offsets.codePoint(ofUTF8: span.end))
  }

  private func words(_ span: TextSpan) -> String { article.text.line(span) }
  private func words(_ span: TextSpan?) -> String? { span.map { words($0) } }
}

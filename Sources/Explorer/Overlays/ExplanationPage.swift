import CorpusStore
import ScreenModel
import TextModel

/// Why the explorer says what it says: of the date, and of the selected statement its type, its speaker
/// and its stances, each with the words it was read from.
func explanationPage(_ page: inout PageText, _ state: ExplorerState) {
  guard let loaded = state.reading.loaded else { return }
  let article = loaded.analysed.article
  page.text(StyledLine(loaded.row.title, role: .title))
  page.text(StyledLine(article.path, role: .faint))
  if let statement = state.reading.selectedStatement {
    explain(statement, loaded, state, on: &page)
  }
  explain(article, on: &page)
  if state.reading.selectedStatement == nil {
    page.blank()
    let key = state.keymap.name(of: .nextStatement, in: .text) ?? "J"
    page.text(
      StyledLine([
        .init(key, role: .key),
        .init(
          " selects a statement; its speaker and stances are explained here then.", role: .faint),
      ]))
  }
}

private func explain(_ article: Article, on page: inout PageText) {
  page.heading("Date")
  let date = article.date
  page.field(
    "value",
    StyledLine(
      date.edtf?.description ?? "unknown", role: date.edtf == nil ? .dateUncertain : .date))
  if date.edtf != nil {
    page.field(
      "basis",
      StyledLine("\(date.basis?.rawValue ?? "unknown") · precise to the \(date.precision.rawValue)")
    )
  }
  if !date.reason.isEmpty { page.field("reason", StyledLine(date.reason)) }
  evidence(date.evidence, article.text, on: &page)
}

private func explain(
  _ statement: Statement, _ loaded: Reading, _ state: ExplorerState, on page: inout PageText
) {
  let text = loaded.analysed.article.text
  func name(_ actor: ActorID) -> String { loaded.actorNames[actor] ?? actor.rawValue }
  func words(_ spans: [TextSpan], _ role: Role) -> StyledLine {
    spans.isEmpty
      ? StyledLine("none in the text", role: .faint) : StyledLine(text.joined(spans), role: role)
  }
  page.heading("Statement \(statement.ordinal) of \(loaded.analysed.statements.count)")
  page.field("quote", words(statement.quote, .quote))
  page.field(
    "type",
    StyledLine(
      "\(statement.type.rawValue), \(statement.type.inWords) · \(statement.medium.inWords)"
        + " · in the \(statement.zone.inWords)"))
  page.field(
    "rule", StyledLine("\(statement.rule) · confidence \(percent(statement.confidence))"))
  if let parent = statement.parent {
    page.field("inside", StyledLine("statement \(parent)"))
  }

  page.heading("Speaker")
  page.field("words", words(statement.speaker, .speaker))
  let actors = statement.actors.map(name).joined(separator: " and ")
  page.field(
    "means",
    statement.actors.isEmpty
      ? StyledLine("unknown speaker", role: .faint) : StyledLine(actors, role: .actor))
  if let actor = statement.onBehalfOf {
    page.field("on behalf of", StyledLine(name(actor)), width: 14)
  }
  if !statement.via.isEmpty {
    page.field("via", StyledLine(statement.via.map(name).joined(separator: ", ")))
  }
  page.field("cue", words(statement.cue, .cue))
  page.field("frame", words(statement.frame, .frame))
  if !statement.addressee.isEmpty { page.field("to", words(statement.addressee, .addressee)) }

  page.heading("Stance")
  var general = StyledLine("act \(statement.act.rawValue) · ")
  general.append(statement.polarity.sign + " ", role: statement.polarity.role)
  general.append(statement.polarity.rawValue)
  page.field("in general", general)
  if !statement.target.isEmpty { page.field("about", words(statement.target, .text)) }
  if statement.stances.isEmpty {
    page.field("concepts", StyledLine("none of the codebook's", role: .faint))
  }
  for stance in statement.stances {
    page.blank()
    var line = StyledLine(stance.polarity.sign + " ", role: stance.polarity.role)
    line.append(
      state.conceptLabels[stance.concept] ?? stance.concept.rawValue, role: .concept)
    line.append(" · \(stance.polarity.rawValue) · confidence \(percent(stance.confidence))")
    page.text(line)
    evidence(stance.evidence, text, on: &page)
  }
}

private func evidence(_ spans: [TextSpan], _ text: SourceText, on page: inout PageText) {
  guard !spans.isEmpty else { return }
  var line = StyledLine()
  for (index, span) in spans.enumerated() {
    if index > 0 { line.append(" · ", role: .faint) }
    line.append(oneLine(text[span]), role: .evidence)
  }
  page.field("evidence", line)
}

private func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }

extension ReportedSpeech {
  /// What its name means.
  fileprivate var inWords: String {
    switch self {
    case .direct: "verbatim in quotation marks"
    case .indirect: "rendered with a reporting clause"
    case .reported: "a sentence that sums it up"
    case .freeIndirect: "a sentence of its own with soll"
    case .indirectFreeIndirect: "a sentence of its own in Konjunktiv"
    }
  }
}

extension Medium {
  fileprivate var inWords: String {
    switch self {
    case .speech: "spoken"
    case .writing: "written"
    case .thought: "thought"
    case .speechOrThought: "spoken or thought"
    case .speechOrWriting: "spoken or written"
    case .thoughtOrWriting: "thought or written"
    case .none: "no medium"
    }
  }
}

extension Zone {
  fileprivate var inWords: String {
    switch self {
    case .headline: "headline"
    case .standfirst: "standfirst"
    case .keypoints: "key points"
    case .subheading: "sub-heading"
    case .body: "body"
    }
  }
}

extension Polarity {
  /// The one sign that stands for it everywhere: + − ± ○.
  public var sign: String {
    switch self {
    case .support: "+"
    case .oppose: "−"
    case .ambivalent: "±"
    case .neutral: "○"
    }
  }

  /// How the sign looks; each side differs from the others by its glyph, too.
  public var role: Role {
    switch self {
    case .support: .support
    case .oppose: .oppose
    case .ambivalent: .ambivalent
    case .neutral: .neutral
    }
  }
}

import FoundationEssentials
import TextModel

/// What a line of `extract --with-text` says of an article, in the program's own values again.
///
/// Of the article's parts only the text comes back: what its layout says is read from the text anew. What the
/// contract does not carry is lost: an actor's country, the kind of a mention, digits of a confidence beyond
/// the second.
public struct ReadArticle: Sendable {
  public var document: String
  public var path: String
  public var text: SourceText
  public var date: ArticleDate
  public var actors: [NewsActor]
  public var statements: [Statement]
  /// What was left out, and why.
  public private(set) var problems: [Diagnostic] = []

  /// Reads one line.
  ///
  /// - Parameter place: the file and line number, for the message.
  /// - Throws: a `Diagnostic` that says what the line lacks.
  /// - Complexity: linear in the length of the line.
  public init(line: [UInt8], place: String) throws(Diagnostic) {
    let record: Record
    do {
      record = try JSONDecoder().decode(Record.self, from: Data(line))
    } catch {
      throw Diagnostic(
        .failure, path: place,
        message: "is not a line of extract --with-text (\(Self.reason(error))); it was skipped")
    }
    document = record.document
    path = record.path
    text = SourceText(record.text)
    let spans = SpanReader(text: text)
    date = spans.date(record.date)
    actors = record.actors.map(spans.actor)
    statements = record.statements.enumerated().map { spans.statement($1, ordinal: $0 + 1) }
    if date.edtf == nil, let text = record.date.edtf {
      problems = [
        Diagnostic(
          .warning, path: place,
          message:
            "has the date \"\(Self.shown(text))\", wanted is EDTF such as 2023-03-31, 2023-03 or "
            + "2023-03/2023-05; the article was read without it")
      ]
    }
    if spans.isOutOfText {
      throw Diagnostic(
        .failure, path: place, message: "has a span that is not in its text; it was skipped")
    }
  }

  /// The beginning of a text for a message; what no date has is a question mark.
  private static func shown(_ text: String) -> String {
    let bytes = text.utf8.prefix(40).map { (0x20..<0x7F).contains($0) ? $0 : UInt8(ascii: "?") }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// What is missing or of the wrong kind, by its key.
  private static func reason(_ error: any Error) -> String {
    switch error as? DecodingError {
    case .keyNotFound(let key, _)?: "without \(key.stringValue)"
    case .typeMismatch(_, let context)?, .valueNotFound(_, let context)?:
      "\(context.codingPath.map(\.stringValue).joined(separator: ".")) is of another kind"
    default: "not JSON"
    }
  }
}

/// The fields of the contract that are read; others are skipped.
private struct Record: Decodable {
  struct Date: Decodable {
    var edtf: String?
    var basis: String?
    var evidence: [[Int]]
    var reason: String
  }
  struct Actor: Decodable {
    var id: String
    var name: String
    var kind: String
    var metonymOf: String?
    var mentions: [[Int]]
  }
  struct Stance: Decodable {
    var concept: String
    var polarity: String
    var confidence: Double
    var evidence: [[Int]]
  }
  struct Statement: Decodable {
    var zone: String
    var type: String
    var medium: String
    var quote: [[Int]]
    var speaker: [[Int]]
    var cue: [[Int]]
    var frame: [[Int]]
    var addressee: [[Int]]
    var actor: Names?
    var onBehalfOf: String?
    var via: [String]
    var parent: String?
    var date: Date?
    var act: String?
    var polarity: String?
    var target: [[Int]]
    var confidence: Double
    var stances: [Stance]
    var rule: String
  }
  /// One name or a list of them.
  struct Names: Decodable {
    var names: [String]

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let name = try? container.decode(String.self) {
        names = [name]
      } else {
        names = try container.decode([String].self)
      }
    }
  }

  var document: String
  var path: String
  var date: Date
  var actors: [Actor]
  var statements: [Statement]
  var text: String
}

/// Turns counts of code points into offsets and names into values.
private final class SpanReader {
  private let text: SourceText
  private let offsets: CodePointOffsets
  /// Whether a span was met that is not in the text.
  private(set) var isOutOfText = false
  private lazy var codePoints = offsets.codePoint(ofUTF8: text.count)

  init(text: SourceText) {
    self.text = text
    offsets = CodePointOffsets(text)
  }

  private func spans(_ pairs: [[Int]]) -> [TextSpan] {
    pairs.compactMap { pair in
      guard pair.count == 2, 0 <= pair[0], pair[0] <= pair[1], pair[1] <= codePoints else {
        isOutOfText = true
        return nil
      }
      return TextSpan(
        offsets.utf8Offset(ofCodePoint: pair[0]), offsets.utf8Offset(ofCodePoint: pair[1]))
    }
  }

  func date(_ record: Record.Date) -> ArticleDate {
    ArticleDate(
      edtf: record.edtf.flatMap { EDTF($0) },
      basis: record.basis.flatMap { ArticleDate.Basis(rawValue: $0) },
      evidence: spans(record.evidence), reason: record.reason)
  }

  func actor(_ record: Record.Actor) -> NewsActor {
    NewsActor(
      id: ActorID(record.id), name: record.name,
      kind: ActorKind(rawValue: record.kind) ?? .organisation,
      metonymOf: record.metonymOf.map { ActorID($0) },
      mentions: spans(record.mentions).map { Mention(span: $0, kind: .name) })
  }

  func statement(_ record: Record.Statement, ordinal: Int) -> Statement {
    var statement = Statement(
      ordinal: ordinal, zone: Zone(rawValue: record.zone) ?? .body,
      type: ReportedSpeech(rawValue: record.type) ?? .reported,
      medium: Medium(rawValue: record.medium) ?? .none, quote: spans(record.quote),
      speaker: spans(record.speaker), cue: spans(record.cue), frame: spans(record.frame),
      addressee: spans(record.addressee),
      parent: record.parent.flatMap { $0.split(separator: "#").last.flatMap { Int($0) } },
      rule: record.rule, confidence: record.confidence)
    statement.actors = record.actor?.names.map { ActorID($0) } ?? []
    statement.onBehalfOf = record.onBehalfOf.map { ActorID($0) }
    statement.via = record.via.map { ActorID($0) }
    statement.date = record.date.map { date($0) }
    statement.act = record.act.flatMap { SpeechAct(rawValue: $0) } ?? .assert
    statement.polarity = record.polarity.flatMap { Polarity(rawValue: $0) } ?? .neutral
    statement.target = spans(record.target)
    statement.stances = record.stances.map {
      Stance(
        concept: ConceptID($0.concept), polarity: Polarity(rawValue: $0.polarity) ?? .neutral,
        confidence: $0.confidence, evidence: spans($0.evidence))
    }
    return statement
  }
}

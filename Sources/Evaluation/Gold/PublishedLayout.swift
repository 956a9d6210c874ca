import TextModel

/// The layout of the public download (Petersen-Frey and Biemann 2024): tokens as strings inside
/// sentences, the parts of annotations as token numbers of the document.
struct PublishedLayout: Decodable {
  struct Sentence: Decodable {
    var tokens: [String]
    var charBegin: Int
    var charEnd: Int
  }

  struct Span: Decodable {
    var charBegin: Int
    var charEnd: Int
  }

  /// An object with token numbers, or an empty list where nothing is annotated.
  struct Part: Decodable {
    var tokenIds: [Int] = []
    var spans: [Span] = []

    private enum CodingKeys: String, CodingKey { case tokenIds, spans }

    init(from decoder: any Decoder) throws {
      guard let container = try? decoder.container(keyedBy: CodingKeys.self) else { return }
      tokenIds = try container.decodeIfPresent([Int].self, forKey: .tokenIds) ?? []
      spans = try container.decodeIfPresent([Span].self, forKey: .spans) ?? []
    }
  }

  struct Entry: Decodable {
    var type: String
    var medium: String
    var isNested: Bool?
    var quote: Part
    var speaker: Part?
    var cue: Part?
    var frame: Part?
    var addressee: Part?
  }

  var documentName: String
  var originalText: String
  var sentences: [Sentence]
  var annotations: [Entry]

  func document(path: String) throws(GoldError) -> GoldDocument {
    let source = SourceText(originalText)
    let offsets = CodePointOffsets(source)
    var tokens: [TextSpan] = []
    var ranges: [Range<Int>] = []
    for sentence in sentences {
      let first = tokens.count
      var at = offsets.utf8Offset(ofCodePoint: sentence.charBegin)
      let end = offsets.utf8Offset(ofCodePoint: sentence.charEnd)
      for token in sentence.tokens {
        guard let begin = position(of: Array(token.utf8), in: source.utf8, from: at, to: end) else {
          throw .malformed(path: path, expected: "the token \"\(token)\" in its sentence")
        }
        at = begin + token.utf8.count
        tokens.append(TextSpan(begin, at))
      }
      ranges.append(first..<tokens.count)
    }
    var document = GoldDocument(
      document: shortName, text: source, tokens: tokens, sentences: ranges, statements: [])
    for entry in annotations {
      guard let type = ReportedSpeech(rawValue: entry.type),
        let medium = Medium(rawValue: entry.medium)
      else {
        throw .malformed(
          path: path, expected: "a known type and medium, found \(entry.type), \(entry.medium)")
      }
      func runs(_ part: Part?) throws(GoldError) -> [Range<Int>] {
        guard let part else { return [] }
        let set =
          part.tokenIds.isEmpty
          ? document.tokenSet(part.spans.map { span($0, offsets) }) : TokenSet(part.tokenIds)
        guard set.numbers.allSatisfy(tokens.indices.contains) else {
          throw .malformed(path: path, expected: "token numbers below \(tokens.count)")
        }
        return set.runs
      }
      document.statements.append(
        GoldStatement(
          type: type, medium: medium, isNested: entry.isNested ?? false,
          quote: try runs(entry.quote), speaker: try runs(entry.speaker),
          cue: try runs(entry.cue), frame: try runs(entry.frame),
          addressee: try runs(entry.addressee)))
    }
    return document
  }

  /// The number in "NUMBER - TITLE (DATE)", the whole name when it has no such beginning.
  private var shortName: String {
    let digits = documentName.prefix { $0.isASCII && $0.isNumber }
    return !digits.isEmpty && documentName.dropFirst(digits.count).hasPrefix(" - ")
      ? String(digits) : documentName
  }

  private func span(_ span: Span, _ offsets: CodePointOffsets) -> TextSpan {
    let begin = offsets.utf8Offset(ofCodePoint: span.charBegin)
    return TextSpan(begin, max(begin, offsets.utf8Offset(ofCodePoint: span.charEnd)))
  }
}

/// Where a token stands next; nil when it is not there before `end`.
private func position(of token: [UInt8], in text: [UInt8], from: Int, to end: Int) -> Int? {
  var begin = from
  while begin + token.count <= end {
    if text[begin..<begin + token.count].elementsEqual(token) { return begin }
    begin += 1
  }
  return nil
}

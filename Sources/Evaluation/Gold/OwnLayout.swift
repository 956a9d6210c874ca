import TextModel

/// Our layout: `tokens` as pairs of code point offsets, the parts of statements as token ranges.
struct OwnLayout: Decodable {
  struct Part: Decodable {
    var tokens: [[Int]]
  }

  struct Entry: Decodable {
    var type: String
    var medium: String
    var isNested: Bool
    var quote: Part
    var speaker: Part
    var cue: Part
    var frame: Part
    var addressee: Part
  }

  var document: String
  var text: String
  var sentences: [[Int]]
  var tokens: [[Int]]
  var statements: [Entry]

  func document(path: String) throws(GoldError) -> GoldDocument {
    let source = SourceText(text)
    let offsets = CodePointOffsets(source)
    var spans: [TextSpan] = []
    spans.reserveCapacity(tokens.count)
    for pair in tokens {
      guard let range = halfOpen(pair, upTo: source.count) else {
        throw .malformed(path: path, expected: "tokens as [begin, end) offsets")
      }
      spans.append(
        TextSpan(
          offsets.utf8Offset(ofCodePoint: range.lowerBound),
          offsets.utf8Offset(ofCodePoint: range.upperBound)))
    }
    let limit = spans.count
    func ranges(_ pairs: [[Int]]) throws(GoldError) -> [Range<Int>] {
      var ranges: [Range<Int>] = []
      for pair in pairs {
        guard let range = halfOpen(pair, upTo: limit) else {
          throw .malformed(path: path, expected: "token ranges [begin, end) below \(limit)")
        }
        ranges.append(range)
      }
      return ranges
    }
    var gold: [GoldStatement] = []
    for entry in statements {
      guard let type = ReportedSpeech(rawValue: entry.type),
        let medium = Medium(rawValue: entry.medium)
      else {
        throw .malformed(
          path: path, expected: "a known type and medium, found \(entry.type), \(entry.medium)")
      }
      gold.append(
        GoldStatement(
          type: type, medium: medium, isNested: entry.isNested,
          quote: try ranges(entry.quote.tokens), speaker: try ranges(entry.speaker.tokens),
          cue: try ranges(entry.cue.tokens), frame: try ranges(entry.frame.tokens),
          addressee: try ranges(entry.addressee.tokens)))
    }
    return GoldDocument(
      document: document, text: source, tokens: spans, sentences: try ranges(sentences),
      statements: gold)
  }
}

/// A pair as a range, nil unless 0 <= begin <= end <= limit.
func halfOpen(_ pair: [Int], upTo limit: Int) -> Range<Int>? {
  guard pair.count == 2, 0 <= pair[0], pair[0] <= pair[1], pair[1] <= limit else { return nil }
  return pair[0]..<pair[1]
}

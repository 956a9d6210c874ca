import GermanLanguage

/// One sentence cut into segments, with the questions that rules ask about it.
///
/// A class, since every rule holds it.
final class SentenceReading {
  let context: ArticleContext
  let number: Int
  let range: Range<Int>
  /// Without the final stop and what closes behind it.
  let core: Range<Int>
  let segments: [Segment]

  init(_ context: ArticleContext, number: Int) {
    self.context = context
    self.number = number
    range = context.tokens.sentences[number]
    let segmenter = ClauseSegmenter(context: context)
    segments = segmenter.segments(of: range)
    var end = range.upperBound
    while end > range.lowerBound {
      let token = end - 1
      let isFinal = segmenter.isFinalMark(token)
      if isFinal {
        end -= 1
      } else if context.kind(token).isQuote, end - 1 > range.lowerBound,
        segmenter.isFinalMark(token - 1), !context.masked[token]
      {
        end -= 1
      } else {
        break
      }
    }
    var begin = Self.behindTime(context, range)
    while begin < end, context.kind(begin) == .dash || context.kind(begin) == .symbol { begin += 1 }
    core = begin..<max(begin, end)
  }

  /// "08.15 Uhr: ", "08:15 Uhr – ": the time of a ticker's entry stands before its first sentence.
  private static func behindTime(_ context: ArticleContext, _ range: Range<Int>) -> Int {
    let begin = range.lowerBound
    guard begin + 3 < range.upperBound, context.kind(begin) == .number,
      context.key(begin + 1) == .uhr
    else { return begin }
    let mark = context.kind(begin + 2)
    return mark == .colon || mark == .dash ? begin + 3 : begin
  }

  /// The number of the segment that holds a token; nil for delimiters.
  func segment(of token: Int) -> Int? {
    for (index, segment) in segments.enumerated() {
      if segment.begin <= token, token < segment.end { return index }
    }
    return nil
  }

  /// The number of the segment in which the clause of a segment begins: back over relative clauses and
  /// appositions that stand between the subject and the verb.
  func clauseStart(_ number: Int) -> Int {
    var index = number
    while index > 0, segments[index].before == .comma || segments[index].before == .dash {
      let previous = segments[index - 1]
      guard previous.opener == .relative || (!previous.hasFinite && previous.opener == .main) else {
        break
      }
      index -= 1
    }
    while index < number, segments[index].opener == .relative { index += 1 }
    return index
  }

  /// First word of a segment that is not a coordinator or a mark.
  func firstWord(_ segment: Segment) -> Int {
    var token = segment.begin
    while token < segment.end - 1,
      context.kind(token).isQuote && !context.masked[token]
        || [.und, .aber, .doch, .sondern, .denn, .oder].contains(context.key(token))
    {
      token += 1
    }
    return token
  }

  /// "um … zu", "ohne … zu": tells why or how, not what was said.
  func isPurpose(_ segment: Segment) -> Bool {
    [.um, .ohne, .statt, .anstatt].contains(context.key(firstWord(segment)))
  }

  /// "für den Fall, dass …", "unter der Bedingung zu, dass …": what follows is no content but when it holds.
  func namesCondition(_ segment: Segment) -> Bool {
    var noun = segment.end - 1
    if noun > segment.begin, context.has(noun, .particle) { noun -= 1 }
    guard noun - 2 >= segment.begin else { return false }
    let (first, second) = (context.key(noun - 2), context.key(noun - 1))
    switch context.key(noun) {
    case .fall: return first == .fuer && second == .den || first == .`in` && second == .dem
    case .bedingung, .voraussetzung: return first == .unter && second == .der
    default: return false
    }
  }

  /// "gab er nicht bekannt": the verb at the clause's end is denied.
  func isDenied(_ segment: Segment) -> Bool {
    segment.range.dropFirst().contains { token in
      context.key(token) == .nicht && !context.masked[token]
        && (token + 1 == segment.end || context.has(token + 1, [.particle, .participle]))
    }
  }

  /// A range without commas, dashes and blanks of punctuation at its ends.
  func trimmed(_ range: Range<Int>) -> Range<Int>? {
    var low = range.lowerBound
    var high = range.upperBound
    while low < high {
      switch context.kind(low) {
      case .comma, .dash, .colon, .semicolon: low += 1
      default:
        if low < high { return trimEnd(low, &high) }
      }
    }
    return nil
  }

  private func trimEnd(_ low: Int, _ high: inout Int) -> Range<Int>? {
    while high > low {
      switch context.kind(high - 1) {
      case .comma, .dash, .colon, .semicolon: high -= 1
      default: return low..<high
      }
    }
    return nil
  }

  /// Whether a direct quotation of four words or more lies in a range.
  func holdsLongQuotation(_ range: Range<Int>) -> Bool {
    for token in range where context.outerPair[token] >= 0 && context.masked[token] { return true }
    return false
  }

  /// Number of words in a range.
  func words(_ range: Range<Int>) -> Int {
    range.reduce(0) { $0 + (context.isWord($1) || context.kind($1) == .number ? 1 : 0) }
  }
}

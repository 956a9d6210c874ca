import TextModel

/// A small annotated article of our own, in both layouts, and a system with known mistakes.
enum TinyGold {
  static let text = """
    Die Bürgermeisterin Eva Öztürk sagte, der Umbau beginne im Mai. Er koste wenig.
    „Wir fangen an“, rief sie.
    """

  /// The words, in order; both layouts are made from them.
  static let sentences: [[String]] = [
    [
      "Die", "Bürgermeisterin", "Eva", "Öztürk", "sagte", ",", "der", "Umbau", "beginne", "im",
      "Mai", ".",
    ],
    ["Er", "koste", "wenig", "."],
    ["„", "Wir", "fangen", "an", "“", ",", "rief", "sie", "."],
  ]

  struct Annotation {
    var type: String
    var medium: String
    var parts: [String: Range<Int>]
  }

  static let annotations = [
    Annotation(
      type: "Indirect", medium: "Speech",
      parts: ["quote": 6..<11, "speaker": 0..<4, "cue": 4..<5, "frame": 0..<6]),
    Annotation(
      type: "IndirectFreeIndirect", medium: "Speech", parts: ["quote": 12..<16, "speaker": 0..<4]),
    Annotation(
      type: "Direct", medium: "Speech",
      parts: ["quote": 16..<21, "speaker": 23..<24, "cue": 22..<23, "frame": 21..<24]),
  ]

  /// Code point range of every token.
  static var tokens: [Range<Int>] {
    let scalars = Array(text.unicodeScalars)
    var at = 0
    return sentences.flatMap { $0 }.map { word in
      let letters = Array(word.unicodeScalars)
      while Array(scalars[at..<at + letters.count]) != letters { at += 1 }
      at += letters.count
      return at - letters.count..<at
    }
  }

  static let roleNames = ["quote", "speaker", "cue", "frame", "addressee"]

  static var ownLayout: String {
    var first = 0
    let ranges = sentences.map { sentence in
      first += sentence.count
      return "[\(first - sentence.count),\(first)]"
    }
    let entries = annotations.map { entry in
      let parts = roleNames.map { name in
        let range = entry.parts[name].map { "[[\($0.lowerBound),\($0.upperBound)]]" } ?? "[]"
        return "\"\(name)\":{\"tokens\":\(range),\"chars\":[]}"
      }
      return """
        {"id":0,"type":"\(entry.type)","medium":"\(entry.medium)","isNested":false,\
        "hasNested":false,\(parts.joined(separator: ","))}
        """
    }
    let pairs = tokens.map { "[\($0.lowerBound),\($0.upperBound)]" }
    return """
      {"document":"7","title":"","text":\(json(text)),"sentences":[\(ranges.joined(separator: ","))],
      "tokens":[\(pairs.joined(separator: ","))],"statements":[\(entries.joined(separator: ","))]}
      """
  }

  static var publishedLayout: String {
    let tokens = tokens
    var first = 0
    let sentences = sentences.enumerated().map { number, words in
      defer { first += words.count }
      let (begin, end) = (tokens[first].lowerBound, tokens[first + words.count - 1].upperBound)
      return """
        {"id":\(number),"text":"","tokens":[\(words.map(json).joined(separator: ","))],\
        "begin":\(first),"end":\(first + words.count),"charBegin":\(begin),"charEnd":\(end)}
        """
    }
    let entries = annotations.map { entry in
      let parts = roleNames.map { name -> String in
        guard let range = entry.parts[name] else { return "\"\(name)\":[]" }
        return "\"\(name)\":{\"text\":\"\",\"tokenIds\":\(Array(range)),\"spans\":[]}"
      }
      return """
        {"id":0,"type":"\(entry.type)","medium":"\(entry.medium)","isNested":false,\
        "hasNested":false,\(parts.joined(separator: ","))}
        """
    }
    return """
      {"documentName":"7 - Umbau beginnt (2020-05-01)","originalText":\(json(text)),
      "sentences":[\(sentences.joined(separator: ","))],"annotations":[\(entries.joined(separator: ","))]}
      """
  }

  private static func json(_ text: String) -> String {
    "\"" + text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\\n")
      + "\""
  }

  /// The Indirect statement with its last word lost and its speaker cut to the name, the Direct one
  /// right but called Indirect, the free one missed, and a word that is no statement.
  static func system(_ text: SourceText) -> [Statement] {
    [
      statement(1, .indirect, "der Umbau beginne im", "Eva Öztürk", 0.95, text),
      statement(2, .indirect, "„Wir fangen an“", "sie", 0.55, text),
      statement(3, .direct, "rief", "", 0.35, text),
    ]
  }

  private static func statement(
    _ ordinal: Int, _ type: ReportedSpeech, _ quote: String, _ speaker: String,
    _ confidence: Double, _ text: SourceText
  ) -> Statement {
    Statement(
      ordinal: ordinal, zone: .body, type: type, medium: .speech, quote: find(quote, text),
      speaker: find(speaker, text), rule: "test", confidence: confidence)
  }

  static func find(_ words: String, _ text: SourceText) -> [TextSpan] {
    let pattern = Array(words.utf8)
    guard !pattern.isEmpty else { return [] }
    for begin in 0...(text.count - pattern.count)
    where text.utf8[begin..<begin + pattern.count].elementsEqual(pattern) {
      return [TextSpan(begin, begin + pattern.count)]
    }
    return []
  }
}

import GermanLanguage
import TextModel

/// One case of a file in `Cases`: a text, and lines of what is expected of its statements.
struct StanceCase: Sendable, CustomStringConvertible {
  var name: String
  var text: String
  var statements: [[String: String]]

  var description: String { name }

  static func parse(_ file: String) -> [StanceCase] {
    var cases: [StanceCase] = []
    var isBehindDashes = false
    for line in file.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("=== ") {
        cases.append(StanceCase(name: String(line.dropFirst(4)), text: "", statements: []))
        isBehindDashes = false
      } else if line == "---" {
        isBehindDashes = true
      } else if cases.isEmpty || line.isEmpty {
        continue
      } else if isBehindDashes {
        var fields: [String: String] = [:]
        for field in line.split(separator: "|") {
          let parts = oneLine(String(field)).split(separator: "=", maxSplits: 1)
          if parts.count == 2 { fields[String(parts[0])] = String(parts[1]) }
        }
        cases[cases.count - 1].statements.append(fields)
      } else {
        cases[cases.count - 1].text += cases[cases.count - 1].text.isEmpty ? "\(line)" : "\n\(line)"
      }
    }
    return cases
  }

  /// What of a line is no key or value that a case can have, or no words of the text.
  func mistakes(_ fields: [String: String]) -> [String] {
    let source = SourceText(text)
    var wrong = fields.keys.filter { !Self.keys.contains($0) }.sorted()
    if let zone = fields["zone"], Zone(rawValue: zone) == nil { wrong.append(zone) }
    if let type = fields["type"], ReportedSpeech(rawValue: type) == nil { wrong.append(type) }
    for key in ["quote", "speaker", "cue", "frame"] {
      for words in (fields[key] ?? "").split(separator: "…")
      where find(oneLine(String(words)), in: source) == nil {
        wrong.append(String(words))
      }
    }
    return wrong
  }

  private static let keys: Set<String> = [
    "zone", "type", "quote", "speaker", "cue", "frame", "act", "polarity", "stance",
  ]

  /// The statement that a line describes, its words looked up in the text.
  func statement(_ fields: [String: String], ordinal: Int) -> Statement {
    let source = SourceText(text)
    func spans(_ key: String) -> [TextSpan] {
      guard let value = fields[key] else { return [] }
      return value.split(separator: "…").compactMap { find(oneLine(String($0)), in: source) }
    }
    return Statement(
      ordinal: ordinal, zone: fields["zone"].flatMap(Zone.init(rawValue:)) ?? .body,
      type: fields["type"].flatMap(ReportedSpeech.init(rawValue:)) ?? .indirect, medium: .speech,
      quote: spans("quote"), speaker: spans("speaker"), cue: spans("cue"), frame: spans("frame"),
      rule: "case", confidence: 1)
  }

  private func find(_ words: String, in source: SourceText) -> TextSpan? {
    let wanted = Array(words.utf8)
    guard !wanted.isEmpty, source.count >= wanted.count else { return nil }
    // The last place: the quote of a case often repeats words of an earlier sentence.
    for begin in (0...(source.count - wanted.count)).reversed()
    where source.utf8[begin..<begin + wanted.count].elementsEqual(wanted) {
      return TextSpan(begin, begin + wanted.count)
    }
    return nil
  }
}

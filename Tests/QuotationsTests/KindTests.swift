import Evaluation
import Glibc
import Quotations
import Testing
import TextModel

/// How well the rules do on other kinds of text than those they were tuned on.
///
/// The cases were written before the rules were seen. The floors below are set a little under what is
/// reached and are only ever raised. `STANDPUNKT_SHOW_KIND=interview` lists the errors of a kind.
@Suite("Statements by kind of text")
struct KindTests {
  /// In percent: found F1, quote F1 (macro, over tokens), F1 of statements found with the right speaker.
  /// (The share of right speakers among those found falls when harder ones are found.)
  struct Floor: CustomStringConvertible {
    var kind: String
    var found: Double
    var quote: Double
    var whoAndWhat: Double
    var description: String { kind }
  }

  static let floors = [
    Floor(kind: "agency", found: 95, quote: 94, whoAndWhat: 95),
    Floor(kind: "austrian", found: 94, quote: 94, whoAndWhat: 85),
    Floor(kind: "headlines", found: 93, quote: 92, whoAndWhat: 93),
    Floor(kind: "interview", found: 97, quote: 97, whoAndWhat: 94),
    Floor(kind: "newspaper", found: 99, quote: 99, whoAndWhat: 96),
    Floor(kind: "parliament", found: 92, quote: 92, whoAndWhat: 92),
    Floor(kind: "swiss", found: 90, quote: 90, whoAndWhat: 86),
    Floor(kind: "ticker", found: 89, quote: 87, whoAndWhat: 89),
  ]

  static let finder = StatementFinder()

  @Test("figures stay above their floors", arguments: floors)
  func figures(floor: Floor) throws {
    let cases = try KindCase.read(floor.kind)
    let gold = cases.map(\.gold)
    let articles = Dictionary(uniqueKeysWithValues: cases.map { ($0.name, $0.article) })
    let report = evaluate(gold) { document, _ in
      articles[document].map { Self.finder.statements(in: $0) } ?? []
    }
    let figures = report.figures
    let found = 100 * figures.found.f1
    let quote = 100 * (figures.part("quote")?.macro.f1 ?? 0)
    let speaker = 100 * figures.speaker.head
    let whoAndWhat = 100 * figures.whoAndWhat.f1
    print(
      "kind \(floor.kind): \(cases.count) cases, \(figures.goldStatements) statements; found F1 "
        + "\(tenths(found)), quote F1 \(tenths(quote)), speaker \(tenths(speaker)), "
        + "who+what \(tenths(whoAndWhat))"
    )
    if let wanted = getenv("STANDPUNKT_SHOW_KIND"), String(cString: wanted) == floor.kind {
      for error in report.errors {
        print(
          "\(error.kind) in '\(error.document)' (\(error.system?.rule ?? "")): \(error.passage)")
      }
    }
    #expect(found >= floor.found, "statements found")
    #expect(quote >= floor.quote, "quote tokens")
    #expect(whoAndWhat >= floor.whoAndWhat, "statements found with the right speaker")
  }
}

/// With one decimal.
private func tenths(_ number: Double) -> String {
  let whole = Int((number * 10).rounded())
  return "\(whole / 10).\(whole % 10)"
}

extension KindCase {
  /// Every line is a block; in headlines the first is one, and a dateline in front is left out, as the
  /// reader of layouts does.
  var article: Article {
    var anatomy = ArticleAnatomy()
    var begin = 0
    for end in 0...text.count where end == text.count || text.utf8[end] == 0x0A {
      if end > begin {
        let isHeadline = kind == "headlines" && anatomy.blocks.isEmpty
        anatomy.blocks.append(
          TextBlock(
            zone: isHeadline ? .headline : .body,
            span: TextSpan(begin + dateline(TextSpan(begin, end)), end)))
      }
      begin = end + 1
    }
    return Article(document: name, path: name + ".txt", text: text, anatomy: anatomy)
  }

  /// Bytes of "Hannover (dpa) - " at the begin of a line of agency copy.
  private func dateline(_ line: TextSpan) -> Int {
    let words = text[line]
    guard kind == "agency", let close = words.firstRange(of: ") - ") else { return 0 }
    return words.utf8.distance(from: words.startIndex, to: close.upperBound)
  }

  /// The case as an annotated document, with tokens as the data set has them: words and single marks.
  var gold: GoldDocument {
    let tokens = plainTokens(text)
    func ranges(_ spans: [TextSpan]) -> [Range<Int>] {
      spans.compactMap { span in
        let inside = tokens.indices.filter { tokens[$0].overlaps(span) }
        guard let first = inside.first, let last = inside.last else { return nil }
        return first..<last + 1
      }
    }
    return GoldDocument(
      document: name, text: text, tokens: tokens, sentences: [0..<tokens.count],
      statements: expected.map {
        GoldStatement(
          type: $0.type, medium: .speech, quote: ranges($0.quote), speaker: ranges($0.speaker),
          cue: ranges($0.cue), frame: ranges($0.frame))
      })
  }
}

/// Runs of letters, digits and hyphens, and every other character that is not a blank by itself.
private func plainTokens(_ text: SourceText) -> [TextSpan] {
  var tokens: [TextSpan] = []
  var offset = 0
  var open: Int?
  for scalar in text.string.unicodeScalars {
    let isWord = scalar.properties.isAlphabetic || scalar == "-" || ("0"..."9").contains(scalar)
    if !isWord || open == nil {
      if let begin = open { tokens.append(TextSpan(begin, offset)) }
      open = isWord ? offset : nil
    }
    let width = String(scalar).utf8.count
    if !isWord, !scalar.properties.isWhitespace { tokens.append(TextSpan(offset, offset + width)) }
    offset += width
  }
  if let begin = open { tokens.append(TextSpan(begin, offset)) }
  return tokens
}

import Evaluation
import QuotationLearning
import TextModel

/// What the gold says of one article, in our tokens.
struct GoldAnswers {
  private let article: TrainingArticle
  private let quotes: [Quote]

  private struct Quote {
    var statement: GoldStatement
    var tokens: Set<Int>
    var speaker: Set<Int>
    var cue: Set<Int>
    var frame: Set<Int>
  }

  init(_ article: TrainingArticle) {
    self.article = article
    func ours(_ ranges: [Range<Int>]) -> Set<Int> {
      var set: Set<Int> = []
      for range in ranges where !range.isEmpty {
        let span = TextSpan(
          article.gold.tokens[range.lowerBound].begin, article.gold.tokens[range.upperBound - 1].end
        )
        set.formUnion(article.tokens.tokens(in: span))
      }
      return set
    }
    quotes = article.gold.statements.map {
      Quote(
        statement: $0, tokens: ours($0.quote), speaker: ours($0.speaker), cue: ours($0.cue),
        frame: ours($0.frame))
    }
  }

  func isDirect(_ range: Range<Int>) -> Bool {
    quotes.contains { $0.statement.type == .direct && overlap(Set(range), $0.tokens) >= 0.6 }
  }

  /// The outer gold statements, in our tokens.
  var taggedStatements: [(tagged: TaggedStatement, gold: Int)] {
    quotes.enumerated().compactMap { number, quote in
      guard !quote.tokens.isEmpty, !quote.statement.isNested else { return nil }
      var ranges: [Range<Int>] = []
      for token in quote.tokens.sorted() {
        if let last = ranges.last, last.upperBound == token {
          ranges[ranges.count - 1] = last.lowerBound..<token + 1
        } else {
          ranges.append(token..<token + 1)
        }
      }
      return (TaggedStatement(type: quote.statement.type, quote: ranges), number)
    }
  }

  /// The roles of a gold statement as tags of the tokens of a window.
  func roleTags(_ gold: Int, _ window: Range<Int>) -> [Tag] {
    let quote = quotes[gold]
    return window.map { token in
      if quote.speaker.contains(token) { return .speaker }
      if quote.cue.contains(token) { return .cue }
      return quote.frame.contains(token) ? .frame : .outside
    }
  }

  /// The gold statement whose quote is most like that of a statement, at least half.
  func statement(like tagged: TaggedStatement) -> Int? {
    let own = Set(tagged.quote.joined())
    var best: (Int, Double)?
    for (number, quote) in quotes.enumerated()
    where (quote.statement.type == .direct) == (tagged.type == .direct) {
      let value = overlap(own, quote.tokens)
      if value >= 0.5, value > best?.1 ?? 0 { best = (number, value) }
    }
    return best?.0
  }

  /// The candidates that name the gold speaker best; nobody when the gold has none.
  func right(_ candidates: [Range<Int>?], _ gold: Int) -> [Int] {
    let speaker = quotes[gold].speaker
    if speaker.isEmpty { return candidates.indices.filter { candidates[$0] == nil } }
    let values = candidates.map { $0.map { overlap(Set($0), speaker) } ?? 0 }
    guard let top = values.max(), top >= 0.4 else { return [] }
    return values.indices.filter { values[$0] == top }
  }

  private func overlap(_ a: Set<Int>, _ b: Set<Int>) -> Double {
    let both = a.intersection(b).count
    return both == 0 ? 0 : 2 * Double(both) / Double(a.count + b.count)
  }
}

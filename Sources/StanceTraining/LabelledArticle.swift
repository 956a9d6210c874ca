import Actors
import Evaluation
import GermanLanguage
import NewsArchive
import Quotations
import StanceAnalysis
import TextModel

/// An article whose statements somebody has read and labelled: +, − or 0.
struct LabelledArticle {
  /// What kind of text: the made-up sentences have no article around them.
  enum Source { case sentence, article }

  var document: String
  var source: Source
  var statements: [Statement]
  var features: [StanceFeatures]
  /// For each statement 0 support, 1 oppose, 2 neutral; nil when nobody has labelled it.
  var labels: [Int?]
  /// Whether the reader was sure.
  var isSure: [Bool]
}

/// Finds the statements of texts as `extract` does, with what their polarity is judged by.
struct StatementReader {
  private let archive: ArticleReader
  private let finder: StatementFinder
  private let resolver: ActorResolver
  private let stances: StanceAnalyser

  init(files: LexiconFiles) {
    archive = ArticleReader(lexicon: files)
    finder = StatementFinder(lexicon: files, learned: false)
    resolver = ActorResolver(words: GermanLexicon(files: files), files: files, actorLists: [])
    stances = StanceAnalyser(codebook: Codebook(files: files), files: files)
  }

  func read(_ bytes: [UInt8], document: String, source: LabelledArticle.Source) throws
    -> LabelledArticle
  {
    let article = try archive.article(document: document, path: document, bytes: bytes)
    let reading = finder.reading(of: article)
    let (actors, statements) = resolver.resolve(
      article, reading.statements, tokens: reading.tokens)
    let features = stances.features(
      article.text, statements, tokens: reading.tokens, actors: actors)
    return LabelledArticle(
      document: document, source: source, statements: statements, features: features,
      labels: Array(repeating: nil, count: statements.count),
      isSure: Array(repeating: true, count: statements.count))
  }
}

/// 0 support, 1 oppose, 2 neutral, by the first letter of the word.
func polarityNumber(_ word: String) -> Int? {
  switch word.utf8.first {
  case UInt8(ascii: "s"): 0
  case UInt8(ascii: "o"): 1
  case UInt8(ascii: "n"): 2
  default: nil
  }
}

/// The made-up sentences of a table `polarity, text`: every statement found in one has its label.
func labelledSentences(_ table: [UInt8], reader: StatementReader) throws -> [LabelledArticle] {
  try TabSeparatedTable(table).rows.enumerated().compactMap { number, row in
    guard let label = polarityNumber(row["polarity"]) else { return nil }
    var article = try reader.read(
      Array(row["text"].utf8), document: "sentence \(number + 1)", source: .sentence)
    article.labels = article.labels.map { _ in label }
    return article.statements.isEmpty ? nil : article
  }
}

/// The articles of a folder of the public data set with the labels of a table
/// `document, begin, end, polarity, sure`: offsets of the quote's hull in code points.
///
/// A statement takes the label of which at least four fifths overlap with it (F1 of bytes).
func labelledArticles(_ table: [UInt8], folder: String, reader: StatementReader) throws
  -> [LabelledArticle]
{
  var labels: [String: [(span: Range<Int>, label: Int, sure: Bool)]] = [:]
  for row in TabSeparatedTable(table).rows {
    guard let begin = Int(row["begin"]), let end = Int(row["end"]), begin < end,
      let label = polarityNumber(row["polarity"])
    else { continue }
    labels[row["document"], default: []].append((begin..<end, label, row["sure"] != "no"))
  }
  return try readGold(folder: folder).compactMap { gold in
    guard let wanted = labels[gold.document] else { return nil }
    var article = try reader.read(gold.text.utf8, document: gold.document, source: .article)
    let points = codePoints(gold.text)
    for (position, statement) in article.statements.enumerated() {
      guard let first = statement.quote.first, let last = statement.quote.last else { continue }
      let hull = points[first.begin]..<points[last.end]
      let best = wanted.max { overlap($0.span, hull) < overlap($1.span, hull) }
      guard let best, overlap(best.span, hull) >= 0.8 else { continue }
      article.labels[position] = best.label
      article.isSure[position] = best.sure
    }
    return article
  }
}

/// F1 of two ranges.
private func overlap(_ a: Range<Int>, _ b: Range<Int>) -> Double {
  2 * Double(a.clamped(to: b).count) / Double(max(1, a.count + b.count))
}

/// For each byte offset the number of code points before it.
private func codePoints(_ text: SourceText) -> [Int] {
  var result: [Int] = []
  result.reserveCapacity(text.count + 1)
  var count = 0
  for byte in text.utf8 {
    result.append(count)
    if byte & 0xC0 != 0x80 { count += 1 }
  }
  // A continuation byte belongs to the code point before it; offsets at boundaries are right.
  result.append(count)
  return result
}

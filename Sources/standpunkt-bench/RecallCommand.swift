import ArgumentParser
import ArticleAnalysis
import CorpusIndex
import GermanLanguage
import NewsArchive
import Relations
import TextModel

/// How many repetitions of a quotation the index finds: quotations that were shortened, edited, or put into other
/// words as a second translation would, against the keys that the index keeps of the original.
struct RecallCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "recall",
    abstract: "Measure how many repetitions of quotations are found; print Markdown.")

  @Option(help: "How many made-up articles the quotations are taken from.")
  var articles = 400

  @Option(
    help: ArgumentHelp("Write the table into this file of Markdown too.", valueName: "file"))
  var into: String?

  /// A way of saying the same again.
  private enum Change: String, CaseIterable {
    case shortened, edited, translated
  }

  private struct Cell {
    var pairs = 0
    var found = 0
    var expected = 0.0
  }

  /// Lower bounds of the classes: the part of the stored quotation's runs of three words that the other one has.
  private static let bounds = [0.9, 0.7, 0.5, 1.0 / 3, 0.2, 0.1]
  /// What makes a repetition: the part of the shorter one's runs that the longer one has.
  private static let repetition = 1.0 / 3

  func run() throws {
    var random = SeededRandom(seed: 2026)
    let quotes = quotes()
    let pool = quotes.flatMap { $0 }
    var cells: [Change: [Cell]] = [:]
    for change in Change.allCases {
      var row = Array(repeating: Cell(), count: Self.bounds.count)
      for quote in quotes {
        let original = sketch(quote)
        let other = sketch(changed(quote, change, pool, &random))
        let part = part(of: original, in: other)
        guard original.wording(other) >= Self.repetition,
          let place = Self.bounds.firstIndex(where: { part >= $0 })
        else { continue }
        row[place].pairs += 1
        if finds(other, original) { row[place].found += 1 }
        row[place].expected += expected(part)
      }
      cells[change] = row
    }
    let heading = "Repetitions"
    let text = """
      \(Machine.today), commit \(Machine.commit). \(quotes.count) quotations of eight to some sixty words from \(articles) \
      articles of `standpunkt-bench generate`, each changed in three ways: *shortened* to a part, *edited* by leaving out \
      and exchanging words, *translated* anew, with other words and parts in another order. Counted are pairs of which the \
      shorter one has a third of its runs of three words in common with the other, which is what makes a repetition; found \
      is one of which the index has a key. By the part s of the stored quotation's runs that the other one has; in brackets \
      what 1 − (1 − s)⁸ expects, which is for quotations of many more than eight runs.

      | s | \(Change.allCases.map(\.rawValue).joined(separator: " | ")) |
      |---|\(Change.allCases.map { _ in "---|" }.joined())
      \(rows(cells).joined(separator: "\n"))
      """
    print("## \(heading)\n\n\(text)")
    if let into { try writeSection(heading, text, to: into) }
  }

  private func rows(_ cells: [Change: [Cell]]) -> [String] {
    Self.bounds.indices.map { index in
      let upper = index == 0 ? "1" : decimals(Self.bounds[index - 1], 2)
      let columns = Change.allCases.map { change -> String in
        let cell = cells[change]?[index] ?? Cell()
        guard cell.pairs > 0 else { return "–" }
        let share = 100 * Double(cell.found) / Double(cell.pairs)
        return
          "\(decimals(share, 1)) % of \(cell.pairs) (\(decimals(100 * cell.expected / Double(cell.pairs), 1)))"
      }
      return "| \(decimals(Self.bounds[index], 2)) to \(upper) | "
        + columns.joined(separator: " | ")
        + " |"
    }
  }

  /// Whether the index finds the stored quotation from another one: by a run of its own that is among the keys.
  private func finds(_ other: QuoteSketch, _ stored: QuoteSketch) -> Bool {
    let keys = Set(RelationKeys.words(stored).split(separator: " "))
    return other.shingles.contains { keys.contains(Substring(RelationKeys.word($0))) }
  }

  /// How many of the stored one's runs the other one has.
  private func part(of stored: QuoteSketch, in other: QuoteSketch) -> Double {
    guard !stored.shingles.isEmpty else { return 0 }
    let runs = Set(other.shingles)
    return Double(stored.shingles.count { runs.contains($0) }) / Double(stored.shingles.count)
  }

  private func expected(_ part: Double) -> Double {
    1 - (0..<8).reduce(1.0) { missed, _ in missed * (1 - part) }
  }

  private func sketch(_ words: [Substring]) -> QuoteSketch {
    QuoteSketch(words.joined(separator: " ").utf8)
  }

  /// The words of each quotation.
  private func quotes() -> [[Substring]] {
    let reader = ArticleReader()
    let analyser = ArticleAnalyser(lexicon: .embedded)
    var quotes: [[Substring]] = []
    for number in 0..<articles {
      let made = GeneratedArticle(number: number)
      let article = reader.article(
        document: "artikel-\(number)", path: made.path, text: SourceText(made.text))
      // Single ones, and some in a row as a long one.
      var long: [Substring] = []
      for statement in analyser.analyse(article).statements {
        let words = article.text.joined(statement.quote).split(separator: " ")
        if words.count >= 8 { quotes.append(words) }
        long += words
        if long.count >= 24 + number % 30 {
          quotes.append(long)
          long = []
        }
      }
    }
    return quotes
  }

  private func changed(
    _ words: [Substring], _ change: Change, _ pool: [Substring], _ random: inout SeededRandom
  ) -> [Substring] {
    switch change {
    case .shortened:
      let count = max(5, words.count * (15 + random.below(81)) / 100)
      let begin = random.below(words.count - min(count, words.count) + 1)
      return Array(words[begin..<min(words.count, begin + count)])
    case .edited:
      let chance = 2 + random.below(18)
      return words.compactMap { word in
        if random.chance(chance / 2) { return nil }
        return random.chance(chance) ? random.pick(pool) : word
      }
    case .translated:
      let middle = words.count / 3 + random.below(words.count / 3 + 1)
      let turned = random.chance(50) ? words[middle...] + words[..<middle] : words[...]
      let chance = 10 + random.below(30)
      return turned.map { random.chance(chance) ? random.pick(pool) : $0 }
    }
  }
}

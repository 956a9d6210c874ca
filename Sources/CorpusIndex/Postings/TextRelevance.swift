import CorpusStore
import GRDB

/// Scores articles by how well their words match a query, as `Relevance` has it. Only articles that are there
/// count, so that an index that has forgotten some scores as if it had never known them; FTS5's own function
/// counts those too.
struct TextRelevance {
  private let articles: ArticleColumns
  /// Words of each article, by place.
  private let lengths: [Int32]
  private let relevance: Relevance
  private(set) var scores: [Double]

  /// - Parameter lengths: words of each article, by place.
  init(_ articles: ArticleColumns, lengths: [Int32]) {
    self.articles = articles
    self.lengths = lengths
    relevance = Relevance(
      articles: articles.count, words: lengths.reduce(0) { $0 + Int($1) })
    scores = Array(repeating: 0, count: articles.count)
  }

  /// Adds what a phrase is worth; a word is a phrase of one.
  ///
  /// - Throws: `WordSegments.UnknownFormat`, database errors.
  mutating func add(
    _ phrase: TextQuery.Phrase, _ segments: WordSegments, _ db: Database
  ) throws {
    var inTitle = Array(repeating: Int32(0), count: articles.count)
    var inText = inTitle
    if phrase.words.count == 1, let word = phrase.words.first {
      try articles.withFinder { finder in
        try inTitle.withUnsafeMutableBufferPointer { inTitle in
          try inText.withUnsafeMutableBufferPointer { inText in
            var taker = OccurrenceCount(inTitle, inText, finder)
            try segments.walk(word, isBeginning: phrase.endsInPrefix, db, &taker)
          }
        }
      }
    } else {
      let search = PhraseSearch([phrase])
      try search.forEachMatch(column: 0, segments, articles, db) { inTitle[$0] = Int32($1) }
      try search.forEachMatch(column: 1, segments, articles, db) { inText[$0] = Int32($1) }
    }
    let hits = articles.numbers.indices.count { inTitle[$0] + inText[$0] > 0 }
    for place in scores.indices where inTitle[place] + inText[place] > 0 {
      scores[place] += relevance.score(
        hits: hits, inTitle: Int(inTitle[place]), inText: Int(inText[place]),
        length: Int(lengths[place]))
    }
  }
}

/// Counts how often a word stands in the headline and in the text of each article.
private struct OccurrenceCount: PostingTaker {
  static var wantsPositions: Bool { true }

  /// By place; they belong to the caller.
  private let inTitle: UnsafeMutableBufferPointer<Int32>
  private let inText: UnsafeMutableBufferPointer<Int32>
  private var finder: PlaceFinder

  init(
    _ inTitle: UnsafeMutableBufferPointer<Int32>, _ inText: UnsafeMutableBufferPointer<Int32>,
    _ finder: PlaceFinder
  ) {
    self.inTitle = inTitle
    self.inText = inText
    self.finder = finder
  }

  mutating func take(_ article: Int64, _ positions: UnsafeRawBufferPointer) throws {
    guard let place = finder.place(of: article) else { return }
    var reader = PageReader(positions, 0..<positions.count)
    var column: Int64 = 0
    while !reader.isAtEnd {
      if try reader.number() == 1 {
        column = try reader.number()
      } else if column == 0 {
        inTitle[place] += 1
      } else {
        inText[place] += 1
      }
    }
  }
}

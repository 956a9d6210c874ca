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
  private let counts: OccurrenceCounts

  /// - Parameter lengths: words of each article, by place.
  init(_ articles: ArticleColumns, lengths: [Int32]) {
    self.articles = articles
    self.lengths = lengths
    relevance = Relevance(
      articles: articles.count, words: lengths.reduce(0) { $0 + Int($1) })
    scores = Array(repeating: 0, count: articles.count)
    counts = OccurrenceCounts(articles.count)
  }

  /// Adds what each of some words is worth.
  ///
  /// - Throws: `WordSegments.UnknownFormat`, database errors.
  mutating func add(words: [[UInt8]], _ segments: WordSegments, _ db: Database) throws {
    for word in words {
      try articles.withFinder { finder in
        var taker = OccurrenceTaker(counts, finder)
        try segments.walk(words: [word], db, &taker)
      }
      settle()
    }
  }

  /// Adds what a phrase is worth, or a beginning.
  mutating func add(
    _ phrase: TextQuery.Phrase, _ segments: WordSegments, _ db: Database
  ) throws {
    if phrase.words.count == 1, phrase.endsInPrefix, let word = phrase.words.first {
      try articles.withFinder { finder in
        var taker = OccurrenceTaker(counts, finder)
        try segments.walk(beginning: word, db, &taker)
      }
    } else {
      let search = PhraseSearch([phrase])
      for column in [0, 1] {
        try search.forEachMatch(column: Int64(column), segments, articles, db) {
          [counts] place, count in counts.add(count, at: place, column: Int64(column))
        }
      }
    }
    settle()
  }

  /// Scores what was counted and begins to count anew.
  private mutating func settle() {
    let hits = counts.places.count
    for place in counts.places {
      scores[Int(place)] += relevance.score(
        hits: hits, inTitle: Int(counts.inTitle[Int(place)]),
        inText: Int(counts.inText[Int(place)]), length: Int(lengths[Int(place)]))
    }
    counts.clear()
  }
}

/// How often something stands in the headline and in the text of each article.
private final class OccurrenceCounts {
  /// By place.
  private(set) var inTitle: [Int32]
  private(set) var inText: [Int32]
  /// Places that have any.
  private(set) var places: [Int32] = []

  init(_ count: Int) {
    inTitle = Array(repeating: 0, count: count)
    inText = inTitle
  }

  func add(_ count: Int, at place: Int, column: Int64) {
    guard count > 0 else { return }
    if inTitle[place] == 0, inText[place] == 0 { places.append(Int32(place)) }
    if column == 0 { inTitle[place] += Int32(count) } else { inText[place] += Int32(count) }
  }

  func clear() {
    for place in places {
      inTitle[Int(place)] = 0
      inText[Int(place)] = 0
    }
    places.removeAll(keepingCapacity: true)
  }
}

/// Counts how often a word, or each that begins so, stands in each article.
private struct OccurrenceTaker: PostingTaker {
  static var wantsPositions: Bool { true }

  private let counts: OccurrenceCounts
  private var finder: PlaceFinder

  init(_ counts: OccurrenceCounts, _ finder: PlaceFinder) {
    self.counts = counts
    self.finder = finder
  }

  mutating func take(_ article: Int64, _ positions: UnsafeRawBufferPointer) throws {
    guard let place = finder.place(of: article) else { return }
    var reader = PageReader(positions, 0..<positions.count)
    var column: Int64 = 0
    var found = (title: 0, text: 0)
    while !reader.isAtEnd {
      if try reader.number() == 1 {
        column = try reader.number()
      } else if column == 0 {
        found.title += 1
      } else {
        found.text += 1
      }
    }
    counts.add(found.title, at: place, column: 0)
    counts.add(found.text, at: place, column: 1)
  }
}

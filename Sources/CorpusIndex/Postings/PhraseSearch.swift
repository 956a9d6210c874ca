import CorpusStore
import GRDB

/// Finds the articles in which words stand in a row, or such phrases near each other.
///
/// Articles that have all the words are found first; only of these the positions are unpacked. Those of one word, the
/// one that costs most, are not even kept: each is held against the positions of the others as it comes by, and an
/// article that has matched is passed over. For two words of all of a hundred thousand articles that takes some
/// twenty milliseconds.
struct PhraseSearch {
  /// A word, or a beginning of words, with its place in the query.
  private struct Part {
    var letters: [UInt8]
    var isBeginning: Bool
    var phrase: Int
    /// Words of the phrase before it.
    var offset: Int32
  }

  private let lengths: [Int32]
  /// How many words may lie between one phrase and the next; meaningless for one phrase.
  private let distance: Int
  /// The words of all phrases one after the other.
  private let parts: [Part]

  init(_ phrases: [TextQuery.Phrase], distance: Int = 0) {
    self.distance = distance
    lengths = phrases.map { Int32(truncatingIfNeeded: $0.words.count) }
    parts = phrases.enumerated().flatMap { number, phrase in
      phrase.words.enumerated().map {
        Part(
          letters: $1, isBeginning: phrase.endsInPrefix && $0 == phrase.words.count - 1,
          phrase: number, offset: Int32(truncatingIfNeeded: $0))
      }
    }
  }

  /// For each place whether the article matches.
  ///
  /// - Throws: `WordSegments.UnknownFormat`, database errors.
  func matches(
    _ segments: WordSegments, _ articles: ArticleColumns, _ db: Database
  ) throws -> [Bool] {
    var hits = Array(repeating: false, count: articles.count)
    try forEachMatch(column: 1, onlyFirst: true, segments, articles, db) { place, _ in
      hits[place] = true
    }
    return hits
  }

  /// Calls `body` with the place of each article that matches in a column, and how often the first phrase
  /// stands there; with `onlyFirst` once an article, else perhaps several times with a part of the number.
  func forEachMatch(
    column: Int64, onlyFirst: Bool = false, _ segments: WordSegments, _ articles: ArticleColumns,
    _ db: Database, _ body: @escaping (_ place: Int, _ count: Int) -> Void
  ) throws {
    var (places, counts) = try candidates(segments, articles, db)
    guard !places.isEmpty, let streamed = streamed(counts) else { return }
    for part in parts where part.isBeginning && places.count > Self.fewCandidates {
      try narrow(&places, to: part, segments, articles, db)
    }
    let positions = WordPositions(words: parts.count, candidates: places.count)
    var numbers = Array(repeating: Int32(-1), count: articles.count)
    for (number, place) in places.enumerated() { numbers[place] = Int32(number) }
    let stored = parts.indices.filter { $0 != streamed }
    // Beginnings first: articles without one need no positions of the other words.
    let order =
      stored.filter { parts[$0].isBeginning } + stored.filter { !parts[$0].isBeginning }
    try numbers.withUnsafeMutableBufferPointer { numbers in
      try articles.withFinder { finder in
        for index in order {
          let part = parts[index]
          var taker = PositionTaker(
            positions, word: index, isBeginning: part.isBeginning, column: column,
            numbers: UnsafeBufferPointer(numbers), finder)
          if part.isBeginning {
            try segments.walk(beginning: part.letters, db, &taker)
            positions.sort(index)
          } else {
            try segments.walk(words: [part.letters], db, &taker)
          }
          for (number, place) in places.enumerated() where positions.isEmpty(index, number) {
            numbers[place] = -1
          }
        }
        let phrases = join(stored, positions, places.count)
        // The lists look into memory of the positions.
        try withExtendedLifetime(positions) {
          let part = parts[streamed]
          var taker = NearnessTaker(
            positions.lists, phrases, distance: distance, word: (part.phrase, part.offset),
            column: column, onlyFirst: onlyFirst, candidates: places.count, numbers, finder, body)
          defer { taker.end() }
          if part.isBeginning {
            try segments.walk(beginning: part.letters, db, &taker)
          } else {
            try segments.walk(words: [part.letters], db, &taker)
          }
        }
      }
    }
  }

  /// The part whose positions are not kept: a beginning, since these would have to be sorted, the shortest one as it has
  /// most words; else the word that most articles have.
  private func streamed(_ counts: [Int]) -> Int? {
    let beginnings = parts.indices.filter { parts[$0].isBeginning }
    if let shortest = beginnings.min(by: { parts[$0].letters.count < parts[$1].letters.count }) {
      return shortest
    }
    return parts.indices.max { counts[$0] < counts[$1] }
  }

  /// The phrases; one of the kept words of each holds, after this, where all of them stand in a row.
  private func join(
    _ stored: [Int], _ positions: WordPositions, _ candidates: Int
  ) -> [NearnessTaker.Phrase] {
    lengths.indices.map { phrase in
      let words = stored.filter { parts[$0].phrase == phrase }
      guard let head = words.first else { return .init(length: lengths[phrase], offset: 0) }
      for other in words.dropFirst() {
        let offset = parts[other].offset - parts[head].offset
        for candidate in 0..<candidates {
          positions.keep(head, before: other, by: offset, candidate)
        }
      }
      return .init(
        length: lengths[phrase], first: positions.first(head), offset: parts[head].offset)
    }
  }

  private static let fewCandidates = 200

  /// Places of the articles that have all the words, and for each word how many have it; whether they have a beginning
  /// is not asked, since its many lists are gone through for their positions anyway.
  private func candidates(
    _ segments: WordSegments, _ articles: ArticleColumns, _ db: Database
  ) throws -> (places: [Int], counts: [Int]) {
    var all: [Bool]?
    var counts = parts.map { _ in 0 }
    for (index, part) in parts.enumerated() where !part.isBeginning {
      let marks = try segments.marks([part.letters], articles, db)
      counts[index] = marks.count { $0 }
      guard var kept = all else {
        all = marks
        continue
      }
      for place in kept.indices where !marks[place] { kept[place] = false }
      all = kept
    }
    guard let marks = all else { return (Array(0..<articles.count), counts) }
    return (marks.indices.filter { marks[$0] }, counts)
  }

  /// Leaves only articles that have a beginning, if it is a rare one; given up as soon as it is not.
  private func narrow(
    _ places: inout [Int], to part: Part, _ segments: WordSegments, _ articles: ArticleColumns,
    _ db: Database
  ) throws {
    let found = try articles.withFinder { finder in
      var taker = RareArticles(finder, most: places.count / 4)
      try segments.walk(beginning: part.letters, db, &taker)
      return taker.isDone ? nil : taker.places
    }
    guard let found else { return }
    let rare = Set(found)
    places.removeAll { !rare.contains($0) }
  }
}

/// Notes articles as long as they are few.
private struct RareArticles: PostingTaker {
  static var wantsPositions: Bool { false }

  private(set) var places: [Int] = []
  private var finder: PlaceFinder
  private let most: Int

  init(_ finder: PlaceFinder, most: Int) {
    self.finder = finder
    self.most = most
  }

  var isDone: Bool { places.count > most }

  mutating func take(_ article: Int64, _ positions: UnsafeRawBufferPointer) {
    if let place = finder.place(of: article) { places.append(place) }
  }
}

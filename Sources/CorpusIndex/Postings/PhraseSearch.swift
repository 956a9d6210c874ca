import CorpusStore
import GRDB

/// Finds the articles in which words stand in a row, or such phrases near each other.
///
/// Articles that have all the words are found first; only of these the positions are unpacked and held against
/// each other. For two words of all of a hundred thousand articles that takes some thirty milliseconds.
struct PhraseSearch {
  private let phrases: [TextQuery.Phrase]
  /// How many words may lie between one phrase and the next; meaningless for one phrase.
  private let distance: Int
  /// The words of all phrases one after the other.
  private let words: [(letters: [UInt8], isBeginning: Bool)]

  init(_ phrases: [TextQuery.Phrase], distance: Int = 0) {
    self.phrases = phrases
    self.distance = distance
    words = phrases.flatMap { phrase in
      phrase.words.enumerated().map {
        ($1, phrase.endsInPrefix && $0 == phrase.words.count - 1)
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
    try forEachMatch(column: 1, segments, articles, db) { place, _ in hits[place] = true }
    return hits
  }

  /// Calls `body` with the place of each article that matches in a column, and how often the first phrase
  /// stands there.
  func forEachMatch(
    column: Int64, _ segments: WordSegments, _ articles: ArticleColumns, _ db: Database,
    _ body: (_ place: Int, _ count: Int) -> Void
  ) throws {
    let places = try candidates(segments, articles, db)
    guard !places.isEmpty else { return }
    let positions = WordPositions(words: words.count, candidates: places.count)
    var numbers = Array(repeating: Int32(-1), count: articles.count)
    for (number, place) in places.enumerated() { numbers[place] = Int32(number) }
    try numbers.withUnsafeBufferPointer { numbers in
      try articles.withFinder { finder in
        for (index, word) in words.enumerated() {
          var taker = PositionTaker(
            positions, word: index, isBeginning: word.isBeginning, column: column,
            numbers: numbers, finder)
          try segments.walk(word.letters, isBeginning: word.isBeginning, db, &taker)
          if word.isBeginning { positions.sort(index) }
        }
      }
    }
    var begins: [[Int32]] = Array(repeating: [], count: phrases.count)
    var cursors = Array(repeating: 0, count: phrases.count)
    for (candidate, place) in places.enumerated() {
      var first = 0
      var isThere = true
      for phrase in phrases.indices {
        let count = phrases[phrase].words.count
        Self.begins(of: first..<first + count, positions, candidate, &begins[phrase])
        first += count
        isThere = !begins[phrase].isEmpty
        if !isThere { break }
      }
      if isThere, phrases.count == 1 || isNear(begins, &cursors) { body(place, begins[0].count) }
    }
  }

  /// Places of the articles that have all the words.
  private func candidates(
    _ segments: WordSegments, _ articles: ArticleColumns, _ db: Database
  ) throws -> [Int] {
    var all: [Bool]?
    for word in words {
      let marks = try segments.marks(
        word.isBeginning ? [] : [word.letters], beginnings: word.isBeginning ? [word.letters] : [],
        articles, db)
      guard var kept = all else {
        all = marks
        continue
      }
      for place in kept.indices where !marks[place] { kept[place] = false }
      all = kept
    }
    let marks = all ?? []
    return marks.indices.filter { marks[$0] }
  }

  /// Where the words of a phrase stand in a row.
  private static func begins(
    of words: Range<Int>, _ positions: WordPositions, _ candidate: Int, _ begins: inout [Int32]
  ) {
    begins.removeAll(keepingCapacity: true)
    begins.append(contentsOf: positions.list(words.lowerBound, candidate))
    for word in words.dropFirst() {
      let list = positions.list(word, candidate)
      let offset = Int32(word - words.lowerBound)
      var kept = 0
      begins.withUnsafeMutableBufferPointer { begins in
        var next = 0
        for index in begins.indices {
          let wanted = begins[index] + offset
          while next < list.count, list[next] < wanted { next += 1 }
          if next == list.count { break }
          if list[next] == wanted {
            begins[kept] = begins[index]
            kept += 1
          }
        }
      }
      begins.removeLast(begins.count - kept)
    }
  }

  /// Whether one occurrence of each phrase can be chosen such that at most `distance` words lie between the end
  /// of each and the beginning of the one that begins last, as FTS5 counts.
  ///
  /// All beginnings are gone through in rising order; of every phrase the last one so far is the nearest.
  private func isNear(_ begins: [[Int32]], _ cursors: inout [Int]) -> Bool {
    for phrase in cursors.indices { cursors[phrase] = 0 }
    while true {
      var latest = Int32.max
      for phrase in begins.indices where cursors[phrase] < begins[phrase].count {
        latest = min(latest, begins[phrase][cursors[phrase]])
      }
      if latest == .max { return false }
      var isNear = true
      for phrase in begins.indices {
        if cursors[phrase] < begins[phrase].count, begins[phrase][cursors[phrase]] == latest {
          cursors[phrase] += 1
        } else if cursors[phrase] == 0
          || Int(begins[phrase][cursors[phrase] - 1]) + phrases[phrase].words.count + distance
            < Int(latest)
        {
          isNear = false
        }
      }
      if isNear { return true }
    }
  }
}

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
    // Beginnings first: articles without one need no positions of the other words.
    let order =
      words.indices.filter { words[$0].isBeginning }
      + words.indices.filter { !words[$0].isBeginning }
    try numbers.withUnsafeMutableBufferPointer { numbers in
      try articles.withFinder { finder in
        for index in order {
          let word = words[index]
          var taker = PositionTaker(
            positions, word: index, isBeginning: word.isBeginning, column: column,
            numbers: UnsafeBufferPointer(numbers), finder)
          if word.isBeginning {
            try segments.walk(beginning: word.letters, db, &taker)
            positions.sort(index)
            for (number, place) in places.enumerated() where positions.isEmpty(index, number) {
              numbers[place] = -1
            }
          } else {
            try segments.walk(words: [word.letters], db, &taker)
          }
        }
      }
    }
    let lengths = phrases.map { Int32(truncatingIfNeeded: $0.words.count) }
    var begins = Array(
      repeating: UnsafeBufferPointer<Int32>(start: nil, count: 0), count: phrases.count)
    var cursors = Array(repeating: 0, count: phrases.count)
    for (candidate, place) in places.enumerated() {
      var first = 0
      var isThere = true
      for phrase in lengths.indices where isThere {
        let next = first + Int(lengths[phrase])
        begins[phrase] = positions.rows(first..<next, candidate)
        first = next
        isThere = begins[phrase].count > 0
      }
      if isThere, lengths.count == 1 || isNear(begins, lengths, &cursors) {
        body(place, begins[0].count)
      }
    }
  }

  /// Places of the articles that have all the words; whether they have a beginning is only asked when there is
  /// no whole word, since its many lists are gone through for their positions anyway.
  private func candidates(
    _ segments: WordSegments, _ articles: ArticleColumns, _ db: Database
  ) throws -> [Int] {
    var all: [Bool]?
    let whole = words.filter { !$0.isBeginning }
    for word in whole.isEmpty ? words : whole {
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

  /// Whether one occurrence of each phrase can be chosen such that at most `distance` words lie between the end
  /// of each and the beginning of the one that begins last, as FTS5 counts.
  ///
  /// The last beginning is raised until every phrase has an occurrence near enough before it: what is passed over
  /// lies too far before every later one too.
  ///
  /// - Complexity: O(occurrences); the first choice that fits ends it.
  private func isNear(
    _ begins: [UnsafeBufferPointer<Int32>], _ lengths: [Int32], _ cursors: inout [Int]
  ) -> Bool {
    let distance = Int64(Int32(clamping: distance))
    return begins.withUnsafeBufferPointer { begins in
      cursors.withUnsafeMutableBufferPointer { cursors in
        var latest = Int32.min
        for phrase in begins.indices {
          cursors[phrase] = 0
          latest = max(latest, begins[phrase][0])
        }
        while true {
          let wanted = latest
          for phrase in begins.indices {
            let list = begins[phrase]
            let earliest = Int64(latest) - Int64(lengths[phrase]) - distance
            var cursor = cursors[phrase]
            while cursor < list.count, Int64(list[cursor]) < earliest { cursor += 1 }
            guard cursor < list.count else { return false }
            cursors[phrase] = cursor
            latest = max(latest, list[cursor])
          }
          if latest == wanted { return true }
        }
      }
    }
  }
}

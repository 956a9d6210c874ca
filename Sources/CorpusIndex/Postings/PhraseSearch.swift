import CorpusStore
import GRDB

/// Finds the articles in which words stand in a row, or such phrases near each other.
///
/// Articles that have all the words are found first; only of these the positions are unpacked and held against
/// each other. For two words of every third article of a hundred thousand that takes some ten milliseconds.
struct PhraseSearch {
  private let phrases: [TextQuery.Phrase]
  /// How many words may lie between one phrase and the next; meaningless for one phrase.
  private let distance: Int

  init(_ phrases: [TextQuery.Phrase], distance: Int = 0) {
    self.phrases = phrases
    self.distance = distance
  }

  /// For each place whether the article matches.
  ///
  /// - Throws: `WordSegments.UnknownFormat`, database errors.
  func matches(
    _ segments: WordSegments, _ articles: ArticleColumns, _ db: Database
  ) throws -> [Bool] {
    var candidates = Array(repeating: true, count: articles.count)
    for slot in slots {
      var marks = ArticleMarks(articles)
      try segments.walk(slot.word, isBeginning: slot.isBeginning, db, &marks)
      for place in candidates.indices where !marks.hits[place] { candidates[place] = false }
    }
    var hits = Array(repeating: false, count: articles.count)
    let places = candidates.indices.filter { candidates[$0] }
    guard !places.isEmpty else { return hits }
    var numbers = Array(repeating: Int32(-1), count: articles.count)
    for (number, place) in places.enumerated() { numbers[place] = Int32(number) }
    var positions: [[WordPositions]] = []
    for phrase in phrases {
      var words: [WordPositions] = []
      for (index, word) in phrase.words.enumerated() {
        let isBeginning = phrase.endsInPrefix && index == phrase.words.count - 1
        var taker = PositionTaker(articles, numbers: numbers)
        try segments.walk(word, isBeginning: isBeginning, db, &taker)
        words.append(WordPositions(taker, candidates: places.count, sorts: isBeginning))
      }
      positions.append(words)
    }
    var begins: [[Int32]] = Array(repeating: [], count: phrases.count)
    for (candidate, place) in places.enumerated() {
      var isThere = true
      for phrase in phrases.indices where isThere {
        Self.begins(of: positions[phrase], candidate, &begins[phrase])
        isThere = !begins[phrase].isEmpty
      }
      hits[place] = isThere && (phrases.count == 1 || isNear(begins))
    }
    return hits
  }

  private var slots: [(word: [UInt8], isBeginning: Bool)] {
    phrases.flatMap { phrase in
      phrase.words.enumerated().map {
        ($1, phrase.endsInPrefix && $0 == phrase.words.count - 1)
      }
    }
  }

  /// Where the words of a phrase stand in a row.
  private static func begins(
    of words: [WordPositions], _ candidate: Int, _ begins: inout [Int32]
  ) {
    begins.removeAll(keepingCapacity: true)
    guard let first = words.first else { return }
    begins.append(contentsOf: first.all[first.range(candidate)])
    for (offset, word) in words.enumerated().dropFirst() {
      var next = word.range(candidate).lowerBound
      let end = word.range(candidate).upperBound
      var kept = 0
      for index in begins.indices {
        let wanted = begins[index] + Int32(offset)
        while next < end, word.all[next] < wanted { next += 1 }
        if next == end { break }
        if word.all[next] == wanted {
          begins[kept] = begins[index]
          kept += 1
        }
      }
      begins.removeLast(begins.count - kept)
    }
  }

  /// Whether one occurrence of each phrase can be chosen such that at most `distance` words lie between the end
  /// of each and the beginning of the one that begins last, as FTS5 counts.
  private func isNear(_ begins: [[Int32]]) -> Bool {
    for latest in begins.indices {
      for begin in begins[latest] {
        let others = begins.indices.allSatisfy { other in
          other == latest
            || hasOne(begins[other], length: phrases[other].words.count, before: begin)
        }
        if others { return true }
      }
    }
    return false
  }

  /// Whether one of some rising beginnings is not after `latest`, and ends at most `distance` words before it.
  private func hasOne(_ begins: [Int32], length: Int, before latest: Int32) -> Bool {
    var low = 0
    var high = begins.count
    while low < high {
      let middle = (low + high) / 2
      if begins[middle] <= latest { low = middle + 1 } else { high = middle }
    }
    return low > 0 && Int(begins[low - 1]) + length + distance >= Int(latest)
  }
}

/// Unpacks where a word stands in the texts of the candidates.
private struct PositionTaker: PostingTaker {
  static var wantsPositions: Bool { true }

  private var finder: PlaceFinder
  /// The number of the candidate at each place; -1 for other articles.
  private let numbers: [Int32]
  private(set) var runs: [(candidate: Int32, begin: Int32, end: Int32)] = []
  private(set) var all: [Int32] = []

  init(_ articles: ArticleColumns, numbers: [Int32]) {
    finder = PlaceFinder(articles)
    self.numbers = numbers
  }

  mutating func take(_ article: Int64, _ positions: UnsafeRawBufferPointer) throws {
    guard let place = finder.place(of: article), numbers[place] >= 0 else { return }
    let begin = all.count
    var reader = PageReader(positions, 0..<positions.count)
    // The headline, column 0, is a part of the text, column 1.
    var column: Int64 = 0
    var position: Int64 = 0
    while !reader.isAtEnd {
      let step = try reader.number()
      if step == 1 {
        column = try reader.number()
        position = 0
      } else {
        position += step - 2
        if column == 1 { all.append(Int32(truncatingIfNeeded: position)) }
      }
    }
    if all.count > begin {
      runs.append(
        (numbers[place], Int32(truncatingIfNeeded: begin), Int32(truncatingIfNeeded: all.count)))
    }
  }
}

/// Where a word stands in each candidate, rising.
private struct WordPositions {
  private(set) var all: [Int32]
  /// By candidate, and one more for the end.
  private var starts: [Int32]

  func range(_ candidate: Int) -> Range<Int> { Int(starts[candidate])..<Int(starts[candidate + 1]) }

  /// - Parameter sorts: whether several words stand for one, whose positions are mixed.
  init(_ taker: PositionTaker, candidates: Int, sorts: Bool) {
    starts = Array(repeating: 0, count: candidates + 1)
    for run in taker.runs { starts[Int(run.candidate) + 1] += run.end - run.begin }
    for index in 1..<starts.count { starts[index] += starts[index - 1] }
    all = Array(repeating: 0, count: taker.all.count)
    var filled = starts
    for run in taker.runs {
      for index in Int(run.begin)..<Int(run.end) {
        all[Int(filled[Int(run.candidate)])] = taker.all[index]
        filled[Int(run.candidate)] += 1
      }
    }
    guard sorts else { return }
    for candidate in 0..<candidates { all[range(candidate)].sort() }
  }
}

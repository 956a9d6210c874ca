/// Holds the positions of one word, article by article as they come, against those of the other words of a query.
///
/// Of a beginning the lists of several words come, each by itself: an article matches if it matches with one of them.
struct NearnessTaker: PostingTaker {
  static var wantsPositions: Bool { true }

  /// One phrase of the query.
  struct Phrase {
    /// Words in it.
    var length: Int32
    /// Where in the lists stands what is kept for it, the positions of one of its words; nil for a phrase of
    /// the one word that comes.
    var first: Int?
    /// How many words of the phrase go before that one.
    var offset: Int32
  }

  private let lists: WordPositions.Lists
  private let phrases: [Phrase]
  private let distance: Int64
  /// The phrase of the word that comes, and how many of its words go before it.
  private let phrase: Int
  private let offset: Int32
  /// Of a word by itself near one other phrase, or in a row with the other words of the only one: where in the lists
  /// that phrase stands, and how far its beginning may lie before and behind the word.
  private let pair: (first: Int, before: Int32, behind: Int32)?
  private let column: Int64
  private let onlyFirst: Bool
  /// The number of the candidate at each place; -1 for other articles.
  private let numbers: UnsafeMutableBufferPointer<Int32>
  private var finder: PlaceFinder
  private var left: Int
  private let body: (Int, Int) -> Void
  private var unpacked: UnsafeMutablePointer<Int32>
  private var begins: UnsafeMutablePointer<Int32>
  private var capacity = 1024
  private var found: [UnsafeBufferPointer<Int32>]
  private var cursors: [Int]

  /// `end` is to be called when all is taken.
  ///
  /// - Parameters:
  ///   - lists: of the other words; the caller holds their owner until `end`.
  ///   - distance: how many words may lie between one phrase and the next.
  ///   - word: the phrase of the word that comes, and how many of its words go before it.
  ///   - candidates: how many there are.
  ///   - body: called with the place of an article that matches, and how often the first phrase stands there; with
  ///     `onlyFirst` once an article.
  init(
    _ lists: WordPositions.Lists, _ phrases: [Phrase], distance: Int,
    word: (phrase: Int, offset: Int32), column: Int64, onlyFirst: Bool, candidates: Int,
    _ numbers: UnsafeMutableBufferPointer<Int32>, _ finder: PlaceFinder,
    _ body: @escaping (_ place: Int, _ count: Int) -> Void
  ) {
    self.lists = lists
    self.phrases = phrases
    self.distance = Int64(Int32(clamping: distance))
    phrase = word.phrase
    offset = word.offset
    self.column = column
    self.onlyFirst = onlyFirst
    self.numbers = numbers
    self.finder = finder
    self.body = body
    left = candidates
    let mostWords = Int64(Int32.max / 4)
    let other = phrases.count == 2 ? phrases[1 - phrase] : nil
    if onlyFirst, phrases.count == 1, let first = phrases[phrase].first {
      let apart = phrases[phrase].offset - offset
      pair = (first, -apart, apart)
    } else if onlyFirst, let other, let first = other.first, phrases[phrase].first == nil {
      pair = (
        first, Int32(clamping: min(mostWords, self.distance + Int64(other.length))),
        Int32(clamping: min(mostWords, self.distance + Int64(phrases[phrase].length)))
      )
    } else {
      pair = nil
    }
    unpacked = .allocate(capacity: capacity)
    begins = .allocate(capacity: capacity)
    found = phrases.map { _ in UnsafeBufferPointer(start: nil, count: 0) }
    cursors = phrases.map { _ in 0 }
  }

  func end() {
    unpacked.deallocate()
    begins.deallocate()
  }

  var isDone: Bool { left == 0 }

  @inline(__always)
  mutating func take(_ article: Int64, _ packed: UnsafeRawBufferPointer) throws {
    guard let place = finder.place(of: article) else { return }
    let candidate = Int(numbers[place])
    guard candidate >= 0 else { return }
    guard let pair else { return try takeRow(candidate, place, packed) }
    let list = lists[pair.first + candidate]
    guard try isNear(packed, list, before: pair.before, behind: pair.behind) else { return }
    body(place, 1)
    numbers[place] = -1
    left -= 1
  }

  /// Whether one of some positions has one of another list near it.
  private func isNear(
    _ packed: UnsafeRawBufferPointer, _ list: UnsafeBufferPointer<Int32>, before: Int32,
    behind: Int32
  ) throws -> Bool {
    var reader = PackedPositions(packed)
    var next = 0
    while let position = try reader.next(in: column) {
      while next < list.count, list[next] < position &- before { next += 1 }
      guard next < list.count else { return false }
      if list[next] <= position &+ behind { return true }
    }
    return false
  }

  private mutating func takeRow(
    _ candidate: Int, _ place: Int, _ packed: UnsafeRawBufferPointer
  ) throws {
    if packed.count > capacity { makeRoom(for: packed.count) }
    let count = try WordPositions.unpack(packed, column: column, into: unpacked)
    guard count > 0 else { return }
    for index in phrases.indices {
      guard let first = phrases[index].first else {
        found[index] = UnsafeBufferPointer(start: unpacked, count: count)
        continue
      }
      var list = lists[first + candidate]
      if index == phrase {
        let kept = WordPositions.join(
          UnsafeBufferPointer(start: unpacked, count: count), list,
          offset: phrases[index].offset - offset, into: begins)
        // Where the phrase begins, since that is what is counted from.
        for index in 0..<kept { begins[index] &-= offset }
        list = UnsafeBufferPointer(start: begins, count: kept)
      }
      guard list.count > 0 else { return }
      found[index] = list
    }
    guard found.count == 1 || isNear() else { return }
    body(place, found[0].count)
    if onlyFirst {
      numbers[place] = -1
      left -= 1
    }
  }

  private mutating func makeRoom(for count: Int) {
    end()
    capacity = max(capacity * 2, count)
    unpacked = .allocate(capacity: capacity)
    begins = .allocate(capacity: capacity)
  }

  /// Whether one occurrence of each phrase can be chosen such that at most `distance` words lie between the end
  /// of each and the beginning of the one that begins last, as FTS5 counts.
  ///
  /// The last beginning is raised until every phrase has an occurrence near enough before it: what is passed over
  /// lies too far before every later one too.
  ///
  /// - Complexity: O(occurrences); the first choice that fits ends it.
  private mutating func isNear() -> Bool {
    found.withUnsafeBufferPointer { begins in
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
            let earliest = Int64(latest) - Int64(phrases[phrase].length) - distance
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

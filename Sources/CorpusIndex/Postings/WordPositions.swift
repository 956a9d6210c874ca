/// Where some words stand in some articles, the candidates: rising lists of positions in one flat memory.
///
/// Filled word by word; afterwards asked for by candidate.
final class WordPositions {
  private var base: UnsafeMutablePointer<Int32>
  private var count = 0
  private var capacity: Int
  /// By word, then by candidate.
  private let begins: UnsafeMutablePointer<Int32>
  private let ends: UnsafeMutablePointer<Int32>
  /// What came of a beginning, for which several words of a text stand: by candidate, until it is sorted.
  private var runs: [(candidate: Int32, begin: Int32, end: Int32)] = []
  private let candidates: Int

  init(words: Int, candidates: Int) {
    self.candidates = candidates
    begins = .allocate(capacity: max(1, words * candidates))
    ends = .allocate(capacity: max(1, words * candidates))
    begins.initialize(repeating: 0, count: words * candidates)
    ends.initialize(repeating: 0, count: words * candidates)
    capacity = max(1024, words * candidates * 2)
    base = UnsafeMutablePointer.allocate(capacity: capacity)
  }

  deinit {
    base.deallocate()
    begins.deallocate()
    ends.deallocate()
  }

  /// Rising lists, valid until something is added and as long as their `WordPositions` live, which own the memory: who
  /// asks for them holds these (`withExtendedLifetime`) to the end of the work.
  struct Lists {
    fileprivate let base: UnsafeMutablePointer<Int32>
    fileprivate let begins: UnsafeMutablePointer<Int32>
    fileprivate let ends: UnsafeMutablePointer<Int32>

    /// - Parameter index: of a candidate, counted from the first one of the first word.
    @inline(__always)
    subscript(index: Int) -> UnsafeBufferPointer<Int32> {
      let begin = Int(begins[index])
      return UnsafeBufferPointer(start: base + begin, count: Int(ends[index]) - begin)
    }
  }

  var lists: Lists { Lists(base: base, begins: begins, ends: ends) }

  /// Where in `lists` those of a word begin.
  func first(_ word: Int) -> Int { word * candidates }

  /// Rising positions of a word in a candidate; valid until something is added.
  private func list(_ word: Int, _ candidate: Int) -> UnsafeBufferPointer<Int32> {
    let index = word * candidates + candidate
    let begin = Int(begins[index])
    return UnsafeBufferPointer(start: base + begin, count: Int(ends[index]) - begin)
  }

  /// Whether a word stands nowhere in a candidate.
  func isEmpty(_ word: Int, _ candidate: Int) -> Bool {
    let index = word * candidates + candidate
    return begins[index] == ends[index]
  }

  /// Puts in place of a word's positions in a candidate those from which another word stands `offset` words on.
  func keep(_ word: Int, before other: Int, by offset: Int32, _ candidate: Int) {
    let index = word * candidates + candidate
    let kept = base + Int(begins[index])
    let count = Self.join(
      UnsafeBufferPointer(start: kept, count: Int(ends[index] - begins[index])),
      list(other, candidate), offset: offset, into: kept)
    ends[index] = begins[index] + Int32(truncatingIfNeeded: count)
  }

  /// Writes those of some rising positions that a position of another rising list follows by `offset` words.
  ///
  /// - Parameter target: room for all of `first`, which may be the same memory.
  /// - Returns: how many.
  static func join(
    _ first: UnsafeBufferPointer<Int32>, _ second: UnsafeBufferPointer<Int32>, offset: Int32,
    into target: UnsafeMutablePointer<Int32>
  ) -> Int {
    var kept = 0
    var next = 0
    for position in first {
      let wanted = position &+ offset
      while next < second.count, second[next] < wanted { next += 1 }
      if next == second.count { break }
      if second[next] == wanted {
        target[kept] = position
        kept += 1
      }
    }
    return kept
  }

  /// Adds positions as FTS5 packs them.
  ///
  /// - Parameters:
  ///   - column: 0 for the headline, 1 for the text, of which the headline is a part.
  ///   - isMixed: whether more of the same candidate may come; `sort` is to be called behind all of them.
  func add(
    _ packed: UnsafeRawBufferPointer, word: Int, candidate: Int, column wanted: Int64, isMixed: Bool
  ) throws {
    // No more positions than bytes.
    makeRoom(for: packed.count)
    let begin = count
    let end = begin + (try Self.unpack(packed, column: wanted, into: base + begin))
    count = end
    let run = (Int32(truncatingIfNeeded: begin), Int32(truncatingIfNeeded: end))
    if isMixed {
      runs.append((Int32(candidate), run.0, run.1))
    } else {
      begins[word * candidates + candidate] = run.0
      ends[word * candidates + candidate] = run.1
    }
  }

  /// Unpacks the positions in one column.
  ///
  /// - Parameter target: room for as many numbers as there are bytes.
  /// - Returns: how many.
  static func unpack(
    _ packed: UnsafeRawBufferPointer, column wanted: Int64, into target: UnsafeMutablePointer<Int32>
  ) throws -> Int {
    var count = 0
    var reader = PackedPositions(packed)
    while let position = try reader.next(in: wanted) {
      target[count] = position
      count += 1
    }
    return count
  }

  /// Puts the positions of a beginning together by candidate, each list in its order.
  func sort(_ word: Int) {
    let first = word * candidates
    var starts = Array(repeating: Int32(0), count: candidates + 1)
    for run in runs { starts[Int(run.candidate) + 1] += run.end - run.begin }
    starts[0] = Int32(truncatingIfNeeded: count)
    for index in 1..<starts.count { starts[index] += starts[index - 1] }
    let total = Int(starts[candidates]) - count
    makeRoom(for: total)
    for candidate in 0..<candidates {
      begins[first + candidate] = starts[candidate]
      ends[first + candidate] = starts[candidate]
    }
    let base = base
    for run in runs {
      let index = first + Int(run.candidate)
      let length = Int(run.end - run.begin)
      (base + Int(ends[index])).update(from: base + Int(run.begin), count: length)
      ends[index] += Int32(length)
    }
    count += total
    runs.removeAll(keepingCapacity: true)
    for index in first..<first + candidates {
      let begin = Int(begins[index])
      Self.sort(base + begin, count: Int(ends[index]) - begin)
    }
  }

  /// A few numbers, mostly in runs that rise.
  private static func sort(_ numbers: UnsafeMutablePointer<Int32>, count: Int) {
    if count > 64 {
      var list = UnsafeMutableBufferPointer(start: numbers, count: count)
      list.sort()
      return
    }
    for index in 0..<count {
      let number = numbers[index]
      var place = index
      while place > 0, numbers[place - 1] > number {
        numbers[place] = numbers[place - 1]
        place -= 1
      }
      numbers[place] = number
    }
  }

  private func makeRoom(for more: Int) {
    guard count + more > capacity else { return }
    capacity = max(capacity * 2, count + more)
    let larger = UnsafeMutablePointer<Int32>.allocate(capacity: capacity)
    larger.update(from: base, count: count)
    base.deallocate()
    base = larger
  }
}

/// Takes the positions of one word in the candidates.
struct PositionTaker: PostingTaker {
  static var wantsPositions: Bool { true }

  private let positions: WordPositions
  private let word: Int
  private let column: Int64
  private let isBeginning: Bool
  /// The number of the candidate at each place; -1 for other articles.
  private let numbers: UnsafeBufferPointer<Int32>
  private var finder: PlaceFinder

  init(
    _ positions: WordPositions, word: Int, isBeginning: Bool, column: Int64,
    numbers: UnsafeBufferPointer<Int32>, _ finder: PlaceFinder
  ) {
    self.positions = positions
    self.word = word
    self.isBeginning = isBeginning
    self.column = column
    self.numbers = numbers
    self.finder = finder
  }

  mutating func take(_ article: Int64, _ packed: UnsafeRawBufferPointer) throws {
    guard let place = finder.place(of: article), numbers[place] >= 0 else { return }
    try positions.add(
      packed, word: word, candidate: Int(numbers[place]), column: column, isMixed: isBeginning)
  }
}

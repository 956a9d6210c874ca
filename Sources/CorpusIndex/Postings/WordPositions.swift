/// Where some words stand in some articles, the candidates: rising lists of positions in one flat memory.
///
/// Filled word by word; afterwards asked for by candidate.
final class WordPositions {
  private var base: UnsafeMutablePointer<Int32>
  private var count = 0
  private var capacity: Int
  /// By word, then by candidate.
  private var begins: [Int32]
  private var ends: [Int32]
  /// What came of a beginning, for which several words of a text stand: by candidate, until it is sorted.
  private var runs: [(candidate: Int32, begin: Int32, end: Int32)] = []
  private let candidates: Int

  init(words: Int, candidates: Int) {
    self.candidates = candidates
    begins = Array(repeating: 0, count: words * candidates)
    ends = begins
    capacity = max(1024, words * candidates * 2)
    base = UnsafeMutablePointer.allocate(capacity: capacity)
  }

  deinit { base.deallocate() }

  /// Rising positions of a word in a candidate; valid until something is added.
  func list(_ word: Int, _ candidate: Int) -> UnsafeBufferPointer<Int32> {
    let index = word * candidates + candidate
    let begin = Int(begins[index])
    return UnsafeBufferPointer(start: base + begin, count: Int(ends[index]) - begin)
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
    var reader = PageReader(packed, 0..<packed.count)
    var column: Int64 = 0
    var position: Int64 = 0
    while !reader.isAtEnd {
      let step = try reader.number()
      if step == 1 {
        column = try reader.number()
        position = 0
      } else {
        position += step - 2
        if column == wanted {
          base[count] = Int32(truncatingIfNeeded: position)
          count += 1
        }
      }
    }
    let run = (Int32(truncatingIfNeeded: begin), Int32(truncatingIfNeeded: count))
    if isMixed {
      runs.append((Int32(candidate), run.0, run.1))
    } else {
      (begins[word * candidates + candidate], ends[word * candidates + candidate]) = run
    }
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
    for run in runs {
      let end = first + Int(run.candidate)
      for index in Int(run.begin)..<Int(run.end) {
        base[Int(ends[end])] = base[index]
        ends[end] += 1
      }
    }
    count += total
    runs.removeAll(keepingCapacity: true)
    for index in first..<first + candidates {
      let begin = Int(begins[index])
      var list = UnsafeMutableBufferPointer(start: base + begin, count: Int(ends[index]) - begin)
      list.sort()
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

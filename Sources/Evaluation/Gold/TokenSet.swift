/// A set of token numbers of one document, as sorted numbers.
///
/// Scoring compares tokens, not characters: two spans that differ by a blank are the same.
struct TokenSet: Equatable, Sendable {
  /// Ascending, without repetition.
  private(set) var numbers: [Int]

  static let empty = TokenSet(sorted: [])

  /// - Precondition: `sorted` ascends strictly.
  init(sorted: [Int]) {
    numbers = sorted
  }

  init(_ ranges: [Range<Int>]) {
    var all: [Int] = []
    for range in ranges { all.append(contentsOf: range) }
    self.init(all)
  }

  init(_ some: [Int]) {
    numbers = []
    for number in some.sorted() where numbers.last != number { numbers.append(number) }
  }

  var isEmpty: Bool { numbers.isEmpty }
  var count: Int { numbers.count }

  func contains(_ number: Int) -> Bool {
    var low = 0
    var high = numbers.count
    while low < high {
      let middle = (low + high) / 2
      if numbers[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low < numbers.count && numbers[low] == number
  }

  /// How many tokens lie in both.
  func common(with other: TokenSet) -> Int {
    var count = 0
    var i = 0
    var j = 0
    while i < numbers.count, j < other.numbers.count {
      if numbers[i] == other.numbers[j] {
        count += 1
        i += 1
        j += 1
      } else if numbers[i] < other.numbers[j] {
        i += 1
      } else {
        j += 1
      }
    }
    return count
  }

  /// Harmonic mean of precision and recall over tokens; 0 when nothing is common.
  func overlapF1(with other: TokenSet) -> Double {
    let both = common(with: other)
    return both == 0 ? 0 : 2 * Double(both) / Double(count + other.count)
  }

  /// Runs of consecutive tokens.
  var runs: [Range<Int>] {
    var runs: [Range<Int>] = []
    for number in numbers {
      if let last = runs.last, last.upperBound == number {
        runs[runs.count - 1] = last.lowerBound..<number + 1
      } else {
        runs.append(number..<number + 1)
      }
    }
    return runs
  }
}

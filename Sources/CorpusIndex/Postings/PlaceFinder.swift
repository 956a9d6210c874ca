/// Finds the places of articles by numbers that mostly rise: near the last one found first.
///
/// Made by `ArticleColumns.withFinder` and valid inside it, since it reads the columns' memory directly: it is
/// asked for every article of every word.
struct PlaceFinder {
  private let numbers: UnsafeBufferPointer<Int64>
  /// Places in the order of rising numbers; nil when numbers fall through the list.
  private let byNumber: UnsafeBufferPointer<Int32>?
  /// As `ArticleColumns.dayBegins`.
  private let dayBegins: UnsafeBufferPointer<Int32>
  private let firstRank: Int
  /// The last article found, counted in rising numbers.
  private var last = 0

  init(
    _ numbers: UnsafeBufferPointer<Int64>, byNumber: UnsafeBufferPointer<Int32>?,
    dayBegins: UnsafeBufferPointer<Int32>, firstRank: Int
  ) {
    self.numbers = numbers
    self.byNumber = byNumber
    self.dayBegins = dayBegins
    self.firstRank = firstRank
  }

  var count: Int { numbers.count }

  @inline(__always)
  private func place(rising index: Int) -> Int {
    if let byNumber { return Int(byNumber[index]) }
    return numbers.count - 1 - index
  }

  @inline(__always)
  private func number(rising index: Int) -> Int64 { numbers[place(rising: index)] }

  /// Nil for an article that the columns do not have.
  ///
  /// - Complexity: O(1) where no article of the day is missing; else O(log of the distance from the last one), and
  ///   O(log *n*) when the numbers begin anew.
  @inline(__always)
  mutating func place(of number: Int64) -> Int? {
    // Of a frequent word the next article is mostly the very next one.
    let next = last + 1
    if next < numbers.count, self.number(rising: next) == number {
      last = next
      return place(rising: next)
    }
    let (rank, serial) = (
      number >> ArticleNumber.serialBits, number & Int64(ArticleNumber.highestSerial)
    )
    let day = rank == 0 ? 0 : rank &- Int64(firstRank) &+ 1
    if day >= 0, day < dayBegins.count, day > 0 || rank == 0 {
      let index = Int(dayBegins[Int(day)]) &+ Int(serial)
      if index >= 0, index < numbers.count, self.number(rising: index) == number {
        last = index
        return place(rising: index)
      }
    }
    return search(number)
  }

  private mutating func search(_ wanted: Int64) -> Int? {
    let count = numbers.count
    guard count > 0 else { return nil }
    var low = 0
    var high = count
    if number(rising: last) <= wanted {
      low = last
      var step = 1
      while low + step < count, number(rising: low + step) <= wanted {
        low += step
        step *= 2
      }
      high = min(count, low + step)
    } else {
      high = last
    }
    while high - low > 1 {
      let middle = (low + high) / 2
      if number(rising: middle) <= wanted { low = middle } else { high = middle }
    }
    guard number(rising: low) == wanted else { return nil }
    last = low
    return place(rising: low)
  }
}

extension ArticleColumns {
  /// Runs `body` with what finds places quickly.
  func withFinder<Result>(_ body: (PlaceFinder) throws -> Result) rethrows -> Result {
    try numbers.withUnsafeBufferPointer { numbers in
      try dayBegins.withUnsafeBufferPointer { days in
        try placesByNumber.withUnsafeBufferPointer { places in
          try body(
            PlaceFinder(
              numbers, byNumber: isOrdered ? nil : places, dayBegins: days, firstRank: firstRank))
        }
      }
    }
  }
}

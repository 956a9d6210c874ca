import CorpusStore
import GRDB

/// The articles of an index in the order of the list, in columns: number, days, statements.
///
/// Lists, counts and windows are answered from here without a look at the file. 20 bytes an article.
struct ArticleColumns: Sendable {
  /// `ArticleNumber` of each, in the order of the list without a filter.
  private(set) var numbers: [Int64] = []
  private(set) var firstDays: [Int32] = []
  /// `undated` in both for an article without a date.
  private(set) var lastDays: [Int32] = []
  private(set) var statements: [Int32] = []

  /// Numbers falling through the list, as they do unless a day's articles came in disorder: then a place is
  /// found by halving the list itself.
  private(set) var isOrdered = true
  /// Else: the places in the order of rising numbers.
  private(set) var placesByNumber: [Int32] = []

  /// Where each day's articles begin, counted in rising numbers, less the serial of the first: with the serial of
  /// another one of the day that is where it stands, if none between them is missing. First those without a date, then
  /// the days from `firstRank` on.
  private(set) var dayBegins: [Int32] = []
  private(set) var firstRank = 0
  /// Days before the last one that `dayBegins` reaches back.
  private static let mostDays = 1 << 16

  static let undated = Int32.min

  /// The articles of no index.
  init() {}

  /// - Complexity: one walk along the index `article_order`.
  init(_ db: Database) throws {
    let count = try db.first("SELECT count(*) FROM article") { $0.int(0) } ?? 0
    numbers.reserveCapacity(count)
    firstDays.reserveCapacity(count)
    lastDays.reserveCapacity(count)
    statements.reserveCapacity(count)
    try db.each(
      """
      SELECT id, first_day, last_day, statements FROM article INDEXED BY article_order
      ORDER BY rank DESC, document, id
      """
    ) { row in
      let number = row.int64(0)
      if let last = numbers.last, last <= number { isOrdered = false }
      numbers.append(number)
      if row.isNull(1) {
        firstDays.append(Self.undated)
        lastDays.append(Self.undated)
      } else {
        firstDays.append(Int32(clamping: row.int64(1)))
        lastDays.append(Int32(clamping: row.int64(2)))
      }
      statements.append(Int32(clamping: row.int64(3)))
    }
    if !isOrdered {
      placesByNumber = numbers.indices.sorted { numbers[$0] < numbers[$1] }.map { Int32($0) }
    }
    noteDays()
  }

  /// Fills `dayBegins`; articles with an open end have no day.
  private mutating func noteDays() {
    let none = Int32.min
    var place = 0
    var lastRank: Int?
    var begins = [none]
    var first = 0
    forEachPlaceByNumber { at in
      let number = ArticleNumber(rawValue: numbers[at])
      defer { place += 1 }
      guard number.rank < ArticleNumber.highestRank, number.rank != lastRank else { return }
      let begin = Int32(truncatingIfNeeded: place - number.serial)
      lastRank = number.rank
      if number.rank == 0 {
        begins[0] = begin
        return
      }
      if begins.count == 1 || number.rank - first >= Self.mostDays {
        // Of days far apart the later ones are worth more.
        begins.removeLast(begins.count - 1)
        first = number.rank
      }
      while begins.count < number.rank - first + 1 { begins.append(none) }
      begins.append(begin)
    }
    dayBegins = begins
    firstRank = first
  }

  var count: Int { numbers.count }

  /// The place of an article in the list without a filter; nil when the index has none of this number.
  ///
  /// - Complexity: O(log *n*).
  func place(of number: Int64) -> Int? {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if isOrdered ? numbers[middle] > number : numbers[Int(placesByNumber[middle])] < number {
        low = middle + 1
      } else {
        high = middle
      }
    }
    guard low < count else { return nil }
    let place = isOrdered ? low : Int(placesByNumber[low])
    return numbers[place] == number ? place : nil
  }

  /// The places in the order of rising article numbers.
  func forEachPlaceByNumber(_ body: (Int) -> Void) {
    if isOrdered {
      for place in stride(from: count - 1, through: 0, by: -1) { body(place) }
    } else {
      for place in placesByNumber { body(Int(place)) }
    }
  }

  /// What the article's date may mean; nil for an undated one.
  func days(_ place: Int) -> ClosedRange<Int>? {
    guard lastDays[place] != Self.undated else { return nil }
    return DayRange.days(first: Int(firstDays[place]), last: Int(lastDays[place]))
  }
}

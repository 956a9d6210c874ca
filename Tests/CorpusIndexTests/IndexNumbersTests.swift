import Testing
import TextModel

@testable import CorpusIndex

@Suite struct IndexNumbersTests {
  @Test func newerArticlesHaveLargerNumbers() {
    let days: [ClosedRange<Int>?] = [
      nil, -719_162 ... -719_162, 0...0, 3...19_000, 19_001...Int.max,
    ]
    let numbers = days.map {
      ArticleNumber(rank: ArticleNumber.rank(ofDays: $0), serial: ArticleNumber.highestSerial)
    }
    #expect(numbers == numbers.sorted())
    #expect(Set(numbers).count == days.count)
  }

  @Test func aStatementKnowsItsArticle() {
    let article = ArticleNumber(rank: ArticleNumber.highestRank, serial: 7)
    let statement = StatementNumber(article, ordinal: 262_143)
    #expect(statement.article == article)
    #expect(statement.ordinal == 262_143)
    #expect(article.statements.contains(statement.rawValue))
    #expect(statement.rawValue > 0)
  }

  @Test(arguments: [[], [0], [1, 255, 256, 4_000_000_000]])
  func packedNumbersComeBack(_ numbers: [Int]) {
    let bytes = PackedNumbers.pack(numbers)
    #expect(bytes.withUnsafeBytes(PackedNumbers.unpack) == numbers)
  }

  @Test func everyDayAndOpenEndComesBack() {
    for days in [Int.min...5, 5...Int.max, -700_000...2_900_000] {
      let stored = DayRange.stored(days)
      #expect(DayRange.days(first: stored.first, last: stored.last) == days)
    }
  }
}

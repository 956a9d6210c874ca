import CorpusStore
import FoundationEssentials
import GRDB
import Testing

@testable import CorpusIndex

/// The lists of the full-text index read from its pages, held against what FTS5 answers.
@Suite struct WordSegmentsTests {
  /// Texts of made-up words, added in batches, so that there are segments of every age.
  private struct Shelf {
    let queue: DatabaseQueue
    let hits: TextHits
    private(set) var articles: ArticleColumns
    var dice: ArticleDice

    static let letters = Array("aabcdeeinrst".utf8)

    /// - Parameter rank: of the article of a number.
    init(
      seed: UInt64, batches: Int, articlesABatch: Int, lengths: [Int],
      rank: (Int) -> Int = { 1000 + $0 / 7 }
    ) throws {
      var dice = ArticleDice(seed)
      queue = try DatabaseQueue()
      try queue.write(IndexSchema.create)
      var number = 0
      for _ in 0..<batches {
        try queue.write { db in
          for _ in 0..<articlesABatch {
            number += 1
            let id = ArticleNumber(rank: rank(number), serial: number).rawValue
            let text = (0..<dice.pick(lengths)).map { _ in Self.word(&dice) }
            try db.execute(
              sql: """
                INSERT INTO article (id, rank, document, path, title, has_title, first_day, last_day, statements, length, namings)
                VALUES (?, ?, ?, '', '', 0, ?, ?, 0, 0, x'')
                """, arguments: [id, id >> 22, "\(number)", id >> 22, id >> 22])
            try db.execute(
              sql: "INSERT INTO words (rowid, title, text) VALUES (?, ?, ?)",
              arguments: [
                id, text.prefix(dice.roll(6)).joined(separator: " "), text.joined(separator: " "),
              ])
          }
        }
      }
      let reader = try SnapshotReader(queue)
      hits = TextHits(reader)
      articles = try queue.read { try ArticleColumns($0) }
      self.dice = dice
    }

    /// Forgets the articles of a condition; their words stay.
    mutating func forget(_ condition: String) throws {
      try queue.write { try $0.execute(sql: "DELETE FROM article WHERE \(condition)") }
      articles = try queue.read { try ArticleColumns($0) }
    }

    /// Short words are frequent, long ones rare.
    static func word(_ dice: inout ArticleDice) -> String {
      let length = 1 + min(dice.roll(5), dice.roll(7))
      return String(decoding: (0..<length).map { _ in dice.pick(letters) }, as: UTF8.self)
    }

    mutating func node() -> TextQuery.Node {
      func word() -> [UInt8] { Array(Self.word(&dice).utf8) }
      func phrase(_ count: Int) -> TextQuery.Phrase {
        TextQuery.Phrase((0..<count).map { _ in word() }, endsInPrefix: dice.roll(3) == 0)
      }
      switch dice.roll(5) {
      case 0: return .word(word())
      case 1: return .prefix(Array(word().prefix(1 + dice.roll(4))), whileTyping: dice.roll(2) == 0)
      case 2: return .phrase(phrase(1 + dice.roll(3)))
      default:
        return .near(
          (0..<2 + dice.roll(2)).map { _ in phrase(1 + dice.roll(2)) }, distance: dice.roll(8))
      }
    }

    /// Both answers to one question, as places.
    func answers(_ node: TextQuery.Node) throws -> (read: [Int], asked: [Int]) {
      try queue.read { db in
        let read = try hits.read(node, articles, WordSegments(db), db)
        let asked = try hits.ask(node, articles, db)
        return (read.indices.filter { read[$0] }, asked.indices.filter { asked[$0] })
      }
    }
  }

  @Test(arguments: 1...3) func listsAreReadAsFTS5ReadsThem(seed: UInt64) throws {
    var shelf = try Shelf(
      seed: seed, batches: 30, articlesABatch: 25, lengths: [1, 3, 20, 90, 200, 400])
    var found = 0
    for _ in 0..<300 {
      let node = shelf.node()
      let (read, asked) = try shelf.answers(node)
      #expect(read == asked, "\(node)")
      found += read.count
    }
    #expect(found > 1000, "questions that find nothing show nothing")
    #expect(try shelf.queue.read { try WordSegments($0).segments.count } > 1)
  }

  /// Gaps between the numbers, articles without a date, with an open end, and of a day ages before the others.
  @Test func articlesThatAreGoneAreNotFound() throws {
    var shelf = try Shelf(
      seed: 4, batches: 12, articlesABatch: 30, lengths: [3, 20, 90],
      rank: { [0, 1, 700_000, 700_001, 700_400, ArticleNumber.highestRank][$0 % 6] })
    for condition in ["id % 5 = 0", "rank = 700001", "rank = 0 AND id % 2 = 0", "rank < 700000"] {
      try shelf.forget(condition)
      for _ in 0..<40 {
        let node = shelf.node()
        let (read, asked) = try shelf.answers(node)
        #expect(read == asked, "\(node)")
      }
    }
  }

  /// Positions that go on over many pages, and a list that begins with a page.
  @Test func longTextsAreReadAsFTS5ReadsThem() throws {
    var shelf = try Shelf(seed: 7, batches: 4, articlesABatch: 3, lengths: [30_000, 60_000, 2])
    for _ in 0..<60 {
      let node = shelf.node()
      let (read, asked) = try shelf.answers(node)
      #expect(read == asked, "\(node)")
    }
  }

  @Test func oneSegmentIsReadToo() throws {
    var shelf = try Shelf(seed: 9, batches: 20, articlesABatch: 20, lengths: [10, 300])
    try shelf.queue.write { try $0.execute(sql: "INSERT INTO words (words) VALUES ('optimize')") }
    #expect(try shelf.queue.read { try WordSegments($0).segments.count } == 1)
    for _ in 0..<100 {
      let node = shelf.node()
      let (read, asked) = try shelf.answers(node)
      #expect(read == asked, "\(node)")
    }
  }

  /// A format that nobody here knows: FTS5 is asked.
  @Test func anotherFormatIsLeftToFTS5() throws {
    let shelf = try Shelf(seed: 3, batches: 2, articlesABatch: 20, lengths: [50])
    try shelf.queue.write {
      try $0.execute(sql: "UPDATE words_config SET v = 9 WHERE k = 'version'")
    }
    #expect(throws: WordSegments.UnknownFormat.self) {
      try shelf.queue.read { _ = try WordSegments($0) }
    }
    try shelf.queue.write {
      try $0.execute(sql: "UPDATE words_config SET v = 4 WHERE k = 'version'")
    }
    // Torn pages end in the same way, never in a trap.
    var dice = ArticleDice(5)
    let blocks = try shelf.queue.read { db in
      try Row.fetchAll(db, sql: "SELECT id, block FROM words_data WHERE id > 10")
    }
    for _ in 0..<200 {
      let row = dice.pick(blocks)
      var bytes = [UInt8](row[1] as Data)
      for _ in 0..<4 where !bytes.isEmpty { bytes[dice.roll(bytes.count)] = UInt8(dice.roll(256)) }
      try shelf.queue.write {
        try $0.execute(
          sql: "UPDATE words_data SET block = ? WHERE id = ?",
          arguments: [Data(bytes), row[0] as Int64])
      }
      var copy = shelf
      let node = copy.node()
      do {
        try shelf.queue.read { db in
          _ = try shelf.hits.read(node, shelf.articles, WordSegments(db), db)
        }
      } catch is WordSegments.UnknownFormat {}
    }
  }
}

import CorpusStore
import GRDB
import TextModel

/// What filters and counts ask of all statements, in columns: some 20 bytes a statement, so that going
/// through all of a hundred thousand articles takes a few milliseconds.
struct StatementColumns: Sendable {
  /// By the article's place: where its statements begin; they lie together, in text order.
  private(set) var begins: [Int32]
  private(set) var ordinals: [Int32] = []
  /// `type << 4 | polarity`, as codes.
  private var kinds: [UInt8] = []
  private var actorBegins: [Int32] = [0]
  private var actorNumbers: [Int32] = []
  private var stanceBegins: [Int32] = [0]
  private var stances: [Int32] = []

  /// Statements read at once; between two such pieces others may use the connection.
  private static let articlesAPiece = 2000

  /// Reads all statements of the articles, piece by piece.
  ///
  /// - Parameters:
  ///   - read: runs its argument on the connection; nil when that failed.
  ///   - isWanted: asked before each piece.
  /// - Returns: nil when the index cannot be read or nobody wants it any more.
  init?(
    _ articles: ArticleColumns, read: ((Database) throws -> Void) -> Void?, isWanted: () -> Bool
  ) {
    begins = Array(repeating: 0, count: articles.count)
    let expected = articles.statements.reduce(0) { $0 + Int($1) }
    ordinals.reserveCapacity(expected)
    kinds.reserveCapacity(expected)
    actorBegins.reserveCapacity(expected + 1)
    actorNumbers.reserveCapacity(expected)
    stanceBegins.reserveCapacity(expected + 1)
    var places: [Int] = []
    places.reserveCapacity(articles.count)
    articles.forEachPlaceByNumber { places.append($0) }
    for begin in stride(from: 0, to: places.count, by: Self.articlesAPiece) {
      guard isWanted() else { return nil }
      let piece = places[begin..<min(places.count, begin + Self.articlesAPiece)]
      guard let first = piece.first, let last = piece.last else { continue }
      let range = articles.numbers[first]...articles.numbers[last]
      var found = StatementPiece()
      let done: Void? = read { db in
        found = StatementPiece()
        try found.read(db, range)
      }
      guard done != nil else { return nil }
      append(found, piece, articles)
    }
  }

  /// Lays the statements of a piece down beside their articles. Statements of articles that the columns do not
  /// know are passed over.
  private mutating func append(
    _ piece: StatementPiece, _ places: ArraySlice<Int>, _ articles: ArticleColumns
  ) {
    var index = 0
    var actor = 0
    var stance = 0
    for place in places {
      let number = articles.numbers[place]
      begins[place] = Int32(ordinals.count)
      while index < piece.articles.count, piece.articles[index] <= number {
        let isMine = piece.articles[index] == number
        if isMine {
          ordinals.append(piece.ordinals[index])
          kinds.append(piece.kinds[index])
          actorNumbers += piece.actors[actor..<piece.actorEnds[index]]
          stances += piece.stances[stance..<piece.stanceEnds[index]]
          actorBegins.append(Int32(actorNumbers.count))
          stanceBegins.append(Int32(stances.count))
        }
        actor = piece.actorEnds[index]
        stance = piece.stanceEnds[index]
        index += 1
      }
    }
  }

  var count: Int { ordinals.count }

  /// The statements of the article at a place.
  func range(_ place: Int, _ articles: ArticleColumns) -> Range<Int> {
    let begin = Int(begins[place])
    return begin..<min(count, begin + Int(articles.statements[place]))
  }

  func typeCode(_ statement: Int) -> Int { Int(kinds[statement] >> 4) }
  func polarityCode(_ statement: Int) -> Int { Int(kinds[statement] & 15) }

  /// Numbers of the actors; empty when the speaker is unknown.
  func actors(_ statement: Int) -> ArraySlice<Int32> {
    actorNumbers[Int(actorBegins[statement])..<Int(actorBegins[statement + 1])]
  }

  /// `concept << 2 | polarity`, see `IndexCodes.stance`.
  func stances(_ statement: Int) -> ArraySlice<Int32> {
    stances[Int(stanceBegins[statement])..<Int(stanceBegins[statement + 1])]
  }
}

/// Statements as they come from the file, in the order of their numbers.
struct StatementPiece {
  var articles: [Int64] = []
  var ordinals: [Int32] = []
  var kinds: [UInt8] = []
  var actors: [Int32] = []
  var actorEnds: [Int] = []
  var stances: [Int32] = []
  var stanceEnds: [Int] = []

  /// Reads the statements of the articles of a range of numbers.
  mutating func read(_ db: Database, _ articles: ClosedRange<Int64>) throws {
    try db.each(
      "SELECT article, statements FROM facts WHERE article BETWEEN ? AND ? ORDER BY article",
      [articles.lowerBound, articles.upperBound]
    ) { row in
      guard PackedFacts.unpack(row.bytes(1), article: row.int64(0), to: &self) else {
        throw DatabaseError(
          resultCode: .SQLITE_CORRUPT, message: "what an article's statements say is torn")
      }
    }
  }
}

import GRDB
import GRDBSQLite

/// The pages of the full-text index `words`, read as they lie in the file.
///
/// FTS5 answers `MATCH` row by row, and merges the lists of all words behind a short beginning before it shows
/// the first: in a hundred thousand articles 70 ms for *der*, 200 ms for `ver*`. The lists themselves are a
/// megabyte that can be gone through in a few milliseconds, which is what happens here.
///
/// The format is the one that the comments of `fts5_index.c` describe (version 4, of 2015, with `detail=full`).
/// Another version throws `UnknownFormat`, and FTS5 is asked instead: a newer SQLite costs time, never an answer.
/// Pages that are not what their version says are damage.
struct WordSegments {
  /// Pages that hold sorted words with their lists; several when articles were added in several runs.
  struct Segment {
    var id: Int64
    var firstPage: Int64
    var lastPage: Int64
  }

  struct UnknownFormat: Error {}

  /// Pages that do not follow the format that their index says it has: the file is damaged.
  static let damage = DatabaseError(
    resultCode: .SQLITE_CORRUPT, message: "its lists of words are damaged")

  let segments: [Segment]

  /// Reads which segments there are at this moment.
  init(_ db: Database) throws {
    let version = try db.first("SELECT v FROM words_config WHERE k = 'version'") { $0.int(0) }
    guard version == 4 else { throw UnknownFormat() }
    let found = try db.first("SELECT block FROM words_data WHERE id = 10") {
      try Self.segments($0.bytes(0))
    }
    segments = found ?? []
  }

  /// The lists of words; nil when a newer SQLite keeps them in a way that nobody here knows.
  static func ifKnown(_ db: Database) throws -> WordSegments? {
    do {
      return try WordSegments(db)
    } catch is UnknownFormat {
      return nil
    }
  }

  /// Runs what reads pages: those that do not follow the format that was found are damage.
  static func reading<Result>(_ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch is UnknownFormat {
      throw damage
    }
  }

  /// The structure record: a cookie, numbers of levels, segments and writes, then each level's segments.
  private static func segments(_ bytes: UnsafeRawBufferPointer) throws -> [Segment] {
    // A longer record of later versions begins with 0xFF after the cookie, where a number of levels cannot.
    guard bytes.count > 6, bytes[4] != 0xFF else { throw UnknownFormat() }
    var reader = PageReader(bytes, 4..<bytes.count)
    let levels = try reader.number()
    _ = try reader.number()
    _ = try reader.number()
    var segments: [Segment] = []
    for _ in 0..<levels {
      _ = try reader.number()
      let count = try reader.number()
      for _ in 0..<count {
        let segment = Segment(
          id: try reader.number(), firstPage: try reader.number(), lastPage: try reader.number())
        // A segment that was merged whole into another one keeps its place for a while.
        if segment.firstPage > 0 { segments.append(segment) }
      }
    }
    return segments
  }

  /// Goes through the lists of all words that begin so; of no letters for all words.
  ///
  /// - Complexity: O(bytes of the lists); a page is four kilobytes.
  func walk<Taker: PostingTaker>(
    beginning: [UInt8], _ db: Database, _ taker: inout Taker
  ) throws {
    try walk(WordSearch(words: [beginning], isBeginning: true), db, &taker)
  }

  /// Goes through the lists of some words, segment by segment and there in the words' order.
  func walk<Taker: PostingTaker>(
    words: [[UInt8]], _ db: Database, _ taker: inout Taker
  ) throws {
    let sorted = words.count > 1 ? words.sorted { $0.lexicographicallyPrecedes($1) } : words
    try walk(WordSearch(words: sorted, isBeginning: false), db, &taker)
  }

  private func walk<Taker: PostingTaker>(
    _ search: WordSearch, _ db: Database, _ taker: inout Taker
  ) throws {
    // Bound and stepped by hand: a word may have a thousand compounds, each with its page.
    let places = try db.cachedStatement(
      sql: "SELECT pgno FROM words_idx WHERE segid = ? AND term <= ? ORDER BY term DESC LIMIT 1")
    let pages = try db.cachedStatement(
      sql: "SELECT block FROM words_data WHERE id BETWEEN ? AND ? ORDER BY id")
    for segment in segments {
      var search = search
      while let key = search.key {
        sqlite3_bind_int64(places.sqliteStatement, 1, segment.id)
        var page: Int64 = 0
        try key.withUnsafeBytes {
          // Not copied, hence stepped before the array goes.
          sqlite3_bind_blob(places.sqliteStatement, 2, $0.baseAddress, Int32($0.count), nil)
          try db.step(places) { row in
            page = row.int64(0) >> 1
            return false
          }
        }
        sqlite3_bind_null(places.sqliteStatement, 2)
        let before = search.next
        sqlite3_bind_int64(
          pages.sqliteStatement, 1, segment.id << 37 | max(page, segment.firstPage))
        sqlite3_bind_int64(pages.sqliteStatement, 2, segment.id << 37 | segment.lastPage)
        try db.step(pages) { row in try search.read(row.bytes(0), &taker) && !taker.isDone }
        if taker.isDone { return }
        search.endOfPages(since: before)
      }
    }
  }
}

/// Takes the articles of a word one after the other, rising in number inside each segment.
protocol PostingTaker {
  /// Whether it wants to know where in the article the word stands.
  static var wantsPositions: Bool { get }

  /// The articles of another word follow.
  mutating func begin(_ word: ArraySlice<UInt8>)

  /// Whether nothing that may follow can tell it anything new; asked after each page.
  var isDone: Bool { get }

  /// - Parameter positions: as FTS5 packs them, valid during the call; empty when they are not wanted.
  mutating func take(_ article: Int64, _ positions: UnsafeRawBufferPointer) throws
}

extension PostingTaker {
  mutating func begin(_ word: ArraySlice<UInt8>) {}

  var isDone: Bool { false }
}

/// Looks for words on pages that come in order.
private struct WordSearch {
  /// The words in their order, as FTS5 keeps them: after the sign of its main list.
  private let keys: [[UInt8]]
  private let isBeginning: Bool
  /// The word that is looked for.
  private(set) var next = 0
  private var list = ListReader()
  /// Whether the list of a word goes on over the end of the page.
  private var isInside = false
  private var term: [UInt8] = []

  /// - Parameter isBeginning: whether the one word stands for all that begin so.
  init(words: [[UInt8]], isBeginning: Bool) {
    keys = words.map { [UInt8(ascii: "0")] + $0 }
    self.isBeginning = isBeginning
  }

  /// The word that is looked for; nil behind the last.
  var key: [UInt8]? { next < keys.count ? keys[next] : nil }

  /// No more pages are read: a word that was looked for in vain is in none.
  mutating func endOfPages(since before: Int) {
    isInside = false
    if next == before { next += 1 }
  }

  /// - Returns: whether the next page is wanted.
  mutating func read<Taker: PostingTaker>(
    _ page: UnsafeRawBufferPointer, _ taker: inout Taker
  ) throws -> Bool {
    guard page.count >= 4 else { throw WordSegments.UnknownFormat() }
    let end = Int(page[2]) << 8 | Int(page[3])
    guard end >= 4, end <= page.count else { throw WordSegments.UnknownFormat() }
    var offsets = PageReader(page, end..<page.count)
    var offset = try offsets.isAtEnd ? end : offsets.length()
    if isInside {
      guard offset >= 4, offset <= end else { throw WordSegments.UnknownFormat() }
      list.continueOnNextPage()
      try list.read(page, 4..<offset, &taker)
    }
    guard offset < end else { return true }
    isInside = false
    term.removeAll(keepingCapacity: true)
    var isFirst = true
    while offset < end {
      var reader = PageReader(page, offset..<end)
      let begin = offset
      offset = try offsets.isAtEnd ? end : begin + offsets.length()
      guard offset > begin, offset <= end else { throw WordSegments.UnknownFormat() }
      // Words share letters with the one before, except for the first one of a page.
      let shared = isFirst ? 0 : try reader.length()
      isFirst = false
      let letters = try reader.bytes(try reader.length())
      guard shared <= term.count else { throw WordSegments.UnknownFormat() }
      term.removeLast(term.count - shared)
      term.append(contentsOf: letters)
      if !isBeginning {
        while next < keys.count, keys[next].lexicographicallyPrecedes(term) { next += 1 }
        guard next < keys.count else { return false }
        guard term == keys[next] else { continue }
        next += 1
      } else if !term.starts(with: keys[0]) {
        if keys[0].lexicographicallyPrecedes(term) { return false }
        continue
      }
      list.begin()
      taker.begin(term.dropFirst())
      try list.read(page, reader.offset..<offset, &taker)
      isInside = offset == end
    }
    return isInside || isBeginning
  }
}

/// Reads the list of one word: article, length of positions, positions, again and again. The first article of a
/// list and of a page is a number, the others are told by their distance from the one before.
private struct ListReader {
  private var article: Int64 = 0
  private var isWhole = true
  /// Bytes of positions that stand on the next pages, and those that came already.
  private var missing = 0
  private var broken: [UInt8] = []

  mutating func begin() {
    isWhole = true
    missing = 0
    broken.removeAll(keepingCapacity: true)
  }

  mutating func continueOnNextPage() { isWhole = true }

  mutating func read<Taker: PostingTaker>(
    _ page: UnsafeRawBufferPointer, _ range: Range<Int>, _ taker: inout Taker
  ) throws {
    var reader = PageReader(page, range)
    if missing > 0 {
      let part = try reader.bytes(min(missing, range.count))
      missing -= part.count
      if Taker.wantsPositions {
        broken.append(contentsOf: part)
        if missing == 0 { try broken.withUnsafeBytes { try taker.take(article, $0) } }
      }
    }
    while !reader.isAtEnd {
      let number = try reader.number()
      article = isWhole ? number : article &+ number
      isWhole = false
      let length = try reader.number()
      // The lowest bit tells of deletions, which this index has none of.
      guard length & 1 == 0, length >= 0 else { throw WordSegments.UnknownFormat() }
      let bytes = Int(length >> 1)
      let positions = try reader.bytes(min(bytes, reader.count))
      if !Taker.wantsPositions {
        try taker.take(article, UnsafeRawBufferPointer(start: nil, count: 0))
      } else if positions.count == bytes {
        try taker.take(article, positions)
      } else {
        broken.removeAll(keepingCapacity: true)
        broken.append(contentsOf: positions)
      }
      missing = bytes - positions.count
    }
  }
}

/// Reads numbers and bytes of a page, never beyond a range's end.
struct PageReader {
  private let page: UnsafeRawBufferPointer
  private(set) var offset: Int
  private let end: Int

  init(_ page: UnsafeRawBufferPointer, _ range: Range<Int>) {
    self.page = page
    offset = range.lowerBound
    end = min(range.upperBound, page.count)
  }

  var isAtEnd: Bool { offset >= end }
  var count: Int { max(0, end - offset) }

  /// A number of SQLite's variable length: seven bits a byte, the highest first; the ninth byte gives eight.
  @inline(__always)
  mutating func number() throws -> Int64 {
    guard offset < end else { throw WordSegments.UnknownFormat() }
    let first = page[offset]
    if first < 0x80 {
      offset += 1
      return Int64(first)
    }
    return try longNumber()
  }

  /// A number of bytes or letters; whatever is larger than a page could ask for is no length.
  @inline(__always)
  mutating func length() throws -> Int {
    let number = try number()
    guard number >= 0, number <= Int64(Int32.max) else { throw WordSegments.UnknownFormat() }
    return Int(number)
  }

  private mutating func longNumber() throws -> Int64 {
    var value: UInt64 = 0
    for place in 0..<9 {
      guard offset < end else { throw WordSegments.UnknownFormat() }
      let byte = page[offset]
      offset += 1
      if place == 8 { return Int64(bitPattern: value << 8 | UInt64(byte)) }
      value = value << 7 | UInt64(byte & 0x7F)
      if byte < 0x80 { break }
    }
    return Int64(bitPattern: value)
  }

  mutating func bytes(_ count: Int) throws -> UnsafeRawBufferPointer {
    guard count >= 0, count <= end - offset else { throw WordSegments.UnknownFormat() }
    defer { offset += count }
    return UnsafeRawBufferPointer(rebasing: page[offset..<offset + count])
  }
}

import CorpusStore
import GRDB

/// Fills the table `compound` from the table `term`.
enum CompoundTable {
  /// Takes every word of the archive apart anew when words were added or articles removed since the last time.
  ///
  /// New words may be parts of old ones, and words that no article has any more are parts of none, hence all of them.
  /// One transaction; about a second for half a million words.
  ///
  /// - Throws: database errors; SQLite's own one for a damaged full-text index.
  static func refresh(_ db: Database) throws {
    guard try IndexMeta.compoundsAreStale(db) else { return }
    if try IndexMeta.staleWords(db) > 0 { try removeDeadTerms(db) }
    var letters: [UInt8] = []
    var ends: [Int] = []
    let terms = try String.fetchCursor(db, sql: "SELECT term FROM term ORDER BY term")
    while let term = try terms.next() {
      letters.append(contentsOf: term.utf8)
      ends.append(letters.count)
    }
    var known = TermSet(capacity: ends.count)
    var begin = 0
    for end in ends {
      known.insert(TermHash.of(letters[begin..<end]))
      begin = end
    }
    let splitter = CompoundParts { known.contains(TermHash.of($0)) }

    try db.execute(sql: "DELETE FROM compound")
    let insert = try db.cachedStatement(
      sql: "INSERT OR IGNORE INTO compound (part, term) VALUES (?, ?)")
    begin = 0
    for end in ends {
      let word = Array(letters[begin..<end])
      begin = end
      for part in splitter.parts(of: word) {
        try insert.execute(arguments: [
          String(decoding: word[part], as: UTF8.self), String(decoding: word, as: UTF8.self),
        ])
      }
    }
    try IndexMeta.setCompoundsAreStale(false, db)
  }
}

extension CompoundTable {
  /// Forgets the words that only articles had that are gone.
  private static func removeDeadTerms(_ db: Database) throws {
    let count = try Int.fetchOne(db, sql: "SELECT count(*) FROM term") ?? 0
    let articles = try ArticleColumns(db)
    let living: TermSet
    if let segments = try WordSegments.ifKnown(db) {
      living = try WordSegments.reading {
        try articles.withFinder { finder in
          var taker = LivingWords(TermSet(capacity: count), finder)
          try segments.walk(beginning: [], db, &taker)
          return taker.living
        }
      }
    } else {
      living = try askedFor(count, db)
    }
    let delete = try db.cachedStatement(sql: "DELETE FROM term WHERE term = ?")
    for term in try String.fetchAll(db, sql: "SELECT term FROM term")
    where !living.contains(TermHash.of(term.utf8)) {
      try delete.execute(arguments: [term])
    }
  }

  /// The same by asking FTS5 for each word.
  private static func askedFor(_ count: Int, _ db: Database) throws -> TermSet {
    var living = TermSet(capacity: count)
    let find = try db.cachedStatement(
      sql: "SELECT 1 FROM words w JOIN article a ON a.id = w.rowid WHERE words MATCH ? LIMIT 1")
    for term in try String.fetchAll(db, sql: "SELECT term FROM term")
    where try Int.fetchOne(find, arguments: ["\"\(term)\""]) != nil {
      living.insert(TermHash.of(term.utf8))
    }
    return living
  }
}

/// Notes the words of four letters or more that an article has which is still there.
private struct LivingWords: PostingTaker {
  static var wantsPositions: Bool { false }

  private(set) var living: TermSet
  private var finder: PlaceFinder
  private var word: UInt64 = 0
  private var isNoted = true

  init(_ living: TermSet, _ finder: PlaceFinder) {
    self.living = living
    self.finder = finder
  }

  mutating func begin(_ letters: ArraySlice<UInt8>) {
    isNoted =
      letters.count < CompoundParts.shortestPart
      || !letters.allSatisfy { (0x61...0x7A).contains($0) }
    if !isNoted { word = TermHash.of(letters) }
  }

  mutating func take(_ article: Int64, _ positions: UnsafeRawBufferPointer) {
    guard !isNoted, finder.place(of: article) != nil else { return }
    living.insert(word)
    isNoted = true
  }
}

/// A set of hashes in one flat array: sixteen bytes a word at most.
struct TermSet {
  private var slots: [UInt64]
  private let mask: Int

  init(capacity: Int) {
    var size = 64
    while size < capacity * 2 { size *= 2 }
    slots = Array(repeating: 0, count: size)
    mask = size - 1
  }

  /// - Precondition: fewer than half of the slots are taken.
  mutating func insert(_ hash: UInt64) {
    var slot = Int(truncatingIfNeeded: hash ^ (hash >> 32)) & mask
    while slots[slot] != 0, slots[slot] != hash { slot = (slot + 1) & mask }
    slots[slot] = hash
  }

  func contains(_ hash: UInt64) -> Bool {
    var slot = Int(truncatingIfNeeded: hash ^ (hash >> 32)) & mask
    while slots[slot] != 0 {
      if slots[slot] == hash { return true }
      slot = (slot + 1) & mask
    }
    return false
  }
}

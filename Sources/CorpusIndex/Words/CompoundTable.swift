import CorpusStore
import GRDB

/// Fills the table `compound` from the table `term`.
enum CompoundTable {
  /// Takes every word of the archive apart anew when words were added since the last time.
  ///
  /// One transaction; about a second for half a million words. New words may be parts of old ones, hence
  /// all of them.
  static func refresh(_ db: Database) throws {
    guard try IndexMeta.compoundsAreStale(db) else { return }
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

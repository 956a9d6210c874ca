import GRDB

/// The table `meta`: what the index knows of itself.
public enum IndexMeta {
  /// Whether words were added since the compounds were made.
  static func compoundsAreStale(_ db: Database) throws -> Bool {
    try value("compounds", db) == "stale"
  }

  static func setCompoundsAreStale(_ stale: Bool, _ db: Database) throws {
    try set("compounds", stale ? "stale" : "fresh", db)
  }

  /// Rows of `words` whose article is gone.
  static func staleWords(_ db: Database) throws -> Int {
    try value("stale-words", db).flatMap { Int($0) } ?? 0
  }

  static func setStaleWords(_ count: Int, _ db: Database) throws {
    try set("stale-words", String(count), db)
  }

  /// Fingerprint of the rules and data by which actors were last named; nil in a new index.
  static func namesAnalysis(_ db: Database) throws -> UInt64? {
    try value("names-analysis", db).flatMap { UInt64($0) }
  }

  static func setNamesAnalysis(_ analysis: UInt64, _ db: Database) throws {
    try set("names-analysis", String(analysis), db)
  }

  /// `WordRules.fingerprint` of the run that cut the texts into words; nil in a new index.
  static func wordRules(_ db: Database) throws -> UInt64? {
    try value("word-rules", db).flatMap { UInt64($0) }
  }

  static func setWordRules(_ rules: UInt64, _ db: Database) throws {
    try set("word-rules", String(rules), db)
  }

  private static func value(_ key: String, _ db: Database) throws -> String? {
    try String.fetchOne(db, sql: "SELECT value FROM meta WHERE key = ?", arguments: [key])
  }

  private static func set(_ key: String, _ value: String, _ db: Database) throws {
    try db.execute(
      sql:
        "INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value",
      arguments: [key, value])
  }
}

import GRDB

/// Texts that came from JSON lines without their files: an index made anew from the archive has them no more.
enum StoredTexts {
  /// How many an index of any version holds; nil when that cannot be read from it.
  static func count(in path: String) -> Int? {
    var configuration = Configuration()
    configuration.readonly = true
    guard let queue = try? DatabaseQueue(path: path, configuration: configuration) else {
      return nil
    }
    defer { try? queue.close() }
    return try? queue.read { db in
      try Int.fetchOne(db, sql: "SELECT count(*) FROM stored_text")
    }
  }

  static func loss(of count: Int) -> String {
    "\(count) articles loaded from JSON lines are lost with the old index; load them again"
  }
}

import FoundationEssentials
import GRDB
import Relations
import TextModel

/// The content of an index as lines of text, without the numbers that depend on the order in which it was made:
/// two indexes with the same lines answer alike. For tests and benchmarks; everything is in memory at once.
public enum IndexDump {
  /// - Throws: `IndexFailure` when the index cannot be read.
  public static func lines(_ location: IndexLocation) throws -> [String] {
    let reader = try IndexFile.openForReading(location)
    defer { try? reader.close() }
    return try IndexFile.translating(location.path ?? "memory") { try reader.read(lines) }
  }

  static func lines(_ db: Database) throws -> [String] {
    let actors = try names(db, "SELECT id, name_id FROM actor")
    let concepts = try names(db, "SELECT id, name_id FROM concept")
    return try articles(db) + statements(db, actors, concepts) + postings(db)
      + known(db) + namings(db) + words(db) + problems(db) + flaws(db) + flawsOfPackedRows(db)
      + flawsOfWordings(db)
  }

  private static func names(_ db: Database, _ sql: String) throws -> [Int: String] {
    var names: [Int: String] = [:]
    for row in try Row.fetchAll(db, sql: sql) { names[row[0]] = row[1] }
    return names
  }

  /// In the order of the list.
  private static func articles(_ db: Database) throws -> [String] {
    try rows(
      db, "article",
      """
      SELECT a.document, a.path, a.rank, a.title, a.has_title, a.edtf, a.first_day, a.last_day,
        a.given_date, a.statements, a.length, f.path, f.size, f.hash, t.text
      FROM article a LEFT JOIN file f ON f.id = a.file LEFT JOIN stored_text t ON t.article = a.id
      ORDER BY a.rank DESC, a.document
      """)
  }

  private static func statements(
    _ db: Database, _ actors: [Int: String], _ concepts: [Int: String]
  ) throws -> [String] {
    let sql = """
      SELECT s.id, a.document, s.type, s.polarity, s.act, s.zone, s.parent, s.answers, s.edtf,
        s.actors, s.stances, t.speaker, t.text, t.behalf, t.via, t.camp, t.named
      FROM statement s JOIN statement_text t ON t.id = s.id JOIN article a ON a.id = s.id >> 18
      ORDER BY a.document, s.id & 262143
      """
    func list(_ bytes: Data) -> String {
      bytes.withUnsafeBytes(PackedNumbers.unpack).map { actors[$0] ?? "?" }.joined(separator: " ")
    }
    return try Row.fetchAll(db, sql: sql).map { row in
      let number = StatementNumber(rawValue: row[0])
      let stances = (row[10] as Data).withUnsafeBytes(PackedNumbers.unpack).map { packed in
        let (concept, polarity) = IndexCodes.stance(packed)
        return "\(concepts[concept] ?? "?"):\(polarity)"
      }.joined(separator: " ")
      let codes = (2...8).map { text(row[$0] as DatabaseValue) }.joined(separator: " ")
      let behalf = (row[13] as Int?).map { actors[$0] ?? "?" } ?? "-"
      return "statement \(row[1] as String)#\(number.ordinal) \(codes) [\(list(row[9]))] \(stances)"
        + " \(text(row[11] as DatabaseValue)) \(row[12] as String) \(behalf)"
        + " [\(list(row[14]))] [\(list(row[15]))] [\(list(row[16]))]"
    }
  }

  /// How many statements each actor and concept has, by its postings.
  private static func postings(_ db: Database) throws -> [String] {
    try rows(
      db, "speaker",
      """
      SELECT a.name_id, a.name, a.kind, a.country, a.metonym_of, a.aliases, count(*)
      FROM speaker s LEFT JOIN actor a ON a.id = s.actor GROUP BY s.actor ORDER BY a.name_id
      """)
      + rows(
        db, "stance",
        """
        SELECT c.name_id, s.polarity, count(*) FROM stance s JOIN concept c ON c.id = s.concept
        GROUP BY s.concept, s.polarity ORDER BY c.name_id, s.polarity
        """)
      + rows(
        db, "position",
        """
        SELECT a.name_id, c.name_id, s.polarity, count(*) FROM position s
        LEFT JOIN actor a ON a.id = s.actor JOIN concept c ON c.id = s.concept
        GROUP BY s.actor, s.concept, s.polarity ORDER BY a.name_id, c.name_id, s.polarity
        """)
  }

  private static func known(_ db: Database) throws -> [String] {
    try rows(
      db, "concept",
      """
      SELECT name_id, label_german, label_english, place FROM concept WHERE place IS NOT NULL
      ORDER BY place
      """)
  }

  private static func namings(_ db: Database) throws -> [String] {
    try rows(
      db, "naming",
      """
      SELECT a.name_id, n.name, n.kind, n.metonym_of, n.articles
      FROM naming n LEFT JOIN actor a ON a.id = n.actor ORDER BY a.name_id, n.name, n.kind, n.metonym_of
      """)
  }

  /// Every word with the articles that it finds, and the compounds.
  private static func words(_ db: Database) throws -> [String] {
    var lines: [String] = []
    let find = try db.cachedStatement(
      sql: """
        SELECT a.document FROM words w JOIN article a ON a.id = w.rowid WHERE words MATCH ?
        ORDER BY a.document
        """)
    for term in try String.fetchAll(db, sql: "SELECT term FROM term ORDER BY term") {
      let documents = try String.fetchAll(find, arguments: ["text : \"\(term)\""])
      let hash = TermHash.of(documents.joined(separator: "\n").utf8)
      lines.append("word \(term) \(documents.count) \(String(hash, radix: 16))")
    }
    for row in try Row.fetchAll(db, sql: "SELECT part, term FROM compound ORDER BY part, term") {
      lines.append("compound \(row[0] as String) \(row[1] as String)")
    }
    return lines
  }

  private static func problems(_ db: Database) throws -> [String] {
    try rows(
      db, "problem",
      "SELECT severity, shown_path, message FROM problem ORDER BY root, path, ordinal")
  }

  /// Packed rows that say something else than the rows that they stand for.
  private static func flawsOfPackedRows(_ db: Database) throws -> [String] {
    var flaws: [String] = []
    var counts: [Int: Int] = [:]
    for bytes in try Data.fetchAll(db, sql: "SELECT namings FROM article") {
      for naming in bytes.withUnsafeBytes(PackedNumbers.unpack) { counts[naming, default: 0] += 1 }
    }
    for row in try Row.fetchAll(db, sql: "SELECT id, articles FROM naming") {
      let counted = counts.removeValue(forKey: row[0]) ?? 0
      if counted != row[1] { flaws.append("flaw: naming of \(counted) articles") }
    }
    if !counts.isEmpty { flaws.append("flaw: articles without their naming: \(counts.count)") }
    var piece = StatementPiece()
    try piece.read(db, .min ... .max)
    var packed: [String] = []
    var actor = 0
    var stance = 0
    for index in piece.ordinals.indices {
      let number = StatementNumber(
        ArticleNumber(rawValue: piece.articles[index]), ordinal: Int(piece.ordinals[index]))
      let actors = piece.actors[actor..<piece.actorEnds[index]].map { Int($0) }
      let stances = piece.stances[stance..<piece.stanceEnds[index]].map { Int($0) }
      packed.append("\(number.rawValue) \(piece.kinds[index]) \(actors) \(stances)")
      actor = piece.actorEnds[index]
      stance = piece.stanceEnds[index]
    }
    let rows = try Row.fetchAll(
      db, sql: "SELECT id, type << 4 | polarity, actors, stances FROM statement ORDER BY id")
    let single = rows.map { row in
      let actors = (row[2] as Data).withUnsafeBytes(PackedNumbers.unpack)
      let stances = (row[3] as Data).withUnsafeBytes(PackedNumbers.unpack)
      return "\(row[0] as Int64) \(row[1] as Int) \(actors) \(stances)"
    }
    if packed != single { flaws.append("flaw: packed statements differ from their rows") }
    return flaws
  }

  /// Wordings that find other statements than those that have them.
  private static func flawsOfWordings(_ db: Database) throws -> [String] {
    var expected: [Substring: Set<Int64>] = [:]
    for row in try Row.fetchAll(db, sql: "SELECT id, text FROM statement_text") {
      let words = RelationKeys.words(QuoteSketch((row[1] as String).utf8))
      for key in words.split(separator: " ") { expected[key, default: []].insert(row[0]) }
    }
    let find = try db.cachedStatement(sql: "SELECT rowid FROM wordings WHERE wordings MATCH ?")
    let differ = try expected.count { key, statements in
      try Int64.fetchSet(find, arguments: [String(key)]) != statements
    }
    return differ == 0 ? [] : ["flaw: wordings that find other statements: \(differ)"]
  }

  /// What must never be: rows without the rows they belong to, articles that no word finds.
  private static func flaws(_ db: Database) throws -> [String] {
    let checks = [
      "statement without article":
        "SELECT count(*) FROM statement WHERE id >> 18 NOT IN (SELECT id FROM article)",
      "statement without text":
        "SELECT count(*) FROM statement WHERE id NOT IN (SELECT id FROM statement_text)",
      "text without statement":
        "SELECT count(*) FROM statement_text WHERE id NOT IN (SELECT id FROM statement)",
      "speaker without statement":
        "SELECT count(*) FROM speaker WHERE statement NOT IN (SELECT id FROM statement)",
      "statement without speaker":
        "SELECT count(*) FROM statement WHERE id NOT IN (SELECT statement FROM speaker)",
      "stance without statement":
        "SELECT count(*) FROM stance WHERE statement NOT IN (SELECT id FROM statement)",
      "position without statement":
        "SELECT count(*) FROM position WHERE statement NOT IN (SELECT id FROM statement)",
      "article without its file":
        """
      SELECT count(*) FROM article a WHERE file IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM file f WHERE f.id = a.file AND f.article = a.id)
      """,
      "file without its article":
        """
      SELECT count(*) FROM file WHERE article IS NOT NULL
        AND article NOT IN (SELECT id FROM article WHERE file = file.id)
      """,
      "article without a text":
        """
      SELECT count(*) FROM article WHERE file IS NULL
        AND id NOT IN (SELECT article FROM stored_text)
      """,
      "document twice":
        "SELECT count(*) FROM (SELECT 1 FROM article GROUP BY document HAVING count(*) > 1)",
      "rank that is not its number's": "SELECT count(*) FROM article WHERE rank != id >> 22",
      "facts without article":
        "SELECT count(*) FROM facts WHERE article NOT IN (SELECT id FROM article)",
      "count of statements":
        """
      SELECT count(*) FROM article a WHERE statements != (SELECT count(*) FROM statement s
        WHERE s.id BETWEEN a.id << 18 AND (a.id << 18) + 262143)
      """,
      "orderly rank out of order":
        """
      SELECT count(*) FROM article a JOIN article b ON b.rank = a.rank AND b.id < a.id
        AND b.document < a.document
      WHERE a.rank IN (SELECT rank FROM days WHERE disordered = 0)
      """,
    ]
    return try checks.sorted { $0.key < $1.key }.compactMap { name, sql in
      let count = try Int.fetchOne(db, sql: sql) ?? 0
      return count == 0 ? nil : "flaw: \(name): \(count)"
    }
  }

  private static func rows(_ db: Database, _ kind: String, _ sql: String) throws -> [String] {
    try Row.fetchAll(db, sql: sql).map { row in
      "\(kind) " + row.databaseValues.map(text).joined(separator: " | ")
    }
  }

  private static func text(_ value: DatabaseValue) -> String {
    switch value.storage {
    case .null: "-"
    case .int64(let number): String(number)
    case .double(let number): String(number)
    case .string(let text): text
    case .blob(let bytes): String(decoding: bytes, as: UTF8.self)
    }
  }
}

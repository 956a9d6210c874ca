import ArticleAnalysis
import FoundationEssentials
import GRDB
import TextModel

/// Writes changes into the tables, one transaction a batch: after a crash at any moment whole batches are there
/// and nothing else.
struct IndexWriter {
  /// Fingerprint of the rules and data that read the articles.
  let analysis: UInt64
  /// For messages.
  let path: String
  private var names: NameNumbers
  private var serials = SerialNumbers()
  /// Words that are known to be in `term`, by hash; those of this run only.
  private var knownTerms: Set<UInt64> = []

  init(_ db: Database, analyser: ArticleAnalyser, analysis: UInt64, path: String) throws {
    self.analysis = analysis
    self.path = path
    names = try NameNumbers(db, analyser: analyser)
  }

  /// Applies a batch inside the caller's transaction.
  ///
  /// When it throws, the transaction has to be rolled back and the writer thrown away.
  mutating func apply(_ changes: [IndexChange], _ db: Database) throws {
    var stored: [Int] = []
    for (index, change) in changes.enumerated() {
      switch change {
      case .store: stored.append(index)
      case .touch(let file, let stamp): try touch(file, stamp, db)
      case .move(let file, let stamp, let document, let path):
        try move(file, stamp, document: document, path: path, db)
      case .fail(let file, let stamp, let problems):
        try fail(file, stamp, problems, db)
      }
    }
    try store(stored.map { changes[$0] }, db)
    try serials.store(db)
  }

  // MARK: Storing articles

  private mutating func store(_ changes: [IndexChange], _ db: Database) throws {
    var places: [(number: ArticleNumber, isNew: Bool, index: Int)] = []
    // Serials are given by document name; the full-text index wants ascending numbers.
    let order = changes.indices.sorted { a, b in
      isAfter(changes[b].document, changes[a].document)
    }
    for index in order {
      guard case .store(let entry, let source, _) = changes[index] else { continue }
      let rank = ArticleNumber.rank(ofDays: entry.days)
      let old = try oldArticle(of: source, document: entry.document, db)
      if let old {
        try removeStatements(of: old.number, db)
        if old.number.rank == rank, old.document == entry.document, source.isSameText {
          places.append((old.number, false, index))
          continue
        }
        try remove(old.number, db)
      }
      let number = try serials.next(
        rank: rank, document: entry.document, path: path, db)
      places.append((number, true, index))
    }
    for place in places.sorted(by: { $0.number < $1.number }) {
      guard case .store(let entry, let source, let problems) = changes[place.index] else {
        continue
      }
      try insert(entry, source, problems, place.number, isNew: place.isNew, db)
    }
  }

  private mutating func insert(
    _ entry: IndexEntry, _ source: IndexChange.Source, _ problems: [Diagnostic],
    _ number: ArticleNumber, isNew: Bool, _ db: Database
  ) throws {
    var file: Int64?
    if case .file(let known, let stamp, _) = source {
      file = try storeFile(known, stamp, article: number.rawValue, db)
      try setProblems(problems, stamp, db)
    }
    let days = entry.days.map { DayRange.stored($0) }
    try db.cachedStatement(
      sql: """
        INSERT OR REPLACE INTO article (id, rank, document, path, file, title, has_title, edtf,
          first_day, last_day, given_date, statements) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      number.rawValue, number.rank, entry.document, entry.path, file, entry.title, entry.hasTitle,
      entry.edtf, days?.first, days?.last, entry.givenDate, entry.statements.count,
    ])
    if case .text(let text) = source {
      try db.cachedStatement(
        sql: "INSERT OR REPLACE INTO stored_text (article, text) VALUES (?, ?)"
      ).execute(arguments: [number.rawValue, text])
    }
    if isNew {
      try db.cachedStatement(sql: "INSERT INTO words (rowid, title, text) VALUES (?, ?, ?)")
        .execute(arguments: [number.rawValue, entry.titleWords, entry.textWords])
      try addTerms(of: entry, db)
    }
    for actor in entry.actors { try names.note(actor, db) }
    for row in entry.statements { try insert(row, number, db) }
  }

  private mutating func insert(
    _ row: IndexEntry.Row, _ article: ArticleNumber, _ db: Database
  ) throws {
    let number = StatementNumber(article, ordinal: row.ordinal).rawValue
    let actors = try row.actors.map { try names.number(of: $0, db) }
    let stances = try row.stances.map {
      (concept: try names.number(of: $0.concept, db), polarity: $0.polarity)
    }
    try db.cachedStatement(
      sql: """
        INSERT INTO statement (id, type, polarity, actors, stances, act, zone, parent, answers, edtf)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      number, IndexCodes.code(row.type), IndexCodes.code(row.polarity), packed(actors),
      packed(stances.map { IndexCodes.stance(concept: $0.concept, $0.polarity) }),
      IndexCodes.code(row.act), IndexCodes.code(row.zone), row.parent, row.answers, row.edtf,
    ])
    try db.cachedStatement(
      sql: """
        INSERT INTO statement_text (id, speaker, text, behalf, via, camp, named)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      number, row.speaker, row.text, try row.onBehalfOf.map { try names.number(of: $0, db) },
      packed(try row.via.map { try names.number(of: $0, db) }),
      packed(try row.camp.map { try names.number(of: $0, db) }),
      packed(try row.named.map { try names.number(of: $0, db) }),
    ])
    let speakers = actors.isEmpty ? [0] : actors
    for actor in speakers {
      try db.cachedStatement(sql: "INSERT OR IGNORE INTO speaker (actor, statement) VALUES (?, ?)")
        .execute(arguments: [actor, number])
    }
    for stance in stances {
      let polarity = IndexCodes.code(stance.polarity)
      try db.cachedStatement(
        sql: "INSERT OR IGNORE INTO stance (concept, polarity, statement) VALUES (?, ?, ?)"
      ).execute(arguments: [stance.concept, polarity, number])
      for actor in speakers {
        try db.cachedStatement(
          sql: """
            INSERT OR IGNORE INTO position (actor, concept, statement, polarity) VALUES (?, ?, ?, ?)
            """
        ).execute(arguments: [actor, stance.concept, number, polarity])
      }
    }
    if !row.wording.isEmpty {
      try db.cachedStatement(sql: "INSERT INTO wordings (rowid, hashes) VALUES (?, ?)")
        .execute(arguments: [number, row.wording])
    }
  }

  private mutating func addTerms(of entry: IndexEntry, _ db: Database) throws {
    let insert = try db.cachedStatement(sql: "INSERT OR IGNORE INTO term (term) VALUES (?)")
    var isNew = false
    for term in entry.terms where knownTerms.insert(term.hash).inserted {
      let word = entry.textWords.utf8.dropFirst(Int(term.begin)).prefix(Int(term.end - term.begin))
      try insert.execute(arguments: [String(Substring(word))])
      if db.changesCount > 0 { isNew = true }
    }
    if isNew { try IndexMeta.setCompoundsAreStale(true, db) }
  }

  /// Takes note that an article got another name, so that its number no longer tells its place.
  mutating func markDisordered(_ article: ArticleNumber, _ db: Database) throws {
    try serials.markDisordered(rank: article.rank, db)
  }

  /// Brings the names of the codebook and of the actor lists up to date.
  mutating func refreshLists(_ db: Database) throws { try names.refreshLists(db) }

  private func packed(_ numbers: [Int]) -> Data { Data(PackedNumbers.pack(numbers)) }
}

extension IndexChange {
  fileprivate var document: String {
    if case .store(let entry, _, _) = self { return entry.document }
    return ""
  }
}

extension IndexChange.Source {
  fileprivate var isSameText: Bool {
    if case .file(_, _, let isSameText) = self { return isSameText }
    return false
  }
}

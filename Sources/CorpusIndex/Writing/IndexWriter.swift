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
  private let rows: RowStatements
  /// Words that are known to be in `term`, by hash; those of this run only.
  private var knownTerms: Set<UInt64> = []

  init(_ db: Database, analyser: ArticleAnalyser, analysis: UInt64, path: String) throws {
    self.analysis = analysis
    self.path = path
    names = try NameNumbers(db, analyser: analyser)
    rows = try RowStatements(db)
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
      case .move(let file, let stamp, let document, let path, let shown):
        try move(file, stamp, document: document, path: path, shown: shown, db)
      case .fail(let file, let stamp, let problems):
        try fail(file, stamp, problems, db)
      }
    }
    try store(stored.map { changes[$0] }, db)
    try serials.store(db)
    try names.settle(db)
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
        if old.isOfFile, old.number.rank == rank, old.document == entry.document,
          source.isSameText
        {
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
    let row = rows.article
    row.add(number.rawValue)
    row.add(number.rank)
    row.add(entry.document)
    row.add(entry.path)
    row.add(file)
    row.add(entry.title)
    row.add(entry.hasTitle)
    row.add(entry.edtf)
    row.add(days?.first)
    row.add(days?.last)
    row.add(entry.givenDate)
    row.add(entry.statements.count)
    row.add(entry.wordCount)
    row.add(packed: try entry.actors.compactMap { try names.note($0, db) })
    try row.run()
    if case .text(let text) = source {
      rows.storedText.add(number.rawValue)
      rows.storedText.add(text)
      try rows.storedText.run()
    }
    if isNew {
      rows.words.add(number.rawValue)
      rows.words.add(entry.titleWords)
      rows.words.add(entry.textWords)
      try rows.words.run()
      try addTerms(of: entry, db)
    }
    var facts: [UInt8] = []
    var ordinal = 0
    for row in entry.statements {
      try insert(row, number, ordinalStep: row.ordinal - ordinal, &facts, db)
      ordinal = row.ordinal
    }
    if !facts.isEmpty {
      rows.facts.add(number.rawValue)
      rows.facts.add(bytes: facts)
      try rows.facts.run()
    }
  }

  private mutating func insert(
    _ row: IndexEntry.Row, _ article: ArticleNumber, ordinalStep: Int, _ packed: inout [UInt8],
    _ db: Database
  ) throws {
    let number = StatementNumber(article, ordinal: row.ordinal).rawValue
    let actors = try row.actors.map { try names.number(of: $0, db) }
    let stances = try row.stances.map {
      (concept: try names.number(of: $0.concept, db), polarity: $0.polarity)
    }
    PackedFacts.add(
      ordinalStep: ordinalStep, type: IndexCodes.code(row.type),
      polarity: IndexCodes.code(row.polarity), actors: actors,
      stances: stances.map { IndexCodes.stance(concept: $0.concept, $0.polarity) }, to: &packed)
    let facts = rows.statement
    facts.add(number)
    facts.add(IndexCodes.code(row.type))
    facts.add(IndexCodes.code(row.polarity))
    facts.add(packed: actors)
    facts.add(packed: stances.map { IndexCodes.stance(concept: $0.concept, $0.polarity) })
    facts.add(IndexCodes.code(row.act))
    facts.add(IndexCodes.code(row.zone))
    facts.add(row.parent)
    facts.add((row.answers ? 1 : 0) | (row.relays ? 2 : 0))
    facts.add(row.edtf)
    try facts.run()
    let text = rows.statementText
    text.add(number)
    text.add(row.speaker)
    text.add(row.text)
    text.add(try row.onBehalfOf.map { try names.number(of: $0, db) })
    text.add(packed: try row.via.map { try names.number(of: $0, db) })
    text.add(packed: try row.camp.map { try names.number(of: $0, db) })
    text.add(packed: try row.named.map { try names.number(of: $0, db) })
    try text.run()
    let speakers = actors.isEmpty ? [0] : actors
    for actor in speakers {
      rows.speaker.add(actor)
      rows.speaker.add(number)
      try rows.speaker.run()
    }
    for stance in stances {
      let polarity = IndexCodes.code(stance.polarity)
      rows.stance.add(stance.concept)
      rows.stance.add(polarity)
      rows.stance.add(number)
      try rows.stance.run()
      for actor in speakers {
        rows.position.add(actor)
        rows.position.add(stance.concept)
        rows.position.add(number)
        rows.position.add(polarity)
        try rows.position.run()
      }
    }
    if !row.wording.isEmpty {
      rows.wording.add(number)
      rows.wording.add(row.wording)
      try rows.wording.run()
    }
  }

  private mutating func addTerms(of entry: IndexEntry, _ db: Database) throws {
    var isNew = false
    var words = entry.textWords
    try words.withUTF8 { bytes in
      for term in entry.terms where knownTerms.insert(term.hash).inserted {
        rows.term.add(UnsafeRawBufferPointer(bytes)[Int(term.begin)..<Int(term.end)])
        try rows.term.run()
        if db.changesCount > 0 { isNew = true }
      }
    }
    if isNew { try IndexMeta.setCompoundsAreStale(true, db) }
  }

  /// Takes note that an article got another name, so that its number no longer tells its place.
  mutating func markDisordered(_ article: ArticleNumber, _ db: Database) throws {
    try serials.markDisordered(rank: article.rank, db)
  }

  /// An article is about to be removed or written anew: what it says of actors counts no longer.
  mutating func takeBackNamings(of article: ArticleNumber, _ db: Database) throws {
    let namings = try Data.fetchOne(
      db.cachedStatement(sql: "SELECT namings FROM article WHERE id = ?"),
      arguments: [article.rawValue])
    if let namings { names.forget(namings.withUnsafeBytes(PackedNumbers.unpack)) }
  }

  /// Removes files that are gone, with their articles, as a transaction of its own.
  mutating func forget(files: ArraySlice<Int64>, _ db: Database) throws {
    for file in files { try forget(file: file, db) }
    try names.settle(db)
  }

  /// What can only be said of actors when everything is read.
  func finishNames(_ db: Database) throws { try names.nameByIDs(db) }

  /// Brings the names of the codebook and of the actor lists up to date.
  mutating func refreshLists(_ db: Database) throws {
    try names.refreshLists(db, analysis: analysis)
  }
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

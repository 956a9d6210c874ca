import ArticleAnalysis
import GRDB
import TextModel

/// Numbers actors and concepts, and keeps what is known of them.
///
/// Of an actor that the lists know, the lists decide everything; of others the articles that name them now, in a
/// way that does not depend on their order: the longest name, of equally long ones the first by letters, the
/// first kind in the order of `ActorKind`, the first state by letters. The table `naming` counts by how many
/// articles each actor is called what, so that a name goes with the last article that used it.
struct NameNumbers {
  /// What an article says of an actor that no list knows.
  private struct Naming: Hashable {
    var actor: Int
    var name: String
    var kind: Int
    /// Empty for none.
    var metonymOf: String
  }

  private let analyser: ArticleAnalyser
  private var actors: [ActorID: (number: Int, isListed: Bool)] = [:]
  private var concepts: [ConceptID: Int] = [:]
  private var namings: [Naming: Int] = [:]
  /// By naming, how many articles more or fewer there are since the last time that was written.
  private var changes: [Int: Int] = [:]
  /// Actors that got or lost a naming.
  private var renamed: Set<Int> = []

  init(_ db: Database, analyser: ArticleAnalyser) throws {
    self.analyser = analyser
    for row in try Row.fetchAll(db, sql: "SELECT id, name_id FROM concept") {
      concepts[ConceptID(row[1] as String)] = row[0]
    }
  }

  /// The number of a concept, which gets one if it has none.
  mutating func number(of concept: ConceptID, _ db: Database) throws -> Int {
    if let number = concepts[concept] { return number }
    try db.execute(
      sql: "INSERT INTO concept (name_id, label_german, label_english) VALUES (?, '', '')",
      arguments: [concept.rawValue])
    let number = Int(db.lastInsertedRowID)
    concepts[concept] = number
    return number
  }

  /// The number of an actor, which gets one if it has none.
  mutating func number(of actor: ActorID, _ db: Database) throws -> Int {
    try known(actor, db).number
  }

  /// Takes in what one article says of an actor.
  ///
  /// - Returns: the number of the naming, which the article has to keep and to give back by `forget`; nil for an
  ///   actor of the lists.
  mutating func note(_ actor: NewsActor, _ db: Database) throws -> Int? {
    let known = try known(actor.id, db)
    guard !known.isListed else { return nil }
    let naming = Naming(
      actor: known.number, name: actor.name, kind: IndexCodes.code(actor.kind),
      metonymOf: actor.metonymOf?.rawValue ?? "")
    let number = try number(of: naming, db)
    changes[number, default: 0] += 1
    return number
  }

  /// An article that said this is gone, or is about to say something else.
  mutating func forget(_ namings: [Int]) {
    for naming in namings { changes[naming, default: 0] -= 1 }
  }

  /// Writes what changed; to be called at the end of each transaction.
  mutating func settle(_ db: Database) throws {
    let count = try db.cachedStatement(
      sql: "UPDATE naming SET articles = articles + ? WHERE id = ?")
    let gone = try db.cachedStatement(
      sql: "SELECT actor FROM naming WHERE id = ? AND articles <= 0")
    let delete = try db.cachedStatement(sql: "DELETE FROM naming WHERE id = ?")
    var hasDeleted = false
    for (naming, change) in changes where change != 0 {
      try count.execute(arguments: [change, naming])
      guard change < 0, let actor = try Int.fetchOne(gone, arguments: [naming]) else { continue }
      try delete.execute(arguments: [naming])
      renamed.insert(actor)
      hasDeleted = true
    }
    changes.removeAll(keepingCapacity: true)
    if hasDeleted { namings.removeAll(keepingCapacity: true) }
    for actor in renamed { try rename(actor, db) }
    renamed.removeAll(keepingCapacity: true)
  }

  /// Actors that no article names and no list knows are called by their ids; to be called when an update is
  /// complete, since an article that is read anew may name them again.
  func nameByIDs(_ db: Database) throws {
    let unnamed = try Row.fetchAll(
      db,
      sql: """
        SELECT id, name_id FROM actor WHERE id NOT IN (SELECT actor FROM naming)
          AND (name != name_id OR kind != ? OR metonym_of IS NOT NULL)
        """, arguments: [IndexCodes.code(ActorKind.organisation)])
    for row in unnamed where analyser.listedActor(ActorID(row[1] as String)) == nil {
      try db.execute(
        sql: "UPDATE actor SET name = name_id, kind = ?, metonym_of = NULL WHERE id = ?",
        arguments: [IndexCodes.code(ActorKind.organisation), row[0] as Int])
    }
  }

  /// Brings the labels of the codebook and what the lists say of actors up to date.
  ///
  /// - Parameter analysis: fingerprint of the rules and data; only when it is another one than last time, actors
  ///   may have left the lists.
  mutating func refreshLists(_ db: Database, analysis: UInt64) throws {
    let last = try IndexMeta.namesAnalysis(db)
    let isOther = last != nil && last != analysis
    try IndexMeta.setNamesAnalysis(analysis, db)
    try db.execute(sql: "UPDATE concept SET place = NULL")
    for (place, concept) in analyser.concepts.enumerated() {
      let number = try number(of: concept.id, db)
      try db.execute(
        sql: "UPDATE concept SET label_german = ?, label_english = ?, place = ? WHERE id = ?",
        arguments: [concept.labelGerman, concept.labelEnglish, place, number])
    }
    for row in try Row.fetchAll(db, sql: "SELECT id, name_id FROM actor") {
      let id = ActorID(row[1] as String)
      guard let (actor, aliases) = analyser.listedActor(id) else {
        guard isOther else { continue }
        try db.cachedStatement(
          sql: "UPDATE actor SET country = NULL, aliases = '' WHERE id = ?"
        ).execute(arguments: [row[0] as Int])
        try rename(row[0], db)
        continue
      }
      try db.cachedStatement(
        sql: """
          UPDATE actor SET name = ?, kind = ?, country = ?, metonym_of = ?, aliases = ? WHERE id = ?
          """
      ).execute(arguments: [
        actor.name, IndexCodes.code(actor.kind), actor.country, actor.metonymOf?.rawValue,
        aliases.joined(separator: ";"), row[0] as Int,
      ])
    }
  }

  // MARK: Rows

  private mutating func known(
    _ actor: ActorID, _ db: Database
  ) throws -> (number: Int, isListed: Bool) {
    if let known = actors[actor] { return known }
    let listed = analyser.listedActor(actor)
    let number: Int
    if let found = try Int.fetchOne(
      db.cachedStatement(sql: "SELECT id FROM actor WHERE name_id = ?"),
      arguments: [actor.rawValue])
    {
      number = found
    } else {
      let shown =
        listed?.actor ?? NewsActor(id: actor, name: actor.rawValue, kind: .organisation)
      try db.cachedStatement(
        sql: """
          INSERT INTO actor (name_id, name, kind, country, metonym_of, aliases)
          VALUES (?, ?, ?, ?, ?, ?)
          """
      ).execute(arguments: [
        actor.rawValue, shown.name, IndexCodes.code(shown.kind), listed?.actor.country,
        shown.metonymOf?.rawValue, listed?.aliases.joined(separator: ";") ?? "",
      ])
      number = Int(db.lastInsertedRowID)
    }
    actors[actor] = (number, listed != nil)
    return (number, listed != nil)
  }

  private mutating func number(of naming: Naming, _ db: Database) throws -> Int {
    if let known = namings[naming] { return known }
    let words: StatementArguments = [naming.actor, naming.name, naming.kind, naming.metonymOf]
    var number = try Int.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT id FROM naming WHERE actor = ? AND name = ? AND kind = ? AND metonym_of = ?
          """), arguments: words)
    if number == nil {
      try db.cachedStatement(
        sql: "INSERT INTO naming (actor, name, kind, metonym_of, articles) VALUES (?, ?, ?, ?, 0)"
      ).execute(arguments: words)
      number = Int(db.lastInsertedRowID)
      renamed.insert(naming.actor)
    }
    namings[naming] = number
    return number ?? 0
  }

  /// Calls an actor as its namings say; one without any stays as it is.
  private func rename(_ actor: Int, _ db: Database) throws {
    let id = try String.fetchOne(
      db.cachedStatement(sql: "SELECT name_id FROM actor WHERE id = ?"), arguments: [actor])
    guard let id, analyser.listedActor(ActorID(id)) == nil else { return }
    let rows = try Row.fetchAll(
      db.cachedStatement(sql: "SELECT name, kind, metonym_of FROM naming WHERE actor = ?"),
      arguments: [actor])
    let names = rows.map { $0[0] as String }
    let best = names.min { a, b in
      let (x, y) = (a.utf8.count, b.utf8.count)
      return x != y ? x > y : a < b
    }
    guard let best else { return }
    try db.cachedStatement(
      sql: "UPDATE actor SET name = ?, kind = ?, metonym_of = ? WHERE id = ?"
    ).execute(arguments: [
      best, rows.map { $0[1] as Int }.min(),
      rows.map { $0[2] as String }.filter { !$0.isEmpty }.min(), actor,
    ])
  }
}

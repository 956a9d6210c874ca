import ArticleAnalysis
import GRDB
import TextModel

/// Numbers actors and concepts, and keeps what is known of them.
///
/// Of an actor that the lists know, the lists decide everything; of others the articles that name them, in a
/// way that does not depend on their order: the longest name, of equally long ones the first by letters, the
/// first kind in the order of `ActorKind`.
struct NameNumbers {
  private struct Known {
    var number: Int
    var name: String
    var kind: ActorKind
    var metonymOf: ActorID?
    var isListed: Bool
  }

  private let analyser: ArticleAnalyser
  private var actors: [ActorID: Known] = [:]
  private var concepts: [ConceptID: Int] = [:]
  /// Actors known from articles that other rules or lists read: the first article that is read anew decides.
  private var outdated: Set<ActorID> = []

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
    if let known = try known(actor, db) { return known.number }
    // Named by a statement only: the lists may know it, else it is called by its id.
    return try add(
      analyser.listedActor(actor)?.actor
        ?? NewsActor(id: actor, name: actor.rawValue, kind: .organisation), db)
  }

  /// Takes in what an article says of an actor.
  mutating func note(_ actor: NewsActor, _ db: Database) throws {
    guard var known = try known(actor.id, db) else {
      _ = try add(analyser.listedActor(actor.id)?.actor ?? actor, db)
      return
    }
    guard !known.isListed else { return }
    let before = (known.name, known.kind, known.metonymOf)
    let isOutdated = outdated.remove(actor.id) != nil
    if isOutdated || isBetter(actor.name, than: known.name) { known.name = actor.name }
    if isOutdated || IndexCodes.code(actor.kind) < IndexCodes.code(known.kind) {
      known.kind = actor.kind
    }
    if isOutdated {
      known.metonymOf = actor.metonymOf
    } else if let metonymOf = actor.metonymOf {
      known.metonymOf = min(metonymOf, known.metonymOf ?? metonymOf)
    }
    guard before != (known.name, known.kind, known.metonymOf) else { return }
    actors[actor.id] = known
    try db.cachedStatement(
      sql: "UPDATE actor SET name = ?, kind = ?, metonym_of = ? WHERE id = ?"
    ).execute(arguments: [
      known.name, IndexCodes.code(known.kind), known.metonymOf?.rawValue, known.number,
    ])
  }

  private func isBetter(_ name: String, than other: String) -> Bool {
    let (a, b) = (name.utf8.count, other.utf8.count)
    return a != b ? a > b : name < other
  }

  private mutating func known(_ actor: ActorID, _ db: Database) throws -> Known? {
    if let known = actors[actor] { return known }
    let row = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT id, name, kind, metonym_of FROM actor WHERE name_id = ?"),
      arguments: [actor.rawValue])
    guard let row else { return nil }
    let known = Known(
      number: row[0], name: row[1], kind: IndexCodes.value(row[2]) ?? .organisation,
      metonymOf: (row[3] as String?).map { ActorID($0) },
      isListed: analyser.listedActor(actor) != nil)
    actors[actor] = known
    return known
  }

  private mutating func add(_ actor: NewsActor, _ db: Database) throws -> Int {
    let listed = analyser.listedActor(actor.id)
    try db.cachedStatement(
      sql: """
        INSERT INTO actor (name_id, name, kind, country, metonym_of, aliases)
        VALUES (?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      actor.id.rawValue, actor.name, IndexCodes.code(actor.kind), listed?.actor.country,
      actor.metonymOf?.rawValue, listed?.aliases.joined(separator: ";") ?? "",
    ])
    let number = Int(db.lastInsertedRowID)
    actors[actor.id] = Known(
      number: number, name: actor.name, kind: actor.kind, metonymOf: actor.metonymOf,
      isListed: listed != nil)
    return number
  }

  /// Brings the labels of the codebook and what the lists say of actors up to date.
  ///
  /// - Parameter analysis: fingerprint of the rules and data; when it is another one than last time, all articles
  ///   are read anew, and what they say of actors replaces what was known.
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
        outdated.insert(id)
        try db.cachedStatement(
          sql: "UPDATE actor SET country = NULL, aliases = '' WHERE id = ?"
        ).execute(arguments: [row[0] as Int])
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
}

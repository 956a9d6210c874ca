import GRDB
import Synchronization
import TextModel

/// The actors and concepts of one snapshot by number and by id, each looked up once.
final class IndexNames: Sendable {
  struct KnownActor: Sendable {
    var actor: NewsActor
    var aliases: [String]
  }

  private struct State {
    var actors: [Int32: KnownActor?] = [:]
    var actorNumbers: [ActorID: Int?] = [:]
    var concepts: [Concept?]?
    var conceptNumbers: [ConceptID: Int] = [:]
  }

  private let reader: SnapshotReader
  private let state = Mutex(State())

  init(_ reader: SnapshotReader) {
    self.reader = reader
  }

  func number(of id: ActorID) -> Int? {
    if let known = state.withLock({ $0.actorNumbers[id] }) { return known }
    guard
      let number = reader.read({ db in
        try db.first("SELECT id FROM actor WHERE name_id = ?", [id.rawValue]) { $0.int(0) }
      })
    else { return nil }
    state.withLock { $0.actorNumbers[id] = .some(number) }
    return number
  }

  func actor(_ number: Int32) -> KnownActor? {
    if let known = state.withLock({ $0.actors[number] }) { return known }
    guard
      let found = reader.read({ db in
        try db.first(Self.columns + " WHERE id = ?", [Int64(number)], Self.actor)
      })
    else { return nil }
    state.withLock { $0.actors[number] = .some(found) }
    return found
  }

  /// Looks many actors up at once.
  func load(_ numbers: some Sequence<Int32>) {
    let unknown = state.withLock { state in numbers.filter { state.actors[$0] == nil } }
    guard unknown.count > 200 else { return }
    let wanted = Set(unknown)
    _ = reader.read { db in
      try db.each("SELECT name_id, name, kind, country, metonym_of, aliases, id FROM actor") {
        row in
        let number = Int32(truncatingIfNeeded: row.int64(6))
        guard wanted.contains(number) else { return }
        let found = Self.actor(row)
        state.withLock { $0.actors[number] = .some(found) }
      }
    }
  }

  func actorID(_ number: Int32) -> ActorID? { actor(number)?.actor.id }

  private static let columns =
    "SELECT name_id, name, kind, country, metonym_of, aliases FROM actor"

  private static func actor(_ row: IndexRow) -> KnownActor {
    KnownActor(
      actor: NewsActor(
        id: ActorID(row.text(0)), name: row.text(1), kind: IndexCodes.value(row.int(2)) ?? .person,
        country: row.optionalText(3), metonymOf: row.optionalText(4).map { ActorID($0) }),
      aliases: row.text(5).split(separator: ";").map(String.init))
  }

  func number(of id: ConceptID) -> Int? {
    loadConcepts()
    return state.withLock { $0.conceptNumbers[id] }
  }

  func concept(_ number: Int) -> Concept? {
    loadConcepts()
    return state.withLock { state in
      guard let concepts = state.concepts, concepts.indices.contains(number) else { return nil }
      return concepts[number]
    }
  }

  /// A concept's German label, else its id.
  func label(ofConcept number: Int) -> String {
    guard let concept = concept(number) else { return "" }
    return concept.labelGerman.isEmpty ? concept.id.rawValue : concept.labelGerman
  }

  private func loadConcepts() {
    guard state.withLock({ $0.concepts == nil }) else { return }
    var concepts: [Concept?] = []
    var numbers: [ConceptID: Int] = [:]
    let done: Void? = reader.read { db in
      try db.each("SELECT id, name_id, label_german, label_english FROM concept") { row in
        let number = row.int(0)
        guard (0..<1 << 24).contains(number) else { return }
        while concepts.count <= number { concepts.append(nil) }
        let concept = Concept(
          id: ConceptID(row.text(1)), labelGerman: row.text(2), labelEnglish: row.text(3))
        concepts[number] = concept
        numbers[concept.id] = number
      }
    }
    guard done != nil else { return }
    state.withLock { state in
      state.concepts = concepts
      state.conceptNumbers = numbers
    }
  }
}

import CorpusStore
import GRDB
import Relations
import TextModel

extension IndexStore {
  /// Statements that may be related are looked up by actor, concept, wording and article, those nearest in
  /// time first; only they are judged, so that an answer takes as long in any corpus.
  ///
  /// The same wording is found by the keys of `RelationKeys`: all runs of three words of this quote against
  /// the eight smallest of every other. Of a quote that shares a part *s* of its runs with this one,
  /// 1 - (1 - *s*)⁸ are found: 96 of 100 at the third that makes a repetition, all of those that are the same.
  public func related(to statement: StatementRef) -> [RelatedStatement] {
    guard let place = place(statement.article), statement.ordinal >= 0,
      statement.ordinal <= StatementNumber.highestOrdinal
    else { return [] }
    let number = StatementNumber(
      ArticleNumber(rawValue: articles.numbers[place]), ordinal: statement.ordinal)
    let found = reader.read { db -> (items: [RelationItem], own: Int)? in
      guard let own = try item(db, number) else { return nil }
      let candidates = try candidates(db, own)
      var items: [RelationItem] = []
      for candidate in candidates where candidate != number.rawValue {
        if let item = try item(db, StatementNumber(rawValue: candidate)) {
          items.append(item.relation)
        }
      }
      // In the order of the list, then of the text: of several that weigh the same the first is kept.
      items.append(own.relation)
      items.sort { ($0.article, $0.id.ordinal) < ($1.article, $1.id.ordinal) }
      let position = items.firstIndex { $0.id == own.relation.id } ?? 0
      return (items, position)
    }
    guard let (items, own) = found.flatMap({ $0 }) else { return [] }
    let relations = RelationIndex(items, names: relationNames(items)).relations(
      ofItem: own, limit: RelatedStatement.most + 1)
    return relations.compactMap { relation in
      guard let article = Int(relation.to.document) else { return nil }
      return RelatedStatement(
        ref: StatementRef(article: ArticleKey(rawValue: article), ordinal: relation.to.ordinal),
        kinds: relation.kinds, concept: relation.concept, score: relation.score,
        reason: relation.reason)
    }
  }

  /// A statement as relations see it, with the numbers by which others are looked up.
  private struct NumberedItem {
    var relation: RelationItem
    var number: StatementNumber
    var actors: [Int]
    var stances: [Int]
  }

  private func item(_ db: Database, _ number: StatementNumber) throws -> NumberedItem? {
    guard let place = articles.place(of: number.article.rawValue) else { return nil }
    var camp: [Int] = []
    var named: [Int] = []
    let found = try db.first(
      """
      SELECT s.type, s.zone, s.parent, s.answers, s.edtf, s.actors, s.stances, t.text, t.camp, t.named
      FROM statement s JOIN statement_text t USING (id) WHERE s.id = ?
      """, [number.rawValue]
    ) { row in
      camp = PackedNumbers.unpack(row.bytes(8))
      named = PackedNumbers.unpack(row.bytes(9))
      let stances = PackedNumbers.unpack(row.bytes(6))
      return NumberedItem(
        relation: RelationItem(
          id: StatementID(document: String(number.article.rawValue), ordinal: number.ordinal),
          article: place, zone: IndexCodes.value(row.int(1)) ?? .body,
          type: IndexCodes.value(row.int(0)) ?? .direct,
          parent: row.isNull(2) ? nil : row.int(2),
          stances: stances.compactMap(stance).map {
            RelationItem.ConceptStance($0.concept, $0.polarity)
          },
          days: row.optionalText(4).flatMap { EDTF($0) }?.days ?? articles.days(place),
          answers: row.int(3) & 1 != 0, relays: row.int(3) & 2 != 0,
          words: QuoteSketch(row.bytes(7))),
        number: number, actors: PackedNumbers.unpack(row.bytes(5)), stances: stances)
    }
    guard var item = found else { return nil }
    func ids(_ numbers: [Int]) -> [ActorID] {
      numbers.compactMap { names.actorID(Int32(truncatingIfNeeded: $0)) }
    }
    item.relation.actors = ids(item.actors)
    item.relation.camp = ids(camp)
    item.relation.named = ids(named)
    return item
  }

  /// How many neighbours in time are looked at on either side.
  private enum Reach {
    static let actorOnConcept = 33
    static let concept = 17
    static let actor = 9
    static let article = 48
    /// At most so many of one day, for a day with very many articles.
    static let oneDay = 300
    /// A wording in more statements than this is a set phrase and says nothing.
    static let commonWording = 64
  }

  private func candidates(_ db: Database, _ own: NumberedItem) throws -> Set<Int64> {
    var found: Set<Int64> = []
    // Always whole days: how an index numbers the articles of one day depends on the way it was made.
    func add(_ sql: String, _ keys: [Int], limit: Int) throws {
      for (comparison, order) in [("<", "DESC"), (">", "ASC")] {
        var count = 0
        var rank = own.number.article.rank
        try db.walk(
          "\(sql) AND statement \(comparison) ? ORDER BY statement \(order)",
          keys.map { Int64($0) } + [own.number.rawValue],
          whileTrue: { row in
            let number = StatementNumber(rawValue: row.int64(0))
            if count >= limit, number.article.rank != rank || count >= Reach.oneDay { return false }
            rank = number.article.rank
            count += 1
            found.insert(number.rawValue)
            return true
          })
      }
    }
    let article = own.number.article
    let nearby = (max(0, own.number.ordinal - Reach.article), own.number.ordinal + Reach.article)
    try db.each(
      "SELECT id FROM statement WHERE id BETWEEN ? AND ?",
      [
        StatementNumber(article, ordinal: nearby.0).rawValue,
        StatementNumber(article, ordinal: min(nearby.1, StatementNumber.highestOrdinal)).rawValue,
      ]
    ) { found.insert($0.int64(0)) }
    for concept in Set(own.stances.map { IndexCodes.stance($0).concept }) {
      for actor in own.actors {
        try add(
          "SELECT statement FROM position WHERE actor = ? AND concept = ?", [actor, concept],
          limit: Reach.actorOnConcept)
      }
      for polarity in Polarity.allCases {
        try add(
          "SELECT statement FROM stance WHERE concept = ? AND polarity = ?",
          [concept, IndexCodes.code(polarity)], limit: Reach.concept)
      }
    }
    for actor in own.actors {
      try add("SELECT statement FROM speaker WHERE actor = ?", [actor], limit: Reach.actor)
    }
    for hash in own.relation.words.shingles {
      var same: [Int64] = []
      try db.each(
        "SELECT rowid FROM wordings WHERE wordings MATCH ? LIMIT \(Reach.commonWording + 1)",
        [RelationKeys.word(hash)]
      ) { same.append($0.int64(0)) }
      if same.count <= Reach.commonWording { found.formUnion(same) }
    }
    return found
  }

  /// What the actors and concepts of some statements are called in reasons.
  private func relationNames(_ items: [RelationItem]) -> RelationNames {
    var result = RelationNames()
    for item in items {
      for id in item.actors + item.camp where result.actors[id] == nil {
        result.actors[id] = actor(id)?.name
      }
      for stance in item.stances where result.concepts[stance.concept] == nil {
        result.concepts[stance.concept] = label(stance.concept)
      }
    }
    return result
  }
}

import TextModel

/// Finds how the statements of a corpus relate to each other.
///
/// Built once over the items of all statements; then `relations(of:)` answers for one of them through
/// postings by actor and concept, by concept, by wording and by article. From each posting only the
/// entries nearest in time are looked at, so that an answer takes about the same time in any corpus.
public struct RelationIndex: Sendable {
  public let items: [RelationItem]
  /// How actors and concepts are called in reasons; an id without an entry is called by itself.
  public var names: RelationNames

  /// Positions in `items`, ordered by date (unknown last).
  private var byActorAndConcept: [ActorAndConcept: [Int32]] = [:]
  private var byActor: [ActorID: [Int32]] = [:]
  private var byConcept: [RelationItem.ConceptStance: [Int32]] = [:]
  private var byShingle: [UInt32: [Int32]] = [:]
  /// In text order.
  private var byArticle: [Int: [Int32]] = [:]
  private var positions: [StatementID: Int32] = [:]
  private var timeRank: [Int32] = []

  private struct ActorAndConcept: Hashable {
    var actor: ActorID
    var concept: ConceptID
  }

  /// Relations that an answer holds at most, if not asked for another number.
  public static let usualLimit = 20

  /// How many neighbours in time are looked at on either side in one posting.
  private static let reach = 32
  /// Wordings in more statements than this are set phrases and say nothing.
  private static let commonWording = 64

  /// - Complexity: O(*n* log *n*) in the number of items.
  public init(_ items: [RelationItem], names: RelationNames = RelationNames()) {
    self.items = items
    self.names = names
    let order = items.indices.sorted { a, b in
      let keyA = items[a].sortDay
      let keyB = items[b].sortDay
      return keyA != keyB ? keyA < keyB : a < b
    }
    timeRank = [Int32](repeating: 0, count: items.count)
    for (rank, position) in order.enumerated() {
      timeRank[position] = Int32(rank)
      let item = items[position]
      for actor in item.actors { byActor[actor, default: []].append(Int32(position)) }
      for stance in item.stances {
        byConcept[stance, default: []].append(Int32(position))
        for actor in item.actors {
          let key = ActorAndConcept(actor: actor, concept: stance.concept)
          if byActorAndConcept[key]?.last != Int32(position) {
            byActorAndConcept[key, default: []].append(Int32(position))
          }
        }
      }
      for shingle in item.words.shingles {
        byShingle[shingle, default: []].append(Int32(position))
      }
    }
    for (position, item) in items.enumerated() {
      byArticle[item.article, default: []].append(Int32(position))
      positions[item.id] = Int32(position)
    }
  }

  /// Position of a statement among `items`; nil when it is not there.
  public func position(of id: StatementID) -> Int? { positions[id].map(Int.init) }

  /// The related statements of one, best first, at most `limit`; none for an unknown id.
  public func relations(of id: StatementID, limit: Int = Self.usualLimit) -> [StatementRelation] {
    guard let position = position(of: id) else { return [] }
    return relations(ofItem: position, limit: limit)
  }

  /// The same by position in `items`.
  ///
  /// - Precondition: `position` is an index of `items`.
  public func relations(ofItem position: Int, limit: Int = Self.usualLimit) -> [StatementRelation] {
    let item = items[position]
    let judge = RelationJudge(names: names)
    var found: [Candidate] = []
    for other in candidates(of: position) {
      guard let judgement = judge.judge(item, items[Int(other)]) else { continue }
      found.append(Candidate(position: Int(other), judgement: judgement))
    }
    return Self.varied(found, items: items, limit: limit).map { candidate in
      StatementRelation(
        from: item.id, to: items[candidate.position].id, kinds: candidate.judgement.kinds,
        concept: candidate.judgement.concept, score: candidate.judgement.score,
        reason: judge.reason(item, items[candidate.position], candidate.judgement))
    }
  }

  struct Candidate {
    var position: Int
    var judgement: RelationJudge.Judgement
  }

  /// Positions worth judging, each once, in order of position.
  private func candidates(of position: Int) -> [Int32] {
    let item = items[position]
    var seen: Set<Int32> = []
    if let article = byArticle[item.article] {
      let own = article.firstIndex(of: Int32(position)) ?? 0
      seen.formUnion(article[max(0, own - 48)..<min(article.count, own + 49)])
    }
    for stance in item.stances {
      for actor in item.actors {
        let key = ActorAndConcept(actor: actor, concept: stance.concept)
        addNearest(byActorAndConcept[key], to: position, reach: Self.reach, &seen)
      }
      for polarity in Polarity.allCases {
        let key = RelationItem.ConceptStance(stance.concept, polarity)
        addNearest(byConcept[key], to: position, reach: Self.reach / 2, &seen)
      }
    }
    for actor in item.actors {
      addNearest(byActor[actor], to: position, reach: 8, &seen)
    }
    for shingle in item.words.shingles {
      guard let same = byShingle[shingle], same.count <= Self.commonWording else { continue }
      seen.formUnion(same)
    }
    seen.remove(Int32(position))
    return seen.sorted()
  }

  /// Adds the entries of a posting that stand nearest in time, on both sides.
  private func addNearest(
    _ posting: [Int32]?, to position: Int, reach: Int, _ seen: inout Set<Int32>
  ) {
    guard let posting else { return }
    let rank = timeRank[position]
    var low = 0
    var high = posting.count
    while low < high {
      let middle = (low + high) / 2
      if timeRank[Int(posting[middle])] < rank { low = middle + 1 } else { high = middle }
    }
    seen.formUnion(posting[max(0, low - reach)..<min(posting.count, low + reach + 1)])
  }

  /// The best ones, but no article's many statements on one concept before the others' first.
  ///
  /// Each further relation of the same kind to the same article counts less.
  static func varied(_ found: [Candidate], items: [RelationItem], limit: Int) -> [Candidate] {
    struct Group: Hashable {
      var article: Int
      var kind: StatementRelation.Kind
    }
    let sorted = found.sorted { a, b in
      a.judgement.score != b.judgement.score
        ? a.judgement.score > b.judgement.score : a.position < b.position
    }
    var taken: [Group: Int] = [:]
    var result: [Candidate] = []
    for var candidate in sorted {
      guard let kind = candidate.judgement.kinds.first else { continue }
      let group = Group(article: items[candidate.position].article, kind: kind)
      let before = taken[group, default: 0]
      taken[group] = before + 1
      for _ in 0..<min(before, 4) { candidate.judgement.score *= 0.8 }
      result.append(candidate)
    }
    result.sort { a, b in
      a.judgement.score != b.judgement.score
        ? a.judgement.score > b.judgement.score : a.position < b.position
    }
    return Array(result.prefix(limit))
  }
}

extension RelationItem {
  /// Where it stands in time among the others: the middle of what its date may mean; unknown last.
  fileprivate var sortDay: Int {
    guard let days else { return .max }
    if days.upperBound == .max { return days.lowerBound }
    if days.lowerBound == .min { return days.upperBound }
    return days.lowerBound + (days.upperBound - days.lowerBound) / 2
  }
}

/// What actors and concepts are called in a reason.
public struct RelationNames: Sendable {
  public var actors: [ActorID: String]
  public var concepts: [ConceptID: String]

  /// - Parameters:
  ///   - actors: short names ("Peskow").
  ///   - concepts: labels ("Waffenruhe").
  public init(actors: [ActorID: String] = [:], concepts: [ConceptID: String] = [:]) {
    self.actors = actors
    self.concepts = concepts
  }

  func name(_ ids: [ActorID]) -> String {
    ids.isEmpty
      ? "an unnamed speaker" : ids.map { actors[$0] ?? $0.rawValue }.joined(separator: " and ")
  }

  func label(_ concept: ConceptID) -> String { concepts[concept] ?? concept.rawValue }
}

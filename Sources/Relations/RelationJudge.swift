import TextModel

/// Decides for two statements which kinds of relation hold between them, and how much they weigh.
struct RelationJudge {
  let names: RelationNames

  struct Judgement {
    /// In the order of their weight.
    var kinds: [StatementRelation.Kind]
    var concept: ConceptID?
    var score: Double
    /// What the pair says about the concept, for the reason.
    var polarities: (Polarity, Polarity)?
    /// Whether the first one is the answer.
    var answers = true
  }

  /// Wording shared by at least this part of the shorter quote makes it the same quotation.
  static let sameWording = 0.34
  /// The same of the content words, for two statements of one actor.
  private static let sameContent = 0.6
  /// Across articles: headlines of two events share half their words.
  private static let sameContentElsewhere = 0.75

  /// How `item` relates to `other`; nil when it does not.
  func judge(_ item: RelationItem, _ other: RelationItem) -> Judgement? {
    let sameArticle = item.article == other.article
    let sameActor = item.actors.contains { other.actors.contains($0) }
    let content = item.words.containment(other.words)
    let wording = item.words.wording(other.words)
    let shared = sharedConcept(item, other, sameActor: sameActor)
    // A quotation inside an indirect statement is the same utterance, not a relation.
    if sameArticle, isNested(item, other), sameActor { return nil }

    var kinds: [StatementRelation.Kind] = []
    var score = 0.0
    var result = Judgement(kinds: [], concept: shared?.concept, score: 0)
    if let shared { result.polarities = (shared.mine, shared.theirs) }

    if let answer = answering(item, other, sameActor: sameActor, concept: shared != nil) {
      kinds.append(.respondsTo)
      result.answers = answer.itemAnswers
      score = max(score, answer.weight)
    }
    if repeats(
      item, other, shared, sameActor: sameActor, content: content, wording: wording)
    {
      kinds.append(.repeats)
      score = max(score, 0.72 + 0.2 * max(wording, content * 0.5))
    }
    if let shared {
      if shared.isOpposing, !(sameActor && sameArticle) {
        kinds.append(.opposing)
        let decided = shared.mine != .ambivalent && shared.theirs != .ambivalent
        score = max(score, decided ? 0.74 : 0.5)
      }
      if sameActor, !kinds.contains(.repeats) {
        kinds.append(.sameActor)
        score = max(score, sameArticle ? 0.42 : 0.66)
      }
      if kinds.isEmpty {
        kinds.append(.sameConcept)
        score = sameArticle ? 0.3 : 0.36
        if shared.mine == .neutral || shared.theirs == .neutral { score -= 0.06 }
      }
      score += 0.12 * content
    } else if kinds.isEmpty, sameActor, !sameArticle, content >= 0.3 {
      // Outside the codebook the words themselves have to show the common subject.
      kinds.append(.sameActor)
      score = 0.2 + 0.4 * content
    }
    guard !kinds.isEmpty else { return nil }
    result.kinds = kinds
    result.score = min(1, max(0, score + nearness(item, other) + standing(other)))
    return result
  }

  private func isNested(_ a: RelationItem, _ b: RelationItem) -> Bool {
    a.parent == b.id.ordinal || b.parent == a.id.ordinal
      || (a.parent != nil && a.parent == b.parent)
  }

  struct SharedConcept {
    var concept: ConceptID
    var mine: Polarity
    var theirs: Polarity

    var isOpposing: Bool {
      switch (mine, theirs) {
      case (.support, .oppose), (.oppose, .support): true
      case (.ambivalent, .oppose), (.oppose, .ambivalent): true
      default: false
      }
    }
  }

  /// The concept on which they meet: an opposed one first, then one on which both take sides.
  ///
  /// An agency that passes on what somebody said is no second voice; only a side that it takes itself counts.
  private func sharedConcept(
    _ a: RelationItem, _ b: RelationItem, sameActor: Bool
  ) -> SharedConcept? {
    var best: (weight: Int, shared: SharedConcept)?
    for mine in a.stances where !a.relays || mine.polarity != .neutral {
      for theirs in b.stances
      where theirs.concept == mine.concept && (!b.relays || theirs.polarity != .neutral) {
        let shared = SharedConcept(
          concept: mine.concept, mine: mine.polarity, theirs: theirs.polarity)
        let taken = mine.polarity != .neutral && theirs.polarity != .neutral
        let weight = shared.isOpposing ? 2 : taken ? 1 : 0
        if weight > best?.weight ?? -1 { best = (weight, shared) }
      }
    }
    return best?.shared
  }

  private func repeats(
    _ a: RelationItem, _ b: RelationItem, _ shared: SharedConcept?, sameActor: Bool,
    content: Double, wording: Double
  ) -> Bool {
    let sameArticle = a.article == b.article
    if wording >= Self.sameWording, min(a.words.stems.count, b.words.stems.count) >= 3 {
      return sameActor || a.actors.isEmpty || b.actors.isEmpty || !sameArticle
    }
    guard let shared, shared.mine == shared.theirs, shared.mine != .neutral else { return false }
    if sameActor, content >= (sameArticle ? Self.sameContent : Self.sameContentElsewhere),
      min(a.words.stems.count, b.words.stems.count) >= 3
    {
      return true
    }
    guard sameArticle else { return false }
    // The headline or the lead sums up what the body says, in the name of the actor or of the state.
    let sameSide =
      sameActor || a.camp.contains { b.actors.contains($0) || b.camp.contains($0) }
      || b.camp.contains { a.actors.contains($0) }
    if sameSide, (a.zone == .body) != (b.zone == .body) { return true }
    // The same said once in the paper's words and once verbatim.
    return sameActor && abs(a.id.ordinal - b.id.ordinal) <= 4
      && (a.type == .direct || b.type == .direct)
  }

  /// Whether one of the two answers the other, and how surely.
  private func answering(
    _ a: RelationItem, _ b: RelationItem, sameActor: Bool, concept: Bool
  ) -> (itemAnswers: Bool, weight: Double)? {
    guard a.article == b.article, !sameActor, !a.actors.isEmpty, !b.actors.isEmpty,
      !a.relays, !b.relays, !isNested(a, b) || concept
    else { return nil }
    var best: (Bool, Double)?
    for (answer, asked, itemAnswers) in [(a, b, true), (b, a, false)] {
      let addressed = answer.named.contains { asked.actors.contains($0) }
      // In a text the answer mostly follows; a lead may tell it first, then the concept has to agree.
      let follows = answer.id.ordinal > asked.id.ordinal
      let distance = abs(answer.id.ordinal - asked.id.ordinal)
      var weight: Double
      if addressed && answer.answers && concept {
        weight = 0.86
      } else if addressed && concept {
        weight = 0.7
      } else if answer.answers && concept && follows {
        weight = 0.68
      } else if addressed && answer.answers && follows && distance <= 3 {
        weight = 0.5
      } else {
        continue
      }
      weight -= 0.012 * Double(min(distance, 12))
      if !follows { weight -= 0.08 }
      if weight > best?.1 ?? 0 { best = (itemAnswers, weight) }
    }
    return best
  }

  /// A bonus for statements near in time, up to 0.1; a hundred days halve it.
  private func nearness(_ a: RelationItem, _ b: RelationItem) -> Double {
    if a.article == b.article { return 0 }
    guard let x = a.days, let y = b.days else { return 0 }
    if x.overlaps(y) { return 0.06 }
    let gap =
      x.lowerBound > y.upperBound ? x.lowerBound - y.upperBound : y.lowerBound - x.upperBound
    return 0.1 * 100 / (100 + Double(gap))
  }

  /// What a statement is worth as a destination: the words themselves rather than a summary of them.
  private func standing(_ item: RelationItem) -> Double {
    var worth = item.zone == .body ? 0.03 : 0
    if item.type == .direct { worth += 0.02 }
    if item.parent != nil { worth -= 0.03 }
    return worth
  }
}

import CorpusStore

extension ExplorerState {
  /// To the next (previous) statement related to the one at which the walk began, or to the next that
  /// contradicts it.
  ///
  /// The walk goes on while its statements stay selected, and begins anew from any other.
  mutating func walkRelated(backwards: Bool, onlyContradictions: Bool) {
    guard let here = reading.selectedRef, here.article == list.selected else {
      if destination == nil { sayNoStatement() }
      return
    }
    if let walk, walk.here == here, walk.onlyContradictions == onlyContradictions || backwards {
      step(walk, backwards: backwards)
      return
    }
    guard let related, related.ref == here else {
      pendingRelated = PendingRelated(
        ref: here, backwards: backwards, onlyContradictions: onlyContradictions)
      return
    }
    let entries =
      onlyContradictions
      ? related.entries.filter { $0.relation.kinds.contains(.opposing) } : related.entries
    if entries.isEmpty {
      say(
        onlyContradictions
          ? "nothing contradicts this statement" : "no statement is related to this one")
      return
    }
    step(
      RelatedWalk(
        origin: here, entries: entries, index: -1, onlyContradictions: onlyContradictions),
      backwards: backwards)
  }

  private mutating func step(_ walk: RelatedWalk, backwards: Bool) {
    let next = walk.index + (backwards ? -1 : 1)
    if next < -1 {
      say("this is the statement itself")
      return
    }
    guard next < walk.entries.count else {
      say(
        walk.onlyContradictions ? "no further contradiction" : "that was the last related statement"
      )
      return
    }
    var walk = walk
    walk.index = next
    if next < 0 {
      jump(to: walk.origin, reason: nil)
    } else {
      let relation = walk.entries[next].relation
      jump(
        to: relation.ref,
        reason: "\(next + 1) of \(walk.entries.count): \(relation.reason)")
    }
    self.walk = walk
  }

  mutating func receive(related entries: [RelatedEntry], hasMore: Bool, _ names: CorpusNames) {
    conceptLabels.merge(names.concepts) { _, new in new }
    guard case .related(let ref)? = asked[.related]?.question else { return }
    related = Related(ref: ref, entries: entries, hasMore: hasMore)
    if let pending = pendingRelated {
      pendingRelated = nil
      if pending.ref == ref, reading.selectedRef == ref {
        walkRelated(backwards: pending.backwards, onlyContradictions: pending.onlyContradictions)
      }
    }
  }
}

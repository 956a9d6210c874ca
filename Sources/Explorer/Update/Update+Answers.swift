import CorpusStore

extension ExplorerState {
  /// Takes in the answer to a question that was still open.
  mutating func receive(_ answer: Answer, in slot: QuestionSlot) -> [Effect] {
    if slot == .overlay {
      passToOverlay(answer)
      return []
    }
    switch answer {
    case .summary(let summary): self.summary = summary
    case .list(let answer):
      guard case .list(let filter, _, _)? = asked[.list]?.question, filter == query.filter else {
        return []
      }
      receive(answer)
    case .rows(let rows, let first): receive(rows: rows, first: first)
    case .reading(let answer):
      receive(answer)
      return continueSteps()
    case .unreadable(let article, let diagnostic): receive(unreadable: article, diagnostic)
    case .histogram(let months): histogram = months
    case .standings(let standings, let more, let names):
      sidebar.corpus = standings
      sidebar.corpusMore = more
      sidebar.corpusNames = names
    case .related(let entries, let hasMore, let names):
      receive(related: entries, hasMore: hasMore, names)
    case .step(let ref): return receive(step: ref)
    case .neighbour(let article): receive(neighbour: article)
    case .document(let article): receive(document: article)
    case .facet, .problems, .statements, .matrix, .actorProfile, .conceptProfile:
      break  // only views over the panes ask for these
    }
    return []
  }

  private mutating func passToOverlay(_ answer: Answer) {
    guard let index = askingOverlay else { return }
    var overlay = overlays[index]
    overlay.receive(answer, &self)
    overlays[index] = overlay
  }
}

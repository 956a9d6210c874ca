import CorpusStore
import TextModel

extension ExplorerState {
  /// Marks what the filter's text asks for; called after every event, since filters change in many ways.
  mutating func fitSearch() {
    let filter = query.filter
    if search?.text ?? "" == filter.text,
      search?.isBegun ?? filter.isTextBegun == filter.isTextBegun
    {
      return
    }
    search = Search(filter)
    findMatches()
  }

  /// Finds what is searched for in the article that is read.
  mutating func findMatches() {
    reading.matches = []
    reading.match = nil
    guard let search, let loaded = reading.loaded else { return }
    let words = reading.words ?? SearchWords(loaded.analysed.article.text.utf8)
    reading.words = words
    reading.matches = search.query.highlights(in: words)
  }

  /// To the next (previous) match in the text, at its end to the next article that has one.
  mutating func stepMatch(backwards: Bool) -> [Effect] {
    guard !query.filter.text.isEmpty else {
      say("nothing is searched for · \(keymap.name(of: .search, in: .text) ?? "/") searches")
      return []
    }
    isBrowsing = false
    showText()
    fitSearch()
    if reading.loaded?.key == list.selected {
      let next: Int?
      if let match = reading.match {
        next = match + (backwards ? -1 : 1)
      } else if backwards {
        next = reading.matches.lastIndex { $0.begin < reading.top }
      } else {
        next = reading.matches.firstIndex { $0.begin >= reading.top }
      }
      if let next, reading.matches.indices.contains(next) {
        reading.match = next
        show(reading.matches[next])
        return []
      }
    }
    return [
      askAnew(.neighbour(of: list.selected, query.filter, backwards: backwards), in: .step)
    ]
  }

  /// The list of what was found: newest first, or the best matches first.
  mutating func toggleRelevance() {
    guard !query.filter.text.isEmpty else {
      say("nothing is searched for · \(keymap.name(of: .search, in: .text) ?? "/") searches")
      return
    }
    change { $0.filter.byRelevance.toggle() }
    say(query.filter.byRelevance ? "best matches first" : "newest first")
  }

  mutating func receive(neighbour article: ArticleKey?) {
    guard let article else {
      say("no article here matches “\(query.filter.text)”", .warning)
      return
    }
    var backwards = false
    if case .neighbour(_, _, let wasBackwards)? = asked[.step]?.question {
      backwards = wasBackwards
    }
    if article == list.selected { say("no other article matches “\(query.filter.text)”") }
    go(
      to: Destination(
        article: article, statement: nil, textTop: 0, seeksMatch: true, backwards: backwards))
  }
}

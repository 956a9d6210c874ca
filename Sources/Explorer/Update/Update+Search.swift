import CorpusStore
import TextModel

extension ExplorerState {
  /// Looks for other words, in the article and in the titles of the list.
  mutating func setSearch(_ text: String) {
    search = Search(text)
    findMatches()
  }

  /// Finds the words in the article that is read.
  mutating func findMatches() {
    reading.matches = []
    reading.match = nil
    guard let search, let loaded = reading.loaded else { return }
    let folded = reading.folded ?? FoldedText(loaded.analysed.article.text.utf8)
    reading.folded = folded
    reading.matches = folded.matches(search.words)
  }

  /// To the next (previous) match in the text, at its end to the next article that has one.
  mutating func stepMatch(backwards: Bool) -> [Effect] {
    guard let search else {
      say("nothing is searched for · \(keymap.name(of: .search, in: .text) ?? "/") searches")
      return []
    }
    isBrowsing = false
    showText()
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
      askAnew(
        .search(search.text, from: list.selected, query.filter, backwards: backwards), in: .step)
    ]
  }

  mutating func receive(search article: ArticleKey?) {
    guard let article, let search else {
      say("no article here contains “\(search?.text ?? "")”", .warning)
      return
    }
    var backwards = false
    if case .search(_, _, _, let wasBackwards)? = asked[.step]?.question {
      backwards = wasBackwards
    }
    if article == list.selected { say("no other article contains “\(search.text)”") }
    go(
      to: Destination(
        article: article, statement: nil, textTop: 0, seeksMatch: true, backwards: backwards))
  }
}

import CorpusStore

/// Actors and concepts of a filter that no statement of the corpus has: a name that was mistyped finds nothing, as one
/// of whom nothing is said does, and only the former wants to be told.
///
/// All names of the corpus are gone through, so that it is to be asked only when a search found nothing.
struct NamesInFilter {
  /// One sentence each, with names that are like it.
  let sentences: [String]

  init(_ filter: CorpusFilter, in store: some CorpusStore) {
    var sentences: [String] = []
    if !filter.actors.isEmpty {
      let known = store.facet(.actor, CorpusFilter())
      for actor in filter.actors.compactMap({ $0?.rawValue }).sorted() {
        sentences += Self.sentence(
          actor, known, "statement of an actor", hint: "unknown speakers are 'unknown'")
      }
    }
    if !filter.concepts.isEmpty {
      let known = store.facet(.concept, CorpusFilter())
      for concept in filter.concepts.map(\.rawValue).sorted() {
        sentences += Self.sentence(concept, known, "statement on a concept", hint: nil)
      }
    }
    self.sentences = sentences
  }

  private static func sentence(
    _ id: String, _ known: [FacetValue], _ what: String, hint: String?
  ) -> [String] {
    guard !known.contains(where: { $0.value == id }) else { return [] }
    let near = near(id, known).prefix(3).compactMap(\.value)
    let sentence = "there is no \(what) '\(id)' in this corpus"
    if !near.isEmpty { return [sentence + "; like it are " + near.joined(separator: ", ")] }
    return [sentence + (hint.map { "; \($0)" } ?? "")]
  }

  /// Those that have all words of the name in theirs, else those whose id differs by a letter or two; the ones with
  /// most statements first, as they come.
  private static func near(_ id: String, _ known: [FacetValue]) -> [FacetValue] {
    let words = foldedWords(String(id.map { $0 == "-" ? " " : $0 }))
    let named = known.filter { value in
      guard let id = value.value, !words.isEmpty else { return false }
      let name = FoldedText(value.label + " " + id).bytes
      return words.allSatisfy { word in
        name.indices.contains { name[$0...].starts(with: word) }
      }
    }
    if !named.isEmpty { return named }
    return known.filter { value in
      value.value.map { distance(Array(id.utf8), Array($0.utf8), atMost: 2) } ?? false
    }
  }

  /// Whether one word becomes the other by changing, adding or leaving out so many letters.
  private static func distance(_ a: [UInt8], _ b: [UInt8], atMost limit: Int) -> Bool {
    guard a.count > limit, abs(a.count - b.count) <= limit else { return false }
    var row = Array(0...b.count)
    for (line, letter) in a.enumerated() {
      var corner = row[0]
      row[0] = line + 1
      for (column, other) in b.enumerated() {
        let above = row[column + 1]
        row[column + 1] = min(above + 1, row[column] + 1, corner + (letter == other ? 0 : 1))
        corner = above
      }
    }
    return row[b.count] <= limit
  }
}

import ArticleAnalysis
import CorpusStore
import GermanLanguage
import Relations
import TextModel

/// A whole corpus, read into memory, with its relations.
struct LoadedCorpus {
  let store: MemoryStore
  let relations: RelationIndex
  /// What could not be read, or only with reservations.
  let diagnostics: [Diagnostic]

  /// Reads everything that a source holds.
  ///
  /// - Parameter progress: called on the calling thread after each article with the number read so far.
  static func load(
    _ source: inout ArticleSource, progress: (Int) -> Void = { _ in }
  ) throws -> LoadedCorpus {
    var articles: [AnalysedArticle] = []
    try source.forEach(
      { $0 },
      consume: { analysed in
        articles.append(analysed)
        progress(articles.count)
      })
    let analyser = source.worker.analyser
    let relations = relationIndex(
      of: articles, analyser: analyser, lexicon: source.lexicon)
    let store = MemoryStore(
      articles: articles, diagnostics: source.diagnostics, concepts: analyser.concepts,
      relations: { relations.relations(of: $0, limit: RelatedStatement.most + 1) })
    return LoadedCorpus(store: store, relations: relations, diagnostics: source.diagnostics)
  }
}

/// The relations of all statements, with the names that their reasons use.
private func relationIndex(
  of articles: [AnalysedArticle], analyser: ArticleAnalyser, lexicon: LexiconFiles
) -> RelationIndex {
  var names = RelationNames()
  for concept in analyser.concepts { names.concepts[concept.id] = concept.labelGerman }
  for article in articles {
    for actor in article.actors
    where (names.actors[actor.id]?.utf8.count ?? 0) < actor.name.utf8.count {
      names.actors[actor.id] = actor.name
    }
  }
  let maker = RelationItemMaker(lexicon: lexicon)
  let items = articles.enumerated().flatMap { maker.items(of: $1, article: $0) }
  return RelationIndex(items, names: names)
}

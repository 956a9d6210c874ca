import ArticleAnalysis
import CorpusStore
import Explorer
import ExplorerViews
import GermanLanguage
import NewsArchive
import Relations
import ScreenModel
import TextModel

/// The explorer without a terminal, over made-up articles in memory: 120 columns, 36 rows.
struct ExplorerSteps {
  /// Milliseconds, sorted.
  var frames: [Double] = []
  var downs: [Double] = []
  var pages: [Double] = []
  var jumps: [Double] = []

  init(articles count: Int) {
    let reader = ArticleReader()
    let analyser = ArticleAnalyser(lexicon: .embedded)
    let articles = (0..<count).map { number in
      let made = GeneratedArticle(number: number)
      let article = reader.article(
        document: String(made.path.dropLast(4)), path: made.path, text: SourceText(made.text))
      return analyser.analyse(article)
    }
    let maker = RelationItemMaker(lexicon: .embedded)
    let relations = RelationIndex(
      articles.enumerated().flatMap { maker.items(of: $1, article: $0) }, names: RelationNames())
    let store = MemoryStore(
      articles: articles, concepts: analyser.concepts,
      relations: { relations.relations(of: $0, limit: RelatedStatement.most + 1) })
    var session = ExplorerSession(store, size: Size(columns: 120, rows: 36))
    for _ in 0..<50 { frames.append(milliseconds { _ = session.screen }) }
    for _ in 0..<200 {
      downs.append(
        milliseconds {
          session.send(.down)
          _ = session.screen
        })
    }
    session.send(.tab)
    for _ in 0..<40 {
      pages.append(
        milliseconds {
          session.send(.pageDown)
          _ = session.screen
        })
    }
    for _ in 0..<40 {
      jumps.append(
        milliseconds {
          session.send(.character("J"))
          _ = session.screen
        })
    }
    frames.sort()
    downs.sort()
    pages.sort()
    jumps.sort()
  }

  private func milliseconds(_ work: () -> Void) -> Double {
    let begin = processorSeconds()
    work()
    return (processorSeconds() - begin) * 1000
  }
}

extension [Double] {
  /// The value below which so many of a hundred lie, of sorted values.
  func percentile(_ percent: Int) -> Double {
    isEmpty ? 0 : self[Swift.min(count - 1, count * percent / 100)]
  }
}

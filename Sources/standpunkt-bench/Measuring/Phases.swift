import Actors
import Dating
import GermanLanguage
import Interchange
import NewsArchive
import Quotations
import StanceAnalysis
import TextModel

/// The phases of reading an article, one by one, over many articles.
struct Phases {
  struct Row {
    var name: String
    var seconds: Double
  }

  let reader = ArticleReader()
  let dater = ArticleDater()
  let finder = StatementFinder()
  let learned = StatementFinder(learned: true)
  let resolver = ActorResolver(words: GermanLexicon(files: .embedded))
  let stances = StanceAnalyser(codebook: Codebook())

  /// Times each phase over all inputs, one core.
  ///
  /// - Returns: a row a phase and one for all, a row for statements with learned weights, which is not
  ///   in the sum, and the number of statements.
  func measure(_ inputs: [[UInt8]], runs: Int) -> (
    rows: [Row], learned: Row, statements: Int
  ) {
    var rows: [Row] = []
    func phase<Result>(_ name: String, _ work: () -> [Result]) -> [Result] {
      let timed = best(of: runs, work)
      rows.append(Row(name: name, seconds: timed.seconds))
      return timed.result
    }
    let texts = phase("decode") { inputs.compactMap { try? TextDecoder.decode($0).text } }
    var articles = phase("anatomy") {
      texts.map { reader.article(document: "artikel", path: "artikel.txt", text: $0) }
    }
    let dates = phase("dating") { articles.map { dater.date(of: $0) } }
    for index in articles.indices { articles[index].date = dates[index] }
    let readings = phase("tokens and statements") { articles.map { finder.reading(of: $0) } }
    let resolved = phase("actors") {
      zip(articles, readings).map { resolver.resolve($0, $1.statements, tokens: $1.tokens) }
    }
    let judged = phase("stances") {
      zip(articles, zip(readings, resolved)).map {
        stances.analyse($0.text, $1.1.statements, tokens: $1.0.tokens, actors: $1.1.actors)
      }
    }
    let analysed = articles.indices.map {
      AnalysedArticle(
        article: articles[$0], actors: resolved[$0].actors, statements: judged[$0])
    }
    _ = phase("JSON") { analysed.map { jsonLine($0).count } }
    rows.append(Row(name: "all phases", seconds: rows.reduce(0) { $0 + $1.seconds }))
    let timed = best(of: runs) { articles.reduce(0) { $0 + learned.statements(in: $1).count } }
    let row = Row(name: "tokens and statements, with learned weights", seconds: timed.seconds)
    return (rows, row, judged.reduce(0) { $0 + $1.count })
  }
}

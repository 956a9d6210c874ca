import CorpusStore
import Relations
import TextModel

/// Makes of an analysed article what the index keeps of it; may be used by several threads at once.
struct EntryMaker: Sendable {
  let relations: RelationItemMaker

  /// - Complexity: linear in the length of the text.
  func entry(of analysed: AnalysedArticle, givenDate: String? = nil) -> IndexEntry {
    let article = analysed.article
    let words = Self.words(of: article)
    var entry = IndexEntry(
      document: article.document, path: article.path,
      title: listTitle(of: article), hasTitle: article.anatomy.title != nil,
      edtf: article.date.edtf?.description, days: article.date.days, givenDate: givenDate,
      titleWords: words.title, textWords: words.text,
      terms: TermScanner.terms(of: words.text),
      actors: analysed.actors.map {
        var actor = $0
        actor.mentions = []
        return actor
      }, statements: [])
    let items = relations.items(of: analysed, article: 0)
    entry.statements = zip(analysed.statements, items).lazy
      .filter { $0.0.ordinal <= StatementNumber.highestOrdinal }
      .map { row(of: $0, $1, in: article) }
    return entry
  }

  /// What the full-text index is given of an article: its headline, and all of its text. A change needs another
  /// `IndexSchema.version`: `WordRules` does not see it.
  static func words(of article: Article) -> (title: String, text: String) {
    let title = article.anatomy.title.map { searchableText(Array(article.text.utf8[$0.range])) }
    return (
      String(decoding: title ?? [], as: UTF8.self),
      String(decoding: searchableText(article.text.utf8), as: UTF8.self)
    )
  }

  private func row(
    of statement: Statement, _ item: RelationItem, in article: Article
  ) -> IndexEntry.Row {
    // Who is known is shown by name.
    let words = statement.actors.isEmpty ? article.text.joined(statement.speaker) : ""
    return IndexEntry.Row(
      ordinal: statement.ordinal, type: statement.type, polarity: statement.polarity,
      actors: statement.actors,
      stances: statement.stances.map { .init(concept: $0.concept, polarity: $0.polarity) },
      act: statement.act, zone: statement.zone, parent: statement.parent, answers: item.answers,
      relays: item.relays,
      edtf: statement.date?.edtf?.description, speaker: words.isEmpty ? nil : words,
      text: article.text.joined(statement.quote), onBehalfOf: statement.onBehalfOf,
      via: statement.via, camp: item.camp, named: item.named,
      wording: RelationKeys.words(item.words))
  }
}

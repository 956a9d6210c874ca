import GermanLanguage
import TextModel

/// Turns the statements of an analysed article into relation items.
public struct RelationItemMaker: Sendable {
  /// Another number whenever items are made by other rules: a hash of the sources, made by the build.
  public static let rulesVersion = RulesDigest.value

  /// Keys of the stems of words that show an answer ("entgegnete", "dagegen"); `answering-words.tsv`.
  private let answeringWords: Set<WordKey>

  public init(lexicon: LexiconFiles = .embedded) {
    let table = TabSeparatedTable(lexicon.bytes("answering-words.tsv"))
    answeringWords = Set(table.rows.map { WordKey(stemOf: $0["word"]) })
  }

  /// The items of one article, in the order of its statements.
  ///
  /// - Parameter article: a number that no other article of the same index has.
  /// - Complexity: linear in the length of the statements and the number of mentions.
  public func items(of analysed: AnalysedArticle, article: Int) -> [RelationItem] {
    let camps = camps(analysed.actors)
    let relays = Set(
      analysed.actors.filter { $0.kind == .agency || $0.kind == .media }.map(\.id))
    let mentions = analysed.actors
      .flatMap { actor in actor.mentions.map { (span: $0.span, actor: actor.id) } }
      .sorted { $0.span < $1.span }
    let text = analysed.article.text
    return analysed.statements.map { statement in
      let hull = (statement.quote + statement.frame).hull ?? TextSpan(0, 0)
      var named: [ActorID] = []
      var index = firstMention(mentions, from: hull.begin)
      while index < mentions.count, mentions[index].span.begin < hull.end {
        let mention = mentions[index]
        index += 1
        guard mention.span.end <= hull.end, !statement.actors.contains(mention.actor),
          !named.contains(mention.actor)
        else { continue }
        named.append(mention.actor)
      }
      for span in statement.addressee {
        for mention in mentions where span.contains(mention.span) && !named.contains(mention.actor)
        {
          if !statement.actors.contains(mention.actor) { named.append(mention.actor) }
        }
      }
      var camp: [ActorID] = []
      for actor in statement.actors + (statement.onBehalfOf.map { [$0] } ?? []) {
        if !statement.actors.contains(actor) { camp.append(actor) }
        if let side = camps[actor], !camp.contains(side) { camp.append(side) }
      }
      var quoteWords: [UInt8] = []
      for span in statement.quote {
        quoteWords += text.utf8[span.range]
        quoteWords.append(0x20)
      }
      return RelationItem(
        id: StatementID(document: analysed.article.document, ordinal: statement.ordinal),
        article: article, zone: statement.zone, type: statement.type, parent: statement.parent,
        actors: statement.actors, camp: camp, named: named,
        stances: statement.stances.map { .init($0.concept, $0.polarity) },
        days: statement.date?.days ?? analysed.article.date.days,
        answers: answers(statement, text),
        relays: !statement.actors.isEmpty && statement.actors.allSatisfy(relays.contains),
        words: QuoteSketch(quoteWords))
    }
  }

  /// The state behind each metonym.
  private func camps(_ actors: [NewsActor]) -> [ActorID: ActorID] {
    var camps: [ActorID: ActorID] = [:]
    for actor in actors { camps[actor.id] = actor.metonymOf }
    return camps
  }

  private func firstMention(
    _ mentions: [(span: TextSpan, actor: ActorID)], from offset: Int
  ) -> Int {
    var low = 0
    var high = mentions.count
    while low < high {
      let middle = (low + high) / 2
      if mentions[middle].span.begin < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Whether the reporting words answer somebody; of summarised statements all words report.
  private func answers(_ statement: Statement, _ text: SourceText) -> Bool {
    if [.reject, .deny].contains(statement.act) { return true }
    let reports = statement.type == .reported ? statement.quote : statement.frame + statement.cue
    var stem = WordStem()
    for span in reports {
      for word in text.utf8[span.range].split(whereSeparator: { $0 < 0x30 && $0 != 0x2D }) {
        stem.fold(word)
        let key = WordKey(stem.letters[..<stem.stemLength()])
        if answeringWords.contains(key) { return true }
      }
    }
    return false
  }
}

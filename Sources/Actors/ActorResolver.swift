import GermanLanguage
import TextModel

/// Finds who is named in an article and who speaks each of its statements.
///
/// Names are found in the text itself; the lists (built-in `actors.tsv` and `states.tsv`, the user's
/// `actors.tsv`) add what the text does not say: spellings, roles, states, the full name behind a
/// surname. Ids are those of the lists, else slugs of the longest name in the article, so that the same
/// person has the same id in every article that names it in full.
public struct ActorResolver: Sendable {
  private let registry: ActorRegistry
  private let names: NameFinder
  private let titles: TitleFinder
  private let speakers: SpeakerResolver
  private let tokeniser: Tokeniser

  /// - Parameters:
  ///   - words: the word lists, shared with the tokeniser of the articles.
  ///   - files: the data files.
  ///   - actorLists: the user's `actors.tsv` files with the paths to name in diagnostics; of two entries
  ///     with one id the later list wins, and all of them win over the built-in list.
  public init(
    words: GermanLexicon, files: LexiconFiles = .embedded,
    actorLists: [(path: String, bytes: [UInt8])] = []
  ) {
    var feminine: Set<UInt64> = []
    var either: Set<UInt64> = []
    for row in TabSeparatedTable(files.bytes("feminine-names.tsv")).rows {
      let fold = WordFold.hash(row["name"])
      if row["sex"] == "either" { either.insert(fold) } else { feminine.insert(fold) }
    }
    let isFemale: @Sendable (UInt64) -> Bool? = { [feminine, either] given in
      if feminine.contains(given) { return true }
      return either.contains(given) || !words.classes(given).contains(.givenName) ? nil : false
    }
    var registry = ActorRegistry(files: files, words: words, lists: actorLists)
    registry.tellSex(isFemale)
    self.registry = registry
    names = NameFinder(
      registry: registry,
      givenNames: { words.classes($0).contains(.givenName) },
      classes: { words.classes($0) },
      isListed: { !words.classes($0).isEmpty },
      isFemale: isFemale)
    titles = TitleFinder(registry: registry, names: names)
    speakers = SpeakerResolver(registry: registry, names: names)
    tokeniser = Tokeniser(lexicon: words)
  }

  /// What could not be read of the user's lists.
  public var diagnostics: [Diagnostic] { registry.diagnostics }

  /// What the lists know of an actor, without mentions; nil for an id that no list has.
  public func listed(_ id: ActorID) -> NewsActor? {
    guard let index = registry.byID[id] else { return nil }
    let actor = registry.actors[index]
    return NewsActor(
      id: actor.id, name: actor.name, kind: actor.kind, country: actor.country?.rawValue,
      metonymOf: actor.metonymOf)
  }

  /// The further names that the lists give an actor; none for an id that no list has.
  public func aliases(of id: ActorID) -> [String] {
    registry.byID[id].map { registry.actors[$0].aliases } ?? []
  }

  /// Resolves an article.
  ///
  /// - Parameters:
  ///   - article: with its anatomy; its date decides who holds an office ("der US-Präsident").
  ///   - statements: with spans of speaker, cue and frame, in text order, a host before what it holds.
  ///   - tokens: of the article's blocks.
  /// - Returns: the actors in the order of their first mention, and the statements with `actors`,
  ///   `onBehalfOf` and `via` filled in.
  /// - Complexity: linear in the length of the article but for the number of persons in it.
  public func resolve(
    _ article: Article, _ statements: [Statement], tokens: TokenBuffer
  ) -> (actors: [NewsActor], statements: [Statement]) {
    var statements = statements
    return (resolve(article, &statements, tokens: tokens), statements)
  }

  /// The same with the statements filled in in place.
  ///
  /// - Returns: the actors in the order of their first mention.
  /// - Complexity: as above.
  public func resolve(
    _ article: Article, _ statements: inout [Statement], tokens: TokenBuffer
  ) -> [NewsActor] {
    var reading = ArticleReading(text: article.text, tokens: tokens, registry: registry)
    for statement in statements {
      for span in statement.speaker {
        for token in tokens.tokens(in: span) { reading.isInSpeaker[token] = true }
      }
    }
    names.find(in: &reading)
    titles.find(in: &reading, days: article.date.days)
    speakers.resolve(&statements, &reading)
    return actors(reading, outside: outside(article))
  }

  /// Mentions in captions, bylines and sign-offs: names in full, and surnames known from the prose.
  private func outside(_ article: Article) -> ArticleReading? {
    let spans = article.anatomy.nonProse
      .filter { [.caption, .byline, .credit, .agencySignoff].contains($0.kind) }
      .map(\.span)
    var disjoint: [TextSpan] = []
    let kicker = article.anatomy.kicker.map { [$0] } ?? []
    for span
      in (spans
      + kicker.filter { part in !article.anatomy.blocks.contains { $0.span.overlaps(part) } })
      .sorted()
    where disjoint.last.map({ $0.end <= span.begin }) ?? true {
      disjoint.append(span)
    }
    guard !disjoint.isEmpty else { return nil }
    var outer = ArticleReading(
      text: article.text, tokens: tokeniser.tokens(of: article.text, in: disjoint),
      registry: registry)
    // In a byline or a credit two unknown words are a name.
    for part in article.anatomy.nonProse where part.kind == .byline || part.kind == .credit {
      for token in outer.tokens.tokens(in: part.span) { outer.isInSpeaker[token] = true }
    }
    names.find(in: &outer)
    titles.find(in: &outer, days: article.date.days)
    return outer
  }

  private func actors(_ reading: ArticleReading, outside: ArticleReading?) -> [NewsActor] {
    var actors: [NewsActor] = []
    actors.reserveCapacity(reading.entities.count)
    for entity in reading.entities { actors.append(Self.actor(entity)) }
    for mention in reading.mentions {
      actors[mention.entity].mentions.append(
        Mention(span: reading.tokens.span(mention.tokens), kind: mention.kind))
    }
    if let outside, !outside.entities.isEmpty { add(outside, to: &actors) }
    // Mentions are mostly found in text order; sorting what is sorted costs nothing but a look.
    for index in actors.indices { actors[index].mentions.sort { $0.span < $1.span } }
    actors.sort { a, b in
      let first = a.mentions.first?.span ?? TextSpan(.max, .max)
      let second = b.mentions.first?.span ?? TextSpan(.max, .max)
      return first != second ? first < second : a.id < b.id
    }
    return actors
  }

  private func add(_ outside: ArticleReading, to actors: inout [NewsActor]) {
    var positions: [ActorID: Int] = [:]
    for index in actors.indices { positions[actors[index].id] = index }
    let isFirst = actors.isEmpty
    var places: [Int] = []
    for entity in outside.entities {
      if !isFirst, let position = positions[entity.id] {
        places.append(position)
      } else {
        places.append(actors.count)
        positions[entity.id] = actors.count
        actors.append(Self.actor(entity))
      }
    }
    for mention in outside.mentions {
      actors[places[mention.entity]].mentions.append(
        Mention(span: outside.tokens.span(mention.tokens), kind: mention.kind))
    }
  }

  private static func actor(_ entity: ArticleReading.Entity) -> NewsActor {
    NewsActor(
      id: entity.id, name: entity.name, kind: entity.kind, country: entity.country?.rawValue,
      metonymOf: entity.metonymOf)
  }
}

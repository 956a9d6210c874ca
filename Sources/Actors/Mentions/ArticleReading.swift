import GermanLanguage
import TextModel

/// One article while its actors are being found: its tokens, and the entities and mentions so far.
struct ArticleReading {
  let text: SourceText
  let tokens: TokenBuffer
  var entities: [Entity] = []
  var mentions: [FoundMention] = []
  /// For each token the number of the mention that covers it, or -1.
  var mentionOfToken: [Int32]
  /// For each token whether it stands in the speaker's words of a statement.
  var isInSpeaker: [Bool]
  /// Folds of all capitalised words, for telling genitives and names that occur again.
  var capitalisedWords: [UInt64: Int] = [:]
  /// Entities by the fold of their surname.
  var surnames: [UInt64: Int] = [:]
  /// Surnames long enough to be recognised in a misprint, with their entities.
  private(set) var longSurnames: [(entity: Int, surname: LongSurname)] = []
  private var byID: [ActorID: Int] = [:]

  struct LongSurname {
    /// First byte, as it stands in the text.
    var initial: UInt8
    var letters: [UInt8]
  }

  mutating func noteLongSurname(_ name: some Collection<UInt8>, of entity: Int) {
    guard name.count >= 7, let initial = name.first else { return }
    if longSurnames.contains(where: { $0.entity == entity }) { return }
    longSurnames.append((entity, LongSurname(initial: initial, letters: TitleKey.letters(name))))
  }

  init(text: SourceText, tokens: TokenBuffer) {
    self.text = text
    self.tokens = tokens
    mentionOfToken = [Int32](repeating: -1, count: tokens.count)
    isInSpeaker = [Bool](repeating: false, count: tokens.count)
    for token in 0..<tokens.count where tokens.flags[token].contains(.capitalised) {
      capitalisedWords[tokens.folds[token], default: 0] += 1
    }
  }

  /// Somebody or something that this article names.
  struct Entity {
    var id: ActorID
    var name: String
    var kind: ActorKind
    var country: ActorID?
    var metonymOf: ActorID?
    var speaksFor: ActorID?
    /// Index in the registry; nil when no list has it.
    var known: Int?
    var roles: [Role] = []
    /// Nil when the text does not say.
    var isFemale: Bool?
    /// Whether its full name stands in the article.
    var isFullyNamed = false
  }

  struct FoundMention {
    var tokens: Range<Int>
    var kind: Mention.Kind
    var entity: Int
    var isGenitive = false
  }

  func word(_ token: Int) -> ArraySlice<UInt8> {
    text.utf8[Int(tokens.begins[token])..<Int(tokens.ends[token])]
  }

  func string(_ range: Range<Int>) -> String {
    range.isEmpty ? "" : oneLine(text[tokens.span(range)])
  }

  func isCapitalised(_ token: Int) -> Bool { tokens.flags[token].contains(.capitalised) }

  func isWord(_ token: Int) -> Bool { tokens.kinds[token] == .word }

  func classes(_ token: Int) -> WordClass { tokens.classes[token] }

  /// Whether two neighbouring tokens belong to one run of words.
  func isNextWord(_ token: Int) -> Bool {
    token < tokens.count && isWord(token) && !tokens.flags[token].contains(.firstOfSentence)
  }

  mutating func entity(_ id: ActorID, make: () -> Entity) -> Int {
    if let index = byID[id] { return index }
    byID[id] = entities.count
    entities.append(make())
    return entities.count - 1
  }

  func existing(_ id: ActorID) -> Int? { byID[id] }

  mutating func entity(known index: Int, _ registry: ActorRegistry) -> Int {
    let actor = registry.actors[index]
    return entity(actor.id) {
      Entity(
        id: actor.id, name: actor.name, kind: actor.kind, country: actor.country,
        metonymOf: actor.metonymOf, speaksFor: actor.speaksFor, known: index,
        isFemale: actor.kind == .person && actor.isFemale ? true : nil)
    }
  }

  mutating func addMention(_ mention: FoundMention) {
    let number = Int32(mentions.count)
    mentions.append(mention)
    for token in mention.tokens where mentionOfToken[token] < 0 { mentionOfToken[token] = number }
  }

  func mention(at token: Int) -> FoundMention? {
    token >= 0 && token < tokens.count && mentionOfToken[token] >= 0
      ? mentions[Int(mentionOfToken[token])] : nil
  }

  func isFree(_ range: Range<Int>) -> Bool { range.allSatisfy { mentionOfToken[$0] < 0 } }
}

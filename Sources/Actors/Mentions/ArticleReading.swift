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
  /// The words that names and titles can begin with: capitalised ones, those that a list's name begins
  /// with, and those in figures ("70-jährige"). In text order.
  let candidates: [Candidate]
  /// How often each capitalised word occurs, by its fold, for telling genitives and names that occur again.
  private var capitalisedWords: WordTable
  /// How many candidates before and behind a word are looked at where a rule asks how it stands elsewhere:
  /// more than most articles have, so that only long texts are cut, and their reading stays linear.
  private static let reach = 500
  /// Entities by the fold of their surname.
  var surnames = WordTable()
  /// Surnames long enough to be recognised in a misprint: their entities by first byte and length.
  private var longSurnames: [Int: [Int]] = [:]
  private var hasInitial = [Bool](repeating: false, count: 256)
  /// Persons by the fold of their given name.
  private var givenNames: [UInt64: [Int]] = [:]
  private var byID: [ActorID: Int] = [:]

  /// A word that names and titles can begin with.
  struct Candidate {
    let token: Int32
    /// Whether it may be a name of the lists.
    let mayBeName: Bool
    /// Whether a longer name of the lists may begin with it.
    let mayBeginName: Bool
    /// Whether it may be the head of a title or a description: a person, a body, or an age.
    let mayBeTitle: Bool
  }

  /// How often a word occurs with a capital.
  func occurrences(_ fold: UInt64) -> Int { Int(capitalisedWords[fold] ?? 0) }

  /// The candidates before a word that are near enough for a rule to look at, in text order.
  func candidates(before token: Int) -> ArraySlice<Candidate> {
    let place = place(ofCandidateAt: token)
    return candidates[max(0, place - Self.reach)..<place]
  }

  /// The candidates around a word that are near enough for a rule to look at, in text order.
  func candidates(around token: Int) -> ArraySlice<Candidate> {
    let place = place(ofCandidateAt: token)
    return candidates[max(0, place - Self.reach)..<min(candidates.count, place + Self.reach)]
  }

  /// Where the first candidate stands that does not begin before a word.
  private func place(ofCandidateAt token: Int) -> Int {
    var (low, high) = (0, candidates.count)
    while low < high {
      let middle = (low + high) / 2
      if Int(candidates[middle].token) < token { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Makes a person findable by the family name, also in a misprint.
  mutating func noteFamilyName(of entity: Int) {
    guard !entities[entity].isFamilyNoted, let name = entities[entity].personName,
      name.familyFold != 0
    else { return }
    entities[entity].isFamilyNoted = true
    surnames[name.familyFold] = surnames[name.familyFold] ?? Int32(entity)
    guard name.isLong else { return }
    hasInitial[Int(name.initial)] = true
    longSurnames[Int(name.initial) << 16 | name.familyLetters.count, default: []].append(entity)
  }

  /// Whether a person's long surname begins with a byte.
  func hasLongSurname(initial: UInt8) -> Bool { hasInitial[Int(initial)] }

  /// The persons whose long surname begins with a byte and has so many folded letters.
  func longSurnames(initial: UInt8, length: Int) -> [Int] {
    longSurnames[Int(initial) << 16 | length] ?? []
  }

  /// The persons with a given name, by its fold, in the order of their first mention.
  func persons(withGivenName fold: UInt64) -> [Int] { givenNames[fold] ?? [] }

  init(text: SourceText, tokens: TokenBuffer, registry: borrowing ActorRegistry) {
    self.text = text
    self.tokens = tokens
    capitalisedWords = WordTable(minimumCapacity: tokens.count / 4)
    mentionOfToken = [Int32](repeating: -1, count: tokens.count)
    isInSpeaker = [Bool](repeating: false, count: tokens.count)
    candidates = Self.candidates(text, tokens, registry, &capitalisedWords)
    entities.reserveCapacity(8)
    mentions.reserveCapacity(32)
  }

  private static func candidates(
    _ text: SourceText, _ tokens: TokenBuffer, _ registry: borrowing ActorRegistry,
    _ capitalisedWords: inout WordTable
  ) -> [Candidate] {
    var candidates: [Candidate] = []
    candidates.reserveCapacity(tokens.count / 2)
    for token in 0..<tokens.count where tokens.kinds[token] == .word {
      let fold = tokens.folds[token]
      let flags = tokens.flags[token]
      let isAge =
        flags.contains(.hasDigit) && text.utf8[Int(tokens.begins[token])] &- 0x30 < 10
      let isCapitalised = flags.contains(.capitalised)
      var listed = (alone: false, longer: false)
      if registry.aliases.mayHave(fold) {
        listed = registry.aliases.mayBegin(fold, before: foldBehind(token, tokens))
      }
      guard isCapitalised || listed.alone || listed.longer || isAge else { continue }
      if isCapitalised { capitalisedWords.add(1, to: fold) }
      candidates.append(
        Candidate(
          token: Int32(truncatingIfNeeded: token), mayBeName: listed.alone,
          mayBeginName: listed.longer,
          mayBeTitle: isAge || !tokens.classes[token].isDisjoint(with: titleLike)
            || registry.titles.isTitle(fold)))
    }
    return candidates
  }

  private static let titleLike: WordClass = [.title, .person, .medium, .organisation]

  /// The fold of the word behind a token; the full stop of an initial may stand between them.
  @inline(__always)
  private static func foldBehind(_ token: Int, _ tokens: TokenBuffer) -> UInt64 {
    var next = token + 1
    if next < tokens.count, tokens.flags[next].contains(.abbreviates) { next += 1 }
    return next < tokens.count ? tokens.folds[next] : 0
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
    /// Parts of the name, for persons.
    var personName: PersonName?
    /// Whether words of the article are a mention of it already.
    var isMentioned = false
    /// Whether it is found by its family name already.
    var isFamilyNoted = false
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

  /// How many bytes a token has.
  func length(_ token: Int) -> Int { Int(tokens.ends[token] - tokens.begins[token]) }

  func string(_ range: Range<Int>) -> String {
    range.isEmpty ? "" : text.line(tokens.span(range))
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
    let index = entities.count
    byID[id] = index
    entities.append(make())
    if entities[index].kind == .person {
      let name = entities[index].personName ?? PersonName(entities[index].name)
      entities[index].personName = name
      if name.givenFold != 0 { givenNames[name.givenFold, default: []].append(index) }
    }
    return index
  }

  func existing(_ id: ActorID) -> Int? { byID[id] }

  mutating func entity(known index: Int, _ registry: ActorRegistry) -> Int {
    if let known = byID[registry.actors[index].id] { return known }
    let actor = registry.actors[index]
    return entity(actor.id) {
      Entity(
        id: actor.id, name: actor.name, kind: actor.kind, country: actor.country,
        metonymOf: actor.metonymOf, speaksFor: actor.speaksFor, known: index,
        isFemale: actor.kind == .person ? actor.isFemale : nil,
        personName: actor.personName)
    }
  }

  mutating func addMention(_ mention: FoundMention) {
    let number = Int32(mentions.count)
    mentions.append(mention)
    entities[mention.entity].isMentioned = true
    for token in mention.tokens where mentionOfToken[token] < 0 { mentionOfToken[token] = number }
  }

  func mention(at token: Int) -> FoundMention? {
    token >= 0 && token < tokens.count && mentionOfToken[token] >= 0
      ? mentions[Int(mentionOfToken[token])] : nil
  }

  func isFree(_ range: Range<Int>) -> Bool { range.allSatisfy { mentionOfToken[$0] < 0 } }
}

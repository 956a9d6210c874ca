import GermanLanguage
import TextModel

/// Finds descriptors: titles before names ("der belarussische Machthaber Alexander Lukaschenko") and
/// descriptions that stand alone ("der 70-Jährige", "Russlands Präsident").
struct TitleFinder {
  let registry: ActorRegistry
  let names: NameFinder

  /// A noun phrase around a title.
  private struct Phrase {
    var tokens: Range<Int>
    var head: Int
    var role: Role
    var isIndefinite: Bool
    /// Behind it, if a name belongs to it: "…, Wolodymyr Selenskyj".
    var name: Int?
  }

  /// - Parameter days: first and last day that the article's date may mean.
  func find(in reading: inout ArticleReading, days: ClosedRange<Int>?) {
    // What a title was said of last, so that it can stand alone later.
    var bearers: [Role: [Int]] = [:]
    var bearersOfTitle: [TitleKey: [Int]] = [:]
    var holders = RoleBearers(days: days)
    var lastPerson: Int?
    // The words of titles and who bore them, so that "der Minister" finds the minister of the interior.
    var titleWords: [(token: Int, entity: Int)] = []
    for candidate in reading.candidates {
      let token = Int(candidate.token)
      let number = Int(reading.mentionOfToken[token])
      if number >= 0 {
        if reading.mentions[number].tokens.lowerBound == token,
          reading.mentions[number].kind != .title,
          reading.entities[reading.mentions[number].entity].kind == .person,
          !reading.mentions[number].isGenitive || lastPerson == nil
        {
          lastPerson = reading.mentions[number].entity
        }
        continue
      }
      guard candidate.mayBeTitle, isHead(token, reading) else { continue }
      if let entity = byAge(token, lastPerson, reading) {
        let begin = determiner(before: token, reading)
        reading.addMention(.init(tokens: begin..<token + 1, kind: .description, entity: entity))
        continue
      }
      guard let phrase = phrase(at: token, reading),
        reading.isFree(phrase.tokens) || phrase.name != nil
      else { continue }
      if let name = phrase.name, let mention = reading.mention(at: name) {
        let entity = mention.entity
        if reading.entities[entity].kind == .person {
          learn(phrase, entity, &holders, &reading)
          bearers[phrase.role, default: []].append(entity)
          bearersOfTitle[phrase.role.title, default: []].append(entity)
          titleWords.append((token, entity))
        }
        let free = freePart(phrase.tokens, reading)
        if !free.isEmpty {
          reading.addMention(.init(tokens: free, kind: .title, entity: entity))
        }
        continue
      }
      if names.isPersonNoun(token, reading), let entity = personBefore(phrase, reading) {
        learn(phrase, entity, &holders, &reading)
        titleWords.append((token, entity))
        reading.addMention(.init(tokens: phrase.tokens, kind: .title, entity: entity))
        continue
      }
      guard !phrase.isIndefinite, names.isPersonNoun(token, reading) else { continue }
      guard
        let entity = bearer(
          phrase, bearers, bearersOfTitle, lastPerson, &holders, &reading, days)
          ?? bearer(ofLongerTitle: phrase, titleWords, reading)
      else { continue }
      let free = freePart(phrase.tokens, reading)
      guard !free.isEmpty else { continue }
      reading.addMention(.init(tokens: free, kind: .description, entity: entity))
      lastPerson = entity
    }
  }

  /// The person whose name stands before the comma of a title: "Maria Huber, Direktorin des Instituts,".
  private func personBefore(_ phrase: Phrase, _ reading: ArticleReading) -> Int? {
    let comma = phrase.tokens.lowerBound - 1
    guard comma > 0, reading.tokens.kinds[comma] == .comma,
      !reading.tokens.flags[phrase.tokens.lowerBound].contains(.firstOfSentence),
      let mention = reading.mention(at: comma - 1), mention.kind == .name, !mention.isGenitive,
      reading.entities[mention.entity].kind == .person, !isPlural(phrase, reading)
    else { return nil }
    // Up to the comma or the end that closes it; no "und", which makes a list.
    var at = phrase.tokens.upperBound
    while at < reading.tokens.count, at < phrase.tokens.upperBound + 12 {
      if reading.tokens.flags[at].contains(.firstOfSentence) { return mention.entity }
      switch reading.tokens.kinds[at] {
      case .comma: return isListed(behind: at, reading) ? nil : mention.entity
      case .period, .closeBracket, .colon: return mention.entity
      default: break
      }
      if reading.classes(at).contains(.coordinator) { return nil }
      at += 1
    }
    return at == reading.tokens.count ? mention.entity : nil
  }

  /// Whether a list of persons goes on behind a comma: "Maria Huber, Gewerkschafter[, Politiker und Ärzte]".
  private func isListed(behind comma: Int, _ reading: ArticleReading) -> Bool {
    var at = comma + 1
    while at < reading.tokens.count, at < comma + 20,
      !reading.tokens.flags[at].contains(.firstOfSentence)
    {
      let classes = reading.classes(at)
      if !reading.isCapitalised(at),
        !classes.isDisjoint(with: [.finite, .auxiliary, .modal, .reporting])
      {
        return false
      }
      // A coordinator behind the comma itself goes on with the sentence.
      if classes.contains(.coordinator) {
        return at > comma + 1 && names.isPersonNoun(at - 1, reading)
      }
      at += 1
    }
    return false
  }

  /// Whether the head of a phrase is in the plural by its form: "Direktorinnen", "Direktoren", "Ärzte".
  private func isPlural(_ phrase: Phrase, _ reading: ArticleReading) -> Bool {
    let word = reading.word(phrase.head)
    if word.suffix(5).elementsEqual("innen".utf8) { return true }
    // Behind an article "-en" and "-e" may be cases: "dem Präsidenten", "dem Manne".
    guard phrase.tokens.lowerBound == phrase.head else { return false }
    for ending in ["en", "e"] where word.suffix(ending.utf8.count).elementsEqual(ending.utf8) {
      let stem = word.dropLast(ending.utf8.count)
      let classes = stem.withUnsafeBufferPointer { names.classes(WordFold.hash($0)) }
      if !classes.isDisjoint(with: [.person, .title]) { return true }
    }
    return false
  }

  /// Who bore a longer title that ends with this one: "der Minister" for the minister of the interior.
  private func bearer(
    ofLongerTitle phrase: Phrase, _ titles: [(token: Int, entity: Int)],
    _ reading: ArticleReading
  ) -> Int? {
    let begin = phrase.tokens.lowerBound
    guard phrase.role.of == nil, !titles.isEmpty, begin == phrase.head - 1,
      reading.classes(begin).contains(.definiteArticle),
      phrase.tokens.upperBound == phrase.head + 1, !hasAttribute(phrase.tokens.upperBound, reading)
    else { return nil }
    var letters = TitleKey.letters(reading.word(phrase.head))
    let isPlural =
      reading.tokens.folds[begin] == Self.the && !letters.suffix(2).elementsEqual("in".utf8)
    guard !isPlural else { return nil }
    if letters.last == UInt8(ascii: "s"), Self.genitive == reading.tokens.folds[begin] {
      letters.removeLast()
    }
    return titles.suffix(Self.remembered).last {
      TitleKey.withLetters(reading.word($0.token)) { longer in
        longer.count > letters.count && longer.suffix(letters.count).elementsEqual(letters)
      }
    }?.entity
  }

  /// Whether an attribute follows a title, so that it is somebody's own: "der Vorsitzende der Kammer".
  private func hasAttribute(_ token: Int, _ reading: ArticleReading) -> Bool {
    reading.isNextWord(token)
      && (reading.isCapitalised(token) || Self.linking.contains(reading.tokens.folds[token])
        || Self.attributes.contains(reading.tokens.folds[token]))
  }

  private static let attributes: Set<UInt64> = Set(
    ["für", "im", "in", "aus", "beim", "bei"].map { WordFold.hash($0) })
  /// How many bearers of titles a description looks back on: more than an article tells apart.
  private static let remembered = 64
  private static let the = WordFold.hash("die")
  private static let genitive = WordFold.hash("des")

  /// The part of a phrase behind the last mention inside it, for "Russlands Präsident" keeps its whole
  /// span although the state is a mention of its own.
  private func freePart(_ range: Range<Int>, _ reading: ArticleReading) -> Range<Int> {
    range
  }

  private func isHead(_ token: Int, _ reading: ArticleReading) -> Bool {
    return names.isPersonNoun(token, reading)
      || (reading.isCapitalised(token)
        && !reading.classes(token).isDisjoint(with: [.medium, .organisation])
        && reading.mention(at: token + 1)?.kind == .name)
      || isAge(token, reading)
  }

  private func isAge(_ token: Int, _ reading: ArticleReading) -> Bool {
    let word = reading.word(token)
    guard let first = word.first, first &- 0x30 < 10 else { return false }
    return word.withUnsafeBufferPointer { word in
      withFolded(word) { letters in
        Self.aged.contains { letters.suffix($0.count).elementsEqual($0) }
      }
    }
  }

  private static let aged: [[UInt8]] = ["jahrige", "jahrigen", "jahriger", "jahrigem"].map {
    Array($0.utf8)
  }

  /// "der 70-Jährige" means the person spoken of last, "die 37-Jährige" the last woman.
  private func byAge(_ token: Int, _ lastPerson: Int?, _ reading: ArticleReading) -> Int? {
    guard isAge(token, reading), let lastPerson else { return nil }
    let next = token + 1
    guard !(reading.isNextWord(next) && reading.isCapitalised(next)) else { return nil }
    guard token > 0, let wantsWoman = isWoman(token, reading) else { return lastPerson }
    let isMeant = { (entity: Int) in (reading.entities[entity].isFemale == true) == wantsWoman }
    if isMeant(lastPerson) { return lastPerson }
    for at in (max(0, token - 200)..<token).reversed() {
      guard let mention = reading.mention(at: at),
        reading.entities[mention.entity].kind == .person, isMeant(mention.entity)
      else { continue }
      return mention.entity
    }
    return lastPerson
  }

  /// What article and ending say of somebody named by age: "die 37-Jährige", "der 37-Jährigen", "der 70-Jährige".
  private func isWoman(_ token: Int, _ reading: ArticleReading) -> Bool? {
    let endsInN = reading.word(token).last == UInt8(ascii: "n")
    switch reading.tokens.folds[token - 1] {
    case Self.die: return endsInN ? nil : true
    case Self.der: return endsInN
    case Self.dem, Self.den: return false
    default: return nil
    }
  }

  private static let (die, der) = (WordFold.hash("die"), WordFold.hash("der"))
  private static let (dem, den) = (WordFold.hash("dem"), WordFold.hash("den"))

  private func determiner(before token: Int, _ reading: ArticleReading) -> Int {
    var begin = token
    if begin > 0, !reading.tokens.flags[token].contains(.firstOfSentence),
      !reading.classes(token - 1).isDisjoint(with: [
        .definiteArticle, .indefiniteArticle, .determiner,
      ])
    {
      begin -= 1
    }
    return begin
  }

  /// The noun phrase whose head is a title: determiner, adjectives or a genitive state before it, a
  /// genitive or "von" behind it.
  private func phrase(at head: Int, _ reading: ArticleReading) -> Phrase? {
    let word = reading.word(head)
    var role = registry.titles.role(word)
    var begin = head
    var isIndefinite = false
    var at = head
    while at > 0, head - at < 6, !reading.tokens.flags[at].contains(.firstOfSentence) {
      let before = at - 1
      guard reading.isWord(before) else { break }
      let classes = reading.classes(before)
      if let mention = reading.mention(at: before) {
        // "Russlands Präsident"
        let entity = reading.entities[mention.entity]
        guard mention.isGenitive, entity.kind != .person else { break }
        role.of = role.of ?? (entity.kind == .governmentMetonym ? entity.metonymOf : entity.id)
        begin = mention.tokens.lowerBound
        break
      }
      if !classes.isDisjoint(with: [
        .definiteArticle, .indefiniteArticle, .possessive, .determiner, .relative,
      ]) {
        isIndefinite = classes.contains(.indefiniteArticle) && !classes.contains(.definiteArticle)
        begin = before
        break
      }
      guard !reading.isCapitalised(before) || isStateAdjective(before, reading),
        isAdjective(before, reading)
      else { break }
      role.of = role.of ?? registry.states.state(ofAdjective: reading.word(before))
      begin = before
      at = before
    }
    var end = head + 1
    var name: Int?
    if reading.mention(at: end)?.kind == .name, reading.isNextWord(end) {
      // "die Regierung Putin": a title before a genitive state is none.
      let mention = reading.mention(at: end)
      if let mention,
        reading.entities[mention.entity].kind == .person || !isPersonTitle(head, reading)
      {
        name = end
      }
    } else if let (last, of) = complement(at: end, reading) {
      role.of = role.of ?? of
      end = last
      if let next = apposition(at: end, reading) { name = next }
    } else if let next = apposition(at: end, reading), names.isPersonNoun(head, reading) {
      name = next
    }
    if let found = name, isOfAnotherState(found, role, reading) { name = nil }
    return Phrase(
      tokens: begin..<end, head: head, role: role, isIndefinite: isIndefinite, name: name)
  }

  /// Whether the person named behind a title is known to belong to another state, so that the title is
  /// somebody else's: "dazu lädt der belarussische Präsident Wolodymyr Selenskyj ein".
  private func isOfAnotherState(_ token: Int, _ role: Role, _ reading: ArticleReading) -> Bool {
    guard let of = role.of, registry.states.byID[of] != nil,
      let mention = reading.mention(at: token)
    else { return false }
    let entity = reading.entities[mention.entity]
    guard entity.kind == .person, entity.known != nil, let country = entity.country,
      registry.states.byID[country] != nil
    else { return false }
    return country != of
  }

  private func isPersonTitle(_ head: Int, _ reading: ArticleReading) -> Bool {
    names.isPersonNoun(head, reading)
  }

  private func isStateAdjective(_ token: Int, _ reading: ArticleReading) -> Bool {
    registry.states.state(ofAdjective: reading.word(token)) != nil
  }

  private static let noAdjective: WordClass = [
    .preposition, .adverb, .pronoun, .auxiliary, .modal, .finite, .coordinator, .subordinator,
    .negation, .reflexive, .interrogative, .reporting,
  ]

  private func isAdjective(_ token: Int, _ reading: ArticleReading) -> Bool {
    if isStateAdjective(token, reading) { return true }
    let classes = reading.classes(token)
    if classes.contains(.adjective) { return true }
    guard classes.isDisjoint(with: Self.noAdjective), let last = reading.word(token).last else {
      return false
    }
    // e, n, r, s, m: endings of adjectives
    return [0x65, 0x6E, 0x72, 0x73, 0x6D].contains(last) && reading.word(token).count > 3
  }

  /// "der Ukraine", "von Belarus", "des Außenministeriums" behind a title: the end, and whose it is.
  private func complement(
    at token: Int, _ reading: ArticleReading
  ) -> (end: Int, of: ActorID)? {
    guard reading.isNextWord(token) else { return nil }
    let fold = reading.tokens.folds[token]
    guard Self.linking.contains(fold) else { return nil }
    var at = token + 1
    if fold == Self.von, at < reading.tokens.count, reading.classes(at).contains(.definiteArticle) {
      at += 1
    }
    while reading.isNextWord(at), !reading.isCapitalised(at), at < token + 4,
      isAdjective(at, reading)
    {
      at += 1
    }
    guard let mention = reading.mention(at: at), mention.kind == .name,
      reading.entities[mention.entity].kind != .person
    else { return nil }
    let entity = reading.entities[mention.entity]
    return (mention.tokens.upperBound, entity.metonymOf ?? entity.id)
  }

  private static let linking: Set<UInt64> = Set(
    ["der", "des", "von", "vom"].map { WordFold.hash($0) })
  private static let von = WordFold.hash("von")

  /// A person's name behind a comma: "der Präsident der Ukraine, Wolodymyr Selenskyj".
  private func apposition(at token: Int, _ reading: ArticleReading) -> Int? {
    guard token < reading.tokens.count else { return nil }
    if let mention = reading.mention(at: token), mention.kind == .name,
      reading.entities[mention.entity].kind == .person, mention.tokens.lowerBound == token,
      reading.isNextWord(token), !mention.isGenitive
    {
      return token
    }
    guard reading.tokens.kinds[token] == .comma, let mention = reading.mention(at: token + 1),
      mention.kind == .name, mention.tokens.lowerBound == token + 1, mention.tokens.count > 1,
      reading.entities[mention.entity].kind == .person
    else { return nil }
    let behind = mention.tokens.upperBound
    guard
      behind >= reading.tokens.count
        || [.comma, .period, .closeBracket].contains(reading.tokens.kinds[behind])
    else { return nil }
    return token + 1
  }

  /// What a title says of its bearer: roles, the country, the sex.
  private func learn(
    _ phrase: Phrase, _ entity: Int, _ holders: inout RoleBearers, _ reading: inout ArticleReading
  ) {
    if !reading.entities[entity].roles.contains(phrase.role) {
      holders.learn(phrase.role, entity, reading, registry)
      reading.entities[entity].roles.append(phrase.role)
    }
    if reading.entities[entity].known == nil {
      if let of = phrase.role.of, reading.entities[entity].country == nil {
        reading.entities[entity].country = country(of: of)
      }
    }
    let word = reading.word(phrase.head)
    if word.count > 6, word.suffix(2).elementsEqual("in".utf8) {
      reading.entities[entity].isFemale = true
    }
    if Self.isSpokesperson(word), let of = phrase.role.of {
      reading.entities[entity].speaksFor = institution(of, reading)
    }
  }

  private func country(of id: ActorID) -> ActorID? {
    if registry.states.byID[id] != nil { return id }
    return registry.byID[id].flatMap { registry.actors[$0].country }
  }

  private func institution(_ id: ActorID, _ reading: ArticleReading) -> ActorID { id }

  static func isSpokesperson(_ word: ArraySlice<UInt8>) -> Bool {
    guard word.count >= spokesperson.count else { return false }
    return TitleKey.withLetters(word) { letters in
      guard letters.count >= spokesperson.count else { return false }
      return (0...letters.count - spokesperson.count).contains {
        letters[$0] == spokesperson[0]
          && letters[$0..<$0 + spokesperson.count].elementsEqual(spokesperson)
      }
    }
  }

  private static let spokesperson = Array("sprecher".utf8)

  /// Whom a description means: who bore the title in this article, who holds the office, or the one
  /// spoken of last.
  private func bearer(
    _ phrase: Phrase, _ bearers: [Role: [Int]], _ bearersOfTitle: [TitleKey: [Int]],
    _ lastPerson: Int?, _ holders: inout RoleBearers, _ reading: inout ArticleReading,
    _ days: ClosedRange<Int>?
  ) -> Int? {
    let role = phrase.role
    if let titled = bearers[role] { return likeliest(titled, lastPerson) }
    if let inArticle = holders.bearer(
      of: role, lastPerson: lastPerson, reading, registry)
    {
      return inArticle
    }
    if role.of != nil, let holder = registry.holder(of: role, on: days) {
      return reading.entity(known: holder, registry)
    }
    return role.of == nil
      ? bearersOfTitle[role.title].flatMap { likeliest($0, lastPerson) } : nil
  }

  /// Of those who bore a title in the article the one spoken of last, if it is one of them, else the last
  /// who bore it.
  private func likeliest(_ bearers: [Int], _ lastPerson: Int?) -> Int? {
    guard let last = bearers.last else { return nil }
    guard let lastPerson, lastPerson != last,
      bearers.suffix(Self.remembered).contains(lastPerson)
    else { return last }
    return lastPerson
  }
}

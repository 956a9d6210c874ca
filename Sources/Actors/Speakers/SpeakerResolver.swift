import GermanLanguage
import TextModel

/// Decides for each statement whom the speaker's words mean.
struct SpeakerResolver {
  let registry: ActorRegistry
  let names: NameFinder

  func resolve(_ statements: inout [Statement], _ reading: inout ArticleReading) {
    var positions: [Int: Int] = [:]
    for index in statements.indices where statements[index].parent != nil {
      positions = Dictionary(
        statements.indices.map { (statements[$0].ordinal, $0) }, uniquingKeysWith: { $1 })
      break
    }
    for index in statements.indices {
      let speaker = speakers(of: index, statements, positions, &reading)
      statements[index].actors = unique(speaker.entities.map { reading.entities[$0].id })
      if speaker.entities.count == 1 {
        let entity = speaker.entities[0]
        statements[index].onBehalfOf =
          speaker.behalf ?? reading.entities[entity].speaksFor
          ?? behalf(known: reading.entities[entity].known)
      }
      statements[index].via = via(index, statements, positions, speaker, reading)
    }
  }

  struct Speaker {
    var entities: [Int] = []
    var behalf: ActorID?
    /// The paper of a correspondent, the agency of a report.
    var via: [ActorID] = []
  }

  func unique(_ ids: [ActorID]) -> [ActorID] {
    if ids.count < 2 { return ids }
    var result: [ActorID] = []
    for id in ids where !result.contains(id) { result.append(id) }
    return result
  }

  func behalf(known: Int?) -> ActorID? {
    guard let known else { return nil }
    if let listed = registry.actors[known].speaksFor { return listed }
    return registry.actors[known].roles.last { $0.role.title == Self.speech }?.role.of
  }

  private static let speech = TitleKey("Sprecher".utf8)

  // MARK: Whose words

  func speakers(
    of index: Int, _ statements: [Statement], _ positions: [Int: Int],
    _ reading: inout ArticleReading
  ) -> Speaker {
    guard let hull = statements[index].speaker.hull else {
      if let parent = statements[index].parent.flatMap({ positions[$0] }), parent < index {
        return Speaker(entities: entities(statements[parent].actors, reading))
      }
      return continued(index, statements, reading)
    }
    let range = reading.tokens.tokens(in: hull)
    guard !range.isEmpty else { return Speaker() }
    // "Die Stadt warnte er": the pronoun behind the verb is the subject, whatever stands first.
    if statements[index].type == .reported, let inverted = inverted(behind: range, reading) {
      return self.pronoun(
        inverted, inverted..<inverted + 1, index, statements, positions, &reading)
    }
    if let pronoun = pronoun(in: range, reading) {
      return self.pronoun(pronoun, range, index, statements, positions, &reading)
    }
    return nounPhrase(range, index, statements, &reading)
  }

  /// The "er" directly behind the verb that follows a phrase; "er" is always the subject.
  func inverted(behind range: Range<Int>, _ reading: ArticleReading) -> Int? {
    let verb = range.upperBound
    guard verb + 1 < reading.tokens.count, reading.isNextWord(verb), reading.isNextWord(verb + 1),
      !reading.isCapitalised(verb), reading.tokens.folds[verb + 1] == Self.he
    else { return nil }
    return verb + 1
  }

  static let he = WordFold.hash("er")

  /// A person named behind the verb of the reporting clause, where a thing was taken for the speaker:
  /// "Diese Forderung nannte Maria Huber lächerlich".
  func personBehindVerb(
    _ statement: Statement, behind range: Range<Int>, _ reading: ArticleReading
  ) -> Int? {
    guard let frame = statement.frame.hull ?? statement.quote.hull else { return nil }
    let tokens = reading.tokens.tokens(in: frame)
    guard range.upperBound < tokens.upperBound else { return nil }
    for token in range.upperBound..<tokens.upperBound {
      guard let mention = reading.mention(at: token), mention.tokens.lowerBound == token,
        !mention.isGenitive, reading.entities[mention.entity].kind == .person, token > 0,
        !reading.isCapitalised(token - 1),
        !reading.classes(token - 1).isDisjoint(with: [.reporting, .finite, .auxiliary])
      else { continue }
      return mention.entity
    }
    return nil
  }

  func entities(_ ids: [ActorID], _ reading: ArticleReading) -> [Int] {
    ids.compactMap { reading.existing($0) }
  }

  /// No words for the speaker: a quotation that goes on, or "heißt es": the speaker of the statement
  /// before, if it stands close by.
  func continued(
    _ index: Int, _ statements: [Statement], _ reading: ArticleReading
  ) -> Speaker {
    guard index > 0, let before = statements[..<index].suffix(64).last(where: { $0.parent == nil })
    else {
      return Speaker()
    }
    let isImpersonal = !statements[index].frame.isEmpty || !statements[index].cue.isEmpty
    guard let here = statements[index].quote.hull, let there = before.quote.hull,
      before.zone == statements[index].zone, here.begin - there.end < 200,
      !isImpersonal && statements[index].type != .indirect && statements[index].type != .reported
        || hasExpletive(statements[index], reading) || before.frame == statements[index].frame
    else { return Speaker() }
    return Speaker(entities: entities(before.actors, reading))
  }

  /// Whether the reporting words are "heißt es", "hieß es weiter".
  func hasExpletive(_ statement: Statement, _ reading: ArticleReading) -> Bool {
    guard let hull = statement.frame.hull else { return false }
    return reading.tokens.tokens(in: hull).contains {
      Self.expletives.contains(reading.tokens.folds[$0])
    }
  }

  static let expletives: Set<UInt64> = Set(
    ["heißt", "hieß", "heiße"].map { WordFold.hash($0) })

  // MARK: Via

  func via(
    _ index: Int, _ statements: [Statement], _ positions: [Int: Int], _ speaker: Speaker,
    _ reading: ArticleReading
  ) -> [ActorID] {
    var result = speaker.via
    // The one inside whose words it stands.
    var parent = statements[index].parent.flatMap { positions[$0] }
    var depth = 0
    while let host = parent, depth < 4 {
      for actor in statements[host].actors where !statements[index].actors.contains(actor) {
        result.append(actor)
      }
      parent = statements[host].parent.flatMap { positions[$0] }
      depth += 1
    }
    // "sagte X laut der Agentur Y": an agency or a paper in the reporting clause.
    if let hull = statements[index].frame.hull {
      for token in reading.tokens.tokens(in: hull) {
        guard let mention = reading.mention(at: token) else { continue }
        let kind = reading.entities[mention.entity].kind
        guard kind == .agency || kind == .media else { continue }
        let id = reading.entities[mention.entity].id
        if !statements[index].actors.contains(id) { result.append(id) }
      }
    }
    return unique(result)
  }
}

import GermanLanguage
import Glibc
import TextModel

/// The state of reading one article, between tagging and the choice of speakers.
public struct StatementReading {
  public let tokens: TokenBuffer
  public let tags: [Tag]
  public var statements: [TaggedStatement]
  public let pairs: [MarkPair]
  private let view: TokenView
  private let markFeatures: MarkFeatures
  private let speakerCandidates: SpeakerCandidates
  private let roles: RoleFeatures
  private var quoted: [Bool] = []
  private var accepted: [(pair: MarkPair, score: Float)] = []
  let emissions: [TagScores]
  let steps: [StepKind]

  public init(
    _ tokens: TokenBuffer, text: SourceText, rules: [TaggedStatement], chain: ChainWeights,
    boldness: Float, extractor: FeatureExtractor
  ) {
    self.tokens = tokens
    let hints = TokenHint.hints(rules, count: tokens.count)
    view = extractor.view(tokens, text)
    var emissions = chain.emissions(view, hints)
    if boldness != 0 {
      for index in emissions.indices { for lane in 0..<4 { emissions[index][lane] -= boldness } }
    }
    self.emissions = emissions
    steps = StepKind.kinds(tokens)
    tags = bestTags(emissions, steps: steps, transitions: chain.transitions)
    statements = StatementAssembly(tokens, tags).quotes()
    pairs = markPairs(tokens)
    markFeatures = MarkFeatures(tokens: tokens, view: view, tags: tags, hints: hints)
    speakerCandidates = SpeakerCandidates(view, tags, hints)
    roles = RoleFeatures(view: view, tags: tags, hints: hints)
    statements.removeAll { $0.type == .direct }
  }

  public func markKeys(_ pair: MarkPair) -> [UInt32] { markFeatures.keys(pair) }

  /// Takes a pair of marks as a Direct quote.
  ///
  /// - Parameter score: how sure that is, in log odds.
  public mutating func accept(_ pair: MarkPair, score: Float = 0) { accepted.append((pair, score)) }

  /// Takes limits and roles of the rules where both see the same statement in a clause that rules read
  /// more exactly than tags: with a frame, or a whole sentence that sums up.
  mutating func followRules(_ rules: [TaggedStatement]) {
    for number in statements.indices {
      let own = statements[number]
      guard own.type == .indirect || own.type == .reported || own.type == .freeIndirect else {
        continue
      }
      let length = own.quote.reduce(0) { $0 + $1.count }
      for rule in rules where rule.type == own.type {
        let common = StatementEvidence.common(rule.quote, own.quote)
        let ruleLength = rule.quote.reduce(0) { $0 + $1.count }
        guard 4 * common >= length + ruleLength, !rule.speaker.isEmpty || own.speaker.isEmpty
        else { continue }
        statements[number].quote = rule.quote
        statements[number].speaker = rule.speaker
        statements[number].cue = rule.cue
        statements[number].frame = rule.frame
        break
      }
    }
  }

  /// Removes statements; what lay in them stands alone.
  mutating func dropStatements(_ isDropped: (TaggedStatement) -> Bool) {
    var position = [Int?](repeating: nil, count: statements.count)
    var kept: [TaggedStatement] = []
    for (old, statement) in statements.enumerated() where !isDropped(statement) {
      position[old] = kept.count
      kept.append(statement)
    }
    for index in kept.indices { kept[index].host = kept[index].host.flatMap { position[$0] } }
    statements = kept
  }

  /// Puts statements in text order again; hosts keep their guests.
  mutating func sortStatements() {
    let order = statements.indices.sorted { a, b in
      let (first, second) = (statements[a].quote[0], statements[b].quote[0])
      if first.lowerBound != second.lowerBound { return first.lowerBound < second.lowerBound }
      return first.count != second.count ? first.count > second.count : a < b
    }
    var position = [Int](repeating: 0, count: statements.count)
    for (new, old) in order.enumerated() { position[old] = new }
    statements = order.map { old in
      var statement = statements[old]
      statement.host = statement.host.map { position[$0] }
      return statement
    }
  }

  /// Joins rendered and direct statements and gives them their frames.
  public mutating func finish() {
    statements += accepted.map { pair, score in
      var statement = TaggedStatement(type: .direct, quote: [pair.tokens])
      statement.markScore = score
      return statement
    }
    statements.sort {
      $0.quote[0].lowerBound != $1.quote[0].lowerBound
        ? $0.quote[0].lowerBound < $1.quote[0].lowerBound
        : $0.quote[0].count > $1.quote[0].count
    }
    for number in statements.indices {
      guard statements[number].type == .direct else { continue }
      statements[number].host = statements.indices.last { other in
        other != number && statements[other].type != .direct
          && statements[other].quote.contains {
            $0.lowerBound <= statements[number].quote[0].lowerBound
              && $0.upperBound >= statements[number].quote[0].upperBound
          }
      }
    }
    quoted = Array(repeating: false, count: tokens.count)
    for range in statements.map(\.quote).joined() {
      for token in range { quoted[token] = true }
    }
  }

  /// Whether the statement has roles of its own: what lies in a host takes the host's.
  public func takesRoles(_ number: Int) -> Bool { statements[number].host == nil }

  /// The features of the tokens around a statement's quote.
  public func roleFeatures(_ number: Int) -> FeatureTable { roleFeatures(statements[number]) }

  public func roleFeatures(_ statement: TaggedStatement) -> FeatureTable {
    roles.table(statement, window: roles.window(statement), others: quoted)
  }

  public func roleWindow(_ statement: TaggedStatement) -> Range<Int> { roles.window(statement) }

  /// Takes the roles from the tags of the window.
  public mutating func setRoles(_ number: Int, _ tags: [Tag]) {
    let window = roles.window(statements[number])
    func runs(_ wanted: (Tag) -> Bool) -> [Range<Int>] {
      var found: [Range<Int>] = []
      for (index, tag) in tags.enumerated() where wanted(tag) {
        let token = window.lowerBound + index
        if let last = found.last, last.upperBound == token {
          found[found.count - 1] = last.lowerBound..<token + 1
        } else {
          found.append(token..<token + 1)
        }
      }
      return found
    }
    statements[number].cue = runs { $0 == .cue }
    statements[number].speaker = runs { $0 == .speaker || $0 == .reportedSpeaker }
    let framed = tags.contains { $0 == .cue || $0 == .frame }
    statements[number].frame =
      framed ? runs { $0 == .cue || $0 == .frame || $0 == .speaker } : []
  }

  public func candidates(_ number: Int) -> [SpeakerCandidate] {
    speakerCandidates.candidates(of: number, among: statements)
  }

  /// Chooses the speaker that fits best.
  public mutating func chooseSpeaker(_ number: Int, _ weights: ChoiceWeights) {
    let candidates = candidates(number)
    let scores = candidates.map { weights.score($0.keys) }
    guard let best = scores.indices.max(by: { scores[$0] < scores[$1] }) else { return }
    let total = scores.reduce(Float(0)) { $0 + exp($1 - scores[best]) }
    statements[number].speaker = candidates[best].tokens.map { [$0] } ?? []
    statements[number].speakerProbability = 1 / total
  }

  /// A Direct quote inside rendered speech has its host's roles.
  public mutating func copyToNested() {
    for number in statements.indices {
      guard let host = statements[number].host else { continue }
      statements[number].speaker = statements[host].speaker
      statements[number].speakerProbability = statements[host].speakerProbability
      statements[number].cue = statements[host].cue
      statements[number].frame = statements[host].frame
    }
  }
}

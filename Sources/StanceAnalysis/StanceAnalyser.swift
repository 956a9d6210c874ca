import GermanLanguage
import TextModel

/// Tells where the speaker of each statement stands: act, polarity and target, and the stances on the
/// concepts of a codebook, each with its evidence.
///
/// Local reading: what the statement itself says, not the whole article.
public struct StanceAnalyser: Sendable {
  public let codebook: Codebook
  private let words: WordReader
  private let memos = WordMemos()
  private let judge: PolarityJudge
  private let reader: SignalReader
  private let finder: ConceptFinder
  private let model: PolarityModel

  /// - Complexity: linear in the size of the codebook and the data files; done once.
  public init(codebook: Codebook, files: LexiconFiles = .embedded) {
    self.codebook = codebook
    var table = LemmaTable(strongVerbs: files.bytes("strong-verbs.tsv"))
    let index = CueIndex(codebook, lemmas: &table)
    let words = StanceWords(files: files, lemmas: &table)
    var verbs = ReportingVerbs(files.bytes("reporting-verbs.tsv"), lemmas: &table)
    verbs.add(files.bytes("stance-verbs.tsv"), lemmas: &table)
    var nouns = LemmaMap<ReportingVerbs.Verb>()
    for row in TabSeparatedTable(files.bytes("stance-nouns.tsv")).rows {
      nouns[table.add(row["word"])] = ReportingVerbs.Verb(
        act: SpeechAct(rawValue: row["act"]) ?? .assert,
        stance: row["stance"] == "+" ? 1 : row["stance"] == "-" ? -1 : 0, informs: false,
        isWeak: false, companion: nil)
    }
    let signalWords = SignalWords(files.bytes("stance-signals.tsv"), lemmas: &table)
    self.words = WordReader(
      table: table, words: words, verbs: verbs, nouns: nouns, cues: index, signalWords: signalWords)
    judge = PolarityJudge(words: words, verbs: verbs, nouns: nouns)
    reader = SignalReader(words: words, signalWords: signalWords, judge: judge)
    finder = ConceptFinder(codebook: codebook, index: index, words: words, judge: judge)
    model = PolarityModel(files.bytes("stance-weights.tsv"))
  }

  /// Fills act, polarity, target and stances.
  ///
  /// - Parameters:
  ///   - statements: with their actors, in text order.
  ///   - tokens: of the article's blocks.
  ///   - actors: of the article; agencies and media only report.
  /// - Complexity: linear in the length of the statements.
  public func analyse(
    _ text: SourceText, _ statements: [Statement], tokens: TokenBuffer, actors: [NewsActor]
  ) -> [Statement] {
    var statements = statements
    analyse(text, &statements, tokens: tokens, actors: actors)
    return statements
  }

  /// The same in place, without a copy of the statements.
  ///
  /// - Complexity: as above.
  public func analyse(
    _ text: SourceText, _ statements: inout [Statement], tokens: TokenBuffer, actors: [NewsActor]
  ) {
    read(text, &statements, tokens: tokens, actors: actors) { _ in }
  }

  /// The signals by which the polarity of each statement is judged, for whoever wants to know why, or
  /// to learn other weights for them.
  ///
  /// - Complexity: as `analyse`.
  public func signals(
    _ text: SourceText, _ statements: [Statement], tokens: TokenBuffer, actors: [NewsActor]
  ) -> [StanceSignals] {
    var statements = statements
    var all: [StanceSignals] = []
    read(text, &statements, tokens: tokens, actors: actors) { all.append($0) }
    return all
  }

  private func polarity(_ verdict: PolarityJudge.Verdict) -> Polarity {
    let sign = verdict.weighedSign
    // "äußerte sich zurückhaltend": neither for nor against, unless something else decides.
    if sign == 0, verdict.isAmbivalent { return .ambivalent }
    return sign > 0 ? .support : sign < 0 ? .oppose : .neutral
  }

  /// Judging words alone make no praise, and no charge where the whole is none.
  private func act(_ verdict: PolarityJudge.Verdict) -> SpeechAct {
    guard !verdict.isFromReport else { return verdict.act }
    switch verdict.act {
    case .praise: return .assert
    case .accuse: return verdict.weighedSign < 0 ? .accuse : .assert
    default: return verdict.act
    }
  }

  private func read(
    _ text: SourceText, _ statements: inout [Statement], tokens: TokenBuffer, actors: [NewsActor],
    _ take: (StanceSignals) -> Void
  ) {
    guard !statements.isEmpty else { return }
    var article = ArticleLemmas(text: text, tokens: tokens, reader: words, memo: memos.take())
    var reporters: [ActorID] = []
    for index in actors.indices
    where actors[index].kind == .agency || actors[index].kind == .media {
      reporters.append(actors[index].id)
    }
    var children: [Int: [Int]] = [:]
    for position in statements.indices {
      guard let parent = statements[position].parent else { continue }
      children[parent, default: []].append(position)
    }
    let pointing = AnaphoricTopic(judge: judge)
    for index in statements.indices {
      let statement = statements[index]
      // A demand that the host names as its object is its own topic too; what others say is not.
      let others = (children[statement.ordinal] ?? []).filter {
        statements[$0].actors != statement.actors && statements[$0].type != .reported
      }.flatMap { statements[$0].quote }
      var scope = StatementScope.of(statement, others: others, tokens: tokens)
      article.read(scope.content)
      article.read(scope.report)
      article.read(scope.cue)
      article.read(scope.speaker)
      scope.said = article.summary(of: scope.content)
      scope.told = article.summary(of: scope.report)
      let onlyReports =
        !reporters.isEmpty && statement.actors.contains { reporters.contains($0) }
        || judge.isSourceFormula(scope, article)
      var verdict = judge.judge(statement, scope, article, speakerOnlyReports: onlyReports)
      let signals = reader.signals(
        of: statement, scope, article, verdict: verdict, speakerOnlyReports: onlyReports)
      (verdict.weighedSign, verdict.weighedConfidence) = model.judge(signals)
      statements[index].act = act(verdict)
      var stances = finder.stances(statement, scope, verdict, article)
      if stances.isEmpty, index > 0 {
        stances = pointing.stances(
          statement, scope, verdict, article, after: statements[index - 1])
      }
      statements[index].stances = stances
      statements[index].target = target(scope, stances, article)
      statements[index].polarity = polarity(verdict)
      take(signals)
    }
    memos.giveBack(article.memo)
  }

  /// The words that name what it is about: the evidence of the first stance, else the first noun phrase.
  private func target(
    _ scope: StatementScope, _ stances: [Stance], _ article: ArticleLemmas
  ) -> [TextSpan] {
    let tokens = article.tokens
    for range in scope.content {
      var begin: Int?
      for token in range {
        if scope.speaker.contains(where: { $0.contains(token) }) {
          begin = nil
          continue
        }
        guard tokens.kinds[token] == .word else {
          begin = nil
          continue
        }
        let classes = tokens.classes[token]
        if !classes.isDisjoint(with: [.definiteArticle, .indefiniteArticle, .possessive]) {
          begin = token
        } else if article.isCapitalised(token),
          classes.isDisjoint(with: [.pronoun, .preposition, .adverb, .time, .month, .weekday]),
          !tokens.flags[token].contains(.firstOfSentence) || begin != nil
        {
          return [tokens.span((begin ?? token)..<token + 1)]
        } else if classes.isDisjoint(with: [.adjective]), !classes.isEmpty {
          begin = nil
        }
      }
    }
    return stances.first?.evidence ?? []
  }
}

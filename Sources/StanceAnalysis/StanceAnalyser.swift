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
  /// - Parameter learned: whether the weights that were learned from the public data set judge polarity, if
  ///   the program has them; otherwise those learned from sentences of our own.
  public init(codebook: Codebook, files: LexiconFiles = .embedded, learned: Bool = true) {
    self.codebook = codebook
    model = PolarityModel(files, learned: learned)
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
      table: table, words: words, verbs: verbs, nouns: nouns, cues: index, signalWords: signalWords,
      weights: model.words)
    judge = PolarityJudge(words: words, verbs: verbs, nouns: nouns)
    reader = SignalReader(words: words, signalWords: signalWords, judge: judge)
    finder = ConceptFinder(codebook: codebook, index: index, words: words, judge: judge)
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
    guard !statements.isEmpty else { return }
    var article = ArticleLemmas(text: text, tokens: tokens, reader: words, memo: memos.take())
    let readings = read(statements, &article, actors: actors)
    let context = StatementKin(statements).context(readings.map(\.scores))
    let pointing = AnaphoricTopic(judge: judge)
    for index in readings.indices {
      var verdict = readings[index].verdict
      // Where there are no words there is nothing to weigh.
      if !readings[index].scope.content.isEmpty {
        (verdict.weighedSign, verdict.weighedConfidence) =
          model.scores(readings[index].scores, context: context, at: index).winner()
      }
      statements[index].act = act(verdict)
      statements[index].polarity = polarity(verdict)
      // Asked first, so that no statement is copied only to find nothing in it.
      statements[index].stances =
        finder.mayFind(readings[index].scope)
        ? finder.stances(statements[index], readings[index].scope, verdict, article) : []
      if statements[index].stances.isEmpty, index > 0, !statements[index - 1].stances.isEmpty {
        statements[index].stances = pointing.stances(
          statements[index], readings[index].scope, verdict, article, after: statements[index - 1])
      }
      statements[index].target = target(
        readings[index].scope, statements[index].stances, article)
    }
    memos.giveBack(article.memo)
  }

  /// What the polarity of each statement is judged by, for whoever wants to know why, or to learn other
  /// weights.
  ///
  /// - Complexity: as `analyse`.
  public func features(
    _ text: SourceText, _ statements: [Statement], tokens: TokenBuffer, actors: [NewsActor]
  ) -> [StanceFeatures] {
    var article = ArticleLemmas(text: text, tokens: tokens, reader: words, memo: memos.take())
    defer { memos.giveBack(article.memo) }
    var all: [(signals: StanceSignals, scope: StatementScope)] = []
    _ = read(statements, &article, actors: actors) { all.append(($0, $1)) }
    return all.map { StanceFeatures($0.signals, $0.scope, article, judge) }
  }

  /// What was read of a statement alone.
  private struct Reading {
    var scope: StatementScope
    var verdict: PolarityJudge.Verdict
    var scores: PolarityScores
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

  /// Reads each statement alone: its tokens, its signals, and how much they and its words weigh.
  ///
  /// - Parameter take: gets the signals of each; they are not kept.
  private func read(
    _ statements: [Statement], _ article: inout ArticleLemmas, actors: [NewsActor],
    _ take: (StanceSignals, StatementScope) -> Void = { _, _ in }
  ) -> [Reading] {
    let tokens = article.tokens
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
    var tally = WordWeights.Tally(model.words)
    var signals = StanceSignals()
    var readings: [Reading] = []
    readings.reserveCapacity(statements.count)
    for statement in statements {
      // A demand that the host names as its object is its own topic too; what others say is not.
      var others: [TextSpan] = []
      if !children.isEmpty {
        for child in children[statement.ordinal] ?? []
        where statements[child].actors != statement.actors && statements[child].type != .reported {
          others += statements[child].quote
        }
      }
      let scope = StatementScope.of(statement, others: others, tokens: tokens)
      article.read(scope.content)
      article.read(scope.report)
      article.read(scope.cue)
      article.read(scope.speaker)
      scope.said = article.summary(of: scope.content)
      scope.told = article.summary(of: scope.report)
      let onlyReports =
        !reporters.isEmpty && statement.actors.contains { reporters.contains($0) }
        || judge.isSourceFormula(scope, article)
      let verdict = judge.judge(statement, scope, article, speakerOnlyReports: onlyReports)
      reader.signals(
        of: statement, scope, article, verdict: verdict, speakerOnlyReports: onlyReports,
        into: &signals)
      take(signals, scope)
      let words = model.words.sum(scope, article, judge: judge, &tally)
      readings.append(
        Reading(scope: scope, verdict: verdict, scores: model.scores(signals, wordSum: words)))
    }
    return readings
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

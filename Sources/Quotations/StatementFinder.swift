import GermanLanguage
import QuotationLearning
import TextModel

/// Finds who said what in an article.
///
/// A pipeline of phases over one flat token buffer: tokens and sentences (`GermanLanguage`), quotation
/// marks, clauses, cues, frames, quotes, speakers, chains across sentences, nesting. Each rule leaves
/// its name in `Statement.rule`.
public struct StatementFinder: Sendable {
  /// What was read of one article, so that later phases need not tokenise again.
  public struct Reading: Sendable {
    public var tokens: TokenBuffer
    public var statements: [Statement]
    /// Sentences as token ranges.
    public var sentences: [Range<Int>] { tokens.sentences }
  }

  private let tokeniser: Tokeniser
  private let reporting: ReportingLexicon
  private let model: QuotationModel?
  private let confidence: ConfidenceTable

  /// Prepares the word tables.
  ///
  /// - Parameters:
  ///   - words: the word lists, if they were read already.
  ///   - learned: whether the learned weights correct what the rules find, if the program was built with
  ///     them. Without, statements are found by rules alone.
  public init(
    lexicon files: LexiconFiles = .embedded, words: GermanLexicon? = nil, learned: Bool = false
  ) {
    let lexicon = words ?? GermanLexicon(files: files)
    tokeniser = Tokeniser(lexicon: lexicon)
    reporting = ReportingLexicon(files: files, verbs: lexicon.verbs)
    model = learned ? QuotationModel.embedded(files: files, lexicon: lexicon) : nil
    confidence = ConfidenceTable(files: files, verbs: lexicon.verbs)
  }

  /// The statements of an article's blocks, in text order, hosts before what is nested in them.
  public func statements(in article: Article) -> [Statement] {
    reading(of: article).statements
  }

  /// The statements with the tokens they were found in.
  ///
  /// - Complexity: linear in the length of the article.
  public func reading(of article: Article) -> Reading {
    let (tokens, assembly, candidates) = candidates(of: article)
    return Reading(tokens: tokens, statements: assembly.statements(candidates))
  }

  /// The statements of the rules with what their confidence is read from, by the names of `confidence.tsv`;
  /// for training.
  public func evidence(in article: Article) -> [(statement: Statement, signs: [String])] {
    let (_, assembly, candidates) = candidates(of: article)
    return assembly.evidence(candidates)
  }

  private func candidates(of article: Article) -> (TokenBuffer, Assembly, [Candidate]) {
    let blocks = article.anatomy.blocks
    let tokens = tokeniser.tokens(of: article.text, in: blocks.map(\.span))
    let context = article.text.utf8.withUnsafeBufferPointer { bytes in
      let context = ArticleContext(
        tokens: tokens, pairs: QuotationPairing.pairs(tokens, bytes), reporting: reporting)
      context.prepareEndings(bytes)
      return context
    }
    var candidates = ArticleReader(context: context, zones: blocks.map(\.zone)).candidates()
    if let model, Self.isOrdinary(tokens, context.pairs) {
      candidates = LearnedReading(model: model, tokens: tokens, text: article.text)
        .corrected(candidates)
    }
    let assembly = Assembly(context: context, zones: blocks.map(\.zone), confidence: confidence)
    return (tokens, assembly, candidates)
  }

  /// Whether a text has the measures of an article. The model's time grows with the square of a sentence's
  /// length and of the number of quotations, so that anything else is left to the rules.
  private static func isOrdinary(_ tokens: TokenBuffer, _ pairs: [QuotationPair]) -> Bool {
    tokens.count <= 20_000 && pairs.count <= 500 && tokens.sentences.allSatisfy { $0.count <= 400 }
  }
}

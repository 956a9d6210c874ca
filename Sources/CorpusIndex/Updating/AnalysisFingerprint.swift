import ArticleAnalysis
import GermanLanguage
import Relations

/// A number for everything besides an article that decides what is read from it: the rules, the word lists,
/// the codebook, the actor lists, whether the learned weights take part. The rules are told by a hash of their
/// sources, which the build makes (`Sources/RulesDigest`): nobody has to remember to raise a version.
///
/// When it changes, every article is read again: the analysis hands tokens from phase to phase, which the index
/// does not keep, so that no part of it can be repeated alone. The full-text index stays as it is wherever the
/// article's date stays.
public struct AnalysisFingerprint: Sendable, Equatable {
  public let value: UInt64

  public init(
    lexicon: LexiconFiles, codebooks: [ArticleAnalyser.UserFile],
    actorLists: [ArticleAnalyser.UserFile], learned: LearnedWeights
  ) {
    var hash = ContentHash()
    func add(_ name: String, _ bytes: [UInt8]) {
      hash.add(Array("\(name) \(bytes.count)\n".utf8))
      hash.add(bytes)
    }
    let rules = "\(ArticleAnalyser.rulesVersion) \(RelationItemMaker.rulesVersion)"
    hash.add(Array("rules \(rules) learned \(learned.rawValue)\n".utf8))
    for name in lexicon.names where name != "codebook.tsv" || codebooks.isEmpty {
      add(name, lexicon.bytes(name))
    }
    // Of several codebooks the first one counts.
    for codebook in codebooks.prefix(1) { add("codebook", codebook.bytes) }
    for list in actorLists { add("actors", list.bytes) }
    value = hash.value
  }
}

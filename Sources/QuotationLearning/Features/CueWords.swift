import GermanLanguage

/// Which verbs report speech, by verb number.
public struct CueWords: Sendable {
  private var isCue: [Bool] = []

  /// Reads the verbs of `reporting-frames.tsv`; of separable verbs also the verb without its particle.
  public init(files: LexiconFiles, lexicon: GermanLexicon) {
    func mark(_ infinitive: String) {
      guard let number = lexicon.verbs.number(infinitive), number >= 0 else { return }
      while isCue.count <= Int(number) { isCue.append(false) }
      isCue[Int(number)] = true
    }
    for row in TabSeparatedTable(files.bytes("reporting-frames.tsv")).rows {
      let lemma = row["lemma"]
      mark(lemma)
      let particle = row["particle"]
      if !particle.isEmpty { mark(String(lemma.dropFirst(particle.count))) }
    }
  }

  /// The verb's number from 1 if it reports speech, else 0.
  @inline(__always)
  func verb(_ number: Int16) -> UInt32 {
    number >= 0 && Int(number) < isCue.count && isCue[Int(number)] ? UInt32(number) + 1 : 0
  }
}

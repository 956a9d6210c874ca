import GermanLanguage
import TextModel

/// The words of `stance-signals.tsv`: which signals a word gives, in what was said, in the words that
/// report it, and in the speaker's description.
struct SignalWords: Sendable {
  enum Place: String, CaseIterable { case content, report, speaker }

  private var byForm: [UInt64: [(Place, StanceSignal)]] = [:]
  private var byLemma: [[(Place, StanceSignal)]] = []

  init(_ bytes: [UInt8], lemmas: inout LemmaTable) {
    for row in TabSeparatedTable(bytes).rows {
      guard let place = Place(rawValue: row["place"]),
        let signal = StanceSignal.named[row["signal"]]
      else { continue }
      let word = row["word"]
      if word.utf8.first == UInt8(ascii: "=") {
        byForm[WordFold.hash(word.dropFirst()), default: []].append((place, signal))
      } else {
        let lemma = Int(lemmas.add(word))
        while byLemma.count <= lemma { byLemma.append([]) }
        byLemma[lemma].append((place, signal))
      }
    }
  }

  /// The signals that a word gives, by its fold and its lemmas.
  func signals(_ fold: UInt64, _ lemmas: [LemmaTable.Lemma]) -> [(Place, StanceSignal)] {
    var found = byForm[fold] ?? []
    for lemma in lemmas where Int(lemma) < byLemma.count { found += byLemma[Int(lemma)] }
    return found
  }

  /// Counts the signals of the word at a token.
  func read(
    _ token: Int, at place: Place, _ lemmas: ArticleLemmas, into signals: inout StanceSignals
  ) {
    guard lemmas.has(.signals, at: token) else { return }
    for (where_, signal) in lemmas.signals(token) where where_ == place { signals.count(signal) }
  }
}

import GermanLanguage
import TextModel

/// A statement as the rules see it, in tokens; several may compete for the same words.
struct Candidate {
  var type: ReportedSpeech
  var medium: Medium
  /// Ordered, disjoint, not empty.
  var quote: [Range<Int>]
  var speaker: [Range<Int>] = []
  var cue: [Range<Int>] = []
  var frame: [Range<Int>] = []
  var addressee: [Range<Int>] = []
  var rule: String
  /// Number of the sentence in which it begins.
  var sentence: Int
  /// Index of the host in the final list.
  var parent: Int?
  /// Estimated probability that it is right.
  var confidence: Double?

  var hull: Range<Int> { quote[0].lowerBound..<quote[quote.count - 1].upperBound }

  func overlaps(_ other: Candidate) -> Bool {
    for a in quote { for b in other.quote where a.overlaps(b) { return true } }
    return false
  }

  func holds(_ range: Range<Int>) -> Bool {
    quote.contains { $0.lowerBound <= range.lowerBound && range.upperBound <= $0.upperBound }
  }
}

import CLearnedWeights
import GermanLanguage

extension QuotationModel {
  /// The model that was built into the program; nil when it was built without weights.
  public static func embedded(files: LexiconFiles, lexicon: GermanLexicon) -> QuotationModel? {
    var count = 0
    guard let start = learned_weights("quotation.weights", &count) else { return nil }
    return QuotationModel(
      weights: UnsafeBufferPointer(start: start, count: count),
      extractor: FeatureExtractor(files: files, lexicon: lexicon))
  }
}

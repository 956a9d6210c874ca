import Relations

/// The keys by which the same words in another statement are found: the smallest hashes of the quote's runs of
/// three stems (a bottom-k sketch, Broder 1997). Two quotes that share a run of small hash share a key.
public enum RelationKeys {
  /// Of two quotes of twenty runs each that have a third of them in common, nine in ten share one of eight
  /// keys; of two that are the same, all do. `standpunkt-bench recall` measures it.
  static let perStatement = 8

  /// The keys of a quote as words of the table `wordings`, separated by blanks; empty for fewer than three
  /// words.
  public static func words(_ sketch: QuoteSketch) -> String {
    sketch.shingles.prefix(perStatement).map(word).joined(separator: " ")
  }

  /// One hash as a word of the table.
  public static func word(_ hash: UInt32) -> String { String(hash, radix: 36) }
}

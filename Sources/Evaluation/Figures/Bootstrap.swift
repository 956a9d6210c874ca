/// A 95 % interval of a figure, from resampled corpora.
public struct Interval: Sendable, Equatable {
  /// The figure's name: "macro quote", "statements found" ….
  public var name: String
  public var low: Double
  public var high: Double
}

extension Figures {
  /// The F1 values for which intervals are given, by name.
  var keyFigures: [(String, Double)] {
    let names = ["quote", "speaker", "cue", "frame", "roles", "joint"]
    return names.map { name in ("macro " + name, part(name)?.macro.f1 ?? 0) }
      + ["quote", "joint"].map { name in ("micro " + name, part(name)?.micro.f1 ?? 0) }
      + [
        ("type", type.f1), ("statements found", found.f1),
        ("statements exact quote", exactQuote.f1), ("statements who+what", whoAndWhat.f1),
      ]
  }
}

/// 95 % intervals of the key figures from `samples` corpora, each drawn from the documents with
/// repetition.
///
/// The generator and its seed are those of the data set's scoring script, so that both draw the same
/// corpora and give the same intervals.
func bootstrap(_ documents: [Counts], samples: Int) -> [Interval] {
  guard !documents.isEmpty, samples > 0 else { return [] }
  var generator = MersenneTwister(seed: 20_240_516)
  var names: [String] = []
  var values: [[Double]] = []
  for _ in 0..<samples {
    var total = Counts()
    for _ in documents { total += documents[generator.below(documents.count)] }
    let figures = Figures(total).keyFigures
    if names.isEmpty {
      names = figures.map(\.0)
      values = names.map { _ in [] }
    }
    for (index, figure) in figures.enumerated() { values[index].append(figure.1) }
  }
  return zip(names, values).map { name, values in
    let sorted = values.sorted()
    return Interval(
      name: name, low: sorted[Int(0.025 * Double(samples))],
      high: sorted[min(samples - 1, Int(0.975 * Double(samples)))])
  }
}

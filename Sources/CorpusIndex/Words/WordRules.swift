import CorpusStore

/// A number for what counts as a word of a text and as a part of a compound, told by what comes out: a change of
/// `searchableText` shows in it without anybody raising a version.
enum WordRules {
  static let fingerprint: UInt64 = {
    var hash = ContentHash()
    let words = searchableText(Array(probe.utf8))
    hash.add(words)
    for term in TermScanner.terms(of: String(decoding: words, as: UTF8.self)) {
      hash.add(words[Int(term.begin)..<Int(term.end)] + [0])
    }
    let known = ["waffen", "ruhe", "krieg", "ende", "grenz", "schutz", "waffenruhe"].map {
      Array($0.utf8)
    }
    let parts = CompoundParts { known.contains(Array($0)) }
    for word in ["waffenruhe", "kriegsende", "grenzschutz", "ruheende"] {
      for part in parts.parts(of: Array(word.utf8)) {
        hash.add([UInt8(part.lowerBound), UInt8(part.upperBound)])
      }
      hash.add([0])
    }
    return hash.value
  }()

  /// Every letter and sign of the scripts that folding may know, each between letters, and what stands in real texts.
  private static let probe: String = {
    var text =
      "Öl- und Gasförderung, 3.000 U-Bahn-Züge, e.V., geht's, 50%ig, AT&T, a@b.de, 1,5-mal, §218a, STRASSE "
    for range in [0x20...0x2FFF, 0xA640...0xA7FF, 0xFB00...0xFFFD] as [ClosedRange<UInt32>] {
      for scalar in range.lazy.compactMap(Unicode.Scalar.init) {
        text.unicodeScalars.append(contentsOf: ["a", scalar, "b", " "])
      }
    }
    return text
  }()
}

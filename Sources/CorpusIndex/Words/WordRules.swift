import CorpusStore

/// A number for what counts as a word of a text and as a part of a compound, told by what comes out of a probe: a
/// change of `searchableText`, `TermScanner` or `CompoundParts` that the probe shows needs no version to be raised.
///
/// It sees each letter and sign alone between letters, before one and behind one, the places that real texts are known
/// for, each joint of a compound, and the shortest and longest words. What of an article is indexed
/// (`EntryMaker.words(of:)`) it does not see: that needs another `IndexSchema.version`, as does a rule that depends on
/// more than one sign and its neighbours.
enum WordRules {
  static let fingerprint: UInt64 = {
    var hash = ContentHash()
    let words = searchableText(Array(probe.utf8))
    hash.add(words)
    for term in TermScanner.terms(of: String(decoding: words, as: UTF8.self)) {
      hash.add(words[Int(term.begin)..<Int(term.end)] + [0])
    }
    let splitter = CompoundParts { parts.contains(String(decoding: $0, as: UTF8.self)) }
    for word in compounds + [tooLong, "kriegtor"] {
      for part in splitter.parts(of: Array(word.utf8)) {
        hash.add([UInt8(part.lowerBound), UInt8(part.upperBound)])
      }
      hash.add([0])
    }
    return hash.value
  }()

  /// Words of which the compounds are made; "tor" is too short for one.
  static let parts: Set = [
    "waffen", "ruhe", "krieg", "ende", "grenz", "schutz", "waffenruhe", "land", "grenze", "strasse",
    "bahn", "staat", "bund", "kind", "heim", "hund", "futter", "tor",
  ]

  /// One compound for each joint, none of which can be taken apart by another one, with a joint behind three parts and
  /// the longest word that is taken apart.
  static let compounds = [
    "waffenruhe", "kriegsende", "grenzschutz", "landesgrenze", "strassenbahn", "staatenbund",
    "kinderheim", "hundefutter", "ruheende", "waffenruheende", String(repeating: "ruhe", count: 15),
  ]

  /// One letter longer than any word that is taken apart.
  static let tooLong = "krieg" + String(repeating: "ruhe", count: 14)

  /// Every letter and sign of the scripts that folding may know, each between letters, before and behind one, what
  /// stands in real texts, and words of the lengths at which something changes.
  private static let probe: String = {
    var text =
      "Öl- und Gasförderung, 3.000 U-Bahn-Züge, e.V., geht's, 50%ig, AT&T, a@b.de, 1,5-mal, §218a, STRASSE "
    for length in [3, 4, 59, 60, 61] { text += String(repeating: "x", count: length) + " " }
    for range in [0x20...0x2FFF, 0xA640...0xA7FF, 0xFB00...0xFFFD] as [ClosedRange<UInt32>] {
      for scalar in range.lazy.compactMap(Unicode.Scalar.init) {
        text.unicodeScalars.append(contentsOf: [
          "a", scalar, "b", " ", scalar, "a", " ", "a", scalar, " ",
        ])
      }
    }
    return text
  }()
}

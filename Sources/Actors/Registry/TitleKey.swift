import GermanLanguage

/// A title without inflection, feminine ending and hyphens, so that *Präsidentin*, *Präsidenten* and
/// *Kreml-Chef*, *Kremlchef* compare equal.
struct TitleKey: Hashable, Sendable {
  let key: WordKey

  init(_ word: some Sequence<UInt8>) {
    self.init(folded: Self.letters(word)[...])
  }

  init(folded letters: ArraySlice<UInt8>) {
    var letters = letters
    if letters.count > 7, letters.suffix(5).elementsEqual("innen".utf8) {
      letters = letters.dropLast(5)
    } else if letters.count > 6, letters.suffix(2).elementsEqual("in".utf8),
      !letters.suffix(3).elementsEqual("ein".utf8)
    {
      letters = letters.dropLast(2)
    }
    key = WordKey(letters.prefix(WordStem.stemLength(letters)))
  }

  /// A word folded, its hyphens left out.
  static func letters(_ word: some Sequence<UInt8>) -> [UInt8] {
    var letters: [UInt8] = []
    letters.reserveCapacity(32)
    appendFolded(word, to: &letters)
    letters.removeAll { $0 == UInt8(ascii: "-") }
    return letters
  }
}

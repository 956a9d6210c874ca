import GermanLanguage

/// A title without inflection, feminine ending and hyphens, so that *Präsidentin*, *Präsidenten* and
/// *Kreml-Chef*, *Kremlchef* compare equal.
struct TitleKey: Hashable, Sendable {
  let key: WordKey

  init(_ word: some Sequence<UInt8>) {
    self = Self.letters(word).withUnsafeBufferPointer { TitleKey(folded: $0) }
  }

  /// The same letters as of `letters`, handed to `body` without taking memory from the heap.
  @inline(__always)
  static func withLetters<Result>(
    _ word: ArraySlice<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    word.withUnsafeBufferPointer { withFolded($0, without: UInt8(ascii: "-"), body) }
  }

  init(folded letters: UnsafeBufferPointer<UInt8>) {
    var count = letters.count
    if count > 7, letters[(count - 5)...].elementsEqual("innen".utf8) {
      count -= 5
    } else if count > 6, letters[count - 1] == UInt8(ascii: "n"),
      letters[count - 2] == UInt8(ascii: "i"), letters[count - 3] != UInt8(ascii: "e")
    {
      count -= 2
    }
    let bare = UnsafeBufferPointer(rebasing: letters[..<count])
    key = WordKey(UnsafeBufferPointer(rebasing: bare[..<WordStem.stemLength(bare)]))
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

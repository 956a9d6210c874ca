/// Takes compounds apart into words of the archive: *Waffenruhe* holds *Ruhe* where *Waffen* and *Ruhe* are
/// words too.
///
/// Parts have four letters at least; between two of them *s, es, n, en, er, e* may stand (Krieg-s-ende,
/// Waffe-n-ruhe). The words of the archive stand in for a dictionary, so that *Reich* does not find
/// *Österreich*. Works on folded words.
public struct CompoundParts {
  private let isWord: (ArraySlice<UInt8>) -> Bool

  /// Shorter parts stand in too many words by chance.
  public static let shortestPart = 4
  /// No word has so many letters; what has is an address or a line of signs.
  public static let longestWord = 60

  private static let joints: [[UInt8]] = ["", "s", "es", "n", "en", "er", "e"].map {
    Array($0.utf8)
  }

  /// - Parameter isWord: whether folded letters are a word of the archive; asked only for four and more.
  public init(isWord: @escaping (ArraySlice<UInt8>) -> Bool) {
    self.isWord = isWord
  }

  /// Whether `part` is one of the parts of `word`, which has others.
  public func holds(_ word: [UInt8], _ part: [UInt8]) -> Bool {
    guard part.count >= Self.shortestPart, word.count >= part.count + Self.shortestPart,
      firstOccurrence(of: part, in: word) != nil
    else { return false }
    return parts(of: word).contains { word[$0].elementsEqual(part) }
  }

  /// The parts of a word in every way of taking it apart without a rest, as ranges of its letters; none
  /// when it is no compound. The word itself is no part.
  ///
  /// - Complexity: O(*n*²) lookups in the number of letters, which are 60 at most.
  public func parts(of word: [UInt8]) -> [Range<Int>] {
    let count = word.count
    let shortest = Self.shortestPart
    guard count >= 2 * shortest, count <= Self.longestWord else { return [] }
    // Words inside the word that may begin where they do, from left to right …
    var mayBegin = Array(repeating: false, count: count + 3)
    mayBegin[0] = true
    var found: [Range<Int>] = []
    for begin in 0...count - shortest where mayBegin[begin] {
      for end in begin + shortest...count where end - begin < count {
        guard isWord(word[begin..<end]) else { continue }
        found.append(begin..<end)
        for joint in Self.joints where word[end...].starts(with: joint) {
          mayBegin[end + joint.count] = true
        }
      }
    }
    // … and of these the ones from which the word's end is reached, from right to left.
    var mayEnd = Array(repeating: false, count: count + 1)
    mayEnd[count] = true
    found.sort { $0.lowerBound > $1.lowerBound }
    var parts: [Range<Int>] = []
    for range in found where mayEnd[range.upperBound] {
      parts.append(range)
      for joint in Self.joints
      where range.lowerBound >= joint.count
        && word[..<range.lowerBound].suffix(joint.count).elementsEqual(joint)
      {
        mayEnd[range.lowerBound - joint.count] = true
      }
    }
    return parts.reversed()
  }
}

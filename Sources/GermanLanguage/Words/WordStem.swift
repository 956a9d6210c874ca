/// Folds German words and strips their inflection, so that forms of one word compare equal.
///
/// Folding: lower case; ä ö ü as a o u (plurals change the vowel: *Kampf*, *Kämpfe*); ß as ss; other
/// letters of Latin-1 as their base letter; anything beyond stays as its bytes.
///
/// Stripping follows the idea of CISTEM (Weißweiler and Fraser, 2017): the endings *em er en es e s n t*
/// go as long as four letters remain, without a dictionary. A stem is a key for comparing, not a word.
public struct WordStem: Sendable {
  /// The folded word of the last call; `stemmed` letters of it are the stem.
  public private(set) var letters: [UInt8] = []

  /// Room for one word, used again for the next.
  public init() {
    letters.reserveCapacity(64)
  }

  /// Folds a word's bytes into `letters`.
  public mutating func fold(_ bytes: some Sequence<UInt8>) {
    letters.removeAll(keepingCapacity: true)
    appendFolded(bytes, to: &letters)
  }

  /// How many of `letters` are left without inflection.
  public func stemLength() -> Int {
    Self.stemLength(letters[...])
  }

  /// How many letters of a folded word are left without inflection.
  @inlinable
  public static func stemLength<Letters>(_ letters: Letters) -> Int
  where Letters: RandomAccessCollection, Letters.Element == UInt8, Letters.Index == Int {
    let start = letters.startIndex
    var end = letters.endIndex
    while end - start > 4 {
      let last = letters[end - 1]
      if end - start > 5 {
        let before = letters[end - 2]
        if before == UInt8(ascii: "e"), last == UInt8(ascii: "m") || last == UInt8(ascii: "r") {
          end -= 2
          continue
        }
      }
      switch last {
      case UInt8(ascii: "e"), UInt8(ascii: "s"), UInt8(ascii: "n"), UInt8(ascii: "t"): end -= 1
      default: return end - start
      }
    }
    return end - start
  }
}

/// Appends a word folded as `WordStem` describes.
///
/// Inlinable, since three modules fold every word with it: not specialised it cost a tenth of `extract`.
@inlinable
public func appendFolded(_ bytes: some Sequence<UInt8>, to letters: inout [UInt8]) {
  forEachFolded(bytes) { letters.append($0) }
}

/// Hands on each letter of a word folded as `WordStem` describes: at most as many as the word has bytes.
@inlinable @inline(__always)
public func forEachFolded(_ bytes: some Sequence<UInt8>, _ body: (UInt8) -> Void) {
  var pending = false
  for byte in bytes {
    if pending {
      pending = false
      switch byte | 0x20 {
      case 0xBF where byte == 0x9F:  // ß
        body(UInt8(ascii: "s"))
        body(UInt8(ascii: "s"))
      case 0xA0...0xA5: body(UInt8(ascii: "a"))
      case 0xA6:
        body(UInt8(ascii: "a"))
        body(UInt8(ascii: "e"))
      case 0xA7: body(UInt8(ascii: "c"))
      case 0xA8...0xAB: body(UInt8(ascii: "e"))
      case 0xAC...0xAF: body(UInt8(ascii: "i"))
      case 0xB1: body(UInt8(ascii: "n"))
      case 0xB2...0xB6, 0xB8: body(UInt8(ascii: "o"))
      case 0xB9...0xBC: body(UInt8(ascii: "u"))
      case 0xBD, 0xBF: body(UInt8(ascii: "y"))
      default:
        body(0xC3)
        body(byte)
      }
    } else if byte == 0xC3 {
      pending = true
    } else {
      body(byte &- 0x41 < 26 ? byte | 0x20 : byte)
    }
  }
  if pending { body(0xC3) }
}

/// Hands a word, folded as `WordStem` describes, to `body`; takes no memory from the heap.
///
/// - Parameter skipped: a letter that is left out.
@inlinable @inline(__always)
public func withFolded<Result>(
  _ word: UnsafeBufferPointer<UInt8>, without skipped: UInt8? = nil,
  _ body: (UnsafeBufferPointer<UInt8>) -> Result
) -> Result {
  withUnsafeTemporaryAllocation(of: UInt8.self, capacity: word.count + 1) { letters in
    var count = 0
    forEachFolded(word) {
      guard $0 != skipped else { return }
      letters[count] = $0
      count += 1
    }
    return body(UnsafeBufferPointer(rebasing: letters[..<count]))
  }
}

/// A word's key in a table: the hash of its letters from the last to the first, so that one pass over
/// a compound yields the keys of all its possible heads (*Sofortwaffenruhe* → *waffenruhe*, *ruhe*).
public struct WordKey: Hashable, Sendable, Comparable {
  /// The hash.
  public var rawValue: UInt32

  /// A key made elsewhere.
  @inlinable
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// The key of no letters, to be extended backwards.
  @inlinable
  public static var start: WordKey { WordKey(rawValue: 2_166_136_261) }

  /// The key of folded letters.
  @inlinable
  public init(_ letters: some BidirectionalCollection<UInt8>) {
    self = .start
    var index = letters.endIndex
    while index > letters.startIndex {
      letters.formIndex(before: &index)
      extend(letters[index])
    }
  }

  /// Adds the letter before those taken so far (FNV-1a).
  @inlinable
  public mutating func extend(_ letter: UInt8) {
    rawValue = (rawValue ^ UInt32(letter)) &* 16_777_619
  }

  /// The key of the stem of a word in a text; takes no memory from the heap.
  @inlinable
  public init(stemOf word: ArraySlice<UInt8>) {
    self = word.withUnsafeBufferPointer { WordKey(stemOf: $0) }
  }

  /// The same of a word's bytes.
  @inlinable
  public init(stemOf word: UnsafeBufferPointer<UInt8>) {
    self = withFolded(word) { folded in
      WordKey(UnsafeBufferPointer(rebasing: folded[..<WordStem.stemLength(folded)]))
    }
  }

  /// The key of a word's stem, for words given in our own data files.
  public init(stemOf word: String) {
    var stem = WordStem()
    stem.fold(word.utf8)
    self.init(stem.letters[..<stem.stemLength()])
  }

  /// By the hash: an order without meaning, the same on every run.
  public static func < (a: WordKey, b: WordKey) -> Bool { a.rawValue < b.rawValue }
}

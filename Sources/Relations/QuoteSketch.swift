import GermanLanguage

/// The words of a quote as hashes, for finding the same quotation again: shortened, inflected
/// otherwise or in another translation.
public struct QuoteSketch: Sendable, Equatable {
  /// Keys of the stems of its content words, sorted, each once, at most 48.
  public private(set) var stems: [UInt32] = []
  /// Hashes of three stems in a row (short words included), sorted, each once, at most 48.
  public private(set) var shingles: [UInt32] = []
  /// How many words there are, and a hash of all of them in their order, case and umlauts folded: equal
  /// for quotes that are the same word for word.
  private(set) var wordCount = 0
  private(set) var allWords: UInt64 = 14_695_981_039_346_656_037

  private static let limit = 48
  /// Words of fewer letters are left out of `stems`: nearly all of them are function words.
  private static let shortestContentWord = 4

  public init() {}

  /// - Complexity: linear in the length of the text.
  public init(_ utf8: some Sequence<UInt8>) {
    var stem = WordStem()
    var word: [UInt8] = []
    var keys: [UInt32] = []
    var content: Set<UInt32> = []
    func flush() {
      guard !word.isEmpty else { return }
      stem.fold(word)
      wordCount += 1
      for letter in stem.letters { allWords = (allWords ^ UInt64(letter)) &* 1_099_511_628_211 }
      allWords = (allWords ^ 0x20) &* 1_099_511_628_211
      let key = WordKey(stem.letters[..<stem.stemLength()]).rawValue
      keys.append(key)
      if stem.letters.count >= Self.shortestContentWord { content.insert(key) }
      word.removeAll(keepingCapacity: true)
    }
    var skipped = 0  // bytes of a quotation mark, dash or blank beyond ASCII still to come
    for byte in utf8 {
      if skipped > 0 {
        skipped -= 1
      } else if Self.isWordByte(byte) {
        word.append(byte)
      } else {
        flush()
        skipped = byte == 0xE2 ? 2 : byte == 0xC2 ? 1 : 0
      }
    }
    flush()
    stems = Array(content.sorted().prefix(Self.limit))
    guard keys.count >= 3 else { return }
    var windows: Set<UInt32> = []
    for index in 0...(keys.count - 3) {
      var hash: UInt32 = 2_166_136_261
      for key in keys[index..<index + 3] { hash = (hash ^ key) &* 16_777_619 }
      windows.insert(hash)
    }
    shingles = Array(windows.sorted().prefix(Self.limit))
  }

  /// Letters, digits, and bytes beyond ASCII that do not begin general punctuation (E2 80 …, C2 …).
  private static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    case 0xC2, 0xE2: false
    case 0x80...: true
    default: false
    }
  }

  var isEmpty: Bool { wordCount == 0 }
  /// Whether `stems` are all there are.
  var holdsAllStems: Bool { stems.count < Self.limit }

  /// Whether `stems` and `shingles` are all there are.
  var isWhole: Bool { holdsAllStems && shingles.count < Self.limit }

  /// How many stems of content words both have.
  func sharedStems(_ other: QuoteSketch) -> Int { Self.shared(stems, other.stems) }

  /// How much of the shorter one's content the other one holds, 0...1; 0 when one has none.
  public func containment(_ other: QuoteSketch) -> Double {
    Self.part(Self.shared(stems, other.stems), of: min(stems.count, other.stems.count))
  }

  /// The same for runs of three words, which tell a quotation from a topic.
  public func wording(_ other: QuoteSketch) -> Double {
    Self.part(
      Self.shared(shingles, other.shingles), of: min(shingles.count, other.shingles.count))
  }

  private static func part(_ count: Int, of size: Int) -> Double {
    size > 0 ? Double(count) / Double(size) : 0
  }

  private static func shared(_ a: [UInt32], _ b: [UInt32]) -> Int {
    var count = 0
    var i = 0
    var j = 0
    while i < a.count, j < b.count {
      if a[i] == b[j] {
        count += 1
        i += 1
        j += 1
      } else if a[i] < b[j] {
        i += 1
      } else {
        j += 1
      }
    }
    return count
  }
}

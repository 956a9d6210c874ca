import TextModel

/// What the word lists know: from a folded word to its classes.
///
/// Built once and shared; every look-up is a read.
public struct GermanLexicon: Sendable {
  private var table: WordTable
  /// What is known of one written word: by the lists, and as a form of a verb.
  struct Entry: Sendable {
    var classes: WordClass = []
    /// The verb's number; -1 for none.
    var verb: Int16 = -1
    var verbClasses: WordClass = []
  }

  private var entries: [Entry] = []
  /// Folded ends of nouns ("minister", "sprecher") by a hash that runs from the last byte to the first.
  private var nounEnds = WordTable()
  private var nounEndEntries: [WordClass] = []
  /// One bit for some bits of each such hash: most ends of words are refused by it.
  private var nounEndFilter = [UInt64](repeating: 0, count: 512)
  /// Verb forms.
  public let verbs: GermanVerbs
  static let longestNounEnd = 16
  static let shortestNounEnd = 3

  /// The word lists: file names, all with the columns `word` and `classes`.
  public static let wordLists = [
    "function-words.tsv", "abbreviations.tsv", "nouns.tsv", "given-names.tsv", "places.tsv",
  ]

  /// Reads the word lists and builds the forms of the verbs: some milliseconds, once at the start.
  public init(files: LexiconFiles) {
    table = WordTable(minimumCapacity: 16_000)
    verbs = GermanVerbs(files: files)
    for name in Self.wordLists {
      read(files.bytes(name))
    }
    // One look-up then tells both.
    for (fold, form) in zip(verbs.folds, verbs.forms) {
      let index = index(of: fold)
      entries[index].verb = form.verb
      entries[index].verbClasses = form.classes
    }
  }

  private mutating func index(of fold: UInt64) -> Int {
    if let index = table[fold] { return Int(index) }
    table[fold] = Int32(entries.count)
    entries.append(Entry())
    return entries.count - 1
  }

  /// Reads a word list straight from its bytes: thousands of lines must not cost the program's start.
  private mutating func read(_ bytes: [UInt8]) {
    var known: [UInt64: WordClass] = [:]
    bytes.withUnsafeBufferPointer { bytes in
      var begin = 0
      var isHeader = true
      while begin < bytes.count {
        var end = begin
        while end < bytes.count, bytes[end] != 0x0A { end += 1 }
        let next = end + 1
        if end > begin, bytes[end - 1] == 0x0D { end -= 1 }
        let first = begin < end ? bytes[begin] : 0x23
        if first != 0x23 {
          if isHeader {
            isHeader = false
          } else if let tab = (begin..<end).first(where: { bytes[$0] == 0x09 }) {
            let field = UnsafeBufferPointer(rebasing: bytes[tab + 1..<end])
            let key = WordFold.hash(field)
            let classes = known[key] ?? Self.classes(named: field)
            known[key] = classes
            if first == 0x2D {
              addNounEnd(Substring(decoding: bytes[begin + 1..<tab], as: UTF8.self), classes)
            } else {
              add(WordFold.hash(UnsafeBufferPointer(rebasing: bytes[begin..<tab])), classes)
            }
          }
        }
        begin = next
      }
    }
  }

  private static func classes(named field: UnsafeBufferPointer<UInt8>) -> WordClass {
    var classes: WordClass = []
    for part in field.split(separator: 0x3B) {
      let name = String(decoding: part, as: UTF8.self)
      if let named = WordClass.named[name] { classes.insert(named) }
    }
    return classes
  }

  /// Adds classes to a word, known or new.
  public mutating func add(_ fold: UInt64, _ classes: WordClass) {
    entries[index(of: fold)].classes.formUnion(classes)
  }

  private mutating func addNounEnd(_ end: Substring, _ classes: WordClass) {
    var hash = WordFold.offsetBasis
    for byte in WordFold.folded(end).reversed() { hash = WordFold.step(hash, byte) }
    if let index = nounEnds[hash] {
      nounEndEntries[Int(index)].formUnion(classes)
    } else {
      let bit = Self.filterBit(hash)
      nounEndFilter[bit >> 6] |= 1 << UInt64(bit & 63)
      nounEnds[hash] = Int32(nounEndEntries.count)
      nounEndEntries.append(classes)
    }
  }

  /// The classes of a word by its folded hash; empty when the lists do not have it.
  @inline(__always)
  public func classes(_ fold: UInt64) -> WordClass {
    table[fold].map { entries[Int($0)].classes } ?? []
  }

  /// All that is known of a word by its folded hash; nil when it is in no list and no form of a verb.
  @inline(__always)
  func entry(_ fold: UInt64) -> Entry? {
    table[fold].map { entries[Int($0)] }
  }

  @inline(__always)
  private static func filterBit(_ hash: UInt64) -> Int {
    Int(truncatingIfNeeded: hash >> 37) & 0x7FFF
  }

  @inline(__always)
  private func mayEndNoun(_ hash: UInt64) -> Bool {
    let bit = Self.filterBit(hash)
    return nounEndFilter[bit >> 6] >> UInt64(bit & 63) & 1 == 1
  }

  /// The classes of a compound noun by its longest listed end: "Bundesaußenminister" as "-minister".
  ///
  /// - Parameter word: the bytes as they stand in the text.
  public func compoundClasses(_ word: UnsafeBufferPointer<UInt8>) -> WordClass {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 64) { folded in
      // Only the end of a long word matters.
      let tail =
        word.count > 28
        ? UnsafeBufferPointer(rebasing: word[(word.count - 28)...]) : word
      var count = 0
      WordFold.fold(tail) {
        if count < 64 {
          folded[count] = $0
          count += 1
        }
      }
      var hash = WordFold.offsetBasis
      var found: WordClass = []
      var length = 0
      var index = count - 1
      while index >= 0, length < Self.longestNounEnd {
        hash = WordFold.step(hash, folded[index])
        length += 1
        index -= 1
        if length >= Self.shortestNounEnd, mayEndNoun(hash), let entry = nounEnds[hash] {
          found = nounEndEntries[Int(entry)]
        }
      }
      return found
    }
  }
}

import TextModel

/// What the word lists know: from a folded word to its classes.
///
/// Built once and shared; every look-up is a read.
public struct GermanLexicon: Sendable {
  private var table: WordTable
  private var entries: [WordClass] = []
  /// Folded ends of nouns ("minister", "sprecher") by a hash that runs from the last byte to the first.
  private var nounEnds = WordTable()
  private var nounEndEntries: [WordClass] = []
  /// Verb forms.
  public let verbs: GermanVerbs
  static let longestNounEnd = 16
  static let shortestNounEnd = 3

  /// The word lists: file names, all with the columns `word` and `classes`.
  public static let wordLists = [
    "function-words.tsv", "abbreviations.tsv", "nouns.tsv", "given-names.tsv", "places.tsv",
  ]

  public init(files: LexiconFiles) {
    table = WordTable(minimumCapacity: 12_000)
    verbs = GermanVerbs(files: files)
    for name in Self.wordLists {
      for row in TabSeparatedTable(files.bytes(name)).rows {
        var classes: WordClass = []
        for part in row.list("classes") {
          if let named = WordClass.named[part] { classes.insert(named) }
        }
        let word = row["word"]
        if word.utf8.first == UInt8(ascii: "-") {
          addNounEnd(word.dropFirst(), classes)
        } else {
          add(WordFold.hash(word), classes)
        }
      }
    }
  }

  /// Adds classes to a word, known or new.
  public mutating func add(_ fold: UInt64, _ classes: WordClass) {
    if let index = table[fold] {
      entries[Int(index)].formUnion(classes)
    } else {
      table[fold] = Int32(entries.count)
      entries.append(classes)
    }
  }

  private mutating func addNounEnd(_ end: Substring, _ classes: WordClass) {
    var hash = WordFold.offsetBasis
    for byte in WordFold.folded(end).reversed() { hash = WordFold.step(hash, byte) }
    if let index = nounEnds[hash] {
      nounEndEntries[Int(index)].formUnion(classes)
    } else {
      nounEnds[hash] = Int32(nounEndEntries.count)
      nounEndEntries.append(classes)
    }
  }

  /// The classes of a word by its folded hash; empty when the lists do not have it.
  @inline(__always)
  public func classes(_ fold: UInt64) -> WordClass {
    table[fold].map { entries[Int($0)] } ?? []
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
        if length >= Self.shortestNounEnd, let entry = nounEnds[hash] {
          found = nounEndEntries[Int(entry)]
        }
      }
      return found
    }
  }
}

import GermanLanguage
import TextModel

/// What kind of actor a noun describes, from `speaker-nouns.tsv`: whole words and ends of compounds.
///
/// A class, so that what holds it is copied without copying its tables.
final class SpeakerNouns: Sendable {
  enum Kind: String, Sendable {
    case person, collective, organisation, media, agency
    /// A text or a matter, which cannot be an actor.
    case thing
    /// Words, whose owner is the actor.
    case saying

    /// The kind of the actor; nil for what is none.
    var actorKind: ActorKind? { ActorKind(rawValue: rawValue) }
  }

  enum Gender: String, Sendable {
    case masculine = "m"
    case feminine = "f"
    case neuter = "n"
    case unknown = ""
  }

  struct Noun: Sendable {
    var kind: Kind
    var gender: Gender
    /// Whether it takes up any body named before: "die Behörde".
    var isGeneric: Bool
    /// Whether it may have its name behind it: "das Unternehmen Nordwind".
    var bearsName: Bool
    /// Whether it is an entry of its own or a long end of a compound, no mere suffix.
    var isSure: Bool
    /// Whether it is a word of its own in the list, or so long an end that no surname has it.
    var isLong: Bool
  }

  private let nouns: [Noun]
  private let words: WordTable
  private let ends: WordTable

  init(_ bytes: [UInt8]) {
    var nouns: [Noun] = []
    var words = WordTable(minimumCapacity: 1_000)
    var ends = WordTable(minimumCapacity: 16_000)
    for row in TabSeparatedTable(bytes).rows {
      var word = row["word"]
      guard !word.isEmpty, let kind = Kind(rawValue: row["kind"]) else { continue }
      let isEnd = word.hasPrefix("-")
      if isEnd { word.removeFirst() }
      let generic = row.list("generic")
      let gender = Gender(rawValue: row["gender"]) ?? .unknown
      let number = Int32(nouns.count)
      nouns.append(
        Noun(
          kind: kind, gender: gender, isGeneric: generic.contains("body"),
          bearsName: generic.contains("name"), isSure: !isEnd || word.utf8.count > 3,
          isLong: !isEnd || word.utf8.count > 5))
      var letters: [UInt8] = []
      appendFolded(word.utf8, to: &letters)
      for form in Self.endings(kind, gender) {
        var hash = form.utf8.reversed().reduce(Self.basis) { Self.step($0, $1) }
        for letter in letters.reversed() { hash = Self.step(hash, letter) }
        if isEnd {
          if ends[hash] == nil { ends[hash] = number }
        } else if words[hash] == nil {
          words[hash] = number
        }
      }
    }
    self.nouns = nouns
    self.words = words
    self.ends = ends
  }

  private static func endings(_ kind: Kind, _ gender: Gender) -> [String] {
    switch (kind, gender) {
    case (.person, _): ["", "s", "es", "n", "en", "e", "r", "in", "innen"]
    case (_, .masculine): ["", "s", "es"]
    case (_, .feminine): ["", "n", "en"]
    case (_, .neuter): ["", "s", "es", "e", "en"]
    case (_, .unknown): ["", "s", "es", "n", "en", "e"]
    }
  }

  /// The noun of the list that a word is or ends with, the longest; nil for none.
  ///
  /// - Complexity: linear in the length of the word.
  func noun(_ word: ArraySlice<UInt8>) -> Noun? {
    var hash = Self.basis
    var found: Int32?
    word.withUnsafeBufferPointer { word in
      withFolded(word) { letters in
        for letter in letters.reversed() {
          hash = Self.step(hash, letter)
          if let end = ends[hash] { found = end }
        }
      }
    }
    if let whole = words[hash] { found = whole }
    return found.map { nouns[Int($0)] }
  }

  // From the last letter to the first, so that one walk sees all ends of a word.

  private static let basis: UInt64 = 0xCBF2_9CE4_8422_2325

  @inline(__always)
  private static func step(_ hash: UInt64, _ letter: UInt8) -> UInt64 {
    (hash ^ UInt64(letter)) &* 0x100_0000_01B3
  }
}

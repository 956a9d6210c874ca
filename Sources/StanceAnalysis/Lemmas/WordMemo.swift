import GermanLanguage
import Synchronization
import TextModel

/// The words that have been read so far, each with all that the rules ask of it: most words of an article
/// have been read in an earlier one.
///
/// A memo belongs to one reading at a time and only saves work: what it tells of a word depends on the
/// word's bytes alone.
struct WordMemo: Sendable {
  typealias Lemma = LemmaTable.Lemma

  /// A word in one spelling, but for what `WordSlots.Entry` holds.
  struct Word: Sendable {
    /// Places in `lemmas`.
    var lemmas: Range<Int32> = 0..<0
    /// Places in `halves`.
    var halves: Range<Int32> = 0..<0
    /// Places in `signals`.
    var signals: Range<Int32> = 0..<0
    /// The key of the whole word when it is a particle.
    var particle: WordKey?
    /// Its rows in the weights of words, by place; -1 for none.
    var weights = WordWeights.none
  }

  /// The number of a word in `words`, with what a sentence has to know of it at once.
  struct Number: Sendable {
    fileprivate(set) var rawValue: Int32 = 0

    var place: Int { Int(rawValue >> 2) }
    /// Whether it may be the finite part of separable verbs.
    var hasHalves: Bool { rawValue & 1 != 0 }
    var isParticle: Bool { rawValue & 2 != 0 }
  }

  /// By their numbers; the first is no word.
  private(set) var words: [Word] = [Word()]
  /// The lemmas of all words, one after the other.
  private(set) var lemmas: [Lemma] = []
  /// Separable verbs of which words may be the finite part, with their particles.
  private(set) var halves: [(particle: WordKey, lemma: Lemma)] = []
  /// The signals that words give.
  private(set) var signals: [(SignalWords.Place, StanceSignal)] = []
  private var slots = WordSlots(minimumCapacity: 4_000)
  private var reading = LemmaTable.Reading()

  /// So many words, about five megabytes, are kept for the next article.
  static let limit = 1 << 15

  /// The number of a word, which is read if it is new, with what most rules ask of it.
  ///
  /// - Parameter fold: of the same bytes.
  /// - Complexity: linear in the word's length.
  @inline(__always)
  mutating func entry(
    of bytes: UnsafeBufferPointer<UInt8>, fold: UInt64, capitalised: Bool, _ reader: WordReader
  ) -> WordSlots.Entry {
    let key = Self.key(bytes, capitalised: capitalised)
    return slots[key] ?? read(bytes, key, fold: fold, capitalised: capitalised, reader)
  }

  private mutating func read(
    _ bytes: UnsafeBufferPointer<UInt8>, _ key: UInt64, fold: UInt64, capitalised: Bool,
    _ reader: WordReader
  ) -> WordSlots.Entry {
    reader.table.read(bytes, capitalised: capitalised, into: &reading)
    let firstHalf = Int32(halves.count)
    halves += reading.halves
    var (word, entry) = self.word(reading.lemmas, fold: fold, bytes, reader)
    word.halves = firstHalf..<Int32(halves.count)
    word.particle = reading.particle
    let known = add(word, entry, reading.lemmas)
    slots.insert(known, for: key)
    return known
  }

  /// The same of a word that is more than its bytes say: the finite part of separable verbs whose
  /// particle was found.
  mutating func joined(
    _ number: Number, with more: [Lemma], fold: UInt64, _ bytes: UnsafeBufferPointer<UInt8>,
    _ reader: WordReader
  ) -> WordSlots.Entry {
    let old = words[number.place].lemmas
    let all = lemmas[Int(old.lowerBound)..<Int(old.upperBound)] + more
    let (word, entry) = self.word(Array(all), fold: fold, bytes, reader)
    return add(word, entry, Array(all))
  }

  private mutating func word(
    _ lemmas: [Lemma], fold: UInt64, _ bytes: UnsafeBufferPointer<UInt8>, _ reader: WordReader
  ) -> (Word, WordSlots.Entry) {
    var (word, entry) = reader.word(lemmas, fold: fold, bytes)
    let first = Int32(signals.count)
    signals += reader.signalWords.signals(fold, lemmas)
    word.signals = first..<Int32(signals.count)
    if !word.signals.isEmpty { entry.marks.insert(.signals) }
    return (word, entry)
  }

  private mutating func add(
    _ word: Word, _ entry: WordSlots.Entry, _ own: [Lemma]
  ) -> WordSlots.Entry {
    var (word, entry) = (word, entry)
    let first = Int32(lemmas.count)
    lemmas += own
    word.lemmas = first..<Int32(lemmas.count)
    words.append(word)
    let place = Int32(words.count - 1)
    entry.number = Number(
      rawValue: place << 2 | (word.halves.isEmpty ? 0 : 1) | (word.particle == nil ? 0 : 2))
    return entry
  }

  /// A hash of the bytes as they are; never 0.
  @inline(__always)
  private static func key(_ bytes: UnsafeBufferPointer<UInt8>, capitalised: Bool) -> UInt64 {
    let raw = UnsafeRawBufferPointer(bytes)
    var hash = UInt64(raw.count) << 1 | (capitalised ? 1 : 0)
    func mix(_ word: UInt64) {
      hash = (hash ^ word) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 32
    }
    if raw.count >= 8 {
      var at = 0
      while at + 8 < raw.count {
        mix(raw.loadUnaligned(fromByteOffset: at, as: UInt64.self))
        at += 8
      }
      // The last eight bytes, some of them a second time.
      mix(raw.loadUnaligned(fromByteOffset: raw.count - 8, as: UInt64.self))
    } else if raw.count >= 4 {
      let head = UInt64(raw.loadUnaligned(as: UInt32.self))
      let tail = UInt64(raw.loadUnaligned(fromByteOffset: raw.count - 4, as: UInt32.self))
      mix(head << 32 | tail)
    } else {
      for byte in raw { mix(UInt64(byte)) }
    }
    hash = hash &* 0x9E37_79B9_7F4A_7C15
    return hash == 0 ? 1 : hash
  }
}

/// Memos that wait for the next article, as many as articles have been read at once.
final class WordMemos: Sendable {
  private let waiting = Mutex<[WordMemo]>([])

  func take() -> WordMemo { waiting.withLock { $0.popLast() } ?? WordMemo() }

  /// Keeps a memo for the next article, unless it has grown large.
  func giveBack(_ memo: consuming WordMemo) {
    guard memo.words.count < WordMemo.limit else { return }
    let kept = memo
    waiting.withLock { $0.append(kept) }
  }
}

/// All tables that know words.
///
/// A class, since every article's reading holds it: one count to keep instead of dozens.
final class WordReader: Sendable {
  let table: LemmaTable
  let words: StanceWords
  let verbs: ReportingVerbs
  let nouns: LemmaMap<ReportingVerbs.Verb>
  let cues: CueIndex
  let signalWords: SignalWords
  let weights: WordWeights

  init(
    table: LemmaTable, words: StanceWords, verbs: ReportingVerbs,
    nouns: LemmaMap<ReportingVerbs.Verb>, cues: CueIndex, signalWords: SignalWords,
    weights: WordWeights
  ) {
    self.table = table
    self.words = words
    self.verbs = verbs
    self.nouns = nouns
    self.cues = cues
    self.signalWords = signalWords
    self.weights = weights
  }

  /// What the tables know of a word with these lemmas; the lemmas themselves are left to the caller.
  func word(
    _ lemmas: [LemmaTable.Lemma], fold: UInt64, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> (WordMemo.Word, WordSlots.Entry) {
    var word = WordMemo.Word()
    var entry = WordSlots.Entry()
    entry.marks = WordMarks.ofForm(fold)
    word.weights = weights.rows(of: bytes)
    entry.contentWeight = word.weights[StatementPlace.content.number]
    var judging = words.effects(ofForm: fold)
    for lemma in lemmas {
      entry.lemmaBits |= Self.bit(lemma)
      entry.effects.formUnion(words[lemma])
      judging.formUnion(words.effects(lemma, in: bytes))
      if !verbs.verbs(lemma).isEmpty { entry.marks.insert(.reports) }
      if nouns[lemma] != nil { entry.marks.insert(.reportsAsNoun) }
      if !cues.cues(for: lemma).isEmpty { entry.marks.insert(.beginsCue) }
    }
    if !judging.isDisjoint(with: PolarityJudge.judging) { entry.marks.insert(.judges) }
    return (word, entry)
  }

  /// The bit of a lemma in `WordSlots.Entry.lemmaBits`.
  @inline(__always)
  static func bit(_ lemma: LemmaTable.Lemma) -> UInt64 { 1 << UInt64(lemma & 63) }
}

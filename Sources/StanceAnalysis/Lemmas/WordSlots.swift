/// The words of a memo by a hash of their bytes, with what most rules ask of them.
///
/// What is kept of a word lies in the order in which words were first met, so that the frequent ones lie
/// close together and stay in fast memory; the table itself only holds their places.
///
/// - Complexity: a look-up is O(1); the table is at most half full.
struct WordSlots: Sendable {
  /// The number of a word in its memo, with what most rules ask of it.
  struct Entry: Sendable {
    /// The hash of the word's bytes; 0 for what is not in the table.
    fileprivate var key: UInt64 = 0
    var number = WordMemo.Number()
    /// Its row in the weights of words of what is said; -1 for none.
    var contentWeight: Int32 = -1
    var marks: WordMarks = []
    /// The effects of all its lemmas together.
    var effects: StanceWords.Effects = []
    /// One bit for some bits of each lemma: where it is 0, the word has not that lemma.
    var lemmaBits: UInt64 = 0
  }

  private var entries: [Entry] = []
  /// Places in `entries`; -1 for an empty slot.
  private var slots: [Int32]

  init(minimumCapacity: Int) {
    var size = 64
    while size < minimumCapacity * 2 { size *= 2 }
    slots = Array(repeating: -1, count: size)
  }

  /// The entry of a word, or nil.
  ///
  /// - Parameter key: not 0.
  @inline(__always)
  subscript(key: UInt64) -> Entry? {
    let place = Int(slots[slot(key)])
    return place >= 0 ? entries[place] : nil
  }

  /// Adds a word that is not in the table.
  mutating func insert(_ entry: Entry, for key: UInt64) {
    if (entries.count + 1) * 2 > slots.count { grow() }
    slots[slot(key)] = Int32(entries.count)
    entries.append(entry)
    entries[entries.count - 1].key = key
  }

  /// Where a word is, or would be.
  @inline(__always)
  private func slot(_ key: UInt64) -> Int {
    let mask = slots.count - 1
    var index = Int(truncatingIfNeeded: key ^ (key >> 29)) & mask
    while slots[index] >= 0, entries[Int(slots[index])].key != key { index = (index + 1) & mask }
    return index
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: slots.count * 2)
    for place in entries.indices { slots[slot(entries[place].key)] = Int32(place) }
  }
}

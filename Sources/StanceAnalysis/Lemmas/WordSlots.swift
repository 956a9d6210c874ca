import GermanLanguage

/// The words of a memo by a hash of their bytes, each with what most rules ask of it in the same line of
/// memory: a text's words come in no order, so that every further look costs more than what it looks for.
///
/// - Complexity: a look-up is O(1); the table is at most half full.
struct WordSlots: Sendable {
  /// The number of a word in its memo, with a copy of what most rules ask of it.
  struct Entry: Sendable {
    var number = WordMemo.Number()
    /// Its row in the weights of words of what is said; -1 for none.
    var contentWeight: Int32 = -1
    var marks: WordMarks = []
    var effects: StanceWords.Effects = []
    var lemmaBits: UInt64 = 0

    /// No word.
    init() {}

    init(_ number: WordMemo.Number, _ word: WordMemo.Word) {
      self.number = number
      contentWeight = word.weights[StatementPlace.content.number]
      marks = word.marks
      effects = word.effects
      lemmaBits = word.lemmaBits
    }
  }

  private struct Slot: Sendable {
    /// 0 for an empty slot.
    var key: UInt64 = 0
    var entry = Entry()
  }

  private var slots: [Slot]
  private var used = 0

  init(minimumCapacity: Int) {
    var size = 64
    while size < minimumCapacity * 2 { size *= 2 }
    slots = Array(repeating: Slot(), count: size)
  }

  /// The entry of a word, or nil.
  ///
  /// - Parameter key: not 0.
  @inline(__always)
  subscript(key: UInt64) -> Entry? {
    let index = slot(key)
    return slots[index].key == key ? slots[index].entry : nil
  }

  /// Adds a word that is not in the table.
  mutating func insert(_ entry: Entry, for key: UInt64) {
    if (used + 1) * 2 > slots.count { grow() }
    slots[slot(key)] = Slot(key: key, entry: entry)
    used += 1
  }

  @inline(__always)
  private func slot(_ key: UInt64) -> Int {
    slots.withUnsafeBufferPointer { slots in
      let mask = slots.count - 1
      var index = Int(truncatingIfNeeded: key ^ (key >> 29)) & mask
      while slots[index].key != 0, slots[index].key != key { index = (index + 1) & mask }
      return index
    }
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: Slot(), count: old.count * 2)
    for kept in old where kept.key != 0 { slots[slot(kept.key)] = kept }
  }
}

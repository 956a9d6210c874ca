/// An open-addressing table from folded words to small numbers.
///
/// Words are kept by their 64-bit hash alone: among a hundred thousand words the chance that two share
/// one is below one in a billion.
/// - Complexity: a look-up is O(1); the table is at most half full.
public struct WordTable: Sendable {
  /// Key and value side by side: a look-up touches one line of the cache.
  private struct Slot: Sendable {
    var key: UInt64 = 0
    var value: Int32 = -1
  }

  private var slots: [Slot]
  private var used = 0

  /// An empty table with room for so many words.
  public init(minimumCapacity: Int = 64) {
    var size = 64
    while size < minimumCapacity * 2 { size *= 2 }
    slots = Array(repeating: Slot(), count: size)
  }

  /// How many words it holds.
  public var count: Int { used }

  @inline(__always)
  private func slot(_ hash: UInt64) -> Int {
    let mask = slots.count - 1
    var index = Int(truncatingIfNeeded: hash ^ (hash >> 29)) & mask
    while slots[index].key != 0 && slots[index].key != hash { index = (index + 1) & mask }
    return index
  }

  /// The number kept for a word's hash, or nil. Setting nil is not supported: entries are never removed.
  public subscript(hash: UInt64) -> Int32? {
    get {
      let found = slots[slot(hash)]
      return found.key == hash ? found.value : nil
    }
    set {
      guard let newValue, hash != 0 else { return }
      if (used + 1) * 2 > slots.count { grow() }
      let index = slot(hash)
      if slots[index].key != hash { used += 1 }
      slots[index] = Slot(key: hash, value: newValue)
    }
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: Slot(), count: old.count * 2)
    for entry in old where entry.key != 0 { slots[slot(entry.key)] = entry }
  }
}

/// An open-addressing table from folded words to small numbers.
///
/// Words are kept by their 64-bit hash alone: among a hundred thousand words the chance that two share
/// one is below one in a billion.
/// - Complexity: a look-up is O(1); the table is at most half full.
///
/// Inlinable, as every module looks words up.
public struct WordTable: Sendable {
  /// Key and value side by side: a look-up touches one line of the cache.
  @usableFromInline struct Slot: Sendable {
    @usableFromInline var key: UInt64 = 0
    @usableFromInline var value: Int32 = -1

    @usableFromInline init(key: UInt64 = 0, value: Int32 = -1) {
      self.key = key
      self.value = value
    }
  }

  @usableFromInline var slots: [Slot]
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
    @inlinable @inline(__always)
    get {
      slots.withUnsafeBufferPointer { slots in
        let mask = slots.count - 1
        var index = Int(truncatingIfNeeded: hash ^ (hash >> 29)) & mask
        while true {
          let found = slots[index]
          if found.key == hash { return found.value >= 0 ? found.value : nil }
          if found.key == 0 { return nil }
          index = (index + 1) & mask
        }
      }
    }
    set {
      guard let newValue, hash != 0 else { return }
      if (used + 1) * 2 > slots.count { grow() }
      let index = slot(hash)
      if slots[index].key != hash { used += 1 }
      slots[index] = Slot(key: hash, value: newValue)
    }
  }

  /// Adds to the number kept for a word's hash, which is 0 for a new one.
  public mutating func add(_ amount: Int32, to hash: UInt64) {
    guard hash != 0 else { return }
    if (used + 1) * 2 > slots.count { grow() }
    let index = slot(hash)
    if slots[index].key == hash {
      slots[index].value += amount
    } else {
      used += 1
      slots[index] = Slot(key: hash, value: amount)
    }
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: Slot(), count: old.count * 2)
    for entry in old where entry.key != 0 { slots[slot(entry.key)] = entry }
  }
}

/// An open-addressing table from folded words to small numbers.
///
/// Words are kept by their 64-bit hash alone: among a hundred thousand words the chance that two share
/// one is below one in a billion.
/// - Complexity: a look-up is O(1); the table is at most half full.
public struct WordTable: Sendable {
  private var keys: [UInt64]
  private var values: [Int32]
  private var used = 0

  public init(minimumCapacity: Int = 64) {
    var size = 64
    while size < minimumCapacity * 2 { size *= 2 }
    keys = Array(repeating: 0, count: size)
    values = Array(repeating: -1, count: size)
  }

  public var count: Int { used }

  @inline(__always)
  private func slot(_ hash: UInt64) -> Int {
    let mask = keys.count - 1
    var index = Int(truncatingIfNeeded: hash ^ (hash >> 29)) & mask
    while keys[index] != 0 && keys[index] != hash { index = (index + 1) & mask }
    return index
  }

  /// The number kept for a word's hash, or nil. Setting nil is not supported: entries are never removed.
  public subscript(hash: UInt64) -> Int32? {
    get {
      let index = slot(hash)
      return keys[index] == hash ? values[index] : nil
    }
    set {
      guard let newValue, hash != 0 else { return }
      if (used + 1) * 2 > keys.count { grow() }
      let index = slot(hash)
      if keys[index] != hash { used += 1 }
      keys[index] = hash
      values[index] = newValue
    }
  }

  private mutating func grow() {
    let old = (keys, values)
    keys = Array(repeating: 0, count: old.0.count * 2)
    values = Array(repeating: -1, count: old.0.count * 2)
    for (key, value) in zip(old.0, old.1) where key != 0 {
      let index = slot(key)
      keys[index] = key
      values[index] = value
    }
  }
}

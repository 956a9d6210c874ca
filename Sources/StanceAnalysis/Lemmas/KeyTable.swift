import GermanLanguage

/// A small open-addressing table from word keys to numbers; at most half full.
struct KeyTable: Sendable {
  private var keys: [UInt32]
  private var values: [Int32]
  private var used = 0

  init() {
    keys = Array(repeating: 0, count: 512)
    values = Array(repeating: -1, count: 512)
  }

  @inline(__always)
  private func slot(_ key: UInt32) -> Int {
    let mask = keys.count - 1
    var index = Int(key ^ (key >> 15)) & mask
    while values[index] >= 0 && keys[index] != key { index = (index + 1) & mask }
    return index
  }

  /// The number kept for a key, or -1.
  @inline(__always)
  subscript(key: WordKey) -> Int32 {
    get {
      let index = slot(key.rawValue)
      return values[index]
    }
    set {
      if (used + 1) * 2 > keys.count { grow() }
      let index = slot(key.rawValue)
      if values[index] < 0 { used += 1 }
      keys[index] = key.rawValue
      values[index] = newValue
    }
  }

  private mutating func grow() {
    let old = (keys, values)
    keys = Array(repeating: 0, count: old.0.count * 2)
    values = Array(repeating: -1, count: old.0.count * 2)
    used = 0
    for (key, value) in zip(old.0, old.1) where value >= 0 { self[WordKey(rawValue: key)] = value }
  }
}

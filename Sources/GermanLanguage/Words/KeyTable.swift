/// A small open-addressing table from word keys to numbers; at most half full.
///
/// Inlinable, as look-ups in it carry the reading of actors and stances.
public struct KeyTable: Sendable {
  @usableFromInline var keys: [UInt32]
  @usableFromInline var values: [Int32]
  @usableFromInline var used = 0

  /// An empty table.
  public init() {
    keys = Array(repeating: 0, count: 512)
    values = Array(repeating: -1, count: 512)
  }

  @inlinable @inline(__always)
  func slot(_ key: UInt32) -> Int {
    let mask = keys.count - 1
    var index = Int(key ^ (key >> 15)) & mask
    while values[index] >= 0 && keys[index] != key { index = (index + 1) & mask }
    return index
  }

  /// The number kept for a key, or -1. Only numbers from 0 can be kept.
  @inlinable @inline(__always)
  public subscript(key: WordKey) -> Int32 {
    get { values[slot(key.rawValue)] }
    set {
      if (used + 1) * 2 > keys.count { grow() }
      let index = slot(key.rawValue)
      if values[index] < 0 { used += 1 }
      keys[index] = key.rawValue
      values[index] = newValue
    }
  }

  @usableFromInline
  mutating func grow() {
    let old = (keys, values)
    keys = Array(repeating: 0, count: old.0.count * 2)
    values = Array(repeating: -1, count: old.0.count * 2)
    used = 0
    for (key, value) in zip(old.0, old.1) where value >= 0 { self[WordKey(rawValue: key)] = value }
  }
}

/// A table from word keys to values of any kind.
public struct KeyMap<Value: Sendable>: Sendable {
  @usableFromInline var numbers = KeyTable()
  @usableFromInline var values: [Value] = []

  /// An empty table.
  @inlinable
  public init() {}

  /// The value kept for a key, or nil. Setting nil is not supported: entries are never removed.
  @inlinable
  public subscript(key: WordKey) -> Value? {
    get {
      let number = numbers[key]
      return number >= 0 ? values[Int(number)] : nil
    }
    set {
      guard let newValue else { return }
      let number = numbers[key]
      if number >= 0 {
        values[Int(number)] = newValue
      } else {
        numbers[key] = Int32(values.count)
        values.append(newValue)
      }
    }
  }
}

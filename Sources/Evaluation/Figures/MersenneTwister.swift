/// The generator MT19937 (Matsumoto and Nishimura 1998), seeded as Python's `random.Random` is.
struct MersenneTwister {
  private static let size = 624
  private static let middle = 397
  private var state = [UInt32](repeating: 0, count: MersenneTwister.size)
  private var position = MersenneTwister.size

  init(seed: UInt32) {
    state[0] = 19_650_218
    for index in 1..<Self.size {
      let previous = state[index - 1]
      state[index] = 1_812_433_253 &* (previous ^ (previous >> 30)) &+ UInt32(index)
    }
    // The mixing by an array of key words, here of one word.
    var index = 1
    for _ in 0..<Self.size {
      let previous = state[index - 1]
      state[index] = (state[index] ^ ((previous ^ (previous >> 30)) &* 1_664_525)) &+ seed
      index = advanced(index)
    }
    for _ in 0..<Self.size - 1 {
      let previous = state[index - 1]
      state[index] =
        (state[index] ^ ((previous ^ (previous >> 30)) &* 1_566_083_941)) &- UInt32(index)
      index = advanced(index)
    }
    state[0] = 0x8000_0000
  }

  private mutating func advanced(_ index: Int) -> Int {
    if index + 1 < Self.size { return index + 1 }
    state[0] = state[Self.size - 1]
    return 1
  }

  mutating func next() -> UInt32 {
    if position == Self.size { refill() }
    var word = state[position]
    position += 1
    word ^= word >> 11
    word ^= (word << 7) & 0x9D2C_5680
    word ^= (word << 15) & 0xEFC6_0000
    return word ^ (word >> 18)
  }

  private mutating func refill() {
    for index in 0..<Self.size {
      let word =
        (state[index] & 0x8000_0000) | (state[(index + 1) % Self.size] & 0x7FFF_FFFF)
      let twist: UInt32 = word & 1 == 0 ? 0 : 0x9908_B0DF
      state[index] = state[(index + Self.middle) % Self.size] ^ (word >> 1) ^ twist
    }
    position = 0
  }

  /// A number in 0..<limit, drawn by rejection from as many bits as `limit` needs.
  mutating func below(_ limit: Int) -> Int {
    precondition(limit > 0 && limit <= Int(UInt32.max))
    let bits = UInt32.bitWidth - UInt32(limit).leadingZeroBitCount
    while true {
      let drawn = Int(next() >> UInt32(UInt32.bitWidth - bits))
      if drawn < limit { return drawn }
    }
  }
}

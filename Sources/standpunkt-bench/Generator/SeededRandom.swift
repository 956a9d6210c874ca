/// SplitMix64 (Steele, Lea, Flood 2014): the same numbers from the same seed on every machine.
struct SeededRandom {
  private var state: UInt64

  /// Seeds that lie side by side give streams that have nothing in common.
  init(seed: UInt64) {
    state = 0x2545_F491_4F6C_DD1D &+ seed &* 0xD6E8_FEB8_6659_FD93
    state = next() ^ seed &* 0xCA5A_8263_9512_1157
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// A number of 0..<limit; 0 for a limit of 0.
  mutating func below(_ limit: Int) -> Int {
    limit <= 0 ? 0 : Int(next() % UInt64(limit))
  }

  /// True in so many of a hundred cases.
  mutating func chance(_ percent: Int) -> Bool { below(100) < percent }

  /// - Precondition: the list is not empty.
  mutating func pick<T>(_ list: [T]) -> T { list[below(list.count)] }
}

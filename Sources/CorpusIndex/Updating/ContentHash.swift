/// A 64-bit hash of bytes, the same on every machine: FNV-1a over words of eight bytes with a final mix.
///
/// Tells a changed file from one that only was touched; nothing depends on nobody being able to make two
/// files of one hash.
struct ContentHash {
  private var state: UInt64 = 0xcbf2_9ce4_8422_2325
  private var count: UInt64 = 0

  mutating func add(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { buffer in
      var index = 0
      while index + 8 <= buffer.count {
        let word = buffer.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        mix(UInt64(littleEndian: word))
        index += 8
      }
      var rest: UInt64 = 0
      while index < buffer.count {
        rest = rest << 8 | UInt64(buffer[index])
        index += 1
      }
      mix(rest)
      count &+= UInt64(buffer.count)
    }
  }

  private mutating func mix(_ word: UInt64) {
    state = (state ^ word) &* 0x100_0000_01b3
    // The multiplication only carries upwards; this brings the high bits down again.
    state ^= state >> 29
  }

  var value: UInt64 {
    var mixed = state ^ count
    mixed = (mixed ^ (mixed >> 33)) &* 0xff51_afd7_ed55_8ccd
    mixed = (mixed ^ (mixed >> 33)) &* 0xc4ce_b9fe_1a85_ec53
    return mixed ^ (mixed >> 33)
  }

  static func of(_ bytes: [UInt8]) -> UInt64 {
    var hash = ContentHash()
    hash.add(bytes)
    return hash.value
  }
}

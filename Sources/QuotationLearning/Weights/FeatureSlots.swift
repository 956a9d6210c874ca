/// Where the weights of a feature stand: a table of slots in buckets of four, found by the feature's key.
///
/// A slot keeps sixteen bits of the key, so that a feature never seen in training is told apart from
/// all but one in sixteen thousand of those that were. One look-up reads eight bytes.
public struct FeatureSlots: Sendable {
  static let bucketSize = 4
  /// Fingerprints, four a bucket; 0 is an empty slot.
  let marks: [SIMD4<UInt16>]
  private let mask: UInt32

  /// - Precondition: the number of buckets is a power of two, at most 2^16.
  init(marks: [SIMD4<UInt16>]) {
    precondition(marks.count > 0 && marks.count & (marks.count - 1) == 0 && marks.count <= 1 << 16)
    self.marks = marks
    mask = UInt32(marks.count - 1)
  }

  var slotCount: Int { marks.count * Self.bucketSize }

  @inline(__always)
  static func fingerprint(_ key: UInt32) -> UInt16 { UInt16(truncatingIfNeeded: key >> 16) | 1 }

  /// The slot of a feature, or -1.
  @inline(__always)
  func slot(_ key: UInt32) -> Int {
    let bucket = Int(key & mask)
    let found = marks[bucket] .== SIMD4(repeating: Self.fingerprint(key))
    if found[0] { return bucket * 4 }
    if found[1] { return bucket * 4 + 1 }
    if found[2] { return bucket * 4 + 2 }
    if found[3] { return bucket * 4 + 3 }
    return -1
  }

  /// Places features, most important first; what finds its bucket full is left out.
  ///
  /// - Returns: the slots, and for every placed feature its slot.
  public static func placing(_ keys: [UInt32], buckets: Int) -> (
    FeatureSlots, [(key: UInt32, slot: Int)]
  ) {
    var marks = [SIMD4<UInt16>](repeating: .zero, count: buckets)
    var placed: [(key: UInt32, slot: Int)] = []
    for key in keys {
      let bucket = Int(key & UInt32(buckets - 1))
      let mark = fingerprint(key)
      for lane in 0..<bucketSize {
        if marks[bucket][lane] == mark { break }
        if marks[bucket][lane] == 0 {
          marks[bucket][lane] = mark
          placed.append((key, bucket * bucketSize + lane))
          break
        }
      }
    }
    return (FeatureSlots(marks: marks), placed)
  }
}

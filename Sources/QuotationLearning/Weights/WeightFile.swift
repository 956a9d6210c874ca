/// Writes numbers one after the other, little end first.
struct WeightWriter {
  private(set) var bytes: [UInt8] = []

  mutating func write(_ value: some FixedWidthInteger) {
    withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func write(_ value: Float) { write(value.bitPattern) }

  mutating func write(_ slots: FeatureSlots) {
    write(UInt32(slots.marks.count))
    for bucket in slots.marks { for lane in 0..<4 { write(bucket[lane]) } }
  }

  mutating func write(_ chain: ChainWeights) {
    write(chain.slots)
    write(chain.unit)
    write(UInt8(chain.lanes))
    for row in chain.rows { for lane in 0..<chain.lanes { write(row[lane]) } }
    for row in chain.transitions { for lane in 0..<Tag.count { write(row[lane]) } }
  }

  mutating func write(_ choice: ChoiceWeights) {
    write(choice.slots)
    write(choice.unit)
    for weight in choice.weights { write(weight) }
  }
}

/// Reads what `WeightWriter` wrote; nil where the bytes end early or make no sense.
struct WeightReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  var isAtEnd: Bool { position == bytes.count }

  mutating func integer<T: FixedWidthInteger>(_ type: T.Type) -> T? {
    let size = MemoryLayout<T>.size
    guard position + size <= bytes.count else { return nil }
    var value: T = 0
    for index in 0..<size { value |= T(truncatingIfNeeded: bytes[position + index]) << (8 * index) }
    position += size
    return value
  }

  mutating func float() -> Float? { integer(UInt32.self).map { Float(bitPattern: $0) } }

  mutating func slots() -> FeatureSlots? {
    guard let count = integer(UInt32.self), count > 0, count & (count - 1) == 0,
      count <= 1 << 16, position + Int(count) * 8 <= bytes.count
    else { return nil }
    var marks: [SIMD4<UInt16>] = []
    marks.reserveCapacity(Int(count))
    for _ in 0..<count {
      var bucket = SIMD4<UInt16>.zero
      for lane in 0..<4 { bucket[lane] = integer(UInt16.self) ?? 0 }
      marks.append(bucket)
    }
    return FeatureSlots(marks: marks)
  }

  mutating func chain() -> ChainWeights? {
    guard let slots = slots(), let unit = float(), let lanes = integer(UInt8.self).map({ Int($0) }),
      (1...Tag.count).contains(lanes), position + slots.slotCount * lanes <= bytes.count
    else { return nil }
    var rows: [SIMD16<Int8>] = []
    rows.reserveCapacity(slots.slotCount)
    for _ in 0..<slots.slotCount {
      var row = SIMD16<Int8>.zero
      for lane in 0..<lanes { row[lane] = Int8(bitPattern: bytes[position + lane]) }
      position += lanes
      rows.append(row)
    }
    var transitions: [TagScores] = []
    for _ in 0..<StepKind.allCases.count * Tag.count {
      var row = TagScores.zero
      for lane in 0..<Tag.count {
        guard let value = float() else { return nil }
        row[lane] = value
      }
      transitions.append(row)
    }
    return ChainWeights(
      slots: slots, rows: rows, unit: unit, transitions: transitions, lanes: lanes)
  }

  mutating func choice() -> ChoiceWeights? {
    guard let slots = slots(), let unit = float(), position + slots.slotCount <= bytes.count else {
      return nil
    }
    let weights = (0..<slots.slotCount).map { Int8(bitPattern: bytes[position + $0]) }
    position += slots.slotCount
    return ChoiceWeights(slots: slots, weights: weights, unit: unit)
  }
}

extension QuotationModel {
  /// Begins every weight file; the last byte is the layout's version.
  private static let magic: [UInt8] = [0x53, 0x50, 0x51, 0x02]

  /// The model as the bytes of a weight file.
  public var encoded: [UInt8] {
    var writer = WeightWriter()
    for byte in Self.magic { writer.write(byte) }
    writer.write(boldness)
    writer.write(chain)
    writer.write(marks)
    writer.write(roles)
    writer.write(speakers)
    writer.write(confidence)
    return writer.bytes
  }

  /// Reads a weight file; nil when it is none, or of another version.
  public init?(weights: UnsafeBufferPointer<UInt8>, extractor: FeatureExtractor) {
    var reader = WeightReader(weights)
    for byte in Self.magic where reader.integer(UInt8.self) != byte { return nil }
    guard let boldness = reader.float(), let chain = reader.chain(), let marks = reader.choice(),
      let roles = reader.chain(), let speakers = reader.choice(),
      let confidence = reader.choice(), reader.isAtEnd
    else { return nil }
    self.init(
      chain: chain, marks: marks, roles: roles, speakers: speakers, extractor: extractor)
    self.boldness = boldness
    self.confidence = confidence
  }
}

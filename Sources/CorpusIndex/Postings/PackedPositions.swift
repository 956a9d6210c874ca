/// Reads the positions of a word in an article as FTS5 packs them: each as its distance from the one before and two
/// more; a one goes before the number of another column, 0 for the headline, 1 for the text.
struct PackedPositions {
  private let base: UnsafeRawBufferPointer
  private var offset = 0
  private var column: Int64 = 0
  private var position: Int32 = 0

  init(_ packed: UnsafeRawBufferPointer) { base = packed }

  /// The next position in a column; nil behind the last.
  ///
  /// - Throws: `WordSegments.UnknownFormat` when a number is torn.
  @inline(__always)
  mutating func next(in wanted: Int64) throws -> Int32? {
    while offset < base.count {
      let byte = base[offset]
      if byte >= 2, byte < 0x80 {
        offset += 1
        position &+= Int32(byte) &- 2
      } else {
        guard try readLong() else { continue }
      }
      if column == wanted { return position }
    }
    return nil
  }

  /// Reads a number of several bytes, or the beginning of a column.
  ///
  /// - Returns: whether it was a position.
  private mutating func readLong() throws -> Bool {
    var reader = PageReader(base, offset..<base.count)
    let step = try reader.number()
    if step == 1 {
      column = try reader.number()
      position = 0
    } else {
      position &+= Int32(truncatingIfNeeded: step) &- 2
    }
    offset = reader.offset
    return step != 1
  }
}

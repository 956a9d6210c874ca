/// What filters and counts ask of an article's statements, as bytes: ten or so a statement, so that those of a
/// hundred thousand articles are read in a tenth of a second.
///
/// Each statement: how much its ordinal is above the last one's, `type << 4 | polarity`, its actors and its
/// stances, each list after its length. Numbers have seven bits a byte, the lowest first.
enum PackedFacts {
  /// Adds a statement; they come in text order.
  static func add(
    ordinalStep: Int, type: Int, polarity: Int, actors: [Int], stances: [Int],
    to bytes: inout [UInt8]
  ) {
    add(ordinalStep, to: &bytes)
    bytes.append(UInt8(truncatingIfNeeded: type << 4 | polarity & 15))
    for list in [actors, stances] {
      add(list.count, to: &bytes)
      for number in list { add(number, to: &bytes) }
    }
  }

  private static func add(_ number: Int, to bytes: inout [UInt8]) {
    var rest = UInt(bitPattern: number)
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  /// Appends the statements to columns.
  ///
  /// - Returns: false when the bytes are torn; what comes after the torn place is left out.
  static func unpack(
    _ bytes: UnsafeRawBufferPointer, article: Int64, to piece: inout StatementPiece
  ) -> Bool {
    var offset = 0
    var isWhole = true
    func number() -> Int {
      var value = 0
      var shift = 0
      while offset < bytes.count, shift < 63 {
        let byte = bytes[offset]
        offset += 1
        value |= Int(byte & 0x7F) << shift
        if byte < 0x80 { return value }
        shift += 7
      }
      isWhole = false
      return 0
    }
    var ordinal = 0
    while offset < bytes.count, isWhole {
      ordinal += number()
      guard offset < bytes.count else { return false }
      let kind = bytes[offset]
      offset += 1
      let actors = piece.actors.count
      let stances = piece.stances.count
      var count = number()
      while count > 0, isWhole {
        piece.actors.append(Int32(truncatingIfNeeded: number()))
        count -= 1
      }
      count = isWhole ? number() : 0
      while count > 0, isWhole {
        piece.stances.append(Int32(truncatingIfNeeded: number()))
        count -= 1
      }
      guard isWhole else {
        piece.actors.removeLast(piece.actors.count - actors)
        piece.stances.removeLast(piece.stances.count - stances)
        return false
      }
      piece.articles.append(article)
      piece.ordinals.append(Int32(truncatingIfNeeded: ordinal))
      piece.kinds.append(kind)
      piece.actorEnds.append(piece.actors.count)
      piece.stanceEnds.append(piece.stances.count)
    }
    return isWhole
  }
}

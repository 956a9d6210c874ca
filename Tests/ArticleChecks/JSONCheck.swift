/// A checker of JSON (RFC 8259) that shares nothing with the writer.
///
/// - Returns: nil for exactly one value closed by exactly one newline, without any other control
///   character, in valid UTF-8; else what is wrong and where.
public func jsonProblem(_ bytes: [UInt8]) -> String? {
  if String(validating: bytes, as: UTF8.self) == nil { return "not valid UTF-8" }
  if bytes.last != 0x0A { return "no newline at the end" }
  if let control = bytes.dropLast().firstIndex(where: { $0 < 0x20 }) {
    return "control character \(bytes[control]) at \(control)"
  }
  var reader = JSONReader(bytes: bytes)
  guard reader.value(depth: 0), reader.position == bytes.count - 1 else {
    return "malformed at \(reader.position)"
  }
  return nil
}

private struct JSONReader {
  let bytes: [UInt8]
  var position = 0

  private func peek() -> UInt8 { position < bytes.count ? bytes[position] : 0 }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard peek() == byte else { return false }
    position += 1
    return true
  }

  private mutating func take(_ word: String) -> Bool {
    word.utf8.allSatisfy { take($0) }
  }

  mutating func value(depth: Int) -> Bool {
    guard depth < 64 else { return false }
    switch peek() {
    case UInt8(ascii: "{"):
      return list(closedBy: UInt8(ascii: "}")) {
        $0.string() && $0.take(UInt8(ascii: ":")) && $0.value(depth: depth + 1)
      }
    case UInt8(ascii: "["):
      return list(closedBy: UInt8(ascii: "]")) { $0.value(depth: depth + 1) }
    case UInt8(ascii: "\""): return string()
    case UInt8(ascii: "t"): return take("true")
    case UInt8(ascii: "f"): return take("false")
    case UInt8(ascii: "n"): return take("null")
    default: return number()
    }
  }

  private mutating func list(
    closedBy close: UInt8, item: (inout JSONReader) -> Bool
  ) -> Bool {
    position += 1
    if take(close) { return true }
    repeat {
      guard item(&self) else { return false }
    } while take(UInt8(ascii: ","))
    return take(close)
  }

  private mutating func string() -> Bool {
    guard take(UInt8(ascii: "\"")) else { return false }
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if byte == UInt8(ascii: "\"") { return true }
      guard byte == UInt8(ascii: "\\") else { continue }
      let escape = peek()
      position += 1
      if escape == UInt8(ascii: "u") {
        for _ in 0..<4 {
          guard isHexDigit(peek()) else { return false }
          position += 1
        }
      } else if !"\"\\/bfnrt".utf8.contains(escape) {
        return false
      }
    }
    return false
  }

  private mutating func number() -> Bool {
    _ = take(UInt8(ascii: "-"))
    if !take(UInt8(ascii: "0")) { guard digits() else { return false } }
    if take(UInt8(ascii: ".")) { return digits() }
    return true
  }

  private mutating func digits() -> Bool {
    let begin = position
    while (0x30...0x39).contains(peek()) { position += 1 }
    return position > begin
  }

  private func isHexDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte | 0x20)
  }
}

/// Writes JSON byte by byte, keys in the order of the calls, so that the same values give the same bytes.
public struct JSONWriter: Sendable {
  public private(set) var bytes: [UInt8] = []
  /// Whether the next value in the innermost object or array needs a comma before it.
  private var needsComma = false

  public init() {}

  public mutating func object(_ body: (inout JSONWriter) -> Void) {
    open(UInt8(ascii: "{"))
    body(&self)
    close(UInt8(ascii: "}"))
  }

  public mutating func array<Items: Sequence>(
    _ items: Items, _ write: (inout JSONWriter, Items.Element) -> Void
  ) {
    open(UInt8(ascii: "["))
    for item in items { write(&self, item) }
    close(UInt8(ascii: "]"))
  }

  /// Writes a key; exactly one value has to follow.
  public mutating func key(_ name: StaticString) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    bytes.append(
      contentsOf: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
    bytes.append(contentsOf: [UInt8(ascii: "\""), UInt8(ascii: ":")])
    needsComma = false
  }

  public mutating func string(_ value: String) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    var last: UInt8 = 0
    for byte in value.utf8 {
      if last == 0xC2, byte < 0xA0 {
        // A C1 control, which terminals obey: U+0080...U+009F.
        bytes.removeLast()
        unicodeEscape(byte)
      } else {
        escape(byte)
      }
      last = byte
    }
    bytes.append(UInt8(ascii: "\""))
    needsComma = true
  }

  public mutating func string(_ value: String?) {
    if let value { string(value) } else { null() }
  }

  public mutating func integer(_ value: Int) {
    raw(String(value))
  }

  /// A share or score with two decimals, rounded half up ("0.93").
  public mutating func decimal(_ value: Double) {
    let hundredths = Int((min(max(value, -1e6), 1e6) * 100).rounded())
    let sign = hundredths < 0 ? "-" : ""
    let size = abs(hundredths)
    raw("\(sign)\(size / 100).\(size % 100 < 10 ? "0" : "")\(size % 100)")
  }

  public mutating func null() {
    raw("null")
  }

  public mutating func newline() {
    bytes.append(0x0A)
    needsComma = false
  }

  private mutating func raw(_ text: String) {
    separate()
    bytes.append(contentsOf: text.utf8)
    needsComma = true
  }

  private mutating func open(_ bracket: UInt8) {
    separate()
    bytes.append(bracket)
    needsComma = false
  }

  private mutating func close(_ bracket: UInt8) {
    bytes.append(bracket)
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
  }

  private mutating func escape(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""): bytes.append(contentsOf: [0x5C, 0x22])
    case 0x5C: bytes.append(contentsOf: [0x5C, 0x5C])
    case 0x0A: bytes.append(contentsOf: [0x5C, UInt8(ascii: "n")])
    case 0x0D: bytes.append(contentsOf: [0x5C, UInt8(ascii: "r")])
    case 0x09: bytes.append(contentsOf: [0x5C, UInt8(ascii: "t")])
    case 0..<0x20, 0x7F: unicodeEscape(byte)
    default: bytes.append(byte)
    }
  }

  private mutating func unicodeEscape(_ code: UInt8) {
    func hexDigit(_ value: UInt8) -> UInt8 {
      value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
    }
    bytes.append(contentsOf: [0x5C, UInt8(ascii: "u"), 0x30, 0x30])
    bytes.append(hexDigit(code >> 4))
    bytes.append(hexDigit(code & 15))
  }
}

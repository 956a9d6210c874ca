/// Writes JSON byte by byte, keys in the order of the calls, so that the same values give the same bytes.
public struct JSONWriter: Sendable {
  /// What has been written so far, valid UTF-8.
  public private(set) var bytes: [UInt8] = []
  /// Whether the next value in the innermost object or array needs a comma before it.
  private var needsComma = false

  /// An empty writer.
  ///
  /// - Parameter capacity: so many bytes are expected.
  public init(capacity: Int = 0) {
    if capacity > 0 { bytes.reserveCapacity(capacity) }
  }

  /// Writes an object; `body` writes its keys and values.
  public mutating func object(_ body: (inout JSONWriter) -> Void) {
    open(UInt8(ascii: "{"))
    body(&self)
    close(UInt8(ascii: "}"))
  }

  /// Writes an array, one value for each item.
  public mutating func array<Items: Sequence>(
    _ items: Items, _ write: (inout JSONWriter, Items.Element) -> Void
  ) {
    open(UInt8(ascii: "["))
    for item in items { write(&self, item) }
    close(UInt8(ascii: "]"))
  }

  /// Writes a key; exactly one value has to follow.
  public mutating func key(_ name: StaticString) {
    let count = name.utf8CodeUnitCount
    let start = name.utf8Start
    let comma = needsComma ? 1 : 0
    append(atMost: count + 4) { place in
      if comma == 1 { place[0] = UInt8(ascii: ",") }
      place[comma] = UInt8(ascii: "\"")
      (place + comma + 1).initialize(from: start, count: count)
      place[comma + count + 1] = UInt8(ascii: "\"")
      place[comma + count + 2] = UInt8(ascii: ":")
      return comma + count + 3
    }
    needsComma = false
  }

  /// Writes some bytes at the end, in one piece.
  ///
  /// - Parameter write: gets room for `limit` bytes and tells how many it wrote.
  @inline(__always)
  private mutating func append(atMost limit: Int, _ write: (UnsafeMutablePointer<UInt8>) -> Int) {
    bytes.append(addingCapacity: limit) { (span: inout OutputSpan<UInt8>) in
      span.withUnsafeMutableBufferPointer { room, count in
        guard let start = room.baseAddress else { return }
        count += write(start + count)
      }
    }
  }

  /// Writes a string; control characters, also those of the C1 block, are escaped.
  public mutating func string(_ value: String) {
    var value = value
    value.withUTF8 { string($0) }
  }

  /// Writes a string given by its bytes, which have to be valid UTF-8.
  public mutating func string(_ utf8: [UInt8]) {
    utf8.withUnsafeBufferPointer { string($0) }
  }

  /// Writes a name and a number as one string, "name#7".
  public mutating func string(_ name: String, number: Int) {
    string(name)
    bytes.removeLast()
    bytes.append(UInt8(ascii: "#"))
    digits(number)
    bytes.append(UInt8(ascii: "\""))
  }

  /// Whether a string stands in JSON as it is.
  private func isPlain(_ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
    // Without a branch for each byte, so that many are looked at together.
    var others: UInt8 = 0
    for byte in utf8 {
      let isOther = byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F || byte == 0xC2
      others |= isOther ? 1 : 0
    }
    return others == 0
  }

  private mutating func string(_ utf8: UnsafeBufferPointer<UInt8>) {
    if let start = utf8.baseAddress, isPlain(utf8) {
      let comma = needsComma ? 1 : 0
      append(atMost: utf8.count + 3) { place in
        if comma == 1 { place[0] = UInt8(ascii: ",") }
        place[comma] = UInt8(ascii: "\"")
        (place + comma + 1).initialize(from: start, count: utf8.count)
        place[comma + utf8.count + 1] = UInt8(ascii: "\"")
        return comma + utf8.count + 2
      }
      needsComma = true
      return
    }
    separate()
    bytes.append(UInt8(ascii: "\""))
    // Runs that need no escape are copied whole.
    var begin = 0
    var index = 0
    while index < utf8.count {
      let byte = utf8[index]
      if byte >= 0x20, byte != 0x22, byte != 0x5C, byte != 0x7F, byte != 0xC2 {
        index += 1
        continue
      }
      // A C1 control, which terminals obey: U+0080...U+009F.
      let isC1 = byte == 0xC2 && index + 1 < utf8.count && utf8[index + 1] < 0xA0
      if byte == 0xC2, !isC1 {
        index += 1
        continue
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[begin..<index]))
      if isC1 { index += 1 }
      if isC1 { unicodeEscape(utf8[index]) } else { escape(byte) }
      index += 1
      begin = index
    }
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[begin..<utf8.count]))
    bytes.append(UInt8(ascii: "\""))
    needsComma = true
  }

  /// Writes a string, or null.
  public mutating func string(_ value: String?) {
    if let value { string(value) } else { null() }
  }

  /// Writes a whole number.
  public mutating func integer(_ value: Int) {
    separate()
    digits(value)
    needsComma = true
  }

  /// Writes two numbers as an array.
  public mutating func pair(_ first: Int, _ second: Int) {
    let comma = needsComma ? 1 : 0
    append(atMost: 44) { place in
      if comma == 1 { place[0] = UInt8(ascii: ",") }
      var at = comma
      place[at] = UInt8(ascii: "[")
      at += 1
      at += Self.write(first, at: place + at)
      place[at] = UInt8(ascii: ",")
      at += 1
      at += Self.write(second, at: place + at)
      place[at] = UInt8(ascii: "]")
      return at + 1
    }
    needsComma = true
  }

  private mutating func digits(_ value: Int) {
    append(atMost: 20) { Self.write(value, at: $0) }
  }

  /// Writes a number in digits, at most 20 of them with its sign, and tells how many.
  private static func write(_ value: Int, at place: UnsafeMutablePointer<UInt8>) -> Int {
    var count = value < 0 ? 1 : 0
    if value < 0 { place[0] = UInt8(ascii: "-") }
    var rest = value.magnitude
    var limit: UInt = 10
    count += 1
    while rest >= limit {
      count += 1
      let (next, isTooLarge) = limit.multipliedReportingOverflow(by: 10)
      if isTooLarge { break }
      limit = next
    }
    var at = count
    repeat {
      at -= 1
      place[at] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    } while rest > 0
    return count
  }

  /// A share or score with two decimals, rounded half up ("0.93").
  public mutating func decimal(_ value: Double) {
    let hundredths = Int((min(max(value, -1e6), 1e6) * 100).rounded())
    let size = abs(hundredths)
    separate()
    if hundredths < 0 { bytes.append(UInt8(ascii: "-")) }
    digits(size / 100)
    bytes.append(UInt8(ascii: "."))
    if size % 100 < 10 { bytes.append(UInt8(ascii: "0")) }
    digits(size % 100)
    needsComma = true
  }

  /// Writes null.
  public mutating func null() {
    separate()
    bytes.append(contentsOf: "null".utf8)
    needsComma = true
  }

  /// Ends the line; what follows is a new value.
  public mutating func newline() {
    bytes.append(0x0A)
    needsComma = false
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
    bytes.append(contentsOf: "\\u00".utf8)
    bytes.append(hexDigit(code >> 4))
    bytes.append(hexDigit(code & 15))
  }
}

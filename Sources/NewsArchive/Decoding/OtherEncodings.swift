import TextModel

extension TextDecoder {
  /// UTF-16 after its mark. A surrogate without its partner and a last odd byte become U+FFFD.
  static func decodeUTF16(_ bytes: [UInt8], bigEndian: Bool) -> Decoded {
    var utf8: [UInt8] = []
    utf8.reserveCapacity(bytes.count)
    var replacements = 0
    var at = 2
    func unit(_ at: Int) -> UInt32 {
      let (a, b) = (UInt32(bytes[at]), UInt32(bytes[at + 1]))
      return bigEndian ? a << 8 | b : b << 8 | a
    }
    while at + 1 < bytes.count {
      let first = unit(at)
      at += 2
      switch first {
      case 0xD800...0xDBFF where at + 1 < bytes.count && unit(at) & 0xFC00 == 0xDC00:
        append(0x10000 + (first & 0x3FF) << 10 + unit(at) & 0x3FF, to: &utf8)
        at += 2
      case 0xD800...0xDFFF:
        append(0xFFFD, to: &utf8)
        replacements += 1
      default:
        append(first, to: &utf8)
      }
    }
    if at < bytes.count {
      append(0xFFFD, to: &utf8)
      replacements += 1
    }
    return Decoded(
      text: SourceText(validUTF8: utf8),
      encoding: bigEndian ? .utf16BigEndian : .utf16LittleEndian, replacements: replacements)
  }

  static func decodeWindows1252(_ bytes: [UInt8]) -> SourceText {
    var utf8: [UInt8] = []
    utf8.reserveCapacity(bytes.count + bytes.count / 16)
    for byte in bytes {
      switch byte {
      case 0..<0x80: utf8.append(byte)
      case 0x80..<0xA0: append(UInt32(windows1252Upper[Int(byte) - 0x80]), to: &utf8)
      default: append(UInt32(byte), to: &utf8)
      }
    }
    return SourceText(validUTF8: utf8)
  }

  private static func append(_ scalar: UInt32, to utf8: inout [UInt8]) {
    switch scalar {
    case 0..<0x80:
      utf8.append(UInt8(scalar))
    case 0x80..<0x800:
      utf8.append(UInt8(0xC0 | scalar >> 6))
      utf8.append(UInt8(0x80 | scalar & 0x3F))
    case 0x800..<0x10000:
      utf8.append(UInt8(0xE0 | scalar >> 12))
      utf8.append(UInt8(0x80 | scalar >> 6 & 0x3F))
      utf8.append(UInt8(0x80 | scalar & 0x3F))
    default:
      utf8.append(UInt8(0xF0 | scalar >> 18))
      utf8.append(UInt8(0x80 | scalar >> 12 & 0x3F))
      utf8.append(UInt8(0x80 | scalar >> 6 & 0x3F))
      utf8.append(UInt8(0x80 | scalar & 0x3F))
    }
  }
}

/// Windows-1252, bytes 0x80 to 0x9F. Source: WHATWG Encoding Standard, index windows-1252.
private let windows1252Upper: [UInt16] = [
  0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
  0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D, 0x017D, 0x008F,
  0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
  0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178,
]

import NewsArchive
import Testing
import TextModel

@Suite struct DecodingTests {
  @Test func utf8WithAndWithoutMark() throws {
    let plain = try TextDecoder.decode(Array("Größe\r\n„ja“".utf8))
    #expect(plain.text.string == "Größe\r\n„ja“")
    #expect(plain.encoding == .utf8)
    let marked = try TextDecoder.decode([0xEF, 0xBB, 0xBF] + Array("ä".utf8))
    #expect(marked.text.utf8 == Array("ä".utf8))
  }

  @Test func nothingIsNormalised() throws {
    let decomposed = "a\u{308}"
    #expect(try TextDecoder.decode(Array(decomposed.utf8)).text.utf8 == Array(decomposed.utf8))
  }

  @Test func utf16BothWays() throws {
    let units: [UInt8] = [0x4D, 0x00, 0xFC, 0x00, 0x3D, 0xD8, 0x00, 0xDE]
    let swapped = stride(from: 0, to: units.count, by: 2).flatMap { [units[$0 + 1], units[$0]] }
    let little = try TextDecoder.decode([0xFF, 0xFE] + units)
    let big = try TextDecoder.decode([0xFE, 0xFF] + swapped)
    #expect(little.text.string == "Mü\u{1F600}")
    #expect(big.text == little.text)
    #expect(little.encoding == .utf16LittleEndian && big.encoding == .utf16BigEndian)
  }

  @Test func loneSurrogatesAndOddBytesAreReplaced() throws {
    let decoded = try TextDecoder.decode([0xFF, 0xFE, 0x00, 0xD8, 0x41, 0x00, 0x00, 0xDC, 0x42])
    #expect(decoded.text.string == "\u{FFFD}A\u{FFFD}\u{FFFD}")
    #expect(decoded.replacements == 3)
  }

  @Test func everyOtherByteIsWindows1252() throws {
    let decoded = try TextDecoder.decode([
      0x84, 0x4A, 0x61, 0x93, 0x20, 0x96, 0x20, 0xFC, 0x80, 0x81,
    ])
    #expect(decoded.encoding == .windows1252)
    #expect(decoded.text.string == "„Ja“ – ü€\u{81}")
    let all = try TextDecoder.decode(Array(1...255))
    #expect(all.encoding == .windows1252)
    #expect(all.text.string.unicodeScalars.count == 255)
    #expect(all.replacements == 0)
  }

  @Test(
    arguments: [
      [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xE2, 0x82],
      [0xF0, 0x8F, 0x80, 0x80],
      [0x80], [0xFF],
    ] as [[UInt8]])
  func whatIsNotUTF8IsNotTakenForIt(bytes: [UInt8]) throws {
    #expect(try TextDecoder.decode(bytes + [0x20]).encoding == .windows1252)
  }

  @Test func aDamagedUTF8TextStaysUTF8() throws {
    let umlauts = Array(String(repeating: "Größe für Käufer ", count: 4).utf8)
    let decoded = try TextDecoder.decode(umlauts + [0xFF] + Array(" Ende".utf8))
    #expect(decoded.encoding == .utf8)
    #expect(decoded.replacements == 1)
    #expect(decoded.text.string.hasSuffix("\u{FFFD} Ende"))
  }

  @Test func binaryIsRejectedWithItsPosition() {
    #expect(throws: TextDecoder.Failure.binary(atByte: 12)) {
      try TextDecoder.decode(Array("Guten Morgen".utf8) + [0] + Array("x".utf8))
    }
  }

  @Test func tooLargeIsRejected() {
    let bytes = [UInt8](repeating: 0x61, count: TextDecoder.maximumBytes + 1)
    #expect(throws: TextDecoder.Failure.tooLarge(bytes: bytes.count)) {
      try TextDecoder.decode(bytes)
    }
  }

  /// A slow, obvious model: the standard library's validation.
  @Test(arguments: 1...20) func validationAgreesWithTheStandardLibrary(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let interesting: [UInt8] = [
      0x41, 0x7F, 0x80, 0xBF, 0xC1, 0xC2, 0xDF, 0xE0, 0xA0, 0x9F, 0xED, 0xEF, 0xF0, 0x90, 0x8F,
      0xF4,
      0xF5, 0xFF,
    ]
    for _ in 0..<400 {
      let length = Int(random.next() % 20)
      let bytes = (0..<length).map { _ in
        interesting[Int(random.next() % UInt64(interesting.count))]
      }
      if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { continue }
      guard let decoded = try? TextDecoder.decode(bytes) else {
        Issue.record("refused \(bytes)")
        continue
      }
      let valid = String(validating: bytes, as: UTF8.self) != nil
      #expect((decoded.encoding == .utf8 && decoded.replacements == 0) == valid, "\(bytes)")
      #expect(String(validating: decoded.text.utf8, as: UTF8.self) != nil, "\(bytes)")
    }
  }
}

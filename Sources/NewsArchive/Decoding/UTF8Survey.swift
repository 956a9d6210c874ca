/// What a run over supposed UTF-8 found.
struct UTF8Survey {
  /// Position of the first NUL byte; the survey ends there.
  var firstNUL: Int?
  /// Valid sequences of two to four bytes.
  var sequences = 0
  /// Places that are not UTF-8, counted as the standard's replacement characters.
  var broken = 0
}

/// Checks bytes for being UTF-8 (Unicode 15, table 3-7: no overlong forms, no surrogates, nothing above
/// U+10FFFF), eight bytes of ASCII at a time.
func surveyUTF8(_ bytes: UnsafeBufferPointer<UInt8>) -> UTF8Survey {
  var survey = UTF8Survey()
  let count = bytes.count
  let raw = UnsafeRawBufferPointer(bytes)
  var at = 0
  while at < count {
    if at + 8 <= count {
      let word = raw.loadUnaligned(fromByteOffset: at, as: UInt64.self)
      // No byte with its high bit set, and none that is zero.
      if word & 0x8080_8080_8080_8080 == 0,
        (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080 == 0
      {
        at += 8
        continue
      }
    }
    let first = bytes[at]
    if first < 0x80 {
      if first == 0 {
        survey.firstNUL = at
        return survey
      }
      at += 1
      continue
    }
    let length: Int
    var low: UInt8 = 0x80
    var high: UInt8 = 0xBF
    switch first {
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, low) = (3, 0xA0)
    case 0xED: (length, high) = (3, 0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, low) = (4, 0x90)
    case 0xF1...0xF3: length = 4
    case 0xF4: (length, high) = (4, 0x8F)
    default:
      survey.broken += 1
      at += 1
      continue
    }
    var taken = 1
    while taken < length, at + taken < count {
      let byte = bytes[at + taken]
      if byte < low || byte > high { break }
      (low, high) = (0x80, 0xBF)
      taken += 1
    }
    if taken == length { survey.sequences += 1 } else { survey.broken += 1 }
    at += taken
  }
  return survey
}

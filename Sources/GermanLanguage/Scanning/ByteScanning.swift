// Looking at UTF-8 without decoding it: German's own letters are ASCII or two bytes led by 0xC3.

/// ASCII letters, digits, and every byte of a character beyond ASCII that is not white space or one of
/// the marks of punctuation (led by 0xC2 or 0xE2): good enough to tell words from what stands between.
@inlinable @inline(__always)
public func isWordByte(_ byte: UInt8) -> Bool {
  byte | 0x20 &- 0x61 < 26 || byte &- 0x30 < 10 || (byte >= 0x80 && byte != 0xC2 && byte != 0xE2)
}

/// Whether a byte is one of the ASCII digits.
@inlinable @inline(__always)
public func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

/// Whether a byte is a blank or a tab.
@inlinable @inline(__always)
public func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

extension [UInt8] {
  /// Whether a capital letter begins here: A–Z, Ä Ö Ü and the other capitals of Latin-1, or one of the
  /// first half of Latin Extended-A with an even number (Č, Š …).
  @inlinable public func isCapital(at offset: Int) -> Bool {
    guard offset < count else { return false }
    let byte = self[offset]
    if byte < 0x80 { return byte &- 0x41 < 26 }
    guard offset + 1 < count else { return false }
    switch byte {
    case 0xC3: return (0x80...0x9E).contains(self[offset + 1])
    case 0xC4, 0xC5: return self[offset + 1] & 1 == 0
    default: return false
    }
  }

  /// Whether a small letter begins here, in the same alphabets.
  @inlinable public func isSmall(at offset: Int) -> Bool {
    guard offset < count else { return false }
    let byte = self[offset]
    if byte < 0x80 { return byte &- 0x61 < 26 }
    guard offset + 1 < count else { return false }
    switch byte {
    case 0xC3: return self[offset + 1] >= 0x9F
    case 0xC4, 0xC5: return self[offset + 1] & 1 == 1
    default: return false
    }
  }

  /// Length of the white space that begins here: blank, tab, line ends, no-break and narrow spaces; 0 for none.
  @inlinable public func whiteSpace(at offset: Int) -> Int {
    guard offset < count else { return 0 }
    switch self[offset] {
    case 0x20, 0x09...0x0D: return 1
    case 0xC2: return offset + 1 < count && self[offset + 1] == 0xA0 ? 2 : 0
    case 0xE2:
      guard offset + 2 < count, self[offset + 1] == 0x80 else { return 0 }
      return (0x80...0x8B).contains(self[offset + 2]) || self[offset + 2] == 0xAF ? 3 : 0
    case 0xEF:
      return offset + 2 < count && self[offset + 1] == 0xBB && self[offset + 2] == 0xBF ? 3 : 0
    default: return 0
    }
  }

  /// The first offset at or after this one that is not white space, at most `end`.
  @inlinable public func skipSpace(from offset: Int, to end: Int) -> Int {
    var at = offset
    while at < end {
      let space = whiteSpace(at: at)
      if space == 0 { break }
      at += space
    }
    return Swift.min(at, end)
  }

  /// Where the white space before `end` begins, at least `begin`.
  @inlinable public func trimEnd(from begin: Int, to end: Int) -> Int {
    var at = end
    while at > begin {
      let before = previous(at, from: begin)
      if whiteSpace(at: before) != at - before { break }
      at = before
    }
    return at
  }

  /// Where the character before this offset begins.
  @inlinable public func previous(_ offset: Int, from begin: Int) -> Int {
    var at = offset - 1
    while at > begin, self[at] & 0xC0 == 0x80 { at -= 1 }
    return Swift.max(at, begin)
  }

  /// The character that begins here as a number; U+FFFD outside valid UTF-8.
  @inlinable public func scalar(at offset: Int) -> UInt32 {
    guard offset < count else { return 0xFFFD }
    let first = UInt32(self[offset])
    func next(_ index: Int) -> UInt32 {
      offset + index < count ? UInt32(self[offset + index]) & 0x3F : 0
    }
    switch first {
    case 0..<0x80: return first
    case 0xC2..<0xE0: return (first & 0x1F) << 6 | next(1)
    case 0xE0..<0xF0: return (first & 0x0F) << 12 | next(1) << 6 | next(2)
    case 0xF0..<0xF5: return (first & 0x07) << 18 | next(1) << 12 | next(2) << 6 | next(3)
    default: return 0xFFFD
    }
  }

  /// Length of a dash that begins here: hyphen, en dash, em dash; 0 for none.
  @inlinable public func dash(at offset: Int) -> Int {
    guard offset < count else { return 0 }
    if self[offset] == UInt8(ascii: "-") { return 1 }
    guard self[offset] == 0xE2, offset + 2 < count, self[offset + 1] == 0x80 else { return 0 }
    return (0x90...0x95).contains(self[offset + 2]) ? 3 : 0
  }

  /// The end of the word that begins here: letters and digits, with hyphens and apostrophes inside.
  @inlinable public func wordEnd(from offset: Int, to end: Int) -> Int {
    var at = offset
    while at < end {
      if isWordByte(self[at]) {
        at += 1
      } else if at > offset, at + 1 < end,
        self[at] == UInt8(ascii: "-") || self[at] == UInt8(ascii: "'"),
        isWordByte(self[at + 1])
      {
        at += 1
      } else {
        break
      }
    }
    return at
  }
}

/// Quotation marks and brackets, the typewriter's among them.
public func isQuoteOrBracket(_ scalar: UInt32) -> Bool {
  switch scalar {
  case 0x22, 0x27, 0x28, 0x29, 0x5B, 0x5D, 0xAB, 0xBB, 0x2018...0x201F, 0x2039, 0x203A: true
  default: false
  }
}

/// One byte of folded text: capitals of ASCII as small letters. The second byte of a letter led by 0xC3
/// folds with `foldedSecond`.
@inlinable @inline(__always)
public func folded(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }

/// The second byte of a letter of Latin-1 in small: that of ä for the one of Ä; any other as it is.
@inlinable @inline(__always)
public func foldedSecond(_ byte: UInt8) -> UInt8 {
  byte >= 0x80 && byte < 0x9F ? byte | 0x20 : byte
}

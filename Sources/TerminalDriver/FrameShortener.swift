/// Makes the bytes of a frame fewer, without changing what they show.
///
/// ncurses sends colours and attributes apart, takes back the one before the other, and names the
/// character set each time: on a slow line more than half of a frame is such sequences. Here only the look
/// of what is really written next is sent, by the shortest sequence that leads to it.
///
/// Only for terminals whose sequences are those of ECMA-48 (`isFor`); what it does not know passes as it is.
struct FrameShortener {
  /// The look that the terminal has; nil when it is not known.
  private var actual: TerminalLook?
  /// The look that ncurses has asked for; nil after a sequence that is not known here.
  private var wanted: TerminalLook? = TerminalLook()
  /// Whether a character set for drawing lines may be in use.
  private var isShifted = true

  /// Whether a terminal of these capabilities (sgr0, bold, rmul, setaf) understands what is sent.
  static func isFor(reset: String, bold: String, underlineOff: String, colour: String?) -> Bool {
    let resets = ["\u{1B}[m", "\u{1B}[0m"].flatMap { [$0, $0 + "\u{0F}", "\u{1B}(B" + $0] }
    return resets.contains(reset) && bold == "\u{1B}[1m" && underlineOff == "\u{1B}[24m"
      && colour?.hasPrefix("\u{1B}[") ?? true
  }

  /// Something else has written to the terminal: nothing is known of its look.
  mutating func forget() {
    actual = nil
    wanted = TerminalLook()
    isShifted = true
  }

  /// A frame in fewer bytes.
  ///
  /// - Parameter frame: whole sequences, as ncurses writes them at once.
  /// - Complexity: O(bytes).
  mutating func shorten(_ frame: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(frame.count)
    var offset = 0
    while offset < frame.count {
      let end = Self.end(ofUnitAt: offset, in: frame)
      take(frame[offset..<end], into: &result)
      offset = end
    }
    settle(into: &result)
    return result
  }

  /// The end of a control sequence, of another escape sequence, of a control or of a run of characters.
  private static func end(ofUnitAt begin: Int, in bytes: [UInt8]) -> Int {
    var end = begin + 1
    guard bytes[begin] == 0x1B else {
      if bytes[begin] >= 0x20 {
        while end < bytes.count, bytes[end] >= 0x20, bytes[end] != 0x7F { end += 1 }
      }
      return end
    }
    guard end < bytes.count else { return end }
    let isControlSequence = bytes[end] == 0x5B
    if isControlSequence { end += 1 }
    let inner: ClosedRange<UInt8> = isControlSequence ? 0x20...0x3F : 0x20...0x2F
    while end < bytes.count, inner ~= bytes[end] { end += 1 }
    return min(bytes.count, end + 1)
  }

  private mutating func take(_ unit: ArraySlice<UInt8>, into result: inout [UInt8]) {
    guard let first = unit.first, let last = unit.last else { return }
    if first >= 0x20 {
      write(unit, into: &result)
    } else if first != 0x1B {
      control(first, into: &result)
    } else if unit.dropFirst().first == 0x5B, last == 0x6D, !unit.contains(0x3E) {
      look(unit, into: &result)
    } else if unit.dropFirst().first == 0x28 || unit.dropFirst().first == 0x29 {
      // ( and ): a character set; B is ASCII.
      if last != 0x42 {
        isShifted = true
        result += unit
      } else if isShifted {
        isShifted = unit.dropFirst().first != 0x28
        result += unit
      }
    } else {
      // Blanks are erased in the look of the moment on some terminals; moving needs none.
      if !Self.movesOnly(last), marksBlanks { settle(into: &result) }
      result += last == 0x48 ? Self.shortened(move: unit) : unit
    }
  }

  /// Whether it can be seen which of the two looks a blank has.
  private var marksBlanks: Bool {
    actual?.marksBlanks ?? true || wanted?.marksBlanks ?? true
  }

  /// Characters; blanks before them look alike in any colour.
  private mutating func write(_ characters: ArraySlice<UInt8>, into result: inout [UInt8]) {
    let text = characters.drop { $0 == 0x20 }
    if text.startIndex > characters.startIndex {
      if marksBlanks { settle(into: &result) }
      result += characters[..<text.startIndex]
    }
    guard !text.isEmpty else { return }
    settle(into: &result)
    result += text
  }

  private mutating func control(_ byte: UInt8, into result: inout [UInt8]) {
    switch byte {
    case 0x0F:
      // Back to ASCII: only when one was elsewhere.
      if isShifted { result.append(byte) }
      isShifted = false
      return
    case 0x0E: isShifted = true
    case 0x0A, 0x0B, 0x0C: if marksBlanks { settle(into: &result) }
    default: break
    }
    result.append(byte)
  }

  /// A sequence that sets the look: kept until something is written.
  private mutating func look(_ unit: ArraySlice<UInt8>, into result: inout [UInt8]) {
    let parameters = unit.dropFirst(2).dropLast()
    var next = wanted ?? TerminalLook()
    let isKnown = wanted != nil || parameters.isEmpty || parameters.first == 0x30
    if isKnown, next.apply(parameters) {
      wanted = next
    } else {
      settle(into: &result)
      result += unit
      (wanted, actual) = (nil, nil)
    }
  }

  /// Sends the look that is wanted, if the terminal has another.
  private mutating func settle(into result: inout [UInt8]) {
    guard let wanted, actual != wanted else { return }
    result += wanted.sequence(from: actual)
    actual = wanted
  }

  /// Final bytes of A B C D E F G H d f: the cursor moves, nothing else.
  private static func movesOnly(_ final: UInt8) -> Bool {
    0x41...0x48 ~= final || final == 0x64 || final == 0x66
  }

  /// A first row or column need not be named.
  private static func shortened(move unit: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard unit.suffix(3) == [0x3B, 0x31, 0x48] else { return unit }
    let kept = unit.dropLast(3)
    return (kept == [0x1B, 0x5B, 0x31] ? kept.dropLast() : kept) + [0x48]
  }
}

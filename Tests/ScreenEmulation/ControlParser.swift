/// A control sequence: CSI, parameters, final letter.
struct ControlSequence: CustomStringConvertible {
  /// "?" or ">" before the parameters.
  var prefix = ""
  var parameters: [Int] = []
  /// Intermediate characters and the final one.
  var final = ""

  /// A parameter; 0 when it is missing.
  subscript(index: Int) -> Int { index < parameters.count ? parameters[index] : 0 }

  var description: String {
    "CSI " + prefix + parameters.map(String.init).joined(separator: ";") + final
  }
}

/// Cuts what a terminal receives into characters and commands (ECMA-48, UTF-8).
struct ControlParser {
  enum Action {
    case print(Unicode.Scalar)
    case control(UInt8)
    case escape(String)
    case sequence(ControlSequence)
    /// An OSC, DCS, PM or APC string with its introducer.
    case string(String)
  }

  private enum State { case ground, escape, sequence, string }

  private var state = State.ground
  private var collected: [UInt8] = []
  private var character: [UInt8] = []

  /// One byte; an action when it completes one.
  mutating func take(_ byte: UInt8) -> Action? {
    switch state {
    case .ground: return ground(byte)
    case .escape: return escape(byte)
    case .sequence:
      if byte == 0x1B {
        // A sequence that was broken off: the next one begins.
        collected = []
        state = .escape
        return nil
      }
      if byte < 0x20 { return .control(byte) }
      collected.append(byte)
      guard 0x40...0x7E ~= byte else { return nil }
      state = .ground
      return .sequence(Self.sequence(collected))
    case .string:
      if byte == 0x07 || (byte == 0x5C && collected.last == 0x1B) {
        state = .ground
        return .string(String(decoding: collected, as: UTF8.self))
      }
      collected.append(byte)
      // The Linux console's reset of its palette is a string without an end.
      if collected == [0x5D, 0x52] { state = .ground }
      return nil
    }
  }

  private mutating func ground(_ byte: UInt8) -> Action? {
    if byte == 0x1B {
      collected = []
      state = .escape
      return nil
    }
    if byte < 0x20 || byte == 0x7F { return .control(byte) }
    if byte < 0x80 { return .print(Unicode.Scalar(byte)) }
    if byte >= 0xC0 { character = [] }
    character.append(byte)
    let length = character[0] >= 0xF0 ? 4 : character[0] >= 0xE0 ? 3 : 2
    guard character.count == length else { return nil }
    defer { character = [] }
    return String(decoding: character, as: UTF8.self).unicodeScalars.first.map { .print($0) }
  }

  private mutating func escape(_ byte: UInt8) -> Action? {
    if collected.isEmpty {
      if byte == 0x5B {
        state = .sequence
        return nil
      }
      if [0x5D, 0x50, 0x5E, 0x5F, 0x58].contains(byte) {
        collected = [byte]
        state = .string
        return nil
      }
    }
    collected.append(byte)
    if 0x20...0x2F ~= byte { return nil }
    state = .ground
    return .escape(String(decoding: collected, as: UTF8.self))
  }

  private static func sequence(_ bytes: [UInt8]) -> ControlSequence {
    var result = ControlSequence()
    var rest = bytes[...]
    while let byte = rest.first, 0x3C...0x3F ~= byte {
      result.prefix.append(Character(Unicode.Scalar(byte)))
      rest.removeFirst()
    }
    let parameters = rest.prefix { 0x30...0x3B ~= $0 }
    if !parameters.isEmpty {
      result.parameters = parameters.split(separator: 0x3B, omittingEmptySubsequences: false).map {
        Int(String(decoding: $0, as: UTF8.self)) ?? 0
      }
    }
    result.final = String(decoding: rest.dropFirst(parameters.count), as: UTF8.self)
    return result
  }
}

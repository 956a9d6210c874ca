/// Colour and attributes that a terminal gives to what is written next, as ECMA-48 sets them (`ESC [ … m`).
struct TerminalLook: Hashable {
  /// Codes that set the colours, such as `38;5;30`; empty for the terminal's own.
  private var foreground: [UInt8] = []
  private var background: [UInt8] = []
  private var attributes: Attributes = []

  private struct Attributes: OptionSet, Hashable {
    let rawValue: UInt8
    static let bold = Attributes(rawValue: 1 << 0)
    static let dim = Attributes(rawValue: 1 << 1)
    static let underline = Attributes(rawValue: 1 << 2)
    static let reverse = Attributes(rawValue: 1 << 3)
    /// The code that turns each on, and the one that turns it off; dim and bold share theirs.
    static let codes: [(attribute: Attributes, on: String, off: String)] = [
      (.bold, "1", "22"), (.dim, "2", "22"), (.underline, "4", "24"), (.reverse, "7", "27"),
    ]
  }

  /// Whether blanks that the terminal erases may show more than its own background.
  var marksBlanks: Bool {
    !background.isEmpty || attributes.contains(.underline) || attributes.contains(.reverse)
  }

  /// Takes in the parameters of a sequence.
  ///
  /// - Returns: false for a code that is not known here; the look is then in doubt.
  mutating func apply(_ parameters: ArraySlice<UInt8>) -> Bool {
    var codes = parameters.split(separator: 0x3B, omittingEmptySubsequences: false)[...]
    if codes.isEmpty { codes = [[]] }
    while let code = codes.popFirst() {
      switch Int(String(decoding: code, as: UTF8.self)) ?? (code.isEmpty ? 0 : -1) {
      case 0: self = TerminalLook()
      case 1: attributes.insert(.bold)
      case 2: attributes.insert(.dim)
      case 4: attributes.insert(.underline)
      case 7: attributes.insert(.reverse)
      case 22: attributes.subtract([.bold, .dim])
      case 24: attributes.remove(.underline)
      case 27: attributes.remove(.reverse)
      case 30...37, 90...97: foreground = Array(code)
      case 39: foreground = []
      case 40...47, 100...107: background = Array(code)
      case 49: background = []
      case 38, 48:
        guard codes.popFirst().map(Array.init) == [0x35], let index = codes.popFirst() else {
          return false
        }
        let colour = Array(code) + Array(";5;".utf8) + Array(index)
        if code.first == 0x33 { foreground = colour } else { background = colour }
      default: return false
      }
    }
    return true
  }

  /// The shortest sequence that leads from another look to this one; nil for a look that is not known.
  func sequence(from other: TerminalLook?) -> [UInt8] {
    if other == self { return [] }
    let absolute = self == TerminalLook() ? [] : [Array("0".utf8)] + additions(to: TerminalLook())
    guard let other else { return joined(absolute) }
    let lost = other.attributes.subtracting(attributes)
    var rest = other
    var relative: [[UInt8]] = []
    for (attribute, _, off) in Attributes.codes where lost.contains(attribute) {
      if rest.attributes.contains(attribute) { relative.append(Array(off.utf8)) }
      rest.attributes.subtract(off == "22" ? [.bold, .dim] : attribute)
    }
    if foreground.isEmpty, !rest.foreground.isEmpty { relative.append(Array("39".utf8)) }
    if background.isEmpty, !rest.background.isEmpty { relative.append(Array("49".utf8)) }
    relative += additions(to: rest)
    let ways = [joined(absolute), joined(relative)]
    return ways[0].count <= ways[1].count ? ways[0] : ways[1]
  }

  /// Codes that turn on what another look lacks.
  private func additions(to other: TerminalLook) -> [[UInt8]] {
    var codes: [[UInt8]] = []
    for (attribute, on, _) in Attributes.codes
    where attributes.contains(attribute) && !other.attributes.contains(attribute) {
      codes.append(Array(on.utf8))
    }
    if !foreground.isEmpty, foreground != other.foreground { codes.append(foreground) }
    if !background.isEmpty, background != other.background { codes.append(background) }
    return codes
  }

  private func joined(_ codes: [[UInt8]]) -> [UInt8] {
    [0x1B, 0x5B] + Array(codes.joined(separator: [0x3B])) + [0x6D]
  }
}

import ScreenModel

/// A terminal's memory: what a user would see after the bytes that it was fed.
///
/// It knows what ncurses sends to xterm-256color, screen, linux and vt100; anything else is kept in
/// `unknown`, so that a test can insist that nothing strange was sent.
package struct ScreenEmulator {
  package struct Look: Hashable {
    package var bold = false
    package var dim = false
    package var underline = false
    package var reverse = false
    package var foreground: Int?
    package var background: Int?
  }

  package struct Place: Hashable {
    /// Empty for the second column of a wide grapheme.
    package var grapheme = " "
    package var look = Look()
  }

  package private(set) var size: Size
  package private(set) var isAlternate = false
  package private(set) var isCursorVisible = true
  package private(set) var usesMouse = false
  package private(set) var marksPastes = false
  /// Sequences that it does not know, in order.
  package private(set) var unknown: [String] = []
  package private(set) var bells = 0
  /// Everything that was fed, for searches that no screen can answer.
  package private(set) var bytes: [UInt8] = []
  package var row = 0
  package var column = 0

  private var places: [[Place]]
  private var mainScreen: [[Place]] = []
  private var saved = (row: 0, column: 0, look: Look())
  private var look = Look()
  private var top = 0
  private var bottom: Int
  private var isInserting = false
  private var wraps = true
  private var wrapIsPending = false
  private var charsets: [Character] = ["B", "B"]
  private var charset = 0
  private var last: (text: String, columns: Int)?
  private var parser = ControlParser()

  package init(size: Size) {
    self.size = size
    bottom = size.rows - 1
    places = Self.empty(size)
  }

  package subscript(row: Int, column: Int) -> Place { places[row][column] }

  /// The glyphs of each row without blanks at its end.
  package var rows: [String] {
    places.map { line in
      var text = line.map(\.grapheme).joined()
      while text.last == " " { text.removeLast() }
      return text
    }
  }

  package var text: String { rows.joined(separator: "\n") }

  /// The window gets another size: what fits stays, as in xterm.
  package mutating func resize(_ size: Size) {
    func fitted(_ screen: [[Place]]) -> [[Place]] {
      var result = Self.empty(size)
      for (row, line) in screen.prefix(size.rows).enumerated() {
        for (column, place) in line.prefix(size.columns).enumerated() {
          result[row][column] = place
        }
      }
      return result
    }
    places = fitted(places)
    if isAlternate { mainScreen = fitted(mainScreen) }
    self.size = size
    top = 0
    bottom = size.rows - 1
    row = min(row, size.rows - 1)
    column = min(column, size.columns - 1)
  }

  package mutating func feed(_ bytes: [UInt8]) {
    self.bytes += bytes
    for byte in bytes {
      guard let action = parser.take(byte) else { continue }
      switch action {
      case .print(let scalar): print(scalar)
      case .control(let code): control(code)
      case .escape(let text): escape(text)
      case .sequence(let sequence): perform(sequence)
      case .string(let text): unknown.append(text)
      }
    }
  }

  private static func empty(_ size: Size) -> [[Place]] {
    Array(repeating: Array(repeating: Place(), count: size.columns), count: size.rows)
  }

  // MARK: - Characters

  private mutating func print(_ scalar: Unicode.Scalar) {
    var text = String(scalar)
    if charsets[charset] == "0" { text = Self.lineDrawing[scalar] ?? text }
    guard let columns = CellWidth.columns(of: scalar) else {
      unknown.append("U+" + String(scalar.value, radix: 16))
      return
    }
    if columns == 0 {
      let target = max(0, wrapIsPending ? column : column - 1)
      let base = places[row][target].grapheme.isEmpty ? max(0, target - 1) : target
      places[row][base].grapheme += text
      return
    }
    put(text, columns: columns)
  }

  private mutating func put(_ text: String, columns: Int) {
    if wrapIsPending, wraps {
      column = 0
      lineFeed()
    }
    wrapIsPending = false
    if column + columns > size.columns { column = size.columns - columns }
    if isInserting { insertBlanks(columns) }
    clearHalves(at: column)
    clearHalves(at: column + columns - 1)
    places[row][column] = Place(grapheme: text, look: look)
    if columns == 2 { places[row][column + 1] = Place(grapheme: "", look: look) }
    last = (text, columns)
    column += columns
    if column >= size.columns {
      column = size.columns - 1
      wrapIsPending = true
    }
  }

  /// Makes both halves of a wide grapheme blank when one of them is overwritten.
  private mutating func clearHalves(at column: Int) {
    if places[row][column].grapheme.isEmpty, column > 0 { places[row][column - 1].grapheme = " " }
    if column + 1 < size.columns, places[row][column + 1].grapheme.isEmpty {
      places[row][column + 1].grapheme = " "
    }
  }

  private static let lineDrawing: [Unicode.Scalar: String] = [
    "q": "─", "x": "│", "l": "┌", "k": "┐", "m": "└", "j": "┘", "t": "├", "u": "┤", "v": "┴",
    "w": "┬", "n": "┼", "a": "▒", "`": "◆", "f": "°", "g": "±", "~": "·", "0": "█", "h": "░",
  ]

  // MARK: - Controls

  private mutating func control(_ code: UInt8) {
    switch code {
    case 0x07: bells += 1
    case 0x08:
      column = max(0, column - 1)
      wrapIsPending = false
    case 0x09: column = min(size.columns - 1, (column / 8 + 1) * 8)
    case 0x0A, 0x0B, 0x0C: lineFeed()
    case 0x0D:
      column = 0
      wrapIsPending = false
    case 0x0E: charset = 1
    case 0x0F: charset = 0
    case 0x00: break
    default: unknown.append("control \(code)")
    }
  }

  private mutating func escape(_ text: String) {
    switch text {
    case "7": saved = (row, column, look)
    case "8": (row, column, look) = saved
    case "D": lineFeed()
    case "M":
      if row == top { scroll(-1) } else { row = max(0, row - 1) }
    case "E":
      column = 0
      lineFeed()
    case "c": self = ScreenEmulator(size: size)
    case "=", ">", "H", "(A", ")A", "*B", "+B": break
    case "(0", "(B": charsets[0] = text.last ?? "B"
    case ")0", ")B": charsets[1] = text.last ?? "B"
    default: unknown.append("ESC " + text)
    }
  }

  private mutating func lineFeed() {
    wrapIsPending = false
    if row == bottom { scroll(1) } else { row = min(size.rows - 1, row + 1) }
  }

  /// Moves the lines of the scrolling region up, or down for a negative number.
  private mutating func scroll(_ count: Int) { shift(from: top, count) }

  private mutating func shift(from first: Int, _ count: Int) {
    guard first <= bottom else { return }
    let blank = Array(repeating: blank, count: size.columns)
    for _ in 0..<min(abs(count), bottom - first + 1) {
      if count > 0 {
        places.remove(at: first)
        places.insert(blank, at: bottom)
      } else {
        places.remove(at: bottom)
        places.insert(blank, at: first)
      }
    }
  }

  /// A blank with the background of now, as terminals erase.
  private var blank: Place { Place(grapheme: " ", look: Look(background: look.background)) }

  private mutating func insertBlanks(_ count: Int) {
    let count = min(count, size.columns - column)
    places[row].removeLast(count)
    places[row].insert(contentsOf: Array(repeating: blank, count: count), at: column)
  }

  private mutating func erase(_ line: Int, _ columns: Range<Int>) {
    for column in columns.clamped(to: 0..<size.columns) { places[line][column] = blank }
  }

  // MARK: - Control sequences

  private mutating func perform(_ sequence: ControlSequence) {
    let first = sequence[0]
    let count = max(1, first)
    let before = (row, column)
    switch (sequence.prefix, sequence.final) {
    case ("", "A"): row = max(row >= top ? top : 0, row - count)
    case ("", "B"), ("", "e"): row = min(row <= bottom ? bottom : size.rows - 1, row + count)
    case ("", "C"), ("", "a"): column = min(size.columns - 1, column + count)
    case ("", "D"): column = max(0, column - count)
    case ("", "E"): (row, column) = (min(size.rows - 1, row + count), 0)
    case ("", "F"): (row, column) = (max(0, row - count), 0)
    case ("", "G"), ("", "`"): column = min(size.columns - 1, count - 1)
    case ("", "d"): row = min(size.rows - 1, count - 1)
    case ("", "H"), ("", "f"):
      row = min(size.rows - 1, count - 1)
      column = min(size.columns - 1, max(1, sequence[1]) - 1)
    case ("", "J"):
      if first == 0 { erase(row, column..<size.columns) }
      if first == 1 { erase(row, 0..<column + 1) }
      let lines = first == 0 ? row + 1..<size.rows : first == 1 ? 0..<row : 0..<size.rows
      for line in lines { erase(line, 0..<size.columns) }
    case ("", "K"):
      erase(
        row, first == 0 ? column..<size.columns : first == 1 ? 0..<column + 1 : 0..<size.columns)
    case ("", "L"): shift(from: row, -count)
    case ("", "M"): shift(from: row, count)
    case ("", "P"):
      let count = min(count, size.columns - column)
      places[row].removeSubrange(column..<column + count)
      places[row] += Array(repeating: blank, count: count)
    case ("", "@"): insertBlanks(count)
    case ("", "X"): erase(row, column..<column + count)
    case ("", "S"): scroll(count)
    case ("", "T"): scroll(-count)
    case ("", "b"):
      if let last { for _ in 0..<count { put(last.text, columns: last.columns) } }
      return
    case ("", "r"):
      top = max(1, first) - 1
      bottom = (sequence[1] == 0 ? size.rows : min(size.rows, sequence[1])) - 1
      (row, column) = (0, 0)
    case ("", "m"): setLook(sequence.parameters)
    case ("", "h"), ("", "l"):
      if first == 4 { isInserting = sequence.final == "h" } else { keep(sequence) }
    case ("?", "h"), ("?", "l"): setModes(sequence)
    case ("", "g"), ("", "t"), (">", "m"): break
    default: keep(sequence)
    }
    if before != (row, column) { wrapIsPending = false }
  }

  private mutating func keep(_ sequence: ControlSequence) {
    unknown.append(sequence.description)
  }

  private mutating func setModes(_ sequence: ControlSequence) {
    let isOn = sequence.final == "h"
    for mode in sequence.parameters {
      switch mode {
      case 25: isCursorVisible = isOn
      case 7: wraps = isOn
      case 47, 1047, 1049: useAlternate(isOn)
      case 1000, 1002, 1003: usesMouse = isOn
      case 2004: marksPastes = isOn
      case 1, 3, 4, 5, 12, 1006, 1034: break
      default: keep(sequence)
      }
    }
  }

  private mutating func useAlternate(_ isOn: Bool) {
    guard isOn != isAlternate else { return }
    isAlternate = isOn
    if isOn {
      saved = (row, column, look)
      mainScreen = places
      places = Self.empty(size)
    } else {
      places = mainScreen
      (row, column, look) = saved
    }
  }

  private mutating func setLook(_ parameters: [Int]) {
    var rest = (parameters.isEmpty ? [0] : parameters)[...]
    while let code = rest.popFirst() {
      switch code {
      case 0: look = Look()
      case 1: look.bold = true
      case 2: look.dim = true
      case 4: look.underline = true
      case 7: look.reverse = true
      case 21, 22: (look.bold, look.dim) = (false, false)
      case 24: look.underline = false
      case 27: look.reverse = false
      case 30...37: look.foreground = code - 30
      case 39: look.foreground = nil
      case 40...47: look.background = code - 40
      case 49: look.background = nil
      case 90...97: look.foreground = code - 82
      case 100...107: look.background = code - 92
      case 38, 48:
        guard rest.popFirst() == 5, let index = rest.popFirst() else {
          unknown.append("SGR \(parameters)")
          return
        }
        if code == 38 { look.foreground = index } else { look.background = index }
      case 10: charset = 0
      case 11: charset = 1
      default: unknown.append("SGR \(code)")
      }
    }
  }
}

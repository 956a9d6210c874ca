import Glibc
import ScreenModel

/// Screens as text files that tests compare with.
///
/// First the size in rows and columns, then the glyphs, then below `~` one letter a cell for its role,
/// below another `~` its flags when there are any, and where the cursor rests. Each row is closed by `|`,
/// so that blanks at its end show.
///
///     size 1x12
///     „Nein“, sagt|
///     ~
///     qqqqqq.cccc|
public enum GoldenScreen {
  /// A canvas in this form.
  public static func text(of canvas: Canvas) -> String {
    var text = "size \(canvas.size.rows)x\(canvas.size.columns)\n"
    func append(_ row: (Cell) -> String) {
      for index in 0..<canvas.size.rows { text += canvas.row(index).map(row).joined() + "|\n" }
    }
    append { $0.grapheme }
    text += "~\n"
    append { String(letter(of: $0.role)) }
    if canvas.cells.contains(where: { !$0.flags.isEmpty }) {
      text += "~\n"
      append { $0.flags.isEmpty ? "." : String($0.flags.rawValue) }
    }
    if let cursor = canvas.cursor { text += "cursor \(cursor.row),\(cursor.column)\n" }
    return text
  }

  /// Compares a canvas with a file; nil when they agree, else what to tell.
  ///
  /// With `STANDPUNKT_RECORD=1` in the environment, or without a file, the file is written *and the
  /// comparison fails*, so that nobody records by accident; the diff of the file is the review.
  public static func mismatch(of canvas: Canvas, withFile path: String) -> String? {
    let actual = text(of: canvas)
    let isRecording = getenv("STANDPUNKT_RECORD").map { String(cString: $0) == "1" } ?? false
    guard !isRecording, let expected = contents(of: path) else {
      return write(actual, to: path)
        ? "recorded \(path); look at its diff and run again" : "cannot write \(path)"
    }
    guard actual != expected else { return nil }
    let ours = actual.split(separator: "\n", omittingEmptySubsequences: false)
    let theirs = expected.split(separator: "\n", omittingEmptySubsequences: false)
    let line = zip(ours, theirs).enumerated().first { $0.element.0 != $0.element.1 }?.offset
    let index = line ?? min(ours.count, theirs.count)
    func at(_ lines: [Substring]) -> Substring { index < lines.count ? lines[index] : "the end" }
    return """
      \(path):\(index + 1): expected
      \(at(theirs))
      found
      \(at(ours))
      STANDPUNKT_RECORD=1 records the screen as it is now:
      \(actual)
      """
  }

  /// The letter of a role.
  public static func letter(of role: Role) -> Character {
    switch role {
    case .text: "."
    case .faint: "f"
    case .title: "t"
    case .heading: "h"
    case .border: "-"
    case .borderFocused: "="
    case .statusLine: "_"
    case .headerLine: "H"
    case .key: "k"
    case .quote: "q"
    case .quoteSelected: "Q"
    case .speaker: "s"
    case .cue: "c"
    case .addressee: "a"
    case .frame: "r"
    case .gutter: "g"
    case .gutterSelected: "G"
    case .support: "+"
    case .oppose: "x"
    case .neutral: "o"
    case .ambivalent: "~"
    case .actor: "A"
    case .concept: "C"
    case .date: "d"
    case .dateUncertain: "u"
    case .histogram: "i"
    case .histogramActive: "I"
    case .evidence: "e"
    case .warning: "w"
    case .error: "E"
    case .control: "^"
    case .prompt: "p"
    case .promptText: "P"
    }
  }

  private static func contents(of path: String) -> String? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      guard count > 0 else { break }
      bytes += buffer[..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func write(_ text: String, to path: String) -> Bool {
    guard let file = fopen(path, "w") else { return false }
    let bytes = Array(text.utf8)
    let isWhole = fwrite(bytes, 1, bytes.count, file) == bytes.count
    return fclose(file) == 0 && isWhole
  }
}

import Glibc
import Quotations
import TextModel

/// What `docs/rules.md` says: the rules' names, and what they make of the examples.
///
///     ### konjunktiv.frame-before
///     What it recognises.
///     > Die Ärztin sagte, der Patient sei über den Berg.
///     - type: Indirect · quote: der Patient sei über den Berg · speaker: Die Ärztin · cue: sagte
///
/// A heading that ends in `*` stands for all names with that begin; its examples say `rule: …`. Names may
/// stand in backticks in a table too; one of three columns gives an example of a Reported sentence with its
/// speaker in bold. ` … ` joins the spans of one field.
struct RuleDocumentation {
  struct Example: CustomStringConvertible {
    var heading: String
    var text: String
    /// What stands behind the dash, as it is written.
    var expected: String
    var description: String { "\(heading): \(text)" }
  }

  /// Names, some ending in `*`.
  var names: [String] = []
  /// Headings below which no example stands.
  var withoutExample: [String] = []
  var examples: [Example] = []

  init(_ lines: [Substring]) {
    var heading = ""
    var quoted: String?
    for line in lines {
      if line.hasPrefix("### ") {
        heading = String(line.dropFirst(4))
        names.append(heading)
        withoutExample.append(heading)
      } else if line.hasPrefix("| `") {
        names.append(String(line.dropFirst(3).prefix { $0 != "`" }))
        if let example = Example(row: line) { examples.append(example) }
      } else if line.hasPrefix("> ") {
        quoted = String(line.dropFirst(2))
      } else if line.hasPrefix("- "), let text = quoted {
        examples.append(Example(heading: heading, text: text, expected: String(line.dropFirst(2))))
        withoutExample.removeAll { $0 == heading }
        quoted = nil
      }
    }
  }

  static let written = RuleDocumentation(lines(ofFile: "docs/rules.md"))

  /// Whether a rule's name is documented.
  func covers(_ rule: String) -> Bool {
    names.contains { name in
      name.last == "*" ? rule.hasPrefix(name.dropLast()) : rule == name
    }
  }
}

/// The lines of a file of the package, empty ones included; none when it cannot be read.
func lines(ofFile path: String) -> [Substring] {
  String(decoding: bytes(ofFile: path), as: UTF8.self)
    .split(separator: "\n", omittingEmptySubsequences: false)
}

/// The bytes of a file of the package.
func bytes(ofFile path: String) -> [UInt8] {
  guard let file = fopen(packageFolder + path, "r") else { return [] }
  defer { fclose(file) }
  var bytes: [UInt8] = []
  while case let byte = getc(file), byte != EOF { bytes.append(UInt8(byte)) }
  return bytes
}

/// The texts of the case files of a folder of the package: what stands between `=== name` and `---`.
func caseTexts(inFolder path: String) -> [String] {
  guard let directory = opendir(packageFolder + path) else { return [] }
  defer { closedir(directory) }
  var texts: [String] = []
  while let entry = readdir(directory) {
    let name = withUnsafeBytes(of: entry.pointee.d_name) {
      String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
    }
    guard name.hasSuffix(".txt") else { continue }
    var text: [Substring]?
    for line in lines(ofFile: path + "/" + name) {
      if line.hasPrefix("=== ") {
        text = []
      } else if line == "---" {
        if let text { texts.append(text.joined(separator: "\n")) }
        text = nil
      } else {
        text?.append(line)
      }
    }
  }
  return texts
}

/// Where the package lies, with a slash at its end.
let packageFolder =
  "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/") + "/"

extension RuleDocumentation.Example {
  /// "| `reported.fordern` | anywhere | **Der Verband** fordert mehr Lohn. |"
  fileprivate init?(row: Substring) {
    let columns = row.split(separator: " | ")
    guard columns.count == 3, columns[2].hasPrefix("**"), columns[2].hasSuffix(" |") else {
      return nil
    }
    let parts = columns[2].dropFirst(2).dropLast(2).split(separator: "*")
    guard parts.count == 2 else { return nil }
    heading = String(columns[0].dropFirst(3).dropLast())
    text = parts.joined()
    let place = columns[1] == "headline" ? " · in: headline" : ""
    expected = "type: Reported\(place) · quote: \(text) · speaker: \(parts[0])"
  }
}

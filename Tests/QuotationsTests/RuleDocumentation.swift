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
/// A heading that ends in `*` stands for all names with that begin; its examples say `rule: …`, and the
/// names that it covers may stand in backticks in a table instead. ` … ` joins the spans of one field.
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

/// Where the package lies, with a slash at its end.
let packageFolder =
  "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/") + "/"

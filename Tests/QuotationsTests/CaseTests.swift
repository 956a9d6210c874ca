import Glibc
import Quotations
import Testing
import TextModel

/// One example of `Cases/*.txt`: a text, a line of dashes, and every statement that the rules find in it.
///
///     === name
///     text
///     ---
///     indirect   rule=dass.frame-before   quote=…   speaker=…   cue=…   frame=…
///
/// Fields are separated by three blanks; ` … ` joins the spans of one field; `none` stands for no
/// statement. A statement must have exactly the fields that are written.
struct StatementCase: CustomStringConvertible {
  var file: String
  var name: String
  var text: String
  var expected: [String]
  var description: String { "\(file): \(name)" }

  static let files = [
    "addressees", "chains", "direct", "labels", "nouns", "reported", "source-phrases",
    "verb-frames",
  ]

  static func all() -> [StatementCase] { files.flatMap(read) }

  private static func read(_ name: String) -> [StatementCase] {
    let folder = #filePath.split(separator: "/").dropLast().joined(separator: "/")
    guard let file = fopen("/\(folder)/Cases/\(name).txt", "r") else { return [] }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    while case let byte = getc(file), byte != EOF { bytes.append(UInt8(byte)) }
    var cases: [StatementCase] = []
    var inText = false
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
      if line.hasPrefix("=== ") {
        cases.append(
          StatementCase(file: name, name: String(line.dropFirst(4)), text: "", expected: []))
        inText = true
      } else if line == "---" {
        inText = false
      } else if let last = cases.indices.last {
        if inText {
          cases[last].text += (cases[last].text.isEmpty ? "" : "\n") + line
        } else if line != "none" {
          cases[last].expected.append(String(line))
        }
      }
    }
    return cases
  }
}

@Suite("Statements by rule")
struct CaseTests {
  static let finder = StatementFinder()

  @Test("every case file is read")
  func files() {
    for file in StatementCase.files {
      #expect(StatementCase.all().contains { $0.file == file }, "\(file) has no cases")
    }
  }

  @Test("finds exactly what the case says", arguments: StatementCase.all())
  func found(one: StatementCase) {
    let text = SourceText(one.text)
    let statements = Self.finder.statements(in: article(text))
    #expect(statements.map { line($0, text) } == one.expected)
  }

  private func line(_ statement: Statement, _ text: SourceText) -> String {
    let types: [ReportedSpeech: String] = [
      .direct: "direct", .indirect: "indirect", .reported: "reported",
      .freeIndirect: "free-indirect", .indirectFreeIndirect: "indirect-free-indirect",
    ]
    var fields = [types[statement.type] ?? "", "rule=\(statement.rule)"]
    for (name, spans) in [
      ("quote", statement.quote), ("speaker", statement.speaker), ("cue", statement.cue),
      ("frame", statement.frame), ("addressee", statement.addressee),
    ] where !spans.isEmpty {
      fields.append("\(name)=" + spans.map { text[$0] }.joined(separator: " … "))
    }
    if let parent = statement.parent { fields.append("parent=\(parent)") }
    return fields.joined(separator: "   ")
  }
}

/// An article whose lines are blocks of the body.
func article(_ text: SourceText) -> Article {
  var anatomy = ArticleAnatomy()
  var begin = 0
  for end in 0...text.count where end == text.count || text.utf8[end] == 0x0A {
    if end > begin { anatomy.blocks.append(TextBlock(zone: .body, span: TextSpan(begin, end))) }
    begin = end + 1
  }
  return Article(document: "case", path: "case.txt", text: text, anatomy: anatomy)
}

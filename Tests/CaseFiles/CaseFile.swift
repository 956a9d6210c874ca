import Glibc

/// One case of a case file: a name behind `===`, a text, and behind a line of dashes what is expected of it.
public struct CaseFile: CustomStringConvertible, Sendable {
  /// What the case shows.
  public var name: String
  /// Its lines with their line breaks.
  public var text: String
  /// The lines that are not blank behind the dashes.
  public var expectations: [String]

  /// The name.
  public var description: String { name }

  /// Reads `Cases/NAME` beside the test that asks.
  public static func cases(_ name: String, besides file: String = #filePath) -> [CaseFile] {
    let folder = file.split(separator: "/").dropLast().joined(separator: "/")
    let content = String(decoding: fileBytes("/\(folder)/Cases/\(name)"), as: UTF8.self)
    var cases: [CaseFile] = []
    var inText = true
    for line in content.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("=== ") {
        cases.append(CaseFile(name: String(line.dropFirst(4)), text: "", expectations: []))
        inText = true
      } else if line == "---" {
        inText = false
      } else if !cases.isEmpty, inText {
        cases[cases.count - 1].text += line + "\n"
      } else if !cases.isEmpty, !line.isEmpty {
        cases[cases.count - 1].expectations.append(String(line))
      }
    }
    return cases
  }

  /// The values given for a key ("title = …"), in order.
  public func values(_ key: String) -> [String] {
    expectations.compactMap { line in
      guard let equals = line.firstIndex(of: "=") else { return nil }
      let name = line[..<equals].split(separator: " ").joined(separator: " ")
      guard name == key else { return nil }
      return String(line[line.index(after: equals)...].drop { $0 == " " })
    }
  }
}

/// All bytes of a file; none when there is no such file.
public func fileBytes(_ path: String) -> [UInt8] {
  guard let file = fopen(path, "r") else { return [] }
  defer { fclose(file) }
  var bytes: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 1 << 16)
  while case let count = fread(&buffer, 1, buffer.count, file), count > 0 {
    bytes += buffer[..<count]
  }
  return bytes
}

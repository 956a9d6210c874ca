/// A data file: UTF-8, one entry a line, fields separated by tabs, a header line that names them.
///
/// Lines that start with `#` and blank lines are comments. A line with fewer fields than the header
/// has empty ones at its end. Blanks around a field are dropped.
public struct TabSeparatedTable: Sendable {
  public struct Row: Sendable {
    /// Line number in the file, from 1, for messages.
    public let line: Int
    let fields: [String]
    let columns: [String: Int]

    /// The field under a header's name; empty when the line or the header lacks it.
    public subscript(column: String) -> String {
      guard let index = columns[column], index < fields.count else { return "" }
      return fields[index]
    }

    /// The parts of a field that lists several, separated by `;`, empty ones left out.
    public func list(_ column: String) -> [String] {
      self[column].split(separator: ";").map(trimmed).filter { !$0.isEmpty }
    }
  }

  public let header: [String]
  public let rows: [Row]

  public init(_ bytes: [UInt8]) {
    var header: [String] = []
    var columns: [String: Int] = [:]
    var rows: [Row] = []
    let withoutMark = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    let lines = withoutMark.split(separator: 0x0A, omittingEmptySubsequences: false)
    for (index, rawLine) in lines.enumerated() {
      let line = rawLine.last == 0x0D ? rawLine.dropLast() : rawLine
      if line.first == UInt8(ascii: "#") || line.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) {
        continue
      }
      let fields = line.split(separator: 0x09, omittingEmptySubsequences: false)
        .map { trimmed(Substring(decoding: $0, as: UTF8.self)) }
      if header.isEmpty {
        header = fields
        for (column, name) in fields.enumerated() { columns[name] = column }
      } else {
        rows.append(Row(line: index + 1, fields: fields, columns: columns))
      }
    }
    self.header = header
    self.rows = rows
  }
}

private func trimmed(_ text: Substring) -> String {
  var part = text.utf8
  while let first = part.first, first == 0x20 { part = part.dropFirst() }
  while let last = part.last, last == 0x20 { part = part.dropLast() }
  return String(Substring(part))
}

/// A data file: UTF-8, one entry a line, fields separated by tabs, a header line that names them.
///
/// Lines that start with `#` and blank lines are comments. A line with fewer fields than the header
/// has empty ones at its end. Blanks around a field are dropped.
///
/// Fields become strings when they are asked for: the files are read at every start of the program.
public struct TabSeparatedTable: Sendable {
  /// One entry.
  public struct Row: Sendable {
    /// Line number in the file, from 1, for messages.
    public let line: Int
    fileprivate let content: Content
    /// Its first and behind its last field among all of the file.
    fileprivate let fields: Range<Int>

    /// The field under a header's name; empty when the line or the header lacks it.
    public subscript(column: String) -> String {
      guard let bytes = bytes(column) else { return "" }
      return String(decoding: content.bytes[bytes], as: UTF8.self)
    }

    /// How many fields the line has.
    public var count: Int { fields.count }

    /// The parts of a field that lists several, separated by `;`, empty ones left out.
    public func list(_ column: String) -> [String] {
      guard let field = bytes(column), !field.isEmpty else { return [] }
      var parts: [String] = []
      var begin = field.lowerBound
      for at in field.lowerBound...field.upperBound
      where at == field.upperBound || content.bytes[at] == UInt8(ascii: ";") {
        let part = content.trimmed(begin..<at)
        if !part.isEmpty { parts.append(String(decoding: content.bytes[part], as: UTF8.self)) }
        begin = at + 1
      }
      return parts
    }

    private func bytes(_ column: String) -> Range<Int>? {
      // A handful of columns: looking at each is faster than hashing the name.
      guard let index = content.header.firstIndex(of: column), index < fields.count else {
        return nil
      }
      return content.fields[fields.lowerBound + index]
    }
  }

  /// The names of the columns.
  public let header: [String]
  /// Line number of the header, from 1; 0 for a file without one.
  public let headerLine: Int
  /// The entries in the order of the file.
  public let rows: [Row]

  /// Reads a file; bytes that are no UTF-8 become replacement characters.
  ///
  /// - Complexity: linear in the length of the file.
  public init(_ bytes: [UInt8]) {
    let (content, lines, headerLine) = Content.read(bytes)
    header = content.header
    self.headerLine = headerLine
    rows = lines.map { Row(line: $0.line, content: content, fields: $0.fields) }
  }

  /// The bytes of the file with the places of all fields, shared by its rows.
  fileprivate final class Content: Sendable {
    let bytes: [UInt8]
    let header: [String]
    let fields: [Range<Int>]

    private init(bytes: [UInt8], header: [String], fields: [Range<Int>]) {
      self.bytes = bytes
      self.header = header
      self.fields = fields
    }

    static func read(
      _ bytes: [UInt8]
    ) -> (content: Content, lines: [(line: Int, fields: Range<Int>)], headerLine: Int) {
      var header: [String]?
      var headerLine = 0
      var fields: [Range<Int>] = []
      var lines: [(line: Int, fields: Range<Int>)] = []
      bytes.withUnsafeBufferPointer { bytes in
        var begin = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        var line = 0
        while begin < bytes.count {
          line += 1
          var end = begin
          var isBlank = true
          while end < bytes.count, bytes[end] != 0x0A {
            if bytes[end] != 0x20, bytes[end] != 0x09, bytes[end] != 0x0D { isBlank = false }
            end += 1
          }
          defer { begin = end + 1 }
          if isBlank || bytes[begin] == UInt8(ascii: "#") { continue }
          let last = bytes[end - 1] == 0x0D ? end - 1 : end
          let first = fields.count
          var field = begin
          for at in begin...last where at == last || bytes[at] == 0x09 {
            fields.append(trimmed(field..<at, bytes))
            field = at + 1
          }
          if header == nil {
            header = fields.map {
              String(decoding: UnsafeBufferPointer(rebasing: bytes[$0]), as: UTF8.self)
            }
            fields.removeAll()
            headerLine = line
          } else {
            lines.append((line, first..<fields.count))
          }
        }
      }
      return (Content(bytes: bytes, header: header ?? [], fields: fields), lines, headerLine)
    }

    func trimmed(_ range: Range<Int>) -> Range<Int> {
      bytes.withUnsafeBufferPointer { Self.trimmed(range, $0) }
    }

    private static func trimmed(_ range: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>)
      -> Range<Int>
    {
      var begin = range.lowerBound
      var end = range.upperBound
      while begin < end, bytes[begin] == 0x20 { begin += 1 }
      while end > begin, bytes[end - 1] == 0x20 { end -= 1 }
      return begin..<end
    }
  }
}

import Glibc
import TextModel

/// One example of `Kinds/*.txt`: a short text of one kind, and the statements that a careful reader marks in it.
///
///     === name
///     text, in one or more paragraphs
///     ---
///     indirect   quote=… … …   cue=…   speaker=…   frame=…
///
/// Fields are separated by three blanks; ` … ` joins the spans of one field; `\n` stands for a line break.
/// Words are looked for from the left, as whole words; `@2` behind them means their second occurrence.
/// The line `none` says that the text holds no statement.
struct KindCase: CustomStringConvertible {
  struct Expected {
    var type: ReportedSpeech
    var quote: [TextSpan]
    var speaker: [TextSpan] = []
    var cue: [TextSpan] = []
    var frame: [TextSpan] = []
  }

  /// The file's name without extension ("agency").
  var kind: String
  var name: String
  var text: SourceText
  var expected: [Expected]

  var description: String { "\(kind): \(name)" }
}

/// What is wrong with a case file, and where.
struct KindFileError: Error, CustomStringConvertible {
  var description: String
}

extension KindCase {
  static let kinds = [
    "agency", "austrian", "headlines", "interview", "newspaper", "parliament", "swiss", "ticker",
  ]

  /// The cases of one kind, in the order of the file.
  static func read(_ kind: String) throws -> [KindCase] {
    let folder = #filePath.split(separator: "/").dropLast().joined(separator: "/")
    let path = "/\(folder)/Kinds/\(kind).txt"
    guard let file = fopen(path, "r") else { throw KindFileError(description: "no file \(path)") }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    while case let byte = getc(file), byte != EOF { bytes.append(UInt8(byte)) }
    return try parse(String(decoding: bytes, as: UTF8.self), kind: kind)
  }

  static func parse(_ content: String, kind: String) throws -> [KindCase] {
    var cases: [KindCase] = []
    var name: String?
    var body: [Substring] = []
    var wanted: [Substring]?
    func close() throws {
      guard let name else { return }
      guard let wanted, !wanted.isEmpty else {
        throw KindFileError(description: "\(kind): \(name): nothing is expected")
      }
      let text = SourceText(body.joined(separator: "\n"))
      let expected = try wanted.filter { $0 != "none" }.map {
        do { return try Expected($0, in: text) } catch {
          throw KindFileError(description: "\(kind): \(name): \(error)")
        }
      }
      if expected.count != wanted.count, wanted.count > 1 {
        throw KindFileError(description: "\(kind): \(name): none beside statements")
      }
      cases.append(KindCase(kind: kind, name: name, text: text, expected: expected))
    }
    for line in content.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("=== ") {
        try close()
        name = String(line.dropFirst(4))
        body = []
        wanted = nil
      } else if line == "---" {
        wanted = []
      } else if wanted != nil {
        if !line.isEmpty { wanted?.append(line) }
      } else if name != nil {
        body.append(line)
      } else if !line.isEmpty, !line.hasPrefix("#") {
        throw KindFileError(description: "\(kind): text before the first case")
      }
    }
    try close()
    return cases
  }
}

extension KindCase.Expected {
  fileprivate init(_ line: Substring, in text: SourceText) throws {
    let fields = pieces(of: line, separator: "   ")
    let types: [Substring: ReportedSpeech] = [
      "direct": .direct, "indirect": .indirect, "reported": .reported,
      "free-indirect": .freeIndirect, "indirect-free-indirect": .indirectFreeIndirect,
    ]
    guard let type = types[fields[0]] else {
      throw KindFileError(description: "unknown type in '\(line)'")
    }
    self.init(type: type, quote: [])
    for field in fields.dropFirst() {
      let halves = field.split(separator: "=", maxSplits: 1)
      guard halves.count == 2 else { throw KindFileError(description: "no value in '\(field)'") }
      let spans = try places(of: halves[1], in: text)
      switch halves[0] {
      case "quote": quote = spans
      case "speaker": speaker = spans
      case "cue": cue = spans
      case "frame": frame = spans
      default: throw KindFileError(description: "unknown field '\(field)'")
      }
    }
    if quote.isEmpty { throw KindFileError(description: "no quote in '\(line)'") }
  }
}

/// `split` by a separator of several characters.
private func pieces(of text: Substring, separator: String) -> [Substring] {
  var result: [Substring] = []
  var begin = text.startIndex
  var index = begin
  while index < text.endIndex {
    if text[index...].hasPrefix(separator) {
      result.append(text[begin..<index])
      index = text.index(index, offsetBy: separator.count)
      begin = index
    } else {
      index = text.index(after: index)
    }
  }
  return result + [text[begin...]]
}

/// Where the words of a field stand, each span searched for behind the one before.
private func places(of value: Substring, in text: SourceText) throws -> [TextSpan] {
  var spans: [TextSpan] = []
  for piece in pieces(of: value, separator: " … ") {
    var words = piece
    var occurrence = 1
    if let at = piece.lastIndex(of: "@"), let number = Int(piece[piece.index(after: at)...]) {
      words = piece[..<at]
      occurrence = number
    }
    let wanted = Array(pieces(of: words, separator: "\\n").joined(separator: "\n").utf8)
    var offset = spans.last?.end ?? 0
    var found: TextSpan?
    while occurrence > 0, offset + wanted.count <= text.count {
      if text.utf8[offset..<offset + wanted.count].elementsEqual(wanted),
        !joins(text, offset), !joins(text, offset + wanted.count)
      {
        occurrence -= 1
        found = TextSpan(offset, offset + wanted.count)
      }
      offset += 1
    }
    guard occurrence == 0, let found else {
      throw KindFileError(description: "'\(piece)' does not stand in the text")
    }
    spans.append(found)
  }
  return spans
}

/// Whether a word goes on over an offset: a letter or digit on both sides.
private func joins(_ text: SourceText, _ offset: Int) -> Bool {
  guard offset > 0, offset < text.count else { return false }
  return isLetter(text.utf8, before: offset) && isLetter(text.utf8, at: offset)
}

private func isLetter(_ bytes: [UInt8], at offset: Int) -> Bool {
  let byte = bytes[offset]
  // C3: the umlauts and ß; other marks of more than one byte are punctuation here.
  return isASCIILetter(byte) || byte == 0xC3
}

private func isLetter(_ bytes: [UInt8], before offset: Int) -> Bool {
  isASCIILetter(bytes[offset - 1]) || (offset > 1 && bytes[offset - 2] == 0xC3)
}

private func isASCIILetter(_ byte: UInt8) -> Bool {
  (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
}

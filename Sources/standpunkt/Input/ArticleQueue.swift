import FoundationEssentials
import Glibc
import NewsArchive
import TextModel

/// An article that waits to be read.
enum PendingArticle: Sendable {
  case file(ArticleInput)
  case bytes(document: String, path: String, [UInt8])
  /// A line of JSON and where it stands, for messages.
  case jsonLine([UInt8], place: String)
}

/// The articles that a batch command was given, one after the other; only their names are in memory.
struct ArticleQueue {
  enum Format { case text, jsonLines }

  /// What was wrong with the paths themselves.
  let diagnostics: [Diagnostic]
  private var waiting: ArraySlice<PendingArticle>
  private var jsonFiles: ArraySlice<String>
  private var lines: LineReader?
  private var linesPath = ""
  private var lineNumber = 0

  init(paths: [String], include: [String], format: Format) {
    switch format {
    case .text:
      let named = paths.filter { $0 != "-" }
      let found = ArticleWalker(paths: named, include: include).walk()
      diagnostics = found.diagnostics
      var articles = found.inputs.map(PendingArticle.file)
      if paths.contains("-") {
        var input = LineReader(descriptor: 0)
        articles.append(
          .bytes(document: "-", path: "-", input.rest(upTo: TextDecoder.maximumBytes + 1)))
      }
      waiting = articles[...]
      jsonFiles = []
    case .jsonLines:
      var missing: [Diagnostic] = []
      var files: [String] = []
      for path in paths {
        if path == "-" {
          files.append(path)
          continue
        }
        var status = stat()
        let isThere = stat(path, &status) == 0 && access(path, R_OK) == 0
        if isThere, status.st_mode & S_IFMT != S_IFDIR {
          files.append(path)
        } else {
          let reason = String(cString: strerror(isThere ? EISDIR : errno))
          missing.append(Diagnostic(.failure, path: path, message: "cannot be read: \(reason)"))
        }
      }
      diagnostics = missing
      waiting = []
      jsonFiles = files[...]
    }
  }

  /// The number of files, when it is known before they are read.
  var count: Int? { jsonFiles.isEmpty && lines == nil ? waiting.count : nil }

  /// The next articles, at least one; nil at the end.
  ///
  /// Waits for one article only: whoever writes a line to a pipe and waits for the answer gets it.
  mutating func next(atMost limit: Int) -> [PendingArticle]? {
    guard let first = next() else { return nil }
    var batch = [first]
    while batch.count < limit, hasNextAtOnce, let article = next() { batch.append(article) }
    return batch
  }

  /// Whether the next article is there without waiting for anybody.
  private var hasNextAtOnce: Bool { !waiting.isEmpty || lines?.hasWholeLine ?? false }

  mutating func next() -> PendingArticle? {
    if let article = waiting.popFirst() { return article }
    while true {
      if let line = lines?.next() {
        lineNumber += 1
        if line.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { continue }
        return .jsonLine(line, place: "\(linesPath):\(lineNumber)")
      }
      guard let path = jsonFiles.popFirst() else { return nil }
      lines = LineReader(descriptor: path == "-" ? 0 : open(path, O_RDONLY | O_CLOEXEC))
      linesPath = path
      lineNumber = 0
    }
  }
}

/// A line of `--input jsonl`.
struct JSONArticle: Decodable {
  var document: String
  var text: String
  var path: String?
  /// EDTF, or nothing.
  var date: String?

  /// - Throws: a `Diagnostic` that says what the line lacks.
  init(line: [UInt8], place: String) throws(Diagnostic) {
    do {
      self = try JSONDecoder().decode(JSONArticle.self, from: Data(line))
    } catch {
      throw Diagnostic(
        .failure, path: place,
        message: "is not a JSON object with the strings document and text; it was skipped")
    }
  }
}

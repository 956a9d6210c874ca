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

  /// About how many bytes it has; 0 for a file that is not there.
  fileprivate var size: Int {
    switch self {
    case .file(let input):
      var status = stat()
      let path = input.realPath.map { CChar(bitPattern: $0) } + [0]
      return stat(path, &status) == 0 ? Int(status.st_size) : 0
    case .bytes(_, _, let bytes), .jsonLine(let bytes, _): return bytes.count
    }
  }
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
  /// Waits for one article only: whoever writes a line to a pipe and waits for the answer of one job gets it.
  ///
  /// - Parameters:
  ///   - limit: so many at most.
  ///   - bytes: no more once they have so many bytes.
  mutating func next(atMost limit: Int, bytes: Int) -> [PendingArticle]? {
    guard let first = next() else { return nil }
    var batch = [first]
    var size = first.size
    while batch.count < limit, size < bytes, let article = nextAtOnce() {
      batch.append(article)
      size += article.size
    }
    return batch
  }

  /// The next article if it is there already.
  private mutating func nextAtOnce() -> PendingArticle? {
    if let article = waiting.popFirst() { return article }
    while lines?.hasWholeLine == true, let line = lines?.next() {
      if let article = article(line) { return article }
    }
    return nil
  }

  /// Counts a line; nil for a blank one.
  private mutating func article(_ line: [UInt8]) -> PendingArticle? {
    lineNumber += 1
    let isBlank = line.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
    return isBlank ? nil : .jsonLine(line, place: "\(linesPath):\(lineNumber)")
  }

  private mutating func next() -> PendingArticle? {
    if let article = waiting.popFirst() { return article }
    while true {
      if let line = lines?.next() {
        if let article = article(line) { return article }
        continue
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

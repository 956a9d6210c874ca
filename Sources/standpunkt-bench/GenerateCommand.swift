import ArgumentParser
import Glibc
import Interchange

struct GenerateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate",
    abstract: "Write made-up German news articles: the same ones on every run.")

  @Argument(help: "How many articles.")
  var count: Int

  @Option(help: ArgumentHelp("Write one file an article below this folder.", valueName: "dir"))
  var output: String?

  @Flag(help: "Print one line of JSON an article: {document, text, path}.")
  var jsonl = false

  @Option(help: "About so many bytes an article.")
  var bytes = GeneratedArticle.usualBytes

  @Option(help: "Number of the first article.")
  var from = 0

  func validate() throws {
    guard count >= 0, from >= 0, (1...(64 << 20)).contains(bytes) else {
      throw ValidationError("Numbers must not be negative, and --bytes at most 64 MiB.")
    }
    guard (output != nil) != jsonl else {
      throw ValidationError("Give either --output DIR or --jsonl.")
    }
  }

  func run() throws {
    if let output {
      try writeArticles(from..<from + count, bytes: bytes, folder: output)
    } else {
      for number in from..<from + count {
        let article = GeneratedArticle(number: number, bytes: bytes)
        var line = JSONWriter(capacity: article.text.utf8.count + 200)
        line.object { line in
          line.key("document")
          line.string(String(article.path.dropLast(4)))
          line.key("text")
          line.string(article.text)
          line.key("path")
          line.string(article.path)
        }
        line.newline()
        try write(line.bytes, to: STDOUT_FILENO, name: "standard output")
      }
    }
  }
}

/// Writes articles below a folder, which is made if need be.
func writeArticles(_ numbers: Range<Int>, bytes: Int, folder: String) throws {
  try makeFolder(folder)
  var made: Set<String> = []
  for number in numbers {
    let article = GeneratedArticle(number: number, bytes: bytes)
    let sub = String(article.path.prefix { $0 != "/" })
    if made.insert(sub).inserted { try makeFolder("\(folder)/\(sub)") }
    let path = "\(folder)/\(article.path)"
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    guard file >= 0 else { throw BenchError("cannot write \(path)") }
    defer { close(file) }
    try write(Array(article.text.utf8), to: file, name: path)
  }
}

/// One sentence on what went wrong.
struct BenchError: Error, CustomStringConvertible {
  var description: String
  init(_ description: String) { self.description = description }
}

private func makeFolder(_ path: String) throws {
  guard mkdir(path, 0o755) == 0 || errno == EEXIST else { throw BenchError("cannot make \(path)") }
}

private func write(_ bytes: [UInt8], to file: Int32, name: String) throws {
  var done = 0
  while done < bytes.count {
    let count = bytes[done...].withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
    if count < 0, errno == EINTR { continue }
    guard count > 0 else { throw BenchError("cannot write to \(name)") }
    done += count
  }
}

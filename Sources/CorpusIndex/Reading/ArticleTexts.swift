import ArticleAnalysis
import CorpusStore
import GRDB
import Glibc
import NewsArchive
import Synchronization
import TextModel

/// What makes an `AnalysedArticle` of the bytes of a file: the same that made the index.
public struct ArticleAnalysing: Sendable {
  public var reader: ArticleReader
  public var analyser: ArticleAnalyser

  public init(reader: ArticleReader, analyser: ArticleAnalyser) {
    self.reader = reader
    self.analyser = analyser
  }
}

/// Reads single articles again from the archive: the index keeps what lists and counts need, an article that
/// is looked at is analysed anew, which takes about a millisecond.
public final class ArticleTexts: Sendable {
  private let make: @Sendable () -> ArticleAnalysing
  private let made = Mutex<ArticleAnalysing?>(nil)

  public init(_ make: @escaping @Sendable () -> ArticleAnalysing) {
    self.make = make
  }

  /// Prepares the word tables ahead of the first article; from any thread.
  public func prepare() { _ = analysing }

  var analysing: ArticleAnalysing {
    made.withLock { made in
      if let made { return made }
      let new = make()
      made = new
      return new
    }
  }
}

extension IndexStore {
  /// Where the index says that an article's text is.
  private struct Place {
    var document: String
    var path: String
    var givenDate: String?
    /// Nil: its text is kept in the index.
    var file: [UInt8]?
    var hash: Int64 = 0
    var text: String?
  }

  public func article(_ article: ArticleKey) throws(Diagnostic) -> AnalysedArticle {
    let number = Int64(article.rawValue)
    let found = reader.read { db in
      try db.first(
        """
        SELECT a.document, a.path, a.given_date, f.hash, r.path, f.path, t.text
        FROM article a LEFT JOIN file f ON f.id = a.file LEFT JOIN root r ON r.id = f.root
        LEFT JOIN stored_text t ON t.article = a.id WHERE a.id = ?
        """, [number]
      ) { row in
        Place(
          document: row.text(0), path: row.text(1), givenDate: row.optionalText(2),
          file: row.isNull(5) ? nil : Array(row.bytes(4)) + Array(row.bytes(5)),
          hash: row.int64(3), text: row.optionalText(6))
      }
    }
    guard let place = found ?? nil else {
      throw Diagnostic(.failure, path: "", message: "This article is no longer in the corpus.")
    }
    let analysing = source.analysing
    if let text = place.text {
      let read = analysing.reader.article(
        document: place.document, path: place.path, text: SourceText(text))
      return analysing.analyser.analyse(read, metadataDate: place.givenDate)
    }
    guard let file = place.file else {
      throw Diagnostic(
        .failure, path: place.path, message: "The index does not know where this article's text is."
      )
    }
    let bytes = try contents(of: file, path: place.path)
    guard Int64(bitPattern: ContentHash.of(bytes)) == place.hash else {
      throw Diagnostic(
        .failure, path: place.path,
        message:
          "The file has changed since it was read; it is shown again when the index has read it anew."
      )
    }
    let read = try analysing.reader.article(
      document: place.document, path: place.path, bytes: bytes)
    return analysing.analyser.analyse(read, metadataDate: place.givenDate)
  }
}

/// The bytes of a file of the archive.
private func contents(of file: [UInt8], path: String) throws(Diagnostic) -> [UInt8] {
  let name = file.map { CChar(bitPattern: $0) } + [0]
  let descriptor = open(name, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
  guard descriptor >= 0 else {
    let reason =
      errno == ENOENT
      ? "The file is no longer there." : "The file cannot be read: \(systemError())."
    throw Diagnostic(.failure, path: path, message: reason)
  }
  defer { close(descriptor) }
  var status = stat()
  guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
    status.st_size <= TextDecoder.maximumBytes
  else {
    throw Diagnostic(.failure, path: path, message: "There is no file that can be read any more.")
  }
  var bytes = [UInt8](repeating: 0, count: Int(status.st_size) + 1)
  var count = 0
  while true {
    if count == bytes.count { bytes += [UInt8](repeating: 0, count: bytes.count) }
    let got = bytes.withUnsafeMutableBytes { buffer in
      read(descriptor, buffer.baseAddress?.advanced(by: count), buffer.count - count)
    }
    if got < 0, errno == EINTR { continue }
    guard got >= 0 else {
      throw Diagnostic(.failure, path: path, message: "The file cannot be read: \(systemError()).")
    }
    if got == 0 { break }
    count += got
    guard count <= TextDecoder.maximumBytes else {
      throw Diagnostic(.failure, path: path, message: "The file has become too large.")
    }
  }
  bytes.removeLast(bytes.count - count)
  return bytes
}

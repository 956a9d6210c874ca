import GermanLanguage
import TextModel

/// Reads articles: the bytes of a file, their text, and what its layout says.
///
/// The date is left unknown; `ArticleDater` of the module Dating settles it.
public struct ArticleReader: Sendable {
  private let anatomy: AnatomyReader

  /// Prepares the layout words from the data files.
  public init(lexicon: LexiconFiles = .embedded) {
    anatomy = AnatomyReader(lexicon: lexicon)
  }

  /// Reads one file. An empty file is an article without blocks.
  ///
  /// - Parameter warn: called with what its reader should know about a file that could be read.
  /// - Throws: a `Diagnostic` of severity failure when the file cannot be opened, is binary or too large.
  public func read(
    _ input: ArticleInput, warn: (Diagnostic) -> Void = { _ in }
  ) throws(Diagnostic) -> Article {
    try read(input, bytes: bytes(of: input), warn: warn)
  }

  /// The same from the file's bytes, which the caller has read with `bytes(of:)`.
  public func read(
    _ input: ArticleInput, bytes: [UInt8], warn: (Diagnostic) -> Void = { _ in }
  ) throws(Diagnostic) -> Article {
    let path = input.displayPath
    let decoded: TextDecoder.Decoded
    do {
      decoded = try TextDecoder.decode(bytes)
    } catch {
      throw Diagnostic(.failure, path: path, message: Self.message(error))
    }
    if decoded.replacements > 0 {
      let places = decoded.replacements == 1 ? "1 place" : "\(decoded.replacements) places"
      warn(
        Diagnostic(
          .warning, path: path,
          message: "\(places) not valid in \(decoded.encoding.rawValue), shown as U+FFFD"))
    }
    return article(document: input.document, path: input.path, text: decoded.text)
  }

  /// An article from text that is already decoded: a line of JSON, standard input.
  public func article(document: String, path: String, text: SourceText) -> Article {
    Article(document: document, path: path, text: text, anatomy: anatomy.anatomy(of: text))
  }

  /// An article from bytes that are not a file's, such as standard input.
  ///
  /// - Throws: a `Diagnostic` of severity failure when they are binary or too many.
  public func article(
    document: String, path: String, bytes: [UInt8]
  ) throws(Diagnostic) -> Article {
    do {
      return article(document: document, path: path, text: try TextDecoder.decode(bytes).text)
    } catch {
      throw Diagnostic(.failure, path: path, message: Self.message(error))
    }
  }

  /// The bytes of a file.
  ///
  /// - Throws: a `Diagnostic` of severity failure when it cannot be opened, is binary or too large.
  public func bytes(of input: ArticleInput) throws(Diagnostic) -> [UInt8] {
    do {
      return try FileBytes.read(input.realPath)
    } catch {
      let message =
        switch error {
        case .system(let number): "cannot be read: \(describe(number))"
        case .rejected(let failure): Self.message(failure)
        }
      throw Diagnostic(.failure, path: input.displayPath, message: message)
    }
  }

  private static func message(_ failure: TextDecoder.Failure) -> String {
    switch failure {
    case .binary(let byte):
      "is not text: byte \(byte + 1) is NUL; it was skipped"
    case .tooLarge(let bytes):
      "is too large: \(bytes.map { "\($0) bytes" } ?? "no end in sight"), at most "
        + "\(TextDecoder.maximumBytes) are read; it was skipped"
    }
  }
}

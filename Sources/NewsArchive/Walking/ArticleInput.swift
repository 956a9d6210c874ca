/// One file that is to be read as an article.
///
/// Holds the file's name as the bytes the system gave, which need not be valid UTF-8, so that every file
/// that can be listed can be opened; names for people and results are made from them when asked for.
public struct ArticleInput: Sendable, Hashable {
  /// What to hand to `open`, without a NUL byte at the end.
  public let realPath: [UInt8]
  /// Where in `realPath` the path below the given PATH begins.
  let relativeStart: Int
  /// The document name when the usual one is taken already by an earlier input.
  let documentOverride: String?

  init(realPath: [UInt8], relativeStart: Int, documentOverride: String? = nil) {
    self.realPath = realPath
    self.relativeStart = min(max(relativeStart, 0), realPath.count)
    self.documentOverride = documentOverride
  }

  /// An input for a file below a folder, as a walk of the folder found it.
  ///
  /// - Parameters:
  ///   - root: the folder, closed by `/`.
  ///   - document: the name that the walk gave it.
  public init(root: [UInt8], relativePath: [UInt8], document: String) {
    self.init(
      realPath: root + relativePath, relativeStart: root.count, documentOverride: document)
  }

  /// An input for a path that the caller knows, named by the last component of the path.
  public init(path: String) {
    let bytes = Array(path.utf8)
    self.init(realPath: bytes, relativeStart: (bytes.lastIndex(of: slash) ?? -1) + 1)
  }

  /// The folder of the given PATH, closed by `/`, or empty: what stands in `realPath` before the rest.
  public var rootPath: ArraySlice<UInt8> { realPath[..<relativeStart] }
  /// The bytes of the path below it.
  public var relativePath: ArraySlice<UInt8> { realPath[relativeStart...] }

  /// The path below the given PATH, with extension and `/` as separator. For a file that was named
  /// itself: its name. Bytes that are not UTF-8 appear as replacement characters.
  public var path: String { String(decoding: realPath[relativeStart...], as: UTF8.self) }

  /// The same without the last extension; unique among the inputs of one walk.
  public var document: String {
    documentOverride ?? String(decoding: documentBytes, as: UTF8.self)
  }

  /// The whole path for messages, control characters made visible.
  public var displayPath: String { visible(realPath[...]) }

  var documentBytes: ArraySlice<UInt8> {
    let relative = realPath[relativeStart...]
    let nameStart = relative.lastIndex(of: slash).map { $0 + 1 } ?? relative.startIndex
    guard let dot = relative.lastIndex(of: UInt8(ascii: ".")), dot > nameStart else {
      return relative
    }
    return relative[..<dot]
  }
}

let slash = UInt8(ascii: "/")

/// Text of unknown origin for a message: control characters and bytes that are not UTF-8 become U+FFFD.
func visible(_ bytes: ArraySlice<UInt8>) -> String {
  var shown = String.UnicodeScalarView()
  for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x200B...0x200F, 0x2028...0x202E, 0x2066...0x2069:
      shown.append("\u{FFFD}")
    default: shown.append(scalar)
    }
  }
  return String(shown)
}

import TextModel

/// One step of bringing the index up to date; a batch of them is one transaction.
enum IndexChange: Sendable {
  /// An article, of a file (new or in place of what the file held before) or by itself.
  case store(IndexEntry, source: Source, problems: [Diagnostic])
  /// The file has the same bytes as before under another time.
  case touch(file: Int64, FileStamp)
  /// The file has the bytes that another one had, which is gone.
  case move(file: Int64, FileStamp, document: String, path: String, shown: String)
  /// The file cannot be read (any more).
  case fail(file: Int64?, FileStamp, problems: [Diagnostic])

  /// Where an article's text is.
  enum Source: Sendable {
    /// - Parameter isSameText: whether the text is the one that the index knows under this file already.
    case file(Int64?, FileStamp, isSameText: Bool)
    /// In the index, since there is no file.
    case text(String)
  }
}

/// A file as it was when it was read.
struct FileStamp: Sendable, Equatable {
  /// Number of its row in `root`.
  var root: Int
  /// Below the root.
  var path: [UInt8]
  var size: Int64 = 0
  /// Nanoseconds since 1970.
  var modified: Int64 = FileStamp.unknownTime
  var hash: UInt64 = 0

  /// No file has this time, so that the file is looked at again.
  static let unknownTime: Int64 = -1

  /// In place of the fingerprint in `file.analysis`: the words of its article are not in the full-text index. Nothing
  /// that is known of such a file counts as current, and it is stored anew though its bytes are the same.
  static let noWords: Int64 = 0
}

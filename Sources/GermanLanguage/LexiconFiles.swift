import CLexicon

/// The data files that hold all knowledge of German, actors and concepts.
///
/// Each file is embedded in the binary, so that an installed program needs no folder; a file of the
/// same name given by the user replaces it whole.
public struct LexiconFiles: Sendable {
  /// File name ("reporting-verbs.tsv") to the bytes that replace the embedded ones.
  public var overrides: [String: [UInt8]]

  /// The given files replace the embedded ones of the same name whole.
  public init(overrides: [String: [UInt8]] = [:]) {
    self.overrides = overrides
  }

  /// The embedded files, nothing replaced.
  public static let embedded = LexiconFiles()

  /// The names of all data files, embedded and the user's, sorted.
  public var names: [String] {
    var names = Set(overrides.keys)
    var index = 0
    while let name = lexicon_name(index) {
      names.insert(String(cString: name))
      index += 1
    }
    return names.sorted()
  }

  /// The bytes of a data file.
  ///
  /// - Precondition: `name` is a user's file or one of the embedded ones; the names are written in
  ///   our own code, so that anything else is our mistake.
  public func bytes(_ name: String) -> [UInt8] {
    if let override = overrides[name] { return override }
    var count = 0
    guard let start = lexicon_bytes(name, &count) else {
      preconditionFailure("no data file \(name) is embedded; list it in Sources/CLexicon/lexicon.c")
    }
    return Array(UnsafeBufferPointer(start: start, count: count))
  }
}

import Glibc

/// Where the index of a corpus lies.
public struct IndexLocation: Sendable, Equatable {
  /// Nil for an index in memory.
  public var path: String?
  /// Whether the user named the file; others are ours to make anew and readable by their owner only.
  public var isNamedByUser: Bool

  public static let memory = IndexLocation(path: nil, isNamedByUser: false)

  /// The file named by the user.
  public static func named(_ path: String) -> IndexLocation {
    IndexLocation(path: path, isNamedByUser: true)
  }

  /// The user's file (`--index`, else `$STANDPUNKT_INDEX`), else one file a corpus in the cache folder.
  ///
  /// A corpus is told by its paths (absolute, links resolved, in order) and by what else decides which
  /// articles it has and how they are read.
  ///
  /// - Parameter variant: options of the reading, such as `--include` patterns.
  /// - Returns: nil when the environment names no folder for caches and no home.
  public static func standard(
    paths: [String], variant: [String] = [], index: String? = nil,
    environment: (String) -> String? = Self.environment
  ) -> IndexLocation? {
    if let named = index ?? environment("STANDPUNKT_INDEX") { return .named(named) }
    guard let folder = cacheFolder(environment) else { return nil }
    let absolute = paths.map(absolutePath)
    var hash = ContentHash()
    for part in absolute + [""] + variant { hash.add(Array(part.utf8) + [0]) }
    let name = absolute.first?.split(separator: "/").last.map(fileNamePart) ?? "corpus"
    return IndexLocation(
      path: "\(folder)/\(name)-\(hexadecimal(hash.value)).index", isNamedByUser: false)
  }

  /// Whether the index can be made there; its folder is made now if it is not there yet.
  public var canBeMade: Bool {
    guard let path else { return true }
    guard (try? IndexFile.prepareFolder(of: self)) != nil else { return false }
    return access(IndexFile.parent(of: path), W_OK) == 0
      && (access(path, F_OK) != 0 || access(path, W_OK) == 0)
  }

  /// A variable of the environment; nil when it is unset or empty.
  public static func environment(_ name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
  }

  /// `$XDG_CACHE_HOME/standpunkt`, else `~/.cache/standpunkt`; relative folders do not count (XDG).
  static func cacheFolder(_ environment: (String) -> String?) -> String? {
    if let folder = environment("XDG_CACHE_HOME"), folder.hasPrefix("/") {
      return folder + "/standpunkt"
    }
    return environment("HOME").map { $0 + "/.cache/standpunkt" }
  }
}

/// A path from the root, links resolved; as it is when there is nothing at it.
func absolutePath(_ path: String) -> String {
  guard let resolved = realpath(path, nil) else { return path }
  defer { free(resolved) }
  return String(cString: resolved)
}

/// What of a name is safe in a file name: letters, digits, `-`, `_`, at most 40 bytes.
private func fileNamePart(_ name: Substring) -> String {
  let bytes = name.utf8.prefix(40).map { byte -> UInt8 in
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "_"): byte
    default: UInt8(ascii: "_")
    }
  }
  return String(decoding: bytes, as: UTF8.self)
}

private func hexadecimal(_ value: UInt64) -> String {
  let digits = String(value, radix: 16)
  return String(repeating: "0", count: 16 - digits.count) + digits
}

import NewsArchive

/// Which files a walk would have found if they were there: what it did not search, or could not, tells nothing
/// about them.
struct WalkReach {
  /// Absolute folders, closed by a slash.
  private var searched: [[UInt8]]
  private var unsearched: [[UInt8]]
  /// Absolute paths of files that were named themselves.
  private var files: Set<[UInt8]>

  init(_ findings: ArticleWalker.Findings) {
    searched = findings.searched.map(absoluteFolder)
    unsearched = findings.unsearched.map {
      absoluteFolder($0.folder) + ($0.relativePath.isEmpty ? [] : $0.relativePath + [slash])
    }
    files = Set(
      findings.namedFiles.map { input in
        absoluteFolder(Array(input.rootPath)) + Array(input.relativePath)
      })
  }

  /// Whether anything below this folder may have been found.
  func mayTouch(below folder: [UInt8]) -> Bool {
    searched.contains { $0.starts(with: folder) || folder.starts(with: $0) }
      || files.contains { $0.starts(with: folder) }
  }

  /// Whether a file was looked for.
  func contains(_ path: [UInt8]) -> Bool {
    files.contains(path)
      || searched.contains { path.starts(with: $0) }
        && !unsearched.contains { path.starts(with: $0) }
  }
}

private let slash = UInt8(ascii: "/")

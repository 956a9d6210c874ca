import Glibc
import TextModel

/// Finds the files that are articles below the paths a user names.
///
/// In a folder, searched recursively: regular files named `*.txt` or `*.text` (in any case) and what the
/// further patterns match; hidden names and `README*` are left out. A file named as PATH is always taken.
/// Every file and folder is taken once: a link adds only what is not reached by its own name, which also
/// ends cycles. `-` is the caller's to handle.
public struct ArticleWalker: Sendable {
  /// What a walk found.
  public struct Findings: Sendable {
    /// PATHs in the order given, inside each sorted by path, byte by byte.
    public var inputs: [ArticleInput] = []
    /// Folders that could not be read, paths at which there is nothing.
    public var diagnostics: [Diagnostic] = []
    /// Those of the PATHs that are folders, as the user wrote them.
    public var searched: [[UInt8]] = []
    /// Folders in them, and links, that could not be searched: the PATH and what follows it, the latter
    /// empty for the PATH itself.
    public var unsearched: [(folder: [UInt8], relativePath: [UInt8])] = []
    /// Those of the inputs that the user named one by one.
    public var namedFiles: [ArticleInput] = []
  }

  private let paths: [[UInt8]]
  private let patterns: [NamePattern]

  /// - Parameters:
  ///   - paths: files and folders, in any order.
  ///   - include: patterns of further file names (`NamePattern`: `*.md`, `2023/**`).
  public init(paths: [String], include: [String] = []) {
    self.paths = paths.map { Array($0.utf8) }
    patterns = include.map { NamePattern($0) }
  }

  /// Walks all paths; the same tree gives the same findings.
  ///
  /// - Complexity: one system call a folder and none a file, unless links or the file system ask for
  ///   more; about 100 bytes an input.
  public func walk() -> Findings {
    var walk = Walk(patterns: patterns)
    for path in paths { walk.take(path) }
    return walk.findings
  }
}

/// The state of one walk.
private struct Walk {
  let patterns: [NamePattern]
  var findings = ArticleWalker.Findings()
  private var seenFolders: Set<FileIdentity> = []
  private var seenFiles: Set<FileIdentity> = []
  /// How many inputs `seenFiles` knows; identities are only asked for once a second way to a file exists.
  private var identified = 0
  private var documents: Set<UInt64> = []

  init(patterns: [NamePattern]) { self.patterns = patterns }

  /// Takes one PATH of the user.
  mutating func take(_ path: [UInt8]) {
    guard let status = fileStatus(path) else {
      report(path, "cannot be opened: \(describe(errno))")
      return
    }
    guard status.kind == .directory else {
      identifyAll()
      if seenFiles.insert(status.identity).inserted {
        add(path, relativeStart: (path.lastIndex(of: slash) ?? -1) + 1)
        identified = findings.inputs.count
        findings.namedFiles += findings.inputs.suffix(1)
      }
      return
    }
    findings.searched.append(path)
    let first = findings.inputs.count
    var root = path
    while root.count > 1, root.last == slash { root.removeLast() }
    let relativeStart = root.last == slash ? root.count : root.count + 1
    var links = walkFolder(root, status.identity, relativeStart)
    if links.isEmpty { return }
    // Links come last, so that what they lead to keeps its own name if it has one in the tree. A
    // folder behind a link may hold further links.
    var next = 0
    while next < links.count {
      let link = links[next]
      next += 1
      guard let target = fileStatus(link) else {
        report(link, "leads nowhere: \(describe(errno))", below: relativeStart)
        continue
      }
      switch target.kind {
      case .directory:
        links += walkFolder(link, target.identity, relativeStart)
      case .file where isArticle(link[relativeStart...]):
        identifyAll()
        if seenFiles.insert(target.identity).inserted {
          add(link, relativeStart: relativeStart)
          identified = findings.inputs.count
        }
      default: break
      }
    }
    findings.inputs[first...].sort { $0.realPath.lexicographicallyPrecedes($1.realPath) }
  }

  /// Walks a folder and what lies below it; yields the links it met, in order.
  private mutating func walkFolder(
    _ root: [UInt8], _ identity: FileIdentity, _ relativeStart: Int
  ) -> [[UInt8]] {
    var links: [[UInt8]] = []
    // Folders still to be read, with what is left of their parents: no recursion, since a tree may be
    // deeper than the stack.
    var open: [(folder: [UInt8], entries: ArraySlice<DirectoryEntry>)] = []
    func enter(_ walk: inout Walk, _ folder: [UInt8], _ identity: FileIdentity) {
      guard walk.seenFolders.insert(identity).inserted else { return }
      guard let entries = listDirectory(folder) else {
        walk.report(folder, "cannot be searched: \(describe(errno))", below: relativeStart)
        return
      }
      open.append((folder, entries[...]))
    }
    enter(&self, root, identity)
    while let (folder, entries) = open.last {
      guard let entry = entries.first else {
        open.removeLast()
        continue
      }
      open[open.count - 1].entries = entries.dropFirst()
      var path = folder
      if path.last != slash { path.append(slash) }
      path += entry.name
      switch entry.kind {
      case .file:
        if isArticle(path[relativeStart...]) { add(path, relativeStart: relativeStart) }
      case .directory:
        guard let status = fileStatus(path) else {
          report(path, "cannot be searched: \(describe(errno))", below: relativeStart)
          continue
        }
        enter(&self, path, status.identity)
      case .link: links.append(path)
      case .other: break
      }
    }
    return links
  }

  private func isArticle(_ relative: ArraySlice<UInt8>) -> Bool {
    let name = relative.lastIndex(of: slash).map { relative[($0 + 1)...] } ?? relative
    if name.starts(with: "README".utf8) || name.first == UInt8(ascii: ".") { return false }
    if hasExtension(name, "txt") || hasExtension(name, "text") { return true }
    return patterns.contains { $0.matches(relativePath: relative) }
  }

  /// Learns the identities of the inputs found so far, those that were reached by their own names.
  private mutating func identifyAll() {
    for input in findings.inputs[identified...] {
      if let status = fileStatus(input.realPath) { seenFiles.insert(status.identity) }
    }
    identified = findings.inputs.count
  }

  /// Adds an input under a document name that no earlier one has: `a.text` beside `a.txt` keeps its
  /// extension, the same name below another PATH gets a number.
  private mutating func add(_ path: [UInt8], relativeStart: Int) {
    let input = ArticleInput(realPath: path, relativeStart: relativeStart)
    if documents.insert(fingerprint(input.documentBytes)).inserted {
      findings.inputs.append(input)
      return
    }
    var name = input.path
    var number = 2
    while !documents.insert(fingerprint(Array(name.utf8)[...])).inserted {
      name = "\(input.path)~\(number)"
      number += 1
    }
    findings.inputs.append(
      ArticleInput(realPath: path, relativeStart: relativeStart, documentOverride: name))
  }

  /// - Parameter relativeStart: where the part below the user's folder begins; nil when it is not in one.
  private mutating func report(
    _ path: [UInt8], _ message: String, below relativeStart: Int? = nil
  ) {
    if let relativeStart {
      findings.unsearched.append(
        (Array(path.prefix(relativeStart)), Array(path.dropFirst(relativeStart))))
    }
    findings.diagnostics.append(Diagnostic(.failure, path: visible(path[...]), message: message))
  }
}

/// Whether a name ends with a dot and this extension, in any case, after at least one byte.
private func hasExtension(_ name: ArraySlice<UInt8>, _ wanted: StaticString) -> Bool {
  let count = wanted.utf8CodeUnitCount
  guard name.count > count + 1, name[name.endIndex - count - 1] == UInt8(ascii: ".") else {
    return false
  }
  return wanted.withUTF8Buffer { letters in
    zip(name.suffix(count), letters).allSatisfy { $0 | 0x20 == $1 }
  }
}

/// FNV-1a. Two names with one fingerprint only cost the second its short name.
private func fingerprint(_ bytes: ArraySlice<UInt8>) -> UInt64 {
  var hash: UInt64 = 0xcbf2_9ce4_8422_2325
  for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
  return hash
}

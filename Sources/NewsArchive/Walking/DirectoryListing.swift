import Glibc

/// One name in a directory, as the system lists it.
struct DirectoryEntry {
  enum Kind { case file, directory, link, other }

  var name: [UInt8]
  var kind: Kind
}

/// What a file is once links are followed.
struct FileIdentity: Hashable {
  var device: UInt64
  var inode: UInt64
}

/// The names in a directory, sorted as their paths sort: a directory as if its name ended with `/`.
///
/// - Returns: nil with `errno` set when the directory cannot be read. Hidden names are left out.
func listDirectory(_ path: [UInt8]) -> [DirectoryEntry]? {
  guard let stream = withCPath(path, { opendir($0) }) else { return nil }
  defer { closedir(stream) }
  guard let nameOffset = MemoryLayout<dirent>.offset(of: \.d_name) else { return nil }
  var entries: [DirectoryEntry] = []
  while let entry = readdir(stream) {
    let start = UnsafeRawPointer(entry).advanced(by: nameOffset)
    let name = UnsafeRawBufferPointer(
      start: start, count: strlen(start.assumingMemoryBound(to: CChar.self)))
    if name.isEmpty || name[0] == UInt8(ascii: ".") { continue }
    let kind: DirectoryEntry.Kind
    switch Int(entry.pointee.d_type) {
    case Int(DT_REG): kind = .file
    case Int(DT_DIR): kind = .directory
    case Int(DT_LNK): kind = .link
    case Int(DT_UNKNOWN):
      // Some file systems do not say; ask for this one name.
      var status = stat()
      let found = fstatat(
        dirfd(stream), start.assumingMemoryBound(to: CChar.self), &status, AT_SYMLINK_NOFOLLOW)
      kind = found == 0 ? kindOf(status.st_mode) : .other
    default: kind = .other
    }
    entries.append(DirectoryEntry(name: Array(name), kind: kind))
  }
  entries.sort { precedes($0, $1) }
  return entries
}

/// Bytewise, a directory's name as if it ended with `/`: walking in this order yields sorted paths.
private func precedes(_ a: DirectoryEntry, _ b: DirectoryEntry) -> Bool {
  let common = min(a.name.count, b.name.count)
  let order = memcmp(a.name, b.name, common)
  if order != 0 { return order < 0 }
  func next(_ entry: DirectoryEntry) -> Int {
    if entry.name.count > common { return Int(entry.name[common]) }
    return entry.kind == .directory ? Int(slash) : -1
  }
  return next(a) < next(b)
}

/// Follows links. Nil with `errno` set when there is nothing (any more) at the path.
func fileStatus(_ path: [UInt8]) -> (kind: DirectoryEntry.Kind, identity: FileIdentity)? {
  var status = stat()
  guard withCPath(path, { stat($0, &status) }) == 0 else { return nil }
  return (
    kindOf(status.st_mode),
    FileIdentity(device: UInt64(status.st_dev), inode: UInt64(status.st_ino))
  )
}

private func kindOf(_ mode: mode_t) -> DirectoryEntry.Kind {
  switch mode & S_IFMT {
  case S_IFREG: .file
  case S_IFDIR: .directory
  case S_IFLNK: .link
  default: .other
  }
}

/// Calls a C function with a path's bytes as a NUL-terminated string.
func withCPath<Result>(_ path: [UInt8], _ body: (UnsafePointer<CChar>) -> Result) -> Result {
  var terminated = path
  terminated.append(0)
  return terminated.withUnsafeBytes { bytes in
    // The array has at least its NUL byte, so that it has an address.
    body(bytes.baseAddress.unsafelyUnwrapped.assumingMemoryBound(to: CChar.self))
  }
}

/// The system's words for an error number.
func describe(_ number: Int32) -> String {
  String(cString: strerror(number))
}

import Glibc

/// Makes an empty folder of our own below `$TMPDIR`, else below /tmp.
func makeFolder() throws -> String {
  let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
  var template = Array("\(parent)/standpunkt-bench-XXXXXX".utf8CString)
  guard mkdtemp(&template) != nil else { throw BenchError("cannot make a folder below \(parent)") }
  return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
}

/// Removes a folder of our own with everything in it.
func removeFolder(_ path: String) {
  forEachName(in: path) { name in
    if unlink("\(path)/\(name)") != 0 { removeFolder("\(path)/\(name)") }
  }
  rmdir(path)
}

/// How long all files of a folder and its folders are together.
func bytesOfFiles(below path: String) -> Int {
  var bytes = 0
  forEachName(in: path) { name in
    var status = stat()
    guard lstat("\(path)/\(name)", &status) == 0 else { return }
    let isFolder = status.st_mode & S_IFMT == S_IFDIR
    bytes += isFolder ? bytesOfFiles(below: "\(path)/\(name)") : Int(status.st_size)
  }
  return bytes
}

private func forEachName(in path: String, _ body: (String) -> Void) {
  guard let directory = opendir(path) else { return }
  while let entry = readdir(directory) {
    let name = withUnsafePointer(to: &entry.pointee.d_name) {
      $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
    }
    if name != ".", name != ".." { body(name) }
  }
  closedir(directory)
}

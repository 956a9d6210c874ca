import Glibc

/// A folder for one test; removed with all that is in it at the end.
public final class TemporaryFolder {
  /// Without a slash at its end.
  public let path: String

  /// Makes the folder; a test without one stops here.
  public init() {
    var template = Array("/tmp/standpunkt-test-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { preconditionFailure("no temporary folder") }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit { Self.remove(path) }

  /// Writes a file, and the folders on its way.
  public func write(_ name: String, _ text: String) { write(name, Array(text.utf8)) }

  /// Writes a file, and the folders on its way.
  public func write(_ name: String, _ bytes: [UInt8] = Array("Text.".utf8)) {
    var partial = path
    for part in name.split(separator: "/").dropLast() {
      partial += "/" + part
      mkdir(partial, 0o755)
    }
    write(Array("\(path)/\(name)".utf8), bytes)
  }

  /// A whole path as bytes, which need not be UTF-8.
  public func write(_ wholePath: [UInt8], _ bytes: [UInt8]) {
    let descriptor = (wholePath + [0]).withUnsafeBytes {
      open($0.baseAddress!.assumingMemoryBound(to: CChar.self), O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    }
    precondition(descriptor >= 0, "the test cannot write its files")
    defer { close(descriptor) }
    let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
    precondition(count == bytes.count, "the test cannot write its files")
  }

  public func folder(_ name: String) { mkdir("\(path)/\(name)", 0o755) }

  public func link(_ name: String, to target: String) { symlink(target, "\(path)/\(name)") }

  private static func remove(_ path: String) {
    chmod(path, 0o755)
    guard let stream = opendir(path) else { return }
    defer {
      closedir(stream)
      rmdir(path)
    }
    while let entry = readdir(stream) {
      // Names need not be UTF-8.
      let name = withUnsafeBytes(of: entry.pointee.d_name) { raw in Array(raw.prefix { $0 != 0 }) }
      if name == Array(".".utf8) || name == Array("..".utf8) { continue }
      let whole = Array("\(path)/".utf8) + name + [0]
      if Int(entry.pointee.d_type) == Int(DT_DIR) {
        remove(String(decoding: whole.dropLast(), as: UTF8.self))
      } else {
        _ = whole.withUnsafeBytes { unlink($0.baseAddress!.assumingMemoryBound(to: CChar.self)) }
      }
    }
  }
}

/// The names in a folder, `.` and `..` among them, in no order; none for what is no folder.
public func names(in folder: String) -> [String] {
  guard let stream = opendir(folder) else { return [] }
  defer { closedir(stream) }
  var names: [String] = []
  while let entry = readdir(stream) {
    names.append(
      withUnsafeBytes(of: entry.pointee.d_name) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      })
  }
  return names
}

import Glibc

/// A folder for one test; removed with what is in it at the end.
final class TemporaryFolder {
  let path: String

  init() {
    var template = Array("/tmp/standpunkt-test-XXXXXX".utf8CString)
    path = template.withUnsafeMutableBufferPointer { String(cString: mkdtemp($0.baseAddress!)) }
  }

  deinit { remove(path) }

  func write(_ name: String, _ bytes: [UInt8] = Array("Text.".utf8)) {
    write(Array("\(path)/\(name)".utf8), bytes)
  }

  /// A name as bytes, which need not be UTF-8.
  func write(_ wholePath: [UInt8], _ bytes: [UInt8]) {
    let descriptor = (wholePath + [0]).withUnsafeBytes {
      open($0.baseAddress!.assumingMemoryBound(to: CChar.self), O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    }
    precondition(descriptor >= 0, "the test cannot write its files")
    defer { close(descriptor) }
    _ = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
  }

  func folder(_ name: String) { mkdir("\(path)/\(name)", 0o755) }

  func link(_ name: String, to target: String) { symlink(target, "\(path)/\(name)") }

  private func remove(_ path: String) {
    chmod(path, 0o755)
    guard let stream = opendir(path) else { return }
    defer {
      closedir(stream)
      rmdir(path)
    }
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { raw in Array(raw.prefix { $0 != 0 }) }
      if name == Array(".".utf8) || name == Array("..".utf8) { continue }
      let isFolder = Int(entry.pointee.d_type) == Int(DT_DIR)
      let whole = Array("\(path)/".utf8) + name + [0]
      if isFolder {
        remove(String(decoding: whole.dropLast(), as: UTF8.self))
      } else {
        _ = whole.withUnsafeBytes { unlink($0.baseAddress!.assumingMemoryBound(to: CChar.self)) }
      }
    }
  }
}

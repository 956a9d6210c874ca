import Glibc
import TextModel

/// Reads a file, but not one that cannot be an article.
///
/// The size is checked before anything is read, and the first 64 KiB for a NUL byte before the rest; what
/// has no size (a pipe) is read up to the limit.
enum FileBytes {
  enum Failure: Error, Equatable {
    case system(Int32)
    case rejected(TextDecoder.Failure)
  }

  static func read(_ path: [UInt8]) throws(Failure) -> [UInt8] {
    let descriptor = withCPath(path) { open($0, O_RDONLY | O_CLOEXEC | O_NOCTTY) }
    guard descriptor >= 0 else { throw .system(errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .system(errno) }
    if status.st_mode & S_IFMT == S_IFDIR { throw .system(EISDIR) }
    let size = status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : 0
    guard size <= TextDecoder.maximumBytes else { throw .rejected(.tooLarge(bytes: size)) }

    let headLength = 64 << 10
    // One byte more than the size, so that the end is seen without growing.
    var bytes = [UInt8](repeating: 0, count: min(size + 1, headLength))
    var filled = 0
    var headChecked = false
    while true {
      if filled == bytes.count {
        if !headChecked, filled >= headLength {
          if let nul = TextDecoder.firstNUL(inHead: bytes) { throw .rejected(.binary(atByte: nul)) }
          headChecked = true
        }
        if filled > TextDecoder.maximumBytes { throw .rejected(.tooLarge(bytes: nil)) }
        let wanted = min(max(size + 1, filled * 2), TextDecoder.maximumBytes + 1)
        bytes.append(contentsOf: repeatElement(0, count: wanted - filled))
      }
      let got = bytes.withUnsafeMutableBytes { buffer in
        Glibc.read(
          descriptor, buffer.baseAddress.map { $0 + filled }, buffer.count - filled)
      }
      if got < 0 {
        if errno == EINTR { continue }
        throw .system(errno)
      }
      if got == 0 { break }
      filled += got
    }
    bytes.removeLast(bytes.count - filled)
    return bytes
  }
}

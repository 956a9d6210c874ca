import Glibc

/// Reads a file descriptor line by line, in pieces of 256 KiB; memory holds one line at a time.
struct LineReader {
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private var start = 0
  private var isAtEnd = false
  /// Whether `ifReady` ended the reading.
  private(set) var isCutShort = false
  /// Lines longer than this are cut into pieces, so that a hostile file cannot exhaust memory: eight times
  /// the longest text that is read, since JSON may write a byte as `\u00e4`.
  private static let longestLine = 512 << 20

  init(descriptor: Int32) {
    self.descriptor = descriptor
  }

  /// Whether the next line has been read already.
  var hasWholeLine: Bool { buffer[start...].contains(0x0A) }

  /// The next line without its line feed; nil at the end.
  ///
  /// - Parameter ifReady: asked before more is read; false ends the lines, without an unfinished one.
  mutating func next(ifReady: (Int32) -> Bool = { _ in true }) -> [UInt8]? {
    var searched = start
    while true {
      if let end = buffer[searched...].firstIndex(of: 0x0A) {
        defer { start = end + 1 }
        return Array(buffer[start..<end])
      }
      searched = buffer.count - start
      if searched < Self.longestLine, !isAtEnd, !ifReady(descriptor) {
        isCutShort = true
        isAtEnd = true
        start = buffer.count
        return nil
      }
      guard searched < Self.longestLine, fill() else {
        guard start < buffer.count else { return nil }
        defer { start = buffer.count }
        return Array(buffer[start...])
      }
    }
  }

  /// Everything that was not yet read, but not much more than `limit` bytes of what has no end.
  mutating func rest(upTo limit: Int) -> [UInt8] {
    while buffer.count - start < limit, fill() {}
    defer { start = buffer.count }
    return Array(buffer[start...])
  }

  /// Reads one more piece, dropping what was handed out; false at the end.
  private mutating func fill() -> Bool {
    guard !isAtEnd else { return false }
    buffer.removeSubrange(..<start)
    start = 0
    let filled = buffer.count
    let piece = 256 << 10
    buffer.append(contentsOf: repeatElement(0, count: piece))
    var count: Int
    repeat {
      count = buffer.withUnsafeMutableBytes {
        read(descriptor, $0.baseAddress.map { $0 + filled }, piece)
      }
    } while count < 0 && errno == EINTR
    buffer.removeLast(piece - max(0, count))
    if count <= 0 { isAtEnd = true }
    return count > 0
  }
}
